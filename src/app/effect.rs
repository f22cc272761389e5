//! What capabilities ask of the window: the only way from one of them to another.

use std::path::PathBuf;

use eframe::egui::{ColorImage, ViewportCommand};

use crate::{
    app::{
        choosing::purpose::Purpose,
        commands::command::{AppCommand, EditCommand},
        documents::{counts::Counts, key::DocKey},
        following::trail::Departed,
        repairing::repair::RefusedFile,
        settings::seen::SeenFile,
    },
    edit::EditRequest,
    find::Sought,
    interop::Report,
    model::{Document, PageId, StepId},
    validate::Fix,
};

/// Something that happens because of what a capability was told. Effects are done one after the other, and what
/// follows from one of them before the next.
#[derive(Clone, Debug)]
pub(crate) enum Effect {
    /// Say what was done.
    Say(String),
    /// Say what was done, and offer to take it back.
    SayWithUndo(String),
    /// Say why something was not done.
    Refuse(String),
    /// The notice says nothing of what is there now.
    DropNotice,
    /// Tell what went wrong, below what is told already.
    Problem(String),
    /// Tell what a person has to look at although nothing went wrong.
    Warn(String),
    /// What went wrong is of no interest any more.
    ForgetProblems,
    /// A dialog is ready to be shown, in the place of any other.
    Show(DialogName),
    /// The dialog is to be closed.
    CloseDialog,
    /// Do a command, if it can be used.
    Run(AppCommand),
    /// Change the document that is shown.
    Edit(EditRequest),
    /// The same, from what is selected.
    Change(EditCommand),
    /// Ask which of its proposals a fix is to be.
    AskFix(Box<Fix>),
    /// Bring what is selected into sight.
    ShowSelection,
    /// Show a step and select it.
    Jump(PageId, StepId),
    /// Go where a step leads beside its connectors.
    Follow(StepId),
    /// A link was followed, and this is where from.
    Arrived(Box<Departed>),
    /// Have the system open a file or folder with the program that it has for it.
    OpenOutside(PathBuf),
    /// Open files, each in a tab of its own.
    Open(Vec<PathBuf>),
    /// A file did not open, and perhaps something in it can be saved.
    OfferRepair(RefusedFile),
    /// Make a chart of a file in another form, or ask how; the other files come after it.
    Import(PathBuf, Vec<PathBuf>),
    /// Ask for a path, where this one is suggested.
    Ask(Purpose, PathBuf),
    /// Ask whether what is at a path may be replaced.
    AskReplace(Purpose, PathBuf),
    /// A file was opened or written, and has this in it; `None`: it was to be opened in vain.
    Opened(PathBuf, Option<Counts>),
    /// Remember how files were seen.
    KeepSeen(Vec<SeenFile>),
    /// A file is to be taken off the list of those that were opened lately.
    Forget(PathBuf),
    /// Make one of a document and what its file holds.
    MergeFile(DocKey),
    /// Compare the chart that is shown with its file that somebody changed, over the question about that.
    CompareChanged(PathBuf),
    /// Compare the chart that is shown with what it was at a time.
    Compare(String, Box<Document>),
    /// Save a document in its file.
    Save(DocKey),
    /// Ask for a file and save a document in it.
    SaveAs(DocKey),
    /// An attempt to save has ended.
    SaveEnded {
        /// Whether the file holds the document now.
        is_saved: bool,
    },
    /// What waits for documents to be saved does not happen.
    StopLeaving,
    /// A document was read from its file again.
    Reverted(DocKey),
    /// Show the start page.
    StartPage,
    /// The interface speaks another language.
    LanguageChanged,
    /// Show what became of everything in something that was read.
    Account(Box<Report>),
    /// Look for words in the chart that is shown.
    LookFor(Sought),
    /// Into the clipboard.
    CopyText(String),
    /// Into the clipboard.
    CopyImage(Box<ColorImage>),
    /// Something of the system's window.
    Window(ViewportCommand),
}

/// What can lie over the window, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DialogName {
    About,
    Shortcuts,
    /// What becomes of a person's work.
    Promises,
    /// A path is typed.
    Path,
    /// Something is in the way of what is to be written.
    Replace,
    /// Documents with unsaved work are to be closed.
    Leaving,
    /// A file is not what it was, or is in the way.
    Saving,
    /// The file of a document was changed by somebody else.
    Outside,
    /// The name of a template.
    Template,
    /// A lane or phase with steps in it is to be deleted.
    Band,
    /// A language is to come or go.
    Language,
    /// What puts something right is a guess.
    Fix,
    Search,
    /// A link leads to a file that another program opens.
    Outward,
    /// Words in the texts of a chart are to be replaced.
    ReplaceText,
    FindInFolder,
    Export,
    Import,
    /// Charts that were not saved when the program ended.
    Recovery,
    /// What became of everything in a file.
    Report,
    /// A file does not open.
    Damaged,
    /// What was done to a file that was repaired.
    Repaired,
    /// A chart as a table.
    SaveTable,
    /// What the file of a chart held before.
    Versions,
    /// In what two charts differ.
    Compare,
}
