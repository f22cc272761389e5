//! The properties of a connector.

use super::{
    PanelRequest,
    choice::connector_kind_choice,
    field::{Lines, Named},
    field_error::FieldError,
    form::Form,
    free,
    size::decimal,
};
use crate::{
    edit::{Command, ConnectorCommand, EditRequest, Owner, Selection, TextOf},
    model::{Connector, ConnectorKind, End},
};

pub(super) fn connector(form: &mut Form<'_>, connector: &Connector) {
    let heading = form.say("panel-connector");
    form.heading(&heading);
    let langs = form.shown.languages;
    form.texts("panel-label", &TextOf::Connector(connector.id.clone()), langs, Lines::Label);
    let connectors = || [connector.id.clone()].into();
    if let Some(kind) = connector_kind_choice(form, Some(connector.kind)) {
        form.run(Command::Connector(ConnectorCommand::SetKind { connectors: connectors(), kind }));
    }
    if connector.kind == ConnectorKind::Sequence {
        share(form, connector);
    }
    end(form, "panel-from", &connector.from);
    end(form, "panel-to", &connector.to);
    let id = connector.id.clone();
    let commands = [
        ("panel-reverse", ConnectorCommand::Reverse { connector: id.clone() }),
        ("panel-tidy", ConnectorCommand::Tidy { connectors: connectors() }),
    ];
    if let Some(command) = form.buttons(&commands) {
        form.run(Command::Connector(command));
    }
    super::colours::colours(form, &Selection::connector(id.clone()));
    form.group("panel-properties", false, |form| {
        free::properties(form, &Owner::Connector(id.clone()), &connector.properties);
    });
}

/// How often a branch is taken; only what leaves a decision has that.
fn share(form: &mut Form<'_>, connector: &Connector) {
    let from = connector.from.step().and_then(|id| form.shown.step(id));
    let Some(from) = from.filter(|from| from.kind.can_branch() || connector.share.is_some()) else { return };
    let sign = decimal(form);
    let label = form.say("panel-share");
    let say = |share: f64| format!("{share} %").replace('.', &sign.to_string());
    let value = connector.share.map(say).unwrap_or_default();
    let id = connector.id.clone();
    form.parsed(Named { label: &label, id: (&connector.id, "share") }, &value, "–", |text| {
        let share = percent(text)?;
        Ok(Command::Connector(ConnectorCommand::SetShare { connector: id.clone(), share }))
    });
    if from.kind.can_branch() && form.button("panel-even") {
        form.run(Command::Connector(ConnectorCommand::EvenShares { step: from.id.clone() }));
    }
}

/// The percentage that `text` says, if any; or why it cannot be read.
fn percent(text: &str) -> Result<Option<f64>, FieldError> {
    let text = text.trim().trim_end_matches('%').trim().replace(',', ".");
    if text.is_empty() || text == "–" {
        return Ok(None);
    }
    let share: f64 = text.parse().map_err(|_not_a_number| FieldError::Share)?;
    if (0.0..=100.0).contains(&share) { Ok(Some(share)) } else { Err(FieldError::Share) }
}

fn end(form: &mut Form<'_>, key: &str, end: &End) {
    let label = form.say(key);
    form.label(&label);
    let name = form.shown.end_name(end);
    match end {
        End::Attached { step, .. } => {
            if form.link(&name) {
                form.out.push(PanelRequest::Edit(EditRequest::Select(Selection::step(step.clone()))));
            }
        }
        End::Free(_) => form.remark(&name),
    }
    form.ui.add_space(4.0);
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_written_as_percent() {
        for (text, share) in [("70 %", Some(70.0)), ("33,3", Some(33.3)), ("0", Some(0.0)), ("", None)] {
            assert_eq!(percent(text), Ok(share), "{text}");
        }
        for bad in ["some", "101", "-1", "NaN", "1 of 2"] {
            assert!(percent(bad).is_err(), "{bad}");
        }
    }
}
