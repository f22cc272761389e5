//! Closing documents and the window without losing work.

use eframe::egui::{Context, ViewportCommand};

use crate::app::{
    documents::open_document::DocKey,
    laneway::{Dialog, Laneway},
    leaving::ask::Ask,
    saving::save::Saved,
};

/// Documents that are to be closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leaving {
    pub(crate) keys: Vec<DocKey>,
    /// Whether the window is to be closed, too.
    pub(crate) is_quitting: bool,
}

impl Laneway {
    /// Closes the documents `keys`; asks first where there is unsaved work in them.
    pub(crate) fn close(&mut self, keys: Vec<DocKey>) {
        let leaving = Leaving { keys, is_quitting: false };
        self.rest_all();
        if self.unsaved(&leaving).is_empty() {
            self.remove(&leaving.keys);
        } else {
            self.ask_about_unsaved(leaving);
        }
    }

    /// Closes the window; asks first where there is unsaved work.
    pub(crate) fn quit(&mut self, ctx: &Context) {
        let leaving = Leaving { keys: self.all_keys(), is_quitting: true };
        self.rest_all();
        if self.unsaved(&leaving).is_empty() {
            self.may_quit = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        } else {
            self.ask_about_unsaved(leaving);
        }
    }

    /// Keeps the window open where its own button would close it over unsaved work.
    pub(crate) fn guard_window(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.may_quit {
            return;
        }
        let leaving = Leaving { keys: self.all_keys(), is_quitting: true };
        self.rest_all();
        if !self.unsaved(&leaving).is_empty() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.ask_about_unsaved(leaving);
        }
    }

    /// Ends what is in progress: a text that is being written is part of the work.
    fn rest_all(&mut self) {
        for open in &mut self.docs {
            open.rest();
        }
    }

    pub(crate) fn all_keys(&self) -> Vec<DocKey> {
        self.docs.iter().map(|open| open.key).collect()
    }

    /// The documents of `leaving` with unsaved work.
    pub(crate) fn unsaved(&self, leaving: &Leaving) -> Vec<DocKey> {
        let unsaved = self.docs.iter().filter(|open| leaving.keys.contains(&open.key) && open.is_unsaved());
        unsaved.map(|open| open.key).collect()
    }

    fn ask_about_unsaved(&mut self, leaving: Leaving) {
        self.leaving = None;
        self.close_dialog();
        if let Some(key) = self.unsaved(&leaving).first() {
            self.show_doc(*key);
        }
        self.dialog = Some(Dialog::Ask(Ask::Unsaved(leaving)));
    }

    /// Saves what is left to be saved of the documents that are being closed, one after the other, and closes them.
    pub(crate) fn go_on_leaving(&mut self, ctx: &Context) {
        while let Some(leaving) = &self.leaving {
            let Some(key) = self.unsaved(leaving).first().copied() else {
                let leaving = self.leaving.take();
                self.leave(ctx, leaving);
                return;
            };
            self.show_doc(key);
            match self.save(ctx, key) {
                Saved::Done => {}
                Saved::Asked => return,
                Saved::Failed => self.leaving = None,
            }
        }
    }

    /// Goes on with what waited for a document to be saved.
    pub(crate) fn after_saving(&mut self, ctx: &Context, saved: Saved) {
        match saved {
            Saved::Done => self.go_on_leaving(ctx),
            Saved::Asked => {}
            Saved::Failed => self.leaving = None,
        }
    }

    /// Closes the documents as they are.
    pub(crate) fn leave(&mut self, ctx: &Context, leaving: Option<Leaving>) {
        let Some(Leaving { keys, is_quitting }) = leaving else { return };
        if is_quitting {
            self.may_quit = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        } else {
            self.remove(&keys);
        }
    }
}
