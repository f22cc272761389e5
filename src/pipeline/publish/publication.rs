//! What is to be published, and what came of it.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    names::OutputTarget,
    pages::{NoSuchPage, Pages},
    parts::{Crop, NoSuchPart, PartKind},
    write::WriteError,
};
use crate::{
    export::Drawing,
    interop::Report,
    locale::{Catalog, Lang},
    model::Document,
    pipeline::{Compared, DrawError, OpenError},
};

/// Pages and formats, and where the files go.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Which pages of each document.
    pub pages: Pages,
    /// Which part of each page.
    pub crop: Crop,
    /// What each page is written as; a file for each.
    pub drawings: Vec<Drawing>,
    /// The language; `None`: each document's own.
    pub lang: Option<Lang>,
    /// The language of texts whose source does not say one.
    pub source_lang: Lang,
    /// Where the files go.
    pub target: OutputTarget,
    /// Whether a file of another kind may be replaced; a chart never is.
    pub replaces: bool,
}

/// Where a document comes from.
#[derive(Clone, Debug)]
pub enum PublicationSource {
    /// The file of this name.
    File(PathBuf),
    /// These bytes; the name is what messages call them.
    Bytes(PathBuf, Vec<u8>),
    /// This document; the name stands for its file.
    Document(PathBuf, Arc<Document>),
    /// The pictures of two documents that were compared; the name stands for the file of the newer one.
    Compared(PathBuf, Arc<Compared>),
}

impl PublicationSource {
    /// What messages call it.
    pub fn name(&self) -> &Path {
        match self {
            Self::File(name) | Self::Bytes(name, _) | Self::Document(name, _) | Self::Compared(name, _) => {
                name
            }
        }
    }
}

/// What is told of each source and each file, in order.
#[derive(Debug)]
pub enum Published {
    /// A source gave nothing.
    Refused {
        /// The source's name.
        source: PathBuf,
        /// Why.
        error: SourceError,
    },
    /// The document has no texts in the language that was asked for; its own are used.
    OtherLanguage {
        /// The source's name.
        source: PathBuf,
        /// What was asked for.
        lang: Lang,
    },
    /// The source is in another form than our own, and this became of everything in it.
    Imported(Box<Report>),
    /// A file was made.
    Made(Made),
    /// A file was not made.
    Failed {
        /// The source's name.
        source: PathBuf,
        /// The file; `None`: standard output.
        file: Option<PathBuf>,
        /// Why.
        error: PublishError,
    },
    /// So many files would go to standard output, which takes one; nothing was written.
    TooMany(usize),
}

/// What was made.
#[derive(Debug, PartialEq, Eq)]
pub enum Made {
    /// This file.
    File(PathBuf),
    /// These bytes for standard output.
    Bytes(Vec<u8>),
}

/// Why a source gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// It was not opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It has no such page.
    #[error("there is no page “{}”", .0.name)]
    NoPage(NoSuchPage),
    /// None of the pages has such a part.
    #[error("there is nothing called “{}”", .0.name)]
    NoPart(NoSuchPart),
}

impl SourceError {
    /// The error in the language of `catalog`; `source` is what it calls the document.
    pub fn say(&self, source: &str, catalog: &Catalog) -> String {
        match self {
            Self::Open(error) => error.say(catalog),
            Self::NoPage(NoSuchPage { name, known }) => {
                let known =
                    (1..).zip(known).map(|(number, title)| format!("{number} {}", catalog.quote(title)));
                let known: Vec<String> = known.collect();
                let values = [
                    ("file", source.into()),
                    ("page", name.as_str().into()),
                    ("known", listed(&known).into()),
                ];
                catalog.text_with("publish-no-such-page", &values)
            }
            Self::NoPart(NoSuchPart { kind, name, known }) => {
                let key = match kind {
                    PartKind::Lane => "publish-no-such-lane",
                    PartKind::Phase => "publish-no-such-phase",
                    PartKind::Step => "publish-no-such-step",
                };
                let values = [
                    ("file", source.into()),
                    ("name", name.as_str().into()),
                    ("known", listed(known).into()),
                ];
                catalog.text_with(key, &values)
            }
        }
    }
}

/// How many names a message lists.
const MOST_NAMES: usize = 12;

fn listed(names: &[String]) -> String {
    let list = names.iter().take(MOST_NAMES).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > MOST_NAMES { list + ", …" } else { list }
}

/// Why a file was not made.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// It was not drawn.
    #[error(transparent)]
    Draw(#[from] DrawError),
    /// It was not written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// Another file of this publication has that name.
    #[error("two files would have this name")]
    SameName,
}

impl PublishError {
    /// The error in the language of `catalog`.
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::Draw(error) => error.say(catalog),
            Self::Write(error) => error.say(catalog),
            Self::SameName => catalog.text("publish-same-name"),
        }
    }
}
