//! The catalogue keys of what fields may be, for whoever names a value to a person.

use super::{Branching, ConnectorKind, LineJumps, Outcome, Role, ThemeName, Trigger};
use crate::geom::Orientation;

impl Role {
    /// The key of its name in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Customer => "panel-role-customer",
            Self::Employee => "panel-role-employee",
            Self::ServiceDepartment => "panel-role-service",
            Self::ProcessOwner => "panel-role-owner",
            Self::Other => "panel-role-other",
        }
    }
}

impl Branching {
    /// The key of its name in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Plain => "panel-branching-plain",
            Self::Exclusive => "panel-branching-exclusive",
            Self::Inclusive => "panel-branching-inclusive",
            Self::Parallel => "panel-branching-parallel",
            Self::Event => "panel-branching-event",
            Self::Complex => "panel-branching-complex",
        }
    }
}

impl Trigger {
    /// The key of its name in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "panel-trigger-none",
            Self::Message => "panel-trigger-message",
            Self::Timer => "panel-trigger-timer",
            Self::Condition => "panel-trigger-condition",
            Self::Signal => "panel-trigger-signal",
            Self::Error => "panel-trigger-error",
            Self::Escalation => "panel-trigger-escalation",
        }
    }
}

impl Outcome {
    /// The key of its name in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Solved => "panel-outcome-solved",
            Self::Refused => "panel-outcome-refused",
            Self::Withdrawn => "panel-outcome-withdrawn",
            Self::HandedOver => "panel-outcome-handed-over",
            Self::Other => "panel-outcome-other",
        }
    }
}

impl ConnectorKind {
    /// The key of its name in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sequence => "scene-connector-sequence",
            Self::Message => "scene-connector-message",
            Self::Association => "scene-connector-association",
        }
    }
}

impl ThemeName {
    /// The key of its name in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Standard => "panel-theme-standard",
            Self::BlackAndWhite => "panel-theme-black-and-white",
            Self::HighContrast => "panel-theme-high-contrast",
        }
    }
}

impl LineJumps {
    /// The key of its name in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Arc => "panel-jumps-arc",
            Self::Gap => "panel-jumps-gap",
            Self::Plain => "panel-jumps-plain",
        }
    }
}

/// The catalogue key of which way a flow runs.
pub const fn flow_key(orientation: Orientation) -> &'static str {
    match orientation {
        Orientation::Horizontal => "panel-flow-across",
        Orientation::Vertical => "panel-flow-down",
    }
}
