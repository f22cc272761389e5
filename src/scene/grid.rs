//! Lanes, phases, pools and the frame.

use super::{
    item::{Item, Part, Source, Stroke, TextItem, Turn},
    make::{group_item, path_item, solid, straight, text_item},
    theme::{Ink, Theme},
    view::View,
};
use crate::{
    geom::{BezPath, Orientation, Point, Rect, Shape as _},
    measures::{HEADER, PHASE_BAND, POOL_BAND},
    model::{Color, Lane, Page, Phase, PoolBand, Role},
    text::{Align, Face, Layout, TextBlock},
};

/// Dash and gap of the line between phases.
const SEPARATOR: &[f64] = &[5.0, 4.0];
/// The smallest heading.
const SMALLEST: f64 = 9.0;
/// How far a phase's chevron points.
const CHEVRON: f64 = 9.0;

/// Draws everything that stands behind the steps; `length` is the page's.
pub(super) fn draw(view: &View<'_>, theme: &Theme, length: f64) -> Vec<Item> {
    let page = view.page;
    let mut items = Vec::new();
    for (phase, from, to) in page.phase_bands() {
        items.extend(phase_band(view, theme, phase, (from, to)));
    }
    for (lane, ink, from, to) in inked_lanes(page, theme) {
        items.extend(lane_band(view, theme, (lane, ink), (length, from, to)));
    }
    separators(page, theme, &mut items);
    borders(page, theme, length, &mut items);
    items.extend(page.pool_bands().iter().filter_map(|band| pool_band(view, theme, band)));
    let frame = page.orientation.rect((-HEADER, length), (0.0, page.breadth()));
    items.push(path_item(
        &Source::Page,
        Part::Line,
        frame.to_path(0.1),
        None,
        Some(solid(theme.frame, 1.25 * theme.weight)),
    ));
    items
}

/// Every lane with its colours and its band across the page.
pub fn inked_lanes<'a>(page: &'a Page, theme: &'a Theme) -> impl Iterator<Item = (&'a Lane, Ink, f64, f64)> {
    let mut others = 0;
    page.lane_bands().map(move |(lane, from, to)| {
        let mut ink = theme.lane(lane.role, others);
        others += usize::from(lane.role == Role::Other);
        ink.header = lane.style.fill.unwrap_or(ink.header);
        if let Some(fill) = lane.style.fill {
            let readable = if fill.contrast(Color::WHITE) >= 4.5 { Color::WHITE } else { theme.ink };
            ink.title = lane.style.text.unwrap_or(readable);
            ink.tint = fill.mixed(Color::WHITE, 0.93);
        }
        (lane, ink, from, to)
    })
}

/// Text in a band that lies across the flow: read upwards in a horizontal page, upright in a vertical one.
const fn band_turn(orientation: Orientation) -> Turn {
    match orientation {
        Orientation::Horizontal => Turn::Left,
        Orientation::Vertical => Turn::None,
    }
}

/// A heading in a band of length `room`: in two lines at most, set smaller where that is not enough, and cut off where
/// even that is too long.
fn heading(view: &View<'_>, text: &str, size: f64, room: f64) -> TextBlock {
    let at_size = |text: &str, size: f64| {
        let layout = Layout {
            size,
            line_height: size * 1.15,
            face: Face::Bold,
            align: Align::Middle,
            balance: true,
            max_width: &|_| room,
            max_height: f64::INFINITY,
        };
        view.fonts.layout(text, &layout)
    };
    let sizes =
        std::iter::successors(Some(size), |size| Some(size - 0.5)).take_while(|size| *size >= SMALLEST);
    let fits = |block: &TextBlock| block.lines.len() <= 2 && !block.overflow;
    let smaller = sizes.map(|size| at_size(text, size)).find(fits);
    smaller
        .or_else(|| cut_off(text, |text| Some(at_size(text, SMALLEST)).filter(fits)))
        .unwrap_or_else(|| at_size("", SMALLEST))
}

