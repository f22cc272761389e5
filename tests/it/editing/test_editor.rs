//! An editor for tests that is worked by nothing but input events.

use std::sync::Arc;

use laneway::{
    edit::Editor,
    geom::{Point, Rect, Side, segment_crosses_rect},
    locale::Lang,
    model::{ConnectorId, Document, End, Page, Step, StepId},
    pipeline, scene, shape, template,
    tools::{InputEvent, Modifiers, Stage, ToolKey, ToolRequest, Tools},
};

fn template() -> Document {
    let template = template::find("customer-service-process").expect("it is bundled");
    pipeline::open_template(template).expect("it opens")
}

/// An editor that is touched only through tools, with an eye on what must hold after each event.
pub(crate) struct TestEditor {
    pub(crate) editor: Editor,
    pub(crate) tools: Tools,
    pub(crate) lang: Lang,
    minted: u32,
    pub(crate) asked: Vec<ToolRequest>,
}

impl TestEditor {
    pub(crate) fn new() -> Self {
        Self::on(template())
    }

    pub(crate) fn on(document: Document) -> Self {
        let lang = document.language.clone();
        let editor = Editor::new(document, pipeline::fonts(), true);
        Self { editor, tools: Tools::default(), lang, minted: 0, asked: Vec::new() }
    }

    pub(crate) fn page(&self) -> &Page {
        self.editor.page().expect("a page")
    }

    pub(crate) fn step(&self, text: &str) -> &Step {
        let says = |step: &&Arc<Step>| step.text.exactly(&self.lang) == Some(text);
        self.page().steps.values().find(says).unwrap_or_else(|| panic!("no step “{text}”"))
    }

    pub(crate) fn send(&mut self, event: &InputEvent) {
        self.ask(|tools, stage| tools.handle(event, stage));
        self.check(event);
    }

    /// Does what the tools ask for.
    pub(crate) fn ask(&mut self, ask: impl FnOnce(&mut Tools, &mut Stage<'_>) -> Vec<ToolRequest>) {
        let document = Arc::clone(self.editor.document());
        let page = document.page(self.editor.page_id()).expect("a page");
        let view = scene::View { fonts: pipeline::fonts(), document: &document, page, lang: &self.lang };
        let minted = &mut self.minted;
        let mut mint = || {
            *minted += 1;
            *minted
        };
        let selection = self.editor.selection().clone();
        let mut stage = Stage { view: &view, selection: &selection, zoom: 1.0, mint: &mut mint };
        let requests = ask(&mut self.tools, &mut stage);
        for request in requests {
            match request {
                ToolRequest::Edit(request) => drop(self.editor.perform(request)),
                other => self.asked.push(other),
            }
        }
    }

    fn check(&self, event: &InputEvent) {
        assert_eq!(self.editor.document().check(), Ok(()), "after {event:?}");
        let page = self.page();
        for step in page.steps.values() {
            let (_, from, to) = page.lane_band(&step.lane).expect("its lane");
            let (top, bottom) = page.orientation.span_across(step.rect);
            assert!(from - 0.1 <= top && bottom <= to + 0.1, "{} in its lane after {event:?}", step.id);
        }
        for connector in page.connectors.values() {
            let line = shape::polyline(page, connector).expect("a route");
            assert!(line.is_orthogonal(), "{} after {event:?}: {line:?}", connector.id);
        }
    }

    pub(crate) fn press(&mut self, at: Point, modifiers: Modifiers) {
        self.send(&InputEvent::Hover { at, modifiers });
        self.send(&InputEvent::Press { at, modifiers, clicks: 1 });
    }

    pub(crate) fn drag_to(&mut self, from: Point, to: Point, modifiers: Modifiers) {
        for part in [0.3, 0.7, 1.0] {
            self.send(&InputEvent::Drag { at: from.lerp(to, part), modifiers });
        }
    }

    pub(crate) fn drag(&mut self, from: Point, to: Point, modifiers: Modifiers) {
        self.press(from, modifiers);
        self.drag_to(from, to, modifiers);
        self.send(&InputEvent::Release { at: to, modifiers });
    }

    pub(crate) fn click(&mut self, at: Point, modifiers: Modifiers) {
        self.press(at, modifiers);
        self.send(&InputEvent::Release { at, modifiers });
    }

    pub(crate) fn double_click(&mut self, at: Point) {
        self.click(at, Modifiers::NONE);
        self.send(&InputEvent::Press { at, modifiers: Modifiers::NONE, clicks: 2 });
        self.send(&InputEvent::Release { at, modifiers: Modifiers::NONE });
    }

    pub(crate) fn key(&mut self, key: ToolKey, modifiers: Modifiers) {
        self.send(&InputEvent::Key(key, modifiers));
    }

    /// Undoes everything and compares with the template; the history is then as it was again.
    pub(crate) fn assert_undo_leads_back(&mut self) {
        let now = (**self.editor.document()).clone();
        let mut count = 0;
        while self.editor.undo() {
            count += 1;
        }
        assert!(**self.editor.document() == template(), "undoing {count} entries leads back");
        for _ in 0..count {
            assert!(self.editor.redo());
        }
        assert!(**self.editor.document() == now, "doing them again leads here");
    }

    pub(crate) fn dot(step: &Step, side: Side) -> Point {
        shape::place(step.kind, step.rect, side, 0.5)
    }

    pub(crate) fn ways(&self, from: &StepId, to: &StepId) -> Vec<ConnectorId> {
        let leads = |end: &End, step: &StepId| end.step() == Some(step);
        let all = self.page().connectors.values();
        all.filter(|c| leads(&c.from, from) && leads(&c.to, to)).map(|c| c.id.clone()).collect()
    }

    /// A free place in the first lane.
    pub(crate) fn free_place(&self) -> Point {
        let (_, from, to) = self.page().lane_bands().next().expect("a lane");
        let is_free = |at: &Point| {
            let around = Rect::from_center_size(*at, (200.0, 80.0));
            let page = self.page();
            !page.steps.values().any(|step| step.rect.overlaps(around))
                && !page.connectors.values().any(|connector| {
                    shape::polyline(page, connector)
                        .is_some_and(|line| line.segments().any(|(a, b)| segment_crosses_rect(a, b, around)))
                })
        };
        let across = f64::midpoint(from, to);
        let places = (1..60).map(|i| Point::new(f64::from(i) * 32.0, across));
        places.into_iter().find(is_free).expect("room in the first lane")
    }
}
