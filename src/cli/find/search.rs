//! `laneway find`.

use clap::ArgMatches;
use std::path::Path;

use super::hit_entry::HitEntry;
use crate::{
    cli::{
        args::{paths, string},
        output::print_json,
        replacing::Output,
        session::{Session, Status},
    },
    edit::Editor,
    find::{MarkedText, Replacement, Sought, TextHit, find, replace, replacements},
    locale::{Lang, say_path},
    model::Document,
    pipeline::{self, Opened},
    progress::{Progress, Stopped},
};

/// How much of a text is shown.
const LONGEST: usize = 120;

/// What is done with each file.
struct Search<'m> {
    sought: Sought,
    /// What is put in the place of what is found.
    new: Option<&'m str>,
    writes: bool,
    /// The language in which names are read; `None`: the chart's own.
    names: Option<Lang>,
}

/// Says where words stand in charts, and replaces them.
pub(in crate::cli) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let Ok(lang) = session.lang(string(matches, "lang")) else { return };
    let sought = Sought {
        words: string(matches, "text").unwrap_or_default().to_owned(),
        is_whole_word: matches.get_flag("word"),
        matches_case: matches.get_flag("case"),
        lang: lang.clone(),
    };
    let (new, writes) = (string(matches, "replace"), matches.get_flag("write"));
    let search = Search { sought, new, writes, names: lang };
    let mut entries = Vec::new();
    for name in paths(matches, "inputs") {
        if let Some(opened) = session.open(name) {
            entries.extend(search.in_file(name, opened, matches.get_flag("json"), session));
        }
    }
    if entries.is_empty() {
        session.raise(Status::Findings);
    }
    if matches.get_flag("json") {
        print_json(session, &entries);
    }
}

impl Search<'_> {
    /// Says what is found in a file, unless programs are told, and writes it where that is asked for.
    fn in_file(
        &self,
        name: &Path,
        opened: Opened,
        is_json: bool,
        session: &mut Session<'_>,
    ) -> Vec<HitEntry> {
        let document = opened.document;
        let Some(new) = self.new else {
            let hits = find(&document, &self.sought);
            let entries = hits.iter().map(|hit| {
                if !is_json {
                    session.print(format_args!(
                        "{}: {}",
                        self.place(name, &document, hit, session),
                        text(&hit.shown)
                    ));
                }
                HitEntry::of(name, hit, None)
            });
            return entries.collect();
        };
        let found = replacements(&document, &self.sought, new);
        for replacement in found.iter().filter(|_| !is_json) {
            self.say_replacement(name, &document, replacement, session);
        }
        if self.writes && found.iter().any(|replacement| replacement.after.is_some()) {
            if opened.comments_dropped {
                session.fail_on(Status::Fine, "cli-comments-dropped", name);
            }
            write(name, document, &found, session);
        }
        found
            .iter()
            .map(|replacement| HitEntry::of(name, &replacement.hit, replacement.after.as_ref()))
            .collect()
    }

    fn say_replacement(&self, name: &Path, document: &Document, of: &Replacement, session: &mut Session<'_>) {
        let place = self.place(name, document, &of.hit, session);
        let before = text(&of.hit.shown);
        if let Some(after) = &of.after {
            return session.print(format_args!("{place}: {before} → {}", text(&after.shown)));
        }
        let values = [("place", place.into()), ("text", before.into())];
        session.fail_with(Status::Fine, "cli-find-kept", &values);
    }

    fn place(&self, name: &Path, document: &Document, hit: &TextHit, session: &Session<'_>) -> String {
        let names = self.names.as_ref().unwrap_or(&document.language);
        format!("{}: {}", say_path(name), hit.at.say_on_page(document, session.catalog, names))
    }
}

fn text(shown: &MarkedText) -> String {
    shown.excerpt(LONGEST).text
}

/// Writes the chart with what was found replaced, and says in how many places that was.
fn write(name: &Path, document: Document, found: &[Replacement], session: &mut Session<'_>) {
    let mut editor = Editor::new(document, pipeline::fonts(), true);
    let prepared = replace(editor.document(), found, pipeline::fonts(), &mut Progress::unwatched());
    match prepared {
        Ok(Ok(prepared)) => editor.run_prepared(editor.state(), prepared),
        Ok(Err(refusal)) => return session.fail(Status::Output, refusal.say(session.catalog)),
        // Nobody can stop it.
        Err(Stopped) => return,
    };
    if (Output { name, anew: Some(name), force: false }).save_quietly(editor.document(), session) {
        let done = found.iter().filter(|replacement| replacement.after.is_some());
        let count: usize = done.map(Replacement::count).sum();
        let values = [("file", say_path(name).into()), ("count", count.into())];
        session.remark(session.catalog.text_with("cli-find-replaced", &values));
    }
}
