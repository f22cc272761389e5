//! Who has a chart open: hidden files beside it, for other windows and for other machines that share its folder.
//!
//! ```text
//! calls.ron   .calls.ron.laneway-open   .calls.ron.2.laneway-open   (user, host, process, since)
//! ```
//!
//! A hint, and no lock: nobody is kept from opening or saving anything, and where the folder takes no file nothing is
//! said. Whoever opens the chart has one of the files, locked, removes it at the end, and looks at the others: so all
//! know of each other. On the same machine the lock tells whether its program still lives; on another one, whose locks
//! may not be seen here, that it is touched every minute.

use std::{
    env,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    process,
    time::{Duration, SystemTime},
};

use serde::{Deserialize, Serialize};

/// How often the file is touched, in seconds.
const TOUCHED_SECS: u64 = 60;
/// A file that was not touched for so many seconds was left by a program that is gone. Clocks of machines differ.
const STALE_SECS: u64 = 300;
/// How often the files of others are looked at, in seconds.
const LOOKED_SECS: u64 = 2;
/// So many who have a chart open know of each other; more of them see these.
const MOST_OPENERS: usize = 4;
/// No file that says who has a chart open is larger.
const MOST_BYTES: u64 = 4 << 10;
/// The most characters of a name that are shown.
const LONGEST_NAME: usize = 40;

/// Somebody who has a chart open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opener {
    /// The name of the person on their machine.
    pub user: String,
    /// The name of the machine.
    pub host: String,
    /// The program's process there.
    process: u32,
    /// Since when, in seconds since 1970.
    pub since: u64,
}

impl Opener {
    /// This program, from `since` on.
    pub fn here(since: u64) -> Self {
        let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let host = fs::read_to_string("/proc/sys/kernel/hostname").ok();
        let host =
            host.or_else(|| ["HOSTNAME", "COMPUTERNAME"].into_iter().find_map(set)).unwrap_or_default();
        let user = ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(set).unwrap_or_default();
        Self { user, host: host.trim().to_owned(), process: process::id(), since }
    }

    /// The opener that the file at `path` names; an error where it is no such file.
    fn read(path: &Path) -> io::Result<(Self, File)> {
        // A pipe would keep us waiting.
        if !fs::symlink_metadata(path)?.is_file() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let file = File::open(path)?;
        let mut text = String::new();
        (&file).take(MOST_BYTES).read_to_string(&mut text)?;
        let Self { user, host, process, since } = ron::from_str(&text).map_err(io::Error::other)?;
        let short = |name: String| name.chars().take(LONGEST_NAME).collect();
        Ok((Self { user: short(user), host: short(host), process, since }, file))
    }
}

/// A chart that is open here, and the file beside it that says who has it open.
#[derive(Debug)]
pub struct OpenMark {
    /// The places of such files, the first of which that is free is ours.
    places: Vec<PathBuf>,
    me: Opener,
    own: Option<OwnMark>,
    /// When the others were looked at last.
    looked: Option<u64>,
    other: Option<Opener>,
}

/// The file that names us.
#[derive(Debug)]
struct OwnMark {
    path: PathBuf,
    file: File,
    touched: u64,
}

impl OpenMark {
    /// The mark of `me` beside the file `chart`. Nothing is written before the first look.
    pub fn new(chart: &Path, me: Opener) -> Self {
        Self { places: places_beside(chart), me, own: None, looked: None, other: None }
    }

    /// Who else has the chart open at the time `now`; of several, the one whose file comes first. A file says that we have
    /// it open.
    pub fn look(&mut self, now: u64) -> Option<&Opener> {
        if self.looked.is_none_or(|looked| now.saturating_sub(looked) >= LOOKED_SECS) {
            self.looked = Some(now);
            self.touch(now);
            self.other = self.look_at_others(now);
        }
        self.other.as_ref()
    }

    fn touch(&mut self, now: u64) {
        let Some(own) = &mut self.own else { return };
        if now.saturating_sub(own.touched) >= TOUCHED_SECS {
            own.touched = now;
            // Where that fails, others take us for gone, and nothing else is lost.
            own.file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(now)).unwrap_or_default();
        }
    }

    /// Looks at all places, and takes the first free one where none is ours yet.
    fn look_at_others(&mut self, now: u64) -> Option<Opener> {
        let mut other = None;
        for path in &self.places {
            if self.own.as_ref().is_some_and(|own| own.path == *path) {
                continue;
            }
            match Opener::read(path) {
                Ok((opener, file)) if is_alive(&opener, &file, &self.me.host, now) => {
                    other.get_or_insert(opener);
                    continue;
                }
                Ok(_) => fs::remove_file(path).unwrap_or_default(),
                // What is not there is made, and what is none of ours stays.
                Err(_) => {}
            }
            if self.own.is_none() {
                // The folder may be write-protected, or somebody else was quicker.
                self.own = OwnMark::write(path, &self.me, now).ok();
            }
        }
        other
    }
}

impl OwnMark {
    fn write(path: &Path, me: &Opener, now: u64) -> io::Result<Self> {
        let text = ron::to_string(me).map_err(io::Error::other)?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        file.write_all(text.as_bytes())?;
        // Some file systems know no locks; the time of the file tells there.
        drop(file.lock());
        Ok(Self { path: path.to_owned(), file, touched: now })
    }
}

impl Drop for OpenMark {
    fn drop(&mut self) {
        if let Some(OwnMark { path, .. }) = &self.own
            && Opener::read(path).is_ok_and(|(opener, _)| opener == self.me)
        {
            fs::remove_file(path).unwrap_or_default();
        }
    }
}

