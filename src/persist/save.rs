//! Documents to text, in version 2 of the format.
//!
//! The text is canonical: records by id, sizes in hundredths, nothing that is default, no time. Saving what
//! was loaded from a saved text gives the same bytes.

use std::{collections::BTreeSet, path::Path};

use super::{
    atomic::{self, SaveError, Written},
    bands::Bands,
    load::load,
    versions::v1,
    write::{Field, Writer, number, record, string},
};
use crate::{
    geom::{Orientation, Point, quantise, quantise_length, quantise_place},
    locale::Lang,
    model::{
        Connector, ConnectorKind, Document, End, Estimate, Fit, Lane, LineJumps, Link, Minutes, Page, Phase,
        Pool, Port, Role, Step, Style, Text, ThemeName, Time, TitleBlock,
    },
};

/// Writes `document` to `path`, whole or not at all, and never what could not be opened.
pub fn save(document: &Document, path: &Path) -> Result<Written, SaveError> {
    save_text(&to_ron(document), document, path)
}

/// The same, `text` being that of the document.
pub fn save_text(text: &str, document: &Document, path: &Path) -> Result<Written, SaveError> {
    atomic::write_checked(path, text.as_bytes(), &|| check(text, document, path))
}

/// The text of a file that is opened as `document`; `name` is what messages call it.
///
/// It was read by the loader, so whatever that refuses is refused here.
pub fn to_file(document: &Document, name: &Path) -> Result<String, SaveError> {
    let text = to_ron(document);
    check(&text, document, name)?;
    Ok(text)
}

/// Whether `text` is opened as `document`.
fn check(text: &str, document: &Document, name: &Path) -> Result<(), SaveError> {
    let read = load(text.as_bytes(), name);
    let read = read.map_err(|error| SaveError::Unopenable { source: Box::new(error) })?.document;
    // Lengths are rounded when they are written.
    let is_faithful = read == *document || to_ron(&read) == text;
    if is_faithful { Ok(()) } else { Err(SaveError::Unfaithful { file: name.to_owned() }) }
}

/// `document` as text, which may be more than a file may hold.
pub fn to_ron(document: &Document) -> String {
    let Document {
        id,
        title,
        subtitle,
        description,
        language,
        translations,
        title_block,
        theme,
        line_jumps,
        properties,
        pages,
    } = document;
    let mut w = Writer::default();
    w.open("(");
    w.field("format", "\"laneway\"");
    w.field("version", "2");
    w.open("document: (");
    w.field("id", &id.as_ref().map(|id| string(id.as_str())).unwrap_or_default());
    texts(&mut w, "title", title);
    texts(&mut w, "subtitle", subtitle);
    texts(&mut w, "description", description);
    w.field("language", &string(language.as_str()));
    w.field("translations", &langs(translations));
    if *title_block != TitleBlock::default() {
        w.open("title_block: (");
        if !title_block.version.is_empty() {
            w.field("version", &string(&title_block.version));
        }
        texts(&mut w, "date", &title_block.date);
        texts(&mut w, "author", &title_block.author);
        w.close("),");
    }
    w.field("theme", unless(*theme == ThemeName::default(), v1::ThemeName::from(*theme).word()));
    let is_default = *line_jumps == LineJumps::default();
    w.field("line_jumps", unless(is_default, v1::LineJumps::from(*line_jumps).word()));
    w.map("properties", strs(properties));
    w.open("pages: [");
    for of in pages {
        page(&mut w, of);
    }
    w.close("],");
    w.close("),");
    w.close(")");
    w.finish()
}

