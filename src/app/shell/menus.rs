//! Menus, toolbar and shortcut help, made of the command table and the state.

use std::path::PathBuf;

use eframe::egui::{self, Align, Context, Layout, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::app::{
    commands::{AppCommand, CommandInfo, LayOut, MenuName, Needs, Place, TABLE, keys_text},
    dispatch::Message,
    laneway::Laneway,
    shell::status::chart_language_text,
};
use crate::{
    edit::{Arrange, Editor},
    locale::{Catalog, Lang},
    scene::Spot,
    ui::{
        chrome::{self, Entry, Group, Item, Menu},
        icons::{Icon, paint_icon},
        theme::{self, CONTROL, RADIUS, Tokens},
        widgets::caption,
    },
};

/// The width of the field that opens the search, and the narrowest that is still read.
const FIND_WIDTH: f32 = 208.0;
const LEAST_FIND_WIDTH: f32 = 90.0;
/// What the help tells of the mouse and of keys that are no command's: `ui-gesture-…` in the catalogue.
const GESTURES: [&str; 12] = [
    "write", "add", "next", "connect", "bend", "several", "drag", "nudge", "pan", "pan-keys", "zoom", "steps",
];

impl Laneway {
    /// Why a command cannot be used now: a key in the catalogue.
    pub(crate) fn lack(&self, row: &CommandInfo) -> Option<&'static str> {
        let reason = row.needs.reason();
        if row.needs == Needs::Nothing {
            return None;
        }
        if row.needs == Needs::OtherDocument {
            let others = self.docs.len() - usize::from(self.current.is_some());
            return (others == 0).then_some(reason);
        }
        let Some(open) = self.open() else { return Some(Needs::Document.reason()) };
        let selection = open.editor.selection();
        let is_met = match row.needs {
            Needs::Nothing | Needs::Document | Needs::OtherDocument => true,
            Needs::File => open.file.is_some(),
            Needs::Report => open.report.is_some(),
            Needs::Home => self.home.is_some(),
            Needs::Done => open.editor.undo_name().is_some(),
            Needs::Undone => open.editor.redo_name().is_some(),
            Needs::Selection => !selection.is_empty(),
            Needs::Records => !(selection.steps.is_empty() && selection.connectors.is_empty()),
            Needs::OneText => selection.len() == 1,
            Needs::OneConnector => selection.only_connector().is_some(),
            Needs::PlacedLabel => !open.placed_labels().is_empty(),
            Needs::AnyStep => open.page().is_some_and(|page| !page.steps.is_empty()),
            Needs::LaneWithSteps => open.steps_of_lane().is_some_and(|steps| steps.len() > 1),
            Needs::Step => !selection.steps.is_empty(),
            Needs::TwoSteps => selection.steps.len() > 1,
            Needs::ThreeSteps => selection.steps.len() > 2,
        };
        (!is_met).then_some(reason)
    }

    pub(crate) fn is_enabled(&self, command: AppCommand) -> bool {
        TABLE.iter().find(|row| row.command == command).is_none_or(|row| self.lack(row).is_none())
    }

    /// What a command is called now: undo and redo say what, and what is meant is one or several.
    pub(crate) fn label(&self, row: &CommandInfo) -> String {
        let catalog = self.catalog();
        let editor = self.open().map(|open| &open.editor);
        let what = match row.command {
            AppCommand::Undo => ("ui-undo-what", editor.and_then(Editor::undo_name)),
            AppCommand::Redo => ("ui-redo-what", editor.and_then(Editor::redo_name)),
            AppCommand::TidyLines if editor.is_some_and(|it| it.selection().only_connector().is_some()) => {
                return catalog.text("ui-cmd-tidy-one");
            }
            _ => (row.key, None),
        };
        match what {
            (key, Some(name)) => catalog.text_with(key, &[("what", catalog.text(name).into())]),
            (_, None) => catalog.text(row.key),
        }
    }
}

fn entry(ctx: &Context, app: &Laneway, row: &CommandInfo) -> Entry<Message> {
    let catalog = app.catalog();
    let chosen = match row.command {
        AppCommand::Toggle(panel) => Some(app.panels.state(panel).is_visible),
        AppCommand::Look(look) => Some(app.settings.look == look),
        AppCommand::LessMotion => Some(app.settings.is_calm),
        AppCommand::Pin => Some(app.is_selection_pinned()),
        AppCommand::Space(spacing) => Some(app.settings.spacing == spacing),
        AppCommand::Speak(lang) => Some(app.lang == lang),
        _ => None,
    };
    let lack = app.lack(row);
    let tip = catalog.text(&format!("{}-tip", row.key));
    Entry {
        command: Message::Command(row.command),
        label: app.label(row),
        tooltip: lack.map_or(tip, |reason| catalog.text(reason)),
        shortcut: row.shortcuts.first().map(|keys| keys_text(ctx, keys)).unwrap_or_default(),
        enabled: lack.is_none(),
        chosen,
        icon: row.toolbar.map(|(_, icon)| icon),
    }
}

