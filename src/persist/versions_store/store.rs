//! Versions on the disk.

use std::{
    cmp::Reverse,
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{Version, retention::kept, version};
use crate::{
    model::DocumentId,
    persist::{LIMIT_BYTES, SaveError, StateFolder, atomic, make_private_folder},
};

const LIST: &str = "list";
/// Names the file that was replaced last.
const OF_FILE: &str = "file";
/// The most bytes that the versions of all documents take.
const MOST_BYTES: u64 = 1 << 30;

/// The place of the versions of all documents.
#[derive(Clone, Debug)]
pub struct VersionStore {
    folder: PathBuf,
}

/// A file that is about to be replaced.
#[derive(Clone, Copy, Debug)]
pub struct ReplacedFile<'f> {
    /// Where it is.
    pub path: &'f Path,
    /// What it holds.
    pub bytes: &'f [u8],
}

/// How much is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeptCount {
    /// How many versions.
    pub versions: usize,
    /// Of how many documents.
    pub documents: usize,
}

/// What the folder of a document holds.
struct Shelf {
    folder: PathBuf,
    /// Oldest first.
    versions: Vec<Version>,
}

impl VersionStore {
    /// The versions that are kept in `state`. Whether anything can be kept there shows when something is.
    pub fn of(state: &StateFolder) -> Self {
        Self { folder: state.versions() }
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Keeps what a file of the document `id` is about to lose at the time `now`.
    pub fn keep_file(&self, id: &DocumentId, file: ReplacedFile<'_>, now: u64) -> Result<(), SaveError> {
        let written = fs::metadata(file.path).and_then(|found| found.modified()).ok();
        let written = written.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        let written = written.map_or(now, |since| since.as_secs());
        self.keep(id, Version::new(written.min(now), file.bytes).of(file.path), file.bytes, now)?;
        let path = file.path.canonicalize().unwrap_or_else(|_| file.path.to_owned());
        let of_file = self.folder.join(id.as_str()).join(OF_FILE);
        atomic::write_private(&of_file, path.as_os_str().as_encoded_bytes())?;
        Ok(())
    }

    /// The file for which a version of the document `id` was kept last, where that is another one than `file`; also
    /// where it is not there any more. `None`: it is this one, or nobody knows.
    pub fn other_file(&self, id: &DocumentId, file: &Path) -> Option<PathBuf> {
        let known = fs::read(self.folder.join(id.as_str()).join(OF_FILE)).ok()?;
        let is_own = file.canonicalize().is_ok_and(|own| own.as_os_str().as_encoded_bytes() == known);
        (!is_own).then(|| PathBuf::from(String::from_utf8_lossy(&known).into_owned()))
    }

    /// Keeps `version` of the document `id`, which is `bytes`, at the time `now`. What is the newest version already costs
    /// nothing. Older ones make room.
    fn keep(&self, id: &DocumentId, version: Version, bytes: &[u8], now: u64) -> Result<(), SaveError> {
        let folder = self.folder.join(id.as_str());
        make_private_folder(&folder).map_err(|source| SaveError::Failed { file: folder.clone(), source })?;
        let _lock = atomic::lock_folder_of(&folder.join(LIST));
        let mut shelf =
            Shelf::read(folder.clone()).map_err(|source| SaveError::Failed { file: folder, source })?;
        if shelf.versions.last().is_some_and(|last| last.content == version.content) {
            return Ok(());
        }
        let path = shelf.folder.join(&version.content);
        // What lost its end in a power cut is written anew.
        if fs::metadata(&path).map_or(0, |found| found.len()) != version.bytes() {
            atomic::write_private(&path, bytes)?;
        }
        shelf.versions.push(version);
        shelf.versions = kept(&shelf.versions, now);
        shelf.write()?;
        self.make_room(&shelf.folder);
        Ok(())
    }

    /// The versions of the document `id`, the newest first.
    pub fn list(&self, id: &DocumentId) -> io::Result<Vec<Version>> {
        let mut versions = Shelf::read(self.folder.join(id.as_str()))?.versions;
        versions.reverse();
        // A file that was put in place of another one may be older than what was kept last.
        versions.sort_by_key(|version| Reverse(version.time));
        Ok(versions)
    }

    /// How much is kept of all documents.
    pub fn kept(&self) -> KeptCount {
        let counts = self.shelves().into_iter().map(|shelf| shelf.versions.len()).filter(|count| *count > 0);
        counts.fold(KeptCount::default(), |KeptCount { versions, documents }, count| KeptCount {
            versions: versions + count,
            documents: documents + 1,
        })
    }

    /// What a version of the document `id` holds.
    pub fn read(&self, id: &DocumentId, version: &Version) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let file = File::open(self.folder.join(id.as_str()).join(&version.content))?;
        file.take(LIMIT_BYTES).read_to_end(&mut bytes)?;
        if Version::new(version.time, &bytes).content == version.content {
            Ok(bytes)
        } else {
            Err(io::Error::new(io::ErrorKind::InvalidData, "the version is damaged"))
        }
    }

