//! The words and signs of a damaged file, one after the other.

use super::{
    ahead::{KeyAhead, begins_language, is_language, key_ahead},
    grammar::{holds_name, is_name},
    marks::is_mark,
    quoted::{Quoted, QuotedState},
    string_end::StringPlace,
};
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
    /// Where a string would stand behind the next colon.
    behind_colon: StringPlace,
    /// Where a string stands that comes next.
    place: StringPlace,
}

impl<'t> Lexer<'t> {
    /// A lexer at the beginning of `text`.
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, at: 0, behind_colon: StringPlace::Value, place: StringPlace::Entry }
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
        let before = self.at;
        self.skip_space();
        let start = self.at;
        let is_same_line = !self.since(before).contains('\n');
        let kind = match self.text.as_bytes().get(start)? {
            b'"' => self.marked(start),
            b',' => LexemeKind::Comma,
            b':' => LexemeKind::Colon,
            byte @ (b')' | b']' | b'}') => LexemeKind::Close(*byte),
            _ => match self.bare(start).filter(|_| is_same_line) {
                Some(text) => LexemeKind::Text(text),
                None => self.unmarked(start),
            },
        };
        self.at = match &kind {
            LexemeKind::Text(quoted) => quoted.end,
            LexemeKind::Word(word) => start + self.len_with_marks(start, word),
            _ => start + 1,
        };
        self.expect_behind(&kind);
        Some(Lexeme { start, kind })
    }
}

impl<'t> Lexer<'t> {
    /// What begins with a quotation mark.
    fn marked(&self, start: usize) -> LexemeKind<'t> {
        let rest = self.text.get(start..).unwrap_or_default();
        // A value that is missing has the next key behind it.
        let is_key = self.place == StringPlace::Text && begins_language(rest);
        let place = if is_key { StringPlace::Entry } else { self.place };
        let quoted = Quoted::at(self.text, start, place);
        let is_sound = quoted.state == QuotedState::Sound;
        let is_named = self.text.get(quoted.end..).unwrap_or_default().trim_start().starts_with(':');
        let is_key = |key: &KeyAhead<'_>| !is_sound || !is_named && is_language(key.name);
        match key_ahead(rest).filter(|key| place == StringPlace::Entry && is_key(key)) {
            Some(key) if is_name(key.name) => LexemeKind::Word(key.name),
            Some(key) => LexemeKind::Text(Quoted::key(key.name, start + key.len)),
            None => LexemeKind::Text(quoted),
        }
    }

    /// The string without its first mark that begins at `start`, if a string has to come there.
    fn bare(&self, start: usize) -> Option<Quoted<'t>> {
        let rest = self.text.get(start..)?;
        let is_string = rest.starts_with(is_mark) || raw_string(rest).is_some();
        if is_string { None } else { Quoted::bare(self.text, start, self.place) }
    }

    /// What begins with anything else.
    fn unmarked(&self, start: usize) -> LexemeKind<'t> {
        let rest = self.text.get(start..).unwrap_or_default();
        match rest.chars().next() {
            Some('(') => return LexemeKind::Open(b')'),
            Some('[') => return LexemeKind::Open(b']'),
            Some('{') => return LexemeKind::Open(b'}'),
            Some(c) if is_mark(c) => return self.marked(start),
            _ => {}
        }
        if let Some(len) = raw_string(rest) {
            return LexemeKind::Text(Quoted::raw(self.text, start, len));
        }
        match key_ahead(rest).filter(|key| self.place == StringPlace::Entry && !is_name(key.name)) {
            Some(key) => LexemeKind::Text(Quoted::key(key.name, start + key.len)),
            None => LexemeKind::Word(word(rest)),
        }
    }

    /// The length of `word` at `start` with the marks that stand around a name without need.
    fn len_with_marks(&self, start: usize, word: &str) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        let key = key_ahead(rest).filter(|key| key.name == word && is_name(word));
        key.map_or(word.len(), |key| key.len)
    }

    /// Keeps what has to come behind a lexeme.
    fn expect_behind(&mut self, kind: &LexemeKind<'t>) {
        let named = |name: &str| if holds_name(name) { StringPlace::Name } else { StringPlace::Value };
        self.place = match kind {
            LexemeKind::Colon => self.behind_colon,
            // What a word with brackets says: `Address("…")`.
            LexemeKind::Open(b')') => StringPlace::Value,
            _ => StringPlace::Entry,
        };
        match kind {
            LexemeKind::Word(word) => self.behind_colon = named(word),
            LexemeKind::Text(text) => {
                let key = text.text.trim_matches('"');
                self.behind_colon = if is_name(key) { named(key) } else { StringPlace::Text };
            }
            LexemeKind::Colon => {}
            LexemeKind::Open(_) | LexemeKind::Close(_) | LexemeKind::Comma => {
                self.behind_colon = StringPlace::Value;
            }
        }
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

/// The length of the raw string with which `rest` begins.
fn raw_string(rest: &str) -> Option<usize> {
    raw_string_len(rest.as_bytes()).filter(|_| rest.starts_with('r'))
}

/// What `rest` begins with up to a space or a sign; at least one character.
fn word(rest: &str) -> &str {
    let is_end = |c: char| c.is_whitespace() || "()[]{},:\"".contains(c);
    let end = rest.char_indices().skip(1).find(|(_, c)| is_end(*c)).map_or(rest.len(), |(at, _)| at);
    rest.get(..end).unwrap_or(rest)
}
