//! Journals: whatever becomes of their files, what is read again is a state that the document was in.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use laneway::{
    edit::{Command, Deed, Editor, Resumed, TextOf},
    locale::UiLang,
    model::{Document, DocumentId},
    persist::{
        atomic,
        journal::{
            Account, Journal, JournalHead, LeftJournal, Recovered, UnreadableJournal, claim, claim_all,
            claim_unreadable,
        },
        to_ron,
    },
    pipeline,
};
use proptest::prelude::*;

use crate::{
    editing::{
        edit::template,
        undo_props::{Chooser, Pick, picks},
    },
    testing::cases,
};

/// A document that is edited and has a journal.
struct Kept {
    folder: tempfile::TempDir,
    editor: Editor,
    deeds: Arc<Mutex<Vec<Deed>>>,
    journal: Journal,
    time: u64,
}

fn head() -> JournalHead {
    JournalHead {
        name: "Returns".to_owned(),
        file: Some("/charts/returns.ron".into()),
        ..JournalHead::default()
    }
}

impl Kept {
    fn new(document: Document) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let account = Account::new(head(), document.clone(), 0, Some(0));
        let journal = Journal::new(folder.path(), "one", account, 100);
        let mut editor = Editor::new(document, pipeline::fonts(), true);
        let deeds = listened(&mut editor);
        Self { folder, editor, deeds, journal, time: 100 }
    }

    /// Enters and writes what was done.
    fn write(&mut self) {
        self.time += 1;
        for deed in self.deeds.lock().expect("deeds").drain(..) {
            self.journal.enter(&deed, self.time);
        }
        self.journal.write().expect("written");
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("one.journal")
    }

    /// Its program ends; what the next one finds.
    fn left(self) -> (tempfile::TempDir, Option<LeftJournal>) {
        drop(self.journal);
        let found = claim(self.folder.path(), "one").expect("the folder can be read");
        (self.folder, found)
    }
}

fn listened(editor: &mut Editor) -> Arc<Mutex<Vec<Deed>>> {
    let deeds = Arc::<Mutex<Vec<Deed>>>::default();
    let told = Arc::clone(&deeds);
    editor.listen(Box::new(move |deed| told.lock().expect("deeds").push(deed)));
    deeds
}

fn titled(text: &str) -> Command {
    Command::SetText { of: TextOf::Title, lang: UiLang::En.into(), text: text.to_owned() }
}

fn recovered(claim: &LeftJournal) -> Document {
    claim.account().clone().recovered().document
}

fn title(document: &Document) -> &str {
    document.title.get(&UiLang::En.into(), &document.language)
}

/// An edit, or something that is done to the history.
fn act(editor: &mut Editor, pick: &Pick, count: usize) {
    match count % 7 {
        3 => {
            editor.undo();
        }
        4 => {
            editor.redo();
        }
        _ => {
            let page = editor.page().expect("a page").clone();
            let chooser = Chooser { document: editor.document(), page: &page, count: 1 + count as u32 };
            let command = chooser.command(pick);
            // Some are refused.
            editor.run(&command).unwrap_or_default();
        }
    }
}

/// What is found in the file `path` when it holds `bytes`.
fn found(path: &Path, bytes: &[u8]) -> Option<LeftJournal> {
    atomic::write(path, bytes).expect("written");
    claim(path.parent().expect("a folder"), "one").expect("the folder can be read")
}

/// The texts of the document after each line of the journal, and the journal.
fn edited(start: &Document, picks: &[Pick]) -> (Kept, Vec<String>) {
    let mut kept = Kept::new(start.clone());
    kept.editor.run(&titled("Begun")).expect("done");
    kept.write();
    // Three lines: the document, which one it is, and what was done.
    let mut states = vec![to_ron(start), to_ron(start), to_ron(kept.editor.document())];
    for (count, pick) in picks.iter().enumerate() {
        act(&mut kept.editor, pick, count);
        let text = to_ron(kept.editor.document());
        kept.write();
        let bytes = std::fs::read(kept.file()).expect("the journal");
        let lines = bytes.split(|byte| *byte == b'\n').count() - 1;
        states.resize(lines, text);
    }
    (kept, states)
}

