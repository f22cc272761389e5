//! A monkey at the tools: it presses, drags, types and takes back wherever there is something to get hold of. The chart
//! stays sound after every single event, and taking everything back leads to the very bytes that it began with.
//! `scripts/test soak` lets it do a hundred thousand things.

use laneway::{
    edit::{Command, EditRequest, Selection, TextOf},
    geom::{Point, Vec2},
    model::{Branching, Document, Outcome, Page, StepKind},
    persist, shape,
    tools::{InputEvent, Metrics, Modifiers, ToolKey, ToolRequest},
};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};

use super::{edit::template, test_editor::TestEditor};
use crate::{run::say, testing::cases};

/// So many things are done for each of the cases that are asked for.
const DEEDS: usize = 50;
/// After so many a chart is taken back to its beginning.
const SESSION: usize = 500;
/// A page with more on it gets nothing more: the monkey takes back instead.
const LARGE: usize = 120;
const TEMPLATES: [&str; 4] =
    ["customer-service-process", "blank-four-lanes", "live-chat", "complaint-handling"];

/// What a monkey has in mind; the numbers choose among what is there.
#[derive(Clone, Debug)]
struct Whim {
    what: u8,
    at: usize,
    to: usize,
    by: Vec2,
    modifiers: Modifiers,
}

fn whims() -> impl Strategy<Value = Whim> {
    let numbers =
        (0..100_u8, 0..100_000_usize, 0..100_000_usize, -300.0..300.0_f64, -200.0..200.0_f64, 0..16_u8);
    numbers.prop_map(|(what, at, to, x, y, keys)| Whim {
        what,
        at,
        to,
        by: Vec2::new(x.round(), y.round()),
        modifiers: Modifiers { shift: keys == 1, ctrl: keys == 2, alt: keys == 3 },
    })
}

/// Everything on a page that there is to get hold of, and some places beside it.
fn places(page: &Page) -> Vec<Point> {
    let metrics = Metrics { zoom: 1.0 };
    let mut places = vec![Point::new(-60.0, -60.0), Point::new(40.0, -20.0)];
    for step in page.steps.values() {
        places.push(step.rect.center());
        places.extend(metrics.handles(step.rect).into_iter().map(|(_, at)| at));
        places.extend(metrics.arrows(page, step).into_iter().map(|(_, at)| at));
        places.extend(metrics.dots(step).into_iter().map(|(_, at)| at));
    }
    for connector in page.connectors.values() {
        let line = shape::polyline(page, connector);
        places.extend(line.iter().flat_map(|line| line.points.iter().copied()));
        places.extend(line.iter().flat_map(|line| line.segments().map(|(a, b)| a.midpoint(b))));
    }
    for (along, across) in [(-20.0, 0.5), (60.0, 0.5), (-20.0, 1.0), (300.0, 1.0)] {
        let bands = page.lane_bands();
        places.extend(bands.map(|(_, from, to)| page.orientation.point(along, from + (to - from) * across)));
    }
    places
}

fn kind(n: usize) -> StepKind {
    const KINDS: [StepKind; 6] = [
        StepKind::Process,
        StepKind::Decision(Branching::Plain),
        StepKind::Process,
        StepKind::Note,
        StepKind::End(Outcome::Solved),
        StepKind::Subprocess,
    ];
    KINDS[n % KINDS.len()]
}

const KEYS: [ToolKey; 7] =
    [ToolKey::Escape, ToolKey::Enter, ToolKey::F2, ToolKey::Left, ToolKey::Right, ToolKey::Up, ToolKey::Down];

impl TestEditor {
    fn place(&self, n: usize) -> Point {
        let places = places(self.page());
        places[n % places.len()]
    }

    /// Does what the monkey has in mind, and whatever the tools then ask for.
    fn indulge(&mut self, whim: &Whim) {
        let at = self.place(whim.at);
        let to = if whim.to.is_multiple_of(2) { self.place(whim.to) } else { at + whim.by };
        match whim.what {
            0..20 => self.click(at, whim.modifiers),
            20..25 => self.double_click(at),
            25..55 => self.drag(at, to, whim.modifiers),
            55..60 => self.drag_and_think_better_of_it(at, to, whim.modifiers),
            60..70 => self.key(KEYS[whim.to % KEYS.len()], whim.modifiers),
            70..74 => self.carry(kind(whim.to), at, to),
            74..77 => self.send(&InputEvent::Menu { at }),
            77..80 => self.send(&InputEvent::Text("Q".to_owned())),
            80..83 => self.send(&InputEvent::Leave),
            83..85 => self.turn_to_another_page(whim.at),
            85..91 => drop(self.editor.undo()),
            91..94 => drop(self.editor.redo()),
            _ => self.delete(),
        }
        self.answer(whim);
    }

