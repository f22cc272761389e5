//! What opens over the window and asks or tells something.

mod about;
mod account;
mod band;
mod choice;
mod compare;
mod export;
mod finder;
mod frame;
mod import;
mod line;
mod promises;
mod proposals;
mod question;
mod recovery;
mod replace_text;
mod save_table;
mod shortcuts;
mod versions;

pub use about::about_ui;
pub use account::{AccountAnswer, AccountLine, account_ui};
pub use band::{BandAnswer, BandQuestion, band_ui};
pub use compare::{
    CompareAnswer, CompareContent, CompareFound, CompareLine, ComparePage, CompareState, CompareView,
    compare_ui,
};
pub use export::{
    ExportAnswer, ExportChoice, ExportForm, ExportState, ExportView, PictureFacts, Preview, PreviewPicture,
    WantedPages, export_ui,
};
pub use finder::{FindAnswer, FindRow, FinderWords, finder_ui};
pub use import::{ImportAnswer, ImportForm, ImportView, ReportAnswer, import_ui, report_ui};
pub use line::{LineAnswer, LineWords, line_ui};
pub use promises::promises_ui;
pub use proposals::{ProposalQuestion, proposals_ui};
pub use question::{Question, question_ui};
pub use recovery::{RecoveryAnswer, RecoveryRow, give_up_ui, recovery_ui};
pub use replace_text::{ReplaceForm, ReplaceRow, ReplaceTextAnswer, ReplaceView, replace_text_ui};
pub use save_table::{SaveTableAnswer, TableKind, save_table_ui};
pub use shortcuts::{ShortcutGroup, ShortcutRow, shortcuts_ui};
pub use versions::{VersionView, VersionsAnswer, versions_ui};
