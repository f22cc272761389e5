//! The search for commands and steps.

use eframe::egui::{Context, Ui};

use crate::app::{
    commands::{AppCommand, CommandInfo, TABLE, keys_text},
    dispatch::Message,
    laneway::{Dialog, Laneway},
};
use crate::{
    edit::Selection,
    locale::fold,
    model::{PageId, StepId},
    text::markup::one_line,
    ui::dialogs::{FindAnswer, FindRow, finder_ui},
};

/// How many rows are offered at most.
const MOST: usize = 60;

/// What can be found.
#[derive(Clone, Debug)]
enum Target {
    Command(AppCommand),
    Step(PageId, StepId),
}

/// Something that can be found.
struct Findable {
    target: Target,
    row: FindRow,
    /// What is searched, folded.
    words: String,
}

/// The search as it stands.
pub(crate) struct Finder {
    search: String,
    chosen: usize,
    all: Vec<Findable>,
}

impl Finder {
    /// What fits the search, best first.
    fn found(&self) -> Vec<&Findable> {
        let search = fold(&self.search);
        let has_all = |words: &str| search.split_whitespace().all(|word| words.contains(word));
        let mut found: Vec<&Findable> = self.all.iter().filter(|one| has_all(&one.words)).collect();
        let begins = |one: &Findable| {
            let title = fold(&one.row.title);
            let begins_word = title.split_whitespace().any(|word| word.starts_with(search.trim()));
            (!title.starts_with(search.trim()), !begins_word)
        };
        found.sort_by_key(|one| begins(one));
        found.truncate(MOST);
        found
    }

    pub(crate) fn ui(&mut self, ui: &Ui, words: (&str, &str)) -> Option<Message> {
        let (mut search, mut chosen) = (std::mem::take(&mut self.search), self.chosen);
        self.search.clone_from(&search);
        let rows: Vec<FindRow> = self
            .found()
            .iter()
            .map(|one| FindRow { title: one.row.title.clone(), detail: one.row.detail.clone() })
            .collect();
        let answer = finder_ui(ui, words, &mut search, &rows, &mut chosen);
        (self.search, self.chosen) = (search, chosen);
        answer.map(Message::Found)
    }
}

impl Laneway {
    pub(crate) fn show_finder(&mut self, ctx: &Context) {
        let mut all = self.findable_commands(ctx);
        all.extend(self.findable_steps());
        self.dialog = Some(Dialog::Find(Box::new(Finder { search: String::new(), chosen: 0, all })));
    }

    fn findable_commands(&self, ctx: &Context) -> Vec<Findable> {
        let catalog = self.catalog();
        let findable = |row: &CommandInfo| {
            let title = self.label(row);
            let keys = row.shortcuts.first().map(|keys| keys_text(ctx, keys));
            let menu = catalog.text(row.menu.0.key());
            let detail = keys.unwrap_or_else(|| menu.clone());
            let words = fold(&format!(
                "{title} {menu} {}",
                row.submenu.map_or(String::new(), |key| catalog.text(key))
            ));
            Findable { target: Target::Command(row.command), row: FindRow { title, detail }, words }
        };
        let can_be_used =
            |row: &&CommandInfo| row.command != AppCommand::Find && self.is_enabled(row.command);
        TABLE.iter().filter(can_be_used).map(findable).collect()
    }

    fn findable_steps(&self) -> Vec<Findable> {
        let Some(open) = self.open() else { return Vec::new() };
        let document = open.editor.document();
        let of_page = |page: &crate::model::Page| {
            let title = one_line(document.page_title(page, &open.lang));
            let findable = |step: &std::sync::Arc<crate::model::Step>| {
                let lane =
                    page.lane_band(&step.lane).map(|(lane, _, _)| open.read(&lane.title)).unwrap_or_default();
                let detail = if document.pages.len() > 1 { format!("{lane} · {title}") } else { lane };
                let row = FindRow { title: open.read(&step.text), detail };
                let target = Target::Step(page.id.clone(), step.id.clone());
                Findable { target, words: fold(&row.title), row }
            };
            page.steps.values().filter(|step| !step.text.is_empty()).map(findable).collect::<Vec<_>>()
        };
        document.pages.iter().flat_map(of_page).collect()
    }

    pub(crate) fn found(&mut self, ctx: &Context, answer: FindAnswer) {
        let Some(Dialog::Find(finder)) = self.dialog.take() else { return };
        let FindAnswer::Take(at) = answer else { return };
        match finder.found().get(at).map(|one| one.target.clone()) {
            Some(Target::Command(command)) => self.command(ctx, command),
            Some(Target::Step(page, step)) => self.jump(ctx, &page, step),
            None => {}
        }
    }

    /// Shows a step in the middle of the canvas and selects it.
    pub(crate) fn jump(&mut self, ctx: &Context, page: &PageId, step: StepId) {
        self.with_open(|services, open| {
            open.show_page(services, page);
            if let Some(found) = open.page().and_then(|page| page.steps.get(&step)) {
                let middle = found.rect.center();
                open.centre_on(middle);
            }
        });
        self.select(ctx, Selection::step(step));
    }
}
