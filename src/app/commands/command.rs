//! What a person can ask for.

use eframe::egui::ThemePreference;

use crate::{app::panels::state::PanelName, edit::Arrange, layout::Spacing, locale::UiLang, model::StepKind};

/// On which side of what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Above or left of it.
    Before,
    /// Below or right of it.
    After,
}

/// What is laid out automatically, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayOut {
    /// The page, from the beginning.
    Page,
    /// The page, in the order in which it is drawn.
    Tidy,
    /// The page, with its lanes in the order that makes the fewest lines cross.
    BestLanes,
    /// The page, about as wide and high as a sheet of paper.
    Paper(Paper),
    /// The selected steps.
    Selection,
    /// The steps of a lane.
    Lane,
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A4, lying.
    A4Landscape,
    /// A4, upright.
    A4Portrait,
    /// US letter, lying.
    LetterLandscape,
    /// US letter, upright.
    LetterPortrait,
}

/// Something a person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppCommand {
    /// An empty chart.
    NewChart,
    /// Files, asked for.
    Open,
    /// The chart into its file.
    Save,
    /// The chart into another file.
    SaveAs,
    /// The chart as a template of one's own.
    SaveAsTemplate,
    /// The chart as its file has it.
    Revert,
    /// A picture of the chart.
    Export,
    /// A chart made of a table.
    ImportTable,
    /// What became of everything in the table that the chart was made of.
    ImportReport,
    /// The chart as a table.
    SaveTable,
    /// The start page.
    StartPage,
    /// The chart is not needed any more.
    Close,
    /// No chart is needed any more.
    CloseAll,
    /// The end.
    Quit,
    /// What was done last is taken back.
    Undo,
    /// What was taken back is done again.
    Redo,
    /// What is selected goes into the clipboard.
    Cut,
    /// A copy of what is selected goes into the clipboard.
    Copy,
    /// What is in the clipboard.
    Paste,
    /// A copy of what is selected, beside it.
    Duplicate,
    /// What is selected goes; the flow closes.
    Delete,
    /// What is selected goes; the flow stays open there.
    DeleteLeavingGap,
    /// Everything on the page is selected.
    SelectAll,
    /// Nothing is selected.
    SelectNone,
    /// What is selected gets another text.
    Rename,
    /// Commands and steps by name.
    Find,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// One document unit is one point.
    ZoomReset,
    /// All of the page.
    ZoomFit,
    /// A panel shown or hidden.
    Toggle(PanelName),
    /// How the window looks.
    Look(ThemePreference),
    /// Nothing moves by itself, or things do again.
    LessMotion,
    /// A larger interface.
    ScaleUp,
    /// A smaller interface.
    ScaleDown,
    /// The interface in the system's size.
    ScaleReset,
    /// The interface's language.
    Speak(UiLang),
    /// A step, after the selected one or in the middle.
    Step(StepKind),
    /// A lane beside the selected one.
    Lane(Place),
    /// A phase beside the selected one.
    Phase(Place),
    /// A page behind the one that is shown.
    Page,
    /// The selected steps in order.
    Arrange(Arrange),
    /// The selected steps as large as their texts need.
    FitSize,
    /// Automatic layout leaves the selected steps where they are, or does not any more.
    Pin,
    /// The ways of the selected connectors, and of those of the selected steps, found anew.
    TidyLines,
    /// The ways of all connectors of the page found anew.
    TidyAllLines,
    /// Steps, lines, lanes and phases placed automatically.
    LayOut(LayOut),
    /// How much air an automatic layout gives.
    Space(Spacing),
    /// The flow across becomes the flow down.
    TurnPage,
    /// The selected connectors' labels where the program would put them.
    PlaceLabels,
    /// A connector leads the other way.
    Reverse,
    /// The next document.
    NextDocument,
    /// The document before.
    PreviousDocument,
    /// What the keys do.
    Shortcuts,
    /// What the program is.
    About,
}
