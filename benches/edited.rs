//! How good charts are that were edited: seeded scripts of insertions, deletions, splices, connections, moves between
//! lanes and new lanes, through the real editor, on the templates and on generated flows. Beside each edited chart
//! stands the same chart laid out afresh. Prints a table. Needs `python3` for the figures in `benches/flows`.
//!
//! `cargo bench --bench edited`, `cargo bench --bench edited -- live-chat` for one chart; `EDITED_OUT=folder` keeps the
//! edited charts and their pictures.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement prints, and stops where it cannot go on"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use laneway::{
    arrange::{self, LayoutOptions},
    edit::{Command, ConnectorCommand, Editor, LaneCommand, NewStep, Onto, Selection, StepCommand, rules},
    export::{Drawing, PngOptions},
    geom::Point,
    locale::{Lang, UiLang},
    model::{
        Branching, Connector, ConnectorId, ConnectorKind, Document, End, Lane, LaneId, Page, Role, Step,
        StepId, StepKind, Text,
    },
    persist,
    pipeline::{self, Origin},
    shape, template,
};
use serde_json::Value;

mod flows;

use flows::{import, python};

/// After so many edits a chart is looked at.
const LENGTHS: [usize; 2] = [10, 30];
/// Generated flows with so many steps.
const SIZES: [&str; 3] = ["30", "45", "80"];
/// So many scripts a chart.
const SCRIPTS: u64 = 3;
/// A script gives up after so many edits that were refused.
const MOST_TRIES: usize = 400;
/// The counts that are to be 0, with what the scripts call them.
const HARD: [(&str, &str); 10] = [
    ("through", "edge_node"),
    ("on step", "node_overlaps"),
    ("missing", "edges_missing"),
    ("shared %", "shared_unrel"),
    ("lab/step", "label_node"),
    ("lab/lab", "label_label"),
    ("lab/line", "label_line"),
    ("mixed", "port_mix"),
    ("jogs", "jogs"),
    ("spurs", "spurs"),
];
/// The other figures, compared with those of a fresh layout.
const OTHERS: [(&str, &str); 5] = [
    ("cross", "crossings"),
    ("bends", "bends"),
    ("length", "len_per_node"),
    ("close", "close_pairs"),
    ("far lab", "label_far"),
];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let kept = std::env::var_os("EDITED_OUT").map(PathBuf::from);
    let charts = charts(folder.path());
    let is_asked = |name: &str| asked.is_empty() || asked.iter().any(|asked| asked == name);
    print!("{:<34}", "chart, edits");
    for (title, _) in HARD.iter().chain(&OTHERS) {
        print!(" {title:>8}");
    }
    println!("   (edited / fresh)");
    let mut sums: BTreeMap<usize, [Vec<f64>; 2]> = BTreeMap::new();
    for (name, document) in charts.iter().filter(|(name, _)| is_asked(name)) {
        for edits in LENGTHS {
            let mut rows = [Vec::new(), Vec::new()];
            for script in 0..SCRIPTS {
                let edited = edit(document, edits, script);
                let out = folder.path().join(format!("{name}-{edits}-{script}"));
                add(&mut rows[0], &figures(&edited, &out.with_extension("edited.json")));
                if let Some(kept) = &kept {
                    keep(&edited, &kept.join(format!("{name}-{edits}-{script}")));
                }
                add(&mut rows[1], &figures(&fresh(&edited), &out.with_extension("fresh.json")));
            }
            print_row(&format!("{name}, {edits}"), &rows);
            let sum = sums.entry(edits).or_default();
            add(&mut sum[0], &rows[0]);
            add(&mut sum[1], &rows[1]);
        }
    }
    for (edits, sum) in &sums {
        print_row(&format!("ALL, {edits}"), sum);
    }
}

fn print_row(name: &str, [edited, fresh]: &[Vec<f64>; 2]) {
    print!("{name:<34}");
    for (at, (edited, fresh)) in edited.iter().zip(fresh).enumerate() {
        let is_share = HARD.get(at).is_some_and(|(title, _)| title.ends_with('%'));
        let shown =
            |value: &f64| if is_share { format!("{:.1}", value * 100.0) } else { format!("{value:.0}") };
        print!(" {:>8}", format!("{}/{}", shown(edited), shown(fresh)));
    }
    println!();
}

