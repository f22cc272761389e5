//! What is copied, cut and pasted.
//!
//! What is copied goes into the system's clipboard as steps, in words and as a picture: the steps as a small document in
//! the form of a file, which another window of the program reads again. Where the clipboard holds one kind at a time, that
//! is it. Rows of a spreadsheet and the geometry of a chart become what they describe, and any other text becomes steps,
//! one for each line.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::egui::ViewportCommand;

use super::{copy_picture::CopyingPicture, picture::PictureSource, system::ClipboardOffer, words::words};
use crate::{
    app::{
        commands::command::{ClipboardCommand, EditCommand},
        documents::{open_document::OpenDocument, selected::on_grid, tabs::Documents},
        effect::Effect,
        env::Env,
        jobs::job::Jobs,
    },
    arrange::PagePart,
    edit::{Command, EditRequest, Editor, Fragment, NewStep, PageCommand, StepCommand, rules},
    geom::{Axis, Orientation, Point, Rect, Vec2},
    interop::Report,
    model::{Document, LaneId, Page, Step, StepId, StepKind, Text},
    persist,
    pipeline::{self, Chart, OpenError, Way},
};

/// How far apart the steps made of lines of text stand, middle to middle.
const APART: f64 = 192.0;
/// More rows than this are opened as a file of their own.
const MOST_ROWS: usize = 1000;
/// More lines than this are a text and no list of steps.
const MOST_LINES: usize = 200;

/// Does `command` with what is selected in the document that is shown.
pub(crate) fn update(
    copying: &mut CopyingPicture,
    documents: &Documents,
    jobs: &mut Jobs,
    env: &Env,
    command: ClipboardCommand,
) -> Vec<Effect> {
    match command {
        ClipboardCommand::Cut => {
            let mut effects = copy(documents, jobs, env);
            if !effects.is_empty() {
                effects.push(Effect::Change(EditCommand::Delete));
            }
            effects
        }
        ClipboardCommand::Copy => copy(documents, jobs, env),
        ClipboardCommand::CopyPicture(of) => {
            copying.begin(documents, jobs, env, of);
            Vec::new()
        }
        // The text comes as an event of its own.
        ClipboardCommand::Paste => vec![Effect::Window(ViewportCommand::RequestPaste)],
        ClipboardCommand::Duplicate => {
            let Some((fragment, _)) = documents.shown().and_then(copied) else { return Vec::new() };
            put_in(env, fragment, Vec2::ZERO)
        }
    }
}

/// Puts what is selected into the clipboard; no effects where there is nothing.
fn copy(documents: &Documents, jobs: &mut Jobs, env: &Env) -> Vec<Effect> {
    let Some(open) = documents.shown() else { return Vec::new() };
    let Some((fragment, document)) = copied(open) else { return Vec::new() };
    let steps = persist::to_ron(&document);
    let offer = ClipboardOffer {
        steps: Some(steps.clone()),
        words: Some(words(&document, &open.lang)).filter(|words| !words.is_empty()),
        has_picture: !fragment.steps.is_empty(),
    };
    let said = if fragment.steps.is_empty() {
        env.catalog.text("ui-copied-lines")
    } else {
        env.catalog.text_with("ui-copied", &[("count", fragment.steps.len().into())])
    };
    let Some(id) = env.clipboard.offer(offer) else {
        return vec![Effect::CopyText(steps), Effect::Say(said)];
    };
    if !fragment.steps.is_empty() {
        let part = PagePart { steps: Some(open.editor.selection().steps.clone()), ..PagePart::default() };
        PictureSource::of_shown(env, open, part).follow(id, jobs, &env.clipboard);
    }
    vec![Effect::Say(said)]
}

/// Puts in the steps that are in the clipboard, or else what its `text` describes.
pub(crate) fn paste(documents: &Documents, env: &Env, text: &str) -> Vec<Effect> {
    match offered_steps(env) {
        Some(steps) => paste_text(documents, env, &steps),
        None => paste_text(documents, env, text),
    }
}

/// The steps that are in the clipboard. Some programs give what they have for every kind that they are asked for.
fn offered_steps(env: &Env) -> Option<String> {
    env.clipboard.steps().filter(|steps| pipeline::recognise(steps.as_bytes()).is_document())
}

