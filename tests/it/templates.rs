//! The bundled templates: what a team starts from must be right.

use laneway::{
    locale::{Lang, UiLang},
    model::{Document, StepKind, Text},
    persist,
    template::TEMPLATES,
};
use std::path::Path;

use crate::run::Desk;

fn documents() -> Vec<(&'static str, Document)> {
    TEMPLATES
        .iter()
        .map(|template| {
            let loaded =
                persist::load(template.source.as_bytes(), Path::new(template.id)).expect(template.id);
            assert!(loaded.unsized_steps.is_empty(), "{}: every step has a size", template.id);
            (template.id, loaded.document)
        })
        .collect()
}

#[test]
fn every_template_is_in_canonical_form() {
    for (template, (id, document)) in TEMPLATES.iter().zip(documents()) {
        assert_eq!(document.id, None, "{id} is nobody's chart yet");
        assert_eq!(persist::to_ron(&document), template.source, "{id}: run “laneway fmt templates/{id}.ron”");
    }
}

#[test]
fn nothing_is_found_wrong_with_a_template() {
    let desk = Desk::new();
    for template in TEMPLATES {
        desk.put("x.ron", template.source.as_bytes());
        let ran = desk.run(&["check", "x.ron", "--json"]);
        let findings = ran.json();
        let all = findings.as_array().expect("a list");
        let worth_a_look: Vec<_> = all.iter().filter(|finding| finding["code"] != "empty-lane").collect();
        assert!(ran.status == 0 && worth_a_look.is_empty(), "{}: {worth_a_look:#?}", template.id);
    }
}

#[test]
fn every_text_is_there_in_english_and_spanish() {
    let langs = UiLang::ALL.map(Lang::from);
    let complete = |text: &Text| text.is_empty() || langs.iter().all(|lang| text.exactly(lang).is_some());
    for (id, document) in documents() {
        for text in [&document.title, &document.subtitle, &document.description] {
            assert!(!text.is_empty() && complete(text), "{id}: {text:?}");
        }
        for page in &document.pages {
            assert!(page.texts().all(complete), "{id}");
            for step in page.steps.values() {
                assert!(!step.text.is_empty(), "{id} {}", step.id);
                assert!(step.details.iter().all(|(_, text)| complete(text)), "{id} {}", step.id);
            }
        }
    }
}

#[test]
fn every_process_step_says_how_it_is_done_and_how_long_it_takes() {
    for (id, document) in documents() {
        for step in document.pages.iter().flat_map(|page| page.steps.values()) {
            if step.kind != StepKind::Process {
                continue;
            }
            let details = &step.details;
            for (name, text) in [
                ("goal", &details.goal),
                ("description", &details.description),
                ("responsible", &details.responsible),
                ("record", &details.record),
            ] {
                assert!(!text.is_empty(), "{id} {} has no {name}", step.id);
            }
            assert!(step.time.handling.is_some(), "{id} {} has no handling time", step.id);
        }
    }
}
