//! The properties of page and document, shown where nothing is selected.

use eframe::egui::Id;

use super::{
    PanelRequest,
    field::{Lines, Named},
    form::Form,
    free,
    lanes::add_phase,
};
use crate::{
    edit::{Command, LaneCommand, Owner, PageCommand, TextOf},
    geom::Orientation,
    locale::Lang,
    model::{LaneId, LineJumps, Role, ThemeName, flow_key},
};

pub(super) fn page_and_document(form: &mut Form<'_>) {
    let heading = form.say("panel-page");
    form.heading(&heading);
    let langs = form.shown.languages;
    page(form, langs);
    form.group("panel-document", true, |form| document(form, langs));
    form.group("panel-document-texts", false, |form| document_texts(form, langs));
    form.group("panel-title-block", true, |form| title_block(form, langs));
    form.group("panel-properties", false, |form| {
        free::properties(form, &Owner::Document, &form.shown.document.properties);
    });
}

fn page(form: &mut Form<'_>, langs: &[Lang]) {
    let page = form.shown.page;
    form.texts("panel-page-title", &TextOf::Page(page.id.clone()), langs, Lines::Label);
    let options = [Orientation::Horizontal, Orientation::Vertical].map(|way| (way, form.say(flow_key(way))));
    let label = form.say("panel-flow");
    if form.choice(&label, Some(&page.orientation), &options).is_some() {
        form.run(Command::Page(PageCommand::Flip));
    }
    let lane = LaneCommand::Add {
        id: LaneId::mint("lane", (form.shown.mint)()),
        at: page.lanes.len(),
        title: super::lanes::new_title(form, "edit-new-lane"),
        role: Role::Other,
    };
    let commands = [
        ("panel-add-lane", Command::Lane(lane)),
        ("panel-add-phase", Command::Phase(add_phase(form, page.phases.len()))),
    ];
    if let Some(command) = form.buttons(&commands) {
        form.run(command);
    }
}

const THEMES: [ThemeName; 3] = [ThemeName::Standard, ThemeName::BlackAndWhite, ThemeName::HighContrast];

const LINE_JUMPS: [LineJumps; 3] = [LineJumps::Arc, LineJumps::Gap, LineJumps::Plain];

fn document(form: &mut Form<'_>, langs: &[Lang]) {
    let document = form.shown.document;
    languages(form, langs);
    let themes = THEMES.map(|theme| (theme, form.say(theme.key())));
    let label = form.say("panel-theme");
    if let Some(theme) = form.choice(&label, Some(&document.theme), &themes) {
        form.run(Command::Page(PageCommand::SetTheme(theme)));
    }
    let jumps = LINE_JUMPS.map(|jumps| (jumps, form.say(jumps.key())));
    let label = form.say("panel-jumps");
    if let Some(jumps) = form.choice(&label, Some(&document.line_jumps), &jumps) {
        form.run(Command::Page(PageCommand::SetLineJumps(jumps)));
    }
}

/// Which language the document is read in, which come and which go.
fn languages(form: &mut Form<'_>, langs: &[Lang]) {
    let document = form.shown.document;
    let names: Vec<_> = langs.iter().map(|lang| (lang.clone(), lang.name(form.shown.catalog))).collect();
    let label = form.say("panel-language");
    if let Some(lang) = form.choice(&label, Some(&document.language), &names) {
        form.run(Command::Page(PageCommand::SetLanguage(lang)));
    }
    let needs = |is_met: bool, reason: &'static str| (!is_met).then_some(reason);
    let (can_add, can_remove) = (!document.missing_languages().is_empty(), langs.len() > 1);
    let requests = [
        ("ui-cmd-language-add", PanelRequest::AddLanguage, needs(can_add, "ui-needs-missing-language")),
        ("ui-cmd-language-remove", PanelRequest::RemoveLanguage, needs(can_remove, "ui-needs-two-languages")),
    ];
    if let Some(request) = form.buttons_unless(&requests) {
        form.out.push(request);
    }
}

/// What the document is called and what a gallery says of it: seldom written, and long in several languages.
fn document_texts(form: &mut Form<'_>, langs: &[Lang]) {
    form.texts("panel-title", &TextOf::Title, langs, Lines::Label);
    form.texts("panel-subtitle", &TextOf::Subtitle, langs, Lines::Label);
    form.texts("panel-description", &TextOf::Description, langs, Lines::LONG);
}

fn title_block(form: &mut Form<'_>, langs: &[Lang]) {
    let label = form.say("scene-version");
    let version = &form.shown.document.title_block.version;
    form.written(Named { label: &label, id: Id::unique("panel-version") }, version, Lines::One, &|text| {
        Command::Page(PageCommand::SetVersion(text.to_owned()))
    });
    form.texts("scene-date", &TextOf::Date, langs, Lines::One);
    form.texts("scene-author", &TextOf::Author, langs, Lines::One);
}
