//! Fixes of what a merge left to be decided: all stays as it is, or what the other one has takes its place.

use super::fix::Fix;
use crate::{
    edit::{Command, Owner, Selection, TextOf},
    locale::Lang,
    model::{Detail, LaneId, MergeMark, Page, PhaseId, PoolId, Properties},
};

/// The ways to decide everything that is marked among the `properties` of `owner`.
pub(super) fn decide(page: &Page, owner: &Owner, properties: &Properties) -> Vec<Fix> {
    let marks: Vec<(MergeMark, &String)> =
        properties.iter().filter_map(|(key, value)| Some((MergeMark::of_key(key)?, value))).collect();
    let remove = |(mark, _): &(MergeMark, _)| property(owner, &mark.key(), None);
    let removes: Vec<Command> = marks.iter().map(remove).collect();
    if removes.is_empty() {
        return Vec::new();
    }
    let take = |(mark, value): &(MergeMark, &String)| theirs(page, owner, mark, value);
    // What cannot be put in place by itself has to be decided by hand.
    let takes: Option<Vec<Command>> = marks.iter().map(take).collect();
    let is_removal = |(mark, _): &(MergeMark, _)| mark.field == MergeMark::REMOVED;
    let keep = Fix { key: "fix-remove-marks", command: Command::All(removes.clone()) };
    let take = takes.map(|takes| {
        // The marks of what is removed go with it.
        let after = if marks.iter().any(is_removal) { Vec::new() } else { removes };
        Fix { key: "fix-take-theirs", command: Command::All(takes.into_iter().chain(after).collect()) }
    });
    [keep].into_iter().chain(take).collect()
}

/// What puts in place what the other one has; `None`: that is not kept in a form that could be.
fn theirs(page: &Page, owner: &Owner, mark: &MergeMark, value: &str) -> Option<Command> {
    if mark.field == MergeMark::REMOVED {
        let what = match owner {
            Owner::Step(id) => Selection::step(id.clone()),
            Owner::Connector(id) => Selection::connector(id.clone()),
            Owner::Document => return None,
        };
        return (value == MergeMark::BY_THEM).then_some(Command::Delete { what, heal: false });
    }
    let part = mark.part.as_deref()?;
    if mark.field == "property" && mark.record.is_none() {
        return Some(property(owner, part, Some(value).filter(|value| !value.is_empty())));
    }
    let of = text_of(page, owner, mark)?;
    Some(Command::SetText { of, lang: Lang::parse(part).ok()?, text: value.to_owned() })
}

fn property(of: &Owner, key: &str, value: Option<&str>) -> Command {
    Command::SetProperty { of: of.clone(), key: key.to_owned(), value: value.map(str::to_owned) }
}

/// The text that a mark speaks of.
fn text_of(page: &Page, owner: &Owner, mark: &MergeMark) -> Option<TextOf> {
    let field = mark.field.as_str();
    match (owner, mark.record.as_deref()) {
        (Owner::Step(id), None) if field == "text" => Some(TextOf::Step(id.clone())),
        (Owner::Step(id), None) => {
            let detail = Detail::ALL.into_iter().find(|detail| detail.name() == field)?;
            Some(TextOf::Detail(id.clone(), detail))
        }
        (Owner::Connector(id), None) if field == "label" => Some(TextOf::Connector(id.clone())),
        (Owner::Document, None) => match field {
            "title" => Some(TextOf::Title),
            "subtitle" => Some(TextOf::Subtitle),
            "description" => Some(TextOf::Description),
            "date" => Some(TextOf::Date),
            "author" => Some(TextOf::Author),
            _ => None,
        },
        (Owner::Document, Some(record)) if field == "title" => band(page, record),
        _ => None,
    }
}

/// The heading of a lane, pool or phase of `page`.
fn band(page: &Page, record: &str) -> Option<TextOf> {
    let (kind, id) = record.split_once(' ')?;
    match kind {
        "lane" => {
            let id = LaneId::parse(id).ok()?;
            page.lanes.iter().any(|lane| lane.id == id).then_some(TextOf::Lane(id))
        }
        "pool" => {
            let id = PoolId::parse(id).ok()?;
            page.pools.contains_key(&id).then_some(TextOf::Pool(id))
        }
        "phase" => {
            let id = PhaseId::parse(id).ok()?;
            page.phases.iter().any(|phase| phase.id == id).then_some(TextOf::Phase(id))
        }
        _ => None,
    }
}
