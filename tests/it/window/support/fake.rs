//! Services that need nothing from below: a document and a picture made by hand.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    io,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
};

use laneway::{
    app::{
        Bundled, DrawnPage, EntryId, ExportChoice, ExportError, GalleryEntry, Importable, LoadedFile,
        RepairedFile, Replaceable, SaveEnd, SaveWish, SavedFile, Services, Shot, Stamp, WantedTable,
    },
    geom::{BezPath, Orientation, Point, Rect, Shape as _, Size},
    interop::{Imported, Report, TableError, TableFile, WriteTableError, WrittenTable},
    locale::{Lang, UiLang},
    model::{
        Branching, Color, Details, Document, Estimate, Lane, Outcome, Page, PageId, Role, Step, StepId,
        StepKind, Text, ThemeName, Time,
    },
    persist::{self, LoadError, SaveError, Written},
    pipeline::{DrawError, FileKind, OpenError, Origin, PublishError, WriteError},
    progress::Progress,
    scene::{Cache, Item, Meta, Part, Prim, Scene, Source, Stroke, TextItem, Theme, Turn},
    text::{CAP_HEIGHT, Face, Line, Run, TextBlock},
};

use crate::testing::records;

/// Services made by hand. Files are in memory; clones share them.
#[derive(Clone, Default)]
pub(crate) struct Fake {
    files: Arc<Mutex<BTreeMap<PathBuf, Document>>>,
    /// Paths whose files have comments.
    pub(crate) commented: Vec<PathBuf>,
    /// What other programs were asked to open.
    pub(crate) opened_outside: Arc<Mutex<Vec<String>>>,
    chance: Arc<AtomicU32>,
    /// Whether making a chart of tables lasts until it is called off …
    pub(crate) endless: bool,
    /// … and whether that has been so.
    pub(crate) has_ended: Arc<AtomicBool>,
}

impl Fake {
    /// What the file `path` holds.
    pub(crate) fn file(&self, path: &str) -> Option<Document> {
        self.files.lock().expect("files").get(Path::new(path)).cloned()
    }

    /// Another program writes the file `path`, with the title `title`.
    pub(crate) fn write(&self, path: &str, title: &str) {
        let mut document = document("inbound-call");
        document.title = both(title, title);
        self.files.lock().expect("files").insert(PathBuf::from(path), document);
    }
}

fn stamp_of(document: &Document) -> Stamp {
    Stamp::of(persist::to_ron(document).as_bytes())
}

const TITLES: [(&str, &str, &str); 2] = [
    ("inbound-call", "Inbound call", "Llamada entrante"),
    ("blank-four-lanes", "Blank, four lanes", "En blanco, cuatro carriles"),
];

impl Services for Fake {
    fn templates(&self) -> Vec<GalleryEntry> {
        let entry = |(id, _, _): &(&str, &str, &str)| GalleryEntry {
            id: EntryId::Bundled((*id).to_owned()),
            document: Ok(Arc::new(document(id))),
        };
        TITLES.iter().map(entry).collect()
    }

    fn blank(&self) -> Result<Document, OpenError> {
        Ok(document("blank-four-lanes"))
    }

    fn recognise(&self, path: &Path) -> Option<FileKind> {
        let is_here = path.ends_with("good.ron") || self.files.lock().expect("files").contains_key(path);
        if is_here { Some(FileKind::Document) } else { Bundled.recognise(path) }
    }

    fn open_outside(&self, place: &OsStr) -> io::Result<()> {
        self.opened_outside.lock().expect("places").push(place.to_string_lossy().into_owned());
        Ok(())
    }

    fn load(&self, path: &Path) -> Result<LoadedFile, OpenError> {
        let mut files = self.files.lock().expect("files");
        if path.ends_with("good.ron") && !files.contains_key(path) {
            files.insert(path.to_owned(), document("inbound-call"));
        }
        let found = files.get(path).ok_or_else(|| LoadError::Missing { file: path.to_owned() })?;
        let comments_dropped = self.commented.iter().any(|commented| commented == path);
        let mut document = found.clone();
        persist::identify(&mut document, 0);
        Ok(LoadedFile { document, comments_dropped, stamp: stamp_of(found) })
    }

