//! Looks whether the files of open documents are still what they were, and who else has them open.
//!
//! Size and time of each file are looked at every second, on a thread of its own; only where they changed is the file
//! read. Notifications of the system would come sooner, but not from network drives, which is where files are shared.

use std::{
    collections::BTreeMap,
    fs::{Metadata, metadata},
    path::PathBuf,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    time::{Duration, SystemTime},
};

use eframe::egui::Context;

use crate::{
    app::{
        documents::key::DocKey, env::Env, jobs::job::Jobs, services::api::Stamp, settings::home::system_secs,
    },
    persist::{self, OpenMark, Opener},
    pipeline,
};

/// How often the files are looked at.
const LOOKED_AT: Duration = Duration::from_millis(500);
/// So long is waited for the thread when the window closes, or the system ends the program.
const PATIENCE: Duration = Duration::from_secs(1);

/// A file as an open document knows it.
#[derive(Clone, PartialEq)]
pub(super) struct WatchedFile {
    pub(super) path: PathBuf,
    pub(super) stamp: Stamp,
}

/// The files of the open documents.
pub(super) type WatchedFiles = BTreeMap<DocKey, WatchedFile>;

/// A file that holds something else now than its document knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileChange {
    /// The document.
    pub(crate) key: DocKey,
    /// What the file holds.
    pub(crate) holds: FileHolds,
}

/// What a file holds now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileHolds {
    /// A chart.
    Chart(Stamp),
    /// Something else, or a chart that cannot be known as one.
    Other(Stamp),
    /// Nothing: it was there, and is gone.
    Nothing,
}

/// So often in a row a file is not there before it is told to be gone: programs replace files.
const GONE_AFTER: u32 = 3;

/// Who else has the file of a document open now.
pub(super) type OtherOpener = (DocKey, Option<Opener>);

/// What the thread is told.
enum Order {
    /// These are the files that are open.
    Watch(WatchedFiles),
    /// None is open any more; it is said when nothing beside them says so.
    LetGo(Sender<()>),
}

/// Who looks at the files.
pub(super) struct Watcher {
    orders: Sender<Order>,
    changes: Receiver<FileChange>,
    openers: Receiver<OtherOpener>,
}

impl Watcher {
    /// Begins the thread.
    pub(super) fn start(jobs: &mut Jobs, env: &Env) -> Self {
        let (orders, told) = channel();
        let (tell, changes) = channel();
        let (tell_opener, openers) = channel();
        let mut watch = FileWatch { files: BTreeMap::new(), ctx: env.ctx.clone(), tell, tell_opener };
        // It ends when the window is gone.
        let job = jobs.start("files", None, move |_| {
            watch.work(&told);
            Ok(())
        });
        job.detach();
        Self { orders, changes, openers }
    }

    /// Tells which files there are.
    pub(super) fn tell(&self, files: WatchedFiles) {
        // A thread that could not begin watches nothing.
        drop(self.orders.send(Order::Watch(files)));
    }

    /// What changed since it was asked last.
    pub(super) fn changes(&self) -> impl Iterator<Item = FileChange> {
        self.changes.try_iter()
    }

    /// Who else has files open, of those of which that changed since it was asked last.
    pub(super) fn openers(&self) -> impl Iterator<Item = OtherOpener> {
        self.openers.try_iter()
    }

    /// What makes sure that nothing beside the files says any more that they are open here.
    pub(super) fn farewell(&self) -> impl Fn() + Send + Sync + use<> {
        let orders = self.orders.clone();
        move || {
            let (done, is_done) = channel();
            drop(orders.send(Order::LetGo(done)));
            is_done.recv_timeout(PATIENCE).unwrap_or_default();
        }
    }
}

/// What is seen of a file without reading it.
type Look = Option<(u64, Option<SystemTime>)>;

/// The thread that looks.
struct FileWatch {
    files: BTreeMap<DocKey, LookedAtFile>,
    ctx: Context,
    tell: Sender<FileChange>,
    tell_opener: Sender<OtherOpener>,
}

struct LookedAtFile {
    file: WatchedFile,
    look: Look,
    /// How often in a row it was not there; `None`: it was never seen.
    missed: Option<u32>,
    mark: OpenMark,
    /// Who was told to have it open, too.
    opener: Option<Opener>,
}

impl FileWatch {
    fn work(&mut self, told: &Receiver<Order>) {
        loop {
            match told.recv_timeout(LOOKED_AT) {
                Ok(Order::Watch(files)) => self.take(files),
                Ok(Order::LetGo(done)) => {
                    self.files.clear();
                    done.send(()).unwrap_or_default();
                }
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// What is new among the files is read once: it may have changed before it was watched.
    fn take(&mut self, files: WatchedFiles) {
        let mut old = std::mem::take(&mut self.files);
        for (key, file) in files {
            let looked_at = match old.remove(&key) {
                Some(known) if known.file == file => known,
                Some(known) if known.file.path == file.path => LookedAtFile { file, look: None, ..known },
                other => {
                    let mark = OpenMark::new(&file.path, Opener::here(system_secs()));
                    LookedAtFile {
                        file,
                        look: None,
                        missed: None,
                        mark,
                        opener: other.and_then(|known| known.opener),
                    }
                }
            };
            self.files.insert(key, looked_at);
        }
    }

    fn look(&mut self) {
        for (key, LookedAtFile { file, look, missed, mark, opener }) in &mut self.files {
            let found = metadata(&file.path).ok();
            let seen = found.filter(Metadata::is_file).map(|found| (found.len(), found.modified().ok()));
            *missed = match missed {
                _ if seen.is_some() => Some(0),
                Some(times) => Some(times.saturating_add(1)),
                None => None,
            };
            let found = mark.look(system_secs());
            if found != opener.as_ref() {
                *opener = found.cloned();
                if self.tell_opener.send((*key, opener.clone())).is_ok() {
                    self.ctx.request_repaint();
                }
            }
            let holds = if *missed == Some(GONE_AFTER) {
                *look = None;
                FileHolds::Nothing
            } else {
                if seen.is_none() || seen == *look {
                    continue;
                }
                let Ok(bytes) = persist::read(&file.path) else { continue };
                *look = seen;
                let stamp = Stamp::of(&bytes);
                if stamp == file.stamp {
                    continue;
                }
                let is_chart = pipeline::recognise(&bytes).is_document();
                if is_chart { FileHolds::Chart(stamp) } else { FileHolds::Other(stamp) }
            };
            if self.tell.send(FileChange { key: *key, holds }).is_ok() {
                self.ctx.request_repaint();
            }
        }
    }
}
