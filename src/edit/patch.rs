//! What an edit changed: each record before and after.
//!
//! Owns undo: a patch is turned round and applied. Nothing else reverts anything.

use std::{collections::BTreeMap, mem::size_of, sync::Arc};

use crate::{
    geom::Orientation,
    locale::Lang,
    model::{
        Connector, ConnectorId, Document, Lane, LineJumps, Page, PageId, Phase, Properties, Step, StepId,
        Text, ThemeName, TitleBlock,
    },
};

/// A value before and after.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change<T> {
    /// Before; for records, `None`: it was not there.
    pub before: T,
    /// After; for records, `None`: it is no longer there.
    pub after: T,
}

impl<T> Change<T> {
    fn inverted(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// Of the document, what belongs to no page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    title: Text,
    subtitle: Text,
    description: Text,
    language: Lang,
    title_block: TitleBlock,
    theme: ThemeName,
    line_jumps: LineJumps,
    properties: Properties,
}

impl Head {
    pub(super) fn of(document: &Document) -> Self {
        let Document {
            title,
            subtitle,
            description,
            language,
            title_block,
            theme,
            line_jumps,
            properties,
            pages: _,
        } = document;
        Self {
            title: title.clone(),
            subtitle: subtitle.clone(),
            description: description.clone(),
            language: language.clone(),
            title_block: title_block.clone(),
            theme: *theme,
            line_jumps: *line_jumps,
            properties: properties.clone(),
        }
    }

    fn put(self, document: &mut Document) {
        let Self { title, subtitle, description, language, title_block, theme, line_jumps, properties } =
            self;
        document.title = title;
        document.subtitle = subtitle;
        document.description = description;
        document.language = language;
        document.title_block = title_block;
        document.theme = theme;
        document.line_jumps = line_jumps;
        document.properties = properties;
    }
}

/// Of a page, what is neither a step nor a connector.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Frame {
    title: Text,
    orientation: Orientation,
    lanes: Vec<Arc<Lane>>,
    phases: Vec<Arc<Phase>>,
    z_order: Vec<StepId>,
}

impl Frame {
    pub(super) fn lanes(&self) -> &[Arc<Lane>] {
        &self.lanes
    }

    pub(super) fn phases(&self) -> &[Arc<Phase>] {
        &self.phases
    }

    pub(super) const fn orientation(&self) -> Orientation {
        self.orientation
    }

    pub(super) fn of(page: &Page) -> Self {
        let Page { id: _, title, orientation, lanes, phases, steps: _, connectors: _, z_order } = page;
        Self {
            title: title.clone(),
            orientation: *orientation,
            lanes: lanes.clone(),
            phases: phases.clone(),
            z_order: z_order.clone(),
        }
    }

    fn put(self, page: &mut Page) {
        let Self { title, orientation, lanes, phases, z_order } = self;
        page.title = title;
        page.orientation = orientation;
        page.lanes = lanes;
        page.phases = phases;
        page.z_order = z_order;
    }
}

/// What one edit changed, on one page and in the document's head, or in the list of pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Patch {
    /// The page that `frame`, `steps` and `connectors` are of.
    pub(super) page: PageId,
    pub(super) head: Option<Change<Head>>,
    /// All pages, where more than one of them changed or pages came or went; the rest is empty then.
    pub(super) pages: Option<Change<Vec<Page>>>,
    pub(super) frame: Option<Change<Frame>>,
    pub(super) steps: BTreeMap<StepId, Change<Option<Arc<Step>>>>,
    pub(super) connectors: BTreeMap<ConnectorId, Change<Option<Arc<Connector>>>>,
}

impl Patch {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        let Self { page: _, head, pages, frame, steps, connectors } = self;
        head.is_none() && pages.is_none() && frame.is_none() && steps.is_empty() && connectors.is_empty()
    }

    /// The patch that takes this one back.
    #[must_use]
    pub fn inverted(self) -> Self {
        let Self { page, head, pages, frame, steps, connectors } = self;
        Self {
            page,
            head: head.map(Change::inverted),
            pages: pages.map(Change::inverted),
            frame: frame.map(Change::inverted),
            steps: steps.into_iter().map(|(id, change)| (id, change.inverted())).collect(),
            connectors: connectors.into_iter().map(|(id, change)| (id, change.inverted())).collect(),
        }
    }

    /// Puts every record into the state after the edit. `document` must be in the state before it.
    pub(super) fn apply(self, document: &mut Document) {
        let Self { page, head, pages, frame, steps, connectors } = self;
        if let Some(head) = head {
            head.after.put(document);
        }
        if let Some(pages) = pages {
            document.pages = pages.after;
        }
        let Some(page) = document.pages.iter_mut().find(|candidate| candidate.id == page) else { return };
        if let Some(frame) = frame {
            frame.after.put(page);
        }
        for (id, change) in steps {
            put(&mut page.steps, id, change.after);
        }
        for (id, change) in connectors {
            put(&mut page.connectors, id, change.after);
        }
    }

    /// About how many bytes the patch holds on to.
    pub fn bytes(&self) -> usize {
        let Self { page: _, head, pages, frame, steps, connectors } = self;
        let pages = pages.iter().flat_map(|change| change.before.iter().chain(&change.after));
        let pages: usize =
            pages.map(|page| 64 * (page.steps.len() + page.connectors.len()) + size_of::<Page>()).sum();
        let frame: usize = frame.iter().map(|change| frame_bytes(&change.before) * 2).sum();
        size_of::<Self>()
            + pages
            + frame
            + head.iter().map(|_| 2 * size_of::<Head>()).sum::<usize>()
            + steps
                .values()
                .map(|change| 2 * step_bytes(change.before.as_deref().or(change.after.as_deref())))
                .sum::<usize>()
            + connectors.len() * 2 * (size_of::<Connector>() + 256)
    }
}

fn frame_bytes(frame: &Frame) -> usize {
    let ids = frame.z_order.len() * size_of::<StepId>();
    size_of::<Frame>() + ids + (frame.lanes.len() + frame.phases.len()) * (size_of::<Lane>() + 128)
}

fn step_bytes(step: Option<&Step>) -> usize {
    let text = |text: &Text| text.iter().map(|(_, text)| text.len() + 64).sum::<usize>();
    let texts = step.map_or(0, |step| {
        text(&step.text) + step.details.iter().map(|(_, detail)| text(detail)).sum::<usize>()
    });
    size_of::<Step>() + texts
}

fn put<Id: Ord, T>(records: &mut BTreeMap<Id, Arc<T>>, id: Id, record: Option<Arc<T>>) {
    match record {
        Some(record) => records.insert(id, record),
        None => records.remove(&id),
    };
}