    fn repair(&self, path: &Path) -> Option<RepairedFile> {
        Bundled.repair(path)
    }

    fn save(&self, document: &Document, wish: &SaveWish) -> Result<SaveEnd, SaveError> {
        if wish.path.starts_with("/readonly") {
            return Err(denied(&wish.path));
        }
        let mut files = self.files.lock().expect("files");
        match (wish.replaces, files.get(&wish.path).map(stamp_of)) {
            (Replaceable::Only(stamp), Some(found)) if found != stamp => return Ok(SaveEnd::Changed),
            (Replaceable::Nothing, Some(_)) => return Ok(SaveEnd::Exists),
            _ => {}
        }
        files.insert(wish.path.clone(), document.clone());
        let (stamp, written) = (stamp_of(document), Written::default());
        Ok(SaveEnd::Saved(SavedFile { stamp, written, is_version_lost: false }))
    }

    fn time_of_day(&self) -> String {
        "12:04".to_owned()
    }

    fn time(&self, secs: u64) -> String {
        Bundled.time(secs)
    }

    fn entropy(&self) -> u32 {
        self.chance.fetch_add(1, Ordering::Relaxed)
    }

    fn scene(&self, document: &Document, page: usize, lang: &Lang) -> Scene {
        scene(document, page, lang)
    }

    fn next_scene(&self, document: &Document, shot: Shot<'_>, _cache: &mut Cache) -> Scene {
        scene(document, shot.page, shot.lang)
    }

    fn draw(&self, document: &Document, page: &DrawnPage) -> Result<Vec<u8>, DrawError> {
        Bundled.draw(document, page)
    }

    fn size(&self, document: &Document, page: &DrawnPage) -> Size {
        Bundled.size(document, page)
    }

    fn importable(
        &self,
        path: &Path,
        lang: &Lang,
        progress: &mut Progress<'_>,
    ) -> Result<Option<Importable>, OpenError> {
        Bundled.importable(path, lang, progress)
    }

    fn look_at_tables(&self, tables: &TableFile, lang: &Lang) -> Result<Report, TableError> {
        Bundled.look_at_tables(tables, lang)
    }

    fn import_tables(
        &self,
        tables: &TableFile,
        lang: &Lang,
        progress: &mut Progress<'_>,
    ) -> Result<Option<Imported>, TableError> {
        if !self.endless {
            return Bundled.import_tables(tables, lang, progress);
        }
        while progress.at(0.5).is_ok() {
            std::thread::yield_now();
        }
        self.has_ended.store(true, Ordering::Relaxed);
        Ok(None)
    }

    fn table(&self, document: &Document, wanted: WantedTable<'_>) -> Result<WrittenTable, WriteTableError> {
        Bundled.table(document, wanted)
    }

    fn write_bytes(&self, path: &Path, bytes: &[u8], origin: Origin<'_>) -> Result<(), WriteError> {
        Bundled.write_bytes(path, bytes, origin)
    }

