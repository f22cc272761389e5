//! The selected steps as a page of their own.

use crate::{
    app::{documents::open_document::OpenDocument, env::Env},
    arrange::{LayoutOptions, lay_out},
    edit::{Command, NewStep, PageCommand, SubprocessTexts, subprocess_page, worded},
    model::{Outcome, Page, StepId, StepKind, Text},
    pipeline,
    scene::kind_name_key,
};

/// Makes a page of the selected steps, called by the first of them as the step that leads there.
pub(super) fn extract(open: &OpenDocument, page: &Page, env: &Env) -> Option<Command> {
    let steps = open.editor.selection().steps.clone();
    let document = open.editor.document();
    let first = page.steps_in_reading_order().into_iter().find(|step| steps.contains(&step.id))?;
    let title = and_so_on(&first.text);
    let named = |kind| worded(&document.languages(), |words| words.text(kind_name_key(kind)));
    let mut mint = || env.services.entropy();
    let texts = SubprocessTexts {
        title: title.clone(),
        start: named(StepKind::Start),
        end: named(StepKind::End(Outcome::Solved)),
    };
    let mut made = subprocess_page(document, page, &steps, texts, &mut mint)?;
    lay_out(&mut made, LayoutOptions::default(), pipeline::fonts());
    let boxes = steps.iter().filter_map(|id| page.steps.get(id)).map(|step| step.rect);
    let at = boxes.reduce(|all, one| all.union(one))?.center();
    let step =
        NewStep { id: StepId::mint("subprocess", mint()), kind: StepKind::Subprocess, at, text: title };
    Some(Command::Page(PageCommand::Extract { steps, page: Box::new(made), step }))
}

/// `text` as the beginning of something longer, in every language.
fn and_so_on(text: &Text) -> Text {
    let mut longer = Text::EMPTY;
    for (lang, said) in text.iter() {
        longer.set(lang.clone(), format!("{} …", said.trim_end()));
    }
    longer
}
