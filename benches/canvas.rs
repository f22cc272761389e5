//! How long a frame of the canvas takes with 10,000 steps, beside one in which egui alone paints all of them.

use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use eframe::egui::{
    self, Color32, Context, RawInput, Rect, Shape, StrokeKind, epaint::RectShape, pos2, vec2,
};
use laneway::{
    edit::Selection,
    geom::{self, BezPath, Camera, Point, Shape as _},
    locale::{Catalog, UiLang},
    model::{Color, ConnectorId, Page, StepId},
    pipeline,
    scene::{Item, Meta, Part, Prim, Scene, Source, Stroke, TextItem, Turn},
    template,
    text::{Face, Line, Run, TextBlock},
    tools::Feedback,
    ui::{
        canvas::{CanvasView, Hands, Picture, canvas_ui},
        theme,
    },
};

const COLUMNS: u32 = 100;
const STEPS: u32 = 10_000;
const PITCH: (f64, f64) = (180.0, 100.0);

fn scene() -> Scene {
    let mut items = Vec::new();
    for i in 0..STEPS {
        items.extend(step(i, at(i)));
        items.extend(connector(i, at(i)));
    }
    let size = (f64::from(COLUMNS) * PITCH.0, f64::from(STEPS / COLUMNS) * PITCH.1);
    Scene {
        bounds: geom::Rect::from_origin_size((0.0, 0.0), size),
        meta: Meta::default(),
        items: items.into_iter().map(Arc::new).collect(),
    }
}

/// Where the step `i` stands.
fn at(i: u32) -> Point {
    Point::new(f64::from(i % COLUMNS) * PITCH.0, f64::from(i / COLUMNS) * PITCH.1)
}

fn step(i: u32, at: Point) -> Option<Item> {
    let source = Source::Step(StepId::parse(&format!("step-{i}")).ok()?);
    let rect = geom::Rect::from_origin_size(at, (136.0, 54.0));
    let stroke = Some(Stroke { color: Color::hex(0x2F_3B_4C), width: 1.25, dash: &[] });
    let path = rect.to_rounded_rect(4.0).to_path(0.01);
    let outline = Prim::Path { path, fill: Some(Color::WHITE), stroke };
    let words = format!("Step {i} of the process");
    let run = Run {
        text: words.clone(),
        face: Face::Regular,
        x: -60.0,
        width: 120.0,
        glyphs: Box::default(),
        outline: None,
    };
    let line = Line { runs: vec![run], x: -60.0, width: 120.0, baseline: 4.5 };
    let block =
        TextBlock { lines: vec![line], size: 13.0, line_height: 16.0, overflow: false, missing: Vec::new() };
    let color = Color::hex(0x1F_29_37);
    let text = TextItem { block: block.into(), at: rect.center(), turn: Turn::None, color, halo: None };
    let item = |part, prim| Item { source: source.clone(), part, bounds: rect, prim };
    let items = vec![item(Part::Line, outline), item(Part::Label, Prim::Text(text))];
    Some(item(Part::Whole, Prim::Group { title: words, desc: String::new(), link: None, items }))
}

fn connector(i: u32, at: Point) -> [Item; 2] {
    let source = Source::Connector(ConnectorId::mint("c", i));
    let color = Color::hex(0x2F_3B_4C);
    let mut line = BezPath::new();
    line.move_to((at.x + 136.0, at.y + 27.0));
    for (x, y) in [(155.0, 27.0), (155.0, 40.0), (170.0, 40.0)] {
        line.line_to((at.x + x, at.y + y));
    }
    let mut tip = BezPath::new();
    tip.move_to((at.x + 180.0, at.y + 40.0));
    tip.line_to((at.x + 170.0, at.y + 36.0));
    tip.line_to((at.x + 170.0, at.y + 44.0));
    tip.close_path();
    let stroke = Some(Stroke { color, width: 1.25, dash: &[] });
    let item = |part, path: BezPath, fill, stroke| Item {
        source: source.clone(),
        part,
        bounds: path.bounding_box().inflate(1.0, 1.0),
        prim: Prim::Path { path, fill, stroke },
    };
    [item(Part::Line, line, None, stroke), item(Part::Tip, tip, Some(color), None)]
}

