//! Where a click on a step leads.

use eframe::egui::Id;

use super::{
    field::{Lines, Named},
    form::Form,
};
use crate::{
    edit::{Command, StepCommand},
    model::{Link, PageId, Step, StepId},
    text::markup::one_line,
};

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Nowhere,
    Page,
    Step,
    Address,
}

pub(super) fn link(form: &mut Form<'_>, step: &Step) {
    let id = Id::unique(format!("panel-link-{}", step.id));
    let set = |link: Option<Link>| Command::Step(StepCommand::SetLink { step: step.id.clone(), link });
    // An address that is not written yet is no link, so the choice is kept here.
    let wants_address = form.ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    let way = match &step.link {
        Some(Link::Page(_)) => Way::Page,
        Some(Link::Step(_)) => Way::Step,
        Some(Link::Address(_)) => Way::Address,
        None if wants_address => Way::Address,
        None => Way::Nowhere,
    };
    let options = [
        (Way::Nowhere, form.say("panel-link-none")),
        (Way::Page, form.say("panel-link-page")),
        (Way::Step, form.say("panel-link-step")),
        (Way::Address, form.say("panel-link-address")),
    ];
    let label = form.say("panel-link-to");
    if let Some(chosen) = form.choice(&label, Some(&way), &options) {
        form.ui.data_mut(|data| data.insert_temp(id, chosen == Way::Address));
        let link = match chosen {
            Way::Nowhere | Way::Address => None,
            Way::Page => other_page(form).map(Link::Page),
            Way::Step => other_step(form, step).map(Link::Step),
        };
        form.run(set(link));
    }
    match way {
        Way::Nowhere => {}
        Way::Page => link_to_page(form, step, &set),
        Way::Step => link_to_step(form, step, &set),
        Way::Address => {
            let now = match &step.link {
                Some(Link::Address(address)) => address.as_str(),
                Some(Link::Page(_) | Link::Step(_)) | None => "",
            };
            let label = form.say("panel-link-address");
            form.written(Named { label: &label, id: id.with("address") }, now, Lines::One, &|text| {
                set((!text.trim().is_empty()).then(|| Link::Address(text.trim().to_owned())))
            });
        }
    }
}

fn other_page(form: &Form<'_>) -> Option<PageId> {
    let pages = &form.shown.document.pages;
    let other = pages.iter().find(|page| page.id != form.shown.page.id).or_else(|| pages.first());
    other.map(|page| page.id.clone())
}

fn other_step(form: &Form<'_>, step: &Step) -> Option<StepId> {
    form.shown.page.steps.keys().find(|id| **id != step.id).cloned()
}

fn link_to_page(form: &mut Form<'_>, step: &Step, set: &dyn Fn(Option<Link>) -> Command) {
    let shown = form.shown;
    let pages = shown.document.pages.iter();
    let pages: Vec<_> =
        pages.map(|page| (page.id.clone(), one_line(shown.document.page_title(page, shown.lang)))).collect();
    let current = match &step.link {
        Some(Link::Page(id)) => Some(id),
        Some(Link::Step(_) | Link::Address(_)) | None => None,
    };
    let label = form.say("panel-link-page");
    if let Some(page) = form.choice(&label, current, &pages) {
        form.run(set(Some(Link::Page(page))));
    }
}

fn link_to_step(form: &mut Form<'_>, step: &Step, set: &dyn Fn(Option<Link>) -> Command) {
    let shown = form.shown;
    let others = shown.document.pages.iter().flat_map(|page| page.steps.values());
    let steps: Vec<_> = others
        .filter(|other| other.id != step.id)
        .map(|other| (other.id.clone(), shown.step_name(other)))
        .collect();
    let current = match &step.link {
        Some(Link::Step(id)) => Some(id),
        Some(Link::Page(_) | Link::Address(_)) | None => None,
    };
    let label = form.say("panel-link-step");
    if let Some(to) = form.choice(&label, current, &steps) {
        form.run(set(Some(Link::Step(to))));
    }
}
