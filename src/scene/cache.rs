//! Scenes that follow one another: what did not change is not made again.
//!
//! Owns the comparison with the last scene. Records are shared (`Arc`): one that is the same pointer as last time
//! is the same record, so that a frame of a drag costs one comparison for most of the page. What a scene looks
//! like is decided elsewhere.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

use super::{
    grid,
    item::{Item, Meta, Scene},
    kept_lines::{KeptLines, LineChanges},
    kept_steps::{KeptSteps, StepChanges},
    legend, narrative,
    pile::Pile,
    theme::Theme,
    title,
    view::View,
};
use crate::{
    geom::{Orientation, Rect},
    locale::Lang,
    model::{Lane, LineJumps, PageId, Phase, Pool, PoolId, StepId, ThemeName, TitleBlock},
};

/// The paper around everything that is drawn.
pub const MARGIN: f64 = 24.0;

/// The last scene of a page, to make the next one from.
///
/// All views that one cache builds must have the same fonts.
#[derive(Debug, Default)]
pub struct Cache {
    setting: Option<Setting>,
    steps: KeptSteps,
    lines: KeptLines,
    pile: Pile,
    /// Where in the pile steps and connectors lie.
    flow: Range<usize>,
    legend_rows: Vec<legend::Row>,
    lane_names: Vec<String>,
    description: Arc<str>,
    /// Whether the description is left as it is for now.
    is_draft: bool,
    /// Whether it no longer tells what there is.
    is_outdated: bool,
    grid: Memo<GridKey>,
    title: Memo<TitleKey>,
    legend: Memo<(Rect, Vec<legend::Row>)>,
}

/// What all items of a scene depend on.
#[derive(Clone, Debug, PartialEq)]
struct Setting {
    page: PageId,
    theme: ThemeName,
    line_jumps: LineJumps,
    lang: Lang,
    fallback: Lang,
}

/// What lanes and phases depend on.
#[derive(Debug, PartialEq)]
struct GridKey {
    length: f64,
    lanes: Vec<Arc<Lane>>,
    pools: BTreeMap<PoolId, Arc<Pool>>,
    phases: Vec<Arc<Phase>>,
    orientation: Orientation,
}

/// What the heading depends on.
#[derive(Debug, PartialEq)]
struct TitleKey {
    frame: Rect,
    title: String,
    subtitle: String,
    block: TitleBlock,
    number: (usize, usize),
}

/// Items, and what they were made of.
#[derive(Debug)]
struct Memo<K> {
    key: Option<K>,
    items: Vec<Arc<Item>>,
}

impl<K> Default for Memo<K> {
    fn default() -> Self {
        Self { key: None, items: Vec::new() }
    }
}

impl<K: PartialEq> Memo<K> {
    fn renew(&mut self, key: K, draw: impl FnOnce() -> Vec<Item>) {
        if self.key.as_ref() != Some(&key) {
            self.items = draw().into_iter().map(Arc::new).collect();
            self.key = Some(key);
        }
    }
}

impl Cache {
    /// The scene of `view`, as [`build`](super::build()) makes it; items that are as in the last scene are the same
    /// `Arc`s.
    pub fn build(&mut self, view: &View<'_>) -> Scene {
        self.is_draft = false;
        self.make(view)
    }

    /// The same while a person is still changing the page: the sentences of [`Meta::description`] may be those of an
    /// earlier scene, because telling the whole flow takes longer than drawing what changed.
    pub fn draft(&mut self, view: &View<'_>) -> Scene {
        self.is_draft = true;
        self.make(view)
    }

    fn make(&mut self, view: &View<'_>) -> Scene {
        let setting = Setting {
            page: view.page.id.clone(),
            theme: view.document.theme,
            line_jumps: view.document.line_jumps,
            lang: view.lang.clone(),
            fallback: view.document.language.clone(),
        };
        if self.setting.as_ref() != Some(&setting) {
            let is_draft = self.is_draft;
            *self = Self { setting: Some(setting), is_draft, ..Self::default() };
        }
        let theme = Theme::of(view.document.theme);
        let steps = self.steps.sync(view);
        let mut lines = self.lines.sync(view, &self.steps, &steps);
        self.tell(view, &theme, &steps, &lines);
        self.lines.redraw(view, &self.steps, &grid::tints(view.page, &theme), &mut lines);
        if steps.kinds || lines.kinds {
            self.legend_rows = legend::used(view.page);
        }
        let frame = view.page.frame();
        self.surroundings(view, &theme, frame);
        self.pile_up(view, steps.is_other_pile || lines.is_other_pile);
        self.scene(view, frame)
    }

