//! A scene as it is painted, with what was worked out for painting it.
//!
//! Owns what is kept from one scene to the next. What each thing looks like stands in the scene's items, which it
//! shares.

use std::{cell::OnceCell, sync::Arc};

use eframe::egui::{Rect, pos2};

use super::{
    flat::{Flat, FlatOutline},
    shelf::Shelf,
};
use crate::{
    geom::{self, BezPath, f32_from},
    model::StepId,
    scene::{Item, Prim, Scene, Source},
};

/// A page ready for painting.
pub struct Picture {
    /// The paper.
    pub bounds: geom::Rect,
    /// What the picture is called.
    pub title: String,
    /// What is said of it to readers who do not see it.
    pub description: Arc<str>,
    /// The items of the scene, back to front.
    pub(super) drawn: Vec<Drawn>,
}

/// Where a step stands and what it is called.
#[derive(Clone, Copy)]
pub struct StepMark<'a> {
    /// The step.
    pub id: &'a StepId,
    /// Its bounds in document coordinates.
    pub bounds: geom::Rect,
    /// Its name for readers who do not see the picture.
    pub title: &'a str,
    /// More about it.
    pub description: &'a str,
}

/// An item of the scene and what was worked out for it.
pub(super) struct Drawn {
    pub(super) item: Arc<Item>,
    pub(super) bounds: Rect,
    /// One for each path, those of letters included, in the order of drawing; made when the first one is asked for:
    /// of a large page seen from afar, most never is.
    outlines: OnceCell<Box<[FlatOutline]>>,
}

/// One thing to paint: a path or a text.
#[derive(Clone, Copy)]
pub(super) struct Leaf<'a> {
    pub(super) item: &'a Item,
    drawn: &'a Drawn,
}

impl Picture {
    /// The picture of `scene`.
    pub fn new(scene: &Scene) -> Self {
        let mut new = Self {
            bounds: scene.bounds,
            title: String::new(),
            description: Arc::default(),
            drawn: Vec::new(),
        };
        new.update(scene);
        new
    }

    /// Becomes the picture of `scene`. What was worked out for items that both scenes share is kept.
    pub fn update(&mut self, scene: &Scene) {
        let Scene { bounds, meta, items } = scene;
        self.bounds = *bounds;
        self.title.clone_from(&meta.title);
        self.description = Arc::clone(&meta.description);
        if self.drawn.len() == items.len() {
            // Nearly always nothing came or went: then what stays keeps its place, too.
            for (drawn, item) in self.drawn.iter_mut().zip(items.iter()) {
                if !Arc::ptr_eq(&drawn.item, item) {
                    *drawn = Drawn::new(item);
                }
            }
            return;
        }
        let mut old = Shelf::new(std::mem::take(&mut self.drawn));
        self.drawn = items.iter().map(|item| old.take(item).unwrap_or_else(|| Drawn::new(item))).collect();
    }

    /// The steps that are seen in `area`, in drawing order.
    pub fn steps_in(&self, area: geom::Rect) -> impl DoubleEndedIterator<Item = StepMark<'_>> {
        // Rounding may have moved an edge.
        let near = screen_rect(area).expand(1.0);
        let near = self.drawn.iter().filter(move |drawn| drawn.bounds.intersects(near));
        near.filter_map(Drawn::step).filter(move |step| area.overlaps(step.bounds))
    }

    /// The topmost step at `p` in document coordinates.
    pub fn step_at(&self, p: geom::Point) -> Option<StepMark<'_>> {
        let here = geom::Rect::from_points(p, p);
        self.steps_in(here).rev().find(|step| step.bounds.contains(p))
    }

    /// The step `id`.
    pub fn step(&self, id: &StepId) -> Option<StepMark<'_>> {
        self.drawn.iter().filter_map(Drawn::step).find(|step| step.id == id)
    }
}

impl Drawn {
    pub(super) fn new(item: &Arc<Item>) -> Self {
        Self { item: Arc::clone(item), bounds: screen_rect(item.bounds), outlines: OnceCell::new() }
    }

    fn step(&self) -> Option<StepMark<'_>> {
        let (Source::Step(id), Prim::Group { title, desc, .. }) = (&self.item.source, &self.item.prim) else {
            return None;
        };
        Some(StepMark { id, bounds: self.item.bounds, title, description: desc })
    }

    /// Shows all paths and texts, back to front.
    pub(super) fn each_leaf<'a>(&'a self, mut show: impl FnMut(Leaf<'a>)) {
        self.leaves_of(&self.item, &mut show);
    }

    fn leaves_of<'a>(&'a self, item: &'a Item, show: &mut impl FnMut(Leaf<'a>)) {
        if let Prim::Group { items, .. } = &item.prim {
            for item in items {
                self.leaves_of(item, show);
            }
        } else {
            show(Leaf { item, drawn: self });
        }
    }
}

impl<'a> Leaf<'a> {
    /// The `nth` path of this leaf, which is `path`, as straight lines.
    pub(super) fn flat(&self, nth: usize, path: &BezPath, zoom: f32) -> Option<&'a Flat> {
        let outlines = self.drawn.outlines.get_or_init(|| {
            let mut outlines = Vec::new();
            self.drawn.each_leaf(|leaf| outlines.extend(paths_of(leaf.item).map(FlatOutline::of)));
            outlines.into()
        });
        Some(outlines.get(self.first() + nth)?.flat(path, zoom))
    }

    /// How many paths of the same item of the scene are drawn before it.
    fn first(&self) -> usize {
        let (mut before, mut is_found) = (0, false);
        self.drawn.each_leaf(|leaf| {
            is_found |= std::ptr::eq(leaf.item, self.item);
            before += if is_found { 0 } else { paths_of(leaf.item).count() };
        });
        before
    }
}

/// The path that an item is, or those of its letters.
fn paths_of(item: &Item) -> impl Iterator<Item = &BezPath> {
    let (path, text) = match &item.prim {
        Prim::Path { path, .. } => (Some(path), None),
        Prim::Text(text) => (None, Some(text)),
        Prim::Group { .. } => (None, None),
    };
    let runs = text.into_iter().flat_map(|text| &text.block.lines).flat_map(|line| &line.runs);
    path.into_iter().chain(runs.filter_map(|run| run.outline.as_ref()))
}

pub(super) fn screen_rect(r: geom::Rect) -> Rect {
    Rect::from_min_max(pos2(f32_from(r.x0), f32_from(r.y0)), pos2(f32_from(r.x1), f32_from(r.y1)))
}
