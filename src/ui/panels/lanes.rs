//! The properties of lanes, pools and phases.

use super::{
    PanelRequest,
    field::{Lines, Named},
    field_error::FieldError,
    form::Form,
    size::{decimal, parse_length, say_length},
};
use crate::{
    edit::{Command, LaneCommand, PhaseCommand, PoolCommand, PoolPart, Selection, TextOf, worded},
    geom::Orientation,
    model::{Lane, LaneId, Phase, PhaseId, Pool, PoolBand, PoolId, Role, Text},
};
use std::collections::BTreeSet;

/// What the extent of a lane and that of a phase are called.
const fn lengths(orientation: Orientation) -> [&'static str; 2] {
    match orientation {
        Orientation::Horizontal => ["panel-height", "panel-width"],
        Orientation::Vertical => ["panel-width", "panel-height"],
    }
}

/// What moving a lane back and on is called, and what moving a phase is.
const fn moves(orientation: Orientation) -> [[&'static str; 2]; 2] {
    const UPRIGHT: [&str; 2] = ["panel-move-up", "panel-move-down"];
    const LEVEL: [&str; 2] = ["panel-move-left", "panel-move-right"];
    match orientation {
        Orientation::Horizontal => [UPRIGHT, LEVEL],
        Orientation::Vertical => [LEVEL, UPRIGHT],
    }
}

pub(super) fn lane(form: &mut Form<'_>, lane: &Lane) {
    let heading = form.say("panel-lane");
    form.heading(&heading);
    lane_buttons(form, lane);
    let langs = form.shown.languages;
    form.texts("panel-title", &TextOf::Lane(lane.id.clone()), langs, Lines::Label);
    let roles = Role::ALL.map(|role| (role, form.say(role.key())));
    let label = form.say("panel-role");
    if let Some(role) = form.choice(&label, Some(&lane.role), &roles) {
        form.run(Command::Lane(LaneCommand::SetRole { lane: lane.id.clone(), role }));
    }
    let [breadth, _] = lengths(form.shown.page.orientation);
    length(form, breadth, lane.id.as_str(), lane.size, |size| {
        Command::Lane(LaneCommand::Resize { lane: lane.id.clone(), size })
    });
    pools(form, &BTreeSet::from([lane.id.clone()]));
    super::colours::colours(form, &Selection::lane(lane.id.clone()));
}

/// What is done with the lane: above its titles, which are more lines in one lane than in another, so that what is under
/// the pointer stays there when another lane is selected.
fn lane_buttons(form: &mut Form<'_>, lane: &Lane) {
    let shown = form.shown;
    let Some(at) = shown.page.lanes.iter().position(|other| other.id == lane.id) else { return };
    let add = |at: usize| {
        let (id, title) = (LaneId::mint("lane", (shown.mint)()), new_title(form, "edit-new-lane"));
        LaneCommand::Add { id, at, title, role: Role::Other }
    };
    let to = |to: usize| LaneCommand::Move { lane: lane.id.clone(), to };
    let count = shown.page.lanes.len();
    let [[back, on], _] = moves(shown.page.orientation);
    let commands = [
        ("panel-add-before", add(at), None),
        ("panel-add-after", add(at + 1), None),
        (back, to(at.saturating_sub(1)), (at == 0).then_some("panel-is-first")),
        (on, to(at + 1), (at + 1 >= count).then_some("panel-is-last")),
    ];
    if let Some(command) = form.buttons_unless(&commands) {
        form.run(Command::Lane(command));
    }
    let only = (count < 2).then_some("edit-refused-last-lane");
    if form.buttons_unless(&[("panel-delete-lane", (), only)]).is_some() {
        form.out.push(PanelRequest::DeleteSelected);
    }
}

/// The pools around lanes.
pub(super) fn pools(form: &mut Form<'_>, lanes: &BTreeSet<LaneId>) {
    form.group("panel-pools", true, |form| {
        let around = form.shown.page.pools_around_all(lanes);
        if let (Some(lane), 1) = (lanes.first(), lanes.len()) {
            let label = form.say("panel-in-pool");
            pool_choice(form, &label, &PoolPart::Lane(lane.clone()), around.first().map(|pool| &pool.id));
        }
        for pool in around {
            self::pool(form, pool);
        }
        if form.button("panel-pool-add") {
            let (id, title) = (PoolId::mint("pool", (form.shown.mint)()), new_title(form, "edit-new-pool"));
            form.run(Command::Pool(PoolCommand::Add { id, lanes: lanes.clone(), title }));
        }
    });
}

fn pool(form: &mut Form<'_>, pool: &Pool) {
    let langs = form.shown.languages;
    form.texts("panel-pool", &TextOf::Pool(pool.id.clone()), langs, Lines::Label);
    let name = form.shown.band_name(&pool.title, pool.id.as_str());
    let label = form.shown.catalog.text_with("panel-pool-in-pool", &[("pool", name.into())]);
    pool_choice(form, &label, &PoolPart::Pool(pool.id.clone()), pool.parent.as_ref());
    if form.button("panel-pool-dissolve") {
        form.run(Command::Pool(PoolCommand::Dissolve { pool: pool.id.clone() }));
    }
}

/// The pools of the page, each with those around it; one that cannot hold `part` is refused by the editor.
fn pool_choice(form: &mut Form<'_>, label: &str, part: &PoolPart, current: Option<&PoolId>) {
    let shown = form.shown;
    let mut names: Vec<(Option<PoolId>, String)> = vec![(None, form.say("panel-no-pool"))];
    for PoolBand { pool, .. } in shown.page.pool_bands() {
        let own = shown.band_name(&pool.title, pool.id.as_str());
        let outer = names.iter().find(|(id, _)| id.is_some() && *id == pool.parent);
        let name = outer.map_or_else(|| own.clone(), |(_, outer)| format!("{outer} › {own}"));
        names.push((Some(pool.id.clone()), name));
    }
    if names.len() < 2 {
        return;
    }
    if let Some(pool) = form.choice(label, Some(&current.cloned()), &names) {
        form.run(Command::Pool(PoolCommand::PutIn { part: part.clone(), pool }));
    }
}

pub(super) fn phase(form: &mut Form<'_>, phase: &Phase) {
    let heading = form.say("panel-phase");
    form.heading(&heading);
    phase_buttons(form, phase);
    let langs = form.shown.languages;
    form.texts("panel-title", &TextOf::Phase(phase.id.clone()), langs, Lines::Label);
    let [_, extent] = lengths(form.shown.page.orientation);
    length(form, extent, phase.id.as_str(), phase.size, |size| {
        Command::Phase(PhaseCommand::Resize { phase: phase.id.clone(), size })
    });
}

/// What is done with the phase, above its titles as for lanes.
fn phase_buttons(form: &mut Form<'_>, phase: &Phase) {
    let shown = form.shown;
    let Some(at) = shown.page.phases.iter().position(|other| other.id == phase.id) else { return };
    let to = |to: usize| PhaseCommand::Move { phase: phase.id.clone(), to };
    let [_, [back, on]] = moves(shown.page.orientation);
    let is_last = at + 1 >= shown.page.phases.len();
    let commands = [
        ("panel-add-before", add_phase(form, at), None),
        ("panel-add-after", add_phase(form, at + 1), None),
        (back, to(at.saturating_sub(1)), (at == 0).then_some("panel-is-first")),
        (on, to(at + 1), is_last.then_some("panel-is-last")),
    ];
    if let Some(command) = form.buttons_unless(&commands) {
        form.run(Command::Phase(command));
    }
    if form.button("panel-delete-phase") {
        form.out.push(PanelRequest::DeleteSelected);
    }
}

/// A new phase at the place `at`.
pub(super) fn add_phase(form: &Form<'_>, at: usize) -> PhaseCommand {
    let (id, title) = (PhaseId::mint("phase", (form.shown.mint)()), new_title(form, "edit-new-phase"));
    PhaseCommand::Add { id, at, title }
}

/// What something new is called.
pub(super) fn new_title(form: &Form<'_>, key: &str) -> Text {
    worded(form.shown.languages, |words| words.text(key))
}

fn length(form: &mut Form<'_>, key: &str, id: &str, now: f64, set: impl Fn(f64) -> Command) {
    let sign = decimal(form);
    let label = form.say(key);
    form.parsed(Named { label: &label, id: (id, key) }, &say_length(now, sign), "", |text| {
        parse_length(text).map(&set).ok_or(FieldError::Length)
    });
}
