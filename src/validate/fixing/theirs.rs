//! The commands that put in place what the other version of a merge has.

use super::undecided::Marked;
use crate::{
    edit::{
        Command, ConnectorCommand, Content, LaneCommand, Owner, PageCommand, PhaseCommand, PoolCommand,
        PoolPart, Selection, StepCommand, StylePart, TextOf,
    },
    locale::Lang,
    model::{
        ConnectorEnd, Detail, Document, LaneId, MarkedRecord, MarkedValue, MergeMark, Page, StepId, Time,
    },
};

/// What removes the record that is marked; a lane's steps move to the one beside it. `None`: it has to stay.
pub(super) fn removal(page: &Page, marked: &Marked) -> Option<Command> {
    match marked {
        Marked::Owner(Owner::Step(id)) => {
            Some(Command::Delete { what: Selection::step(id.clone()), heal: true })
        }
        Marked::Owner(Owner::Connector(id)) => {
            Some(Command::Delete { what: Selection::connector(id.clone()), heal: false })
        }
        Marked::Owner(Owner::Document) => None,
        Marked::Record(MarkedRecord::Page(page)) => {
            Some(Command::Page(PageCommand::Delete { page: page.clone() }))
        }
        Marked::Record(MarkedRecord::Lane(lane)) => {
            let content = Content::MoveTo(beside(page, lane)?);
            Some(Command::Lane(LaneCommand::Delete { lane: lane.clone(), content }))
        }
        Marked::Record(MarkedRecord::Pool(pool)) => {
            Some(Command::Pool(PoolCommand::Dissolve { pool: pool.clone() }))
        }
        Marked::Record(MarkedRecord::Phase(phase)) => {
            Some(Command::Phase(PhaseCommand::Delete { phase: phase.clone(), content: None }))
        }
    }
}

/// The lane before another one, or else the one behind it.
fn beside(page: &Page, lane: &LaneId) -> Option<LaneId> {
    let at = page.lanes.iter().position(|of| of.id == *lane)?;
    let other = at.checked_sub(1).unwrap_or(at + 1);
    page.lanes.get(other).map(|lane| lane.id.clone())
}

/// What gives the field that `mark` names its other value, at the record that is marked. `None`: the field is none of
/// that record, or the value none of that field.
pub(super) fn theirs(
    document: &Document,
    page: &Page,
    mark: &MergeMark,
    marked: &Marked,
    value: MarkedValue,
) -> Option<Command> {
    match (marked, value) {
        (marked, MarkedValue::Words(words)) => write(marked, mark, words),
        (Marked::Owner(Owner::Document), value) => document_command(value).map(Command::Page),
        (Marked::Owner(Owner::Step(id)), value) => step_command(page, id, mark, value),
        (Marked::Owner(Owner::Connector(id)), value) => match value {
            MarkedValue::Color(color) => {
                let (of, part) = (Selection::connector(id.clone()), style_part(mark)?);
                Some(Command::SetStyle { of, part, color })
            }
            MarkedValue::ConnectorKind(kind) => {
                let connectors = [id.clone()].into();
                Some(Command::Connector(ConnectorCommand::SetKind { connectors, kind }))
            }
            MarkedValue::Percent(share) => {
                Some(Command::Connector(ConnectorCommand::SetShare { connector: id.clone(), share }))
            }
            MarkedValue::End(end) => {
                let which = if mark.field == "from" { ConnectorEnd::From } else { ConnectorEnd::To };
                Some(Command::Connector(ConnectorCommand::Reconnect { connector: id.clone(), which, end }))
            }
            _ => None,
        },
        (Marked::Record(MarkedRecord::Page(_)), value) => {
            page_command(document, page, value).map(Command::Page)
        }
        (Marked::Record(MarkedRecord::Lane(id)), value) => lane_command(page, id, mark, value),
        (Marked::Record(MarkedRecord::Pool(pool)), MarkedValue::Pool(around)) => {
            Some(Command::Pool(PoolCommand::PutIn { part: PoolPart::Pool(pool.clone()), pool: around }))
        }
        (Marked::Record(MarkedRecord::Phase(phase)), MarkedValue::Behind(behind)) => {
            let ids = page.phases.iter().map(|of| of.id.as_str());
            let to = place_behind(ids, phase.as_str(), behind.as_deref())?;
            Some(Command::Phase(PhaseCommand::Move { phase: phase.clone(), to }))
        }
        (Marked::Record(MarkedRecord::Pool(_) | MarkedRecord::Phase(_)), _) => None,
    }
}

fn write(marked: &Marked, mark: &MergeMark, words: Option<String>) -> Option<Command> {
    if mark.field == "version" {
        return Some(Command::Page(PageCommand::SetVersion(words.unwrap_or_default())));
    }
    let part = mark.part.as_deref()?;
    match marked {
        Marked::Owner(of) if mark.field == "property" => {
            Some(Command::SetProperty { of: of.clone(), key: part.to_owned(), value: words })
        }
        marked => {
            let (of, lang) = (text_of(marked, &mark.field)?, Lang::parse(part).ok()?);
            Some(Command::SetText { of, lang, text: words.unwrap_or_default() })
        }
    }
}

