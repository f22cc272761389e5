//! Why a line stands in a report: a list of codes for each format, and one for what all formats share.

macro_rules! loss_codes {
    ($($(#[$doc:meta])* $list:ident { $($(#[$of:meta])* $variant:ident, $name:literal;)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
            pub enum $list {
                $($(#[$of])* $variant,)*
            }

            impl $list {
                /// All of them.
                pub const ALL: &[Self] = &[$(Self::$variant,)*];

                /// The stable name: lower-case words joined by hyphens.
                pub const fn name(self) -> &'static str {
                    match self {
                        $(Self::$variant => $name,)*
                    }
                }

                /// The message's key in the catalogue.
                const fn key(self) -> &'static str {
                    match self {
                        $(Self::$variant => concat!("import-", $name),)*
                    }
                }
            }

            impl From<$list> for LossCode {
                fn from(code: $list) -> Self {
                    Self { name: code.name(), key: code.key() }
                }
            }
        )*

        #[cfg(test)]
        fn all() -> Vec<LossCode> {
            let mut all: Vec<LossCode> = Vec::new();
            $(all.extend($list::ALL.iter().map(|code| LossCode::from(*code)));)*
            all
        }
    };
}

/// Why something was not simply kept: a code of any of the lists. The names are stable: scripts rely on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LossCode {
    name: &'static str,
    key: &'static str,
}

impl LossCode {
    /// The stable name: lower-case words joined by hyphens.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The message's key in the catalogue.
    pub(super) const fn key(self) -> &'static str {
        self.key
    }
}

loss_codes! {
    /// What befalls charts of every format on their way to a document.
    DraftCode {
        /// Steps whose places could not be kept.
        PlacesAnew, "chart-places-anew";
        /// Connectors whose lines could not be kept.
        LinesAnew, "chart-lines-anew";
        /// A connector of which an end names something that is not there, and keeps its place.
        FreeEnd, "chart-free-end";
        /// A connector of which an end is nowhere.
        LostConnector, "chart-lost-connector";
        /// Steps that are in no lane.
        WithoutLane, "chart-without-lane";
        /// Texts that were too long.
        CutTexts, "chart-cut-texts";
        /// Texts with control characters.
        CleanedTexts, "chart-cleaned-texts";
    }

    /// What befalls charts in the neutral geometry.
    GeometryCode {
        /// A kind that nobody knows.
        UnknownKind, "geometry-unknown-kind";
        /// An id that an earlier node has too.
        DuplicateId, "geometry-duplicate-id";
        /// A lane that is not there.
        UnknownLane, "geometry-unknown-lane";
        /// A pool that is not there before what lies in it.
        UnknownPool, "geometry-unknown-pool";
        /// Fields that are not of the form and became properties.
        ExtraField, "geometry-extra-field";
        /// Fields that are not of the form and were left out.
        UnreadField, "geometry-unread-field";
    }

    /// What befalls tables, read and written.
    TableCode {
        /// A next step that is no step of the table.
        UnknownNext, "table-unknown-next";
        /// A next step whose id is spelt a little differently.
        NextSpelling, "table-next-spelling";
        /// An id that an earlier row has too.
        DuplicateId, "table-duplicate-id";
        /// Rows without an id.
        MissingId, "table-missing-id";
        /// A label without a connection.
        SurplusLabel, "table-surplus-label";
        /// A row with neither id nor description.
        NoStep, "table-no-step";
        /// A shape type that nobody knows.
        UnknownKind, "table-unknown-kind";
        /// A shape type that is spelt a little differently.
        KindSpelling, "table-kind-spelling";
        /// A shape type that has no symbol of its own.
        OtherKind, "table-other-kind";
        /// A function that differs from an earlier one only in capitals and blanks.
        LaneSpelling, "table-lane-spelling";
        /// A phase that differs from an earlier one only in capitals and blanks.
        PhaseSpelling, "table-phase-spelling";
        /// A pool for a lane of which an earlier row says another one.
        OtherPool, "table-other-pool";
        /// More functions than a page may have lanes.
        TooManyLanes, "table-too-many-lanes";
        /// More phases than a page may have.
        TooManyPhases, "table-too-many-phases";
        /// Rows without a function.
        NoLane, "table-no-lane";
        /// Values of a further column.
        ExtraColumn, "table-extra-column";
        /// Values of a column that shall not be read.
        IgnoredColumn, "table-ignored-column";
        /// A column whose meaning was guessed.
        GuessedColumn, "table-guessed-column";
        /// Values to the right of the last column.
        BeyondColumns, "table-beyond-columns";
        /// Cells that belong to no table of steps.
        Outside, "table-outside";
        /// Values that formulas gave.
        Formulas, "table-formulas";
        /// A cell that holds an error such as `#REF!`.
        ErrorValue, "table-error-value";
        /// A text that was too long.
        CutText, "table-cut-text";
        /// A text with control characters.
        CleanedText, "table-cleaned-text";
        /// Bytes that are no characters.
        BadBytes, "table-bad-bytes";
        /// No column says what comes next.
        InOrder, "table-in-order";
        /// No column says the shape.
        GuessedKinds, "table-guessed-kinds";
        /// No column describes the steps.
        IdAsText, "table-id-as-text";
        /// Written: a comma in a label.
        OutComma, "table-out-comma";
        /// Written: a remark, which is no step.
        OutNote, "table-out-note";
        /// Written: a symbol that the table has no word for.
        OutKind, "table-out-kind";
        /// Written: a connector with an end on nothing.
        OutFreeEnd, "table-out-free-end";
        /// Written: a connector that is no sequence.
        OutConnectorKind, "table-out-connector-kind";
        /// Written: a lane without steps.
        OutEmptyLane, "table-out-empty-lane";
        /// Written: a pool without steps.
        OutEmptyPool, "table-out-empty-pool";
        /// Written: a pool with a sign in its name that stands between pools.
        OutPoolName, "table-out-pool-name";
        /// Written: a phase without steps.
        OutEmptyPhase, "table-out-empty-phase";
        /// Written: lanes whose order the steps do not show.
        OutLaneOrder, "table-out-lane-order";
        /// Written: particulars of steps that the table has no column for.
        OutDetails, "table-out-details";
        /// Written: places and routes.
        OutPlaces, "table-out-places";
        /// Written: a text that a spreadsheet would take for a formula.
        OutFormula, "table-out-formula";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Catalog, UiLang};

    #[test]
    fn every_code_has_a_message_and_a_name_of_its_own() {
        for lang in UiLang::ALL {
            for code in all() {
                assert!(Catalog::of(lang).has(code.key()), "{} {}", lang.code(), code.key());
            }
        }
        let mut names: Vec<&str> = all().into_iter().map(LossCode::name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }
}
