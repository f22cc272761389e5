//! The pages as tabs below the canvas, like the sheets of a spreadsheet.

use eframe::egui::{
    self, Align, Context, Id, Key, Layout, Margin, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
    vec2,
};

use super::{PanelRequest, Shown, map::page_thumbnail_ui};
use crate::{
    edit::{Command, EditRequest, PageCommand, TextOf, copy_page, worded},
    model::{LaneId, Page, PageId, PoolId},
    text::{Face, markup::one_line},
    ui::{
        theme::{self, BODY, TABS, Tokens},
        widgets::{field_ui, focus_ring},
    },
};

/// The most a title takes.
const WIDEST: f32 = 220.0;
/// The room for a title that is being written.
const WRITING: f32 = 180.0;

/// Shows the pages: a click shows one, a double click renames it, dragging moves it, the context menu has the rest.
pub fn page_tabs_ui(ui: &mut Ui, shown: &Shown<'_>) -> Vec<PanelRequest> {
    let mut out = Vec::new();
    let scroll = ScrollArea::horizontal().id_salt("page-tabs").auto_shrink([false, false]);
    let scroll = scroll.scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
    scroll.show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let pages = &shown.document.pages;
            let tabs: Vec<Response> =
                pages.iter().enumerate().map(|(i, page)| tab_ui(ui, shown, i, page, &mut out)).collect();
            out.extend(dragged(ui, shown, &tabs));
            if super::choice::small_button(ui, "+", &shown.catalog.text("panel-page-add")) {
                let add = add(shown);
                if let PageCommand::Add { id, .. } = &add {
                    rename_page(ui.ctx(), id);
                }
                out.push(run(add));
            }
        });
    });
    out
}

const fn run(command: PageCommand) -> PanelRequest {
    PanelRequest::Edit(EditRequest::Run(Command::Page(command)))
}

fn add(shown: &Shown<'_>) -> PageCommand {
    let number = shown.document.pages.len() + 1;
    let title =
        worded(shown.languages, |words| words.text_with("edit-new-page", &[("number", number.into())]));
    PageCommand::Add {
        id: PageId::mint("page", (shown.mint)()),
        lanes: shown.page.lanes.iter().map(|_| LaneId::mint("lane", (shown.mint)())).collect(),
        pools: shown.page.pools.keys().map(|_| PoolId::mint("pool", (shown.mint)())).collect(),
        at: shown.document.pages.len(),
        title,
    }
}

/// Names the page that is being renamed.
fn renaming() -> Id {
    Id::unique("panel-page-renaming")
}

fn tab_ui(ui: &mut Ui, shown: &Shown<'_>, i: usize, page: &Page, out: &mut Vec<PanelRequest>) -> Response {
    let writes: Option<PageId> = ui.data(|data| data.get_temp(renaming()));
    if writes.as_ref() == Some(&page.id) {
        return rename_ui(ui, shown, page, out);
    }
    let title = one_line(shown.document.page_title(page, shown.lang));
    let title = if title.is_empty() {
        shown.catalog.text_with("edit-untitled", &[("number", 1.into())])
    } else {
        title
    };
    let is_shown = page.id == shown.page.id;
    let response = sheet_ui(ui, &title, is_shown);
    if response.double_clicked() {
        rename_page(ui.ctx(), &page.id);
    } else if response.clicked() && !is_shown {
        out.push(PanelRequest::ShowPage(page.id.clone()));
    }
    response.context_menu(|ui| menu_ui(ui, shown, i, page, out));
    if is_shown { response } else { response.on_hover_ui(|ui| page_thumbnail_ui(ui, shown.document, page)) }
}

/// Lets the title of `page` be written in its tab, as soon as it has one.
pub fn rename_page(ctx: &Context, page: &PageId) {
    ctx.data_mut(|data| data.insert_temp(renaming(), page.clone()));
    ctx.request_repaint();
}

fn sheet_ui(ui: &mut Ui, title: &str, is_shown: bool) -> Response {
    let tokens = Tokens::of(ui);
    let (face, color) = if is_shown { (Face::SemiBold, tokens.text) } else { (Face::Regular, tokens.muted) };
    let font = egui::FontSelection::from(theme::font(face, BODY));
    let wrap = Some(egui::TextWrapMode::Truncate);
    let galley = egui::WidgetText::from(title).into_galley(ui, wrap, WIDEST, font);
    let size = vec2(galley.size().x + 28.0, TABS - 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_shown, title));
    let corners = egui::CornerRadius { nw: 0, ne: 0, sw: theme::RADIUS, se: theme::RADIUS };
    if is_shown {
        let edge = Stroke::new(1.0, tokens.border);
        ui.painter().rect(rect, corners, tokens.surface, edge, StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corners, tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui, rect.shrink(2.0));
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response
}