/// Puts in the steps that are in the clipboard beside a picture, which is nothing for a chart.
pub(crate) fn paste_picture(documents: &Documents, env: &Env) -> Vec<Effect> {
    match offered_steps(env) {
        Some(steps) => paste_text(documents, env, &steps),
        None => vec![Effect::Refuse(env.catalog.text("ui-paste-picture"))],
    }
}

/// Puts in what `text` describes: a part of a chart, or one step for each line.
fn paste_text(documents: &Documents, env: &Env, text: &str) -> Vec<Effect> {
    let Some(open) = documents.shown() else { return Vec::new() };
    let Some(page) = open.page() else { return Vec::new() };
    if are_files(text) {
        return vec![Effect::Refuse(env.catalog.text("ui-paste-file"))];
    }
    let name = PathBuf::from(env.catalog.text("ui-clipboard"));
    match pipeline::open_chart(text.as_bytes().to_vec(), &name, &open.lang) {
        Ok(Chart { document, report, .. }) => {
            if let Some(fragment) = Fragment::from_document(&turned(document, page.orientation)) {
                let fragment = aimed(open, fragment);
                let told = report.map_or_else(
                    || made_lanes(open, page, env, &fragment),
                    |report| Some(account(env, report)),
                );
                let by = away(open, page, &fragment);
                return put_in(env, fragment, by).into_iter().chain(told).collect();
            }
        }
        Err(OpenError::Foreign { what, .. })
            if matches!(what.way(), Way::ListSteps | Way::RemoveDirectives) =>
        {
            return vec![Effect::Refuse(env.say("ui-paste-foreign", "what", what.name(env.catalog)))];
        }
        Err(OpenError::Drawing(error)) => return vec![Effect::Refuse(error.say(env.catalog))],
        Err(_) => {}
    }
    match rows(open, page, text) {
        Some(fragment) => {
            let told = made_lanes(open, page, env, &fragment);
            put_in(env, fragment, Vec2::ZERO).into_iter().chain(told).collect()
        }
        None => vec![lines(open, page, env, text)],
    }
}

/// Whether each line of `text` is the path of a file, as file managers copy it.
fn are_files(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    let is_file = |line: &str| {
        line.starts_with("file://") || (Path::new(line).is_absolute() && Path::new(line).exists())
    };
    lines.peek().is_some() && lines.all(is_file)
}

/// Puts a part of a chart in and shows where it found room.
fn put_in(env: &Env, fragment: Fragment, by: Vec2) -> Vec<Effect> {
    let fragment = Box::new(fragment.renamed(&mut || env.services.entropy()));
    vec![Effect::Edit(EditRequest::Run(Command::Paste { fragment, by })), Effect::ShowSelection]
}

/// The document with the flow of its page as on the page that it comes to.
fn turned(document: Document, flow: Orientation) -> Document {
    if document.pages.first().is_none_or(|page| page.orientation == flow) {
        return document;
    }
    let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
    match editor.run(&Command::Page(PageCommand::Flip)) {
        Ok(()) => Document::clone(editor.document()),
        // What cannot be turned comes as it is.
        Err(_) => document,
    }
}

/// What was copied for the lane that is selected, where it is all of one lane.
fn aimed(open: &OpenDocument, fragment: Fragment) -> Fragment {
    let aim = open.editor.selection().only_lane().zip(fragment.only_lane().cloned());
    match aim {
        Some((to, from)) => fragment.aimed(&from, to),
        None => fragment,
    }
}

/// Tells which lanes are made for what is pasted.
fn made_lanes(open: &OpenDocument, page: &Page, env: &Env, fragment: &Fragment) -> Option<Effect> {
    let titles: Vec<String> = fragment.missing_lanes(page).map(|cut| open.read(&cut.lane.title)).collect();
    let values = [("count", titles.len().into()), ("lanes", titles.join(", ").into())];
    (!titles.is_empty()).then(|| Effect::SayWithUndo(env.catalog.text_with("ui-pasted-lanes", &values)))
}

/// Tells what became of everything in what was pasted; its steps have other names now.
fn account(env: &Env, report: Report) -> Effect {
    if report.items().is_empty() {
        return Effect::Say(report.summary(env.catalog));
    }
    Effect::Account(Box::new(report.without_steps()))
}

