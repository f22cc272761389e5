//! The hard invariants: what a document must be to be a document.

use std::collections::BTreeSet;

use super::{Breach, Connector, Document, End, LIMIT_NESTING, Link, Page, Pool, PoolId, Ranged, Step, Text};
use crate::geom::Point;

/// The furthest a coordinate may lie from the origin, in document units.
pub const LIMIT_COORDINATE: f64 = 1e7;
/// The most steps a document may have.
pub const LIMIT_STEPS: usize = 100_000;

/// Whether `c` may stand in a text: anything but control characters other than newline and tab.
pub const fn is_text_char(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}')
}

impl Document {
    /// Checks every hard invariant; the first that does not hold is the error.
    ///
    /// Ids are unique in the document, every reference resolves, numbers are finite and within
    /// ±[`LIMIT_COORDINATE`], sizes are positive, each page has a lane, pools hold lanes that stand side by side and
    /// lie in no circle, texts hold no control characters.
    pub fn check(&self) -> Result<(), Breach> {
        if self.pages.is_empty() {
            return Err(Breach::NoPage);
        }
        let steps: usize = self.pages.iter().map(|page| page.steps.len()).sum();
        if steps > LIMIT_STEPS {
            return Err(Breach::TooManySteps { count: steps });
        }
        let mut ids = BTreeSet::new();
        for page in &self.pages {
            check_ids(page, &mut ids)?;
        }
        self.pages.iter().try_for_each(|page| self.check_page(page))?;
        let Self { title, subtitle, description, title_block, properties, .. } = self;
        for text in [title, subtitle, description, &title_block.date, &title_block.author] {
            check_text(&"", text)?;
        }
        check_strings(&"", properties.iter().flat_map(|(k, v)| [k, v]).chain([&title_block.version]))
    }

    fn check_page(&self, page: &Page) -> Result<(), Breach> {
        check_text(&page.id, &page.title)?;
        if page.lanes.is_empty() {
            return Err(Breach::NoLane { id: page.id.to_string() });
        }
        for lane in &page.lanes {
            check_size(&lane.id, lane.size)?;
            lane.given.map_or(Ok(()), |given| check_size(&lane.id, given))?;
            check_text(&lane.id, &lane.title)?;
        }
        check_pools(page)?;
        for phase in &page.phases {
            check_size(&phase.id, phase.size)?;
            check_text(&phase.id, &phase.title)?;
        }
        for step in page.steps.values() {
            self.check_step(page, step)?;
        }
        // Both are in the order of ids, so that no step is searched.
        let mut steps = page.steps.keys();
        if !page.connectors.steps().all(|id| steps.any(|step| step == id)) {
            page.connectors.values().try_for_each(|connector| check_ends(page, connector))?;
        }
        page.connectors.values().try_for_each(|connector| check_connector(connector))?;
        match page.z_order.iter().find(|(id, _)| !page.steps.contains_key(*id)) {
            Some((id, _)) => Err(dangling(&page.id, "z_order", id)),
            None => Ok(()),
        }
    }

    fn check_step(&self, page: &Page, step: &Step) -> Result<(), Breach> {
        let id = &step.id;
        if !page.lanes.iter().any(|lane| lane.id == step.lane) {
            return Err(dangling(id, "lane", &step.lane));
        }
        if let Some(phase) =
            step.phase.as_ref().filter(|of| !page.phases.iter().any(|phase| phase.id == **of))
        {
            return Err(dangling(id, "phase", phase));
        }
        check_point(id, step.rect.origin())?;
        check_point(id, Point::new(step.rect.x1, step.rect.y1))?;
        check_size(id, step.rect.width())?;
        check_size(id, step.rect.height())?;
        check_text(id, &step.text)?;
        step.details.iter().try_for_each(|(_, text)| check_text(id, text))?;
        check_strings(id, step.properties.iter().flat_map(|(k, v)| [k, v]))?;
        let time = &step.time;
        let estimates = [time.handling, time.waiting].into_iter().flatten();
        let minutes = estimates.flat_map(|e| [Some(e.usual), e.best, e.worst]).chain([time.target]).flatten();
        for value in minutes {
            check_range(id, Ranged::Time, value)?;
        }
        self.check_link(step)
    }

    fn check_link(&self, step: &Step) -> Result<(), Breach> {
        match &step.link {
            Some(Link::Page(page)) if self.page(page).is_none() => Err(dangling(&step.id, "link", page)),
            Some(Link::Step(to)) if !self.pages.iter().any(|page| page.steps.contains_key(to)) => {
                Err(dangling(&step.id, "link", to))
            }
            Some(Link::Address(address)) => check_strings(&step.id, std::iter::once(address)),
            Some(Link::Page(_) | Link::Step(_)) | None => Ok(()),
        }
    }
}

fn check_ids<'a>(page: &'a Page, ids: &mut BTreeSet<&'a str>) -> Result<(), Breach> {
    let lanes = page.lanes.iter().map(|lane| lane.id.as_str());
    let pools = page.pools.keys().map(PoolId::as_str);
    let phases = page.phases.iter().map(|phase| phase.id.as_str());
    let steps = page.steps.keys().map(super::StepId::as_str);
    let connectors = page.connectors.keys().map(super::ConnectorId::as_str);
    let bands = std::iter::once(page.id.as_str()).chain(lanes).chain(pools).chain(phases);
    for id in bands.chain(steps).chain(connectors) {
        if !ids.insert(id) {
            return Err(Breach::UsedTwice { id: id.to_owned() });
        }
    }
    Ok(())
}