    /// Removes all versions of the document `id`.
    pub fn discard(&self, id: &DocumentId) -> io::Result<()> {
        removed(fs::remove_dir_all(self.folder.join(id.as_str())))
    }

    /// Removes all versions of all documents.
    pub fn clear(&self) -> io::Result<()> {
        removed(fs::remove_dir_all(&self.folder))
    }

    /// Removes the oldest versions of any documents until all of them take no more than they may; whoever asks has the
    /// folder `own`.
    fn make_room(&self, own: &Path) {
        let all = self.shelves();
        let mut bytes: u64 = all.iter().map(Shelf::bytes).sum();
        if bytes <= MOST_BYTES {
            return;
        }
        // Where somebody writes just now, nothing is removed. What was there may have changed until it was locked.
        let mut locks = Vec::new();
        let mut shelves: Vec<Shelf> = Vec::new();
        for shelf in all {
            if shelf.folder != own {
                let Ok(lock) = atomic::try_lock_folder(&shelf.folder) else { continue };
                locks.push(lock);
            }
            shelves.extend(Shelf::read(shelf.folder).ok());
        }
        while bytes > MOST_BYTES {
            let of_oldest =
                |shelf: &&mut Shelf| shelf.versions.first().map_or(u64::MAX, |version| version.time);
            let Some(shelf) =
                shelves.iter_mut().filter(|shelf| shelf.versions.len() > 1).min_by_key(of_oldest)
            else {
                return;
            };
            let before = shelf.bytes();
            shelf.versions.remove(0);
            bytes -= before - shelf.bytes();
            // The next save tries again.
            shelf.write().unwrap_or_default();
        }
    }

    fn shelves(&self) -> Vec<Shelf> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        entries.filter_map(|entry| Shelf::read(entry.path()).ok()).collect()
    }
}

impl Shelf {
    /// The shelf in `folder`; an empty one where there is none. A line of its list that cannot be read is passed over.
    fn read(folder: PathBuf) -> io::Result<Self> {
        let list = match fs::read(folder.join(LIST)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            list => list?,
        };
        Ok(Self { versions: version::parse(&String::from_utf8_lossy(&list)), folder })
    }

    fn bytes(&self) -> u64 {
        let mut contents = BTreeSet::new();
        let first = self.versions.iter().filter(|version| contents.insert(&version.content));
        first.map(Version::bytes).sum()
    }

    /// Writes the list, and removes the contents that it does not name.
    fn write(&self) -> Result<(), SaveError> {
        atomic::write_private(&self.folder.join(LIST), version::text(&self.versions).as_bytes())?;
        let named: BTreeSet<&str> = self.versions.iter().map(|version| version.content.as_str()).collect();
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        for entry in entries.filter(|entry| entry.file_name() != LIST && entry.file_name() != OF_FILE) {
            if entry.file_name().to_str().is_some_and(|name| !named.contains(name)) {
                // What stays is removed with the next version.
                fs::remove_file(entry.path()).unwrap_or_default();
            }
        }
        Ok(())
    }
}

