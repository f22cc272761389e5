//! Files are replaced as a whole or not at all.

use std::{fs, path::Path, sync::Arc};

use laneway::geom::Rect;
use laneway::persist::{SaveError, atomic, load, read, save};

use super::sample;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_saved_document_is_read_back_and_nothing_else_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    for _ in 0..2 {
        save(&sample::full(), &path).unwrap();
    }
    assert_eq!(load(&read(&path).unwrap(), &path).unwrap().document, sample::full());
    assert_eq!(names(folder.path()), ["a.ron"]);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = tempfile::tempdir().unwrap();
    let [real, near, far] = ["real.ron", "near.ron", "far.ron"].map(|name| folder.path().join(name));
    atomic::write(&real, b"old").unwrap();
    assert_ne!(mode(&real) & 0o044, 0, "a new file is as readable as any");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.ron", &near).unwrap();
    symlink(&near, &far).unwrap();
    atomic::write(&far, b"new").unwrap();
    assert!(fs::symlink_metadata(&far).unwrap().is_symlink());
    assert!(fs::symlink_metadata(&near).unwrap().is_symlink());
    assert_eq!(fs::read(&real).unwrap(), b"new");
    assert_eq!(mode(&real), 0o640);
    symlink("nowhere.ron", folder.path().join("loose.ron")).unwrap();
    atomic::write(&folder.path().join("loose.ron"), b"x").unwrap();
    assert_eq!(names(folder.path()), ["far.ron", "loose.ron", "near.ron", "nowhere.ron", "real.ron"]);
    symlink("loop.ron", folder.path().join("loop.ron")).unwrap();
    assert!(matches!(atomic::write(&folder.path().join("loop.ron"), b"x"), Err(SaveError::Failed { .. })));
}

#[cfg(target_os = "linux")]
#[test]
fn owner_group_and_attributes_are_kept() {
    use rustix::fs::{XattrFlags, getxattr, setxattr};
    use std::os::unix::fs::{MetadataExt as _, chown};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    atomic::write(&path, b"old").unwrap();
    // Not every file system has attributes, and only the superuser gives files away.
    let note = setxattr(&path, "user.note", b"checked", XattrFlags::empty());
    drop(chown(&path, Some(4242), Some(4243)));
    let before = fs::metadata(&path).unwrap();
    assert_eq!(atomic::write(&path, b"new").unwrap().refused, []);
    let after = fs::metadata(&path).unwrap();
    assert_eq!((after.uid(), after.gid(), after.mode()), (before.uid(), before.gid(), before.mode()));
    let mut kept = [0; 7];
    assert!(note.is_err() || (getxattr(&path, "user.note", &mut kept) == Ok(7) && &kept == b"checked"));
}

#[test]
fn what_a_killed_save_left_goes_with_the_next_one_and_what_is_being_written_stays() {
    let folder = tempfile::tempdir().unwrap();
    let [left, busy] = [".laneway-abcdef.tmp", ".laneway-ghijkl.tmp"].map(|name| folder.path().join(name));
    atomic::write(&left, b"half").unwrap();
    atomic::write(&busy, b"half").unwrap();
    let owner = fs::File::open(&busy).unwrap();
    owner.lock().unwrap();
    save(&sample::full(), &folder.path().join("a.ron")).unwrap();
    assert_eq!(names(folder.path()), [".laneway-ghijkl.tmp", "a.ron"]);
    drop(owner);
    atomic::sweep(folder.path());
    assert_eq!(names(folder.path()), ["a.ron"]);
}

#[test]
fn what_could_not_be_opened_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    save(&sample::full(), &path).unwrap();
    let old = fs::read(&path).unwrap();
    let mut far = sample::full();
    for step in far.pages[0].steps.values_mut() {
        Arc::make_mut(step).rect = Rect::new(2e7, 0.0, 2e7 + 100.0, 50.0);
    }
    let mut large = sample::full();
    large.properties.insert("all".to_owned(), "x".repeat(64 << 20));
    for (document, reason) in [(far, "stands at 2000"), (large, "larger than 64 MiB")] {
        let error = save(&document, &path).unwrap_err().to_string();
        assert!(error.contains(reason) && error.contains("cannot be saved"), "{error}");
        assert_eq!(fs::read(&path).unwrap(), old);
    }
    assert_eq!(names(folder.path()), ["a.ron"]);
}

#[test]
fn a_failed_save_says_what_to_do_and_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let missing = atomic::write(&folder.path().join("none/a.ron"), b"x").unwrap_err();
    assert!(
        missing.to_string().contains("no such folder") && missing.to_string().contains("none"),
        "{missing}"
    );
    assert!(matches!(atomic::write(folder.path(), b"x"), Err(SaveError::NotAFile { .. })));
    assert!(matches!(atomic::write(Path::new("/"), b"x"), Err(SaveError::NotAFile { .. })));
    let old = folder.path().join("old.ron");
    atomic::write(&old, b"old").unwrap();
    let mut permissions = fs::metadata(&old).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&old, permissions).unwrap();
    let protected = atomic::write(&old, b"new").unwrap_err();
    assert!(protected.to_string().contains("write-protected"), "{protected}");
    assert_eq!(fs::read(&old).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["old.ron"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_keeps_the_old_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.ron");
    atomic::write(&old, b"old").unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // The superuser may write everywhere; then there is nothing to see.
    if let Err(error) = atomic::write(&old, b"new") {
        assert!(error.to_string().contains("old.ron"), "{error}");
        assert_eq!(fs::read(&old).unwrap(), b"old");
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(names(folder.path()), ["old.ron"]);
}

#[test]
fn what_cannot_be_read_is_said_plainly() {
    let folder = tempfile::tempdir().unwrap();
    let missing = read(&folder.path().join("a.ron")).unwrap_err();
    assert!(missing.to_string().starts_with("There is no such file: "), "{missing}");
    let is_folder = read(folder.path()).unwrap_err();
    assert!(is_folder.to_string().contains("a folder"), "{is_folder}");
    let huge = folder.path().join("huge.ron");
    atomic::write(&huge, b"").unwrap();
    fs::OpenOptions::new().write(true).open(&huge).unwrap().set_len((64 << 20) + 1).unwrap();
    let huge = read(&huge).unwrap_err();
    assert!(huge.to_string().contains("larger than 64 MiB"), "{huge}");
}
