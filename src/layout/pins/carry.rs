//! Where columns, or the rows of a lane, come to be so that those with pins are where the pins have them.
//!
//! Owns the one-dimensional part. Must not know steps.

/// How much of their usual length the gaps between two pins grow before the rest of the room is left before the second.
const OPENS: f64 = 0.5;
/// Rounding is no lack of room.
const SAME: f64 = 0.01;

/// A column, or a row of a lane.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Strip {
    /// Where its middle is without pins.
    pub(super) at: f64,
    /// How far that is from the strip before it, or from the beginning.
    pub(super) usual: f64,
    /// How near it may come to that; not more than usual.
    pub(super) least: f64,
    /// The room that is taken up before its middle and after it.
    pub(super) before: f64,
    pub(super) after: f64,
    /// Where a pin would have it.
    pub(super) wanted: Option<f64>,
}

/// What becomes of room before the first pin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lead {
    /// The first strip stays at the beginning, and the gaps grow.
    Opens,
    /// The strips stay together, before the pin.
    Follows,
}

/// Where a strip went.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct StripPlace {
    /// The place of its middle.
    pub(super) to: f64,
    /// Whether that is where a pin wants it.
    pub(super) is_held: bool,
}

/// The new places of `strips`, which keep their order and at least their least distances.
///
/// Of pins that cannot all be met as many as possible are, and of those sets of pins the one nearest to the places that
/// the strips have.
pub(super) fn carried(strips: &[Strip], lead: Lead) -> Vec<StripPlace> {
    let held = agreeing(strips);
    let mut went = Vec::with_capacity(strips.len());
    let mut rest = strips;
    let (mut reached, mut place) = (0, 0.0);
    for (ix, to) in &held {
        let (part, others) = rest.split_at((ix + 1 - reached).min(rest.len()));
        let lead = Some(lead).filter(|_| reached == 0);
        went.extend(between(part, place, *to, lead).into_iter().map(|to| StripPlace { to, is_held: false }));
        if let Some(last) = went.last_mut() {
            last.is_held = true;
        }
        (rest, reached, place) = (others, ix + 1, *to);
    }
    for strip in rest {
        place += strip.usual;
        went.push(StripPlace { to: place, is_held: false });
    }
    went
}

/// The strips that come to be where they are wanted, with those places.
fn agreeing(strips: &[Strip]) -> Vec<(usize, f64)> {
    // With what the strips before it need at least taken off, places that leave enough room only grow.
    let needed = strips.iter().scan(0.0, |sum, strip| {
        *sum += strip.least;
        Some(*sum)
    });
    let wishes = strips.iter().zip(needed).enumerate();
    let wishes: Vec<WishedPlace> = wishes
        .filter_map(|(ix, (strip, needed))| {
            let to = strip.wanted?;
            Some(WishedPlace { ix, to, spare: to - needed, off: (to - strip.at).abs() })
        })
        .filter(|wish| wish.spare > -SAME)
        .collect();
    // For each wish the best chain that ends with it.
    let mut chains: Vec<CarriedChain> = Vec::with_capacity(wishes.len());
    for wish in &wishes {
        let before = chains.iter().zip(&wishes).enumerate();
        let before = before.filter(|(_, (_, other))| other.spare < wish.spare + SAME);
        let before = before.map(|(at, (chain, _))| (at, *chain)).max_by(|a, b| a.1.order(&b.1));
        chains.push(match before {
            Some((at, chain)) => {
                CarriedChain { count: chain.count + 1, off: chain.off + wish.off, before: Some(at) }
            }
            None => CarriedChain { count: 1, off: wish.off, before: None },
        });
    }
    let mut next = chains.iter().enumerate().max_by(|a, b| a.1.order(b.1)).map(|(at, _)| at);
    let mut held = Vec::new();
    while let Some((chain, wish)) = next.and_then(|at| chains.get(at).zip(wishes.get(at))) {
        held.push((wish.ix, wish.to));
        next = chain.before;
    }
    held.reverse();
    held
}

/// A strip that a pin would have somewhere.
struct WishedPlace {
    ix: usize,
    to: f64,
    /// How much room it leaves to the strips before it, beyond what they need.
    spare: f64,
    /// How far it is from where the strip is.
    off: f64,
}

/// Wishes that can be met together, the last of many.
#[derive(Clone, Copy)]
struct CarriedChain {
    count: usize,
    off: f64,
    before: Option<usize>,
}

impl CarriedChain {
    /// The greater, the better.
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        self.count.cmp(&other.count).then(other.off.total_cmp(&self.off))
    }
}

/// Places for `strips` behind the place `from`, of which the last one gets the place `to`. `lead` is for those before
/// which there is no pin.
fn between(strips: &[Strip], from: f64, to: f64, lead: Option<Lead>) -> Vec<f64> {
    let usual: f64 = strips.iter().map(|strip| strip.usual).sum();
    let least: f64 = strips.iter().map(|strip| strip.least).sum();
    let spare = to - from - usual;
    // The beginning is no strip: the gap behind it does not grow with the others.
    let first = strips.first().filter(|_| lead.is_some()).map_or(0.0, |strip| strip.usual);
    let grows = usual - first;
    let growth = if grows > 0.0 { (spare / grows).clamp(0.0, OPENS) } else { 0.0 };
    let part = if usual > least { ((to - from - least) / (usual - least)).clamp(0.0, 1.0) } else { 0.0 };
    let mut place = from;
    let mut places: Vec<f64> = strips
        .iter()
        .enumerate()
        .map(|(nth, strip)| {
            place += match lead {
                _ if spare < 0.0 => strip.least + (strip.usual - strip.least) * part,
                Some(Lead::Follows) if nth == 0 => strip.usual + spare,
                Some(Lead::Follows) => strip.usual,
                Some(Lead::Opens) if nth == 0 => strip.usual,
                Some(Lead::Opens) | None => strip.usual * (1.0 + growth),
            };
            place
        })
        .collect();
    // Exactly there, whatever was rounded and whatever room is left over.
    if let Some(last) = places.last_mut() {
        *last = to;
    }
    places
}
