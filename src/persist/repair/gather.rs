//! Gathers the records and fields of a damaged file, whatever became of its brackets, marks and commas.
//!
//! One walk over the text. Names of fields and beginnings of records say where they belong (`belonging`); signs are only
//! a hint. So what is damaged spoils no other record, wherever that is and however the file is laid out.

use std::borrow::Cow;

use super::{
    Branch, Field, RepairKind, RepairNotes,
    belonging::{FieldPlace, RecordPlace, place_of_field, place_of_record},
    grammar::{FieldForm, is_name},
    levels::{Grown, Levels},
    lexeme::{Lexeme, LexemeKind, Lexer},
    quoted::Quoted,
};

/// Everything that can be told of `text`.
pub(super) fn gather<'t>(text: &'t str, notes: &mut RepairNotes) -> Branch<'t> {
    let mut gatherer = Gatherer {
        text,
        lexer: Lexer::new(text),
        levels: Levels::new(),
        notes,
        junk: None,
        is_comma_due: false,
        line: (0, 1),
        last_mended: 0,
    };
    gatherer.take_open(b')');
    while let Some(lexeme) = gatherer.lexer.next() {
        gatherer.take(lexeme);
    }
    gatherer.finish()
}

/// So many names of a record's fields tell where it belongs.
const MOST_NAMES: usize = 12;
/// So far ahead they are looked for.
const MOST_AHEAD: usize = 600;

struct Gatherer<'t, 'n> {
    text: &'t str,
    lexer: Lexer<'t>,
    levels: Levels<'t>,
    notes: &'n mut RepairNotes,
    /// Where the text begins and ends that belongs to nothing so far.
    junk: Option<(usize, usize)>,
    /// Whether a comma has to come before the next thing.
    is_comma_due: bool,
    /// A place in the text, and the number of its line.
    line: (usize, usize),
    /// The last line where signs were put right.
    last_mended: usize,
}

