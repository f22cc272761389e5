//! A long session: random commands one after the other on one chart, with saving, opening, undoing and redoing in
//! between, as in a week of work. `scripts/test soak`.

use laneway::{edit::Editor, model::Document, persist, pipeline};
use proptest::{
    strategy::{Strategy as _, ValueTree as _},
    test_runner::TestRunner,
};

use super::{
    edit::template,
    undo_props::{Chooser, Pick, assert_sound, picks},
};
use crate::{run::say, testing::cases};

/// After so many commands the chart is saved and opened.
const SAVED_AFTER: usize = 25;
/// A chart that is larger is laid aside for a new one: what is new would soon be all that the time is spent on.
const LARGE: usize = 200;

/// What is saved is the document that is open, and is opened as the same.
fn assert_saved_whole(document: &Document) -> Document {
    let text = persist::to_ron(document);
    let loaded = persist::load(text.as_bytes(), "soak.ron").expect("what was saved opens");
    assert_eq!(persist::to_ron(&loaded.document), text, "saved again, it is the same");
    loaded.document
}

/// Everything can be taken back to `start` and done again.
fn assert_undone_and_redone(editor: &mut Editor, start: &Document) {
    let end = Document::clone(editor.document());
    while editor.undo() {}
    assert_eq!(**editor.document(), *start, "taken back");
    while editor.redo() {}
    assert_eq!(**editor.document(), end, "done again");
}

fn size(document: &Document) -> usize {
    document.pages.iter().map(|page| page.steps.len() + page.connectors.len()).sum()
}

/// One command; whether it was done.
fn act(editor: &mut Editor, pick: &Pick, count: usize) -> bool {
    let page = editor.page().expect("a page").clone();
    let chooser = Chooser { document: editor.document(), page: &page, count: 1 + count as u32 };
    let command = chooser.command(pick);
    let before = Document::clone(editor.document());
    if editor.run(&command).is_err() {
        assert_eq!(**editor.document(), before, "refused: {command:?}");
        return false;
    }
    assert_sound(editor.document());
    true
}

#[test]
#[ignore = "takes long: scripts/test soak"]
fn soak_through_long_sessions() {
    let config = cases(500);
    let count = config.cases as usize;
    let mut runner = TestRunner::new(config);
    let strategy = picks(2).prop_map(|mut picks| picks.remove(0));
    let starts = [template("customer-service-process"), template("blank-four-lanes"), template("live-chat")];
    let (mut done, mut sessions) = (0, 0);
    let mut start = starts[0].clone();
    let mut editor = Editor::new(start.clone(), pipeline::fonts(), true);
    for i in 0..count {
        let pick = strategy.new_tree(&mut runner).expect("a pick").current();
        done += usize::from(act(&mut editor, &pick, i));
        if (i + 1) % SAVED_AFTER == 0 {
            assert_undone_and_redone(&mut editor, &start);
            let opened = assert_saved_whole(editor.document());
            sessions += 1;
            start = if size(&opened) > LARGE { starts[sessions % starts.len()].clone() } else { opened };
            editor = Editor::new(start.clone(), pipeline::fonts(), true);
        }
    }
    say(&format!("{done} of {count} commands were done, in {sessions} sessions"));
    assert!(done * 2 > count, "most commands can be done");
}