/// Pools and lanes lie in pools that are there, no pool in itself; each holds lanes, which stand side by side.
fn check_pools(page: &Page) -> Result<(), Breach> {
    let is_missing = |of: &&PoolId| !page.pools.contains_key(*of);
    for lane in &page.lanes {
        lane.pool.as_ref().filter(is_missing).map_or(Ok(()), |of| Err(dangling(&lane.id, "pool", of)))?;
    }
    for pool in page.pools.values() {
        check_text(&pool.id, &pool.title)?;
        pool.parent.as_ref().filter(is_missing).map_or(Ok(()), |of| Err(dangling(&pool.id, "parent", of)))?;
        check_nesting(page, pool)?;
    }
    let (mut met, mut open) = (BTreeSet::new(), Vec::new());
    for lane in &page.lanes {
        let mut around: Vec<&PoolId> = page.pools_around(lane).map(|pool| &pool.id).collect();
        around.reverse();
        let stay = open.iter().zip(&around).take_while(|(open, pool)| open == pool).count();
        if let Some(again) = around.iter().skip(stay).find(|pool| !met.insert(**pool)) {
            return Err(Breach::LanesApart { id: again.to_string() });
        }
        open = around;
    }
    match page.pools.keys().find(|pool| !met.contains(pool)) {
        Some(empty) => Err(Breach::EmptyPool { id: empty.to_string() }),
        None => Ok(()),
    }
}

fn check_nesting(page: &Page, pool: &Pool) -> Result<(), Breach> {
    let mut outer = page.pool_and_around(pool.parent.as_ref()).take(LIMIT_NESTING);
    if outer.any(|outer| outer.id == pool.id) {
        return Err(Breach::PoolInItself { id: pool.id.to_string() });
    }
    match page.pool_and_around(Some(&pool.id)).nth(LIMIT_NESTING) {
        Some(_) => Err(Breach::TooNested { id: pool.id.to_string() }),
        None => Ok(()),
    }
}

/// Checks that the steps exist at which `connector` ends.
fn check_ends(page: &Page, connector: &Connector) -> Result<(), Breach> {
    let mut ends = [&connector.from, &connector.to].into_iter().filter_map(|end| end.step());
    let missing = ends.find(|step| !page.steps.contains_key(*step));
    missing.map_or(Ok(()), |step| Err(dangling(&connector.id, "end", step)))
}

fn check_connector(connector: &Connector) -> Result<(), Breach> {
    let id = &connector.id;
    for end in [&connector.from, &connector.to] {
        match end {
            End::Attached { port, .. } => {
                port.map_or(Ok(()), |port| check_range(id, Ranged::Side, port.t))?;
            }
            End::Free(point) => check_point(id, *point)?,
        }
    }
    if let Some(route) = &connector.route {
        let label = route.label.map(|label| label.at);
        route.bends.iter().map(|bend| bend.at).chain(label).try_for_each(|p| check_point(id, p))?;
    }
    connector.share.map_or(Ok(()), |share| check_range(id, Ranged::Share, share))?;
    check_text(id, &connector.label)?;
    check_strings(id, connector.properties.iter().flat_map(|(k, v)| [k, v]))
}

fn dangling(id: &impl ToString, field: &'static str, target: &impl ToString) -> Breach {
    Breach::Dangling { id: id.to_string(), field, target: target.to_string() }
}

fn check_point(id: &impl ToString, p: Point) -> Result<(), Breach> {
    let fits = |v: f64| v.is_finite() && v.abs() <= LIMIT_COORDINATE;
    if fits(p.x) && fits(p.y) {
        return Ok(());
    }
    Err(Breach::OutOfReach { id: id.to_string(), at: (p.x, p.y) })
}

fn check_size(id: &impl ToString, size: f64) -> Result<(), Breach> {
    if size.is_finite() && size > 0.0 && size <= LIMIT_COORDINATE {
        return Ok(());
    }
    Err(Breach::Size { id: id.to_string(), size })
}

fn check_range(id: &impl ToString, number: Ranged, value: f64) -> Result<(), Breach> {
    if (0.0..=number.most()).contains(&value) {
        return Ok(());
    }
    Err(Breach::OutOfRange { id: id.to_string(), number, value })
}

fn check_text(id: &impl ToString, text: &Text) -> Result<(), Breach> {
    text.iter().try_for_each(|(_, text)| check_str(id, text))
}

fn check_strings<'a>(
    id: &impl ToString,
    strings: impl IntoIterator<Item = &'a String>,
) -> Result<(), Breach> {
    strings.into_iter().try_for_each(|text| check_str(id, text))
}

fn check_str(id: &impl ToString, text: &str) -> Result<(), Breach> {
    match text.chars().find(|c| !is_text_char(*c)) {
        Some(found) => Err(Breach::ControlCharacter { id: id.to_string(), found }),
        None => Ok(()),
    }
}
