//! Names of picture files.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf, is_separator},
};

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
pub enum OutputTarget {
    /// Standard output.
    Stdout,
    /// Into a folder, each under a name of its own.
    Folder(PathBuf),
    /// To a file; several get a numbered suffix.
    File(PathBuf),
}

impl OutputTarget {
    /// Reads the value of `-o`.
    pub fn parse(name: &Path) -> Self {
        let last = name.as_os_str().as_encoded_bytes().last();
        if is_stdio(name) {
            Self::Stdout
        } else if last.is_some_and(|last| is_separator(char::from(*last))) || name.is_dir() {
            Self::Folder(name.to_owned())
        } else {
            Self::File(name.to_owned())
        }
    }

    /// The file that a picture goes to; `None` for standard output.
    pub(super) fn file_name(&self, nth: &Nth<'_>) -> Option<PathBuf> {
        let numbered = |mut stem: OsString, number: usize| {
            let title = slug(nth.title);
            let gap = if title.is_empty() { "" } else { "-" };
            stem.push(format!("-{number}{gap}{title}.{}", nth.extension));
            stem
        };
        match self {
            Self::Stdout => None,
            Self::File(path) if !nth.is_one_of_several => Some(nth.ending(path)),
            Self::File(path) => Some(path.with_file_name(numbered(stem(path), nth.number))),
            Self::Folder(folder) => {
                let mut name = if is_stdio(nth.input) { "chart".into() } else { stem(nth.input) };
                if !nth.part.is_empty() {
                    name.push(format!("-{}", nth.part));
                }
                if nth.pages == 1 {
                    name.push(format!(".{}", nth.extension));
                } else {
                    name = numbered(name, nth.page);
                }
                Some(folder.join(name))
            }
        }
    }
}

/// One page among those that are published.
pub(super) struct Nth<'a> {
    /// Its number from 1.
    pub(super) number: usize,
    /// Whether several pages go to one name, so that it gets its number.
    pub(super) is_one_of_several: bool,
    /// Whether there are several formats, so that the name gets the ending of each.
    pub(super) has_formats: bool,
    /// The name of the document's file.
    pub(super) input: &'a Path,
    /// How many pages of that document are drawn.
    pub(super) pages: usize,
    /// The page's number in its document, from 1.
    pub(super) page: usize,
    /// What is said of the part of it; empty for all of it.
    pub(super) part: &'a str,
    /// The page's title.
    pub(super) title: &'a str,
    /// The ending of the file's name.
    pub(super) extension: &'a str,
}

impl Nth<'_> {
    /// `path` as it was given, or with the ending of the format where there are several.
    fn ending(&self, path: &Path) -> PathBuf {
        if self.has_formats { path.with_extension(self.extension) } else { path.to_owned() }
    }
}

/// Whether `name` stands for standard input or output.
pub fn is_stdio(name: &Path) -> bool {
    name.as_os_str() == "-"
}

fn stem(path: &Path) -> OsString {
    path.file_stem().map(OsStr::to_owned).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_pictures_get_numbered_names() {
        let nth = |number, is_one_of_several| Nth {
            number,
            is_one_of_several,
            has_formats: false,
            input: Path::new("in/calls.ron"),
            pages: 2,
            page: number,
            part: "",
            title: "¿Facturas y Pedidos?",
            extension: "svg",
        };
        let file = OutputTarget::File("out/x.svg".into());
        assert_eq!(file.file_name(&nth(2, true)), Some("out/x-2-facturas-y-pedidos.svg".into()));
        assert_eq!(file.file_name(&nth(1, false)), Some("out/x.svg".into()));
        let both = Nth { has_formats: true, extension: "png", ..nth(1, false) };
        assert_eq!(file.file_name(&both), Some("out/x.png".into()));
        let folder = OutputTarget::Folder("out".into());
        assert_eq!(folder.file_name(&nth(2, true)), Some("out/calls-2-facturas-y-pedidos.svg".into()));
        let part = Nth { pages: 1, part: "employee", ..nth(1, false) };
        assert_eq!(folder.file_name(&part), Some("out/calls-employee.svg".into()));
        assert_eq!(OutputTarget::Stdout.file_name(&nth(1, false)), None);
    }
}
