//! Documents, complete and ready to be shown.

use std::{path::Path, sync::OnceLock};

use crate::{
    edit,
    locale::Catalog,
    model::{Document, Step},
    persist::{self, LoadError},
    shape,
    template::Template,
    text::Fonts,
    validate::{self, Diagnostic, Facts, LabelFit},
};

/// The fonts of the whole program: the bundled ones, and the system's for what those lack.
pub fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(Fonts::with_system)
}

/// A document with what is to be known of its file.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The document; sizes and routes that the file leaves out are filled in.
    pub document: Document,
    /// The version of the file's format.
    pub version: u32,
    /// Whether the file had comments, which are not kept.
    pub comments_dropped: bool,
    /// The file's bytes.
    pub bytes: Vec<u8>,
}

/// The document that `bytes` hold; `name` is what messages call the file.
pub fn open(bytes: Vec<u8>, name: &Path) -> Result<Opened, LoadError> {
    let loaded = persist::load(&bytes, name)?;
    let mut document = loaded.document;
    edit::complete(&mut document, &loaded.unsized_steps, fonts());
    Ok(Opened { document, version: loaded.version, comments_dropped: loaded.comments_dropped, bytes })
}

/// The document in the file `path`.
pub fn open_file(path: &Path) -> Result<Opened, LoadError> {
    open(persist::read(path)?, path)
}

/// A new document made from `template`.
pub fn open_template(template: &Template) -> Result<Document, LoadError> {
    open(template.source.into(), Path::new(template.id)).map(|opened| opened.document)
}

/// Everything that is wrong with `document`, in the language of `catalog`.
pub fn diagnose(document: &Document, catalog: &Catalog) -> Vec<Diagnostic> {
    let fits = |step: &Step, text: &str| {
        let block = shape::label(fonts(), step.kind, step.rect, text).block;
        LabelFit { cut_off: block.overflow, missing: block.missing }
    };
    validate::check(document, &Facts { fits: &fits, ends: &shape::polyline }, catalog)
}
