//! Where lines end: greedy breaking into a shape, and balancing.
//!
//! Owns the choice of break opportunities. A kernel: it takes shaped lines and widths and returns a plan; it must not
//! position anything or touch fonts.
//!
//! Greedy breaking is optimal for the question asked here: whatever the widths of the lines, no other breaking gets
//! further into the text after any number of lines, so if greedy does not fit a text into n lines, nothing does.

use crate::text::shaped_text::{ShapedText, Stop};

/// By how much a line may exceed its width, so that a box made from a measured width fits its own text.
const TOLERANCE: f64 = 0.01;
/// How near the balanced width comes to the narrowest one.
const BALANCE_PRECISION: f64 = 0.25;

/// This part of a text's ink is there however it is broken: letters may come out narrower at the end of a line.
const CERTAIN: f64 = 0.8;

/// A line of the plan: a part of one hard line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    /// Which hard line it is a part of.
    pub(super) source: usize,
    /// The byte range in that hard line, white space at the end left out.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) width: f64,
}

/// The lines of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    pub(super) pieces: Vec<Piece>,
    /// Whether some line is wider than its width or there are more lines than allowed.
    pub(super) overflow: bool,
}

/// The shape that the lines have to fit into.
pub(super) struct Frame<'a> {
    /// The width available to a line whose centre is at this distance below the centre of the text.
    pub(super) max_width: &'a dyn Fn(f64) -> f64,
    pub(super) line_height: f64,
    pub(super) max_lines: usize,
    /// Whether lines shall come out of similar length.
    pub(super) balance: bool,
}

/// A hard line with its break opportunities.
pub(super) struct HardLine<'a> {
    pub(super) text: ShapedText<'a>,
    stops: Vec<Stop>,
    /// The width of all that is no white space.
    ink: f64,
}

/// The outcome of one greedy pass.
struct Pass {
    pieces: Vec<Piece>,
    /// Whether some unbreakable part is wider than its line.
    wide: bool,
}

/// Breaks hard lines into the fewest lines that fit the frame.
///
/// For each number of lines n the heights of the lines are known, hence their widths; the first n that takes the
/// whole text wins. When none does, the lines get the width at the centre of the frame, as many as are needed, with
/// parts that are too wide kept whole, and the plan says `overflow`.
///
/// Precondition: the frame is nowhere wider than at its centre. Otherwise the result is still complete, but may have
/// more lines than needed or overflow without need.
pub(super) fn break_lines(sources: &[HardLine<'_>], frame: &Frame<'_>) -> Plan {
    let widest = (frame.max_width)(0.0);
    // No line can be wider, so fewer lines are impossible, and a part that is too wide here fits nowhere.
    let loosest = greedy(sources, &|_| widest, None);
    let most: usize = sources.iter().map(|s| s.stops.len().max(1)).sum();
    for n in loosest.pieces.len()..=most.min(frame.max_lines) {
        if loosest.wide {
            break;
        }
        let limit = |line: usize| {
            let steps_below = line as f64 - (n as f64 - 1.0) / 2.0;
            (frame.max_width)(steps_below * frame.line_height)
        };
        if let Some(pieces) = fill(sources, &limit, n) {
            return Plan { pieces: balanced(sources, &limit, pieces, frame.balance), overflow: false };
        }
    }
    let balance = frame.balance && !loosest.wide;
    Plan { pieces: balanced(sources, &|_| widest, loosest.pieces, balance), overflow: true }
}

/// Into how many lines [`break_lines`] breaks; `None`: they do not fit the frame.
pub(super) fn count_lines(sources: &[HardLine<'_>], frame: &Frame<'_>) -> Option<usize> {
    let ink: f64 = sources.iter().map(|source| source.ink).sum();
    // Most candidates for the size of a step are far too small for its text: no need to try where lines end.
    if ink * CERTAIN > frame.max_lines as f64 * (frame.max_width)(0.0) {
        return None;
    }
    let plan = break_lines(sources, &Frame { balance: false, ..*frame });
    (!plan.overflow).then_some(plan.pieces.len())
}

/// The greedy breaking into exactly `n` lines, if everything fits.
fn fill(sources: &[HardLine<'_>], limit: &dyn Fn(usize) -> f64, n: usize) -> Option<Vec<Piece>> {
    let pass = greedy(sources, limit, Some(n));
    (!pass.wide && pass.pieces.len() == n).then_some(pass.pieces)
}

/// Breaks to the narrowest common width that keeps the number of lines.
///
/// The number of lines falls with the width, so bisection finds it.
fn balanced(
    sources: &[HardLine<'_>],
    limit: &dyn Fn(usize) -> f64,
    pieces: Vec<Piece>,
    wanted: bool,
) -> Vec<Piece> {
    let n = pieces.len();
    if !wanted || n == sources.len() {
        return pieces;
    }
    let mut best = pieces;
    let mut too_narrow = 0.0;
    loop {
        let narrowest = best.iter().fold(0.0, |w: f64, piece| w.max(piece.width));
        if narrowest - too_narrow < BALANCE_PRECISION {
            return best;
        }
        let cap = f64::midpoint(too_narrow, narrowest);
        match fill(sources, &|line| limit(line).min(cap), n) {
            Some(narrower) => best = narrower,
            None => too_narrow = cap,
        }
    }
}

/// Fills each line as far as its width allows.
///
/// With `most`, gives up as soon as there are more lines than that or a part is too wide; the pass is then incomplete.
fn greedy(sources: &[HardLine<'_>], limit: &dyn Fn(usize) -> f64, most: Option<usize>) -> Pass {
    let mut pass = Pass { pieces: Vec::new(), wide: false };
    for (index, source) in sources.iter().enumerate() {
        let mut start = 0;
        // The longest line found so far that begins at `start`, and where the next line would begin.
        let mut held: Option<(Piece, usize)> = None;
        for stop in &source.stops {
            let mut piece = source.piece(index, start, stop);
            let mut fits = piece.width <= limit(pass.pieces.len()) + TOLERANCE;
            if !fits && let Some((line, next)) = held.take() {
                pass.pieces.push(line);
                start = next;
                piece = source.piece(index, start, stop);
                fits = piece.width <= limit(pass.pieces.len()) + TOLERANCE;
            }
            if fits {
                held = Some((piece, stop.next));
            } else {
                pass.wide = true;
                pass.pieces.push(piece);
                start = stop.next;
            }
            if most.is_some_and(|most| pass.wide || pass.pieces.len() > most) {
                return pass;
            }
        }
        let is_blank = source.stops.is_empty();
        let blank = is_blank.then_some(Piece { source: index, start: 0, end: 0, width: 0.0 });
        pass.pieces.extend(held.map(|(line, _)| line).or(blank));
    }
    pass
}

impl<'a> HardLine<'a> {
    pub(super) fn new(text: ShapedText<'a>) -> Self {
        Self { stops: text.stops(), ink: text.ink_width(), text }
    }

    fn piece(&self, source: usize, start: usize, stop: &Stop) -> Piece {
        Piece { source, start, end: stop.end.max(start), width: self.text.width(start, stop.end) }
    }
}
