//! The controls of the panels: a label above a field, and what leaving the field means.
//!
//! Writing in a field is a gesture: each change is a preview, leaving the field commits it, Escape gives it up. So a
//! whole sentence is one entry of the history. A field shows what the document says; only what cannot be
//! understood is kept beside it as a draft.

use std::hash::Hash;

use eframe::egui::{
    Button, ComboBox, Id, InputState, Key, KeyboardShortcut, Label, Layout, Margin, Modifiers, Response,
    RichText, TextEdit, Ui, collapsing_header::CollapsingState, vec2,
};

use super::{
    Request, Shown,
    request::text_field_id,
    symbol::{self, paint_symbol},
};
use crate::{
    edit::{Command, Deed, TextOf},
    locale::{Lang, UiLang},
    model::StepKind,
    ui::{
        chrome::chevron,
        start::language_name,
        theme::{BODY, CONTROL, Tokens, UNIT},
        widgets::{caption, focus_ring, strong},
    },
};

/// Between two fields in a row.
const GUTTER: f32 = 12.0;
/// What breaks a line in a label.
const LINE_BREAK: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);
/// Below a field, beside the usual spacing.
const BELOW: f32 = 4.0;

/// A column of controls.
pub(super) struct Form<'f> {
    pub(super) ui: &'f mut Ui,
    pub(super) shown: &'f Shown<'f>,
    pub(super) out: &'f mut Vec<Request>,
}

/// How many lines a field has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    One,
    /// One at first; it wraps. Enter is done with it, Shift+Enter breaks the line.
    Label,
    /// At least so many; it grows with its text.
    Several(usize),
}

/// A field as it is drawn.
struct Field<'a> {
    id: Id,
    name: &'a str,
    lines: Lines,
    hint: &'a str,
    is_wrong: bool,
}

