//! What the system says of a file, as people read it.

use std::{
    error::Error,
    io::{self, ErrorKind},
};

use super::Catalog;

/// What the system says of a file, in the language of `catalog` and without its number there; what it says of what is no
/// known kind of error stays in the system's words.
pub fn say_system_error(error: &io::Error, catalog: &Catalog) -> String {
    key_of(error.kind()).map_or_else(|| own_words(error), |key| catalog.text(key))
}

const fn key_of(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-not-allowed",
        ErrorKind::AlreadyExists => "system-exists",
        ErrorKind::IsADirectory => "system-folder",
        ErrorKind::NotADirectory => "system-no-folder",
        ErrorKind::DirectoryNotEmpty => "system-not-empty",
        ErrorKind::InvalidFilename => "system-name",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "system-no-room",
        ErrorKind::FileTooLarge => "system-too-large",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::WouldBlock => "system-busy",
        ErrorKind::OutOfMemory => "system-no-memory",
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => "system-damaged",
        ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::TimedOut => "system-unreachable",
        _ => return None,
    })
}

/// The system's words, without the name of a temporary file and the number.
fn own_words(error: &io::Error) -> String {
    let mut inner: &dyn Error = error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    let words = inner.to_string();
    words.split(" (os error").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::UiLang;

    #[cfg(target_os = "linux")]
    #[test]
    fn what_happened_is_said_in_the_language_of_the_person() {
        for (number, en, es) in [
            (1, "no permission", "sin permiso"),
            (2, "there is no such file or folder", "no existe tal archivo o carpeta"),
            (13, "no permission", "sin permiso"),
            (20, "a part of the path is no folder", "una parte de la ruta no es una carpeta"),
            (21, "it is a folder", "es una carpeta"),
            (28, "no room on the disk", "no queda espacio en el disco"),
            (30, "the disk can only be read", "el disco es de solo lectura"),
            (36, "the name is too long or not allowed", "el nombre es demasiado largo o no está permitido"),
            (122, "no room on the disk", "no queda espacio en el disco"),
            (5, "Input/output error", "Input/output error"),
        ] {
            let error = io::Error::from_raw_os_error(number);
            let said = [UiLang::En, UiLang::Es].map(|lang| say_system_error(&error, Catalog::of(lang)));
            assert_eq!(said, [en, es], "{number}");
        }
    }
}
