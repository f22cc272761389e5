//! What is done to pages and to the document as a whole.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Showing,
    content::{clean, clean_text},
    extract::extract,
    flip::flip,
    lay_out,
};
use crate::{
    edit::{PageCommand, Refusal, rules, transaction::Transaction},
    locale::Lang,
    model::{
        ConnectorId, Document, LIMIT_STEPS, Lane, LaneId, Link, Page, PageId, Pool, PoolId, Step, StepId,
        Text, TitleBlock,
    },
};

pub(super) fn apply(command: &PageCommand, tx: &mut Transaction<'_>) -> Result<Showing, Refusal> {
    match command {
        PageCommand::Add { id, lanes, pools, at, title } => {
            add(tx, &NewPage { id, lanes, pools, at: *at, title })
        }
        PageCommand::Duplicate { page, copy } => duplicate(tx, page, copy),
        PageCommand::Extract { steps, page, step } => extract(tx, steps, page, step),
        PageCommand::Move { page, to } => shift(tx, page, *to),
        PageCommand::Delete { page } => delete(tx, page),
        PageCommand::Flip => flip(tx).map(|()| Showing::SAME),
        PageCommand::LayOut { laid_out } => lay_out::page(tx, laid_out).map(|()| Showing::SAME),
        PageCommand::SetLanguage(lang) => Ok(update_head(tx, |head| head.language = lang.clone())),
        PageCommand::AddLanguage(lang) => {
            Ok(update_head(tx, |head| head.translations.extend([lang.clone()])))
        }
        PageCommand::RemoveLanguage(lang) => remove_language(tx, lang),
        PageCommand::SetLineJumps(jumps) => Ok(update_head(tx, |head| head.line_jumps = *jumps)),
        PageCommand::SetTheme(theme) => Ok(update_head(tx, |head| head.theme = *theme)),
        PageCommand::SetVersion(version) => {
            let version = clean(version);
            Ok(update_head(tx, |Document { title_block: TitleBlock { version: of, .. }, .. }| *of = version))
        }
    }
}

fn update_head(tx: &mut Transaction<'_>, change: impl FnOnce(&mut Document)) -> Showing {
    tx.update_head(change);
    Showing::SAME
}

fn remove_language(tx: &mut Transaction<'_>, lang: &Lang) -> Result<Showing, Refusal> {
    let own = tx.doc().language_without(lang).ok_or(Refusal::LastLanguage)?;
    tx.update_texts(&|text| text.remove_language(lang, &own));
    Ok(update_head(tx, |head| {
        head.translations.remove(lang);
        head.language = own;
    }))
}

const fn show(page: PageId) -> Showing {
    Showing { select: None, show: Some(page) }
}

fn position(doc: &Document, id: &PageId) -> Result<usize, Refusal> {
    doc.pages.iter().position(|page| page.id == *id).ok_or(Refusal::Gone)
}

/// A page to be added, with the names of its bands.
struct NewPage<'a> {
    id: &'a PageId,
    lanes: &'a [LaneId],
    pools: &'a [PoolId],
    /// Its position.
    at: usize,
    title: &'a Text,
}

fn add(tx: &mut Transaction<'_>, new: &NewPage<'_>) -> Result<Showing, Refusal> {
    let NewPage { id, lanes, pools, at, title } = *new;
    let bands = lanes.iter().map(LaneId::as_str).chain(pools.iter().map(PoolId::as_str));
    rules::check_new(tx.doc(), std::iter::once(id.as_str()).chain(bands))?;
    let model = tx.page();
    if lanes.len() != model.lanes.len() || pools.len() != model.pools.len() {
        return Err(Refusal::Gone);
    }
    let names: BTreeMap<&PoolId, &PoolId> = model.pools.keys().zip(pools).collect();
    let named = |old: &Option<PoolId>| old.as_ref().and_then(|old| names.get(old)).map(|id| (*id).clone());
    let lane = |(old, id): (&Arc<Lane>, &LaneId)| {
        let (pool, size) = (named(&old.pool), crate::measures::NEW_LANE);
        Arc::new(Lane { id: id.clone(), pool, size, given: None, ..Lane::clone(old) })
    };
    let lanes = model.lanes.iter().zip(lanes).map(lane).collect();
    let pool = |(old, id): (&Arc<Pool>, &PoolId)| {
        let pool = Pool { id: id.clone(), parent: named(&old.parent), title: old.title.clone() };
        (id.clone(), Arc::new(pool))
    };
    let pools = model.pools.values().zip(pools).map(pool).collect();
    let blank = Page::blank(id.clone(), model.orientation, lanes);
    let page = Page { title: clean_text(title), pools, ..blank };
    let at = at.min(tx.doc().pages.len());
    tx.insert_page(at, page);
    Ok(show(id.clone()))
}

