//! What is copied, cut and pasted.
//!
//! The system's clipboard holds text: steps are copied as a small document in the form of a file, which another
//! window of the program reads again and which a person can keep. Rows of a spreadsheet become what they describe, and any
//! other text becomes steps, one for each line.

use std::path::Path;

use eframe::egui::Context;

use crate::app::{
    documents::open_document::OpenDocument, editing::changes::on_grid, laneway::Laneway, services::api::Stamp,
};
use crate::{
    edit::{Command, Fragment, NewStep, StepCommand},
    geom::{Point, Rect, Vec2},
    locale::fold,
    model::{Connector, LaneId, Page, Step, StepId, StepKind, Text},
    persist, pipeline,
};

/// How far a copy lies from what it was made of, in document units.
const OFFSET: f64 = 24.0;
/// How far apart the steps made of lines of text stand, middle to middle.
const APART: f64 = 192.0;
/// More rows than this are opened as a file of their own.
const MOST_ROWS: usize = 1000;
/// More lines than this are a text and no list of steps.
const MOST_LINES: usize = 200;

/// How often the same content was put in: each time a little further away.
#[derive(Default)]
pub(crate) struct Pasted {
    content: Option<Stamp>,
    times: u8,
}

impl Pasted {
    /// How far the next copy of `text` lies from where it was copied.
    fn next(&mut self, text: &str) -> Vec2 {
        let content = Some(Stamp::of(text.as_bytes()));
        if self.content != content {
            *self = Self { content, times: 0 };
        }
        self.times = self.times.saturating_add(1);
        Vec2::new(OFFSET, OFFSET) * f64::from(self.times)
    }
}

impl Laneway {
    /// Puts what is selected into the clipboard; whether there was anything.
    pub(crate) fn copy(&mut self, ctx: &Context) -> bool {
        let Some((fragment, text)) = self.open().and_then(copied) else { return false };
        ctx.copy_text(text);
        self.pasted = Pasted::default();
        let count = [("count", fragment.steps.len().into())];
        let key = if fragment.steps.is_empty() { "ui-copied-lines" } else { "ui-copied" };
        let catalog = self.catalog();
        self.say(
            ctx,
            if fragment.steps.is_empty() { catalog.text(key) } else { catalog.text_with(key, &count) },
        );
        true
    }

    pub(crate) fn cut(&mut self, ctx: &Context) {
        if self.copy(ctx) {
            self.delete(ctx, true);
        }
    }

    pub(crate) fn duplicate(&mut self, ctx: &Context) {
        let Some((fragment, _)) = self.open().and_then(copied) else { return };
        self.put_in(ctx, fragment, Vec2::new(OFFSET, OFFSET));
    }

    /// Puts in what `text` describes: a part of a chart, or one step for each line.
    pub(crate) fn paste(&mut self, ctx: &Context, text: &str) {
        let Some(open) = self.open() else { return };
        let Some(page) = open.page() else { return };
        let document = pipeline::open(text.as_bytes().to_vec(), Path::new("clipboard"));
        let fragment = document.ok().and_then(|opened| Fragment::from_document(&opened.document));
        let Some(fragment) = fragment else {
            return match rows(open, page, text) {
                Some(fragment) => self.put_in(ctx, fragment, Vec2::ZERO),
                None => self.paste_lines(ctx, text),
            };
        };
        let away = away(open, page, &fragment);
        let by = self.pasted.next(text) + away;
        self.put_in(ctx, fragment, by);
    }

    fn put_in(&mut self, ctx: &Context, fragment: Fragment, by: Vec2) {
        let services = std::sync::Arc::clone(&self.services);
        let fragment = Box::new(fragment.renamed(&mut || services.entropy()));
        self.run(ctx, Command::Paste { fragment, by });
    }

