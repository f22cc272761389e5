//! The system's clipboard, as far as more than a text is wanted of it.
//!
//! Texts and pictures alone go through the window's library. Owns what is put there at once in several kinds, of which
//! each program takes the one it knows.

use crate::app::jobs::job::Jobs;

/// What goes into the clipboard at once, the same in several kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClipboardOffer {
    /// For this program: a document in the form of a file.
    pub steps: Option<String>,
    /// For texts and messages.
    pub words: Option<String>,
    /// Whether a picture follows, see [`SystemClipboard::add_picture`].
    pub has_picture: bool,
}

/// Which offer is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferId(pub u64);

/// The system's clipboard. Called from background threads too.
pub trait SystemClipboard: Send + Sync + 'static {
    /// Puts `offer` into the clipboard, in the place of what is there; `None` where only one kind can be in it at a
    /// time, and nothing was done.
    fn offer(&self, offer: ClipboardOffer) -> Option<OfferId>;

    /// The picture of the offer `id`, the bytes of a PNG; `None` where there came to be none. Who asked for it before
    /// has been waiting.
    fn add_picture(&self, id: OfferId, png: Option<Vec<u8>>);

    /// The steps that are in the clipboard, whoever put them there, beside other kinds.
    fn steps(&self) -> Option<String>;

    /// Leaves what was put there to whoever keeps it when the program ends, if anybody does.
    fn hand_over(&self);
}

/// A clipboard that holds one kind at a time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct OneKind;

impl SystemClipboard for OneKind {
    fn offer(&self, _: ClipboardOffer) -> Option<OfferId> {
        None
    }

    fn add_picture(&self, _: OfferId, _: Option<Vec<u8>>) {}

    fn steps(&self) -> Option<String> {
        None
    }

    fn hand_over(&self) {}
}

/// The clipboard of the system that shows the window; `None` where it holds one kind at a time, or that is all that is
/// known of it.
pub(crate) fn connect(jobs: &mut Jobs) -> Option<Box<dyn SystemClipboard>> {
    #[cfg(all(unix, not(target_os = "macos")))]
    return super::x11::X11Clipboard::connect(jobs).map(|clipboard| Box::new(clipboard) as _);
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    return None;
}
