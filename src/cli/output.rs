//! Names of output files, and JSON on standard output.

use serde::Serialize;
use std::path::{Path, PathBuf};

use super::session::{Session, Status};

/// Prints `value` as JSON.
pub(super) fn print_json(session: &mut Session<'_>, value: &impl Serialize) {
    match serde_json::to_string_pretty(value) {
        Ok(json) => session.print(json),
        Err(error) => session.fail(Status::Output, error),
    }
}

/// A part of a file name made of a title: lower-case letters and digits with single hyphens.
pub(super) fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.to_lowercase().chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() > 60 {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Where pictures go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Standard output.
    Stdout,
    /// Into a folder, each under a name of its own.
    Folder(PathBuf),
    /// To a file; several get a numbered suffix.
    File(PathBuf),
}

impl Target {
    /// Reads the value of `-o`.
    pub(super) fn parse(text: &str) -> Self {
        let path = PathBuf::from(text);
        if text == "-" {
            Self::Stdout
        } else if text.ends_with(['/', std::path::MAIN_SEPARATOR]) || path.is_dir() {
            Self::Folder(path)
        } else {
            Self::File(path)
        }
    }
}

/// One picture among those that a call makes.
pub(super) struct Nth<'a> {
    /// Its number from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
    /// The name of the document's file.
    pub input: &'a str,
    /// How many pages of that document are drawn.
    pub pages: usize,
    /// The page's number in its document, from 1.
    pub page: usize,
    /// The page's title.
    pub title: &'a str,
    /// The ending of the file's name.
    pub extension: &'a str,
}

/// The file that a picture goes to; `None` for standard output.
pub(super) fn file_name(target: &Target, nth: &Nth<'_>) -> Option<PathBuf> {
    let numbered = |stem: &str, number: usize| {
        let title = slug(nth.title);
        let gap = if title.is_empty() { "" } else { "-" };
        format!("{stem}-{number}{gap}{title}.{}", nth.extension)
    };
    match target {
        Target::Stdout => None,
        Target::File(path) if nth.count == 1 => Some(path.clone()),
        Target::File(path) => Some(path.with_file_name(numbered(&stem(path), nth.number))),
        Target::Folder(folder) => {
            let stem = if nth.input == "-" { "chart".to_owned() } else { stem(Path::new(nth.input)) };
            let name =
                if nth.pages == 1 { format!("{stem}.{}", nth.extension) } else { numbered(&stem, nth.page) };
            Some(folder.join(name))
        }
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_pictures_get_numbered_names() {
        let nth = |number, count| Nth {
            number,
            count,
            input: "in/calls.ron",
            pages: 2,
            page: number,
            title: "¿Facturas y Pedidos?",
            extension: "svg",
        };
        let file = Target::File("out/x.svg".into());
        assert_eq!(file_name(&file, &nth(2, 2)), Some("out/x-2-facturas-y-pedidos.svg".into()));
        assert_eq!(file_name(&file, &nth(1, 1)), Some("out/x.svg".into()));
        let folder = Target::Folder("out".into());
        assert_eq!(file_name(&folder, &nth(2, 2)), Some("out/calls-2-facturas-y-pedidos.svg".into()));
        assert_eq!(file_name(&Target::Stdout, &nth(1, 1)), None);
    }
}