/// An entry that is no command of the table: a document, a file, a language.
fn plain_entry(command: Message, label: String, chosen: Option<bool>) -> Item<Message> {
    Item::Entry(Entry {
        command,
        tooltip: label.clone(),
        label,
        shortcut: String::new(),
        enabled: true,
        chosen,
        icon: None,
    })
}

/// What the commands offer in the menu of what was clicked on the canvas.
pub(crate) fn context_groups(ctx: &Context, app: &Laneway) -> Vec<Group<Message>> {
    let Some(spot) = app.open().and_then(|open| open.canvas.menu()) else { return Vec::new() };
    let row = |command: &AppCommand| TABLE.iter().find(|row| row.command == *command);
    let group = |commands: &&[AppCommand]| {
        let rows = commands.iter().filter_map(row);
        rows.map(|row| Item::Entry(entry(ctx, app, row))).collect()
    };
    offered(spot).iter().map(group).collect()
}

/// The commands that are of use for what stands at `spot`, in groups.
const fn offered(spot: &Spot) -> &'static [&'static [AppCommand]] {
    use AppCommand as Do;
    const CLIPBOARD: &[Do] = &[Do::Cut, Do::Copy, Do::Paste, Do::Duplicate];
    const DELETE: &[Do] = &[Do::Delete];
    match spot {
        Spot::Step(_) => &[
            CLIPBOARD,
            &[Do::LayOut(LayOut::Selection), Do::Pin, Do::FitSize, Do::TidyLines],
            &[Do::Arrange(Arrange::ToFront), Do::Arrange(Arrange::ToBack)],
            &[Do::Delete, Do::DeleteLeavingGap],
        ],
        Spot::Line { .. } | Spot::Label(_) => &[&[Do::Reverse, Do::TidyLines, Do::PlaceLabels], DELETE],
        Spot::LaneHeader(_) | Spot::LaneBorder(_) => {
            &[&[Do::Lane(Place::Before), Do::Lane(Place::After)], &[Do::LayOut(LayOut::Lane)], DELETE]
        }
        Spot::PhaseHeader(_) | Spot::PhaseBorder(_) => {
            &[&[Do::Phase(Place::Before), Do::Phase(Place::After)], DELETE]
        }
        Spot::Lane(_) | Spot::Title | Spot::Subtitle | Spot::Desk => &[
            &[Do::Paste, Do::SelectAll],
            &[Do::Lane(Place::After), Do::Phase(Place::After), Do::TurnPage],
            &[Do::LayOut(LayOut::Page), Do::LayOut(LayOut::Tidy), Do::TidyAllLines],
            &[Do::ZoomFit],
        ],
    }
}

/// The commands of a menu in their groups and submenus. What follows one another in the same submenu stands in one,
/// in groups of its own.
fn menu_groups(ctx: &Context, app: &Laneway, name: MenuName) -> Vec<Group<Message>> {
    let mut groups: Vec<Group<Message>> = Vec::new();
    let mut last = None;
    for row in TABLE.iter().filter(|row| row.menu.0 == name) {
        let starts_group = last.replace(row.menu.1) != Some(row.menu.1);
        let item = Item::Entry(entry(ctx, app, row));
        let title = row.submenu.map(|key| app.catalog().text(key));
        if let (Some(title), Some(Item::Menu(menu))) =
            (&title, groups.last_mut().and_then(|it| it.last_mut()))
            && menu.title == *title
        {
            put(&mut menu.groups, item, starts_group);
            continue;
        }
        let item = match title {
            Some(title) => Item::Menu(Menu { title, groups: vec![vec![item]] }),
            None => item,
        };
        put(&mut groups, item, starts_group);
    }
    groups
}

/// Puts `item` at the end of the last group, or into a new one.
fn put(groups: &mut Vec<Group<Message>>, item: Item<Message>, starts_group: bool) {
    match groups.last_mut() {
        Some(group) if !starts_group => group.push(item),
        Some(_) | None => groups.push(vec![item]),
    }
}

/// The menus, and at the right what is open.
pub(crate) fn menus_ui(ui: &mut Ui, app: &Laneway) -> Option<Message> {
    let menus = MenuName::ALL.map(|name| {
        let mut groups = menu_groups(ui.ctx(), app, name);
        match name {
            MenuName::File => {
                if let Some(group) = groups.first_mut() {
                    group.extend(recent_files(app));
                }
            }
            MenuName::View => groups.extend(chart_languages(app)),
            MenuName::Window => groups.extend(documents(app)),
            MenuName::Edit | MenuName::Insert | MenuName::Arrange | MenuName::Help => {}
        }
        Menu { title: app.catalog().text(name.key()), groups }
    });
    let mut chosen = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(6.0);
        if let Some(open) = app.open() {
            // More than half of the bar is for the menus.
            let most = vec2(ui.available_width() * 0.35, ui.available_height());
            ui.allocate_ui_with_layout(most, Layout::right_to_left(Align::Center), |ui| {
                let mark = if open.is_unsaved() { " •" } else { "" };
                ui.add(egui::Label::new(caption(ui, format!("{}{mark}", open.name))).truncate());
            });
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            chosen = chrome::menu_bar_ui(ui, &menus);
        });
    });
    chosen
}