fn duplicate(tx: &mut Transaction<'_>, page: &PageId, copy: &Page) -> Result<Showing, Refusal> {
    put_behind(tx, page, copy)?;
    Ok(show(copy.id.clone()))
}

/// Puts a page, whose ids are new, behind another one.
pub(super) fn put_behind(tx: &mut Transaction<'_>, page: &PageId, copy: &Page) -> Result<(), Refusal> {
    let at = position(tx.doc(), page)?;
    let lanes = copy.lanes.iter().map(|lane| lane.id.as_str());
    let pools = copy.pools.keys().map(PoolId::as_str);
    let phases = copy.phases.iter().map(|phase| phase.id.as_str());
    let steps = copy.steps.keys().map(StepId::as_str);
    let ids =
        lanes.chain(pools).chain(phases).chain(steps).chain(copy.connectors.keys().map(ConnectorId::as_str));
    rules::check_new(tx.doc(), std::iter::once(copy.id.as_str()).chain(ids))?;
    let steps: usize = tx.doc().pages.iter().map(|page| page.steps.len()).sum();
    if steps + copy.steps.len() > LIMIT_STEPS {
        return Err(Refusal::TooMany);
    }
    tx.insert_page(at + 1, copy.clone());
    Ok(())
}

fn shift(tx: &mut Transaction<'_>, id: &PageId, to: usize) -> Result<Showing, Refusal> {
    let at = position(tx.doc(), id)?;
    let to = to.min(tx.doc().pages.len().saturating_sub(1));
    if at != to {
        tx.move_page(at, to);
    }
    Ok(Showing::SAME)
}