/// Cuts the journal before, in and after every line, and changes something in it: what is found is the state after the
/// last whole line.
fn assert_prefixes(start: &Document, picks: &[Pick]) {
    let (kept, states) = edited(start, picks);
    let (path, bytes) = (kept.file(), std::fs::read(kept.file()).expect("the journal"));
    let Kept { folder: _folder, journal, .. } = kept;
    drop(journal);
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let ends: Vec<usize> = ends.collect();
    let expect = |bytes: &[u8], whole: usize| {
        let found = found(&path, bytes);
        if whole == 0 {
            // What is repaired of the document is said to be that.
            assert!(found.is_none_or(|found| found.is_damaged()));
            return;
        }
        let text = found.as_ref().map(|found| to_ron(&recovered(found)));
        let state = whole.checked_sub(1).map(|at| &states[at]);
        // Nothing is found where nothing would be lost.
        assert!(text.as_ref() == state || (text.is_none() && state.is_none_or(|state| *state == states[0])));
    };
    for (line, end) in ends.iter().enumerate() {
        let begin = line.checked_sub(1).map_or(0, |before| ends[before]);
        for at in [begin, begin + 5, usize::midpoint(begin, *end), end - 1] {
            expect(&bytes[..at], line);
        }
        let mut damaged = bytes.clone();
        damaged[usize::midpoint(begin, *end)] ^= 1;
        expect(&damaged, line);
        assert!(line == 0 || found(&path, &damaged).is_some_and(|found| found.is_damaged()));
        expect(&bytes[..*end], line + 1);
    }
}

mod props {
    use super::*;

    #[test]
    fn a_journal_that_was_cut_or_damaged_gives_the_state_before_that() {
        let starts = [template("customer-service-process"), template("blank-four-lanes")];
        proptest!(cases(12), |(picks in picks(12), which in 0..2_usize)| assert_prefixes(&starts[which], &picks));
    }

    #[test]
    fn any_bytes_are_a_journal_or_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("one.journal");
        proptest!(cases(64), |(bytes in prop::collection::vec(any::<u8>(), 0..400))| {
            prop_assert!(found(&path, &bytes).is_none());
        });
    }

    #[test]
    fn history_comes_back_with_the_document() {
        let start = template("customer-service-process");
        proptest!(cases(12), |(picks in picks(14))| {
            let (kept, _) = edited(&start, &picks);
            let (now, undo, redo) = (
                to_ron(kept.editor.document()),
                kept.editor.undo_name().map(str::to_owned),
                kept.editor.redo_name().map(str::to_owned),
            );
            let Some(claim) = kept.left().1 else { return Ok(()) };
            let recovered = claim.account().clone().recovered();
            let mut editor = Editor::resumed(recovered.document, pipeline::fonts(), recovered.resumed);
            prop_assert_eq!(editor.undo_name().map(str::to_owned), undo);
            prop_assert_eq!(editor.redo_name().map(str::to_owned), redo);
            let mut count = 0;
            while editor.undo() {
                count += 1;
            }
            prop_assert!(to_ron(editor.document()) == to_ron(&start), "taken back");
            for _ in 0..count {
                prop_assert!(editor.redo());
            }
            prop_assert!(to_ron(editor.document()) == now, "done again");
        });
    }
}

#[test]
fn a_text_that_is_being_written_is_part_of_the_work() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    for text in ["R", "Ret", "Returns"] {
        kept.editor.preview(&titled(text)).expect("written");
    }
    kept.write();
    let (_folder, found) = kept.left();
    let account = found.expect("work").account().clone();
    assert_eq!(account.head(), &head());
    let recovered = account.recovered();
    assert_eq!(title(&recovered.document), "Returns");
    let mut editor = Editor::resumed(recovered.document, pipeline::fonts(), recovered.resumed);
    assert!(editor.is_dirty());
    assert!(editor.undo() && !editor.is_dirty(), "one entry of the history");
}

