//! How good a finished drawing is.
//!
//! Owns the figure by which arrangements are compared. Unlike the board's costs it knows the true places.

use crate::{
    layout::{
        coordinates::{
            places::{Places, middle},
            runs::{RunIx, Runs, StraightRun, Tip},
        },
        request::{EdgeIx, LayoutRequest, StepIx},
        ways::board::Board,
    },
    progress::{Progress, Stopped},
};

/// What a crossing and a bend are worth, in units of length.
const CROSSING: f64 = 160.0;
const BEND: f64 = 90.0;
/// Lines that are less than this apart do not cross.
const SAME: f64 = 0.01;

/// The sum of lengths, bends and crossings of a drawing, and what its shape costs where one is wanted; less is better.
pub(in crate::layout) fn cost(
    request: &LayoutRequest,
    board: &Board<'_>,
    runs: &Runs,
    places: &Places,
    progress: &mut Progress<'_>,
) -> Result<f64, Stopped> {
    let spans = Spans { board, places };
    let lines: Vec<(f64, f64, f64, EdgeIx, bool)> =
        runs.all.iter().map(|(ix, run)| spans.of(ix, run)).collect();
    let length: f64 = lines.iter().map(|(_, from, to, _, _)| to - from).sum();
    let bends: usize = runs.of.as_slice().iter().map(|(_, count)| count.saturating_sub(1)).sum();
    let of = |is_level: bool| lines.iter().filter(move |line| line.4 == is_level);
    let mut crossings = 0;
    for (y, left, right, edge, _) in of(true) {
        progress.ask()?;
        let crossed = of(false).filter(|(x, top, bottom, other, _)| {
            edge != other && left + SAME < *x && x + SAME < *right && top + SAME < *y && y + SAME < *bottom
        });
        crossings += crossed.count();
    }
    Ok(length + BEND * bends as f64 + CROSSING * crossings as f64 + shape(request, places, length))
}

/// What a chart costs that is longer or broader than wanted.
fn shape(request: &LayoutRequest, places: &Places, length: f64) -> f64 {
    let Some(aspect) = request.aspect else { return 0.0 };
    let sum = |bands: &[(usize, f64)]| bands.iter().map(|(_, size)| size).sum::<f64>().max(1.0);
    let ratio = sum(&places.phases) / sum(&places.lanes) / aspect.max(0.01);
    // A chart of twice the wanted ratio is printed at about 0.7 of the size that it could have.
    length * ratio.ln().abs()
}

struct Spans<'a> {
    board: &'a Board<'a>,
    places: &'a Places,
}

impl Spans<'_> {
    /// Where a run lies, from where to where, whose it is, and whether it is level.
    fn of(&self, ix: RunIx, run: &StraightRun) -> (f64, f64, f64, EdgeIx, bool) {
        let (a, b) = (self.end(run, run.tips.0, true), self.end(run, run.tips.1, false));
        (*self.places.runs.get(ix), a.min(b), a.max(b), run.edge, run.is_level())
    }

    fn end(&self, run: &StraightRun, tip: Tip, is_start: bool) -> f64 {
        match tip {
            Tip::Turn(other, _) => *self.places.runs.get(other),
            Tip::Step(step) => self.outline(run, step, is_start),
        }
    }

    fn outline(&self, run: &StraightRun, step: StepIx, is_start: bool) -> f64 {
        let middle = middle(self.board, self.places, step);
        let size = self.board.graph.steps.get(step).size;
        let side = if is_start { run.heading } else { run.heading.opposite() };
        let normal = side.normal();
        if run.is_level() {
            middle.x + normal.x * size.width / 2.0
        } else {
            middle.y + normal.y * size.height / 2.0
        }
    }
}