fn add(sum: &mut Vec<f64>, row: &[f64]) {
    sum.resize(row.len(), 0.0);
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += value;
    }
}

/// All charts that are edited, with their names.
fn charts(folder: &Path) -> Vec<(String, Document)> {
    let bundled = template::TEMPLATES.iter().map(|template| {
        (template.id.to_owned(), pipeline::open_template(template).expect("a template opens"))
    });
    python("gen.py", &[&[folder.display().to_string()], SIZES.map(str::to_owned).as_slice()].concat());
    let generated = SIZES.iter().map(|size| {
        let name = format!("n{size}");
        let document = fresh(&import(&folder.join(&name)));
        (name, document)
    });
    bundled
        .filter(|(_, document)| document.pages.iter().any(|page| page.steps.len() > 2))
        .chain(generated)
        .collect()
}

/// The same chart, its first page laid out afresh.
fn fresh(document: &Document) -> Document {
    let mut fresh = document.clone();
    for page in fresh.pages.iter_mut().take(1) {
        arrange::lay_out(page, LayoutOptions::default(), pipeline::fonts());
    }
    fresh
}

/// What the scripts find on the first page.
fn figures(document: &Document, out: &Path) -> Vec<f64> {
    let page = document.pages.first().expect("a page");
    let bytes = pipeline::draw(document, page, &document.language, &Drawing::Json).expect("geometry");
    pipeline::write(out, &bytes, Origin { replaces: true, ..Origin::default() }).expect("a file");
    let found: Value =
        serde_json::from_str(&python("edited.py", &[out.display().to_string()])).expect("JSON");
    let figure = |key: &str| {
        let value = found.get(key).cloned().unwrap_or_default();
        value.as_f64().or_else(|| value.as_str().and_then(|text| text.parse().ok())).unwrap_or(0.0)
    };
    HARD.iter().chain(&OTHERS).map(|(_, key)| figure(key)).collect()
}

/// Writes the chart and its picture.
fn keep(document: &Document, out: &Path) {
    let page = document.pages.first().expect("a page");
    let drawing = Drawing::Png(PngOptions::default());
    let png = pipeline::draw(document, page, &document.language, &drawing).expect("a picture");
    std::fs::create_dir_all(out.parent().expect("a folder")).expect("a folder");
    persist::atomic::write(&out.with_extension("png"), &png).expect("a file");
    persist::save(document, &out.with_extension("ron")).expect("a file");
}

/// The chart after so many edits of a script.
fn edit(document: &Document, edits: usize, script: u64) -> Document {
    let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
    let mut dice = Dice(script.wrapping_mul(0x9E37_79B9_7F4A_7C15) + 1);
    let (mut done, mut tries) = (0, 0);
    while done < edits && tries < MOST_TRIES {
        tries += 1;
        let page = editor.page().expect("a page").clone();
        let command = Script { page: &page, nth: tries }.command(&mut dice);
        done += usize::from(command.is_some_and(|command| editor.run(&command).is_ok()));
    }
    Document::clone(editor.document())
}

/// Numbers that are the same each time (splitmix64, Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % count.max(1) as u64).unwrap_or_default()
    }

    fn of<'a, T>(&mut self, all: impl ExactSizeIterator<Item = &'a T>) -> Option<&'a T> {
        let count = all.len();
        let mut all = all;
        all.nth(self.next(count))
    }
}

/// The edits that make sense on a page.
struct Script<'p> {
    page: &'p Page,
    /// The number of the edit, for new names.
    nth: usize,
}

