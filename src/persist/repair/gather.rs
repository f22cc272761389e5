//! Gathers the records and fields of a damaged file, whatever became of its brackets, marks and commas.
//!
//! One walk over the text. Names of fields and beginnings of records say where they belong (`belonging`); signs are only
//! a hint. So what is damaged spoils no other record, wherever that is and however the file is laid out.

use super::{
    Branch, RepairKind, RepairNotes,
    belonging::{FieldPlace, RecordPlace, place_of_field, place_of_record},
    grammar::{FieldForm, is_name},
    levels::{Grown, Levels},
    lexeme::{Lexeme, LexemeKind, Lexer},
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

/// A walk over the text on its way.
pub(super) struct Gatherer<'t, 'n> {
    text: &'t str,
    pub(super) lexer: Lexer<'t>,
    pub(super) levels: Levels<'t>,
    pub(super) notes: &'n mut RepairNotes,
    /// Where the text begins and ends that belongs to nothing so far.
    junk: Option<(usize, usize)>,
    /// Whether a comma has to come before the next thing.
    pub(super) is_comma_due: bool,
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
        let names = if bracket == b')' { self.lexer.names() } else { Vec::new() };
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

    pub(super) fn word(&mut self, start: usize, word: &'t str) {
        // Marks stand around the name.
        if self.lexer.since(start).len() > word.len() {
            self.mended(start);
        }
        let next = self.lexer.peek();
        // The name of a kind of record, as RON allows before its bracket.
        if self.lexer.is_before_bracket() && !is_name(word) {
            return self.struct_name(start, word);
        }
        let place = place_of_field(&self.levels, word);
        if self.lexer.is_before_colon() {
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
            && ahead.is_before_colon();
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

    /// Goes on in the level at `depth` with what begins at `start`.
    pub(super) fn go_on(&mut self, start: usize, depth: usize) {
        self.note_junk();
        let is_said = self.levels.keep(depth, self.notes);
        if !is_said || self.is_comma_due {
            self.mended(start);
        }
        self.is_comma_due = false;
    }

    /// Notes that signs were put right in the line of `at`.
    pub(super) fn mended(&mut self, at: usize) {
        let line = self.line_at(at);
        if line != self.last_mended {
            self.last_mended = line;
            self.notes.add_in_line(RepairKind::Signs, line, "");
        }
    }

    /// The line of `at`, or the last one that was asked for.
    pub(super) fn line_at(&mut self, at: usize) -> usize {
        let (from, line) = self.line;
        let lines = self.text.get(from..at).unwrap_or_default().bytes().filter(|byte| *byte == b'\n').count();
        self.line = (at.max(from), line + lines);
        self.line.1
    }

    pub(super) fn note_field(&mut self, name: &str) {
        self.notes.add_of(RepairKind::Field, name, self.levels.key());
    }

    /// What begins at `start` and has just been read belongs to nothing.
    pub(super) fn junk(&mut self, start: usize) {
        let from = self.junk.map_or(start, |(from, _)| from);
        self.junk = Some((from, self.lexer.at()));
    }

    pub(super) fn note_junk(&mut self) {
        if let Some((from, to)) = self.junk.take() {
            let line = self.line_at(from);
            self.notes.add_in_line(RepairKind::LeftOver, line, self.text.get(from..to).unwrap_or_default());
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

/// Whether `word` may be the name of a kind of record, which RON allows before its bracket.
pub(super) fn is_struct_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
}
