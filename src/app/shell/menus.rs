//! Menus and toolbar, made of the command table and the state.

use std::path::PathBuf;

use eframe::egui::{self, Align, Context, Layout, Sense, Stroke, StrokeKind, Ui, vec2};

use super::{answer::ShellAnswer, status::chart_language_text};
use crate::{
    app::{
        commands::{
            availability::CommandState,
            command::{
                AppCommand, Beside, ClipboardCommand, EditCommand, FollowCommand, LayOut, PictureOf, Zoom,
            },
            info::{CommandInfo, MenuName},
            keys::keys_text,
            table::TABLE,
        },
        documents::open_document::OpenDocument,
    },
    edit::Arrange,
    locale::{Lang, say_path},
    scene::Spot,
    ui::{
        chrome::{self, Group, Menu, MenuEntry, MenuItem},
        icons::{Icon, paint_icon},
        theme::{self, CONTROL, RADIUS, Tokens},
    },
};

/// The width of the field that opens the search, and the narrowest that is still read.
const FIND_WIDTH: f32 = 208.0;
const LEAST_FIND_WIDTH: f32 = 90.0;

/// A command of the table as an entry that answers with what `answer` makes of it.
fn entry<A>(
    ctx: &Context,
    state: &CommandState<'_>,
    row: &CommandInfo,
    answer: impl FnOnce(AppCommand) -> A,
) -> MenuEntry<A> {
    let catalog = state.catalog;
    let lack = state.lack(row);
    let tip = catalog.text(&format!("{}-tip", row.key));
    MenuEntry {
        command: answer(row.command),
        label: state.label(row),
        tooltip: lack.map_or(tip, |reason| catalog.text(reason)),
        shortcut: row.shortcuts.first().map(|keys| keys_text(ctx, *keys)).unwrap_or_default(),
        enabled: lack.is_none(),
        chosen: state.is_chosen(row.command),
        icon: row.toolbar.map(|(_, icon)| icon),
    }
}

/// An entry that is no command of the table: a document, a file, a language.
fn plain_entry(command: ShellAnswer, label: String, chosen: Option<bool>) -> MenuItem<ShellAnswer> {
    MenuItem::Entry(MenuEntry::plain(command, label.clone(), label, chosen))
}

/// What the commands offer in the menu of what was clicked on the canvas.
pub(crate) fn context_groups(ctx: &Context, state: &CommandState<'_>) -> Vec<Group<AppCommand>> {
    let Some(spot) = state.documents.shown().and_then(|open| open.canvas.menu()) else { return Vec::new() };
    let row = |command: &AppCommand| TABLE.iter().find(|row| row.command == *command);
    let group = |commands: &&[AppCommand]| {
        let rows = commands.iter().filter_map(row);
        rows.map(|row| MenuItem::Entry(entry(ctx, state, row, |command| command))).collect()
    };
    offered(spot).iter().map(group).collect()
}

/// What takes away what was clicked.
const DELETE: &[AppCommand] = &[AppCommand::Edit(EditCommand::Delete)];

/// The ways of a lane past its neighbours.
const MOVE_LANE: &[AppCommand] = &[
    AppCommand::Edit(EditCommand::MoveLane(Beside::Before)),
    AppCommand::Edit(EditCommand::MoveLane(Beside::After)),
];

