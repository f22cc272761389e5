//! Closes documents and the window; asks first where there is unsaved work.

use eframe::egui::{Ui, ViewportCommand};

use crate::{
    app::{
        commands::command::LeaveCommand,
        documents::{key::DocKey, tabs::Documents},
        effect::{DialogName, Effect},
    },
    locale::Catalog,
    ui::dialogs::{Question, question_ui},
};

/// What is to be closed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Departure {
    keys: Vec<DocKey>,
    /// Whether the window is to be closed, too.
    is_quitting: bool,
}

/// What is to be closed, and whether that is asked about or waits for documents to be saved.
#[derive(Default)]
pub(crate) struct Leaving {
    asked: Option<Departure>,
    /// What is closed when its documents with unsaved work have been saved.
    waiting: Option<Departure>,
    /// Whether the window may be closed without asking.
    may_quit: bool,
}

/// What is to become of unsaved work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeaveAnswer {
    Save,
    Discard,
    /// Nothing is closed.
    Cancel,
}

impl Leaving {
    /// Does a command.
    pub(crate) fn update(&mut self, documents: &mut Documents, command: LeaveCommand) -> Vec<Effect> {
        match command {
            LeaveCommand::Close => {
                let keys = documents.shown_key().into_iter().collect();
                self.leave(documents, Departure { keys, is_quitting: false })
            }
            LeaveCommand::CloseAll => {
                let keys = documents.keys();
                self.leave(documents, Departure { keys, is_quitting: false })
            }
            LeaveCommand::Quit => {
                let keys = documents.keys();
                self.leave(documents, Departure { keys, is_quitting: true })
            }
        }
    }

    /// Closes the document `key`.
    pub(crate) fn close(&mut self, documents: &mut Documents, key: DocKey) -> Vec<Effect> {
        self.leave(documents, Departure { keys: vec![key], is_quitting: false })
    }

    /// Keeps the window open where its own button would close it over unsaved work.
    pub(crate) fn close_requested(&mut self, documents: &mut Documents) -> Vec<Effect> {
        if self.may_quit {
            return Vec::new();
        }
        let departure = Departure { keys: documents.keys(), is_quitting: true };
        documents.rest_all();
        if unsaved(documents, &departure).is_empty() {
            return Vec::new();
        }
        let mut effects = vec![Effect::Window(ViewportCommand::CancelClose)];
        effects.extend(self.ask(documents, departure));
        effects
    }

    /// Whether a person decided what becomes of unsaved work before the window closes.
    pub(crate) const fn is_answered(&self) -> bool {
        self.may_quit
    }

    fn leave(&mut self, documents: &mut Documents, departure: Departure) -> Vec<Effect> {
        documents.rest_all();
        if unsaved(documents, &departure).is_empty() {
            self.depart(documents, &departure)
        } else {
            self.ask(documents, departure)
        }
    }

    fn ask(&mut self, documents: &mut Documents, departure: Departure) -> Vec<Effect> {
        self.waiting = None;
        if let Some(key) = unsaved(documents, &departure).first() {
            documents.show(*key);
        }
        self.asked = Some(departure);
        vec![Effect::Show(DialogName::Leaving)]
    }

    /// Shows the question.
    pub(crate) fn ui(&self, ui: &Ui, documents: &Documents, catalog: &Catalog) -> Option<LeaveAnswer> {
        let unsaved = unsaved(documents, self.asked.as_ref()?);
        let items: Vec<String> =
            unsaved.into_iter().filter_map(|key| documents.get(key)).map(|open| open.name.clone()).collect();
        let question = Question {
            heading: catalog.text_with("ui-unsaved-heading", &[("count", items.len().into())]),
            text: catalog.text("ui-unsaved-text"),
            items,
            answers: vec![
                (LeaveAnswer::Save, catalog.text("ui-save")),
                (LeaveAnswer::Discard, catalog.text("ui-dont-save")),
                (LeaveAnswer::Cancel, catalog.text("ui-cancel")),
            ],
            escape: LeaveAnswer::Cancel,
        };
        question_ui(ui, &question)
    }

    /// Goes on after the question was answered.
    pub(crate) fn answered(&mut self, documents: &mut Documents, answer: LeaveAnswer) -> Vec<Effect> {
        let departure = self.asked.take();
        match answer {
            LeaveAnswer::Save => {
                self.waiting = departure;
                self.go_on(documents)
            }
            LeaveAnswer::Discard => {
                departure.map(|departure| self.depart(documents, &departure)).unwrap_or_default()
            }
            LeaveAnswer::Cancel => {
                self.stop();
                Vec::new()
            }
        }
    }