fn rename_ui(ui: &mut Ui, shown: &Shown<'_>, page: &Page, out: &mut Vec<PanelRequest>) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(WRITING, TABS - 2.0), Sense::hover());
    let of = TextOf::Page(page.id.clone());
    let mut text = page.title.exactly(shown.lang).unwrap_or_default().to_owned();
    let id = Id::unique(format!("panel-page-title-{}", page.id));
    let name = shown.catalog.text("panel-page-title");
    let begun = Id::unique("panel-page-renaming-begun");
    let has_begun = ui.data(|data| data.get_temp::<bool>(begun)).unwrap_or_default();
    if !has_begun {
        select_all(ui, id, &text);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let field = ui
        .scope_builder(UiBuilder::new().max_rect(rect.shrink(2.0)), |ui| {
            let edit = TextEdit::singleline(&mut text).id(id).margin(Margin::symmetric(8, 3));
            field_ui(ui, edit.desired_width(WRITING - 24.0), false)
        })
        .inner;
    ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(name.as_str()));
    // A dialog that was closed in the last frame still keeps the keyboard for itself.
    if !has_begun && field.has_focus() && field.enabled() {
        ui.data_mut(|data| data.insert_temp(begun, true));
    }
    if field.changed() {
        let set = Command::SetText { of, lang: shown.lang.clone(), text };
        out.push(PanelRequest::Edit(EditRequest::Preview(set)));
    }
    if field.lost_focus() {
        // The key is the field's: the canvas must not take it for its own.
        ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
        out.push(PanelRequest::Edit(EditRequest::Commit));
        ui.data_mut(|data| {
            data.remove::<PageId>(renaming());
            data.remove::<bool>(begun);
        });
    }
    response
}

/// Marks all of what stands in the field `id`: what is typed takes its place.
fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEditState::default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
    state.store(ui.ctx(), id);
}

fn menu_ui(ui: &mut Ui, shown: &Shown<'_>, i: usize, page: &Page, out: &mut Vec<PanelRequest>) {
    ui.set_min_width(200.0);
    let catalog = shown.catalog;
    let count = shown.document.pages.len();
    if ui.button(catalog.text("panel-page-rename")).clicked() {
        rename_page(ui.ctx(), &page.id);
        ui.close();
    }
    let to = |to: usize| PageCommand::Move { page: page.id.clone(), to };
    let entries = [
        ("panel-page-duplicate", true, None),
        ("panel-page-back", i > 0, Some(to(i.saturating_sub(1)))),
        ("panel-page-on", i + 1 < count, Some(to(i + 1))),
        ("panel-page-delete", count > 1, Some(PageCommand::Delete { page: page.id.clone() })),
    ];
    for (key, is_enabled, command) in entries {
        if ui.add_enabled(is_enabled, egui::Button::new(catalog.text(key))).clicked() {
            let duplicate = || PageCommand::Duplicate {
                page: page.id.clone(),
                copy: Box::new(copy_page(page, &mut || (shown.mint)())),
            };
            out.push(run(command.unwrap_or_else(duplicate)));
            ui.close();
        }
    }
}

/// Moves the tab that was let go to where it is; shows where that would be.
fn dragged(ui: &Ui, shown: &Shown<'_>, tabs: &[Response]) -> Option<PanelRequest> {
    let from = tabs.iter().position(|tab| tab.dragged() || tab.drag_stopped())?;
    let tab = tabs.get(from)?;
    let pointer = tab.interact_pointer_pos().or_else(|| ui.input(|input| input.pointer.latest_pos()))?;
    let before = tabs.iter().filter(|other| other.rect.center().x < pointer.x).count();
    let to = if before > from { before - 1 } else { before };
    if tab.dragged() {
        let edge = tabs.get(before).map(|tab| tab.rect.left()).or_else(|| Some(tabs.last()?.rect.right()))?;
        let mark =
            Rect::from_center_size(egui::pos2(edge, tab.rect.center().y), vec2(2.0, tab.rect.height()));
        ui.painter().rect_filled(mark, 1, Tokens::of(ui).accent);
        return None;
    }
    let page = shown.document.pages.get(from)?.id.clone();
    (to != from).then(|| run(PageCommand::Move { page, to }))
}
