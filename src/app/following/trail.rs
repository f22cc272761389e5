//! The way that a person came along links.

use std::collections::VecDeque;

use crate::{
    app::{
        documents::{key::DocKey, open_document::OpenDocument, sight::PageView, tabs::Documents},
        effect::Effect,
        env::Env,
    },
    edit::{EditRequest, Selection},
    model::PageId,
    text::markup::one_line,
};

/// How many places are remembered.
const MOST: usize = 50;

/// A place that a person left along a link.
#[derive(Clone, Debug)]
pub(crate) struct Departed {
    key: DocKey,
    view: PageView,
    selection: Selection,
}

impl Departed {
    /// What is seen of `open` now.
    pub(crate) fn from(open: &OpenDocument) -> Self {
        Self { key: open.key, view: open.view(), selection: open.editor.selection().clone() }
    }
}

/// A page of a document that is open.
type OpenPage = (DocKey, PageId);

/// A link that was followed.
#[derive(Debug)]
struct Stretch {
    from: Departed,
    /// Where it led.
    to: OpenPage,
}

/// The way that a person came along links, bounded.
#[derive(Debug, Default)]
pub(crate) struct Trail(VecDeque<Stretch>);

/// A page that a person came through on the way to the one that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PassedPage {
    /// How many links lie before it.
    pub(crate) at: usize,
    /// What it is called.
    pub(crate) name: String,
}

impl Trail {
    /// A link was followed from `from` to what is shown now.
    pub(crate) fn arrive(&mut self, documents: &Documents, from: Departed) {
        let Some(to) = documents.shown().map(shown_page) else { return };
        self.0.push_back(Stretch { from, to });
        if self.0.len() > MOST {
            self.0.pop_front();
        }
    }

    /// Whether there is a place to go back to.
    pub(crate) fn leads_back(&self, documents: &Documents) -> bool {
        self.0.iter().any(|stretch| is_there(documents, &stretch.from))
    }

    /// Goes back to the last place that is still there.
    pub(crate) fn back(&mut self, documents: &mut Documents, env: &Env) -> Vec<Effect> {
        while let Some(Stretch { from, .. }) = self.0.pop_back() {
            if !is_there(documents, &from) {
                continue;
            }
            documents.show(from.key);
            if let Some(open) = documents.shown_mut() {
                open.look_at(env.services.as_ref(), &from.view);
            }
            return vec![Effect::Edit(EditRequest::Select(from.selection))];
        }
        Vec::new()
    }

    /// Goes back to the place before which `at` links lie.
    pub(crate) fn back_to(&mut self, documents: &mut Documents, env: &Env, at: usize) -> Vec<Effect> {
        self.0.truncate(at + 1);
        self.back(documents, env)
    }

    /// The pages through which a person came to the one that is shown, the first one first.
    pub(crate) fn passed(&self, documents: &Documents) -> Vec<PassedPage> {
        let mut passed = Vec::new();
        let Some(mut here) = documents.shown().map(shown_page) else { return passed };
        for (at, Stretch { from, to }) in self.0.iter().enumerate().rev() {
            if *to != here || !is_there(documents, from) {
                break;
            }
            let before = (from.key, from.view.page.clone());
            if before != here
                && let Some(open) = documents.get(from.key)
            {
                passed.push(PassedPage { at, name: page_name(open, &from.view.page) });
            }
            here = before;
        }
        passed.reverse();
        passed
    }
}

fn shown_page(open: &OpenDocument) -> OpenPage {
    (open.key, open.editor.page_id().clone())
}

fn is_there(documents: &Documents, place: &Departed) -> bool {
    documents.get(place.key).is_some_and(|open| open.editor.document().page(&place.view.page).is_some())
}

/// What a page of `open` is called.
pub(crate) fn page_name(open: &OpenDocument, page: &PageId) -> String {
    let document = open.editor.document();
    let title = document.page(page).map(|page| one_line(document.page_title(page, &open.lang)));
    title.filter(|title| !title.is_empty()).unwrap_or_else(|| open.name.clone())
}