impl Form<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        self.shown.catalog.text(key)
    }

    /// Asks for `command`.
    pub(super) fn run(&mut self, command: Command) {
        self.out.push(Request::Edit(Deed::Run(command)));
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.ui.label(strong(text, crate::ui::theme::HEADING));
        self.ui.add_space(BELOW);
    }

    pub(super) fn label(&mut self, text: &str) {
        let text = caption(self.ui, text);
        self.ui.add(Label::new(text).truncate());
    }

    pub(super) fn remark(&mut self, text: &str) {
        let text = caption(self.ui, text);
        self.ui.add(Label::new(text).wrap());
    }

    /// A group that folds; whether it is open is remembered by its name in the catalogue.
    pub(super) fn group(&mut self, key: &str, is_open: bool, body: impl FnOnce(&mut Form<'_>)) {
        self.ui.add_space(BELOW);
        let id = Id::unique(format!("panel-group-{key}"));
        let mut state = CollapsingState::load_with_default_open(self.ui.ctx(), id, is_open);
        let title = self.say(key);
        if group_header(self.ui, &title, state.is_open()).clicked() {
            state.toggle(self.ui);
        }
        if state.is_open() {
            body(self);
        }
        state.store(self.ui.ctx());
    }

    /// Two controls side by side.
    pub(super) fn pair(&mut self, left: impl FnOnce(&mut Form<'_>), right: impl FnOnce(&mut Form<'_>)) {
        let spacing = self.ui.spacing().item_spacing;
        let width = ((self.ui.available_width() - GUTTER) / 2.0).floor();
        let (shown, out) = (self.shown, &mut *self.out);
        self.ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GUTTER;
            let mut half = |ui: &mut Ui, body: &mut dyn FnMut(&mut Form<'_>)| {
                ui.allocate_ui_with_layout(
                    vec2(width, 0.0),
                    Layout::top_down_justified(eframe::egui::Align::Min),
                    |ui| {
                        ui.set_width(width);
                        ui.spacing_mut().item_spacing = spacing;
                        body(&mut Form { ui, shown, out: &mut *out });
                    },
                );
            };
            let (mut left, mut right) = (Some(left), Some(right));
            half(ui, &mut |form| {
                if let Some(left) = left.take() {
                    left(form);
                }
            });
            half(ui, &mut |form| {
                if let Some(right) = right.take() {
                    right(form);
                }
            });
        });
        // Both halves end with a gap of their own.
        self.ui.add_space(-self.ui.spacing().item_spacing.y);
    }

    /// A field for a text of the document in `lang`.
    pub(super) fn text(&mut self, label: &str, of: &TextOf, lang: &Lang, lines: Lines) {
        let value = self.shown.text_of(of).and_then(|text| text.exactly(lang)).unwrap_or_default();
        let write =
            |text: &str| Command::SetText { of: of.clone(), lang: lang.clone(), text: text.to_owned() };
        self.written((label, text_field_id(of, lang)), value, lines, &write);
    }

    /// Fields for a text of the document in each of `langs`.
    pub(super) fn texts(&mut self, key: &str, of: &TextOf, langs: &[Lang], lines: Lines) {
        let name = self.say(key);
        for lang in langs {
            let label = if langs.len() > 1 { self.in_language(&name, lang) } else { name.clone() };
            self.text(&label, of, lang, lines);
        }
    }

    /// `Text (Spanish)`.
    pub(super) fn in_language(&self, name: &str, lang: &Lang) -> String {
        // Within a phrase; English writes its languages with a capital there, too.
        let language = match self.shown.catalog.lang() {
            UiLang::En | UiLang::Pseudo => language_name(self.shown.catalog, lang),
            UiLang::Es => language_name(self.shown.catalog, lang).to_lowercase(),
        };
        self.shown.catalog.text_with("panel-in", &[("name", name.into()), ("language", language.into())])
    }

    /// A field whose every text is good: `write` makes a command of it.
    pub(super) fn written(
        &mut self,
        (label, id): (&str, Id),
        value: &str,
        lines: Lines,
        write: &dyn Fn(&str) -> Command,
    ) {
        self.label(label);
        let mut text = value.to_owned();
        let response = Field { id, name: label, lines, hint: "", is_wrong: false }.show(self.ui, &mut text);
        if response.changed() {
            self.preview(id, write(&text));
        }
        self.finish(id, &response);
        self.ui.add_space(BELOW);
    }

    /// A field whose text is read; what cannot be read is said below it and not done.
    pub(super) fn parsed(
        &mut self,
        (label, salt): (&str, impl Hash + std::fmt::Debug),
        value: &str,
        hint: &str,
        read: impl Fn(&str) -> Result<Command, String>,
    ) {
        self.label(label);
        let id = parsed_id(salt);
        let draft: Option<String> = self.ui.data(|data| data.get_temp(id));
        let is_wrong = draft.as_ref().is_some_and(|draft| read(draft).is_err());
        let mut text = draft.clone().unwrap_or_else(|| value.to_owned());
        let response = Field { id, name: label, lines: Lines::One, hint, is_wrong }.show(self.ui, &mut text);
        if response.changed() {
            match read(&text) {
                Ok(command) => self.preview(id, command),
                Err(_) => self.give_up(id),
            }
            self.ui.data_mut(|data| data.insert_temp(id, text.clone()));
        }
        if let Some(problem) = read(&text).err().filter(|_| draft.is_some() || response.changed()) {
            let problem = RichText::new(problem).font(caption_font()).color(Tokens::of(self.ui).error);
            self.ui.add(Label::new(problem).wrap());
        } else if !response.has_focus() {
            self.ui.data_mut(|data| data.remove_temp::<String>(id));
        }
        if response.lost_focus() && self.ui.input(|input| input.key_pressed(Key::Escape)) {
            self.ui.data_mut(|data| data.remove_temp::<String>(id));
        }
        self.finish(id, &response);
        self.ui.add_space(BELOW);
    }

    /// What was there when a person began to write in the parsed field `salt`: each preview begins from that, not
    /// from what the one before it made of it.
    pub(super) fn start_of<T: Clone + Send + Sync + 'static>(
        &self,
        salt: impl Hash + std::fmt::Debug,
        now: T,
    ) -> T {
        let id = parsed_id(salt);
        self.ui.data_mut(|data| {
            let start = data.get_temp::<String>(id).and_then(|_draft| data.get_temp::<T>(id));
            start.unwrap_or_else(|| {
                data.insert_temp(id, now.clone());
                now
            })
        })
    }

    /// A field for something that is no part of the document yet.
    pub(super) fn draft(&mut self, (label, id): (&str, Id), text: &mut String) {
        self.label(label);
        Field { id, name: label, lines: Lines::One, hint: "", is_wrong: false }.show(self.ui, text);
        self.ui.add_space(BELOW);
    }

    /// Shows what `command` would do, as part of the gesture of the control `id`.
    pub(super) fn preview(&mut self, id: Id, command: Command) {
        self.ui.data_mut(|data| data.insert_temp(writing(), id));
        self.out.push(Request::Edit(Deed::Preview(command)));
    }

    fn give_up(&mut self, id: Id) {
        if self.is_writing(id) {
            self.ui.data_mut(|data| data.remove::<Id>(writing()));
            self.out.push(Request::Edit(Deed::Cancel));
        }
    }

    fn is_writing(&self, id: Id) -> bool {
        self.ui.data(|data| data.get_temp(writing())) == Some(id)
    }

    /// Ends the gesture of the control `id`.
    pub(super) fn commit(&mut self, id: Id) {
        if self.is_writing(id) {
            self.ui.data_mut(|data| data.remove::<Id>(writing()));
            self.out.push(Request::Edit(Deed::Commit));
        }
    }

    /// Ends the gesture of a field that was left.
    fn finish(&mut self, id: Id, response: &Response) {
        if !response.lost_focus() {
            return;
        }
        if self.ui.input(|input| input.key_pressed(Key::Escape)) {
            self.give_up(id);
        } else {
            self.commit(id);
        }
    }

    /// Ends the gesture of a control that is no longer drawn: something else was selected meanwhile.
    pub(super) fn finish_what_is_gone(&mut self) {
        let open: Option<Id> = self.ui.data(|data| data.get_temp(writing()));
        if let Some(id) = open
            && !self.ui.memory(|memory| memory.has_focus(id))
            && !self.ui.input(|input| input.pointer.any_down())
        {
            self.commit(id);
        }
    }

    /// A choice of one among several; gives back what was chosen.
    pub(super) fn choice<T: PartialEq + Clone>(
        &mut self,
        label: &str,
        current: Option<&T>,
        options: &[(T, String)],
    ) -> Option<T> {
        self.label(label);
        let shown = current.and_then(|current| options.iter().find(|(value, _)| value == current));
        let shown = shown.map_or_else(|| self.say("panel-several-values"), |(_, text)| text.clone());
        let chosen = combo_ui(self.ui, (label, &shown), |ui| {
            let mut chosen = None;
            for (value, text) in options {
                if ui.selectable_label(Some(value) == current, text.as_str()).clicked() {
                    chosen = Some(value.clone());
                }
            }
            chosen
        });
        self.ui.add_space(BELOW);
        chosen.filter(|chosen| Some(chosen) != current)
    }

    /// A choice among the symbols.
    pub(super) fn kind_choice(&mut self, label: &str, current: Option<StepKind>) -> Option<StepKind> {
        self.label(label);
        let catalog = self.shown.catalog;
        let name = |kind: StepKind| crate::scene::kind_name(catalog, kind);
        let shown = current.map_or_else(|| self.say("panel-several-values"), name);
        let is_current = |kind: StepKind| current.is_some_and(|current| current.name() == kind.name());
        let chosen = combo_ui(self.ui, (label, &shown), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            StepKind::PALETTE.into_iter().find(|kind| kind_row(ui, *kind, &name(*kind), is_current(*kind)))
        });
        self.ui.add_space(BELOW);
        chosen.filter(|chosen| !is_current(*chosen))
    }

    /// A button as wide as its words; true when it was clicked.
    pub(super) fn button(&mut self, key: &str) -> bool {
        let text = self.say(key);
        self.ui.add(Button::new(text)).clicked()
    }

    /// A row of buttons that wraps; gives back the one that was clicked.
    pub(super) fn buttons<T: Clone>(&mut self, buttons: &[(&'static str, T)]) -> Option<T> {
        let catalog = self.shown.catalog;
        let clicked = self.ui.horizontal_wrapped(|ui| {
            let mut clicked = None;
            for (key, value) in buttons {
                if ui.button(catalog.text(key)).clicked() {
                    clicked = Some(value.clone());
                }
            }
            clicked
        });
        self.ui.add_space(BELOW);
        clicked.inner
    }

    /// Words that lead somewhere; true when they were clicked.
    pub(super) fn link(&mut self, text: &str) -> bool {
        link_ui(self.ui, text, Tokens::of(self.ui).accent)
    }
}

/// Names the control whose gesture is in progress.
fn writing() -> Id {
    Id::unique("panel-writing")
}

fn parsed_id(salt: impl Hash + std::fmt::Debug) -> Id {
    Id::unique(("panel-parsed", salt))
}

fn caption_font() -> eframe::egui::FontId {
    crate::ui::theme::font(crate::text::Face::Regular, crate::ui::theme::CAPTION)
}

/// Words that lead somewhere, in `color`; true when they were clicked.
pub(super) fn link_ui(ui: &mut Ui, text: &str, color: eframe::egui::Color32) -> bool {
    let text = RichText::new(text).color(color).underline();
    let button = Button::new(text).frame(false).wrap().min_size(vec2(0.0, 20.0));
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(0.0, 0.0);
        ui.add(button).on_hover_cursor(eframe::egui::CursorIcon::PointingHand).clicked()
    })
    .inner
}