/// That there was nothing is as well.
fn removed(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn store() -> (tempfile::TempDir, VersionStore, DocumentId) {
        let place = tempfile::tempdir().expect("a folder");
        let store = VersionStore::of(&StateFolder::at(place.path()));
        (place, store, DocumentId::mint("calls", 1))
    }

    /// Keeps what was written at one time and is replaced at another.
    fn keep(store: &VersionStore, id: &DocumentId, bytes: &[u8], written: u64, now: u64) {
        store.keep(id, Version::new(written, bytes), bytes, now).expect("kept");
    }

    fn contents(store: &VersionStore, id: &DocumentId) -> Vec<Vec<u8>> {
        store.list(id).unwrap().iter().map(|version| store.read(id, version).expect("read")).collect()
    }

    #[test]
    fn what_cannot_be_read_is_neither_taken_for_nothing_nor_written_over() {
        let (place, store, id) = store();
        fs::create_dir_all(place.path().join("versions").join(id.as_str()).join(LIST)).expect("made");
        assert!(store.list(&id).is_err());
        assert!(store.keep(&id, Version::new(1, b"one"), b"one", 2).is_err());
        assert_eq!(store.kept(), KeptCount::default());
    }

    #[test]
    fn versions_come_back_newest_first_and_equal_ones_are_there_once() {
        let (place, store, id) = store();
        for (time, bytes) in [(10, b"one"), (20, b"two"), (30, b"two"), (40, b"one")] {
            keep(&store, &id, bytes, time, time + 5);
        }
        assert_eq!(contents(&store, &id), [b"one", b"two", b"one"]);
        assert_eq!(
            store.list(&id).unwrap().iter().map(|version| version.time).collect::<Vec<_>>(),
            [40, 20, 10]
        );
        let files = fs::read_dir(place.path().join("versions").join(id.as_str())).expect("a folder").count();
        assert_eq!(files, 3, "the list and two contents");
        let other = DocumentId::mint("calls", 2);
        assert!(store.list(&other).unwrap().is_empty());
        keep(&store, &other, b"three", 1, 2);
        store.discard(&id).expect("discarded");
        assert!(store.list(&id).unwrap().is_empty() && store.list(&other).unwrap().len() == 1);
        store.clear().expect("cleared");
        assert!(store.list(&other).unwrap().is_empty());
        store.discard(&other).expect("nothing to discard");
    }

    #[test]
    fn the_newest_is_the_youngest_and_not_the_one_that_was_kept_last() {
        let (_place, store, id) = store();
        for (time, bytes) in [(10, b"one"), (30, b"six"), (20, b"two"), (30, b"ten")] {
            keep(&store, &id, bytes, time, 40);
        }
        assert_eq!(contents(&store, &id), [b"ten", b"six", b"two", b"one"]);
        keep(&store, &DocumentId::mint("calls", 2), b"one", 1, 2);
        assert_eq!(store.kept(), KeptCount { versions: 5, documents: 2 });
    }

    #[test]
    fn what_is_not_kept_any_more_leaves_no_file() {
        let (place, store, id) = store();
        for time in 0..50_u64 {
            keep(&store, &id, format!("version {time}").as_bytes(), time, time);
        }
        assert_eq!(store.list(&id).unwrap().len(), 20);
        let files = fs::read_dir(place.path().join("versions").join(id.as_str())).expect("a folder").count();
        assert_eq!(files, 21);
    }

    #[test]
    fn a_damaged_version_is_not_taken_for_one_and_does_not_spoil_the_others() {
        let (place, store, id) = store();
        for (time, bytes) in [(1, b"one"), (2, b"two")] {
            keep(&store, &id, bytes, time, time);
        }
        let folder = place.path().join("versions").join(id.as_str());
        let versions = store.list(&id).unwrap();
        atomic::write(&folder.join(&versions[0].content), b"tw").expect("cut off");
        assert!(store.read(&id, &versions[0]).is_err());
        assert_eq!(store.read(&id, &versions[1]).expect("read"), b"one");
        let list = fs::read_to_string(folder.join(LIST)).expect("a list");
        atomic::write(&folder.join(LIST), format!("x\n3 ../../etc\n{list}\n7").as_bytes()).expect("spoilt");
        assert_eq!(store.list(&id).unwrap(), versions);
    }

    #[test]
    fn the_file_that_was_replaced_last_is_known_also_when_it_is_gone() {
        let (place, store, id) = store();
        let [one, two] = ["one.ron", "two.ron"].map(|name| place.path().join(name));
        for (file, time) in [(&one, 1), (&two, 2)] {
            atomic::write(file, b"it").expect("written");
            let replaced = ReplacedFile { path: file, bytes: file.as_os_str().as_encoded_bytes() };
            store.keep_file(&id, replaced, time).expect("kept");
        }
        let files = store.list(&id).unwrap().into_iter().map(|version| {
            let told = |present| version.other_file_than(present).map(str::to_owned);
            (told(&one), told(&two), told(&place.path().join("sub").join("one.ron")).is_some())
        });
        let [newer, older] =
            [(Some("two.ron".to_owned()), None, true), (None, Some("one.ron".to_owned()), true)];
        assert_eq!(files.collect::<Vec<_>>(), [newer, older]);
        let last = two.canonicalize().ok();
        assert_eq!((store.other_file(&id, &one), store.other_file(&id, &two)), (last.clone(), None));
        fs::remove_file(&two).expect("removed");
        assert_eq!(store.other_file(&id, &one), last);
        assert_eq!(store.list(&id).unwrap().len(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn versions_are_for_their_person_alone() {
        use std::os::unix::fs::PermissionsExt as _;

        let (place, store, id) = store();
        keep(&store, &id, b"one", 1, 1);
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        let folder = place.path().join("versions").join(id.as_str());
        assert_eq!(mode(&folder), 0o700);
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            assert_eq!(mode(&entry.path()), 0o600);
        }
    }
}