/// One step for each line of `text`.
fn lines(open: &OpenDocument, page: &Page, env: &Env, text: &str) -> Effect {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() || lines.len() > MOST_LINES {
        return Effect::Refuse(env.catalog.text("ui-nothing-to-paste"));
    }
    let (flow, start) = (page.orientation, first_place(open, page));
    let step = |(nth, line): (f64, &&str)| {
        let at = flow.point(flow.along(start) + nth * APART, flow.across(start));
        let id = StepId::mint(line, env.services.entropy());
        let step = NewStep { id, kind: StepKind::Process, at, text: Text::new(open.lang.clone(), *line) };
        Command::Step(StepCommand::Create { step, onto: None })
    };
    let numbers = std::iter::successors(Some(0.0), |n| Some(n + 1.0));
    Effect::Edit(EditRequest::Run(Command::All(numbers.zip(&lines).map(step).collect())))
}

/// What rows copied from a spreadsheet describe: the steps side by side where new ones go, each in the lane that its
/// function names; without functions, where new ones go. `None` where `text` is no such rows.
fn rows(open: &OpenDocument, page: &Page, text: &str) -> Option<Fragment> {
    if !text.contains('\t') || text.lines().count() > MOST_ROWS {
        return None;
    }
    let document = pipeline::rows(text, &open.lang)?;
    let (table, start) = (document.pages.first()?, first_place(open, page));
    let mut fragment = Fragment::from_document(&document)?;
    let places = side_by_side(table, page.orientation, page.orientation.along(start));
    for step in &mut fragment.steps {
        let place = places.get(&step.id).copied().unwrap_or(start);
        step.rect = Rect::from_center_size(place, step.rect.size());
    }
    let aim = rules::membership(page, start).0;
    let nameless = table.lanes.iter().filter(|lane| open.read(&lane.title).is_empty());
    Some(nameless.zip(aim.iter().cycle()).fold(fragment, |rest, (from, to)| rest.aimed(&from.id, to)))
}

/// A place for each step of `table` in the middle of its lane, from `start` on.
fn side_by_side(table: &Page, flow: Orientation, start: f64) -> BTreeMap<StepId, Point> {
    let middles = table.lane_bands().map(|(lane, from, to)| (&lane.id, f64::midpoint(from, to)));
    let middles: BTreeMap<&LaneId, f64> = middles.collect();
    let numbers = std::iter::successors(Some(0.0), |n| Some(n + 1.0));
    let place = |(nth, step): (f64, &Arc<Step>)| {
        let middle = middles.get(&step.lane).copied().unwrap_or_default();
        (step.id.clone(), flow.point(start + nth * APART, middle))
    };
    numbers.zip(table.steps_in_reading_order()).map(place).collect()
}

/// What is selected as a part of a chart, and as a document of its own.
fn copied(open: &OpenDocument) -> Option<(Fragment, Document)> {
    let page = open.page()?;
    let fragment = Fragment::cut_from(page, open.editor.selection());
    if fragment.steps.is_empty() && fragment.connectors.is_empty() {
        return None;
    }
    let document = fragment.to_document(open.editor.document(), page);
    Some((fragment, document))
}

/// How far `fragment` has to move to come into sight; not at all where it is. Steps move along their lanes.
fn away(open: &OpenDocument, page: &Page, fragment: &Fragment) -> Vec2 {
    let (Some(bounds), Some(camera)) = (fragment.bounds(), open.camera) else { return Vec2::ZERO };
    let (flow, visible) = (page.orientation, camera.visible(open.viewport));
    let by = on_grid(page, open.middle()) - bounds.center();
    if fragment.steps.is_empty() {
        let is_here = visible.contains(bounds.center()) && page.grid().contains(bounds.center());
        return if is_here { Vec2::ZERO } else { by };
    }
    let middle = flow.along(bounds.center());
    let is_in = |rect: Rect| {
        let (start, end) = flow.span_along(rect);
        start <= middle && middle <= end
    };
    let along = if is_in(visible) && is_in(page.grid()) { 0.0 } else { flow.along(by.to_point()) };
    Axis::Along.vector(flow, along)
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