/// A button with a sign, which screen readers call `name`; true when it was clicked.
pub(super) fn small_button(ui: &mut Ui, sign: &str, name: &str) -> bool {
    let button = Button::new(sign).frame_when_inactive(false).min_size(vec2(CONTROL, CONTROL));
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding = vec2(4.0, 2.0);
            ui.add(button)
        })
        .inner;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response.on_hover_text(name).clicked()
}

fn group_header(ui: &mut Ui, title: &str, is_open: bool) -> Response {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), CONTROL);
    let (rect, response) = ui.allocate_exact_size(size, eframe::egui::Sense::click());
    response.widget_info(|| {
        eframe::egui::WidgetInfo::selected(eframe::egui::Role::DisclosureTriangle, true, is_open, title)
    });
    let line = rect.x_range();
    ui.painter().hline(line, rect.top(), eframe::egui::Stroke::new(1.0, tokens.border));
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let color = if response.hovered() { tokens.text } else { tokens.muted };
    let font = crate::ui::theme::font(crate::text::Face::SemiBold, crate::ui::theme::CAPTION);
    let at = eframe::egui::pos2(rect.left(), rect.center().y + 1.0);
    ui.painter().text(at, eframe::egui::Align2::LEFT_CENTER, title, font, color);
    let icon = eframe::egui::Rect::from_center_size(
        eframe::egui::pos2(rect.right() - 2.0 * UNIT, rect.center().y),
        vec2(16.0, 16.0),
    );
    if is_open {
        chevron(ui, icon, color);
    } else {
        symbol::chevron_right(ui, icon, color);
    }
    response
}

