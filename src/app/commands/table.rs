//! Every command: what it does (which capability is told what), its words, keys and places.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, ThemePreference};

use super::{
    command::{
        AppCommand as Do, Beside, ClipboardCommand, CompareCommand, EditCommand, FindCommand, FollowCommand,
        LayOut, LeaveCommand, OpenCommand, PictureOf, SaveCommand, SettingsCommand, Zoom,
    },
    info::{CommandInfo, MenuName, Needs, row},
};
use crate::{
    app::panels::state::PanelName,
    edit::Arrange,
    layout::Spacing,
    locale::UiLang,
    model::{Branching, Outcome, StepKind, Trigger},
    pipeline::Paper,
    ui::{icons::Icon, panels::OutlineOrder},
};

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn ctrl_alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::ALT), key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn file(command: Do, key: &'static str, group: u8) -> CommandInfo {
    row(command, key, (MenuName::File, group))
}

const fn edit(command: Do, key: &'static str, group: u8) -> CommandInfo {
    row(command, key, (MenuName::Edit, group)).needs(Needs::Document)
}

const fn view(command: Do, key: &'static str, group: u8) -> CommandInfo {
    row(command, key, (MenuName::View, group))
}

const fn outline(order: OutlineOrder, key: &'static str) -> CommandInfo {
    view(Do::OrderOutline(order), key, 4).inside("ui-menu-outline").needs(Needs::Document)
}

const fn insert(command: Do, key: &'static str, group: u8) -> CommandInfo {
    row(command, key, (MenuName::Insert, group)).needs(Needs::Document)
}

/// A command of the menu inside of the menu that shows something as large as it can be.
const fn zoom_to(zoom: Zoom, key: &'static str) -> CommandInfo {
    view(Do::Zoom(zoom), key, 0).inside("ui-menu-zoom-to")
}

const fn step(kind: StepKind, key: &'static str) -> CommandInfo {
    insert(Do::Step(kind), key, 0).inside("ui-menu-step").synonyms(&["ui-synonyms-step"])
}

const fn copy_picture(of: PictureOf, key: &'static str) -> CommandInfo {
    edit(Do::Clipboard(ClipboardCommand::CopyPicture(of)), key, 1)
        .inside("ui-menu-copy-picture")
        .synonyms(&["ui-synonyms-copy-picture"])
}

const fn arrange(how: Arrange, key: &'static str, group: u8, needs: Needs) -> CommandInfo {
    row(Do::Edit(EditCommand::Arrange(how)), key, (MenuName::Arrange, group)).needs(needs)
}

/// A command of the menu inside of the menu that lays out automatically.
const fn automatic(command: Do, key: &'static str, group: u8) -> CommandInfo {
    row(command, key, (MenuName::Arrange, group)).inside("ui-menu-layout")
}

const fn lay_out(what: LayOut, key: &'static str, group: u8) -> CommandInfo {
    automatic(Do::LayOut(what), key, group).needs(Needs::AnyStep)
}

