//! Files are replaced as a whole or not at all.

use std::{fs, path::Path};

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
