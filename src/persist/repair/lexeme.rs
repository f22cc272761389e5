//! The words and signs of a damaged file, one after the other.

use super::quoted::Quoted;
use crate::persist::scan::{comment_len, raw_string_len};

/// So many names of a record's fields tell where it belongs.
const MOST_NAMES: usize = 12;
/// So far ahead they are looked for.
const MOST_AHEAD: usize = 600;

/// A word or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lexeme<'t> {
    /// Where it begins.
    pub(super) start: usize,
    pub(super) kind: LexemeKind<'t>,
}

/// What a lexeme is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LexemeKind<'t> {
    /// `(`, `[` or `{`, by the bracket that closes it.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    Comma,
    Colon,
    /// A string.
    Text(Quoted<'t>),
    /// A name, a number, or anything else without spaces.
    Word(&'t str),
}

/// Reads words and signs; a copy looks ahead.
#[derive(Clone, Debug)]
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// Whether a colon came last.
    is_at_value: bool,
}

impl<'t> Lexer<'t> {
    /// A lexer at the beginning of `text`.
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, at: 0, is_at_value: false }
    }

    /// Where the next lexeme begins, or the comment before it.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// What comes next; it stays there.
    pub(super) fn peek(&self) -> Option<Lexeme<'t>> {
        let mut ahead = self.clone();
        ahead.next()
    }

    /// What comes after that which comes next.
    pub(super) fn peek_second(&self) -> Option<Lexeme<'t>> {
        let mut ahead = self.clone();
        ahead.next()?;
        ahead.next()
    }

    /// Whether a colon comes next.
    pub(super) fn is_before_colon(&self) -> bool {
        self.peek().is_some_and(|next| next.kind == LexemeKind::Colon)
    }

    /// Whether a colon comes after that which comes next.
    pub(super) fn is_second_colon(&self) -> bool {
        let mut ahead = self.clone();
        ahead.next().is_some() && ahead.is_before_colon()
    }

    /// The names of the fields that follow within brackets that are open.
    pub(super) fn names(&self) -> Vec<&'t str> {
        let (mut ahead, mut depth, mut names) = (self.clone(), 0_usize, Vec::new());
        for _ in 0..MOST_AHEAD {
            let Some(lexeme) = ahead.next() else { break };
            match lexeme.kind {
                LexemeKind::Open(_) => depth += 1,
                LexemeKind::Close(_) if depth == 0 => break,
                LexemeKind::Close(_) => depth -= 1,
                LexemeKind::Word(word) if depth == 0 && (names.is_empty() || ahead.is_before_colon()) => {
                    names.push(word);
                }
                _ => {}
            }
            if names.len() == MOST_NAMES {
                break;
            }
        }
        names
    }

    /// Whether a bracket stands next, without a space before it.
    pub(super) fn is_before_bracket(&self) -> bool {
        self.text.as_bytes().get(self.at) == Some(&b'(')
    }

    /// The text from `start` to here.
    pub(super) fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let blank = rest.len() - rest.trim_start().len();
            let comment = rest.get(blank..).and_then(whole_comment_len).unwrap_or(0);
            if blank + comment == 0 {
                return;
            }
            self.at += blank + comment;
        }
    }
}

impl<'t> Iterator for Lexer<'t> {
    type Item = Lexeme<'t>;

    fn next(&mut self) -> Option<Lexeme<'t>> {
        self.skip_space();
        let start = self.at;
        let rest = self.text.get(start..)?;
        let kind = match rest.bytes().next()? {
            b'(' => LexemeKind::Open(b')'),
            b'[' => LexemeKind::Open(b']'),
            b'{' => LexemeKind::Open(b'}'),
            byte @ (b')' | b']' | b'}') => LexemeKind::Close(byte),
            b',' => LexemeKind::Comma,
            b':' => LexemeKind::Colon,
            b'"' => LexemeKind::Text(Quoted::at(self.text, start, self.is_at_value)),
            _ => match raw_string_len(rest.as_bytes()).filter(|_| rest.starts_with('r')) {
                Some(len) => LexemeKind::Text(Quoted::raw(self.text, start, len)),
                None => LexemeKind::Word(word(rest)),
            },
        };
        self.at = match &kind {
            LexemeKind::Text(quoted) => quoted.end,
            LexemeKind::Word(word) => start + word.len(),
            _ => start + 1,
        };
        self.is_at_value = kind == LexemeKind::Colon;
        Some(Lexeme { start, kind })
    }
}

/// The length of the comment that `rest` begins with, if it has an end; so of the attribute `#![enable(…)]`.
fn whole_comment_len(rest: &str) -> Option<usize> {
    if rest.starts_with("#![") {
        return rest.lines().next()?.find(']').map(|end| end + 1);
    }
    let len = comment_len(rest.as_bytes())?;
    let comment = rest.get(..len)?;
    (comment.starts_with("//") || comment.len() > 3 && comment.ends_with("*/")).then_some(len)
}

/// What `rest` begins with up to a space or a sign; at least one character.
fn word(rest: &str) -> &str {
    let is_end = |c: char| c.is_whitespace() || "()[]{},:\"".contains(c);
    let end = rest.char_indices().skip(1).find(|(_, c)| is_end(*c)).map_or(rest.len(), |(at, _)| at);
    rest.get(..end).unwrap_or(rest)
}
