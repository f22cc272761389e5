//! Free properties, of steps, connectors and the document.

use eframe::egui::{Align, Button, Id, Layout, vec2};

use super::{
    choice::small_button,
    field::{Lines, Named},
    form::Form,
};
use crate::{
    edit::{Command, Owner},
    model::{MergeMark, Properties},
    ui::theme::CONTROL,
};

/// Free properties: a row each, and one to add another. What a merge left to be decided is none of them: the list of
/// problems tells of it.
pub(super) fn properties(form: &mut Form<'_>, owner: &Owner, properties: &Properties) {
    for (key, value) in properties.iter().filter(|(key, _)| MergeMark::of_key(key).is_none()) {
        property(form, owner, key, value);
    }
    let id = Id::unique(format!("panel-property-{owner:?}"));
    let mut new: (String, String) = form.ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let (key_label, value_label) = (form.say("panel-property-name"), form.say("panel-property-value"));
    let mut is_entered = false;
    form.pair(
        |form| {
            form.draft(&key_label, id.with("key"), &mut new.0);
        },
        |form| is_entered = form.draft(&value_label, id.with("value"), &mut new.1),
    );
    let key = new.0.trim().to_owned();
    let is_good = !key.is_empty() && !properties.contains_key(&key);
    let text = form.say("panel-property-add");
    let button = form.ui.add_enabled(is_good, Button::new(text));
    let reason = if key.is_empty() { "panel-property-needs-name" } else { "panel-property-twice" };
    if button.on_disabled_hover_text(form.say(reason)).clicked() || (is_entered && is_good) {
        let set = Command::SetProperty { of: owner.clone(), key, value: Some(new.1.clone()) };
        form.run(set);
        new = Default::default();
    }
    form.ui.data_mut(|data| data.insert_temp(id, new));
}

fn property(form: &mut Form<'_>, owner: &Owner, key: &str, value: &str) {
    let set = |value: Option<String>| Command::SetProperty { of: owner.clone(), key: key.to_owned(), value };
    let width = form.ui.available_width() - CONTROL - 4.0;
    let (shown, out) = (form.shown, &mut *form.out);
    form.ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let column = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(vec2(width, 0.0), column, |ui| {
            ui.set_width(width);
            let id = Id::unique(format!("panel-property-{owner:?}-{key}"));
            let mut form = Form { ui, shown, out: &mut *out };
            form.written(Named { label: key, id }, value, Lines::One, &|text| set(Some(text.to_owned())));
        });
        ui.vertical(|ui| {
            ui.add_space(20.0);
            let name = shown.catalog.text_with("panel-property-remove", &[("name", key.into())]);
            if small_button(ui, "×", &name) {
                Form { ui, shown, out: &mut *out }.run(set(None));
            }
        });
    });
}