    fn paste_lines(&mut self, ctx: &Context, text: &str) {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() || lines.len() > MOST_LINES {
            return self.refuse(ctx, self.catalog().text("ui-nothing-to-paste"));
        }
        let Some(open) = self.open() else { return };
        let Some(page) = open.page() else { return };
        let (flow, start) = (page.orientation, first_place(open, page));
        let step = |(nth, line): (f64, &&str)| {
            let at = flow.point(flow.along(start) + nth * APART, flow.across(start));
            let id = StepId::mint(line, self.services.entropy());
            let step = NewStep { id, kind: StepKind::Process, at, text: Text::new(open.lang.clone(), *line) };
            Command::Step(StepCommand::Create { step, onto: None })
        };
        let numbers = std::iter::successors(Some(0.0), |n| Some(n + 1.0));
        let commands = numbers.zip(&lines).map(step).collect();
        self.run(ctx, Command::All(commands));
    }
}

/// What rows copied from a spreadsheet describe: the steps side by side where new ones go, each in the lane that its
/// function names if the page has it. `None` where `text` is no such rows.
fn rows(open: &OpenDocument, page: &Page, text: &str) -> Option<Fragment> {
    if !text.contains('\t') || text.lines().count() > MOST_ROWS {
        return None;
    }
    let document = pipeline::rows(text, &open.lang)?;
    let table = document.pages.first()?;
    let (flow, start) = (page.orientation, first_place(open, page));
    let across = |lane: &LaneId| {
        let title = table.lanes.iter().find(|of| of.id == *lane).map(|of| fold(&open.read(&of.title)));
        let found = page.lane_bands().find(|(of, _, _)| title.as_ref() == Some(&fold(&open.read(&of.title))));
        found.map_or(flow.across(start), |(_, from, to)| f64::midpoint(from, to))
    };
    let numbers = std::iter::successors(Some(0.0), |n| Some(n + 1.0));
    let steps = numbers.zip(table.steps_in_reading_order()).map(|(nth, step)| {
        let middle = flow.point(flow.along(start) + nth * APART, across(&step.lane));
        Step { rect: Rect::from_center_size(middle, step.rect.size()), ..Step::clone(step) }
    });
    let steps = steps.collect();
    Some(Fragment { steps, connectors: table.connectors.values().map(|of| Connector::clone(of)).collect() })
}

/// What is selected as a part of a chart, and as text.
fn copied(open: &OpenDocument) -> Option<(Fragment, String)> {
    let page = open.page()?;
    let fragment = Fragment::cut_from(page, open.editor.selection());
    if fragment.steps.is_empty() && fragment.connectors.is_empty() {
        return None;
    }
    let text = persist::to_ron(&fragment.to_document(open.editor.document(), page));
    Some((fragment, text))
}

/// How far `fragment` has to move to come into sight; not at all where it is.
fn away(open: &OpenDocument, page: &Page, fragment: &Fragment) -> Vec2 {
    let (Some(bounds), Some(camera)) = (fragment.bounds(), open.camera) else { return Vec2::ZERO };
    let is_seen = camera.visible(open.viewport).contains(bounds.center());
    let is_inside = page.grid().contains(bounds.center());
    if is_seen && is_inside { Vec2::ZERO } else { on_grid(page, open.middle()) - bounds.center() }
}

/// Where the first of several new steps goes: behind what is selected, else in the middle of what is seen.
fn first_place(open: &OpenDocument, page: &Page) -> Point {
    let steps = open.editor.selection().steps.iter().filter_map(|id| page.steps.get(id));
    let flow = page.orientation;
    let last = steps.max_by(|a, b| flow.span_along(a.rect).1.total_cmp(&flow.span_along(b.rect).1));
    let lane = open.editor.selection().lanes.first().and_then(|id| page.lane_band(id));
    match (last, lane) {
        (Some(step), _) => {
            let middle = step.rect.center();
            flow.point(flow.along(middle) + APART, flow.across(middle))
        }
        (None, Some((_, from, to))) => {
            let start = flow.along(on_grid(page, open.middle()));
            flow.point(start, f64::midpoint(from, to))
        }
        (None, None) => on_grid(page, open.middle()),
    }
}
