//! A clipboard that holds several kinds at once, as the system's does, and a window that uses it.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use eframe::egui::{Event, OutputCommand};
use egui_kittest::Harness;
use laneway::{
    app::{Bundled, ClipboardOffer, Laneway, OfferId, ScriptedDialogs, SystemClipboard},
    locale::UiLang,
};

use crate::window::support::{on_file::Window, wait::wait_for};

/// What was copied last.
#[derive(Default)]
struct Copied {
    offer: ClipboardOffer,
    count: u64,
    picture: Option<Vec<u8>>,
}

/// A clipboard in memory; clones share it.
#[derive(Clone, Default)]
pub(crate) struct FakeClipboard(Arc<Mutex<Copied>>);

impl FakeClipboard {
    /// What was copied last, in its kinds.
    pub(crate) fn offer(&self) -> ClipboardOffer {
        self.0.lock().expect("nobody panics").offer.clone()
    }

    /// The picture of that, once it is drawn.
    pub(crate) fn picture(&self, window: &mut Window) -> Vec<u8> {
        wait_for(window, "a picture", |_| self.0.lock().expect("nobody panics").picture.clone())
    }

    /// Another program puts something in.
    pub(crate) fn forget(&self) {
        *self.0.lock().expect("nobody panics") = Copied::default();
    }
}

impl SystemClipboard for FakeClipboard {
    fn offer(&self, offer: ClipboardOffer) -> Option<OfferId> {
        let mut copied = self.0.lock().expect("nobody panics");
        let count = copied.count + 1;
        *copied = Copied { offer, count, picture: None };
        Some(OfferId(count))
    }

    fn add_picture(&self, id: OfferId, png: Option<Vec<u8>>) {
        let mut copied = self.0.lock().expect("nobody panics");
        if OfferId(copied.count) == id {
            copied.picture = png;
        }
    }

    fn steps(&self) -> Option<String> {
        self.offer().steps
    }

    fn hand_over(&self) {}
}

/// A window that copies to `clipboard` and shows the charts in `paths`, the last one in front.
pub(crate) fn window_copying(clipboard: &FakeClipboard, paths: Vec<PathBuf>) -> Window {
    let clipboard = Box::new(clipboard.clone());
    let builder = Harness::builder().with_size([1600.0, 1000.0]).with_max_steps(60).with_step_dt(0.05);
    let mut window = builder.build_eframe(|creation| {
        let dialogs = Box::new(ScriptedDialogs::default());
        let app = Laneway::new(&creation.egui_ctx, Box::new(Bundled), dialogs);
        app.speaking(UiLang::En).copying_to(clipboard)
    });
    window.state_mut().open_files(paths);
    window.run();
    window
}

/// Copies what is selected; the text that went into the clipboard by the window's library.
pub(crate) fn copy(window: &mut Window) -> Option<String> {
    window.event(Event::Copy);
    window.step();
    let commands = window.output().platform_output.commands.clone();
    window.run();
    commands.into_iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text),
        _ => None,
    })
}