impl<'t> Gatherer<'t, '_> {
    fn take(&mut self, lexeme: Lexeme<'t>) {
        let Lexeme { start, kind } = lexeme;
        match kind {
            LexemeKind::Comma => {
                if !self.is_comma_due {
                    self.mended(start);
                }
                self.is_comma_due = false;
            }
            LexemeKind::Colon => self.mended(start),
            LexemeKind::Close(bracket) => {
                if !self.levels.close(bracket) {
                    self.mended(start);
                }
                self.is_comma_due = true;
            }
            LexemeKind::Open(bracket) => self.open(start, bracket),
            LexemeKind::Word(word) => self.word(start, word),
            LexemeKind::Text(text) => self.string(start, text),
        }
    }

    /// A bracket that opens something without a name.
    fn open(&mut self, start: usize, bracket: u8) {
        let names = if bracket == b')' { names(self.lexer.clone()) } else { Vec::new() };
        let place = place_of_record(&self.levels, &names).filter(|_| bracket == b')');
        match place {
            Some(RecordPlace::In(depth, form)) => {
                self.go_on(start, depth);
                self.levels.begin("", Grown::Record(form, Vec::new()));
            }
            Some(RecordPlace::InField(depth, outer, field)) => {
                self.go_on(start, depth);
                self.mended(start);
                for field in outer.into_iter().chain([field]) {
                    self.begin_or_go_on(field);
                }
                if let Some(Grown::List(form, _)) = self.levels.all().last().map(|level| &level.grown) {
                    let form = *form;
                    self.levels.begin("", Grown::Record(form, Vec::new()));
                }
            }
            // It has begun already, or nothing does.
            Some(RecordPlace::Begun) | None => self.mended(start),
        }
    }

    /// Begins a list or record that is a field of the innermost record, or goes on with it.
    fn begin_or_go_on(&mut self, field: &'static FieldForm) {
        let depth = self.levels.all().len().saturating_sub(1);
        if self.levels.has(depth, field.name) {
            self.levels.begin_again(field);
        } else if let Some(grown) = Grown::new(field.holds) {
            self.levels.begin(field.name, grown);
        }
    }

    fn word(&mut self, start: usize, word: &'t str) {
        let next = self.lexer.peek();
        // The name of a kind of record, as RON allows before its bracket.
        if self.lexer.is_before_bracket() && !is_name(word) {
            return self.struct_name(start, word);
        }
        let place = place_of_field(&self.levels, word);
        if is_colon(next.as_ref()) {
            self.lexer.next();
            return match place {
                Some(place) => self.field(start, word, place),
                None => self.unknown(word),
            };
        }
        let is_value = matches!(
            next.as_ref().map(|next| &next.kind),
            Some(LexemeKind::Text(_) | LexemeKind::Word(_) | LexemeKind::Open(_))
        );
        match place {
            Some(FieldPlace::In(depth, field))
                if is_value
                    && field.name == word
                    && depth == self.levels.top()
                    && !self.levels.has(depth, word) =>
            {
                self.mended(start);
                self.field(start, word, FieldPlace::In(depth, field));
            }
            _ => self.junk(start),
        }
    }

    /// A word directly before a bracket: the name of a kind of record, if one begins there.
    fn struct_name(&mut self, start: usize, word: &str) {
        let mut ahead = self.lexer.clone();
        ahead.next();
        let begins_record = matches!(ahead.next().map(|next| next.kind), Some(LexemeKind::Word(_)))
            && is_colon(ahead.peek().as_ref());
        if !begins_record {
            self.junk(start);
        } else if !is_struct_name(word) {
            self.mended(start);
        }
    }

    /// A field whose name is read, and its colon if it has one.
    fn field(&mut self, start: usize, word: &str, place: FieldPlace) {
        let field = place.field();
        self.go_on(start, place.depth());
        if field.name != word {
            self.mended(start);
        }
        match place {
            FieldPlace::In(..) => {}
            FieldPlace::Within(_, outer, _) => {
                self.mended(start);
                self.begin_or_go_on(outer);
            }
            FieldPlace::NextRecord(_, form, _) => {
                self.mended(start);
                self.levels.begin("", Grown::Record(form, Vec::new()));
            }
            FieldPlace::Again(..) => {
                self.mended(start);
                self.begin_or_go_on(field);
                return self.take_open_of_last();
            }
        }
        self.value(field);
    }

    /// What stands behind the colon of a field.
    fn value(&mut self, field: &'static FieldForm) {
        let Some(grown) = Grown::new(field.holds) else {
            return self.plain_value(field);
        };
        self.levels.begin(field.name, grown);
        self.take_open_of_last();
    }

    /// Takes the bracket that opens the innermost level.
    fn take_open_of_last(&mut self) {
        let bracket = self.levels.all().last().map_or(b')', |level| level.grown.close());
        self.take_open(bracket);
    }

    /// Takes the bracket that opens what `bracket` closes, or the wrong one that stands there instead.
    fn take_open(&mut self, bracket: u8) {
        if let Some(Lexeme { start, kind: LexemeKind::Word(word) }) = self.lexer.peek()
            && !is_name(word)
            && matches!(self.lexer.peek_second().map(|next| next.kind), Some(LexemeKind::Open(b')')))
        {
            self.lexer.next();
            if !is_struct_name(word) {
                self.mended(start);
            }
        }
        let next = self.lexer.peek();
        match next.as_ref().map(|next| &next.kind) {
            Some(LexemeKind::Open(found)) => {
                if *found != bracket {
                    self.mended(self.lexer.at());
                }
                self.lexer.next();
            }
            _ => self.mended(self.lexer.at()),
        }
        self.is_comma_due = false;
    }

    fn plain_value(&mut self, field: &'static FieldForm) {
        let start = self.lexer.at();
        let Some(value) = self.plain() else {
            self.is_comma_due = self.lexer.at() > start;
            return self.note_field(field.name);
        };
        let field = Field { name: field.name.into(), branch: Branch::Value(value) };
        self.levels.put_field(field, self.notes);
        self.is_comma_due = true;
    }

    /// A number, a word, a string, or some of them in brackets.
    fn plain(&mut self) -> Option<Cow<'t, str>> {
        let next = self.lexer.peek()?;
        match next.kind {
            LexemeKind::Text(text) => {
                self.lexer.next();
                self.quoted(next.start, text)
            }
            LexemeKind::Word(word) if !(is_name(word) && is_colon(self.lexer.peek_second().as_ref())) => {
                self.lexer.next();
                if self.lexer.is_before_bracket() { self.in_brackets(next.start) } else { Some(word.into()) }
            }
            LexemeKind::Open(b')') => self.in_brackets(next.start),
            _ => None,
        }
    }

    /// A string; `None` where the file breaks off within it.
    fn quoted(&mut self, start: usize, text: Quoted<'t>) -> Option<Cow<'t, str>> {
        if text.is_mended {
            self.mended(start);
        }
        (!text.is_cut).then_some(text.text)
    }

    /// What stands in the brackets that come next, with what stands before them from `start` on.
    fn in_brackets(&mut self, start: usize) -> Option<Cow<'t, str>> {
        let mut depth = 0_usize;
        while let Some(next) = self.lexer.peek() {
            match next.kind {
                LexemeKind::Open(b')') => depth += 1,
                LexemeKind::Close(b')') if depth == 1 => {
                    self.lexer.next();
                    return Some(self.lexer.since(start).into());
                }
                LexemeKind::Close(b')') => depth = depth.saturating_sub(1),
                LexemeKind::Text(text) if text.is_cut => {
                    self.lexer.next();
                    return None;
                }
                LexemeKind::Text(_) | LexemeKind::Comma => {}
                LexemeKind::Word(word) if !(is_name(word) && is_colon(self.lexer.peek_second().as_ref())) => {
                }
                _ => break,
            }
            self.lexer.next();
        }
        self.mended(start);
        let begun = self.lexer.since(start).trim_end().trim_end_matches(',');
        Some(format!("{begun}{}", ")".repeat(depth)).into())
    }

    fn string(&mut self, start: usize, text: Quoted<'t>) {
        let next = self.lexer.peek();
        let is_named = is_colon(next.as_ref());
        let top = self.levels.top();
        let takes = |grown: &Grown<'_>| match grown {
            Grown::Words(_) => {
                is_named || matches!(next.as_ref().map(|next| &next.kind), Some(LexemeKind::Text(_)))
            }
            Grown::Strings(_) => !is_named,
            _ => false,
        };
        let mut depths = std::iter::once(top).chain((top + 1..self.levels.all().len()).rev());
        let depth =
            depths.find(|depth| self.levels.all().get(*depth).is_some_and(|level| takes(&level.grown)));
        let Some(depth) = depth else {
            return self.junk(start);
        };
        self.go_on(start, depth);
        let Some(text) = self.quoted(start, text) else { return };
        if !matches!(self.levels.all().last().map(|level| &level.grown), Some(Grown::Words(_))) {
            self.levels.put_string(Branch::Value(text));
            self.is_comma_due = true;
            return;
        }
        if is_named {
            self.lexer.next();
        } else {
            self.mended(start);
        }
        let said = match self.lexer.peek() {
            Some(Lexeme { start, kind: LexemeKind::Text(said) }) => {
                self.lexer.next();
                self.quoted(start, said)
            }
            _ => None,
        };
        match said {
            Some(said) => {
                self.levels.put_field(Field { name: text, branch: Branch::Value(said) }, self.notes);
            }
            None => self.note_field(&text),
        }
        self.is_comma_due = true;
    }

    /// A field that nobody knows.
    fn unknown(&mut self, name: &'t str) {
        self.note_junk();
        self.note_field(name);
        if matches!(self.lexer.peek(), Some(Lexeme { kind: LexemeKind::Open(_), .. })) {
            self.skip_brackets();
        } else {
            self.plain();
        }
        self.is_comma_due = true;
    }

    /// Steps over the brackets that come next and what stands in them, up to what belongs somewhere: then it was a list
    /// of ours with a wrong name.
    fn skip_brackets(&mut self) {
        let mut depth = 0_usize;
        while let Some(next) = self.lexer.peek() {
            match next.kind {
                LexemeKind::Open(b')') if depth > 0 && self.begins_record() => return,
                LexemeKind::Open(_) => depth += 1,
                LexemeKind::Close(_) => depth = depth.saturating_sub(1),
                LexemeKind::Word(word) if is_colon(self.lexer.peek_second().as_ref()) => {
                    let place = place_of_field(&self.levels, word);
                    if place.is_some_and(|place| place.field().holds.is_container()) {
                        return;
                    }
                }
                _ => {}
            }
            self.lexer.next();
            if depth == 0 {
                return;
            }
        }
    }

    /// Whether the bracket that comes next begins a record with a name and something more.
    fn begins_record(&self) -> bool {
        let names = names({
            let mut ahead = self.lexer.clone();
            ahead.next();
            ahead
        });
        names.len() > 1
            && matches!(
                place_of_record(&self.levels, &names),
                Some(RecordPlace::In(..) | RecordPlace::InField(..))
            )
    }

    /// Goes on in the level at `depth` with what begins at `start`.
    fn go_on(&mut self, start: usize, depth: usize) {
        self.note_junk();
        let is_said = self.levels.keep(depth, self.notes);
        if !is_said || self.is_comma_due {
            self.mended(start);
        }
        self.is_comma_due = false;
    }

    /// Notes that signs were put right in the line of `at`.
    fn mended(&mut self, at: usize) {
        let (from, line) = self.line;
        let lines = self.text.get(from..at).unwrap_or_default().bytes().filter(|byte| *byte == b'\n').count();
        self.line = (at.max(from), line + lines);
        if self.line.1 != self.last_mended {
            self.last_mended = self.line.1;
            self.notes.add(RepairKind::Signs, &self.line.1.to_string());
        }
    }

    fn note_field(&mut self, name: &str) {
        let about = [name, self.levels.key()].join(" ");
        self.notes.add(RepairKind::Field, about.trim_end());
    }

    /// What begins at `start` and has just been read belongs to nothing.
    fn junk(&mut self, start: usize) {
        let from = self.junk.map_or(start, |(from, _)| from);
        self.junk = Some((from, self.lexer.at()));
    }

    fn note_junk(&mut self) {
        if let Some((from, to)) = self.junk.take() {
            self.notes.add(RepairKind::LeftOver, self.text.get(from..to).unwrap_or_default());
        }
    }

    fn finish(mut self) -> Branch<'t> {
        self.note_junk();
        match self.levels.unclosed() {
            0 => {}
            1 => self.mended(self.text.len()),
            _ => self.notes.add(RepairKind::CutOff, ""),
        }
        self.levels.finish(self.notes)
    }
}

fn is_colon(lexeme: Option<&Lexeme<'_>>) -> bool {
    lexeme.is_some_and(|lexeme| lexeme.kind == LexemeKind::Colon)
}

/// The names of the fields that follow within brackets that are open.
fn names(mut ahead: Lexer<'_>) -> Vec<&str> {
    let (mut depth, mut names) = (0_usize, Vec::new());
    for _ in 0..MOST_AHEAD {
        let Some(lexeme) = ahead.next() else { break };
        match lexeme.kind {
            LexemeKind::Open(_) => depth += 1,
            LexemeKind::Close(_) if depth == 0 => break,
            LexemeKind::Close(_) => depth -= 1,
            LexemeKind::Word(word) if depth == 0 && (names.is_empty() || is_colon(ahead.peek().as_ref())) => {
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

/// Whether `word` may be the name of a kind of record, which RON allows before its bracket.
fn is_struct_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
}
