//! The course of a publication.
//!
//! This thread hands out work and hears of it in order; the pool of threads does it. First come the documents, a few
//! ahead, then the files of each. A name depends on the names before it, so names are given here; nothing else is
//! waited for.

use std::{
    collections::VecDeque,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, sync_channel},
    },
};

use super::{
    names::OutputTarget,
    orders::{Next, OutputNames},
    publication::{Publication, PublicationSource, Published},
    work::open_source,
};
use crate::{
    persist,
    progress::{Progress, Stopped},
};

/// Makes the files of `publication` from `sources` and tells of each in order, whichever is done first.
///
/// Where whoever follows `progress` stops it, files that are begun are finished and told, and no others are made.
/// Documents and pictures are held for a few files at a time, however many there are.
pub fn publish(
    publication: &Publication,
    sources: Vec<PublicationSource>,
    progress: &mut Progress<'_>,
    tell: &mut dyn FnMut(Published),
) -> Result<(), Stopped> {
    if publication.target == OutputTarget::Stdout {
        to_stdout(publication, sources, tell);
        return Ok(());
    }
    let is_stopped = AtomicBool::new(false);
    // One document more than there are threads, so that none of them waits for a name.
    let ahead = rayon::current_num_threads() + 1;
    let mut names = OutputNames::new(publication, sources.len());
    rayon::in_place_scope(|scope| {
        let mut line =
            Line { files: VecDeque::new(), most: 2 * ahead, progress, tell, is_stopped: &is_stopped };
        let mut sources = sources.into_iter();
        let mut opening = VecDeque::new();
        while !is_stopped.load(Ordering::Relaxed) {
            for source in sources.by_ref().take(ahead - opening.len()) {
                let (sender, receiver) = sync_channel(1);
                // Nobody listens any more once it was stopped.
                scope.spawn(move |_| drop(sender.send(open_source(source, publication))));
                opening.push_back(receiver);
            }
            // A task that ends without a word has panicked, and the scope panics with it.
            let Some(Ok(found)) = opening.pop_front().map(|receiver| receiver.recv()) else { break };
            for (done, next) in names.give(found) {
                let file = match next {
                    Next::Told(published) => File::Told(published),
                    Next::Order(order) => {
                        // Not before there is something for it: what was misspelt leaves no folder behind.
                        if let OutputTarget::Folder(folder) = &publication.target {
                            persist::atomic::make_folder(folder);
                        }
                        let (sender, receiver) = sync_channel(1);
                        let is_stopped = &is_stopped;
                        scope.spawn(move |_| {
                            let made = (!is_stopped.load(Ordering::Relaxed)).then(|| order.fill());
                            drop(sender.send(made));
                        });
                        File::Begun(receiver)
                    }
                };
                line.push(done, file);
            }
        }
        while line.hear() {}
    });
    if is_stopped.into_inner() { Err(Stopped) } else { Ok(()) }
}

/// The files that are being made, in the order in which they are told.
struct Line<'a, 'p> {
    /// Each with how much of the whole is done after it.
    files: VecDeque<(f64, File)>,
    /// How many are made at a time.
    most: usize,
    progress: &'a mut Progress<'p>,
    tell: &'a mut dyn FnMut(Published),
    is_stopped: &'a AtomicBool,
}

enum File {
    Told(Published),
    /// `None` comes where it was not made because all was stopped.
    Begun(Receiver<Option<Published>>),
}

impl Line<'_, '_> {
    fn push(&mut self, done: f64, file: File) {
        self.files.push_back((done, file));
        while self.files.len() > self.most {
            self.hear();
        }
    }

    /// Waits for the next file and tells of it; whether there was one.
    fn hear(&mut self) -> bool {
        let Some((done, file)) = self.files.pop_front() else { return false };
        let published = match file {
            File::Told(published) => Some(published),
            File::Begun(receiver) => receiver.recv().ok().flatten(),
        };
        if let Some(published) = published {
            (self.tell)(published);
        }
        if self.progress.at(done).is_err() {
            self.is_stopped.store(true, Ordering::Relaxed);
        }
        true
    }
}

/// One file to standard output, or none at all where there would be several.
fn to_stdout(publication: &Publication, sources: Vec<PublicationSource>, tell: &mut dyn FnMut(Published)) {
    let mut names = OutputNames::new(publication, sources.len());
    let (mut first, mut count) = (None, 0);
    for source in sources {
        for (_, next) in names.give(open_source(source, publication)) {
            match next {
                Next::Told(published) => tell(published),
                Next::Order(order) => {
                    count += 1;
                    first.get_or_insert(order);
                }
            }
        }
    }
    match first {
        Some(order) if count == 1 => tell(order.fill()),
        Some(_) => tell(Published::TooMany(count)),
        None => {}
    }
}