/// Every command, in the order of menus and help.
pub(crate) static TABLE: &[CommandInfo] = &[
    file(Do::Open(OpenCommand::Blank), "ui-cmd-new", 0)
        .synonyms(&["ui-synonyms-new"])
        .keys(&[ctrl(Key::N)])
        .sign(0, Icon::New),
    file(Do::Open(OpenCommand::Files), "ui-cmd-open", 0)
        .synonyms(&["ui-synonyms-open"])
        .keys(&[ctrl(Key::O)])
        .sign(0, Icon::Open),
    file(Do::Open(OpenCommand::StartPage), "ui-cmd-start", 0).keys(&[alt(Key::Home)]).needs(Needs::Document),
    file(Do::Save(SaveCommand::Save), "ui-cmd-save", 1)
        .keys(&[ctrl(Key::S)])
        .needs(Needs::Document)
        .sign(0, Icon::Save),
    file(Do::Save(SaveCommand::SaveAs), "ui-cmd-save-as", 1)
        .keys(&[ctrl_shift(Key::S)])
        .needs(Needs::Document),
    file(Do::Save(SaveCommand::Template), "ui-cmd-save-template", 1).needs(Needs::Home),
    file(Do::Save(SaveCommand::Revert), "ui-cmd-revert", 1).needs(Needs::File),
    file(Do::Recover, "ui-cmd-recover", 1).synonyms(&["ui-synonyms-recover"]),
    file(Do::Repair, "ui-cmd-repair", 1).synonyms(&["ui-synonyms-repair"]),
    file(Do::Versions, "ui-cmd-versions", 1).synonyms(&["ui-synonyms-versions"]).needs(Needs::Home),
    file(Do::Settings(SettingsCommand::KeepVersions), "ui-cmd-keep-versions", 1)
        .synonyms(&["ui-synonyms-keep-versions"]),
    file(Do::Compare(CompareCommand::WithFile), "ui-cmd-compare", 1)
        .synonyms(&["ui-synonyms-compare"])
        .needs(Needs::Document),
    file(Do::Compare(CompareCommand::WithSaved), "ui-cmd-compare-saved", 1).needs(Needs::File),
    file(Do::Export, "ui-cmd-export", 2)
        .synonyms(&["ui-synonyms-export"])
        .keys(&[ctrl(Key::E)])
        .needs(Needs::Document),
    file(Do::ImportTable, "ui-cmd-import-table", 2).synonyms(&["ui-synonyms-import-table"]),
    file(Do::ImportReport, "ui-cmd-import-report", 2).needs(Needs::Report),
    file(Do::SaveTable, "ui-cmd-save-table", 2).synonyms(&["ui-synonyms-save-table"]).needs(Needs::Document),
    file(Do::Leave(LeaveCommand::Close), "ui-cmd-close", 3).keys(&[ctrl(Key::W)]).needs(Needs::Document),
    file(Do::Leave(LeaveCommand::CloseAll), "ui-cmd-close-all", 3)
        .keys(&[ctrl_shift(Key::W)])
        .needs(Needs::Document),
    file(Do::Leave(LeaveCommand::Quit), "ui-cmd-quit", 4)
        .synonyms(&["ui-synonyms-quit"])
        .keys(&[ctrl(Key::Q)]),
    edit(Do::Edit(EditCommand::Undo), "ui-cmd-undo", 0)
        .synonyms(&["ui-synonyms-undo"])
        .text_keys(&[ctrl(Key::Z)])
        .needs(Needs::Done)
        .sign(1, Icon::Undo),
    edit(Do::Edit(EditCommand::Redo), "ui-cmd-redo", 0)
        .synonyms(&["ui-synonyms-redo"])
        .text_keys(&[ctrl(Key::Y), ctrl_shift(Key::Z)])
        .needs(Needs::Undone)
        .sign(1, Icon::Redo),
    edit(Do::Clipboard(ClipboardCommand::Cut), "ui-cmd-cut", 1)
        .text_keys(&[ctrl(Key::X)])
        .needs(Needs::Records)
        .sign(2, Icon::Cut),
    edit(Do::Clipboard(ClipboardCommand::Copy), "ui-cmd-copy", 1)
        .text_keys(&[ctrl(Key::C)])
        .needs(Needs::Records)
        .sign(2, Icon::Copy),
    copy_picture(PictureOf::Selection, "ui-cmd-copy-picture-selection").needs(Needs::Step),
    copy_picture(PictureOf::Lane, "ui-cmd-copy-picture-lane").needs(Needs::OneLane),
    copy_picture(PictureOf::Page, "ui-cmd-copy-picture-page"),
    edit(Do::Clipboard(ClipboardCommand::Paste), "ui-cmd-paste", 1)
        .text_keys(&[ctrl(Key::V)])
        .sign(2, Icon::Paste),
    edit(Do::Clipboard(ClipboardCommand::Duplicate), "ui-cmd-duplicate", 1)
        .synonyms(&["ui-synonyms-duplicate"])
        .keys(&[ctrl(Key::D)])
        .needs(Needs::Records),
    edit(Do::Edit(EditCommand::Delete), "ui-cmd-delete", 2)
        .synonyms(&["ui-synonyms-delete"])
        .text_keys(&[plain(Key::Delete), plain(Key::Backspace)])
        .needs(Needs::Selection),
    edit(Do::Edit(EditCommand::DeleteLeavingGap), "ui-cmd-delete-gap", 2)
        .text_keys(&[shift(Key::Delete)])
        .needs(Needs::Step),
    edit(Do::Edit(EditCommand::SelectAll), "ui-cmd-select-all", 3).text_keys(&[ctrl(Key::A)]),
    edit(Do::Edit(EditCommand::SelectNone), "ui-cmd-select-none", 3)
        .keys(&[ctrl_shift(Key::A)])
        .needs(Needs::Selection),
    edit(Do::Rename, "ui-cmd-rename", 4)
        .synonyms(&["ui-synonyms-rename"])
        .keys(&[plain(Key::F2)])
        .needs(Needs::OneText),
    edit(Do::Follow(FollowCommand::Link), "ui-cmd-link-open", 4)
        .synonyms(&["ui-synonyms-link-open"])
        .text_keys(&[ctrl(Key::Enter)])
        .needs(Needs::Link),
    edit(Do::Find(FindCommand::Show), "ui-cmd-find-text", 5)
        .synonyms(&["ui-synonyms-find-text"])
        .keys(&[ctrl(Key::F)]),
    edit(Do::Find(FindCommand::Next), "ui-cmd-find-next", 5).keys(&[plain(Key::F3)]),
    edit(Do::Find(FindCommand::Previous), "ui-cmd-find-previous", 5).keys(&[shift(Key::F3)]),
    edit(Do::ReplaceText, "ui-cmd-replace-text", 5)
        .synonyms(&["ui-synonyms-replace-text"])
        .keys(&[ctrl(Key::H)]),
    row(Do::FindInFolder, "ui-cmd-find-in-folder", (MenuName::Edit, 5))
        .synonyms(&["ui-synonyms-find-in-folder"])
        .keys(&[ctrl_shift(Key::F)]),
    row(Do::Search, "ui-cmd-search", (MenuName::Edit, 5)).keys(&[ctrl_shift(Key::P)]),
    edit(Do::Edit(EditCommand::AddLanguage), "ui-cmd-language-add", 6).needs(Needs::MissingLanguage),
    edit(Do::Edit(EditCommand::RemoveLanguage), "ui-cmd-language-remove", 6).needs(Needs::TwoLanguages),
    view(Do::Zoom(Zoom::In), "ui-cmd-zoom-in", 0)
        .synonyms(&["ui-synonyms-zoom-in"])
        .keys(&[plain(Key::Plus), plain(Key::Equals), ctrl(Key::Plus), ctrl(Key::Equals)])
        .needs(Needs::Document)
        .sign(3, Icon::ZoomIn),
    view(Do::Zoom(Zoom::Out), "ui-cmd-zoom-out", 0)
        .synonyms(&["ui-synonyms-zoom-out"])
        .keys(&[plain(Key::Minus), ctrl(Key::Minus)])
        .needs(Needs::Document)
        .sign(3, Icon::ZoomOut),
    view(Do::Zoom(Zoom::Reset), "ui-cmd-zoom-reset", 0).keys(&[ctrl(Key::Num0)]).needs(Needs::Document),
    view(Do::Zoom(Zoom::Fit), "ui-cmd-zoom-fit", 0)
        .synonyms(&["ui-synonyms-zoom-fit"])
        .keys(&[ctrl(Key::Num1)])
        .needs(Needs::Document)
        .sign(3, Icon::Fit),
    zoom_to(Zoom::Width, "ui-cmd-zoom-width")
        .synonyms(&["ui-synonyms-zoom-width"])
        .keys(&[ctrl(Key::Num3)])
        .needs(Needs::Document),
    zoom_to(Zoom::Selection, "ui-cmd-zoom-selection")
        .synonyms(&["ui-synonyms-zoom-selection"])
        .keys(&[ctrl(Key::Num2)])
        .needs(Needs::Selection),
    zoom_to(Zoom::Lane, "ui-cmd-zoom-lane").needs(Needs::InLane),
    zoom_to(Zoom::Phase, "ui-cmd-zoom-phase").needs(Needs::InPhase),
    view(Do::Follow(FollowCommand::Back), "ui-cmd-back", 0)
        .synonyms(&["ui-synonyms-way-back"])
        .text_keys(&[alt(Key::ArrowLeft)])
        .needs(Needs::WayBack),
    view(Do::Toggle(PanelName::Symbols), "ui-cmd-symbols", 4)
        .synonyms(&["ui-synonyms-symbols"])
        .keys(&[plain(Key::F6)])
        .needs(Needs::Document),
    outline(OutlineOrder::Lanes, "panel-outline-lanes"),
    outline(OutlineOrder::Flow, "panel-outline-flow"),
    outline(OutlineOrder::Pages, "panel-outline-pages"),
    view(Do::Toggle(PanelName::Properties), "ui-cmd-properties", 4)
        .synonyms(&["ui-synonyms-properties"])
        .keys(&[plain(Key::F7)])
        .needs(Needs::Document),
    view(Do::Toggle(PanelName::Problems), "ui-cmd-problems", 4)
        .synonyms(&["ui-synonyms-problems"])
        .keys(&[plain(Key::F8)])
        .needs(Needs::Document),
    view(Do::Toggle(PanelName::Table), "ui-cmd-table", 4)
        .synonyms(&["ui-synonyms-table"])
        .keys(&[plain(Key::F10)])
        .needs(Needs::Document),
    view(Do::Toggle(PanelName::Map), "ui-cmd-map", 4)
        .synonyms(&["ui-synonyms-map"])
        .keys(&[plain(Key::F9)])
        .needs(Needs::Document),
    view(Do::ListSymbols, "ui-cmd-list-symbols", 4)
        .synonyms(&["ui-synonyms-list-symbols"])
        .needs(Needs::Document),
    view(Do::Settings(SettingsCommand::Look(ThemePreference::Light)), "ui-cmd-light", 1)
        .synonyms(&["ui-synonyms-light"]),
    view(Do::Settings(SettingsCommand::Look(ThemePreference::Dark)), "ui-cmd-dark", 1)
        .synonyms(&["ui-synonyms-dark"]),
    view(Do::Settings(SettingsCommand::Look(ThemePreference::System)), "ui-cmd-system", 1)
        .synonyms(&["ui-synonyms-system"]),
    view(Do::Settings(SettingsCommand::LessMotion), "ui-cmd-less-motion", 1),
    view(Do::Settings(SettingsCommand::ScaleUp), "ui-cmd-scale-up", 2)
        .synonyms(&["ui-synonyms-scale-up"])
        .keys(&[ctrl_shift(Key::Plus), ctrl_shift(Key::Equals)]),
    view(Do::Settings(SettingsCommand::ScaleDown), "ui-cmd-scale-down", 2)
        .synonyms(&["ui-synonyms-scale-down"])
        .keys(&[ctrl_shift(Key::Minus)]),
    view(Do::Settings(SettingsCommand::ScaleReset), "ui-cmd-scale-reset", 2).keys(&[ctrl_shift(Key::Num0)]),
    view(Do::Settings(SettingsCommand::Speak(UiLang::En)), "ui-cmd-english", 3)
        .synonyms(&["ui-synonyms-language"]),
    view(Do::Settings(SettingsCommand::Speak(UiLang::Es)), "ui-cmd-spanish", 3)
        .synonyms(&["ui-synonyms-language"]),
    step(StepKind::Start, "scene-kind-start").synonyms(&["ui-synonyms-step", "ui-synonyms-start"]),
    step(StepKind::End(Outcome::Solved), "scene-kind-end").synonyms(&["ui-synonyms-step", "ui-synonyms-end"]),
    step(StepKind::Process, "scene-kind-process").synonyms(&["ui-synonyms-step", "ui-synonyms-process"]),
    step(StepKind::Decision(Branching::Plain), "scene-kind-decision")
        .synonyms(&["ui-synonyms-step", "ui-synonyms-decision"]),
    step(StepKind::Data, "scene-kind-data").synonyms(&["ui-synonyms-step", "ui-synonyms-data"]),
    step(StepKind::Document, "scene-kind-document").synonyms(&["ui-synonyms-step", "ui-synonyms-document"]),
    step(StepKind::MultiDocument, "scene-kind-multi-document")
        .synonyms(&["ui-synonyms-step", "ui-synonyms-multi-document"]),
    step(StepKind::Subprocess, "scene-kind-subprocess")
        .synonyms(&["ui-synonyms-step", "ui-synonyms-subprocess"]),
    step(StepKind::Database, "scene-kind-database").synonyms(&["ui-synonyms-step", "ui-synonyms-database"]),
    step(StepKind::ManualOperation, "scene-kind-manual-operation")
        .synonyms(&["ui-synonyms-step", "ui-synonyms-manual-operation"]),
    step(StepKind::ManualInput, "scene-kind-manual-input")
        .synonyms(&["ui-synonyms-step", "ui-synonyms-manual-input"]),
    step(StepKind::Preparation, "scene-kind-preparation")
        .synonyms(&["ui-synonyms-step", "ui-synonyms-preparation"]),
    step(StepKind::Delay, "scene-kind-delay").synonyms(&["ui-synonyms-step", "ui-synonyms-delay"]),
    step(StepKind::Display, "scene-kind-display").synonyms(&["ui-synonyms-step", "ui-synonyms-display"]),
    step(StepKind::Event(Trigger::None), "scene-kind-event")
        .synonyms(&["ui-synonyms-step", "ui-synonyms-event"]),
    step(StepKind::OnPageConnector, "scene-kind-on-page-connector")
        .synonyms(&["ui-synonyms-step", "ui-synonyms-on-page-connector"]),
    step(StepKind::OffPageConnector, "scene-kind-off-page-connector")
        .synonyms(&["ui-synonyms-step", "ui-synonyms-off-page-connector"]),
    step(StepKind::Note, "scene-kind-note").synonyms(&["ui-synonyms-step", "ui-synonyms-note"]),
    insert(Do::Edit(EditCommand::ConnectWith), "ui-cmd-connect-with", 0)
        .synonyms(&["ui-synonyms-connect"])
        .needs(Needs::OneStep),
    insert(Do::Edit(EditCommand::Lane(Beside::Before)), "ui-cmd-lane-before", 1)
        .synonyms(&["ui-synonyms-lane"]),
    insert(Do::Edit(EditCommand::Lane(Beside::After)), "ui-cmd-lane-after", 1)
        .synonyms(&["ui-synonyms-lane"]),
    insert(Do::Edit(EditCommand::Pool), "ui-cmd-pool", 1).synonyms(&["ui-synonyms-pool"]).needs(Needs::Lane),
    insert(Do::Edit(EditCommand::Phase(Beside::Before)), "ui-cmd-phase-before", 2)
        .synonyms(&["ui-synonyms-phase"]),
    insert(Do::Edit(EditCommand::Phase(Beside::After)), "ui-cmd-phase-after", 2)
        .synonyms(&["ui-synonyms-phase"]),
    insert(Do::Edit(EditCommand::Page), "ui-cmd-page", 3).synonyms(&["ui-synonyms-page"]),
    insert(Do::Edit(EditCommand::Extract), "ui-cmd-page-extract", 3)
        .synonyms(&["ui-synonyms-page-extract"])
        .needs(Needs::Step),
    arrange(Arrange::Left, "ui-cmd-align-left", 0, Needs::TwoSteps),
    arrange(Arrange::Centre, "ui-cmd-align-centre", 0, Needs::TwoSteps),
    arrange(Arrange::Right, "ui-cmd-align-right", 0, Needs::TwoSteps),
    arrange(Arrange::Top, "ui-cmd-align-top", 1, Needs::TwoSteps),
    arrange(Arrange::Middle, "ui-cmd-align-middle", 1, Needs::TwoSteps),
    arrange(Arrange::Bottom, "ui-cmd-align-bottom", 1, Needs::TwoSteps),
    arrange(Arrange::SpreadAcross, "ui-cmd-spread-across", 2, Needs::ThreeSteps),
    arrange(Arrange::SpreadDown, "ui-cmd-spread-down", 2, Needs::ThreeSteps),
    arrange(Arrange::ToFront, "ui-cmd-to-front", 3, Needs::Step).synonyms(&["ui-synonyms-front"]),
    arrange(Arrange::ToBack, "ui-cmd-to-back", 3, Needs::Step).synonyms(&["ui-synonyms-back"]),
    row(Do::Edit(EditCommand::FitSize), "ui-cmd-fit-size", (MenuName::Arrange, 4)).needs(Needs::Step),
    row(Do::Edit(EditCommand::Pin), "ui-cmd-pin", (MenuName::Arrange, 4))
        .synonyms(&["ui-synonyms-pin"])
        .keys(&[ctrl_alt(Key::P)])
        .needs(Needs::Step),
    row(Do::Edit(EditCommand::TidyLines), "ui-cmd-tidy", (MenuName::Arrange, 5))
        .synonyms(&["ui-synonyms-tidy"])
        .keys(&[ctrl_alt(Key::L)])
        .needs(Needs::Records),
    row(Do::Edit(EditCommand::TidyAllLines), "ui-cmd-tidy-all", (MenuName::Arrange, 5))
        .synonyms(&["ui-synonyms-tidy"])
        .needs(Needs::Document),
    row(Do::Edit(EditCommand::PlaceLabels), "ui-cmd-label-place", (MenuName::Arrange, 5))
        .needs(Needs::PlacedLabel),
    row(Do::Edit(EditCommand::Reverse), "ui-cmd-reverse", (MenuName::Arrange, 5))
        .synonyms(&["ui-synonyms-reverse"])
        .needs(Needs::OneConnector),
    lay_out(LayOut::Page, "ui-cmd-lay-out", 6).synonyms(&["ui-synonyms-lay-out"]).keys(&[ctrl_shift(Key::L)]),
    lay_out(LayOut::Tidy, "ui-cmd-lay-out-tidy", 6),
    lay_out(LayOut::BestLanes, "ui-cmd-lay-out-lanes", 6),
    lay_out(LayOut::Selection, "ui-cmd-lay-out-selection", 7).needs(Needs::TwoSteps),
    lay_out(LayOut::Lane, "ui-cmd-lay-out-lane", 7).needs(Needs::LaneWithSteps),
    lay_out(LayOut::Paper(Paper::A4Landscape), "ui-cmd-lay-out-a4-landscape", 8)
        .synonyms(&["ui-synonyms-paper"]),
    lay_out(LayOut::Paper(Paper::A4Portrait), "ui-cmd-lay-out-a4-portrait", 8)
        .synonyms(&["ui-synonyms-paper-upright"]),
    lay_out(LayOut::Paper(Paper::LetterLandscape), "ui-cmd-lay-out-letter-landscape", 8)
        .synonyms(&["ui-synonyms-paper"]),
    lay_out(LayOut::Paper(Paper::LetterPortrait), "ui-cmd-lay-out-letter-portrait", 8)
        .synonyms(&["ui-synonyms-paper-upright"]),
    automatic(Do::Settings(SettingsCommand::Space(Spacing::Compact)), "ui-cmd-spacing-compact", 9),
    automatic(Do::Settings(SettingsCommand::Space(Spacing::Normal)), "ui-cmd-spacing-normal", 9),
    automatic(Do::Settings(SettingsCommand::Space(Spacing::Roomy)), "ui-cmd-spacing-roomy", 9),
    row(Do::Edit(EditCommand::MoveLane(Beside::Before)), "ui-cmd-lane-back", (MenuName::Arrange, 10))
        .synonyms(&["ui-synonyms-move-lane"])
        .needs(Needs::Lane),
    row(Do::Edit(EditCommand::MoveLane(Beside::After)), "ui-cmd-lane-on", (MenuName::Arrange, 10))
        .synonyms(&["ui-synonyms-move-lane"])
        .needs(Needs::Lane),
    row(Do::Edit(EditCommand::TurnPage), "ui-cmd-turn-page", (MenuName::Arrange, 10))
        .synonyms(&["ui-synonyms-turn-page"])
        .needs(Needs::Document),
    row(Do::Edit(EditCommand::DissolvePool), "ui-cmd-dissolve-pool", (MenuName::Arrange, 10))
        .synonyms(&["ui-synonyms-ungroup"])
        .needs(Needs::Pool),
    row(Do::Document(Beside::After), "ui-cmd-next", (MenuName::Window, 0))
        .keys(&[KeyboardShortcut::new(Modifiers::CTRL, Key::Tab)])
        .needs(Needs::OtherDocument),
    row(Do::Document(Beside::Before), "ui-cmd-previous", (MenuName::Window, 0))
        .keys(&[KeyboardShortcut::new(Modifiers::CTRL.plus(Modifiers::SHIFT), Key::Tab)])
        .needs(Needs::OtherDocument),
    row(Do::Shortcuts, "ui-cmd-shortcuts", (MenuName::Help, 0))
        .synonyms(&["ui-synonyms-shortcuts"])
        .keys(&[plain(Key::F1)]),
    row(Do::Promises, "ui-cmd-promises", (MenuName::Help, 0)),
    row(Do::About, "ui-cmd-about", (MenuName::Help, 0)).synonyms(&["ui-synonyms-about"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{locale::Catalog, scene::kind_name, ui::symbol::symbol_synonyms_key};

    #[test]
    fn every_command_has_words_and_its_own_keys() {
        for lang in UiLang::ALL {
            let catalog = Catalog::of(lang);
            for row in TABLE {
                let keys = [row.key, &format!("{}-tip", row.key), row.needs.reason(), row.menu.0.key()];
                for key in keys.into_iter().chain(row.submenu).chain(row.synonyms.iter().copied()) {
                    assert!(catalog.has(key), "{key} {lang:?}");
                }
            }
        }
        let keys: Vec<_> = TABLE.iter().flat_map(|row| row.shortcuts).collect();
        for (i, one) in keys.iter().enumerate() {
            assert!(!keys.iter().skip(i + 1).any(|other| other == one), "{one:?}");
        }
    }

    #[test]
    fn every_symbol_can_be_inserted_by_its_name() {
        let catalog = Catalog::of(UiLang::En);
        for kind in StepKind::PALETTE {
            let row = TABLE.iter().find(|row| row.command == Do::Step(kind));
            assert_eq!(row.map(|row| catalog.text(row.key)), Some(kind_name(catalog, kind)));
            let synonyms = row.map(|row| row.synonyms.contains(&symbol_synonyms_key(kind)));
            assert_eq!(synonyms, Some(true), "{kind:?}");
        }
    }
}
