//! What is looked for in the texts of the chart that is shown, and what was found.

use eframe::egui::Ui;

use crate::{
    app::{
        commands::command::{AppCommand, Beside, FindCommand},
        documents::{key::DocKey, open_document::OpenDocument, tabs::Documents},
        effect::Effect,
        env::Env,
    },
    edit::Selection,
    find::{Sought, TextHit, find},
    model::Page,
    revise::RecordId,
    ui::find_bar::{FindBarAnswer, FindBarView, find_bar_ui},
};

/// The bar, while it is open.
#[derive(Default)]
pub(crate) struct FindBar {
    is_open: bool,
    /// Whether it was asked for and has not the keyboard yet.
    is_asked_for: bool,
    sought: Sought,
    found: FoundTexts,
}

/// What was found in a state of a document.
#[derive(Default)]
struct FoundTexts {
    /// The document, and the editor's revision; `None`: it was not looked yet.
    of: Option<(DocKey, u64)>,
    hits: Vec<TextHit>,
    /// Which of the hits is shown.
    current: Option<usize>,
    /// The records of the page that is shown in which something was found.
    marked: Selection,
}

impl FindBar {
    /// What is looked for.
    pub(crate) const fn sought(&self) -> &Sought {
        &self.sought
    }

    /// The records of the page that is shown in which something was found.
    pub(crate) const fn marked(&self) -> &Selection {
        &self.found.marked
    }

    /// Opens the bar, or shows the next hit.
    pub(crate) fn update(&mut self, documents: &mut Documents, env: &Env, command: FindCommand) {
        match command {
            FindCommand::Next if self.is_open => self.step(documents, env, Beside::After),
            FindCommand::Previous if self.is_open => self.step(documents, env, Beside::Before),
            FindCommand::Show | FindCommand::Next | FindCommand::Previous => {
                (self.is_open, self.is_asked_for) = (true, true);
            }
        }
    }

    /// Opens the bar with `sought`, and shows the first hit.
    pub(crate) fn look_for(&mut self, documents: &mut Documents, env: &Env, sought: Sought) {
        self.sought = sought;
        (self.is_open, self.found) = (true, FoundTexts::default());
        self.look(documents);
        self.show_first(documents, env);
    }

    /// The bar above the chart, and what was asked for in it.
    pub(crate) fn ui(&mut self, ui: &mut Ui, documents: &Documents, env: &Env) -> Option<FindBarAnswer> {
        self.look(documents);
        let open = documents.shown()?;
        let FoundTexts { hits, current, .. } = &self.found;
        let hit = current.and_then(|at| hits.get(at));
        let place = |hit: &TextHit| hit.at.say_on_page(open.editor.document(), env.catalog, &open.lang);
        let languages = open.editor.document().languages();
        let view = FindBarView {
            catalog: env.catalog,
            languages: &languages,
            count: self.count(env),
            hit: hit.map(|hit| (place(hit), &hit.shown)),
        };
        let takes_keyboard = std::mem::take(&mut self.is_asked_for);
        find_bar_ui(ui, &view, &mut self.sought, takes_keyboard)
    }

    /// Whether it is shown.
    pub(crate) const fn is_open(&self) -> bool {
        self.is_open
    }

    /// “3 of 12”.
    fn count(&self, env: &Env) -> String {
        let FoundTexts { hits, current, .. } = &self.found;
        let count = ("count", hits.len().into());
        match current {
            _ if self.sought.words.trim().is_empty() => String::new(),
            Some(at) => env.catalog.text_with("ui-find-nth", &[("nth", (at + 1).into()), count]),
            None => env.catalog.text_with("ui-find-count", &[count]),
        }
    }

