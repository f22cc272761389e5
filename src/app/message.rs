//! What was asked for in a frame, to be done after it is drawn.

use std::path::PathBuf;

use crate::{
    app::{
        canvas::state::CanvasAnswer,
        choosing::{purpose::Purpose, replace_question::ReplaceAnswer},
        clipboard::copy_picture::PictureResult,
        commands::command::AppCommand,
        documents::{key::DocKey, pending_edit::EditFound},
        editing::{fix_question::FixAnswer, languages::LanguageAnswer},
        exporting::export::Exported,
        finding::folder_search::FolderTold,
        following::follow::FollowTold,
        importing::files::ImportResult,
        jobs::job::JobId,
        leaving::leave::LeaveAnswer,
        panels::answer::PanelAnswer,
        recovering::recover::Found,
        repairing::repair::{DamagedAnswer, RepairResult},
        saving::save::{SaveAnswer, SaveResult},
        shell::answer::ShellAnswer,
        versions::dialog::VersionsChoice,
        watching::{outside::OutsideAnswer, watcher::FileChange},
    },
    export::Format,
    ui::{
        dialogs::{
            AccountAnswer, BandAnswer, CompareAnswer, ExportAnswer, FindAnswer, ImportAnswer, LineAnswer,
            RecoveryAnswer, ReplaceTextAnswer, ReportAnswer, SaveTableAnswer,
        },
        find_bar::FindBarAnswer,
        start::Choice,
        tabs::TabAnswer,
    },
};

/// Something to do after the frame.
pub(crate) enum Message {
    Command(AppCommand),
    /// This text was pasted.
    Paste(String),
    /// A picture was pasted.
    PastePicture,
    /// A picture is in the clipboard, or none came to be.
    PictureCopied(PictureResult),
    /// Files were let go over the window.
    Files(Vec<PathBuf>),
    Start(Choice),
    Shell(ShellAnswer),
    Tab(TabAnswer),
    Canvas(CanvasAnswer),
    Panel(PanelAnswer),
    DismissProblems,
    CloseDialog,
    /// The system answered a question for files; none: it was cancelled.
    Chosen(Purpose, Vec<PathBuf>),
    PathTyped(LineAnswer),
    Replace(ReplaceAnswer),
    Leaving(LeaveAnswer),
    Saving(SaveAnswer),
    /// The file of a document was changed by somebody else.
    ChangedOutside(FileChange),
    Outside(OutsideAnswer),
    /// The person knows that somebody else has the file of a document open.
    ForgetOpener(DocKey),
    /// A save in the background has ended.
    Saved(SaveResult),
    TemplateNamed(LineAnswer),
    Band(BandAnswer),
    Language(LanguageAnswer),
    Fix(FixAnswer),
    Found(FindAnswer),
    FindBar(FindBarAnswer),
    ReplaceText(ReplaceTextAnswer),
    /// About words in the charts of a folder.
    Folder(FolderTold),
    /// Replacing in the background has ended.
    TextReplaced(EditFound),
    Export(ExportAnswer),
    Exported(Exported),
    Import(ImportAnswer),
    /// It was looked what can be recovered.
    Recoverable(Found),
    Recovery(RecoveryAnswer),
    Report(ReportAnswer),
    /// A person can be told of a file that did not open.
    Damaged,
    DamagedAnswered(DamagedAnswer),
    /// A repair in the background has ended.
    Repaired(RepairResult),
    Account(AccountAnswer),
    SaveTable(SaveTableAnswer),
    Versions(VersionsChoice),
    Compare(CompareAnswer),
    /// The picture of a comparison, written to this file, would replace something else.
    CompareInTheWay(Format, PathBuf),
    /// A layout in the background has ended.
    LaidOut(EditFound),
    /// A work on a file in another form in the background has ended.
    Imported(ImportResult),
    /// About a link that is followed.
    Following(FollowTold),
    /// What runs in the background is no longer wanted.
    Stop(JobId),
}

impl Message {
    /// Whether it is the answer of a dialog that is done with it.
    pub(crate) const fn ends_dialog(&self) -> bool {
        matches!(
            self,
            Self::Leaving(_)
                | Self::Saving(_)
                | Self::Outside(_)
                | Self::Following(FollowTold::Outward(_))
                | Self::DamagedAnswered(_)
                | Self::TemplateNamed(_)
                | Self::Band(_)
                | Self::Language(_)
                | Self::Found(_)
                | Self::ReplaceText(_)
                | Self::Folder(FolderTold::Answered(_))
                | Self::Import(_)
                | Self::SaveTable(_)
        )
    }
}