    fn drag_and_think_better_of_it(&mut self, at: Point, to: Point, modifiers: Modifiers) {
        self.press(at, modifiers);
        self.drag_to(at, to, modifiers);
        self.key(ToolKey::Escape, Modifiers::NONE);
        self.send(&InputEvent::Release { at: to, modifiers });
    }

    fn carry(&mut self, kind: StepKind, from: Point, at: Point) {
        self.send(&InputEvent::Carry { kind, at: from });
        self.send(&InputEvent::Carry { kind, at });
        self.send(&InputEvent::Put { kind, at });
    }

    fn turn_to_another_page(&mut self, n: usize) {
        let pages = &self.editor.document().pages;
        let page = pages[n % pages.len()].id.clone();
        self.editor.show_page(&page);
    }

    fn delete(&mut self) {
        let what = self.editor.selection().clone();
        let heal = what.steps.len() == 1;
        // A lane asks first what becomes of what stands in it.
        self.editor.run(&Command::Delete { what, heal }).unwrap_or_default();
    }

    /// Texts are written and sometimes left again, symbols chosen.
    fn answer(&mut self, whim: &Whim) {
        for request in std::mem::take(&mut self.asked) {
            match request {
                ToolRequest::EditText { of, typed } => self.write(&of, typed, whim),
                ToolRequest::AddStep { at, from } => match from {
                    Some(from) => {
                        self.send(&InputEvent::Choose(from));
                        self.key(ToolKey::Enter, Modifiers::NONE);
                    }
                    None => self.carry(kind(whim.at), at, at),
                },
                ToolRequest::Edit(_) | ToolRequest::Follow(_) | ToolRequest::Menu { .. } => {}
            }
        }
        self.asked.clear();
    }

    fn write(&mut self, of: &TextOf, typed: Option<String>, whim: &Whim) {
        let lang = self.lang.clone();
        let text = format!("{}{}", typed.unwrap_or_default(), "Ask the customer. ".repeat(whim.at % 4));
        for end in [1, text.len() / 2, text.len()] {
            let text = text.get(..end).unwrap_or_default().to_owned();
            let command = Command::SetText { of: of.clone(), lang: lang.clone(), text };
            self.editor.preview(&command).unwrap_or_default();
        }
        let end = if whim.to.is_multiple_of(5) { EditRequest::Cancel } else { EditRequest::Commit };
        self.editor.perform(end).expect("nothing is refused");
    }

    /// How many edits were taken back.
    fn assert_all_is_taken_back(&mut self, start: &Document) -> usize {
        let end = Document::clone(self.editor.document());
        let mut edits = 0;
        while self.editor.undo() {
            edits += 1;
        }
        assert_eq!(persist::to_ron(self.editor.document()), persist::to_ron(start), "taken back");
        for _ in 0..edits {
            assert!(self.editor.redo());
        }
        assert!(**self.editor.document() == end, "done again");
        edits
    }

    fn is_full(&self) -> bool {
        let page = self.page();
        page.steps.len() + page.connectors.len() > LARGE
    }
}

/// Lets a monkey do `count` things, each session of them on another chart.
fn let_loose(count: usize, runner: &mut TestRunner) {
    let whims = whims();
    let mut edits = 0;
    for (session, first) in (0..count).step_by(SESSION).enumerate() {
        let start = template(TEMPLATES[session % TEMPLATES.len()]);
        let mut editor = TestEditor::on(start.clone());
        for _ in first..count.min(first + SESSION) {
            let whim = whims.new_tree(runner).expect("a whim").current();
            editor.indulge(&whim);
            if editor.is_full() {
                editor.editor.select(Selection::everything(editor.page()));
                editor.delete();
            }
        }
        edits += editor.assert_all_is_taken_back(&start);
    }
    say(&format!("{count} things were done with the tools, and {edits} edits taken back"));
}

#[test]
fn what_a_monkey_does_can_be_taken_back() {
    let_loose(800, &mut TestRunner::new(cases(1)));
}

#[test]
#[ignore = "takes long: scripts/test soak"]
fn monkey_at_the_tools_for_long() {
    let config = cases(2000);
    let_loose(config.cases as usize * DEEDS, &mut TestRunner::new(config));
}
