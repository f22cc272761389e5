//! What columns say of steps.

/// What a column says of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepField {
    /// What other rows call it.
    Id,
    /// Its text.
    Description,
    /// The ids of the steps that come next.
    Next,
    /// The labels of the connections to them, in the same order.
    Label,
    /// Its symbol.
    Kind,
    /// Its lane.
    Function,
    /// Its phase.
    Phase,
    /// What it says beyond its text.
    AltText,
    /// The pool of its lane, behind those around it, with `/` between them.
    Pool,
    /// Anything else: kept as a free property under the column's header.
    Property,
    /// Nothing that is wanted.
    Ignored,
}

impl StepField {
    /// All of them, those of the Data Visualizer in its order.
    pub const ALL: [Self; 11] = [
        Self::Id,
        Self::Description,
        Self::Next,
        Self::Label,
        Self::Kind,
        Self::Function,
        Self::Phase,
        Self::AltText,
        Self::Pool,
        Self::Property,
        Self::Ignored,
    ];

    /// The eight headers that Visio's Data Visualizer knows a table by, in its order.
    pub const HEADERS: [(Self, &str); 8] = [
        (Self::Id, "Process Step ID"),
        (Self::Description, "Process Step Description"),
        (Self::Next, "Next Step ID"),
        (Self::Label, "Connector Label"),
        (Self::Kind, "Shape Type"),
        (Self::Function, "Function"),
        (Self::Phase, "Phase"),
        (Self::AltText, "Alt Text"),
    ];

    /// The header of the column that is written behind those where there are pools.
    pub const POOL_HEADER: (Self, &str) = (Self::Pool, "Pool");

    /// A word for it, the same in every language: used on the command line and as a catalogue key.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Description => "description",
            Self::Next => "next",
            Self::Label => "label",
            Self::Kind => "type",
            Self::Function => "function",
            Self::Phase => "phase",
            Self::AltText => "alt",
            Self::Pool => "pool",
            Self::Property => "property",
            Self::Ignored => "ignore",
        }
    }

    /// The field of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Whether only one column can say it.
    pub const fn is_single(self) -> bool {
        !matches!(self, Self::Property | Self::Ignored)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_name_of_its_own() {
        for field in StepField::ALL {
            assert_eq!(StepField::parse(field.name()), Some(field));
        }
        assert_eq!(StepField::parse("colour"), None);
    }
}