fn frame(ctx: &Context, picture: &Picture, page: &Page, camera: Camera) -> usize {
    let (selection, feedback) = (Selection::default(), Feedback::default());
    let catalog = Catalog::of(UiLang::En);
    let (selection, feedback) = (&selection, &feedback);
    let shown = CanvasView {
        picture,
        page,
        selection,
        found: selection,
        feedback,
        catalog,
        field: None,
        moment: None,
    };
    let mut hands = Hands::default();
    let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1600.0, 900.0)));
    let output = ctx.run_ui(RawInput { screen_rect, ..RawInput::default() }, |ui| {
        canvas_ui(ui, &shown, Some(camera), &mut hands);
    });
    let shapes = output.shapes.clone();
    let pixels_per_point = output.pixels_per_point;
    output.drop_without_applying_deltas();
    ctx.tessellate(shapes, pixels_per_point).len()
}

/// What a frame of egui alone takes that paints the same steps and connectors, each as egui draws such shapes.
fn bare_frame(ctx: &Context, camera: Camera) -> usize {
    let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1600.0, 900.0)));
    let output = ctx.run_ui(RawInput { screen_rect, ..RawInput::default() }, |ui| {
        let painter = ui.painter();
        painter.rect_filled(ui.max_rect(), 0, Color32::WHITE);
        for i in 0..STEPS {
            painter.extend(bare_shapes(camera, at(i)));
        }
    });
    let shapes = output.shapes.clone();
    let pixels_per_point = output.pixels_per_point;
    output.drop_without_applying_deltas();
    ctx.tessellate(shapes, pixels_per_point).len()
}

/// The box of a step, the line of its connector and that one's tip.
fn bare_shapes(camera: Camera, from: Point) -> [Shape; 3] {
    let seen = |x: f64, y: f64| {
        let p = camera.screen_from_doc(Point::new(from.x + x, from.y + y));
        pos2(geom::f32_from(p.x), geom::f32_from(p.y))
    };
    let color = Color32::from_rgb(0x2F, 0x3B, 0x4C);
    let stroke = egui::Stroke::new(geom::f32_from(1.25 * camera.zoom), color);
    let around = Rect::from_min_max(seen(0.0, 0.0), seen(136.0, 54.0));
    let corners = [(136.0, 27.0), (155.0, 27.0), (155.0, 40.0), (170.0, 40.0)];
    let tip = [(180.0, 40.0), (170.0, 36.0), (170.0, 44.0)];
    let points = |of: &[(f64, f64)]| of.iter().map(|(x, y)| seen(*x, *y)).collect();
    [
        RectShape::new(around, 0, Color32::WHITE, stroke, StrokeKind::Middle).into(),
        Shape::line(points(&corners), stroke),
        Shape::convex_polygon(points(&tip), color, egui::Stroke::NONE),
    ]
}

fn canvas(criterion: &mut Criterion) {
    let ctx = Context::default();
    theme::install(&ctx);
    let picture = Picture::new(&scene());
    // Nothing is selected, so the page below the picture is not looked at.
    let blank = pipeline::open_template(&template::BLANK);
    let Ok(document) = blank else { return };
    let Some(page) = document.pages.first() else { return };
    let near = Camera { origin: Point::new(4000.0, 4000.0), zoom: 1.0 };
    let far = Camera { origin: Point::ZERO, zoom: 0.085 };
    let middle = Camera { origin: Point::new(4000.0, 4000.0), zoom: 0.3 };
    for (name, camera) in [("near", near), ("middle", middle), ("all", far)] {
        frame(&ctx, &picture, page, camera);
        criterion.bench_function(name, |bencher| bencher.iter(|| frame(&ctx, &picture, page, camera)));
    }
    criterion.bench_function("all, bare egui", |bencher| bencher.iter(|| bare_frame(&ctx, far)));
}

criterion_group!(benches, canvas);
criterion_main!(benches);
