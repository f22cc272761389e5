//! One of two charts that are compared.

use std::{path::PathBuf, sync::Arc};

use crate::{
    locale::{Catalog, Lang},
    model::Document,
    persist, pipeline,
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
    /// The chart; texts whose source does not say a language are in `lang`. Why there is none is said in the language
    /// of `catalog`.
    pub(super) fn open(&self, lang: &Lang, catalog: &Catalog) -> Result<Arc<Document>, String> {
        match self {
            Self::Document(document) => Ok(Arc::clone(document)),
            Self::File(path) => {
                let bytes =
                    persist::read(path).map_err(|error| pipeline::OpenError::from(error).say(catalog))?;
                let chart = pipeline::open_chart(bytes, path, lang);
                chart.map(|chart| Arc::new(chart.document)).map_err(|error| error.say(catalog))
            }
        }
    }
}
