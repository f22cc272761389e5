//! One of two charts that are compared.

use std::{path::PathBuf, sync::Arc};

use crate::{
    locale::Lang,
    model::Document,
    persist,
    pipeline::{self, OpenError},
};

/// One of two charts that are compared.
#[derive(Clone)]
pub(super) struct Side {
    /// What it is called.
    pub(super) name: String,
    pub(super) chart: SideChart,
}

/// Where the chart is.
#[derive(Clone)]
pub(super) enum SideChart {
    /// Here.
    Document(Arc<Document>),
    /// In a file that is not open yet, perhaps in another form than our own.
    File(PathBuf),
}

impl SideChart {
    /// The chart; texts whose source does not say a language are in `lang`.
    pub(super) fn open(&self, lang: &Lang) -> Result<Arc<Document>, OpenError> {
        match self {
            Self::Document(document) => Ok(Arc::clone(document)),
            Self::File(path) => {
                let chart = pipeline::open_chart(persist::read(path)?, path, lang)?;
                Ok(Arc::new(chart.document))
            }
        }
    }
}
