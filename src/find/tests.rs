use std::sync::Arc;

use super::{Replacement, Sought, find, replace, replacements};
use crate::{
    edit::Editor,
    locale::{Lang, UiLang},
    model::{Document, Text},
    pipeline,
    progress::Progress,
    template,
};

/// A chart whose title is `title`, with four lanes and nothing in them.
fn chart(title: &str) -> Document {
    let blank = template::find("blank-four-lanes").expect("a bundled template");
    let mut document = pipeline::open_template(blank).expect("a chart");
    document.title = Text::new(UiLang::En.into(), title);
    document
}

fn sought(words: &str) -> Sought {
    Sought { words: words.into(), ..Sought::default() }
}

/// What of the title is found, in brackets.
fn found(title: &str, sought: &Sought) -> String {
    let hits = find(&chart(title), sought);
    let Some(hit) = hits.iter().find(|hit| hit.at.page.is_none()) else { return String::new() };
    let mut text = hit.shown.text.clone();
    for mark in hit.shown.marks.iter().rev() {
        text.insert(mark.end, ']');
        text.insert(mark.start, '[');
    }
    text
}

#[test]
fn capitals_accents_and_markup_are_passed_over() {
    let table = [
        ("El Número", "numero", "El [Número]"),
        ("El Nu\u{301}mero", "nú", "El [Nu\u{301}]mero"),
        ("STRASSE und Straße", "straße", "[STRASSE] und [Straße]"),
        ("Ask **for** it", "ask for", "[Ask for] it"),
        ("Ask\nfor it", "ask for", "[Ask for] it"),
        (r"5 \* 3", "5 * 3", "[5 * 3]"),
        ("aaaa", "aa", "[aa][aa]"),
        ("Call", " ", ""),
        ("Call", "calls", ""),
    ];
    for (title, words, expected) in table {
        assert_eq!(found(title, &sought(words)), expected, "{title}");
    }
}

#[test]
fn whole_words_and_the_same_letters_are_found_where_that_is_asked_for() {
    let word = Sought { is_whole_word: true, ..sought("call") };
    assert_eq!(found("Recall the call, calls", &word), "Recall the [call], calls");
    let case = Sought { matches_case: true, ..sought("Número") };
    assert_eq!(found("número Numero Número Nu\u{301}mero", &case), "número Numero [Número] [Nu\u{301}mero]");
    let case = Sought { matches_case: true, ..sought("Nu") };
    assert_eq!(found("Nu\u{301}mero", &case), "");
    let other = Sought { lang: Some(Lang::from(UiLang::Es)), ..sought("call") };
    assert_eq!(found("call", &other), "");
}

/// The title's source after `words` are replaced by `new`; `None` where that cannot be written.
fn title_after(title: &str, words: &str, new: &str) -> Option<String> {
    let found = replacements(&chart(title), &sought(words), new);
    let of_title = found.into_iter().find(|replacement| replacement.at().page.is_none());
    Some(of_title.expect("found").after?.source)
}

#[test]
fn replacing_breaks_no_markup() {
    let table = [
        ("Call the **call** centre", "call", "phone", Some("phone the **phone** centre")),
        ("Ask **for** it", "ask for", "request", Some("request it")),
        // The space behind it would be emphasised, which is not written that way.
        ("Ask **for it**", "ask for", "get", None),
        ("A **b** c", "b", "", Some("A  c")),
        (r"5 \* 3 * 2", "3", "4", Some(r"5 \* 4 * 2")),
        ("Number", "number", "*No.*", Some(r"\*No.\*")),
    ];
    for (title, words, new, expected) in table {
        assert_eq!(title_after(title, words, new).as_deref(), expected, "{title}");
    }
}

#[test]
fn what_is_replaced_on_several_pages_is_taken_back_at_once() {
    let template = template::find("customer-service-process").expect("a bundled template");
    let mut document = pipeline::open_template(template).expect("a chart");
    let mut page = document.pages[0].clone();
    page.id = crate::model::PageId::mint("other", 1);
    document.pages[0].steps.clear();
    document.pages[0].connectors = crate::model::Connectors::new();
    document.pages.push(page);
    document.title = Text::new(UiLang::En.into(), "Customers");
    document.pages[0].title = Text::new(UiLang::En.into(), "The customer");
    let mut editor = Editor::new(document, pipeline::fonts(), true);
    let before = Arc::clone(editor.document());
    let found: Vec<Replacement> = replacements(&before, &sought("customer"), "patron");
    assert!(found.iter().any(|one| one.at().page.as_ref() == Some(&before.pages[1].id)));
    let prepared = replace(&before, &found, pipeline::fonts(), &mut Progress::unwatched());
    assert!(editor.run_prepared(editor.state(), prepared.expect("not stopped").expect("possible")));
    assert_eq!(find(editor.document(), &sought("customer")), []);
    assert_eq!(find(editor.document(), &sought("patron")).len(), found.len());
    assert!(editor.undo());
    assert_eq!(*editor.document(), before);
}