/// Removes a page with the links that lead to it or to its steps.
fn delete(tx: &mut Transaction<'_>, id: &PageId) -> Result<Showing, Refusal> {
    let at = position(tx.doc(), id)?;
    if tx.doc().pages.len() == 1 {
        return Err(Refusal::LastPage);
    }
    let is_shown = tx.page().id == *id;
    let neighbour = tx.doc().pages.get(at + 1).or_else(|| tx.doc().pages.get(at.checked_sub(1)?));
    let neighbour = neighbour.map(|page| page.id.clone()).filter(|_| is_shown);
    let gone = tx.doc().page(id).ok_or(Refusal::Gone)?;
    let leads_there = |step: &Step| match &step.link {
        Some(Link::Page(page)) => page == id,
        Some(Link::Step(step)) => gone.steps.contains_key(step),
        Some(Link::Address(_)) | None => false,
    };
    let others = tx.doc().pages.iter().filter(|page| page.id != *id);
    let leading: Vec<(PageId, StepId)> = others
        .flat_map(|page| page.steps.values().map(move |step| (page, step)))
        .filter(|(_, step)| leads_there(step))
        .map(|(page, step)| (page.id.clone(), step.id.clone()))
        .collect();
    leading.iter().try_for_each(|(page, step)| tx.set_link(page, step, None))?;
    tx.remove_page(at);
    Ok(Showing { select: None, show: neighbour })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::{
            Command, StepCommand, copy_page,
            fixture::{Chart, en, lane_id, step_id},
        },
        geom::Orientation,
        locale::{Lang, UiLang},
        model::ThemeName,
    };

    fn page_id(id: &str) -> PageId {
        PageId::parse(id).unwrap()
    }

    fn pages(chart: &Chart) -> Vec<String> {
        chart.editor.document().pages.iter().map(|page| page.id.as_str().to_owned()).collect()
    }

    fn run(chart: &mut Chart, command: PageCommand) {
        chart.run(&Command::Page(command));
    }

    fn with_second_page() -> Chart {
        let mut chart = Chart::new(Orientation::Vertical, &["a ──b", "c"], &[]);
        let lanes = vec![lane_id("x"), lane_id("y")];
        run(
            &mut chart,
            PageCommand::Add { id: page_id("second"), lanes, pools: Vec::new(), at: 1, title: en("Second") },
        );
        chart
    }

    #[test]
    fn a_new_page_has_the_lanes_of_the_shown_one_and_is_shown() {
        let mut chart = with_second_page();
        assert_eq!(pages(&chart), ["page", "second"]);
        assert_eq!(chart.editor.page_id(), &page_id("second"));
        let titles: Vec<_> = chart.page().lanes.iter().map(|lane| lane.title.clone()).collect();
        assert_eq!(titles, [en("lane-0"), en("lane-1")]);
        assert_eq!(chart.page().orientation, Orientation::Vertical);
        assert!(chart.page().steps.is_empty());
        assert!(chart.editor.undo());
        assert_eq!(chart.editor.page_id(), &page_id("page"));
    }

    #[test]
    fn a_copy_leads_to_itself() {
        let mut chart = Chart::new(Orientation::Horizontal, &["a ──b", "c"], &[("b", "c")]);
        for (step, link) in [("a", Link::Step(step_id("c"))), ("b", Link::Page(page_id("page")))] {
            chart.run(&Command::Step(StepCommand::SetLink { step: step_id(step), link: Some(link) }));
        }
        let mut next = 0;
        let copy = copy_page(chart.page(), &mut || {
            next += 1;
            next
        });
        let links: Vec<_> = copy.steps.values().filter_map(|step| step.link.clone()).collect();
        assert!(links.contains(&Link::Page(copy.id.clone())), "{links:?}");
        assert!(links.iter().any(|link| matches!(link, Link::Step(to) if copy.steps.contains_key(to))));
        let id = copy.id.clone();
        run(&mut chart, PageCommand::Duplicate { page: page_id("page"), copy: Box::new(copy.clone()) });
        assert_eq!(chart.editor.page_id(), &id);
        let again = PageCommand::Duplicate { page: page_id("page"), copy: Box::new(copy) };
        assert_eq!(chart.try_run(&Command::Page(again)), Err(Refusal::Taken));
    }

    #[test]
    fn a_page_goes_with_the_links_to_it_and_the_neighbour_is_shown() {
        let mut chart = with_second_page();
        chart.editor.show_page(&page_id("page"));
        for step in ["a", "b"] {
            let link = Some(Link::Page(page_id("second")));
            chart.run(&Command::Step(StepCommand::SetLink { step: step_id(step), link }));
        }
        chart.editor.show_page(&page_id("second"));
        run(&mut chart, PageCommand::Delete { page: page_id("second") });
        assert_eq!(chart.editor.page_id(), &page_id("page"));
        assert!(chart.page().steps.values().all(|step| step.link.is_none()));
        let last = PageCommand::Delete { page: page_id("page") };
        assert_eq!(chart.try_run(&Command::Page(last)), Err(Refusal::LastPage));
    }

    #[test]
    fn pages_change_places() {
        let mut chart = with_second_page();
        run(&mut chart, PageCommand::Move { page: page_id("second"), to: 0 });
        assert_eq!(pages(&chart), ["second", "page"]);
        assert_eq!(chart.editor.page_id(), &page_id("second"));
        let wrong = PageCommand::Add {
            id: page_id("third"),
            lanes: Vec::new(),
            pools: Vec::new(),
            at: 0,
            title: en(""),
        };
        assert_eq!(chart.try_run(&Command::Page(wrong)), Err(Refusal::Gone));
    }

    #[test]
    fn language_look_and_version_are_the_documents() {
        let mut chart = with_second_page();
        let es = Lang::from(UiLang::Es);
        run(&mut chart, PageCommand::SetLanguage(es.clone()));
        run(&mut chart, PageCommand::SetTheme(ThemeName::HighContrast));
        run(&mut chart, PageCommand::SetVersion("2.0\u{7}".to_owned()));
        let document = chart.editor.document();
        assert_eq!((&document.language, document.theme), (&es, ThemeName::HighContrast));
        assert_eq!(document.title_block.version, "2.0");
    }
}
