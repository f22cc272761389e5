//! Which part of each page is meant.

use std::collections::BTreeSet;

use crate::{
    arrange::PagePart,
    locale::fold,
    model::{Document, Page, StepId, Text},
    text::markup,
};

/// Which part of each page is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Crop {
    /// This part; a page that has nothing of it is left out.
    Part(PagePart),
    /// What a person named; pages that have nothing of it are left out.
    Named(PartNames),
}

impl Default for Crop {
    fn default() -> Self {
        Self::Part(PagePart::default())
    }
}

/// A part as a person names it: by ids or by what is written there, in any language and in any case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartNames {
    /// A lane.
    pub lane: Option<String>,
    /// A phase.
    pub phase: Option<String>,
    /// Steps; none: all.
    pub steps: Vec<String>,
}

/// What a name should have been of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// A lane.
    Lane,
    /// A phase.
    Phase,
    /// A step.
    Step,
}

/// No page that is meant has something of that name; what they have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchPart {
    /// What was looked for.
    pub kind: PartKind,
    /// The name.
    pub name: String,
    /// The names that there are.
    pub known: Vec<String>,
}

impl Crop {
    /// The part of each of the `pages` of `document` at these positions; pages that have nothing of it are left out.
    pub(super) fn of(
        &self,
        document: &Document,
        pages: &[usize],
    ) -> Result<Vec<(usize, PagePart)>, NoSuchPart> {
        let names = match self {
            Self::Part(part) => return Ok(pages.iter().map(|page| (*page, part.clone())).collect()),
            Self::Named(names) => names,
        };
        let meant: Vec<(usize, &Page)> =
            pages.iter().filter_map(|at| Some((*at, document.pages.get(*at)?))).collect();
        names.check(&meant)?;
        Ok(meant.into_iter().filter_map(|(at, page)| Some((at, names.part(page)?))).collect())
    }
}

/// Everything of a page that has that kind of name: the id, and what is written there.
fn named(page: &Page, kind: PartKind) -> Vec<(&str, &Text)> {
    match kind {
        PartKind::Lane => page.lanes.iter().map(|lane| (lane.id.as_str(), &lane.title)).collect(),
        PartKind::Phase => page.phases.iter().map(|phase| (phase.id.as_str(), &phase.title)).collect(),
        PartKind::Step => page.steps.values().map(|step| (step.id.as_str(), &step.text)).collect(),
    }
}

fn is_called(id: &str, text: &Text, name: &str) -> bool {
    let name = name.trim();
    id == name || text.iter().any(|(_, text)| fold(&markup::one_line(text)) == fold(name))
}

impl PartNames {
    /// Each name with what it should be of.
    fn all(&self) -> impl Iterator<Item = (PartKind, &String)> {
        let lane = self.lane.iter().map(|name| (PartKind::Lane, name));
        let phase = self.phase.iter().map(|name| (PartKind::Phase, name));
        lane.chain(phase).chain(self.steps.iter().map(|name| (PartKind::Step, name)))
    }

    /// Whether each name is one on some page.
    fn check(&self, pages: &[(usize, &Page)]) -> Result<(), NoSuchPart> {
        for (kind, name) in self.all() {
            let known = || pages.iter().flat_map(|(_, page)| named(page, kind));
            if !known().any(|(id, text)| is_called(id, text, name)) {
                let mut names = Vec::new();
                for (id, text) in known() {
                    let words = text.iter().next().map(|(_, words)| markup::one_line(words));
                    let name = words.filter(|words| !words.is_empty()).unwrap_or_else(|| id.to_owned());
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                return Err(NoSuchPart { kind, name: name.clone(), known: names });
            }
        }
        Ok(())
    }

    /// The part of `page` that the names mean; `None` where it has nothing of that name.
    fn part(&self, page: &Page) -> Option<PagePart> {
        let find = |kind, name: &String| {
            named(page, kind).into_iter().position(|(id, text)| is_called(id, text, name))
        };
        let lane = self
            .lane
            .as_ref()
            .map(|name| find(PartKind::Lane, name))
            .map_or(Some(None), |at| at.map(Some))?;
        let phase = self
            .phase
            .as_ref()
            .map(|name| find(PartKind::Phase, name))
            .map_or(Some(None), |at| at.map(Some))?;
        let steps: BTreeSet<StepId> = page
            .steps
            .values()
            .filter(|step| self.steps.iter().any(|name| is_called(step.id.as_str(), &step.text, name)))
            .map(|step| step.id.clone())
            .collect();
        if steps.is_empty() && !self.steps.is_empty() {
            return None;
        }
        Some(PagePart {
            lane: lane.and_then(|at| page.lanes.get(at)).map(|lane| lane.id.clone()),
            phase: phase.and_then(|at| page.phases.get(at)).map(|phase| phase.id.clone()),
            steps: (!self.steps.is_empty()).then_some(steps),
        })
    }
}
