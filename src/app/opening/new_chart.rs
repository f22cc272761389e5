//! Starts new charts.

use super::open_files::not_opened;
use crate::{
    app::{documents::tabs::Documents, effect::Effect, env::Env},
    model::Document,
    pipeline::{ChartLanguages, untitled},
};

/// Shows a new chart that begins as `template` does.
pub(crate) fn start(
    documents: &mut Documents,
    env: &Env,
    template: Document,
    languages: &ChartLanguages,
) -> Vec<Effect> {
    documents.add_new(env.services.as_ref(), env.catalog, languages.of(template), languages.shown());
    vec![Effect::ForgetProblems]
}

/// Shows an empty chart, under a title that no open chart has.
pub(crate) fn start_blank(documents: &mut Documents, env: &Env, languages: &ChartLanguages) -> Vec<Effect> {
    match env.services.blank() {
        Ok(blank) => {
            let taken = (1..).take_while(|number| is_open(documents, &untitled(blank.clone(), *number)));
            let number = taken.count() + 1;
            start(documents, env, untitled(blank, number), languages)
        }
        Err(error) => not_opened(env, &error),
    }
}

/// Whether an open chart has the title of `document` in any language.
fn is_open(documents: &Documents, document: &Document) -> bool {
    let titles = documents.iter().flat_map(|open| open.editor.document().title.iter());
    titles.into_iter().any(|(lang, title)| document.title.exactly(lang) == Some(title))
}
