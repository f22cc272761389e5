//! Names of files that are written.

use std::path::PathBuf;

/// `path` with `extension`, unless it has it already; a dot inside a name is no reason to lose the rest of it.
pub(crate) fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|own| own.eq_ignore_ascii_case(extension)) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(extension);
    name.into()
}