/// The commands that are of use for what stands at `spot`, in groups.
const fn offered(spot: &Spot) -> &'static [&'static [AppCommand]] {
    use AppCommand as Do;
    const CLIPBOARD: &[Do] = &[
        Do::Clipboard(ClipboardCommand::Cut),
        Do::Clipboard(ClipboardCommand::Copy),
        Do::Clipboard(ClipboardCommand::CopyPicture(PictureOf::Selection)),
        Do::Clipboard(ClipboardCommand::Paste),
        Do::Clipboard(ClipboardCommand::Duplicate),
    ];
    match spot {
        Spot::Step(_) => &[
            &[Do::Follow(FollowCommand::Link)],
            CLIPBOARD,
            &[
                Do::LayOut(LayOut::Selection),
                Do::Edit(EditCommand::Pin),
                Do::Edit(EditCommand::FitSize),
                Do::Edit(EditCommand::TidyLines),
                Do::Edit(EditCommand::ConnectWith),
                Do::Edit(EditCommand::Extract),
            ],
            &[
                Do::Edit(EditCommand::Arrange(Arrange::ToFront)),
                Do::Edit(EditCommand::Arrange(Arrange::ToBack)),
            ],
            &[Do::Edit(EditCommand::Delete), Do::Edit(EditCommand::DeleteLeavingGap)],
        ],
        Spot::Line { .. } | Spot::Label(_) => &[
            &[
                Do::Edit(EditCommand::Reverse),
                Do::Edit(EditCommand::TidyLines),
                Do::Edit(EditCommand::PlaceLabels),
            ],
            DELETE,
        ],
        Spot::LaneHeader(_) | Spot::PoolHeader(_) | Spot::LaneBorder(_) => &[
            &[Do::Edit(EditCommand::Lane(Beside::Before)), Do::Edit(EditCommand::Lane(Beside::After))],
            MOVE_LANE,
            &[Do::Edit(EditCommand::Pool), Do::Edit(EditCommand::DissolvePool)],
            &[Do::LayOut(LayOut::Lane), Do::Clipboard(ClipboardCommand::CopyPicture(PictureOf::Lane))],
            DELETE,
        ],
        Spot::PhaseHeader(_) | Spot::PhaseBorder(_) => &[
            &[Do::Edit(EditCommand::Phase(Beside::Before)), Do::Edit(EditCommand::Phase(Beside::After))],
            DELETE,
        ],
        Spot::Lane(_) | Spot::Title | Spot::Subtitle | Spot::Desk => &[
            &[
                Do::Clipboard(ClipboardCommand::Paste),
                Do::Clipboard(ClipboardCommand::CopyPicture(PictureOf::Page)),
                Do::Edit(EditCommand::SelectAll),
            ],
            &[
                Do::Edit(EditCommand::Lane(Beside::After)),
                Do::Edit(EditCommand::Phase(Beside::After)),
                Do::Edit(EditCommand::TurnPage),
            ],
            &[Do::LayOut(LayOut::Page), Do::LayOut(LayOut::Tidy), Do::Edit(EditCommand::TidyAllLines)],
            &[Do::Zoom(Zoom::Fit)],
        ],
    }
}

/// The commands of a menu in their groups and submenus. What follows one another in the same submenu stands in one,
/// in groups of its own.
fn menu_groups(ctx: &Context, state: &CommandState<'_>, name: MenuName) -> Vec<Group<ShellAnswer>> {
    let mut groups: Vec<Group<ShellAnswer>> = Vec::new();
    let mut last = None;
    for row in TABLE.iter().filter(|row| row.menu.0 == name) {
        let starts_group = last.replace(row.menu.1) != Some(row.menu.1);
        let item = MenuItem::Entry(entry(ctx, state, row, ShellAnswer::Command));
        let title = row.submenu.map(|key| state.catalog.text(key));
        if let (Some(title), Some(MenuItem::Menu(menu))) =
            (&title, groups.last_mut().and_then(|it| it.last_mut()))
            && menu.title == *title
        {
            put(&mut menu.groups, item, starts_group);
            continue;
        }
        let item = match title {
            Some(title) => MenuItem::Menu(Menu { title, groups: vec![vec![item]] }),
            None => item,
        };
        put(&mut groups, item, starts_group);
    }
    groups
}

/// Puts `item` at the end of the last group, or into a new one.
fn put(groups: &mut Vec<Group<ShellAnswer>>, item: MenuItem<ShellAnswer>, starts_group: bool) {
    match groups.last_mut() {
        Some(group) if !starts_group => group.push(item),
        Some(_) | None => groups.push(vec![item]),
    }
}