    /// Does what was asked for in the bar.
    pub(crate) fn answered(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        answer: FindBarAnswer,
    ) -> Vec<Effect> {
        match answer {
            FindBarAnswer::Changed => {
                self.found = FoundTexts::default();
                self.look(documents);
                self.show_first(documents, env);
            }
            FindBarAnswer::Next => self.step(documents, env, Beside::After),
            FindBarAnswer::Previous => self.step(documents, env, Beside::Before),
            FindBarAnswer::Replace => return vec![Effect::Run(AppCommand::ReplaceText)],
            FindBarAnswer::Close => (self.is_open, self.found) = (false, FoundTexts::default()),
        }
        Vec::new()
    }

    /// Looks anew where the document changed, once nothing is in progress in it.
    fn look(&mut self, documents: &Documents) {
        let Some(open) = documents.shown().filter(|_| self.is_open) else { return };
        let state = (open.key, open.editor.revision());
        if self.found.of == Some(state) || (open.is_at_work() && self.found.of.is_some()) {
            return;
        }
        let before = self.found.current.and_then(|at| self.found.hits.get(at)).map(|hit| hit.at.clone());
        let document = open.editor.document();
        self.sought.lang.take_if(|lang| !document.languages().contains(lang));
        let hits = find(document, &self.sought);
        let current = before.and_then(|before| hits.iter().position(|hit| hit.at == before));
        let on_page = hits.iter().filter(|hit| hit.at.page.as_ref() == Some(open.editor.page_id()));
        let marked = open.page().map(|page| marked(page, on_page)).unwrap_or_default();
        self.found = FoundTexts { of: Some(state), hits, current, marked };
    }

    /// Shows the first hit of the page that is shown, or else of those behind it, or the first one.
    fn show_first(&mut self, documents: &mut Documents, env: &Env) {
        let Some(open) = documents.shown_mut() else { return };
        let pages = &open.editor.document().pages;
        let behind = pages.get(open.page_index()..).unwrap_or_default();
        let hits = &self.found.hits;
        let on = |page: &Page| hits.iter().position(|hit| hit.at.page.as_ref() == Some(&page.id));
        let first = behind.iter().find_map(on).or((!hits.is_empty()).then_some(0));
        self.show(open, env, first);
    }

    /// Shows the hit on a side of the one that is shown; behind the last one comes the first.
    fn step(&mut self, documents: &mut Documents, env: &Env, side: Beside) {
        self.look(documents);
        let count = self.found.hits.len();
        let Some(open) = documents.shown_mut().filter(|_| count > 0) else { return };
        let to = match (self.found.current, side) {
            (Some(at), Beside::After) => (at + 1) % count,
            (Some(at), Beside::Before) => (at + count - 1) % count,
            (None, Beside::After) => 0,
            (None, Beside::Before) => count - 1,
        };
        self.show(open, env, Some(to));
    }

    /// Selects what the hit at `at` belongs to and brings it into sight.
    fn show(&mut self, open: &mut OpenDocument, env: &Env, at: Option<usize>) {
        self.found.current = at;
        let Some(hit) = at.and_then(|at| self.found.hits.get(at)) else { return };
        if let Some(page) = &hit.at.page {
            open.show_page(env.services.as_ref(), page);
        }
        let selection = open.page().map(|page| marked(page, [hit])).unwrap_or_default();
        open.editor.select(selection);
        open.bring_selection_into_sight();
    }
}

/// The records of `page` that hits are in: of a pool, its lanes.
fn marked<'h>(page: &Page, hits: impl IntoIterator<Item = &'h TextHit>) -> Selection {
    let mut marked = Selection::default();
    for hit in hits {
        match hit.at.record() {
            RecordId::Step(id) => drop(marked.steps.insert(id)),
            RecordId::Connector(id) => drop(marked.connectors.insert(id)),
            RecordId::Lane(id) => drop(marked.lanes.insert(id)),
            RecordId::Phase(id) => drop(marked.phases.insert(id)),
            RecordId::Pool(id) => marked.lanes.extend(page.lanes_in(&id).map(|lane| lane.id.clone())),
            RecordId::Document | RecordId::Page(_) => {}
        }
    }
    marked
}