fn page(w: &mut Writer, page: &Page) {
    let Page { id, title, orientation, lanes, pools, phases, steps, connectors, z_order } = page;
    w.open("(");
    w.field("id", &string(id.as_str()));
    texts(w, "title", title);
    let is_default = *orientation == Orientation::default();
    w.field("orientation", unless(is_default, v1::Orientation::from(*orientation).word()));
    w.list("lanes", lanes, |w, of| lane(w, of));
    w.list("pools", pools.values(), |w, of| pool(w, of));
    w.list("phases", phases, |w, of| phase(w, of));
    w.list("steps", steps.values(), |w, of| step(w, of));
    w.list("connectors", connectors.values(), |w, of| connector(w, of));
    let bands = Bands::of(*orientation, lanes);
    let connector_places: Vec<String> =
        connectors.values().filter_map(|connector| connector_place(connector, &bands)).collect();
    if !steps.is_empty() || !connector_places.is_empty() {
        w.open("places: (");
        w.list("steps", steps.values(), |w, step| {
            let rank = z_order.rank(&step.id);
            let place = step_place(step, rank, &bands);
            w.line(&(place + ","));
        });
        w.list("connectors", connector_places, |w, place| w.line(&(place + ",")));
        w.close("),");
    }
    w.close("),");
}

fn lane(w: &mut Writer, lane: &Lane) {
    let Lane { id, title, role, size, given, style: its_style, pool } = lane;
    w.open("(");
    w.field("id", &string(id.as_str()));
    texts(w, "title", title);
    w.field("role", unless(*role == Role::default(), v1::Role::from(*role).word()));
    w.field("pool", &pool.as_ref().map(|id| string(id.as_str())).unwrap_or_default());
    w.field("size", &length(*size));
    w.field("given", &given.map(length).unwrap_or_default());
    w.field("style", &style(its_style));
    w.close("),");
}

fn pool(w: &mut Writer, pool: &Pool) {
    let Pool { id, title, parent } = pool;
    w.open("(");
    w.field("id", &string(id.as_str()));
    texts(w, "title", title);
    w.field("parent", &parent.as_ref().map(|id| string(id.as_str())).unwrap_or_default());
    w.close("),");
}

fn phase(w: &mut Writer, phase: &Phase) {
    let Phase { id, title, size } = phase;
    w.open("(");
    w.field("id", &string(id.as_str()));
    texts(w, "title", title);
    w.field("size", &length(*size));
    w.close("),");
}

fn step(w: &mut Writer, step: &Step) {
    // Where it stands and how it looks is written among the places.
    let Step {
        id,
        kind,
        lane,
        phase,
        rect: _,
        pinned: _,
        fit: _,
        text,
        details,
        time,
        link,
        style: _,
        properties,
    } = step;
    w.open("(");
    w.field("id", &string(id.as_str()));
    w.field("kind", &v1::StepKind::from(*kind).word());
    w.field("lane", &string(lane.as_str()));
    w.field("phase", &phase.as_ref().map(|id| string(id.as_str())).unwrap_or_default());
    texts(w, "text", text);
    details.iter().for_each(|(name, text)| texts(w, name, text));
    w.field("time", &times(time));
    let link = link.as_ref().map(|link| match link {
        Link::Page(id) => format!("Page({})", string(id.as_str())),
        Link::Step(id) => format!("Step({})", string(id.as_str())),
        Link::Address(address) => format!("Address({})", string(address)),
    });
    w.field("link", &link.unwrap_or_default());
    w.map("properties", strs(properties));
    w.close("),");
}

fn times(time: &Time) -> String {
    let Time { handling, waiting, target } = time;
    let minutes = |value: Option<Minutes>| value.map(|value| number(quantise(value))).unwrap_or_default();
    let estimate = |of: &Option<Estimate>| {
        of.map(|Estimate { usual, best, worst }| {
            record(&[("usual", minutes(Some(usual))), ("best", minutes(best)), ("worst", minutes(worst))])
        })
        .unwrap_or_default()
    };
    record(&[("handling", estimate(handling)), ("waiting", estimate(waiting)), ("target", minutes(*target))])
}

fn connector(w: &mut Writer, connector: &Connector) {
    let Connector { id, kind, from, to, route: _, label, share, style: _, properties } = connector;
    let end = |end: &End| end.step().map(|id| string(id.as_str())).unwrap_or_default();
    w.open("(");
    w.field("id", &string(id.as_str()));
    w.field("kind", unless(*kind == ConnectorKind::default(), v1::ConnectorKind::from(*kind).word()));
    w.field("from", &end(from));
    w.field("to", &end(to));
    texts(w, "label", label);
    w.field("share", &share.map(|share| number(quantise(share))).unwrap_or_default());
    w.map("properties", strs(properties));
    w.close("),");
}

