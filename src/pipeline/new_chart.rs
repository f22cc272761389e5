//! What a new chart takes over from the template that it begins with.

use crate::{
    edit::worded,
    locale::Lang,
    model::{Document, Text},
};

/// The languages that a new chart has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartLanguages {
    /// This one alone; all of them where the template has it not.
    Only(Lang),
    /// All that the template has; it is read in this one.
    All(Lang),
}

impl ChartLanguages {
    /// The language that the chart is read in, where it has that.
    pub const fn shown(&self) -> &Lang {
        match self {
            Self::Only(lang) | Self::All(lang) => lang,
        }
    }

    /// A chart that begins as `template` does, in these languages.
    pub fn of(&self, template: Document) -> Document {
        match self {
            Self::Only(lang) if template.languages().contains(lang) => template.only_in(lang),
            Self::Only(_) | Self::All(_) => template,
        }
    }
}

/// The blank template as somebody's own chart: the `number`th without a title of its own, and without what a gallery
/// says of it.
pub fn untitled(blank: Document, number: usize) -> Document {
    let title =
        worded(&blank.languages(), |words| words.text_with("edit-untitled", &[("number", number.into())]));
    Document { title, subtitle: Text::EMPTY, description: Text::EMPTY, ..blank }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{locale::UiLang, testing::records};

    fn both(en: &str, es: &str) -> Text {
        let mut text = records::en(en);
        text.set(UiLang::Es.into(), es);
        text
    }

    #[test]
    fn a_chart_keeps_all_languages_where_the_wished_one_is_none_of_them() {
        let template = Document { title: both("Calls", "Llamadas"), ..records::document(Vec::new()) };
        let (spanish, french) = (Lang::from(UiLang::Es), Lang::parse("fr").expect("a code"));
        assert_eq!(
            ChartLanguages::Only(spanish.clone()).of(template.clone()).languages(),
            std::slice::from_ref(&spanish)
        );
        assert_eq!(ChartLanguages::All(spanish).of(template.clone()), template);
        assert_eq!(ChartLanguages::Only(french).of(template.clone()), template);
    }

    #[test]
    fn a_blank_chart_says_nothing_of_the_template() {
        let subtitle = both("Ready to extend", "Listos para ampliar");
        let blank = Document { title: both("Blank", "En blanco"), subtitle, ..records::document(Vec::new()) };
        assert_eq!(untitled(blank.clone(), 1).title, both("Untitled", "Sin título"));
        let second = untitled(blank, 2);
        assert_eq!(second.title, both("Untitled 2", "Sin título 2"));
        assert_eq!((second.subtitle, second.description), (Text::EMPTY, Text::EMPTY));
    }
}