    /// What waits for documents to be saved does not happen.
    pub(crate) fn stop(&mut self) {
        self.waiting = None;
    }

    /// Goes on with what waited for a document to be saved.
    pub(crate) fn save_ended(&mut self, documents: &mut Documents, is_saved: bool) -> Vec<Effect> {
        if is_saved {
            return self.go_on(documents);
        }
        self.stop();
        Vec::new()
    }

    /// Saves the next of the documents that are being closed; closes them when all are saved.
    fn go_on(&mut self, documents: &mut Documents) -> Vec<Effect> {
        let Some(departure) = &self.waiting else { return Vec::new() };
        if let Some(key) = unsaved(documents, departure).first().copied() {
            documents.show(key);
            return vec![Effect::Save(key)];
        }
        let departure = self.waiting.take();
        departure.map(|departure| self.depart(documents, &departure)).unwrap_or_default()
    }

    /// Closes the documents as they are.
    fn depart(&mut self, documents: &mut Documents, departure: &Departure) -> Vec<Effect> {
        if departure.is_quitting {
            self.may_quit = true;
            return vec![Effect::Window(ViewportCommand::Close)];
        }
        let seen: Vec<_> = departure.keys.iter().filter_map(|key| documents.get(*key)?.seen()).collect();
        let seen = (!seen.is_empty()).then_some(Effect::KeepSeen(seen));
        let is_empty = documents.remove(&departure.keys);
        seen.into_iter().chain(is_empty.then_some(Effect::StartPage)).collect()
    }
}

/// The documents of `departure` with unsaved work.
fn unsaved(documents: &Documents, departure: &Departure) -> Vec<DocKey> {
    let unsaved = documents.iter().filter(|open| departure.keys.contains(&open.key) && open.is_unsaved());
    unsaved.map(|open| open.key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::services::{api::Services as _, bundled::Bundled},
        edit::{Command, TextOf},
        locale::{Lang, UiLang},
    };

    /// Two charts in tabs, the first of which has unsaved work.
    fn documents() -> Documents {
        let (mut documents, lang) = (Documents::default(), Lang::from(UiLang::En));
        for _ in 0..2 {
            let document = Bundled.blank().expect("a chart");
            documents.add_new(&Bundled, Catalog::of(UiLang::En), document, &lang);
        }
        let first = documents.keys()[0];
        let editor = &mut documents.get_mut(first).expect("the first").editor;
        let title = Command::SetText { of: TextOf::Title, lang, text: "Returns".to_owned() };
        editor.run(&title).expect("a title");
        documents
    }

    #[test]
    fn unsaved_work_is_asked_about_saved_and_only_then_closed() {
        let (mut documents, mut leaving) = (documents(), Leaving::default());
        let first = documents.keys()[0];
        let asked = leaving.update(&mut documents, LeaveCommand::CloseAll);
        assert!(matches!(asked[..], [Effect::Show(DialogName::Leaving)]));
        assert_eq!(documents.shown_key(), Some(first), "the one that is asked about is seen");
        let next = leaving.answered(&mut documents, LeaveAnswer::Save);
        assert!(matches!(next[..], [Effect::Save(key)] if key == first));
        let open = documents.get_mut(first).expect("still open");
        open.editor.saved(open.editor.state());
        let closed = leaving.save_ended(&mut documents, true);
        assert!(matches!(closed[..], [Effect::StartPage]));
        assert!(documents.is_empty());
    }

    #[test]
    fn what_could_not_be_saved_stays_open() {
        let (mut documents, mut leaving) = (documents(), Leaving::default());
        drop(leaving.update(&mut documents, LeaveCommand::Quit));
        drop(leaving.answered(&mut documents, LeaveAnswer::Save));
        assert!(leaving.save_ended(&mut documents, false).is_empty());
        // Saving it later, for its own sake, closes nothing.
        assert!(leaving.save_ended(&mut documents, true).is_empty());
        assert_eq!(documents.keys().len(), 2);
    }

    #[test]
    fn work_that_is_given_up_is_closed_and_the_neighbour_is_shown() {
        let (mut documents, mut leaving) = (documents(), Leaving::default());
        let keys = documents.keys();
        drop(leaving.close(&mut documents, keys[0]));
        assert!(leaving.answered(&mut documents, LeaveAnswer::Discard).is_empty());
        assert_eq!((documents.keys(), documents.shown_key()), (vec![keys[1]], Some(keys[1])));
    }
}
