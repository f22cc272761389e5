//! Small charts for the tests of editing.

use std::{
    collections::BTreeSet,
    sync::{Arc, OnceLock},
};

use super::{Command, Editor, Refusal};
use crate::{
    arrange::route_missing,
    geom::{Orientation, Point, Rect, Vec2},
    model::{
        Branching, ConnectorId, Document, Fit, LabelPlace, Lane, LaneId, Page, PageId, Phase, PhaseId, Role,
        Step, StepId, StepKind,
    },
    shape,
    testing::records,
    text::Fonts,
};

pub(super) use crate::testing::records::en;

pub(super) fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(Fonts::bundled)
}

pub(super) fn step_id(id: &str) -> StepId {
    StepId::parse(id).unwrap()
}

pub(super) fn line_id(id: &str) -> ConnectorId {
    ConnectorId::parse(id).unwrap()
}

pub(super) fn lane_id(id: &str) -> LaneId {
    LaneId::parse(id).unwrap()
}

pub(super) fn phase_id(id: &str) -> PhaseId {
    PhaseId::parse(id).unwrap()
}

pub(super) fn steps(ids: &[&str]) -> BTreeSet<StepId> {
    ids.iter().map(|id| step_id(id)).collect()
}

/// A chart drawn with letters: a row of text is a lane of 120, a column of four letters is 160 along. A letter is
/// a process, `?` before it makes it a decision; in a row, `─` to the next step connects them. Connectors are named
/// after their ends: `a-b`.
///
/// ```text
/// a ──b ──?c      three steps and two connectors in one lane
/// d               a step in a lane below, in the column of a
/// ```
pub(super) struct Chart {
    pub(super) editor: Editor,
}

const COLUMN: f64 = 160.0;
const LANE: f64 = 120.0;

impl Chart {
    pub(super) fn new(orientation: Orientation, rows: &[&str], more: &[(&str, &str)]) -> Self {
        Self::with_phases(orientation, rows, more, &[])
    }

    /// With phases of these names, of which each takes in a number of columns.
    pub(super) fn with_phases(
        orientation: Orientation,
        rows: &[&str],
        more: &[(&str, &str)],
        phases: &[(&str, usize)],
    ) -> Self {
        let mut page = Page::blank(PageId::parse("page").unwrap(), orientation, Vec::new());
        for (id, columns) in phases {
            let size = *columns as f64 * COLUMN;
            page.phases.push(Arc::new(Phase { id: phase_id(id), title: en(id), size }));
        }
        for (row, letters) in rows.iter().enumerate() {
            let id = lane_id(&format!("lane-{row}"));
            page.lanes.push(Arc::new(lane(&id)));
            add_row(&mut page, &id, row, letters);
        }
        for (from, to) in more {
            connect(&mut page, from, to);
        }
        route_missing(&mut page, fonts());
        let document = Document { title: en("Title"), ..records::document(vec![page]) };
        assert_eq!(document.check(), Ok(()));
        Self { editor: Editor::new(document, fonts(), true) }
    }

    pub(super) fn page(&self) -> &Page {
        self.editor.page().unwrap()
    }

    pub(super) fn rect(&self, id: &str) -> Rect {
        self.page().steps[&step_id(id)].rect
    }

    pub(super) fn step(&self, id: &str) -> &Step {
        &self.page().steps[&step_id(id)]
    }

    pub(super) fn line(&self, id: &str) -> Vec<Point> {
        shape::polyline(self.page(), &self.page().connectors[&line_id(id)]).unwrap().points
    }

    /// Puts the label of a line somewhere, as if it had been found there.
    pub(super) fn label(&mut self, id: &str, label: LabelPlace) {
        let mut document = Document::clone(self.editor.document());
        let connectors = &mut document.pages[0].connectors;
        connectors.update(&line_id(id), |line| line.route.as_mut().unwrap().label = Some(label)).unwrap();
        self.editor = Editor::new(document, fonts(), true);
    }

    pub(super) fn lane_sizes(&self) -> Vec<f64> {
        self.page().lanes.iter().map(|lane| lane.size).collect()
    }

    pub(super) fn phase_sizes(&self) -> Vec<f64> {
        self.page().phases.iter().map(|phase| phase.size).collect()
    }