/// A combo box that names itself; `body` is its list.
fn combo_ui<R>(
    ui: &mut Ui,
    (name, shown): (&str, &str),
    body: impl FnOnce(&mut Ui) -> Option<R>,
) -> Option<R> {
    let width = ui.available_width();
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding.x = 10.0;
            ComboBox::from_id_salt(("panel-choice", name))
                .selected_text(shown)
                .width(width)
                .truncate()
                .icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color))
                .show_ui(ui, |ui| {
                    ui.set_min_width((width - 12.0).max(180.0));
                    body(ui)
                })
        })
        .inner;
    ui.ctx().accesskit_node_builder(response.response.id, |node| {
        node.set_label(name);
        node.set_value(shown);
    });
    response.inner.flatten()
}

fn kind_row(ui: &mut Ui, kind: StepKind, name: &str, is_chosen: bool) -> bool {
    let size = vec2(ui.available_width(), CONTROL);
    let (rect, response) = ui.allocate_exact_size(size, eframe::egui::Sense::click());
    response.widget_info(|| {
        eframe::egui::WidgetInfo::selected(eframe::egui::Role::Button, true, is_chosen, name)
    });
    let tokens = Tokens::of(ui);
    if is_chosen || response.hovered() || response.has_focus() {
        let fill = if is_chosen { tokens.selected } else { tokens.hover };
        ui.painter().rect_filled(rect, crate::ui::theme::RADIUS, fill);
    }
    let mark = eframe::egui::Rect::from_center_size(
        eframe::egui::pos2(rect.left() + 22.0, rect.center().y),
        vec2(28.0, 18.0),
    );
    paint_symbol(ui.painter(), kind, mark, (tokens.text, tokens.surface));
    let font = crate::ui::theme::font(crate::text::Face::Regular, BODY);
    let at = eframe::egui::pos2(rect.left() + 46.0, rect.center().y);
    ui.painter().text(at, eframe::egui::Align2::LEFT_CENTER, name, font, tokens.text);
    response.clicked()
}

impl Field<'_> {
    fn show(&self, ui: &mut Ui, text: &mut String) -> Response {
        let tokens = Tokens::of(ui);
        let width = ui.available_width();
        let (edit, rows) = match self.lines {
            Lines::One => (TextEdit::singleline(text), 1),
            Lines::Label => (TextEdit::multiline(text).return_key(LINE_BREAK), 1),
            Lines::Several(rows) => (TextEdit::multiline(text), rows),
        };
        let edit = edit
            .id(self.id)
            .hint_text(RichText::new(self.hint).color(tokens.muted))
            .margin(Margin::symmetric(10, 5))
            .desired_rows(rows)
            .desired_width(width - 20.0)
            .min_size(vec2(width, CONTROL));
        let response = ui
            .scope(|ui| {
                if self.is_wrong {
                    let stroke = eframe::egui::Stroke::new(1.0, tokens.error);
                    ui.visuals_mut().widgets.inactive.bg_stroke = stroke;
                    ui.visuals_mut().widgets.hovered.bg_stroke = stroke;
                    ui.visuals_mut().selection.stroke = stroke;
                }
                ui.add(edit)
            })
            .inner;
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(self.name));
        let enter = |input: &InputState| input.key_pressed(Key::Enter) && !input.modifiers.shift;
        if self.lines == Lines::Label && response.has_focus() && ui.input(enter) {
            response.surrender_focus();
        }
        if response.gained_focus() && !ui.input(|input| input.pointer.any_pressed()) {
            response.scroll_to_me(None);
        }
        response
    }
}