/// The places beside `chart` of the files that say who has it open.
fn places_beside(chart: &Path) -> Vec<PathBuf> {
    let chart = chart.canonicalize().unwrap_or_else(|_| chart.to_owned());
    let name = |number: usize| {
        let mut name = std::ffi::OsString::from(".");
        name.push(chart.file_name().unwrap_or_default());
        if number > 1 {
            name.push(format!(".{number}"));
        }
        name.push(".laneway-open");
        chart.with_file_name(name)
    };
    (1..=MOST_OPENERS).map(name).collect()
}

/// Whether the program of `opener`, whose `file` it is, still has the chart open, as far as it can be told on `host`.
fn is_alive(opener: &Opener, file: &File, host: &str, now: u64) -> bool {
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => return true,
        Ok(()) if opener.host == host => return false,
        // The locks of other machines are not seen everywhere.
        Ok(()) | Err(TryLockError::Error(_)) => {}
    }
    let touched = file.metadata().and_then(|found| found.modified()).ok();
    let touched = touched.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    touched.is_some_and(|touched| now.saturating_sub(touched.as_secs()) < STALE_SECS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_796_000_000;

    fn opener(user: &str, host: &str) -> Opener {
        Opener { user: user.to_owned(), host: host.to_owned(), ..Opener::here(NOW) }
    }

    /// A folder with a chart, and the mark that belongs to it.
    fn chart() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let chart = folder.path().join("calls.ron");
        crate::persist::atomic::write(&chart, b"a chart").expect("written");
        let mark = folder.path().join(".calls.ron.laneway-open");
        (folder, chart, mark)
    }

    #[test]
    fn all_who_have_a_chart_open_see_another_one_until_that_is_gone() {
        let (folder, chart, mark) = chart();
        let [ana, ben, eve] = ["ana", "ben", "eve"].map(|user| opener(user, "pc-1"));
        let mut first = OpenMark::new(&chart, ana.clone());
        let mut second = OpenMark::new(&chart, ben.clone());
        assert_eq!(first.look(NOW), None);
        assert_eq!(second.look(NOW), Some(&ana));
        assert_eq!(first.look(NOW + LOOKED_SECS), Some(&ben));
        drop(first);
        assert!(!mark.exists());
        assert_eq!(second.look(NOW + LOOKED_SECS), None);
        let mut third = OpenMark::new(&chart, eve.clone());
        assert_eq!(third.look(NOW), Some(&ben));
        assert_eq!(second.look(NOW + 2 * LOOKED_SECS), Some(&eve));
        drop((second, third));
        let left = fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(left, 1, "nothing is left behind but the chart");
    }

    #[test]
    fn more_than_can_be_told_of_are_told_all_the_same() {
        let (_folder, chart, _) = chart();
        let mut openers: Vec<OpenMark> = (0..MOST_OPENERS + 2)
            .map(|at| OpenMark::new(&chart, opener(&format!("user {at}"), "pc-1")))
            .collect();
        for (at, mark) in openers.iter_mut().enumerate() {
            assert_eq!(mark.look(NOW).is_some(), at > 0);
        }
        assert_eq!(openers.last().map(|mark| mark.own.is_some()), Some(false));
    }

    #[test]
    fn what_a_program_that_is_gone_left_is_known_by_its_lock_or_its_age() {
        let (_folder, chart, mark) = chart();
        let leave = |of: &Opener, touched: u64| {
            let text = ron::to_string(of).expect("text");
            crate::persist::atomic::write(&mark, text.as_bytes()).expect("written");
            let left = OpenOptions::new().write(true).open(&mark).expect("a file");
            left.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(touched)).expect("touched");
        };
        let look = || OpenMark::new(&chart, opener("me", "pc-1")).look(NOW).cloned();
        leave(&opener("ana", "pc-1"), NOW);
        assert_eq!(look(), None, "nobody holds its lock");
        leave(&opener("ana", "pc-2"), NOW - 90);
        assert_eq!(look().map(|ana| ana.host), Some("pc-2".to_owned()), "its lock may not be seen here");
        leave(&opener("ana", "pc-2"), NOW - STALE_SECS);
        assert_eq!(look(), None);
    }

    #[test]
    fn who_has_a_chart_open_for_long_is_still_seen() {
        let (_folder, chart, mark) = chart();
        let mut first = OpenMark::new(&chart, opener("ana", "pc-2"));
        for minute in 0..10 {
            assert_eq!(first.look(NOW + minute * TOUCHED_SECS), None);
        }
        let touched = fs::metadata(&mark).and_then(|found| found.modified()).expect("a time");
        assert_eq!(touched, SystemTime::UNIX_EPOCH + Duration::from_secs(NOW + 9 * TOUCHED_SECS));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_mark_stays_and_a_folder_that_takes_none_is_left_alone() {
        use std::os::unix::fs::PermissionsExt as _;

        let (folder, chart, mark) = chart();
        crate::persist::atomic::write(&mark, b"somebody's notes").expect("written");
        let mut first = OpenMark::new(&chart, opener("ana", "pc-1"));
        assert_eq!(first.look(NOW), None);
        drop(first);
        assert_eq!(fs::read(&mark).expect("it is there"), b"somebody's notes");
        fs::remove_file(&mark).expect("removed");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).expect("protected");
        let mut first = OpenMark::new(&chart, opener("ana", "pc-1"));
        assert_eq!(first.look(NOW), None);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).expect("free");
    }
}