#[test]
fn work_that_follows_a_recovered_text_is_kept_with_it() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    kept.editor.run(&titled("Returns")).expect("done");
    kept.editor.preview(&titled("Returns and refunds")).expect("written");
    kept.write();
    let (folder, found) = kept.left();
    let left = found.expect("work");
    let Recovered { document, resumed } = left.account().clone().recovered();
    let mut editor = Editor::resumed(document, pipeline::fonts(), resumed);
    let deeds = listened(&mut editor);
    let journal = Journal::resumed(left);
    let lane = editor.page().expect("a page").lanes[0].id.clone();
    let of = TextOf::Lane(lane.clone());
    editor.run(&Command::SetText { of, lang: UiLang::En.into(), text: "Partners".to_owned() }).expect("done");
    let mut again = Kept { folder, editor, deeds, journal, time: 200 };
    again.write();
    let (_folder, found) = again.left();
    let document = recovered(&found.expect("work"));
    assert_eq!(title(&document), "Returns and refunds");
    let lane = document.pages[0].lanes.iter().find(|of| of.id == lane).expect("the lane");
    assert_eq!(lane.title.get(&UiLang::En.into(), &document.language), "Partners");
}

#[test]
fn a_text_that_was_given_up_is_no_work() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    kept.editor.preview(&titled("Returns")).expect("written");
    kept.write();
    kept.editor.cancel();
    kept.write();
    let (folder, found) = kept.left();
    assert!(found.is_none());
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "nothing is left of it");
}

#[test]
fn a_chart_without_changes_has_no_journal() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    kept.write();
    kept.editor.run(&titled("Returns")).expect("done");
    kept.editor.undo();
    kept.write();
    assert_eq!(std::fs::read_dir(kept.folder.path()).expect("a folder").count(), 0);
}

#[test]
fn saved_work_is_not_offered_and_what_is_done_after_it_is() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    kept.editor.run(&titled("Returns")).expect("done");
    kept.editor.saved(kept.editor.state());
    kept.write();
    kept.editor.run(&titled("Refunds")).expect("done");
    kept.write();
    let (_folder, found) = kept.left();
    let recovered = found.expect("work").account().clone().recovered();
    assert_eq!(title(&recovered.document), "Refunds");
    let mut editor = Editor::resumed(recovered.document, pipeline::fonts(), recovered.resumed);
    assert!(editor.is_dirty() && editor.undo() && !editor.is_dirty(), "back at what the file holds");
}

#[test]
fn a_copy_is_recovered_as_the_document_that_it_became() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    kept.editor.run(&titled("Returns")).expect("done");
    kept.write();
    let id = DocumentId::parse("copy-1").expect("an id");
    kept.editor.set_id(id.clone());
    kept.write();
    let (_folder, found) = kept.left();
    assert_eq!(recovered(&found.expect("work")).id, Some(id));
}

#[test]
fn the_journal_of_a_window_that_is_open_is_left_alone() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    kept.editor.run(&titled("Returns")).expect("done");
    kept.write();
    assert!(claim(kept.folder.path(), "one").expect("read").is_none(), "it is being kept");
    let (folder, found) = kept.left();
    assert!(claim_all(folder.path()).expect("read").is_empty(), "somebody is looking at it");
    drop(found);
    assert_eq!(claim_all(folder.path()).expect("read").len(), 1);
}

#[test]
fn a_journal_that_is_long_begins_anew_and_keeps_what_was_done_last() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    let long = "A title that is quite long. ".repeat(2_000);
    let mut longest = 0;
    for count in 0..200 {
        kept.editor.run(&titled(&format!("{long}{count}"))).expect("done");
        kept.write();
        longest = longest.max(std::fs::metadata(kept.file()).expect("the journal").len());
    }
    assert!(longest < 5 << 20, "{longest} bytes");
    let now = to_ron(kept.editor.document());
    let (_folder, found) = kept.left();
    let recovered = found.expect("work").account().clone().recovered();
    assert_eq!(to_ron(&recovered.document), now);
    let mut editor = Editor::resumed(recovered.document, pipeline::fonts(), recovered.resumed);
    for count in (180..199).rev() {
        assert!(editor.undo());
        assert!(title(editor.document()).ends_with(&format!(". {count}")));
    }
}