    /// Where a step stands: its middle along and across.
    pub(super) fn at(&self, id: &str) -> (f64, f64) {
        let (middle, orientation) = (self.rect(id).center(), self.page().orientation);
        (orientation.along(middle), orientation.across(middle))
    }

    pub(super) fn vec(&self, along: f64, across: f64) -> Vec2 {
        self.page().orientation.point(along, across).to_vec2()
    }

    #[track_caller]
    pub(super) fn run(&mut self, command: &Command) {
        assert_eq!(self.try_run(command), Ok(()));
    }

    /// Does it, checks that what must always hold still does, and that undo takes it back.
    #[track_caller]
    pub(super) fn try_run(&mut self, command: &Command) -> Result<(), Refusal> {
        let before = Document::clone(self.editor.document());
        let result = self.editor.run(command);
        let after = Document::clone(self.editor.document());
        if result.is_err() || after == before {
            assert_eq!(after, before, "a refused command changes nothing");
            return result;
        }
        assert!(self.editor.undo());
        assert_eq!(**self.editor.document(), before);
        assert!(self.editor.redo());
        assert_eq!(**self.editor.document(), after);
        self.assert_sound();
        result
    }

    /// Steps stand in their bands and on no other; lines are whole, upright and level, and hit no step.
    #[track_caller]
    pub(super) fn assert_sound(&self) {
        assert_eq!(self.editor.document().check(), Ok(()));
        let page = self.page();
        for step in page.steps.values() {
            let (_, from, to) = page.lane_band(&step.lane).unwrap();
            let (top, bottom) = page.orientation.span_across(step.rect);
            assert!(from + 15.9 <= top && bottom <= to - 15.9, "{} in its lane", step.id);
            if let Some(phase) = &step.phase {
                let (_, from, to) = page.phase_band(phase).unwrap();
                let (start, end) = page.orientation.span_along(step.rect);
                assert!(from + 11.9 <= start && end <= to - 11.9, "{} in its phase", step.id);
            }
            for other in page.steps.values() {
                let is_on = other.id != step.id && other.rect.overlaps(step.rect);
                assert!(!is_on, "{} on {}", step.id, other.id);
            }
        }
        for connector in page.connectors.values() {
            let line = shape::polyline(page, connector).expect("a line");
            assert!(line.is_orthogonal(), "{}: {line:?}", connector.id);
            for step in page.steps.values() {
                let crosses = |(a, b)| crate::geom::segment_crosses_rect(a, b, step.rect.inset(-2.0));
                assert!(!line.segments().any(crosses), "{} through {}: {line:?}", connector.id, step.id);
            }
        }
    }
}

fn lane(id: &LaneId) -> Lane {
    Lane { title: en(id.as_str()), ..records::lane(id.as_str(), Role::Other, LANE) }
}

fn add_row(page: &mut Page, lane: &LaneId, row: usize, letters: &str) {
    let orientation = page.orientation;
    let (mut kind, mut last, mut is_joined) = (StepKind::Process, None::<char>, false);
    for (place, letter) in letters.chars().enumerate() {
        match letter {
            '?' => kind = StepKind::Decision(Branching::Plain),
            '─' => is_joined = true,
            'a'..='z' => {
                let along = (place / 4) as f64 * COLUMN + COLUMN / 2.0;
                let middle = orientation.point(along, row as f64 * LANE + LANE / 2.0);
                add_step(page, &letter.to_string(), kind, lane, middle);
                if let Some(last) = last.filter(|_| is_joined) {
                    connect(page, &last.to_string(), &letter.to_string());
                }
                (kind, last, is_joined) = (StepKind::Process, Some(letter), false);
            }
            _ => {}
        }
    }
}

fn add_step(page: &mut Page, id: &str, kind: StepKind, lane: &LaneId, middle: Point) {
    let (_, phase) = super::rules::membership(page, middle);
    let rect = Rect::from_center_size(middle, (80.0, 60.0));
    let blank = records::step(id, kind, lane.as_str(), rect);
    let step = Step { phase, fit: Fit::Fixed, text: en(id), ..blank };
    page.steps.insert(step.id.clone(), Arc::new(step));
}

fn connect(page: &mut Page, from: &str, to: &str) {
    let (start, end) = (records::at(from, None), records::at(to, None));
    page.connectors.insert(records::connector(&format!("{from}-{to}"), start, end));
}