    fn export(
        &self,
        _document: &Document,
        choice: &ExportChoice,
        watch: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Vec<PathBuf>, ExportError> {
        if choice.path.to_string_lossy().contains("endless") {
            while watch(1, 2) {
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
            return Ok(Vec::new());
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        if choice.path.to_string_lossy().contains("readonly") {
            return Err(PublishError::Write(WriteError::Save(denied(&choice.path))).into());
        }
        Ok(vec![choice.path.clone()])
    }
}

fn both(en: &str, es: &str) -> Text {
    let mut text = Text::new(UiLang::En.into(), en);
    text.set(UiLang::Es.into(), es);
    text
}

/// The system does not let anybody write there.
fn denied(path: &Path) -> SaveError {
    SaveError::Protected { file: path.to_owned() }
}

fn document(id: &str) -> Document {
    let (_, en, es) = TITLES.iter().find(|(own, _, _)| *own == id).expect("a template");
    let mut pages = vec![page("main", both(en, es), id == "blank-four-lanes")];
    if id == "inbound-call" {
        pages.push(page("billing", both("Billing and orders", "Facturas y pedidos"), false));
    }
    Document { title: both(en, es), ..records::document(pages) }
}

type Row = (&'static str, StepKind, usize, f64, &'static str, &'static str);

const STEPS: [Row; 7] = [
    ("contact", StepKind::Start, 0, 70.0, "Contacts the call centre", "Llama al centro de atención"),
    ("greet", StepKind::Process, 1, 70.0, "Greet with the call script", "Saludar con el guion"),
    ("reason", StepKind::Process, 1, 250.0, "Note the reason for the call", "Anotar el motivo"),
    ("known", StepKind::Decision(Branching::Plain), 1, 430.0, "Identity verified?", "¿Identidad verificada?"),
    ("solve", StepKind::Process, 2, 620.0, "Solve the request", "Resolver la solicitud"),
    ("review", StepKind::Process, 3, 800.0, "Review the case", "Revisar el caso"),
    ("end", StepKind::End(Outcome::Solved), 0, 980.0, "Request solved", "Solicitud resuelta"),
];

/// Ids are unique in a whole document.
fn own(page: &str, id: &str) -> String {
    if page == "main" { id.to_owned() } else { format!("{page}-{id}") }
}

fn page(page: &str, title: Text, is_blank: bool) -> Page {
    let names = [
        ("customer", Role::Customer, "Customer", "Cliente"),
        ("employee", Role::Employee, "Employee", "Agente"),
        ("service", Role::ServiceDepartment, "Service department", "Departamento de servicio"),
        ("owner", Role::ProcessOwner, "Process owner", "Dueño del proceso"),
    ];
    let lane = |(id, role, en, es): (&str, Role, &str, &str)| {
        Arc::new(Lane { title: both(en, es), ..records::lane(&own(page, id), role, 132.0) })
    };
    let lanes: Vec<Arc<Lane>> = names.into_iter().map(lane).collect();
    let steps = STEPS.iter().filter(|_| !is_blank).map(|row| step(page, row, &lanes));
    let steps = steps.map(|step| (step.id.clone(), Arc::new(step))).collect();
    let id = PageId::parse(page).expect("id");
    Page { title, steps, ..Page::blank(id, Orientation::Horizontal, lanes) }
}

fn step(page: &str, row: &Row, lanes: &[Arc<Lane>]) -> Step {
    let (id, kind, lane, x, en, es) = row;
    let details = Details {
        goal: both("The agent knows what is wanted", "El agente sabe qué se desea"),
        say: both("“May I note why you are calling?”", "«¿Puedo anotar el motivo de su llamada?»"),
        record: both("Reason, product, urgency", "Motivo, producto, urgencia"),
        channel: both("Telephone", "Teléfono"),
        ..Details::default()
    };
    let handling = Estimate { usual: 2.0, best: Some(1.0), worst: Some(5.0) };
    let rect = Rect::from_origin_size((*x, *lane as f64 * 132.0 + 39.0), (136.0, 54.0));
    let time = Time { handling: Some(handling), waiting: None, target: None };
    let lane = lanes[*lane].id.as_str();
    Step { text: both(en, es), details, time, ..records::step(&own(page, id), *kind, lane, rect) }
}

fn scene(document: &Document, page: usize, lang: &Lang) -> Scene {
    let theme = Theme::of(ThemeName::Standard);
    let Some(page) = document.pages.get(page) else {
        return Scene { bounds: Rect::ZERO, meta: Meta::default(), items: Arc::default() };
    };
    let fallback = &document.language;
    let title = document.page_title(page, lang).to_owned();
    let length = page.length().max(1150.0);
    let mut items =
        vec![label(Source::Page, &title, Point::new(length / 2.0, -44.0), (23.0, Face::Bold), theme.ink)];
    for (lane, from, to) in page.lane_bands() {
        let ink = theme.lane(lane.role, 0);
        let source = || Source::Lane(lane.id.clone());
        let frame = Some(Stroke { color: theme.frame, width: 1.0, dash: &[] });
        items.push(filled(
            source(),
            Part::Ground,
            Rect::new(0.0, from, length, to).to_path(0.1),
            ink.tint,
            frame,
        ));
        items.push(filled(
            source(),
            Part::Header,
            Rect::new(-40.0, from, 0.0, to).to_path(0.1),
            ink.header,
            None,
        ));
        let mut text = text_item(lane.title.get(lang, fallback), 15.0, Face::Bold, ink.title);
        text.at = Point::new(-20.0, f64::midpoint(from, to));
        text.turn = Turn::Left;
        let bounds = Rect::new(-40.0, from, 0.0, to);
        items.push(Item { source: source(), part: Part::Label, bounds, prim: Prim::Text(text) });
    }
    let rects: Vec<Rect> =
        STEPS.iter().filter_map(|row| page.steps.get(&StepId::parse(row.0).ok()?)).map(|s| s.rect).collect();
    for pair in rects.windows(2) {
        items.extend(arrow(pair[0], pair[1], &theme));
    }
    for step in page.steps.values() {
        items.push(group(step, step.text.get(lang, fallback), &theme));
    }
    items.push(branch_label(page, lang, &theme));
    let bounds = Rect::new(-64.0, -84.0, length + 24.0, page.breadth() + 24.0);
    let meta =
        Meta { title, description: "From contact to solution".into(), lang: lang.to_string(), id: None };
    Scene { bounds, meta, items: items.into_iter().map(Arc::new).collect() }
}

fn group(step: &Step, text: &str, theme: &Theme) -> Item {
    let source = || Source::Step(step.id.clone());
    let r = step.rect;
    let path = match step.kind {
        StepKind::Decision(_) => {
            let c = r.center();
            let r = r.inflate(4.0, 11.0);
            let mut path = BezPath::new();
            path.move_to((c.x, r.y0));
            path.line_to((r.x1, c.y));
            path.line_to((c.x, r.y1));
            path.line_to((r.x0, c.y));
            path.close_path();
            path
        }
        StepKind::Start | StepKind::End(_) => r.inset(-8.0).to_rounded_rect(19.0).to_path(0.01),
        _ => r.to_rounded_rect(4.0).to_path(0.01),
    };
    let stroke = Some(Stroke { color: theme.line, width: theme.step_weight(step.kind), dash: &[] });
    let outline = filled(source(), Part::Line, path, theme.step_fill(step.kind), stroke);
    let bounds = outline.bounds;
    let words = label(source(), text, r.center(), (13.0, Face::Regular), theme.ink);
    let title = if text.is_empty() { step.kind.name() } else { text };
    let prim = Prim::Group {
        title: title.to_owned(),
        desc: step.kind.name().to_owned(),
        link: None,
        items: vec![outline, words],
    };
    Item { source: source(), part: Part::Whole, bounds, prim }
}

/// A label with a halo and a run that is drawn as shapes: a ring, which no convex fill can draw.
fn branch_label(page: &Page, lang: &Lang, theme: &Theme) -> Item {
    let word = if lang.as_str() == "es" { "Sí" } else { "Yes" };
    let mut text = text_item(word, 12.0, Face::Bold, theme.ink);
    text.at = Point::new(589.0, 160.0 + page.lanes.len() as f64 * 12.0);
    text.halo = Some(Color::hex(0xED_F6_F3));
    let ring = |radius: f64, turn: f64| {
        let circle = Point::new(24.0, 0.0);
        let path = kurbo::Circle::new(circle, radius).to_path(0.01);
        if turn < 0.0 { path.reverse_subpaths() } else { path }
    };
    let mut outline = ring(6.0, 1.0);
    outline.extend(ring(3.5, -1.0));
    let run = Run {
        text: "○".to_owned(),
        face: Face::Bold,
        x: 18.0,
        width: 12.0,
        glyphs: Box::default(),
        outline: Some(outline),
    };
    for line in &mut Arc::make_mut(&mut text.block).lines {
        line.runs.push(run.clone());
    }
    let at = text.at;
    let bounds = Rect::from_center_size(at, (80.0, 24.0));
    Item { source: Source::Page, part: Part::Label, bounds, prim: Prim::Text(text) }
}

fn filled(source: Source, part: Part, path: BezPath, fill: Color, stroke: Option<Stroke>) -> Item {
    let bounds = path.bounding_box().inflate(1.5, 1.5);
    Item { source, part, bounds, prim: Prim::Path { path, fill: Some(fill), stroke } }
}

fn arrow(from: Rect, to: Rect, theme: &Theme) -> [Item; 2] {
    let id = laneway::model::ConnectorId::mint("c", from.x0 as u32);
    let (a, b) = (Point::new(from.x1, from.center().y), Point::new(to.x0 - 10.0, to.center().y));
    let middle = f64::midpoint(a.x, b.x);
    let mut path = BezPath::new();
    path.move_to(a);
    for p in [Point::new(middle, a.y), Point::new(middle, b.y), b] {
        path.line_to(p);
    }
    let stroke =
        Stroke { color: theme.line, width: 1.25, dash: if from.y0 == to.y0 { &[] } else { &[7.0, 4.0] } };
    let mut head = BezPath::new();
    head.move_to((b.x + 10.0, b.y));
    head.line_to((b.x, b.y - 4.0));
    head.line_to((b.x, b.y + 4.0));
    head.close_path();
    let bounds = path.bounding_box().inflate(1.0, 1.0);
    let line = Prim::Path { path, fill: None, stroke: Some(stroke) };
    let source = Source::Connector(id.clone());
    [
        Item { source: source.clone(), part: Part::Line, bounds, prim: line },
        filled(source, Part::Tip, head, theme.line, None),
    ]
}

/// Text with one word per line break that balances badly, measured by guess: good enough to look at.
fn text_item(text: &str, size: f64, face: Face, color: Color) -> TextItem {
    let words: Vec<&str> = text.split(' ').collect();
    let half = words.len().div_ceil(2);
    let lines: Vec<String> = if text.len() > 20 && size < 14.0 {
        vec![words[..half].join(" "), words[half..].join(" ")]
    } else {
        vec![text.to_owned()]
    };
    let height = size * 1.23;
    let top = -height * (lines.len() as f64 - 1.0) / 2.0;
    let line = |(i, text): (usize, &String)| {
        let width = text.chars().count() as f64 * size * 0.53;
        let run =
            Run { text: text.clone(), face, x: -width / 2.0, width, glyphs: Box::default(), outline: None };
        let baseline = top + i as f64 * height + CAP_HEIGHT * size / 2.0;
        Line { runs: vec![run], x: -width / 2.0, width, baseline }
    };
    let lines = lines.iter().enumerate().map(line).collect();
    let block = TextBlock { lines, size, line_height: height, overflow: false, missing: Vec::new() };
    TextItem { block: block.into(), at: Point::ZERO, turn: Turn::None, color, halo: None }
}

fn label(source: Source, text: &str, at: Point, font: (f64, Face), color: Color) -> Item {
    let mut item = text_item(text, font.0, font.1, color);
    item.at = at;
    let bounds = item.block.bounds() + at.to_vec2();
    Item { source, part: Part::Label, bounds, prim: Prim::Text(item) }
}