/// The text of the marked record that is called `field`.
fn text_of(marked: &Marked, field: &str) -> Option<TextOf> {
    match (marked, field) {
        (Marked::Owner(Owner::Step(id)), "text") => Some(TextOf::Step(id.clone())),
        (Marked::Owner(Owner::Step(id)), field) => {
            let detail = Detail::ALL.into_iter().find(|detail| detail.name() == field)?;
            Some(TextOf::Detail(id.clone(), detail))
        }
        (Marked::Owner(Owner::Connector(id)), "label") => Some(TextOf::Connector(id.clone())),
        (Marked::Owner(Owner::Document), "title") => Some(TextOf::Title),
        (Marked::Owner(Owner::Document), "subtitle") => Some(TextOf::Subtitle),
        (Marked::Owner(Owner::Document), "description") => Some(TextOf::Description),
        (Marked::Owner(Owner::Document), "date") => Some(TextOf::Date),
        (Marked::Owner(Owner::Document), "author") => Some(TextOf::Author),
        (Marked::Record(MarkedRecord::Page(id)), "title") => Some(TextOf::Page(id.clone())),
        (Marked::Record(MarkedRecord::Lane(id)), "title") => Some(TextOf::Lane(id.clone())),
        (Marked::Record(MarkedRecord::Pool(id)), "title") => Some(TextOf::Pool(id.clone())),
        (Marked::Record(MarkedRecord::Phase(id)), "title") => Some(TextOf::Phase(id.clone())),
        _ => None,
    }
}

fn document_command(value: MarkedValue) -> Option<PageCommand> {
    match value {
        MarkedValue::Language(lang) => Some(PageCommand::SetLanguage(lang)),
        MarkedValue::Theme(theme) => Some(PageCommand::SetTheme(theme)),
        MarkedValue::LineJumps(jumps) => Some(PageCommand::SetLineJumps(jumps)),
        _ => None,
    }
}

fn page_command(document: &Document, page: &Page, value: MarkedValue) -> Option<PageCommand> {
    match value {
        MarkedValue::Orientation(orientation) => {
            (orientation != page.orientation).then_some(PageCommand::Flip)
        }
        MarkedValue::Behind(behind) => {
            let ids = document.pages.iter().map(|of| of.id.as_str());
            let to = place_behind(ids, page.id.as_str(), behind.as_deref())?;
            Some(PageCommand::Move { page: page.id.clone(), to })
        }
        _ => None,
    }
}

fn lane_command(page: &Page, id: &LaneId, mark: &MergeMark, value: MarkedValue) -> Option<Command> {
    match value {
        MarkedValue::Role(role) => Some(Command::Lane(LaneCommand::SetRole { lane: id.clone(), role })),
        MarkedValue::Color(color) => {
            Some(Command::SetStyle { of: Selection::lane(id.clone()), part: style_part(mark)?, color })
        }
        MarkedValue::Pool(pool) => {
            Some(Command::Pool(PoolCommand::PutIn { part: PoolPart::Lane(id.clone()), pool }))
        }
        MarkedValue::Behind(behind) => {
            let ids = page.lanes.iter().map(|lane| lane.id.as_str());
            let to = place_behind(ids, id.as_str(), behind.as_deref())?;
            Some(Command::Lane(LaneCommand::Move { lane: id.clone(), to }))
        }
        _ => None,
    }
}

fn step_command(page: &Page, id: &StepId, mark: &MergeMark, value: MarkedValue) -> Option<Command> {
    let steps = || [id.clone()].into();
    let now = page.steps.get(id)?.time;
    let set_time = |time: Time| StepCommand::SetTime { step: id.clone(), time };
    let command = match value {
        MarkedValue::Color(color) => {
            return Some(Command::SetStyle {
                of: Selection::step(id.clone()),
                part: style_part(mark)?,
                color,
            });
        }
        MarkedValue::StepKind(kind) => StepCommand::SetKind { steps: steps(), kind },
        MarkedValue::Lane(lane) => StepCommand::PutInLane { steps: steps(), lane },
        MarkedValue::Phase(Some(phase)) => StepCommand::PutInPhase { steps: steps(), phase },
        MarkedValue::Phase(None) => StepCommand::LeavePhase { steps: steps() },
        MarkedValue::Estimate(handling) if mark.field == "handling-time" => {
            set_time(Time { handling, ..now })
        }
        MarkedValue::Estimate(waiting) => set_time(Time { waiting, ..now }),
        MarkedValue::Minutes(target) => set_time(Time { target, ..now }),
        MarkedValue::Link(link) => StepCommand::SetLink { step: id.clone(), link },
        _ => return None,
    };
    Some(Command::Step(command))
}

fn style_part(mark: &MergeMark) -> Option<StylePart> {
    match mark.field.as_str() {
        "fill" => Some(StylePart::Fill),
        "line" => Some(StylePart::Line),
        "text-color" => Some(StylePart::Text),
        _ => None,
    }
}

/// The place of `id` among the others of a list that is behind another one; `None`: that is not there.
fn place_behind<'i>(ids: impl Iterator<Item = &'i str>, id: &str, behind: Option<&str>) -> Option<usize> {
    let Some(behind) = behind else { return Some(0) };
    let mut others = ids.filter(|other| *other != id);
    others.position(|other| other == behind).map(|at| at + 1)
}
