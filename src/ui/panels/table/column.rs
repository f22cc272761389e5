//! The columns: what they are called and how wide they are at first.

use crate::{
    locale::Lang,
    model::Detail,
    ui::panels::{Shown, times::Usual},
};

/// What a cell says of its step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// Its place in reading order.
    Number,
    Text(Lang),
    Kind,
    Lane,
    Phase,
    /// The steps that follow, with what their connectors say.
    Next,
    Time(Usual),
    Detail(Detail),
}

impl Column {
    /// The columns of the page that is shown: what a process needs first, translations and particulars behind it.
    pub(super) fn all(shown: &Shown<'_>) -> Vec<Self> {
        let mut all = vec![Self::Number, Self::Text(shown.lang.clone()), Self::Kind, Self::Lane];
        if !shown.page.phases.is_empty() {
            all.push(Self::Phase);
        }
        all.push(Self::Next);
        all.extend([Usual::Handling, Usual::Waiting, Usual::Target].map(Self::Time));
        let first = [Detail::Responsible, Detail::Channel];
        all.extend(first.map(Self::Detail));
        all.extend(shown.languages.iter().filter(|lang| *lang != shown.lang).cloned().map(Self::Text));
        all.extend(Detail::ALL.into_iter().filter(|detail| !first.contains(detail)).map(Self::Detail));
        all
    }

    /// What stands above it.
    pub(super) fn heading(&self, shown: &Shown<'_>) -> String {
        let catalog = shown.catalog;
        match self {
            Self::Number => catalog.text("panel-table-number"),
            Self::Text(lang) => {
                let name = catalog.text("panel-text");
                if shown.languages.len() > 1 { shown.in_language(&name, lang) } else { name }
            }
            Self::Kind => catalog.text("panel-kind"),
            Self::Lane => catalog.text("panel-lane"),
            Self::Phase => catalog.text("panel-phase"),
            Self::Next => catalog.text("panel-table-next"),
            Self::Time(usual) => catalog.text(usual.key()),
            Self::Detail(detail) => catalog.text(&format!("ui-detail-{}", detail.name())),
        }
    }

    /// How wide it is until somebody drags its edge, in points.
    pub(super) const fn usual_width(&self) -> f32 {
        match self {
            Self::Number => 44.0,
            Self::Text(_) | Self::Next => 216.0,
            Self::Kind | Self::Lane | Self::Phase => 132.0,
            Self::Time(_) => 112.0,
            Self::Detail(_) => 168.0,
        }
    }

    /// Whether a step may say nothing there.
    pub(super) const fn can_be_empty(&self) -> bool {
        match self {
            Self::Text(_) | Self::Next | Self::Time(_) | Self::Detail(_) => true,
            Self::Number | Self::Kind | Self::Lane | Self::Phase => false,
        }
    }
}