#[test]
fn what_is_done_after_taking_back_more_than_a_long_journal_tells_is_kept() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    let long = "A title that is quite long. ".repeat(2_000);
    for count in 0..200 {
        kept.editor.run(&titled(&format!("{long}{count}"))).expect("done");
        kept.write();
    }
    for _ in 0..150 {
        assert!(kept.editor.undo());
        kept.write();
    }
    kept.editor.run(&titled("Returns")).expect("done");
    kept.write();
    let now = to_ron(kept.editor.document());
    let (_folder, found) = kept.left();
    assert_eq!(to_ron(&recovered(&found.expect("work"))), now);
}

#[test]
fn a_text_that_is_being_written_while_a_save_ends_is_kept() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    kept.editor.run(&titled("Returns")).expect("done");
    let state = kept.editor.state();
    kept.write();
    kept.editor.preview(&titled("Returns and refunds")).expect("written");
    kept.editor.saved(state);
    kept.write();
    let (_folder, found) = kept.left();
    assert_eq!(title(&recovered(&found.expect("work"))), "Returns and refunds");
}

#[test]
fn a_state_that_is_saved_is_the_name_of_no_other() {
    let document = template("blank-four-lanes");
    let resumed = Resumed { done: Vec::new(), undone: Vec::new(), state: 6, saved: Some(7) };
    let mut editor = Editor::resumed(document, pipeline::fonts(), resumed);
    editor.run(&titled("Returns")).expect("done");
    assert!(editor.is_dirty());
}

#[test]
fn what_is_taken_back_beyond_the_journal_is_taken_back_in_it() {
    let mut editor = Editor::new(template("blank-four-lanes"), pipeline::fonts(), true);
    for text in ["Returns", "Refunds"] {
        editor.run(&titled(text)).expect("done");
    }
    let mut kept = Kept::new(Document::clone(editor.document()));
    kept.deeds = listened(&mut editor);
    kept.editor = editor;
    kept.editor.undo();
    kept.write();
    let (_folder, found) = kept.left();
    let recovered = found.expect("work").account().clone().recovered();
    assert_eq!(title(&recovered.document), "Returns");
    let mut editor = Editor::resumed(recovered.document, pipeline::fonts(), recovered.resumed);
    assert!(editor.redo());
    assert_eq!(title(editor.document()), "Refunds");
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_full_disk_refused_is_written_whole_the_next_time() {
    let mut kept = Kept::new(template("blank-four-lanes"));
    let temporary = kept.folder.path().join("one.tmp");
    std::os::unix::fs::symlink("/dev/full", &temporary).expect("a link");
    kept.editor.run(&titled("Returns")).expect("done");
    for deed in kept.deeds.lock().expect("deeds").drain(..) {
        kept.journal.enter(&deed, 1);
    }
    let refused = kept.journal.write().expect_err("the disk is full");
    assert_eq!(refused.kind(), std::io::ErrorKind::StorageFull);
    std::fs::remove_file(&temporary).expect("there is room again");
    kept.editor.run(&titled("Refunds")).expect("done");
    kept.write();
    let (_folder, found) = kept.left();
    let recovered = found.expect("work").account().clone().recovered();
    assert_eq!(recovered.resumed.done.len(), 2);
    assert_eq!(title(&recovered.document), "Refunds");
}

#[cfg(unix)]
#[test]
fn journals_are_for_their_person_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let mut kept = Kept::new(template("blank-four-lanes"));
    kept.editor.run(&titled("Returns")).expect("done");
    kept.write();
    for file in std::fs::read_dir(kept.folder.path()).expect("a folder") {
        let file = file.expect("a file");
        let mode = file.metadata().expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.path().display());
    }
}

