//! Whatever call of the system fails while a chart is saved: the file is the old one or the new one, whole, and nothing
//! else is left.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use laneway::template::BLANK;

use crate::run::skip_without;

/// What the system may answer.
const ERRORS: [&str; 5] = ["ENOSPC", "EIO", "EACCES", "EXDEV", "EPERM"];
/// The calls that have to do with files.
const CALLS: &str = "openat,flock,write,statx,listxattr,getxattr,fsetxattr,fchown,fchmod,fsync,lseek,read,\
                     renameat,readlink,getdents64,unlink,getcwd";

/// Runs `laneway fmt chart.ron` in `folder` under strace, with these options.
fn fmt(folder: &Path, options: &[&str]) -> Output {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-o", "trace"]).args(options).arg(env!("CARGO_BIN_EXE_laneway"));
    let strace = strace.args(["fmt", "chart.ron"]).current_dir(folder).env("LC_ALL", "C");
    strace.env("XDG_STATE_HOME", folder.join(".state")).output().expect("strace runs")
}

/// The calls of a save as strace tells of them: of each its name, and the how many-th of that name it is.
fn calls(trace: &str) -> Vec<(String, usize)> {
    let names = trace.lines().filter_map(|line| {
        let call = line.split_once(' ')?.1.trim_start();
        let (name, _) = call.split_once('(')?;
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_').then_some((name, call))
    });
    let (mut all, mut has_read) = (Vec::<(String, usize)>::new(), false);
    let mut calls = Vec::new();
    for (name, call) in names {
        all.push((name.to_owned(), 0));
        let nth = all.iter().filter(|(other, _)| other == name).count();
        has_read |= call.contains("chart.ron");
        if has_read {
            calls.push((name.to_owned(), nth));
        }
    }
    calls
}

/// Puts a chart into `folder` that its saving changes, with rights and a note that the new file inherits.
fn put(folder: &Path, old: &str) {
    let path = folder.join("chart.ron");
    laneway::persist::atomic::write(&path, old.as_bytes()).expect("written");
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{XattrFlags, setxattr};
        use std::os::unix::fs::PermissionsExt as _;

        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("one's own file");
        // Not every file system has attributes.
        setxattr(&path, "user.note", b"from the workshop", XattrFlags::empty()).unwrap_or_default();
    }
}

#[test]
fn a_call_that_fails_leaves_the_old_file_or_the_new_one_and_nothing_else() {
    let is_traced = Command::new("strace").arg("true").output().is_ok_and(|ran| ran.status.success());
    if !is_traced {
        return skip_without("strace, with the right to trace");
    }
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path();
    let new = BLANK.source;
    let old = format!("{new}\n");
    let only = format!("trace={CALLS}");
    put(folder, &old);
    let whole = fmt(folder, &["-e", &only]);
    assert!(whole.status.success(), "{whole:?}");
    let calls = calls(&fs::read_to_string(folder.join("trace")).expect("a trace"));
    assert!(calls.len() > 15, "{calls:?}");
    let mut refused = 0;
    for (name, nth) in &calls {
        for error in ERRORS {
            put(folder, &old);
            let fault = format!("inject={name}:error={error}:when={nth}");
            let ran = fmt(folder, &["-e", &only, "-e", &fault]);
            let now = fs::read_to_string(folder.join("chart.ron")).expect("the chart is there");
            let what = format!("{fault}: {ran:?}");
            assert!(now == if ran.status.success() { new } else { &old }, "{what}");
            let left = fs::read_dir(folder).expect("listed").flatten().map(|entry| entry.file_name());
            let left: Vec<_> = left.filter(|name| name != "chart.ron" && name != "trace").collect();
            assert!(left.is_empty(), "{left:?} after {what}");
            if !ran.status.success() {
                refused += 1;
                let said = String::from_utf8_lossy(&ran.stderr).into_owned();
                assert!(said.starts_with("laneway: ") && said.contains("chart.ron"), "{what}");
            }
        }
    }
    assert!(refused > 5 * ERRORS.len(), "{refused} of {}", calls.len() * ERRORS.len());
}
