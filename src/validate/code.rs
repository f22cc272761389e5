//! What can be wrong, and how much it matters.

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The process cannot be followed as drawn.
    Error,
    /// It can be followed, but a reader will stumble.
    Warning,
    /// Something useful is not said yet.
    Hint,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident, $name:literal, $severity:ident;)*) => {
        /// What is wrong. The names are stable: scripts and settings rely on them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// All of them, in the order in which they are reported.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The stable name: lower-case words joined by hyphens.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The message's key in the catalogue.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("check-", $name),)*
                }
            }

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)*
                }
            }
        }
    };
}

codes! {
    /// A page has steps but no beginning.
    NoStart, "no-start", Error;
    /// A page has steps but no end.
    NoEnd, "no-end", Error;
    /// No path from a start leads to the step.
    Unreachable, "unreachable", Error;
    /// Nothing leads out of a step that is no end.
    DeadEnd, "dead-end", Error;
    /// Every path from the step stops before an end.
    NoWayToEnd, "no-way-to-end", Error;
    /// Steps that lead round to each other and nowhere else.
    LoopWithoutExit, "loop-without-exit", Error;
    /// A merge left something to be decided.
    MergeConflict, "merge-conflict", Warning;
    /// A page has more than one start.
    SeveralStarts, "several-starts", Warning;
    /// Something leads into a start.
    StartWithIncoming, "start-with-incoming", Warning;
    /// Something leads out of an end.
    EndWithOutgoing, "end-with-outgoing", Warning;
    /// A connector has an end on nothing.
    FreeEnd, "free-end", Warning;
    /// A connector joins a step with itself.
    SelfLoop, "self-loop", Warning;
    /// A step leads to a file that is not there, or to an address that is not opened.
    LinkLost, "link-lost", Warning;
    /// No other connector symbol has the letter of this one.
    NoPartner, "no-partner", Warning;
    /// A decision has only one branch.
    TooFewBranches, "too-few-branches", Warning;
    /// A branch of a decision does not say when it is taken.
    UnlabelledBranch, "unlabelled-branch", Warning;
    /// Two branches of a decision say the same.
    EqualBranches, "equal-branches", Warning;
    /// Several connectors leave a step that is no decision.
    SeveralWaysOut, "several-ways-out", Warning;
    /// Some branches of a decision have a share and some have none.
    ShareMissing, "share-missing", Warning;
    /// The shares of a decision do not add up to 100 %.
    SharesNotWhole, "shares-not-whole", Warning;
    /// A step's text does not fit.
    TextCutOff, "text-cut-off", Warning;
    /// No font has some of a text's characters.
    MissingGlyphs, "missing-glyphs", Warning;
    /// A text lacks a language that the document uses.
    MissingTranslation, "missing-translation", Warning;
    /// A text was written for something else than another language says now.
    OutdatedTranslation, "outdated-translation", Warning;
    /// A step says nothing.
    EmptyLabel, "empty-label", Warning;
    /// A step reaches over the border of its lane.
    OutsideLane, "outside-lane", Warning;
    /// A step reaches over the border of its phase.
    OutsidePhase, "outside-phase", Warning;
    /// A step covers another one.
    Overlap, "overlap", Warning;
    /// A connector has a slanting piece.
    NotOrthogonal, "not-orthogonal", Warning;
    /// A connector runs through a step.
    ThroughStep, "through-step", Warning;
    /// A connector leads back over itself.
    TurnsBack, "turns-back", Warning;
    /// A connector arrives where another one leaves.
    SharedPlace, "shared-place", Warning;
    /// A connector's label lies on a step.
    LabelOnStep, "label-on-step", Warning;
    /// A connector's label lies on another one.
    LabelOnLabel, "label-on-label", Warning;
    /// A connector's label lies on the line of another connector.
    LabelOnLine, "label-on-line", Warning;
    /// A connector has no way yet.
    NotRouted, "not-routed", Hint;
    /// No branch of a decision has a share.
    NoShares, "no-shares", Hint;
    /// A lane holds no step.
    EmptyLane, "empty-lane", Hint;
    /// A process step does not say what it is for.
    MissingGoal, "missing-goal", Hint;
    /// A process step does not say how long it takes.
    MissingTime, "missing-time", Hint;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Catalog, UiLang};

    #[test]
    fn every_code_has_a_message_in_every_language() {
        let helpers = ["check-without-label", "check-nothing", "check-language-en", "check-language-es"];
        for lang in UiLang::ALL {
            let keys = Code::ALL.iter().map(|code| code.key()).chain(helpers);
            for key in keys {
                assert!(Catalog::of(lang).has(key), "{key} in {}", lang.code());
            }
        }
    }

    #[test]
    fn names_are_kebab_case_and_differ() {
        let names: std::collections::BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(names.iter().all(|name| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
    }

    #[test]
    fn codes_stand_in_the_order_of_their_severity() {
        assert!(Code::ALL.is_sorted_by_key(|code| code.severity()));
    }
}
