//! Names of picture files.

use std::path::{Path, PathBuf};

/// A part of a file name made of a title: lower-case letters and digits with single hyphens.
pub(crate) fn slug(title: &str) -> String {
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
pub enum Target {
    /// Standard output.
    Stdout,
    /// Into a folder, each under a name of its own.
    Folder(PathBuf),
    /// To a file; several get a numbered suffix.
    File(PathBuf),
}

impl Target {
    /// Reads the value of `-o`.
    pub fn parse(text: &str) -> Self {
        let path = PathBuf::from(text);
        if text == "-" {
            Self::Stdout
        } else if text.ends_with(['/', std::path::MAIN_SEPARATOR]) || path.is_dir() {
            Self::Folder(path)
        } else {
            Self::File(path)
        }
    }

    /// The file that a picture goes to; `None` for standard output.
    pub fn file_name(&self, nth: &Nth<'_>) -> Option<PathBuf> {
        let numbered = |stem: &str, number: usize| {
            let title = slug(nth.title);
            let gap = if title.is_empty() { "" } else { "-" };
            format!("{stem}-{number}{gap}{title}.{}", nth.extension)
        };
        match self {
            Self::Stdout => None,
            Self::File(path) if nth.count == 1 => Some(path.clone()),
            Self::File(path) => Some(path.with_file_name(numbered(&stem(path), nth.number))),
            Self::Folder(folder) => {
                let stem = if nth.input == "-" { "chart".to_owned() } else { stem(Path::new(nth.input)) };
                let name = if nth.pages == 1 {
                    format!("{stem}.{}", nth.extension)
                } else {
                    numbered(&stem, nth.page)
                };
                Some(folder.join(name))
            }
        }
    }
}

/// One picture among those that a call makes.
pub struct Nth<'a> {
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
        assert_eq!(file.file_name(&nth(2, 2)), Some("out/x-2-facturas-y-pedidos.svg".into()));
        assert_eq!(file.file_name(&nth(1, 1)), Some("out/x.svg".into()));
        let folder = Target::Folder("out".into());
        assert_eq!(folder.file_name(&nth(2, 2)), Some("out/calls-2-facturas-y-pedidos.svg".into()));
        assert_eq!(Target::Stdout.file_name(&nth(1, 1)), None);
    }
}
