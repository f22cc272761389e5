//! Light markup in labels: `**bold**`, `*italic*` and backslash escapes.
//!
//! Owns the syntax. Must not know fonts: a [`Span`] only says what is emphasised. The rules are those of the
//! `CommonMark` specification for the star, except that only white space decides whether a star opens or closes
//! emphasis.

use std::iter::Peekable;
use std::str::Chars;

/// A stretch of text of one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The characters, without markup.
    pub text: String,
    /// Whether the text is inside `**…**`.
    pub bold: bool,
    /// Whether the text is inside `*…*`.
    pub italic: bool,
}

/// A piece of the source: text, or a row of stars that may turn out to be literal.
#[derive(Debug, Default)]
struct Token {
    /// Literal characters; empty for a row of stars.
    text: String,
    /// How many stars of the row are not (yet) used as markup.
    stars: usize,
    /// How long the row was at first.
    row: usize,
    opens: bool,
    closes: bool,
    style: Style,
}

/// What is emphasised about a token.
#[derive(Clone, Copy, Debug, Default)]
struct Style {
    bold: bool,
    italic: bool,
}

/// Splits a marked-up text into spans; neighbours differ in style and none is empty.
///
/// A star opens emphasis when a non-space follows and closes it when a non-space precedes. Stars without a partner
/// stay literal, so `5 * 3` needs no escape. `\*` and `\\` stand for `*` and `\`; any other backslash is literal.
pub fn parse(source: &str) -> Vec<Span> {
    let mut tokens = tokenize(source);
    pair_stars(&mut tokens);
    let mut spans: Vec<Span> = Vec::new();
    for token in tokens {
        let Style { bold, italic } = token.style;
        let text = if token.row == 0 { token.text } else { "*".repeat(token.stars) };
        match spans.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if (last.bold, last.italic) == (bold, italic) => {
                last.text.push_str(&text);
            }
            _ => spans.push(Span { text, bold, italic }),
        }
    }
    spans
}

/// The text without its markup, as a reader sees it.
pub fn plain(source: &str) -> String {
    if !source.contains(['*', '\\']) {
        return source.to_owned();
    }
    parse(source).into_iter().map(|span| span.text).collect()
}

/// The same on one line, as lists and headings show it.
pub fn one_line(source: &str) -> String {
    plain(source).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The source of a text that shall be shown literally: `plain(&escape(t)) == t`.
pub fn escape(text: &str) -> String {
    let mut source = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '\\') {
            source.push('\\');
        }
        source.push(c);
    }
    source
}

/// A source that is read as `spans`. Where none is (emphasised white space), it is read as something else.
pub fn source_of(spans: &[Span]) -> String {
    let marked = spans.iter().map(|span| {
        let stars = "*".repeat(usize::from(span.italic) + 2 * usize::from(span.bold));
        format!("{stars}{}{stars}", escape(&span.text))
    });
    marked.collect()
}

fn tokenize(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut text = String::new();
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => text.push(chars.next_if(|&next| matches!(next, '*' | '\\')).unwrap_or(c)),
            '*' => {
                let before = text.chars().next_back();
                if !text.is_empty() {
                    tokens.push(Token { text: std::mem::take(&mut text), ..Token::default() });
                }
                tokens.push(star_row(before, &mut chars));
            }
            _ => text.push(c),
        }
    }
    if !text.is_empty() {
        tokens.push(Token { text, ..Token::default() });
    }
    tokens
}

/// Reads the rest of a row of stars whose first star was consumed.
fn star_row(before: Option<char>, chars: &mut Peekable<Chars<'_>>) -> Token {
    let mut row = 1;
    while chars.next_if_eq(&'*').is_some() {
        row += 1;
    }
    let visible = |c: char| !c.is_whitespace();
    Token {
        stars: row,
        row,
        opens: chars.peek().copied().is_some_and(visible),
        closes: before.is_some_and(visible),
        ..Token::default()
    }
}

/// Pairs rows of stars from left to right, each closing row with the nearest row that can open (`CommonMark`,
/// "process emphasis"), and marks the tokens between them.
fn pair_stars(tokens: &mut [Token]) {
    let mut closer = 0;
    while closer < tokens.len() {
        if !pair_with_opener(tokens, closer) {
            closer += 1;
        }
    }
}

/// Uses up stars of one pair of rows; false when the row at `closer` finds no partner (any more).
fn pair_with_opener(tokens: &mut [Token], closer: usize) -> bool {
    let Some((before, [end, ..])) = tokens.split_at_mut_checked(closer) else {
        return false;
    };
    if !end.closes || end.stars == 0 {
        return false;
    }
    let fits = |t: &Token| t.opens && t.stars > 0 && !is_barred(t, end);
    let Some(opener) = before.iter().rposition(fits) else {
        return false;
    };
    let Some([start, between @ ..]) = before.get_mut(opener..) else {
        return false;
    };
    let used = if start.stars >= 2 && end.stars >= 2 { 2 } else { 1 };
    start.stars -= used;
    end.stars -= used;
    for token in between {
        // Rows inside a pair cannot pair with anything outside of it.
        token.opens = false;
        token.style.bold |= used == 2;
        token.style.italic |= used == 1;
    }
    true
}

/// The "multiple of 3" rule, which keeps `*a**b*` from closing at the inner stars.
fn is_barred(start: &Token, end: &Token) -> bool {
    (start.closes || end.opens)
        && (start.row + end.row).is_multiple_of(3)
        && !(start.row.is_multiple_of(3) && end.row.is_multiple_of(3))
}

#[cfg(test)]
mod tests {
    use super::{escape, one_line, parse, plain};

    /// Writes spans as `b[…]`, `i[…]`, `bi[…]` and plain text.
    fn shown(source: &str) -> String {
        parse(source)
            .into_iter()
            .map(|span| match (span.bold, span.italic) {
                (false, false) => span.text,
                (true, false) => format!("b[{}]", span.text),
                (false, true) => format!("i[{}]", span.text),
                (true, true) => format!("bi[{}]", span.text),
            })
            .collect()
    }

    #[test]
    fn markup_becomes_spans() {
        let table = [
            ("", ""),
            ("plain", "plain"),
            ("**bold** and *italic*", "b[bold] and i[italic]"),
            ("***both***", "bi[both]"),
            ("***a** b*", "bi[a]i[ b]"),
            ("**a *b* c**", "b[a ]bi[b]b[ c]"),
            ("5 * 3 * 2", "5 * 3 * 2"),
            ("required*", "required*"),
            ("**open", "**open"),
            ("** not bold**", "** not bold**"),
            ("**a*", "*i[a]"),
            ("*a**b*", "i[a**b]"),
            (r"\*not italic\*", "*not italic*"),
            (r"C:\dir \\ end\", r"C:\dir \ end\"),
            ("*two\nlines*", "i[two\nlines]"),
            ("****", "****"),
        ];
        for (source, expected) in table {
            assert_eq!(shown(source), expected, "{source}");
        }
    }

    #[test]
    fn escaped_text_reads_as_before() {
        for text in [r"a *b* \c", r"\*", "**", r"\"] {
            assert_eq!(plain(&escape(text)), text);
        }
    }

    #[test]
    fn lists_show_a_text_on_one_line() {
        assert_eq!(one_line(" Ask for\n**the** number "), "Ask for the number");
    }
}
