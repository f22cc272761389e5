//! The search for commands and steps.

use std::sync::Arc;

use eframe::egui::{Context, Ui};

use crate::{
    app::{
        commands::{
            availability::CommandState, command::AppCommand, info::CommandInfo, keys::keys_text, table::TABLE,
        },
        documents::tabs::Documents,
        effect::{DialogName, Effect},
    },
    locale::{Catalog, fold},
    model::{Page, PageId, Step, StepId},
    text::markup::one_line,
    ui::dialogs::{FindAnswer, FindRow, FinderWords, finder_ui},
};

/// How many rows are offered at most.
const MOST: usize = 60;

/// What can be found.
#[derive(Clone, Debug)]
enum FindTarget {
    Command(AppCommand),
    Step(PageId, StepId),
}

/// Something that can be found.
struct Findable {
    target: FindTarget,
    row: FindRow,
    /// What is searched, folded.
    words: String,
}

/// The search as it stands.
pub(crate) struct SearchDialog {
    search: String,
    chosen: usize,
    all: Vec<Findable>,
}

impl SearchDialog {
    /// A search among the commands and the steps of the document that is shown.
    pub(crate) fn new(ctx: &Context, state: &CommandState<'_>) -> Self {
        let mut all = commands(ctx, state);
        all.extend(steps(state.documents));
        Self { search: String::new(), chosen: 0, all }
    }

    /// What fits the search, best first; what cannot be used now comes last and says why.
    fn found(&self) -> Vec<&Findable> {
        let search = fold(&self.search);
        let has_all = |words: &str| search.split_whitespace().all(|word| words.contains(word));
        let mut found: Vec<&Findable> = self.all.iter().filter(|one| has_all(&one.words)).collect();
        let begins = |one: &Findable| {
            let title = fold(&one.row.title);
            let begins_word = title.split_whitespace().any(|word| word.starts_with(search.trim()));
            // What is called otherwise comes last.
            let has_title = search.split_whitespace().all(|word| title.contains(word));
            (!one.row.is_usable, !title.starts_with(search.trim()), !begins_word, !has_title)
        };
        found.sort_by_key(|one| begins(one));
        found.truncate(MOST);
        found
    }

    pub(crate) fn ui(&mut self, ui: &Ui, catalog: &Catalog) -> Option<FindAnswer> {
        let (find, nothing) = (catalog.text("ui-search"), catalog.text("ui-nothing-found"));
        let (mut search, mut chosen) = (std::mem::take(&mut self.search), self.chosen);
        self.search.clone_from(&search);
        let rows: Vec<FindRow> = self.found().into_iter().map(|one| one.row.clone()).collect();
        let words = FinderWords { hint: &find, nothing: &nothing };
        let answer = finder_ui(ui, words, &mut search, &rows, &mut chosen);
        (self.search, self.chosen) = (search, chosen);
        answer
    }
}

/// The search, while it is open.
#[derive(Default)]
pub(crate) struct Searching {
    pub(crate) finder: Option<SearchDialog>,
}

impl Searching {
    /// Begins a search.
    pub(crate) fn show(&mut self, finder: SearchDialog) -> Vec<Effect> {
        self.finder = Some(finder);
        vec![Effect::Show(DialogName::Search)]
    }

    /// Does what was found.
    pub(crate) fn answered(&mut self, answer: FindAnswer) -> Vec<Effect> {
        let (Some(finder), FindAnswer::Take(at)) = (self.finder.take(), answer) else { return Vec::new() };
        let effect = finder.found().get(at).map(|one| match one.target.clone() {
            FindTarget::Command(command) => Effect::Run(command),
            FindTarget::Step(page, step) => Effect::Jump(page, step),
        });
        effect.into_iter().collect()
    }
}

fn commands(ctx: &Context, state: &CommandState<'_>) -> Vec<Findable> {
    let catalog = state.catalog;
    let findable = |row: &CommandInfo| {
        let title = state.label(row);
        let keys = row.shortcuts.first().map(|keys| keys_text(ctx, *keys));
        let menu = catalog.text(row.menu.0.key());
        let lack = state.lack(row).map(|reason| catalog.text(reason));
        let is_usable = lack.is_none();
        let detail = lack.or(keys).unwrap_or_else(|| menu.clone());
        let submenu = row.submenu.map_or(String::new(), |key| catalog.text(key));
        let synonyms: Vec<String> = row.synonyms.iter().map(|key| catalog.text(key)).collect();
        let words = fold(&format!("{title} {menu} {submenu} {}", synonyms.join(" ")));
        Findable {
            target: FindTarget::Command(row.command),
            row: FindRow { title, detail, is_usable },
            words,
        }
    };
    TABLE.iter().filter(|row| row.command != AppCommand::Search).map(findable).collect()
}

fn steps(documents: &Documents) -> Vec<Findable> {
    let Some(open) = documents.shown() else { return Vec::new() };
    let document = open.editor.document();
    let of_page = |page: &Page| {
        let title = one_line(document.page_title(page, &open.lang));
        let findable = |step: &Arc<Step>| {
            let lane =
                page.lane_band(&step.lane).map(|(lane, _, _)| open.read(&lane.title)).unwrap_or_default();
            let detail = if document.pages.len() > 1 { format!("{lane} · {title}") } else { lane };
            let row = FindRow { title: open.read(&step.text), detail, is_usable: true };
            let target = FindTarget::Step(page.id.clone(), step.id.clone());
            Findable { target, words: fold(&row.title), row }
        };
        page.steps.values().filter(|step| !step.text.is_empty()).map(findable).collect::<Vec<_>>()
    };
    document.pages.iter().flat_map(of_page).collect()
}
