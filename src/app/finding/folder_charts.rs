//! The charts of a folder, as words are looked for in all of them.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    app::{
        documents::{key::DocKey, open_document::OpenDocument, tabs::Documents},
        saving::save::ENDING,
        services::api::{LoadedFile, Services, Stamp},
    },
    locale::say_path,
    model::Document,
    progress::{Progress, Stopped},
};

/// Of more charts only the first ones are read.
const MOST: usize = 2000;

/// The charts below a folder.
pub(crate) struct FolderCharts {
    pub(super) folder: PathBuf,
    /// By their names.
    pub(super) charts: Vec<FolderChart>,
    /// The names of files that could not be read as charts.
    pub(super) unreadable: Vec<String>,
    /// The names of charts with comments, which a program would not keep.
    pub(super) commented: Vec<String>,
    /// Whether there are more charts than were read.
    pub(super) is_cut: bool,
}

/// One of them.
#[derive(Clone)]
pub(super) struct FolderChart {
    pub(super) path: PathBuf,
    /// The path below the folder, for people.
    pub(super) name: String,
    pub(super) document: Arc<Document>,
    pub(super) place: ChartPlace,
}

/// Where a chart is changed.
#[derive(Clone, Copy)]
pub(super) enum ChartPlace {
    /// In its file, if that still has this content.
    File { stamp: Stamp },
    /// In the tab that shows it, if that is still in this state.
    Tab(DocKey, u64),
}

impl FolderCharts {
    /// Reads the charts below `folder`.
    pub(super) fn read(
        folder: PathBuf,
        services: &dyn Services,
        progress: &mut Progress<'_>,
    ) -> Result<Self, Stopped> {
        let mut files = files_below(&folder);
        let is_cut = files.len() > MOST;
        files.truncate(MOST);
        let count = files.len().max(1) as f64;
        let (mut charts, mut unreadable, mut commented) = (Vec::new(), Vec::new(), Vec::new());
        for (nth, path) in files.into_iter().enumerate() {
            progress.at(nth as f64 / count)?;
            let name = say_path(path.strip_prefix(&folder).unwrap_or(&path));
            match services.load(&path) {
                // Comments are nothing that a program may take out of many files unasked.
                Ok(LoadedFile { comments_dropped: true, .. }) => commented.push(name),
                Ok(LoadedFile { document, stamp, comments_dropped: false }) => {
                    let place = ChartPlace::File { stamp };
                    charts.push(FolderChart { path, name, document: Arc::new(document), place });
                }
                Err(_) => unreadable.push(name),
            }
        }
        Ok(Self { folder, charts, unreadable, commented, is_cut })
    }

    /// Takes charts that are open as they are in their tabs.
    pub(super) fn take_open(&mut self, documents: &mut Documents) {
        for chart in &mut self.charts {
            let key = documents.of_file(&chart.path);
            let Some(open) = key.and_then(|key| documents.get_mut(key)) else { continue };
            open.rest();
            let OpenDocument { key, editor, .. } = open;
            chart.document = Arc::clone(editor.document());
            chart.place = ChartPlace::Tab(*key, editor.state());
        }
    }
}

/// The files below `folder` that are called as charts are, by name. Hidden folders and links to folders are passed over.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop().filter(|_| found.len() <= MOST) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, kind) = (entry.path(), entry.file_type());
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if kind.is_ok_and(|kind| kind.is_dir()) {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
                && path.is_file()
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