    /// Draws the steps, and tells the flow anew where it means something else.
    fn tell(&mut self, view: &View<'_>, theme: &Theme, steps: &StepChanges, lines: &LineChanges) {
        let page = view.page;
        let lanes = page.lanes.iter().map(|lane| {
            let pool = lane.pool.as_ref().map_or("", PoolId::as_str);
            format!("{} {pool} {}", lane.id, view.read(&lane.title))
        });
        let pools = page.pools.values().map(|pool| {
            let parent = pool.parent.as_ref().map_or("", PoolId::as_str);
            format!("{} {parent} {}", pool.id, view.read(&pool.title))
        });
        let lane_names: Vec<String> = lanes.chain(pools).collect();
        let moved_lanes = lane_names != self.lane_names;
        self.lane_names = lane_names;
        let retold: BTreeSet<StepId> = steps.retold.union(&lines.retold).cloned().collect();
        let is_same = !moved_lanes && steps.renamed.is_empty() && !lines.order && retold.is_empty();
        self.is_outdated |= !is_same;
        if is_same && (self.is_draft || !self.is_outdated) {
            self.steps.redraw(view, theme, Some(&retold));
            return;
        }
        self.steps.redraw(view, theme, (!moved_lanes).then_some(&retold));
        if !self.is_draft {
            self.description = narrative::describe(view, |id| self.steps.desc(id)).into();
            self.is_outdated = false;
        }
    }

    /// Draws what stands around the flow.
    fn surroundings(&mut self, view: &View<'_>, theme: &Theme, frame: Rect) {
        let page = view.page;
        let length = page.orientation.span_along(frame).1;
        let (lanes, pools, phases) = (page.lanes.clone(), page.pools.clone(), page.phases.clone());
        let key = GridKey { length, lanes, pools, phases, orientation: page.orientation };
        self.grid.renew(key, || grid::draw(view, theme, length));
        let key = TitleKey {
            frame,
            title: view.document.page_title(page, view.lang).to_owned(),
            subtitle: view.read(&view.document.subtitle).to_owned(),
            block: view.document.title_block.clone(),
            number: title::number_of(view),
        };
        self.title.renew(key, || title::draw(view, theme, frame));
        let rows = &self.legend_rows;
        self.legend.renew((frame, rows.clone()), || legend::draw(view, theme, frame, rows));
    }

    /// Puts everything that was drawn anew into its place, or piles all items up, `anew` or because there are more or
    /// fewer of them.
    fn pile_up(&mut self, view: &View<'_>, anew: bool) {
        let around = self.title.items.len() + self.legend.items.len();
        let flow = self.grid.items.len()..self.pile.len().saturating_sub(around);
        if anew || flow != self.flow {
            return self.lay(view);
        }
        self.pile.put(0, &self.grid.items);
        self.lines.put(&mut self.pile);
        self.steps.put(&mut self.pile);
        self.pile.put(flow.end, self.title.items.iter().chain(&self.legend.items));
    }

    /// Piles up all items in the order of drawing.
    fn lay(&mut self, view: &View<'_>) {
        let mut items = self.grid.items.clone();
        let count = view.page.steps.len() + 4 * view.page.connectors.len();
        items.reserve(count + self.title.items.len() + self.legend.items.len());
        let first = items.len();
        self.lines.lay(&mut items);
        self.steps.lay(view, &mut items);
        self.lines.lay_labels(&mut items);
        self.flow = first..items.len();
        items.extend(self.title.items.iter().chain(&self.legend.items).cloned());
        self.pile = Pile::of(items);
    }

    /// The scene as it is piled up.
    fn scene(&mut self, view: &View<'_>, frame: Rect) -> Scene {
        let all = self.pile.hull().map_or(frame, |hull| frame.union(hull));
        let bounds = all.inset(MARGIN);
        Scene {
            bounds: Rect::new(bounds.x0.floor(), bounds.y0.floor(), bounds.x1.ceil(), bounds.y1.ceil()),
            meta: Meta {
                title: view.document.page_title(view.page, view.lang).to_owned(),
                description: Arc::clone(&self.description),
                lang: view.lang.to_string(),
                id: view.document.id.clone(),
            },
            items: Arc::clone(self.pile.items()),
        }
    }
}
