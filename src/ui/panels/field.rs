//! Fields, and what leaving them means.
//!
//! Writing in a field is a gesture: each change is a preview, leaving the field commits it, and Escape is a way to leave
//! it. So a whole sentence is one entry of the history. A field shows what the document says; only what cannot be
//! understood is kept beside it as a draft.

use std::{fmt::Debug, hash::Hash};

use eframe::egui::{
    Area, FontId, Frame, Id, InputState, Key, KeyboardShortcut, Label, Margin, Modifiers, Order, Response,
    RichText, TextEdit, Ui, vec2,
};

use super::{
    PanelRequest,
    choice::link_ui,
    field_error::FieldError,
    form::{BELOW, Form},
    request::text_field_id,
};
use crate::{
    edit::{Command, EditRequest, TextOf},
    locale::Lang,
    text::Face,
    ui::{
        theme::{self, CONTROL, RADIUS, Tokens},
        tip::WithTip as _,
        widgets::{caption, field_ui},
    },
};

/// What breaks a line in a label.
const LINE_BREAK: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);

/// The most width of what is said about a field.
const MOST_PROBLEM: f32 = 220.0;

/// How many lines a field has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    One,
    /// One at first; it wraps. Enter is done with it, Shift+Enter breaks the line.
    Label,
    /// At least so many; it grows with its text.
    Several(usize),
}

impl Lines {
    /// For a text that may be long.
    pub(super) const LONG: Self = Self::Several(2);
}