/// The longest beginning of `text` that fits with an ellipsis.
fn cut_off(text: &str, fitted: impl Fn(&str) -> Option<TextBlock>) -> Option<TextBlock> {
    let plain = crate::text::markup::one_line(text);
    let letters: Vec<char> = plain.chars().collect();
    let cut = |count: usize| {
        let kept: String = letters.iter().take(count).collect();
        fitted(&format!("{}…", kept.trim_end()))
    };
    let (mut least, mut most) = (0, letters.len());
    while least < most {
        let middle = (least + most).div_ceil(2);
        if cut(middle).is_some() {
            least = middle;
        } else {
            most = middle - 1;
        }
    }
    cut(least)
}

fn lane_band(view: &View<'_>, theme: &Theme, lane: (&Lane, Ink), band: (f64, f64, f64)) -> Option<Item> {
    let (page, (lane, ink), (length, from, to)) = (view.page, lane, band);
    let band = (from, to);
    let source = Source::Lane(lane.id.clone());
    let ground = page.orientation.rect((0.0, length), band);
    let header = page.orientation.rect((-HEADER, 0.0), band);
    let frame = theme.frames_headers().then(|| solid(theme.frame, 1.5));
    let title = view.read(&lane.title);
    let text = TextItem {
        block: heading(view, title, 15.0, (band.1 - band.0 - 12.0).max(0.0)).into(),
        at: header.center(),
        turn: band_turn(page.orientation),
        color: ink.title,
        halo: None,
    };
    let items = vec![
        path_item(&source, Part::Ground, ground.to_path(0.1), Some(ink.tint), None),
        path_item(&source, Part::Header, header.to_path(0.1), Some(ink.header), frame),
        text_item(&source, text),
    ];
    group_item(&source, crate::text::markup::plain(title), String::new(), items)
}

/// A flat chevron, or an upright band with the title turned in a vertical page.
fn phase_band(view: &View<'_>, theme: &Theme, phase: &Phase, band: (f64, f64)) -> Option<Item> {
    let page = view.page;
    let source = Source::Phase(phase.id.clone());
    let chevron = Chevron {
        from: band.0,
        to: band.1,
        is_first: page.phases.first().is_some_and(|first| first.id == phase.id),
        is_last: page.phases.last().is_some_and(|last| last.id == phase.id),
    };
    let path = chevron.path(page.orientation);
    let title = view.read(&phase.title);
    let text = TextItem {
        block: heading(view, title, 13.5, (band.1 - band.0 - 4.0 * CHEVRON).max(0.0)).into(),
        at: page.orientation.point(f64::midpoint(band.0, band.1), -PHASE_BAND / 2.0),
        turn: match page.orientation {
            Orientation::Horizontal => Turn::None,
            Orientation::Vertical => Turn::Left,
        },
        color: theme.ink,
        halo: None,
    };
    let edge = (theme.phase == Color::WHITE).then(|| solid(theme.frame, theme.weight));
    let items =
        vec![path_item(&source, Part::Header, path, Some(theme.phase), edge), text_item(&source, text)];
    group_item(&source, crate::text::markup::plain(title), String::new(), items)
}

/// The outline of a phase's header.
///
/// ```text
///  from          to
///   ┌─────────────╲
///   ╲  phase       ╲      the first begins over the lane headers, the last ends straight
///   ╱              ╱
///   └─────────────╱
/// ```
struct Chevron {
    from: f64,
    to: f64,
    is_first: bool,
    is_last: bool,
}