fn step_place(step: &Step, rank: i32, bands: &Bands<'_>) -> String {
    let orientation = bands.orientation();
    let center = step.rect.center();
    let start = bands.start(step.lane.as_str()).unwrap_or_default();
    let (width, height) = (length(step.rect.width()), length(step.rect.height()));
    record(&[
        ("step", string(step.id.as_str())),
        ("along", number(quantise_place(orientation.along(center)))),
        ("across", number(quantise_place(orientation.across(center) - start))),
        ("size", format!("({width}, {height})")),
        ("z", if rank == 0 { String::new() } else { rank.to_string() }),
        pinned(step.pinned),
        ("fit", unless(step.fit == Fit::default(), v1::Fit::from(step.fit).word()).to_owned()),
        ("style", style(&step.style)),
    ])
}

/// The place of a connector; `None` where nothing was placed.
fn connector_place(connector: &Connector, bands: &Bands<'_>) -> Option<String> {
    let mut fields = vec![("connector", string(connector.id.as_str()))];
    let named = [(&connector.from, "from", "from_point"), (&connector.to, "to", "to_point")];
    for (end, port_name, point_name) in named {
        match end {
            End::Attached { step: _, port: its_port } => {
                fields.push((port_name, its_port.as_ref().map(port).unwrap_or_default()));
            }
            End::Free(at) => fields.push((point_name, record(&point(*at, bands)))),
        }
    }
    if let Some(route) = &connector.route {
        let bends = route.bends.iter().map(|bend| {
            let [lane, along, across] = point(bend.at, bands);
            record(&[lane, along, across, pinned(bend.pinned)])
        });
        let bends = bends.collect::<Vec<_>>().join(", ");
        fields.push(("bends", if bends.is_empty() { bends } else { format!("[{bends}]") }));
        let label = route.label.map(|label| {
            let [lane, along, across] = point(label.at, bands);
            record(&[lane, along, across, pinned(label.pinned)])
        });
        fields.push(("label", label.unwrap_or_default()));
    }
    fields.push(("style", style(&connector.style)));
    let is_bare = fields.iter().skip(1).all(|(_, value)| value.is_empty());
    match &connector.route {
        None if is_bare => return None,
        None => fields.insert(1, ("routed", "false".to_owned())),
        Some(_) => {}
    }
    Some(record(&fields))
}

fn port(port: &Port) -> String {
    let Port { side, t, pinned: is_pinned } = port;
    // A part of a side, not a distance: hundredths would move the end of a line off its bend.
    let t = (t * 1e6).round() / 1e6 + 0.0;
    record(&[("side", v1::Side::from(*side).word().to_owned()), ("t", number(t)), pinned(*is_pinned)])
}

fn pinned(is_pinned: bool) -> Field {
    ("pinned", unless(!is_pinned, "true").to_owned())
}

fn point(at: Point, bands: &Bands<'_>) -> [Field; 3] {
    let place = bands.relative(at);
    [("lane", string(place.lane)), ("along", number(place.along)), ("across", number(place.across))]
}

fn style(style: &Style) -> String {
    let Style { fill, line, text } = style;
    let [fill, line, text] =
        [fill, line, text].map(|color| color.map(|color| string(&color.to_string())).unwrap_or_default());
    record(&[("fill", fill), ("line", line), ("text", text)])
}

fn length(value: f64) -> String {
    number(quantise_length(value))
}

/// The word, or nothing where it goes without saying.
const fn unless(is_default: bool, word: &str) -> &str {
    if is_default { "" } else { word }
}

fn texts(w: &mut Writer, name: &str, text: &Text) {
    w.map(name, text.written());
}

/// The codes on one line; nothing where there are none.
fn langs(langs: &BTreeSet<Lang>) -> String {
    let codes: Vec<String> = langs.iter().map(|lang| string(lang.as_str())).collect();
    if codes.is_empty() { String::new() } else { format!("[{}]", codes.join(", ")) }
}

fn strs(properties: &crate::model::Properties) -> impl Iterator<Item = (&str, &str)> {
    properties.iter().map(|(key, value)| (key.as_str(), value.as_str()))
}
