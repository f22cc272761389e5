//! Journals of which the first line is damaged: the document that it holds is repaired as that of a damaged file.

use super::{Account, JournalHead, line::Record};
use crate::{
    edit::Patch,
    persist::{
        RepairNote,
        repair::{Repaired, repair},
    },
};

/// What a journal tells, as far as it can be read.
pub(super) struct Salvaged {
    pub(super) account: Account,
    /// When the last of it happened.
    pub(super) time: u64,
    /// What was done to the document that it begins with, where that is damaged.
    pub(super) notes: Vec<RepairNote>,
}

/// What a journal tells whose first line cannot be read as it is; as far as what was done later still has what it was
/// done to. `None`: not even a part of the document is there, or another version of
/// the program wrote it.
pub(super) fn salvage(lines: &[u8]) -> Option<Salvaged> {
    let end = lines.iter().position(|byte| *byte == b'\n').unwrap_or(lines.len());
    let (first, rest) = lines.split_at(end);
    let line = String::from_utf8_lossy(first);
    if number_behind(&line, "version:").is_some_and(|version| !Record::<Patch>::is_known(version)) {
        return None;
    }
    let (before, text) = line.split_once("text:\"")?;
    let (text, after) = text.rsplit_once("\",state:").unwrap_or((text, ""));
    let Repaired { document, mut notes, .. } = repair(unescaped(text).as_bytes())?;
    // Its lines are those of no file that anybody has.
    for note in &mut notes {
        note.line = None;
    }
    // The state counts only where it is whole: what follows is not applied to anything else.
    let state = after.split_once(',').and_then(|(state, _)| state.parse().ok()).unwrap_or_default();
    let time = number_behind(before, "(").unwrap_or_default();
    let account = Account::new(JournalHead::default(), document, state, None).damaged();
    let (account, time) = account.follow_while_sound(rest.strip_prefix(b"\n").unwrap_or_default(), time);
    Some(Salvaged { account, time, notes })
}

/// The number that stands in `line` behind the first `word`.
fn number_behind<N: std::str::FromStr>(line: &str, word: &str) -> Option<N> {
    let (_, rest) = line.split_once(word)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end)?.parse().ok()
}

/// The text of which `escaped` is the form in RON; where that is damaged, line by line as far as it goes.
fn unescaped(escaped: &str) -> String {
    let parsed = |text: &str| ron::from_str::<String>(&format!("\"{text}\"")).ok();
    let by_lines = || {
        let lines = escaped.split("\\n").map(|line| parsed(line).unwrap_or_else(|| line.to_owned()));
        lines.collect::<Vec<_>>().join("\n")
    };
    parsed(escaped).unwrap_or_else(by_lines)
}
