//! Charts out of chance: few steps, odd places.

use arbitrary::{Result, Unstructured};
use laneway::{
    geom::{Orientation, Point, Rect, Side, Size},
    locale::Lang,
    model::{
        Bend, Connector, ConnectorKind, Connectors, Document, End, LabelPlace, Page, PageId, Port, Role,
        Route, Step, StepKind, Text,
    },
};

use crate::records;

const MOST_LANES: usize = 4;
const MOST_STEPS: usize = 9;
const MOST_CONNECTORS: usize = 12;
const MOST_BENDS: usize = 5;

/// A document of one or two pages. It may break what a document must hold.
pub(crate) fn chart(u: &mut Unstructured<'_>) -> Result<Document> {
    let pages = (0..u.int_in_range(1..=2)?).map(|nth| page(u, nth)).collect::<Result<_>>()?;
    let mut document = records::document(pages);
    document.title = text(u)?;
    Ok(document)
}

fn page(u: &mut Unstructured<'_>, nth: usize) -> Result<Page> {
    let lanes = u.int_in_range(1..=MOST_LANES)?;
    let lanes = (0..lanes).map(|nth| {
        let mut lane = records::lane(&format!("l{nth}"), Role::Other, length(u)?);
        lane.title = text(u)?;
        Ok(lane.into())
    });
    let lanes: Vec<_> = lanes.collect::<Result<_>>()?;
    let count = lanes.len();
    let orientation = *u.choose(&[Orientation::Horizontal, Orientation::Vertical])?;
    let id = PageId::parse(&format!("p{nth}")).expect("an id");
    let mut page = Page::blank(id, orientation, lanes);
    let steps = u.int_in_range(0..=MOST_STEPS)?;
    for nth in 0..steps {
        let step = step(u, nth, count)?;
        page.steps.insert(step.id.clone(), step.into());
    }
    let mut connectors = Connectors::new();
    for nth in 0..u.int_in_range(0..=MOST_CONNECTORS)? {
        connectors.insert(connector(u, nth, steps)?);
    }
    page.connectors = connectors;
    Ok(page)
}

fn step(u: &mut Unstructured<'_>, nth: usize, lanes: usize) -> Result<Step> {
    let kind = *u.choose(&StepKind::PALETTE)?;
    let lane = u.choose_index(lanes)?;
    let rect = Rect::from_origin_size(point(u)?, Size::new(length(u)?, length(u)?));
    let mut step = records::step(&format!("s{nth}"), kind, &format!("l{lane}"), rect);
    step.text = text(u)?;
    step.pinned = u.ratio(1, 8)?;
    Ok(step)
}

fn connector(u: &mut Unstructured<'_>, nth: usize, steps: usize) -> Result<Connector> {
    let mut connector = records::connector(&format!("c{nth}"), end(u, steps)?, end(u, steps)?);
    connector.kind =
        *u.choose(&[ConnectorKind::Sequence, ConnectorKind::Message, ConnectorKind::Association])?;
    connector.label = text(u)?;
    if u.ratio(1, 3)? {
        let bends =
            (0..u.int_in_range(0..=MOST_BENDS)?).map(|_| Ok(Bend { at: point(u)?, pinned: u.arbitrary()? }));
        let bends = bends.collect::<Result<_>>()?;
        let label =
            if u.ratio(1, 3)? { Some(LabelPlace { at: point(u)?, pinned: u.arbitrary()? }) } else { None };
        connector.route = Some(Route { bends, label });
    }
    Ok(connector)
}

fn end(u: &mut Unstructured<'_>, steps: usize) -> Result<End> {
    if steps == 0 || u.ratio(1, 8)? {
        return Ok(End::Free(point(u)?));
    }
    let step = format!("s{}", u.choose_index(steps)?);
    if u.ratio(2, 3)? {
        return Ok(records::at(&step, None));
    }
    let side = *u.choose(&[Side::Top, Side::Right, Side::Bottom, Side::Left])?;
    let t = f64::from(u.int_in_range(0..=4_u8)?) / 4.0;
    Ok(records::at(&step, Some(Port { side, t, pinned: u.arbitrary()? })))
}

fn point(u: &mut Unstructured<'_>) -> Result<Point> {
    Ok(Point::new(coordinate(u)?, coordinate(u)?))
}

/// Mostly a place on a page, sometimes one at the end of the world.
fn coordinate(u: &mut Unstructured<'_>) -> Result<f64> {
    Ok(match u.int_in_range(0..=15_u8)? {
        0 => *u.choose(&[0.0, -0.0, 1e7, -1e7, 9_999_999.99, 1e-9, -1.0])?,
        1 => f64::from(u.arbitrary::<i32>()?) / 300.0,
        _ => f64::from(u.arbitrary::<u8>()?) * 8.0 - 200.0,
    })
}

fn length(u: &mut Unstructured<'_>) -> Result<f64> {
    Ok(match u.int_in_range(0..=15_u8)? {
        0 => *u.choose(&[0.01, 0.001, 1e7, 1.0, 1e-12])?,
        _ => f64::from(u.int_in_range(8..=250_u8)?) * 2.0,
    })
}

fn text(u: &mut Unstructured<'_>) -> Result<Text> {
    let words = match u.int_in_range(0..=7_u8)? {
        0 | 1 => String::new(),
        2 => u.arbitrary::<&str>()?.chars().filter(|c| !c.is_control()).take(200).collect(),
        3 => (*u.choose(&["**a** *b* `c`", "]]>&<\"'", "\u{202e}x", "مرحبا", "日本語", "🎉"])?).to_owned(),
        _ => "Ask the customer for the number".get(..u.int_in_range(1..=31)?).unwrap_or_default().to_owned(),
    };
    if words.is_empty() {
        return Ok(Text::EMPTY);
    }
    let lang: Lang = laneway::locale::UiLang::En.into();
    Ok(Text::new(lang, words))
}
