//! Extended attributes, which hold access lists and what other programs noted of a file.

use std::{fs::File, io, path::Path};

/// Copies the attributes of the file at `from` to `to`, without its access list where it `keeps_access` not; false where
/// one was not kept.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn copy(from: &Path, to: &File, keeps_access: bool) -> io::Result<bool> {
    let mut are_kept = true;
    for name in list(from)? {
        let is_access = name == ACCESS;
        let is_copied = (keeps_access || !is_access) && copy_one(from, to, &name).is_ok();
        // The system notes things of its own, and lets nobody else do so.
        are_kept &= is_copied || !(is_access || name.starts_with("user."));
    }
    Ok(are_kept)
}

/// The same where the system has none.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn copy(_from: &Path, _to: &File, _keeps_access: bool) -> io::Result<bool> {
    Ok(true)
}

/// Whether `folder` says who may read and write what is made in it.
pub(super) fn has_rule_for_new_files(folder: &Path) -> bool {
    list(folder).is_ok_and(|names| names.iter().any(|name| name == "system.posix_acl_default"))
}

const ACCESS: &str = "system.posix_acl_access";

/// The most bytes that all names, or a value, have where the system has a limit.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
const LARGEST: usize = 64 << 10;

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn list(path: &Path) -> io::Result<Vec<String>> {
    use rustix::fs::listxattr;

    let mut names = vec![0_u8; LARGEST];
    match listxattr(path, &mut names) {
        Ok(size) => names.truncate(size),
        Err(rustix::io::Errno::NOTSUP) => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    }
    let names = names.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    Ok(names.map(|name| String::from_utf8_lossy(name).into_owned()).collect())
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn list(_path: &Path) -> io::Result<Vec<String>> {
    Ok(Vec::new())
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn copy_one(from: &Path, to: &File, name: &str) -> io::Result<()> {
    use rustix::fs::{XattrFlags, fsetxattr, getxattr};

    let mut value = vec![0_u8; LARGEST];
    let size = getxattr(from, name, &mut value)?;
    value.truncate(size);
    Ok(fsetxattr(to, name, &value, XattrFlags::empty())?)
}