/// Which field it is.
#[derive(Clone, Copy)]
pub(super) struct Named<'a, I> {
    /// What stands above it.
    pub(super) label: &'a str,
    /// What tells it from all others.
    pub(super) id: I,
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
    /// A field for a text of the document in `lang`.
    pub(super) fn text(&mut self, label: &str, of: &TextOf, lang: &Lang, lines: Lines) {
        let text = self.shown.text_of(of);
        let value = text.and_then(|text| text.exactly(lang)).unwrap_or_default();
        let original = text.and_then(|text| text.outdated().find(|(outdated, _)| *outdated == lang));
        let write =
            |text: &str| Command::SetText { of: of.clone(), lang: lang.clone(), text: text.to_owned() };
        let label_ui = |form: &mut Self| match original {
            Some((_, original)) => form.outdated_label(label, original, of, lang),
            None => form.label(label),
        };
        let named = Named { label, id: text_field_id(of, lang) };
        label_ui(self);
        self.written_below(named, value, lines, &write);
    }

    /// What stands above the field of the text `of` in `lang`, which was written before `original` was changed.
    fn outdated_label(&mut self, label: &str, original: &Lang, of: &TextOf, lang: &Lang) {
        let catalog = self.shown.catalog;
        let still_right = catalog.text("panel-still-right");
        let name = catalog.text_with("panel-outdated", &[("name", label.into())]);
        let original = original.name_in_phrase(catalog);
        let tip = catalog.text_with("panel-outdated-tip", &[("language", original.into())]);
        let name = caption(self.ui, name).color(Tokens::of(self.ui).warning);
        let is_right = self.ui.horizontal_wrapped(|ui| {
            ui.add(Label::new(name).wrap()).with_tip(tip);
            link_ui(ui, &still_right, Tokens::of(ui).accent)
        });
        if is_right.inner {
            self.run(Command::ConfirmTranslation { of: of.clone(), lang: lang.clone() });
        }
    }

    /// Fields for a text of the document in each of `langs`.
    pub(super) fn texts(&mut self, key: &str, of: &TextOf, langs: &[Lang], lines: Lines) {
        let name = self.say(key);
        for lang in langs {
            let label = if langs.len() > 1 { self.shown.in_language(&name, lang) } else { name.clone() };
            self.text(&label, of, lang, lines);
        }
    }

    /// A field whose every text is good: `write` makes a command of it.
    pub(super) fn written(
        &mut self,
        field: Named<'_, Id>,
        value: &str,
        lines: Lines,
        write: &dyn Fn(&str) -> Command,
    ) {
        self.label(field.label);
        self.written_below(field, value, lines, write);
    }

    /// The same without what stands above it.
    fn written_below(
        &mut self,
        field: Named<'_, Id>,
        value: &str,
        lines: Lines,
        write: &dyn Fn(&str) -> Command,
    ) {
        let Named { label, id } = field;
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
        field: Named<'_, impl Hash + Debug>,
        value: &str,
        hint: &str,
        read: impl Fn(&str) -> Result<Command, FieldError>,
    ) {
        let Named { label, id: salt } = field;
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
            problem_ui(self.ui, &response, &problem.say(self.shown.catalog));
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
    pub(super) fn start_of<T: Clone + Send + Sync + 'static>(&self, salt: impl Hash + Debug, now: T) -> T {
        let id = parsed_id(salt);
        self.ui.data_mut(|data| {
            let start = data.get_temp::<String>(id).and_then(|_draft| data.get_temp::<T>(id));
            start.unwrap_or_else(|| {
                data.insert_temp(id, now.clone());
                now
            })
        })
    }

    /// A field for something that is no part of the document yet; whether it was left with Enter.
    pub(super) fn draft(&mut self, label: &str, id: Id, text: &mut String) -> bool {
        self.label(label);
        let field =
            Field { id, name: label, lines: Lines::One, hint: "", is_wrong: false }.show(self.ui, text);
        self.ui.add_space(BELOW);
        field.lost_focus() && self.ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// Shows what `command` would do, as part of the gesture of the control `id`.
    pub(super) fn preview(&mut self, id: Id, command: Command) {
        self.ui.data_mut(|data| data.insert_temp(writing(), id));
        self.out.push(PanelRequest::Edit(EditRequest::Preview(command)));
    }

    fn give_up(&mut self, id: Id) {
        if self.is_writing(id) {
            self.ui.data_mut(|data| data.remove::<Id>(writing()));
            self.out.push(PanelRequest::Edit(EditRequest::Cancel));
        }
    }

    fn is_writing(&self, id: Id) -> bool {
        self.ui.data(|data| data.get_temp(writing())) == Some(id)
    }

    /// Ends the gesture of the control `id`.
    pub(super) fn commit(&mut self, id: Id) {
        if self.is_writing(id) {
            self.ui.data_mut(|data| data.remove::<Id>(writing()));
            self.out.push(PanelRequest::Edit(EditRequest::Commit));
        }
    }

    /// Ends the gesture of a field that was left.
    fn finish(&mut self, id: Id, response: &Response) {
        if !response.lost_focus() {
            return;
        }
        // The key is the field's: the canvas must not take it for its own.
        self.ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        self.commit(id);
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
}

/// Says what is wrong with the field `response`: over what is below it, which would else move away from under a pointer
/// when the field is left.
fn problem_ui(ui: &Ui, response: &Response, problem: &str) {
    if !ui.clip_rect().intersects(response.rect) {
        return;
    }
    let tokens = Tokens::of(ui);
    let area = Area::new(response.id.with("problem")).order(Order::Foreground).interactable(false);
    let frame =
        Frame::new().fill(tokens.error_ground).corner_radius(RADIUS).inner_margin(Margin::symmetric(8, 4));
    area.fixed_pos(response.rect.left_bottom() + vec2(0.0, 2.0)).show(ui.ctx(), |ui| {
        ui.set_max_width(MOST_PROBLEM);
        let problem = RichText::new(problem).font(caption_font()).color(tokens.error);
        frame.show(ui, |ui| ui.add(Label::new(problem).wrap()));
    });
}

/// Names the control whose gesture is in progress.
fn writing() -> Id {
    Id::unique("panel-writing")
}

fn parsed_id(salt: impl Hash + Debug) -> Id {
    Id::unique(("panel-parsed", salt))
}

fn caption_font() -> FontId {
    theme::font(Face::Regular, theme::CAPTION)
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
        let response = field_ui(ui, edit, self.is_wrong);
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