impl Script<'_> {
    fn command(&self, dice: &mut Dice) -> Option<Command> {
        match dice.next(20) {
            0..5 => self.insert(dice),
            5..9 => self.splice(dice),
            9..12 => self.delete(dice),
            12..16 => self.connect(dice),
            16..19 => self.move_over(dice),
            _ => self.add_lane(dice),
        }
    }

    fn step<'p>(&'p self, dice: &mut Dice) -> Option<&'p Step> {
        dice.of(self.page.steps.values().collect::<Vec<_>>().into_iter()).map(AsRef::as_ref)
    }

    fn new_step(&self, at: Point, dice: &mut Dice) -> Option<NewStep> {
        let kind = if dice.next(4) == 0 { StepKind::Decision(Branching::Plain) } else { StepKind::Process };
        let id = StepId::parse(&format!("new-{}", self.nth)).ok()?;
        let text = format!("Ask for the number {}", self.nth);
        Some(NewStep { id, kind, at, text: Text::new(Lang::from(UiLang::En), text) })
    }

    fn connector(&self, name: &str) -> Option<ConnectorId> {
        ConnectorId::parse(&format!("{name}-{}", self.nth)).ok()
    }

    /// A step behind another one, as its arrow makes it.
    fn insert(&self, dice: &mut Dice) -> Option<Command> {
        let from = self.step(dice)?;
        if matches!(from.kind, StepKind::End(_)) || !from.kind.is_flow() {
            return None;
        }
        let side = self.page.orientation.forward();
        let at = side.at(from.rect, 0.5) + side.normal() * 104.0;
        let (step, from, connector) = (self.new_step(at, dice)?, from.id.clone(), self.connector("on")?);
        Some(Command::Step(StepCommand::CreateAfter { step, from, connector, label: Text::EMPTY }))
    }

    /// A step dropped on a line.
    fn splice(&self, dice: &mut Dice) -> Option<Command> {
        let all: Vec<&Connector> = self.page.connectors.values().map(AsRef::as_ref).collect();
        let connector = *all.get(dice.next(all.len()))?;
        let line = shape::polyline(self.page, connector)?;
        let (a, b) = line.segments().max_by(|x, y| x.0.distance(x.1).total_cmp(&y.0.distance(y.1)))?;
        let step = self.new_step(a.midpoint(b), dice)?;
        let onto = Onto { connector: connector.id.clone(), onward: self.connector("onward")? };
        Some(Command::Step(StepCommand::Create { step, onto: Some(onto) }))
    }

    fn delete(&self, dice: &mut Dice) -> Option<Command> {
        let step = self.step(dice)?;
        let what = Selection::step(step.id.clone());
        (self.page.steps.len() > 6).then_some(Command::Delete { what, heal: true })
    }

    fn connect(&self, dice: &mut Dice) -> Option<Command> {
        let (from, to) = (self.step(dice)?, self.step(dice)?);
        let (id, kind) = (self.connector("more")?, ConnectorKind::Sequence);
        let is_new =
            !self.page.connectors.values().any(|connector| {
                connector.from.step() == Some(&from.id) && connector.to.step() == Some(&to.id)
            });
        let can = from.kind.is_flow() && to.kind.is_flow() && from.id != to.id && is_new;
        let goes_on = !matches!(from.kind, StepKind::End(_)) && !matches!(to.kind, StepKind::Start);
        let end = |step: &Step| End::Attached { step: step.id.clone(), port: None };
        let (from, to) = (end(from), end(to));
        let can = can && goes_on && rules::can_connect(self.page, &from, &to, kind, None).is_ok();
        can.then_some(Command::Connector(ConnectorCommand::Create { id, from, to, kind, label: Text::EMPTY }))
    }

    /// A step dragged straight across into another lane.
    fn move_over(&self, dice: &mut Dice) -> Option<Command> {
        let step = self.step(dice)?;
        let bands: Vec<(&Lane, f64, f64)> = self.page.lane_bands().collect();
        let (lane, from, to) = *bands.get(dice.next(bands.len()))?;
        if lane.id == step.lane {
            return None;
        }
        let along = self.page.orientation.along(step.rect.center());
        let by = self.page.orientation.point(along, from.midpoint(to)) - step.rect.center();
        let steps = BTreeSet::from([step.id.clone()]);
        Some(Command::Step(StepCommand::Move { steps, by, onto: None }))
    }

    fn add_lane(&self, dice: &mut Dice) -> Option<Command> {
        let at = dice.next(self.page.lanes.len() + 1);
        let id = LaneId::parse(&format!("lane-{}", self.nth)).ok()?;
        let title = Text::new(Lang::from(UiLang::En), format!("Team {}", self.nth));
        Some(Command::Lane(LaneCommand::Add { id, at, title, role: Role::Other }))
    }
}
