//! Who has a chart open: a hidden file beside it, for other windows and for other machines that share its folder.
//!
//! ```text
//! calls.ron   .calls.ron.laneway-open      (user, host, process, since)
//! ```
//!
//! A hint, and no lock: nobody is kept from opening or saving anything, and where the folder takes no file nothing is
//! said. Whoever opens the chart first has the file, locked, and removes it; others look at it and take the place when
//! it is free. On the same machine the lock tells whether its program still lives; on another one, whose locks may not
//! be seen here, that it is touched every minute.

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
/// How often somebody else's file is looked at, in seconds.
const LOOKED_SECS: u64 = 2;
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
    path: PathBuf,
    me: Opener,
    /// The file, where it names us.
    own: Option<File>,
    /// When it was touched or looked at last.
    looked: Option<u64>,
    other: Option<Opener>,
}

impl OpenMark {
    /// The mark of `me` beside the file `chart`. Nothing is written before the first look.
    pub fn new(chart: &Path, me: Opener) -> Self {
        Self { path: mark_of(chart), me, own: None, looked: None, other: None }
    }

    /// Who else has had the chart open before us, at the time `now`. Where nobody has, the mark says that we have.
    pub fn look(&mut self, now: u64) -> Option<&Opener> {
        let pause = if self.own.is_some() { TOUCHED_SECS } else { LOOKED_SECS };
        if self.looked.is_none_or(|looked| now.saturating_sub(looked) >= pause) {
            self.looked = Some(now);
            if let Some(file) = &self.own {
                // Where that fails, others take us for gone, and nothing else is lost.
                file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(now)).unwrap_or_default();
            } else {
                self.other = self.look_at_other(now);
            }
        }
        self.other.as_ref()
    }

    fn look_at_other(&mut self, now: u64) -> Option<Opener> {
        match Opener::read(&self.path) {
            Ok((opener, file)) if is_alive(&opener, &file, &self.me.host, now) => return Some(opener),
            Ok(_) => fs::remove_file(&self.path).unwrap_or_default(),
            // What is not there is made, and what is none of ours stays.
            Err(_) => {}
        }
        // The folder may be write-protected, or somebody else was quicker.
        self.own = self.write().ok();
        None
    }

    fn write(&self) -> io::Result<File> {
        let text = ron::to_string(&self.me).map_err(io::Error::other)?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(&self.path)?;
        file.write_all(text.as_bytes())?;
        // Some file systems know no locks; the time of the file tells there.
        drop(file.lock());
        Ok(file)
    }
}

impl Drop for OpenMark {
    fn drop(&mut self) {
        if self.own.is_some() && Opener::read(&self.path).is_ok_and(|(opener, _)| opener == self.me) {
            fs::remove_file(&self.path).unwrap_or_default();
        }
    }
}

/// The file beside `chart` that says who has it open.
fn mark_of(chart: &Path) -> PathBuf {
    let chart = chart.canonicalize().unwrap_or_else(|_| chart.to_owned());
    let mut name = std::ffi::OsString::from(".");
    name.push(chart.file_name().unwrap_or_default());
    name.push(".laneway-open");
    chart.with_file_name(name)
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
    fn the_second_one_sees_the_first_and_takes_the_place_when_it_is_free() {
        let (_folder, chart, mark) = chart();
        let (ana, ben) = (opener("ana", "pc-1"), opener("ben", "pc-1"));
        let mut first = OpenMark::new(&chart, ana.clone());
        let mut second = OpenMark::new(&chart, ben.clone());
        assert_eq!(first.look(NOW), None);
        assert_eq!(second.look(NOW), Some(&ana));
        drop(first);
        assert!(!mark.exists());
        assert_eq!(second.look(NOW + LOOKED_SECS), None);
        let mut third = OpenMark::new(&chart, ana);
        assert_eq!(third.look(NOW), Some(&ben));
        drop((second, third));
        assert!(!mark.exists(), "nothing is left behind");
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
