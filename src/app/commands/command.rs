//! What a person can ask for, sorted by the capability that does it.

use eframe::egui::ThemePreference;

use crate::{
    app::panels::state::PanelName, edit::Arrange, layout::Spacing, locale::UiLang, model::StepKind,
    pipeline::Paper, ui::panels::OutlineOrder,
};

/// On which side of what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// Above or left of it.
    Before,
    /// Below or right of it.
    After,
}

/// What is laid out automatically, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LayOut {
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

/// Something a person can ask for: which capability does it, and what it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AppCommand {
    /// Charts come.
    Open(OpenCommand),
    /// A chart goes into a file.
    Save(SaveCommand),
    /// What was not saved when the program ended.
    Recover,
    /// What can be saved of a damaged file.
    Repair,
    /// A picture of the chart.
    Export,
    /// What the chart's file held before.
    Versions,
    /// In what the chart differs from another one.
    Compare(CompareCommand),
    /// The chart as a table.
    SaveTable,
    /// A chart made of a table.
    ImportTable,
    /// What became of everything in the table that the chart was made of.
    ImportReport,
    /// Charts go.
    Leave(LeaveCommand),
    /// What is selected is copied, or what was copied comes.
    Clipboard(ClipboardCommand),
    /// The chart changes.
    Edit(EditCommand),
    /// A step, after the selected one or in the middle.
    Step(StepKind),
    /// What is selected gets another text.
    Rename,
    /// Where steps lead beside their connectors.
    Follow(FollowCommand),
    /// Commands and steps by name.
    Search,
    /// Words in the texts of the chart.
    Find(FindCommand),
    /// The same, replaced.
    ReplaceText,
    /// Words in the charts of a folder.
    FindInFolder,
    /// The chart is seen larger or smaller.
    Zoom(Zoom),
    /// By what the outline lists the steps.
    OrderOutline(OutlineOrder),
    /// A panel shown or hidden.
    Toggle(PanelName),
    /// The symbols as a list with names, or as a grid.
    ListSymbols,
    /// What is remembered of a person.
    Settings(SettingsCommand),
    /// Steps, lines, lanes and phases placed automatically.
    LayOut(LayOut),
    /// The next document, or the one before.
    Document(Beside),
    /// What the keys do.
    Shortcuts,
    /// What becomes of a person's work when something goes wrong.
    Promises,
    /// What the program is.
    About,
}

/// How charts come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OpenCommand {
    /// An empty chart.
    Blank,
    /// Files, asked for.
    Files,
    /// The start page.
    StartPage,
}

/// How a chart goes into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaveCommand {
    /// Into its file.
    Save,
    /// Into another file.
    SaveAs,
    /// As a template of one's own.
    Template,
    /// The chart becomes what its file has.
    Revert,
}

/// What the chart is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CompareCommand {
    /// A file, asked for.
    WithFile,
    /// What its file held when it was read or written last.
    WithSaved,
}

/// How charts go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeaveCommand {
    /// The one that is shown is not needed any more.
    Close,
    /// None is needed any more.
    CloseAll,
    /// The end.
    Quit,
}

/// What goes into the clipboard or comes out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClipboardCommand {
    /// What is selected goes into the clipboard.
    Cut,
    /// A copy of what is selected goes into the clipboard.
    Copy,
    /// A picture of a part of the chart goes into the clipboard, and nothing else.
    CopyPicture(PictureOf),
    /// What is in the clipboard.
    Paste,
    /// A copy of what is selected, beside it.
    Duplicate,
}

/// What a picture for the clipboard is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PictureOf {
    /// The selected steps.
    Selection,
    /// The lane that is selected or holds the selected steps.
    Lane,
    /// The page.
    Page,
}

/// How the chart changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EditCommand {
    /// What was done last is taken back.
    Undo,
    /// What was taken back is done again.
    Redo,
    /// What is selected goes; the flow closes.
    Delete,
    /// What is selected goes; the flow stays open there.
    DeleteLeavingGap,
    /// Everything on the page is selected.
    SelectAll,
    /// Nothing is selected.
    SelectNone,
    /// A lane beside the selected one.
    Lane(Beside),
    /// The selected lane comes before its neighbour, or behind it.
    MoveLane(Beside),
    /// A pool around the selected lanes.
    Pool,
    /// The pool around the selected lanes goes; the lanes stay.
    DissolvePool,
    /// A phase beside the selected one.
    Phase(Beside),
    /// A page behind the one that is shown.
    Page,
    /// The selected steps become a page, to which a step in their place leads.
    Extract,
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
    /// The flow across becomes the flow down.
    TurnPage,
    /// The selected connectors' labels where the program would put them.
    PlaceLabels,
    /// A connector leads the other way.
    Reverse,
    /// A connector leads from the selected step to another one, which is asked for.
    ConnectWith,
    /// The chart gets a language.
    AddLanguage,
    /// The chart loses a language.
    RemoveLanguage,
}

/// Which way along a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FollowCommand {
    /// To where the selected step leads.
    Link,
    /// Back to where the last link was followed.
    Back,
}

/// What is done about words in the texts of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FindCommand {
    /// They are asked for.
    Show,
    /// The next place is shown.
    Next,
    /// The place before is shown.
    Previous,
}

/// How large the chart is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zoom {
    /// Larger.
    In,
    /// Smaller.
    Out,
    /// One document unit is one point.
    Reset,
    /// All of the page.
    Fit,
    /// The page as wide as the canvas.
    Width,
    /// What is selected.
    Selection,
    /// The lane that is selected or holds what is selected.
    Lane,
    /// The phase that is selected or holds what is selected.
    Phase,
}

/// What is remembered of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SettingsCommand {
    /// How the window looks.
    Look(ThemePreference),
    /// Nothing moves by itself, or things do again.
    LessMotion,
    /// Files that a save replaces are kept, or are not.
    KeepVersions,
    /// A larger interface.
    ScaleUp,
    /// A smaller interface.
    ScaleDown,
    /// The interface in the system's size.
    ScaleReset,
    /// The interface's language.
    Speak(UiLang),
    /// How much air an automatic layout gives.
    Space(Spacing),
}
