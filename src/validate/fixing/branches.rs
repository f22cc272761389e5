//! Labels for the branches of a decision that say nothing.

use std::sync::Arc;

use super::{
    fix::{Fix, Proposal, ProposedStep, read},
    repairs::Repairs,
};
use crate::{
    edit::{Command, TextOf},
    locale::{Catalog, Lang, UiLang},
    model::{Connector, ConnectorId, ConnectorKind, Document, Page, Step, StepId},
};

/// A branch and the word that it gets.
type Labelling<'a> = (&'a Arc<Connector>, &'static str);

/// Yes and No, in the languages that the document and the program know. Which of two silent branches is which is a
/// guess: the straighter one is Yes.
pub(super) fn label(repairs: &Repairs<'_>, id: &ConnectorId) -> Option<Fix> {
    let Repairs { document, page, .. } = repairs;
    let decision = page.steps.get(page.connectors.get(id)?.from.step()?)?;
    let branches = branches(page, decision);
    let [_, _] = branches.as_slice() else { return None };
    let said: Vec<String> = branches.iter().map(|branch| read(document, &branch.label)).collect();
    let words = ["fix-yes", "fix-no"].into_iter();
    let words: Vec<_> = words.filter(|word| !said.contains(&in_own_language(document, word))).collect();
    let silent = branches.iter().zip(&said).filter(|(_, said)| said.is_empty());
    let silent: Vec<&Arc<Connector>> = silent.map(|(branch, _)| *branch).collect();
    let proposals = |all: &[&[Labelling<'_>]]| {
        Fix::guess(KEY, all.iter().map(|labels| proposal(document, labels)).collect())
    };
    match (silent.as_slice(), words.as_slice()) {
        ([one, other], [yes, no]) => proposals(&[&[(one, yes), (other, no)], &[(other, yes), (one, no)]]),
        ([only], [yes, no]) => proposals(&[&[(only, yes)], &[(only, no)]]),
        ([only], [word]) => Some(Fix::certain(KEY, proposal(document, &[(only, word)]).command)),
        _ => None,
    }
}

const KEY: &str = "fix-label-branches";

/// The branches of a decision, the straighter ones first.
fn branches<'a>(page: &'a Page, decision: &Step) -> Vec<&'a Arc<Connector>> {
    let branches = page.connectors.leaving(&decision.id);
    let mut branches: Vec<_> = branches.filter(|branch| branch.kind == ConnectorKind::Sequence).collect();
    let across = |step: &Step| page.orientation.across(step.rect.center());
    let bend = |to: Option<&StepId>| {
        let to = to.and_then(|id| page.steps.get(id));
        to.map_or(f64::INFINITY, |to| (across(to) - across(decision)).abs())
    };
    branches.sort_by(|a, b| bend(a.to.step()).total_cmp(&bend(b.to.step())));
    branches
}

fn proposal(document: &Document, labels: &[Labelling<'_>]) -> Proposal {
    let step = |(branch, word): &Labelling<'_>| {
        Some(ProposedStep { step: branch.to.step()?.clone(), word: Some(*word) })
    };
    let say = |(branch, word): &Labelling<'_>| {
        let (branch, word) = (branch.id.clone(), *word);
        langs(document).into_iter().map(move |lang| Command::SetText {
            of: TextOf::Connector(branch.clone()),
            text: Catalog::of(lang).text(word),
            lang: lang.into(),
        })
    };
    Proposal {
        steps: labels.iter().filter_map(step).collect(),
        command: Command::All(labels.iter().flat_map(say).collect()),
    }
}

/// The languages of `document` that the program speaks.
fn langs(document: &Document) -> Vec<UiLang> {
    let languages = document.languages();
    UiLang::ALL.into_iter().filter(|lang| languages.contains(&Lang::from(*lang))).collect()
}

fn in_own_language(document: &Document, key: &str) -> String {
    let lang = langs(document).into_iter().find(|lang| Lang::from(*lang) == document.language);
    Catalog::of(lang.unwrap_or_default()).text(key).to_lowercase()
}