/// The menus.
pub(crate) fn menus_ui(ui: &mut Ui, state: &CommandState<'_>) -> Option<ShellAnswer> {
    let menus = MenuName::ALL.map(|name| {
        let mut groups = menu_groups(ui.ctx(), state, name);
        match name {
            MenuName::File => {
                if let Some(group) = groups.first_mut() {
                    group.extend(recent_files(state));
                }
            }
            MenuName::View => groups.extend(chart_languages(state)),
            MenuName::Window => groups.extend(documents(state)),
            MenuName::Edit | MenuName::Insert | MenuName::Arrange | MenuName::Help => {}
        }
        Menu { title: state.catalog.text(name.key()), groups }
    });
    chrome::menu_bar_ui(ui, &menus)
}

/// The files that were opened lately, in a menu of their own.
fn recent_files(state: &CommandState<'_>) -> Option<MenuItem<ShellAnswer>> {
    let entry = |path: &PathBuf| {
        let name = path.file_name().map(say_path);
        let folder = path.parent().map(say_path).unwrap_or_default();
        let label = format!("{} — {folder}", name.unwrap_or_default());
        plain_entry(ShellAnswer::Recent(path.clone()), label, None)
    };
    let files: Group<ShellAnswer> = state.settings.recent.iter().map(|file| entry(&file.path)).collect();
    let title = state.catalog.text("ui-menu-recent");
    (!files.is_empty()).then(|| MenuItem::Menu(Menu { title, groups: vec![files] }))
}

/// The languages of the chart as menu entries, where there are several.
fn chart_languages(state: &CommandState<'_>) -> Option<Group<ShellAnswer>> {
    let open = state.documents.shown()?;
    let langs = open.editor.document().languages();
    let entry = |lang: &Lang| {
        let label = chart_language_text(state.catalog, lang);
        plain_entry(ShellAnswer::ChartLang(lang.clone()), label, Some(open.lang == *lang))
    };
    (langs.len() > 1).then(|| langs.iter().map(entry).collect())
}

/// The open documents as menu entries.
fn documents(state: &CommandState<'_>) -> Option<Group<ShellAnswer>> {
    let shown = state.documents.shown().map(|open| open.key);
    let entry = |open: &OpenDocument| {
        plain_entry(ShellAnswer::ShowDocument(open.key), open.name.clone(), Some(shown == Some(open.key)))
    };
    (!state.documents.is_empty()).then(|| state.documents.iter().map(entry).collect())
}

pub(crate) fn toolbar_ui(ui: &mut Ui, state: &CommandState<'_>) -> Option<ShellAnswer> {
    let mut groups: Vec<(u8, Vec<MenuEntry<ShellAnswer>>)> = Vec::new();
    for row in TABLE {
        let Some((number, _)) = row.toolbar else { continue };
        if groups.last().is_none_or(|(last, _)| *last != number) {
            groups.push((number, Vec::new()));
        }
        groups.last_mut()?.1.push(entry(ui.ctx(), state, row, ShellAnswer::Command));
    }
    let groups: Vec<_> = groups.into_iter().map(|(_, group)| group).collect();
    let lead = TABLE.iter().find(|row| row.command == AppCommand::Export)?;
    let lead = entry(ui.ctx(), state, lead, ShellAnswer::Command);
    let mut chosen = None;
    ui.horizontal_centered(|ui| {
        chosen = chrome::toolbar_ui(ui, &groups, &lead);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if find_field_ui(ui, state) {
                chosen = Some(ShellAnswer::Command(AppCommand::Search));
            }
        });
    });
    chosen
}

/// The field at the right that opens the search.
fn find_field_ui(ui: &mut Ui, state: &CommandState<'_>) -> bool {
    let width = FIND_WIDTH.min(ui.available_width());
    if width < LEAST_FIND_WIDTH {
        return false;
    }
    let label = state.catalog.text("ui-search");
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
    let row = TABLE.iter().find(|row| row.command == AppCommand::Search);
    match row {
        Some(row) => chrome::tip(response, &entry(ui.ctx(), state, row, ShellAnswer::Command)).clicked(),
        None => response.clicked(),
    }
}