/// The files that were opened lately, in a menu of their own.
fn recent_files(app: &Laneway) -> Option<Item<Message>> {
    let entry = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        let label = format!("{} — {folder}", name.unwrap_or_default());
        plain_entry(Message::Files(vec![path.clone()]), label, None)
    };
    let files: Group<Message> = app.settings.recent.iter().map(|file| entry(&file.path)).collect();
    let title = app.catalog().text("ui-menu-recent");
    (!files.is_empty()).then(|| Item::Menu(Menu { title, groups: vec![files] }))
}

/// The languages of the chart as menu entries, where there are several.
fn chart_languages(app: &Laneway) -> Option<Group<Message>> {
    let open = app.open()?;
    let langs = open.editor.document().languages();
    let entry = |lang: &Lang| {
        let label = chart_language_text(app.catalog(), lang);
        plain_entry(Message::ChartLang(lang.clone()), label, Some(open.lang == *lang))
    };
    (langs.len() > 1).then(|| langs.iter().map(entry).collect())
}

/// The open documents as menu entries.
fn documents(app: &Laneway) -> Option<Group<Message>> {
    let shown = app.open().map(|open| open.key);
    let entry = |open: &crate::app::documents::open_document::OpenDocument| {
        plain_entry(Message::ShowDoc(open.key), open.name.clone(), Some(shown == Some(open.key)))
    };
    (!app.docs.is_empty()).then(|| app.docs.iter().map(entry).collect())
}

pub(crate) fn toolbar_ui(ui: &mut Ui, app: &Laneway) -> Option<Message> {
    let mut groups: Vec<(u8, Vec<Entry<Message>>)> = Vec::new();
    for row in TABLE {
        let Some((number, _)) = row.toolbar else { continue };
        if groups.last().is_none_or(|(last, _)| *last != number) {
            groups.push((number, Vec::new()));
        }
        groups.last_mut()?.1.push(entry(ui.ctx(), app, row));
    }
    let groups: Vec<_> = groups.into_iter().map(|(_, group)| group).collect();
    let lead = TABLE.iter().find(|row| row.command == AppCommand::Export)?;
    let lead = entry(ui.ctx(), app, lead);
    let mut chosen = None;
    ui.horizontal_centered(|ui| {
        chosen = chrome::toolbar_ui(ui, &groups, &lead);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if find_field_ui(ui, app) {
                chosen = Some(Message::Command(AppCommand::Find));
            }
        });
    });
    chosen
}

/// The field at the right that opens the search.
fn find_field_ui(ui: &mut Ui, app: &Laneway) -> bool {
    let width = FIND_WIDTH.min(ui.available_width());
    if width < LEAST_FIND_WIDTH {
        return false;
    }
    let label = app.catalog().text("ui-find");
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, CONTROL), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    let ground = if response.hovered() { tokens.hover } else { tokens.surface };
    let edge = Stroke::new(1.0, tokens.border);
    ui.painter().rect(rect, RADIUS, ground, edge, StrokeKind::Inside);
    if response.has_focus() {
        crate::ui::widgets::focus_ring(ui, rect);
    }
    let sign = egui::Rect::from_center_size(rect.left_center() + vec2(16.0, 0.0), egui::Vec2::splat(16.0));
    paint_icon(ui.painter(), Icon::Find, sign, tokens.muted);
    let format =
        egui::TextFormat::simple(theme::font(crate::text::Face::Regular, theme::CAPTION), tokens.muted);
    let mut job = egui::text::LayoutJob::single_section(label, format);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width - 40.0);
    let galley = ui.painter().layout_job(job);
    let at = rect.left_center() + vec2(30.0, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.muted);
    let row = TABLE.iter().find(|row| row.command == AppCommand::Find);
    match row {
        Some(row) => chrome::tip(response, &entry(ui.ctx(), app, row)).clicked(),
        None => response.clicked(),
    }
}

/// What each command's keys are, and what the mouse does.
pub(crate) fn shortcut_rows(ctx: &Context, catalog: &Catalog) -> Vec<(String, String)> {
    let commands = TABLE.iter().filter(|row| !row.shortcuts.is_empty()).map(|row| {
        let keys: Vec<String> = row.shortcuts.iter().map(|keys| keys_text(ctx, keys)).collect();
        (catalog.text(row.key), keys.join(", "))
    });
    let gestures = GESTURES.map(|name| {
        (catalog.text(&format!("ui-gesture-{name}")), catalog.text(&format!("ui-gesture-{name}-how")))
    });
    commands.chain(gestures).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::UiLang;

    #[test]
    fn the_help_has_words_for_every_gesture() {
        for catalog in UiLang::ALL.map(Catalog::of) {
            for name in GESTURES {
                assert!(catalog.has(&format!("ui-gesture-{name}")), "{name}");
                assert!(catalog.has(&format!("ui-gesture-{name}-how")), "{name}");
            }
        }
    }
}
