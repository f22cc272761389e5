//! Tables as documents, and documents as tables.

use std::path::Path;

use super::{
    error::OpenError,
    fonts, lay_out,
    layout::lay_out_watched,
    recognise::{FileKind, recognise},
};
use crate::{
    arrange::LayoutOptions,
    interop::{self, CsvOptions, Imported, TableError, TableFile, WriteTableError, WrittenTable},
    locale::Lang,
    model::{Document, Page},
    progress::Progress,
};

/// How much of the time it takes, by measure, until steps and connectors are there.
const READ: f64 = 0.1;

/// The tables in `bytes`; `name` is what messages call the file.
pub fn open_table(bytes: &[u8], name: &Path) -> Result<TableFile, OpenError> {
    let file = || name.to_owned();
    match recognise(bytes) {
        FileKind::Document | FileKind::TooNew(_) | FileKind::Damaged => {
            Err(OpenError::IsDocument { file: file() })
        }
        FileKind::Geometry => Err(OpenError::IsGeometry { file: file() }),
        FileKind::Foreign(what) => Err(OpenError::Foreign { file: file(), what }),
        FileKind::Unknown => Err(OpenError::Unknown { file: file() }),
        FileKind::Workbook | FileKind::DelimitedText | FileKind::Empty => Ok(TableFile::open(bytes, name)?),
    }
}

/// What `tables` describe as a document in `lang`, laid out.
pub fn import_table(tables: &TableFile, lang: &Lang, options: LayoutOptions) -> Result<Imported, TableError> {
    let mut imported = tables.import(lang, fonts())?;
    lay_out(&mut imported.document, options);
    Ok(imported)
}

/// As [`import_table`]; `None` where whoever follows `progress` stops it.
pub fn import_table_watched(
    tables: &TableFile,
    lang: &Lang,
    options: LayoutOptions,
    progress: &mut Progress<'_>,
) -> Result<Option<Imported>, TableError> {
    let mut imported = tables.import(lang, fonts())?;
    let laid_out = progress.part((READ, 1.0), |progress| {
        progress.ask()?;
        lay_out_watched(&mut imported.document, options, progress)
    });
    Ok(laid_out.ok().map(|()| imported))
}

/// What rows copied from a spreadsheet describe, without places; `None` where they describe no steps, or several
/// tables.
pub fn rows(text: &str, lang: &Lang) -> Option<Document> {
    let tables = open_table(text.as_bytes(), Path::new("clipboard")).ok()?;
    let imported = tables.import(lang, fonts()).ok().filter(|_| tables.tables.len() == 1)?;
    Some(imported.document)
}

/// `page` as the bytes of a CSV file for `path`.
pub fn table_csv(
    document: &Document,
    page: &Page,
    lang: &Lang,
    path: &Path,
    options: CsvOptions,
) -> Result<WrittenTable, WriteTableError> {
    interop::table_csv(document, page, lang, &file_name(path), options)
}

/// `pages` as the bytes of a workbook for `path`.
pub fn table_xlsx(
    document: &Document,
    pages: &[&Page],
    lang: &Lang,
    path: &Path,
) -> Result<WrittenTable, WriteTableError> {
    interop::table_xlsx(document, pages, lang, &file_name(path))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
