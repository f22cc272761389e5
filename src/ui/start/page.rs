//! The page as a whole: the column at the left, the gallery at the right.

use std::path::PathBuf;

use eframe::egui::{self, Align, Frame, Key, Label, Layout, Margin, RichText, ScrollArea, Ui, Vec2, vec2};

use super::{
    cards::{FoundCards, cards_ui},
    chips::{chip_ui, chip_width},
    gallery::{EntryId, Gallery, GalleryShelf},
    recent::{RecentRow, recent_ui},
};
use crate::{
    locale::{Catalog, Lang},
    model::Document,
    scene::Scene,
    text::Face,
    ui::{
        theme::{self, BIG_CONTROL, Tokens},
        tip::WithTip as _,
        widgets::{accent_button, caption, plain_button, text_field},
    },
};

/// The width of the left column, and in a narrow window.
const SIDE: (f32, f32) = (280.0, 196.0);
/// A window of less width is narrow.
const NARROW: f32 = 720.0;
/// The room between the chips and the cards, and below the cards.
const AROUND_CARDS: f32 = 12.0;

/// What a person chose on the start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// An empty chart.
    New,
    /// A file, to be asked for.
    Open,
    /// This file.
    Recent(PathBuf),
    /// To take this file off the list.
    Forget(PathBuf),
    /// This document.
    Template(EntryId),
}

/// Shows the start page; gives back what was chosen. `draw` makes a document's first page.
pub fn start_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    gallery: &mut Gallery,
    recent: &[RecentRow],
    draw: &dyn Fn(&Document, &Lang) -> Scene,
) -> Option<Choice> {
    let tokens = Tokens::of(ui);
    let is_narrow = ui.available_width() < NARROW;
    let (side, padding, gap) = if is_narrow { (SIDE.1, 16, 16) } else { (SIDE.0, 32, 40) };
    let top = if is_narrow { 16 } else { 36 };
    let left = egui::Panel::left("start-side")
        .exact_size(side)
        .resizable(false)
        .frame(Frame::new().fill(tokens.surface))
        .show(ui, |ui| {
            let margin = Margin { left: padding, right: padding, top, bottom: 16 };
            scroll("side", margin).show(ui, |ui| side_ui(ui, catalog, recent)).inner
        })
        .inner;
    let margin = Margin { left: gap, right: padding, top, bottom: 0 };
    let right = egui::CentralPanel::default()
        .frame(Frame::new().fill(tokens.panel))
        .show(ui, |ui| scroll("main", margin).show(ui, |ui| main_ui(ui, catalog, gallery, draw)).inner)
        .inner;
    left.or(right)
}

fn scroll(name: &str, margin: Margin) -> ScrollArea {
    ScrollArea::vertical().id_salt(name).auto_shrink([false, false]).content_margin(margin)
}

fn side_ui(ui: &mut Ui, catalog: &Catalog, recent: &[RecentRow]) -> Option<Choice> {
    ui.label(RichText::new("Laneway").font(theme::font(Face::Bold, 26.0)));
    ui.add_space(14.0);
    ui.spacing_mut().item_spacing.y = 10.0;
    let size = vec2(ui.available_width(), BIG_CONTROL);
    let new = accent_button(ui, &catalog.text("ui-new-chart"), size).clicked().then_some(Choice::New);
    let open = plain_button(ui, &catalog.text("ui-open"), size).clicked().then_some(Choice::Open);
    new.or(open).or(recent_ui(ui, catalog, recent))
}

fn main_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    gallery: &mut Gallery,
    draw: &dyn Fn(&Document, &Lang) -> Scene,
) -> Option<Choice> {
    heading_ui(ui, catalog, &mut gallery.search);
    ui.add_space(4.0);
    let lang = gallery.lang.clone().unwrap_or_else(|| catalog.lang().into());
    chips_ui(ui, catalog, gallery, &lang);
    ui.add_space(AROUND_CARDS);
    let found = gallery.found();
    if found.is_empty() {
        let is_bare = gallery.shelf == GalleryShelf::Yours && !gallery.has_yours();
        let words = if is_bare { "ui-no-own-template" } else { "ui-no-template-found" };
        ui.add(Label::new(caption(ui, catalog.text(words))).wrap());
        return None;
    }
    let chosen = cards_ui(ui, catalog, FoundCards { cards: &mut gallery.cards, shown: &found }, &lang, draw);
    ui.add_space(AROUND_CARDS);
    chosen.map(Choice::Template)
}

fn heading_ui(ui: &mut Ui, catalog: &Catalog, search: &mut String) {
    let width = ui.available_width();
    // Narrow windows keep the heading whole.
    let size = if width < 560.0 { 18.0 } else { 22.0 };
    let heading = RichText::new(catalog.text("ui-start-heading")).font(theme::font(Face::Bold, size));
    let hint = catalog.text("ui-search-templates");
    if width < 420.0 {
        ui.add(Label::new(heading).truncate());
        search_ui(ui, search, &hint, vec2(width, 34.0));
        return;
    }
    let row = vec2(width, BIG_CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let least = if width < 560.0 { 150.0 } else { 200.0 };
        search_ui(ui, search, &hint, vec2((width * 0.3).clamp(least, 288.0), 34.0));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(heading).truncate()));
    });
}

/// The field of what is looked for; Escape clears it.
fn search_ui(ui: &mut Ui, search: &mut String, hint: &str, size: Vec2) {
    let field = text_field(ui, search, hint, size);
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        search.clear();
    }
}

/// The shelves at the left; at the right the languages, where there are several.
fn chips_ui(ui: &mut Ui, catalog: &Catalog, gallery: &mut Gallery, lang: &Lang) {
    ui.horizontal_wrapped(|ui| {
        for shelf in gallery.shelves() {
            let text = shelf_text(catalog, shelf);
            if chip_ui(ui, &text, &text, gallery.shelf == shelf).clicked() {
                gallery.shelf = shelf;
            }
        }
        let languages = gallery.languages();
        if languages.len() < 2 {
            return;
        }
        let all = catalog.text("ui-all-languages");
        let named: Vec<String> = languages.iter().map(|one| one.name(catalog)).collect();
        let gap = ui.spacing().item_spacing.x;
        let width = named.iter().chain([&all]).map(|name| chip_width(ui, name) + gap).sum::<f32>() - gap;
        // In a row of their own where they do not fit.
        ui.add_space((ui.available_size_before_wrap().x - width).floor().max(0.0));
        for (one, name) in languages.into_iter().zip(named) {
            let full = catalog.text_with("ui-templates-in", &[("language", name.as_str().into())]);
            if chip_ui(ui, &name, &full, one == *lang).with_tip(full).clicked() {
                gallery.lang = Some(one);
            }
        }
        let full = catalog.text("ui-all-languages-tip");
        if chip_ui(ui, &all, &full, gallery.keeps_languages).with_tip(full).clicked() {
            gallery.keeps_languages = !gallery.keeps_languages;
        }
    });
}

fn shelf_text(catalog: &Catalog, shelf: GalleryShelf) -> String {
    match shelf {
        GalleryShelf::All => catalog.text("ui-shelf-all"),
        GalleryShelf::Yours => catalog.text("ui-shelf-yours"),
        GalleryShelf::Category(category) => catalog.text(category.key()),
    }
}
