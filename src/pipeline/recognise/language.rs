//! Which language texts are in, by their letters: the triples that are frequent in a language
//! (Cavnar and Trenkle, *N-Gram-Based Text Categorization*, 1994), as the crate `whatlang` counts them.

use whatlang::{Detector, Lang as Detected};

use crate::locale::Lang;

/// The languages that are told apart, with their codes: those that the interface has names of.
/// More of them would be taken for one another in texts as short as the labels of steps.
const LANGUAGES: [(Detected, &str); 7] = [
    (Detected::Eng, "en"),
    (Detected::Spa, "es"),
    (Detected::Cat, "ca"),
    (Detected::Deu, "de"),
    (Detected::Fra, "fr"),
    (Detected::Ita, "it"),
    (Detected::Por, "pt"),
];
/// So many bytes of text are enough.
const ENOUGH: usize = 20_000;

/// The language that `texts` are in together; `None` where that is not certain.
pub fn language_of<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Lang> {
    let mut all = String::new();
    for text in texts {
        if all.len() > ENOUGH {
            break;
        }
        all.push_str(text);
        all.push('\n');
    }
    let detector = Detector::with_allowlist(LANGUAGES.map(|(language, _)| language).to_vec());
    let found = detector.detect(&all).filter(whatlang::Info::is_reliable)?.lang();
    let (_, code) = LANGUAGES.into_iter().find(|(language, _)| *language == found)?;
    Lang::parse(code).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{locale::UiLang, template::TEMPLATES};

    #[test]
    fn every_template_is_in_the_languages_that_it_is_written_in() {
        for template in TEMPLATES {
            let document = crate::pipeline::open(template.source.into(), "x.ron".as_ref()).unwrap().document;
            for lang in [UiLang::En, UiLang::Es].map(Lang::from) {
                let steps = document.pages.iter().flat_map(|page| page.steps.values());
                let texts: Vec<&str> = steps.filter_map(|step| step.text.exactly(&lang)).collect();
                if texts.len() > 5 {
                    assert_eq!(language_of(texts.into_iter()), Some(lang), "{}", template.id);
                }
            }
        }
    }

    #[test]
    fn what_says_too_little_is_in_no_certain_language() {
        assert_eq!(language_of(["A1", "OK", "17"].into_iter()), None);
        assert_eq!(language_of([].into_iter()), None);
    }
}
