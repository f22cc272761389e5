//! Small documents for the tests of the rules.

use std::sync::Arc;

use super::{Code, Diagnostic, Facts, LabelFit, check};
use crate::{
    flow::Flows,
    geom::{Point, Polyline, Rect, Size},
    locale::{Catalog, Lang, UiLang},
    model::{
        Bend, Connector, ConnectorId, Details, Document, Estimate, LabelPlace, Lane, MergeMark, Outcome,
        Page, PageId, Role, Route, Step, StepId, StepKind, Time,
    },
    testing::records,
};

pub(super) use crate::testing::records::en;

pub(super) const PROCESS: StepKind = StepKind::Process;
pub(super) const END: StepKind = StepKind::End(Outcome::Solved);

pub(super) fn es() -> Lang {
    UiLang::Es.into()
}

/// A document of one page and one lane with steps in a row; nothing is wrong with what it adds by itself.
pub(super) struct Fixture {
    pub(super) document: Document,
    pub(super) lang: UiLang,
    /// What the text measure answers for every label.
    pub(super) fit: LabelFit,
}

impl Fixture {
    pub(super) fn new() -> Self {
        let id = PageId::parse("page").unwrap();
        let page = Page::blank(id, crate::geom::Orientation::Horizontal, Vec::new());
        let document = Document { title: en("Title"), ..records::document(vec![page]) };
        let mut new = Self { document, lang: UiLang::En, fit: LabelFit::default() };
        new.lane("lane");
        new
    }

    /// start → end, where only the end says anything in words.
    pub(super) fn short() -> Self {
        let mut chart = Self::new();
        chart.steps(&[("start", StepKind::Start), ("end", END)]);
        chart.chain(&["start", "end"]);
        chart.step("start").text = en("1");
        chart
    }

    /// start → ask → known? ─Yes→ solved
    ///                      └No─→ refused
    pub(super) fn clean() -> Self {
        let mut new = Self::new();
        new.steps(&[("start", StepKind::Start), ("ask", PROCESS), ("solved", END), ("refused", END)]);
        new.steps(&[("known", StepKind::Decision(crate::model::Branching::Plain))]);
        new.chain(&["start", "ask", "known"]);
        new.branch("known", "solved", "Yes", Some(70.0));
        new.branch("known", "refused", "No", Some(30.0));
        new
    }

    pub(super) fn page(&mut self) -> &mut Page {
        &mut self.document.pages[0]
    }

    pub(super) fn lane(&mut self, id: &str) {
        let lane = Lane { title: en(id), ..records::lane(id, Role::Other, 120.0) };
        self.page().lanes.push(Arc::new(lane));
    }

    /// Adds steps behind each other, labelled with their ids.
    pub(super) fn steps(&mut self, steps: &[(&str, StepKind)]) {
        for (id, kind) in steps {
            let x = 20.0 + 160.0 * self.page().steps.len() as f64;
            let usual = Estimate { usual: 5.0, best: None, worst: None };
            let step = Step {
                text: en(id),
                details: Details { goal: en("Done"), ..Details::default() },
                time: Time { handling: Some(usual), ..Time::default() },
                ..records::step(id, *kind, "lane", Rect::new(x, 30.0, x + 100.0, 90.0))
            };
            self.page().steps.insert(step.id.clone(), Arc::new(step));
        }
    }

    /// Joins each step with the next.
    pub(super) fn chain(&mut self, ids: &[&str]) {
        for pair in ids.windows(2) {
            self.branch(pair[0], pair[1], "", None);
        }
    }

    /// Adds the connector `FROM--TO`.
    pub(super) fn branch(&mut self, from: &str, to: &str, label: &str, share: Option<f64>) {
        let (start, end) = (records::at(from, None), records::at(to, None));
        let blank = records::connector(&format!("{from}--{to}"), start, end);
        let connector = Connector { route: Some(Route::default()), label: en(label), share, ..blank };
        self.page().connectors.insert(connector);
    }

    pub(super) fn step(&mut self, id: &str) -> &mut Step {
        Arc::make_mut(self.page().steps.get_mut(&StepId::parse(id).unwrap()).unwrap())
    }

    pub(super) fn connector(&mut self, id: &str, change: impl FnOnce(&mut Connector)) {
        self.page().connectors.update(&ConnectorId::parse(id).unwrap(), change).unwrap();
    }

    /// Lets the whole line of a connector run through `points`.
    pub(super) fn route(&mut self, id: &str, points: &[(f64, f64)]) {
        let bends = points.iter().map(|(x, y)| Bend { at: Point::new(*x, *y), pinned: false }).collect();
        self.connector(id, |it| it.route = Some(Route { bends, label: None }));
    }

    /// Puts the label of a routed connector somewhere.
    pub(super) fn place_label(&mut self, id: &str, at: (f64, f64)) {
        let label = Some(LabelPlace { at: at.into(), pinned: true });
        self.connector(id, |it| it.route.as_mut().unwrap().label = label);
    }

    pub(super) fn check(&self) -> Vec<Diagnostic> {
        assert_eq!(self.document.check(), Ok(()));
        let fits = |_: &Step, _: &str| self.fit.clone();
        let ends = |_: &Page, connector: &Connector| {
            let bends = &connector.route.as_ref()?.bends;
            Some(Polyline::new(bends.iter().map(|bend| bend.at).collect()))
        };
        let label_size =
            |_: &Page, connector: &Connector| (!connector.label.is_empty()).then_some(Size::new(24.0, 12.0));
        let flows = Flows::new(&self.document);
        let taken = |step: &Step| step.rect;
        let mark = |mark: &MergeMark, value: &str, record: &str| format!("{record}: {} {value}", mark.key());
        let facts = Facts {
            flows: &flows,
            fits: &fits,
            ends: &ends,
            label_size: &label_size,
            taken: &taken,
            is_missing: &|file| file != "there.ron",
            mark: &mark,
        };
        for lang in UiLang::ALL {
            let found = check(&self.document, &facts, Catalog::of(lang));
            // A value that a rule forgot to pass shows up by its name.
            let incomplete = found.iter().find(|found| found.message.contains("{$"));
            assert_eq!(incomplete, None);
        }
        check(&self.document, &facts, Catalog::of(self.lang))
    }

    /// What is found: the code and the id of the target.
    pub(super) fn found(&self) -> Vec<(Code, String)> {
        let id = |found: Diagnostic| (found.code, found.target.id().unwrap_or_default().to_owned());
        self.check().into_iter().map(id).collect()
    }

    /// Asserts that exactly `code` is found, once, at `target`.
    #[track_caller]
    pub(super) fn finds(&self, code: Code, target: &str) {
        assert_eq!(self.found(), [(code, target.to_owned())]);
    }
}