impl Chevron {
    fn path(&self, orientation: Orientation) -> BezPath {
        let Self { from, to, is_first, is_last } = *self;
        let start = if is_first { -HEADER } else { from + 1.5 };
        let notch = if is_first { start } else { start + CHEVRON };
        let end = if is_last { to } else { to - 1.5 };
        let point = if is_last { end } else { end + CHEVRON };
        let (top, middle, bottom) = (-PHASE_BAND, -PHASE_BAND / 2.0, 0.0);
        let at = |along, across| orientation.point(along, across);
        let mut path = BezPath::new();
        path.move_to(at(start, top));
        path.line_to(at(end, top));
        path.line_to(at(point, middle));
        path.line_to(at(end, bottom));
        path.line_to(at(start, bottom));
        path.line_to(at(notch, middle));
        path.close_path();
        path
    }
}

fn separators(page: &Page, theme: &Theme, items: &mut Vec<Item>) {
    let count = page.phases.len();
    for (phase, _, to) in page.phase_bands().take(count.saturating_sub(1)) {
        let line = straight(page.orientation.point(to, 0.0), page.orientation.point(to, page.breadth()));
        let stroke = Stroke { color: theme.separator, width: theme.weight, dash: SEPARATOR };
        let source = Source::Phase(phase.id.clone());
        items.push(path_item(&source, Part::Line, line, None, Some(stroke)));
    }
}

fn borders(page: &Page, theme: &Theme, length: f64, items: &mut Vec<Item>) {
    let count = page.lanes.len();
    for (lane, _, to) in page.lane_bands().take(count.saturating_sub(1)) {
        let source = Source::Lane(lane.id.clone());
        let line = |from: f64, until: f64| {
            straight(page.orientation.point(from, to), page.orientation.point(until, to))
        };
        let border = solid(theme.frame, theme.weight);
        items.push(path_item(&source, Part::Line, line(0.0, length), None, Some(border)));
        let gap = if theme.frames_headers() { border } else { solid(Color::WHITE, 1.5) };
        items.push(path_item(&source, Part::Line, line(-HEADER, 0.0), None, Some(gap)));
    }
}

/// The header of a pool, which reaches behind those of the pools in it:
///
/// ```text
/// ┌──┬──┬──────┐
/// │  │in│ lane │
/// │o │ner lane │
/// │u ├──┴──────┤
/// │t │    lane │      beside a lane that is in no inner pool, the outer one is wider
/// └──┴─────────┘
/// ```
pub fn pool_header(page: &Page, band: &PoolBand<'_>) -> Rect {
    let reach = HEADER + POOL_BAND * band.level as f64;
    page.orientation.rect((-reach, -HEADER), (band.from, band.to))
}

fn pool_band(view: &View<'_>, theme: &Theme, band: &PoolBand<'_>) -> Option<Item> {
    let page = view.page;
    let source = Source::Pool(band.pool.id.clone());
    let header = pool_header(page, band);
    let outermost = page.orientation.span_along(header).0;
    let title = view.read(&band.pool.title);
    let text = TextItem {
        block: heading(view, title, 13.5, (band.to - band.from - 12.0).max(0.0)).into(),
        at: page.orientation.point(outermost + POOL_BAND / 2.0, f64::midpoint(band.from, band.to)),
        turn: band_turn(page.orientation),
        color: theme.ink,
        halo: None,
    };
    let frame = Some(solid(theme.frame, 1.25 * theme.weight));
    let items = vec![
        path_item(&source, Part::Header, header.to_path(0.1), Some(theme.phase), frame),
        text_item(&source, text),
    ];
    group_item(&source, crate::text::markup::plain(title), String::new(), items)
}

/// The tint of the lane at `p`, for halos.
pub(super) fn tint_at(tints: &[(Ink, f64, f64)], orientation: Orientation, p: Point) -> Color {
    let across = orientation.across(p);
    tints.iter().find(|(_, _, to)| across < *to).map_or(Color::WHITE, |(ink, _, _)| ink.tint)
}

/// Every lane's colours and band, for [`tint_at`].
pub(super) fn tints(page: &Page, theme: &Theme) -> Vec<(Ink, f64, f64)> {
    inked_lanes(page, theme).map(|(_, ink, from, to)| (ink, from, to)).collect()
}
