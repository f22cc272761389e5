//! Values in a damaged file: numbers, words and strings, and what stands where nobody knows a field.

use std::borrow::Cow;

use super::{
    Branch, Field, RepairKind,
    belonging::{RecordPlace, place_of_field, place_of_record},
    gather::{Gatherer, is_struct_name},
    grammar::{FieldForm, is_name},
    levels::Grown,
    lexeme::{Lexeme, LexemeKind},
    quoted::{Quoted, QuotedState},
};

impl<'t> Gatherer<'t, '_> {
    /// What stands behind the colon of a field that holds a value.
    pub(super) fn plain_value(&mut self, field: &'static FieldForm) {
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
            LexemeKind::Word(word) if !(is_name(word) && self.lexer.is_second_colon()) => {
                self.lexer.next();
                if self.lexer.is_before_bracket() {
                    self.in_brackets(next.start)
                } else {
                    Some(self.words(word))
                }
            }
            LexemeKind::Open(b')') => self.in_brackets(next.start),
            _ => None,
        }
    }

    /// A word, with the one that it holds where no bracket, or a wrong sign, stands between them: `Decision Plain)`.
    fn words(&mut self, word: &'t str) -> Cow<'t, str> {
        let mut ahead = self.lexer.clone();
        let mut next = ahead.next();
        if matches!(next, Some(Lexeme { kind: LexemeKind::Open(b']' | b'}') | LexemeKind::Colon, .. })) {
            next = ahead.next();
        }
        match next {
            Some(Lexeme { start, kind: LexemeKind::Word(inner) })
                if is_struct_name(word) && is_struct_name(inner) =>
            {
                self.mended(start);
                self.lexer = ahead;
                if matches!(self.lexer.peek(), Some(Lexeme { kind: LexemeKind::Close(_), .. })) {
                    self.lexer.next();
                }
                format!("{word}({inner})").into()
            }
            _ => word.into(),
        }
    }

    /// A string; `None` where the file breaks off within it.
    fn quoted(&mut self, start: usize, text: Quoted<'t>) -> Option<Cow<'t, str>> {
        match text.state {
            QuotedState::Sound => {}
            QuotedState::Mended => self.mended(start),
            QuotedState::Guessed => {
                self.mended(start);
                let line = self.line_at(start);
                self.notes.add_in_line(RepairKind::Guessed, line, &text.text);
            }
            QuotedState::Cut => return None,
        }
        Some(text.text)
    }

    /// What stands in the brackets that come next, with what stands before them from `start` on.
    fn in_brackets(&mut self, start: usize) -> Option<Cow<'t, str>> {
        let (mut depth, mut from) = (0_usize, start);
        // What stands before the last string that had to be put right, with that.
        let mut begun = String::new();
        while let Some(next) = self.lexer.peek() {
            match next.kind {
                LexemeKind::Open(b')') => depth += 1,
                LexemeKind::Close(b')') if depth == 1 => {
                    self.lexer.next();
                    return Some((begun + self.lexer.since(from)).into());
                }
                LexemeKind::Close(b')') => depth = depth.saturating_sub(1),
                LexemeKind::Text(text) => {
                    begun.push_str(self.lexer.since(from));
                    self.lexer.next();
                    from = self.lexer.at();
                    begun.push_str(&self.quoted(next.start, text)?);
                    continue;
                }
                LexemeKind::Comma => {}
                LexemeKind::Word(word) if !(is_name(word) && self.lexer.is_second_colon()) => {}
                _ => break,
            }
            self.lexer.next();
        }
        self.mended(start);
        begun.push_str(self.lexer.since(from));
        let begun = begun.trim_end().trim_end_matches(',');
        Some(format!("{begun}{}", ")".repeat(depth)).into())
    }

    /// A string that stands for itself: in a list of strings, or with its name or as one in a map of them.
    pub(super) fn string(&mut self, start: usize, text: Quoted<'t>) {
        let next = self.lexer.peek();
        let is_named = self.lexer.is_before_colon();
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
            return self.string_without_place(start, &text, is_named);
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
            // The next key, where the text is missing.
            Some(_) if self.lexer.is_second_colon() => None,
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

    /// A string where none can stand: the name of a field in marks, a mark too many, or nothing of ours.
    fn string_without_place(&mut self, start: usize, text: &Quoted<'t>, is_named: bool) {
        let name = self.lexer.since(start).trim_matches('"');
        if is_named && is_name(name) {
            self.mended(start);
            self.word(start, name);
        } else if text.is_stray() {
            self.mended(start);
        } else {
            self.junk(start);
        }
    }

    /// A field that nobody knows.
    pub(super) fn unknown(&mut self, name: &'t str) {
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
                LexemeKind::Word(word) if self.lexer.is_second_colon() => {
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
        let mut ahead = self.lexer.clone();
        ahead.next();
        let names = ahead.names();
        names.len() > 1
            && matches!(
                place_of_record(&self.levels, &names),
                Some(RecordPlace::In(..) | RecordPlace::InField(..))
            )
    }
}