/// The journal of a title with this in the place of something in its file.
fn damaged(part: &str, by: &str) -> (tempfile::TempDir, PathBuf) {
    let mut kept = Kept::new(template("live-chat"));
    for title in ["Returns", "Refunds"] {
        kept.editor.run(&titled(title)).expect("done");
        kept.write();
    }
    let file = kept.file();
    let lines = std::fs::read_to_string(&file).expect("the journal");
    assert!(lines.contains(part));
    atomic::write(&file, lines.replacen(part, by, 1).as_bytes()).expect("written");
    let (folder, _) = kept.left();
    (folder, file)
}

#[test]
fn a_journal_whose_document_is_damaged_gives_back_all_but_that_place_and_what_was_done_to_it() {
    // A letter of a text, and the document's end.
    let steps = template("live-chat").pages[0].steps.len();
    for (part, by) in [("Customer", "Xustomer"), ("\",state:", "\"state:")] {
        let (folder, _) = damaged(part, by);
        let found = claim(folder.path(), "one").expect("read").unwrap_or_else(|| panic!("work with {by}"));
        assert!(found.is_damaged());
        let document = recovered(&found);
        assert!(document.pages[0].steps.len() + 1 >= steps, "{by}: {} steps", document.pages[0].steps.len());
        if by == "Xustomer" {
            assert_eq!(title(&document), "Refunds", "and what was done later is told");
        }
    }
}

#[test]
fn a_later_line_that_is_damaged_is_told_until_a_person_has_saved_what_is_left() {
    let (folder, _) = damaged("Refunds", "Xefunds");
    let found = claim(folder.path(), "one").expect("read").expect("work");
    assert!(found.is_damaged() && found.repair_notes().is_empty());
    assert_eq!(title(&recovered(&found)), "Returns");
    // It is recovered, worked on, and the program ends again.
    let Recovered { document, resumed } = found.account().clone().recovered();
    let mut editor = Editor::resumed(document, pipeline::fonts(), resumed);
    let deeds = listened(&mut editor);
    let mut journal = Journal::resumed(found);
    let tell = |journal: &mut Journal| {
        deeds.lock().expect("deeds").drain(..).for_each(|deed| journal.enter(&deed, 200));
        journal.write().expect("written");
    };
    editor.run(&titled("Repairs")).expect("done");
    tell(&mut journal);
    drop(journal);
    let found = claim(folder.path(), "one").expect("read").expect("work");
    assert!(found.is_damaged());
    assert_eq!(title(&recovered(&found)), "Repairs");
    let mut journal = Journal::resumed(found);
    editor.saved(editor.state());
    editor.run(&titled("Returned goods")).expect("done");
    tell(&mut journal);
    drop(journal);
    let found = claim(folder.path(), "one").expect("read").expect("work");
    assert!(!found.is_damaged());
}

#[test]
fn a_damaged_journal_is_told_also_where_all_that_is_left_is_in_the_file() {
    let (folder, file) = damaged("Returns", "Xeturns");
    let found = claim(folder.path(), "one").expect("read").expect("it is told");
    assert!(found.is_damaged() && found.account().is_clean());
    drop(found);
    assert!(file.exists());
}

#[test]
fn a_journal_in_which_nothing_can_be_read_is_told_of_and_can_be_taken_away() {
    let (folder, file) = damaged("version:1", "version:9");
    atomic::write(&folder.path().join("two.journal"), b"no journal").expect("written");
    assert!(claim_all(folder.path()).expect("read").is_empty());
    let found = claim_unreadable(folder.path()).expect("read");
    assert_eq!(found.iter().map(UnreadableJournal::id).collect::<Vec<_>>(), ["one", "two"]);
    for journal in found {
        journal.discard().expect("taken away");
    }
    assert!(!file.exists());
    assert!(claim_unreadable(folder.path()).expect("read").is_empty());
}
