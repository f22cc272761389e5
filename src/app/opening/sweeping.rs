//! Removes what saves left in folders of charts when their program was ended.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf, absolute},
};

use crate::{app::jobs::job::Jobs, persist};

/// The folders that were looked through since the program began.
#[derive(Default)]
pub(crate) struct Sweeping {
    swept: BTreeSet<PathBuf>,
}

impl Sweeping {
    /// Looks in the background through the folders of `files` that were not looked through yet.
    pub(crate) fn sweep_beside<'f>(&mut self, jobs: &mut Jobs, files: impl Iterator<Item = &'f Path>) {
        let folders = files.filter_map(|file| absolute(file).ok()?.parent().map(Path::to_owned));
        let new: Vec<PathBuf> = folders.filter(|folder| self.swept.insert(folder.clone())).collect();
        if new.is_empty() {
            return;
        }
        let job = jobs.start("sweep", None, move |_| {
            for folder in &new {
                persist::atomic::sweep(folder);
            }
            Ok(())
        });
        job.detach();
    }
}
