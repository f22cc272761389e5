//! What a new file inherits from the one that it replaces.

use std::{fs, io, path::Path};

use super::attributes;
use crate::locale::Catalog;

/// Something of a file beside its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Inherited {
    /// Who it belongs to.
    Owner,
    /// The group that it belongs to.
    Group,
    /// Who may read and write it.
    Permissions,
    /// Access lists and other attributes.
    Attributes,
}

impl Inherited {
    /// What it is called in the language of `catalog`.
    pub fn say(self, catalog: &Catalog) -> String {
        catalog.text(match self {
            Self::Owner => "save-owner",
            Self::Group => "save-group",
            Self::Permissions => "save-permissions",
            Self::Attributes => "save-attributes",
        })
    }
}

/// Gives `file` what the file `old` with `metadata` has, as far as the system allows it; gives back what it refused.
///
/// Never gives more rights than the old file gave: where the group is another one, it may do what everybody may.
#[cfg(unix)]
pub(super) fn inherit(file: &fs::File, old: &Path, metadata: &fs::Metadata) -> io::Result<Vec<Inherited>> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};

    let own = file.metadata()?;
    let (is_other_owner, is_other_group) = (metadata.uid() != own.uid(), metadata.gid() != own.gid());
    let mut refused = Vec::new();
    if is_other_owner && fchown(file, Some(metadata.uid()), None).is_err() {
        refused.push(Inherited::Owner);
    }
    let mut mode = metadata.mode() & 0o7777;
    if is_other_group && fchown(file, None, Some(metadata.gid())).is_err() {
        refused.push(Inherited::Group);
        mode &= 0o7707 | ((mode & 0o007) << 3);
    }
    // An access list would give a group that was not kept what these rights take from it.
    let is_same_group = !refused.contains(&Inherited::Group);
    if !attributes::copy(old, file, is_same_group).unwrap_or(false) {
        refused.push(Inherited::Attributes);
    }
    let is_as_it_shall_be = |file: &fs::File| file.metadata().is_ok_and(|own| own.mode() & 0o7777 == mode);
    let is_set = is_as_it_shall_be(file) || file.set_permissions(fs::Permissions::from_mode(mode)).is_ok();
    if !is_set || mode != metadata.mode() & 0o7777 {
        refused.push(Inherited::Permissions);
    }
    Ok(refused)
}

/// The same where the system knows no owners.
#[cfg(not(unix))]
pub(super) fn inherit(file: &fs::File, _old: &Path, metadata: &fs::Metadata) -> io::Result<Vec<Inherited>> {
    let refused = file.set_permissions(metadata.permissions()).is_err();
    Ok(refused.then_some(Inherited::Permissions).into_iter().collect())
}

/// The rights of a new file.
#[derive(Clone, Copy)]
pub(super) struct Birth {
    /// Those that it is made with.
    pub(super) at_first: u32,
    /// Those that it is given when it is whole; `None`: it has them.
    pub(super) finally: Option<u32>,
}

impl Birth {
    /// Those of a file for its owner alone; of one that takes another one's place, until it inherits.
    pub(super) const PRIVATE: Self = Self { at_first: OWNERS, finally: None };

    /// Those of a file in `folder` that is as readable as any new file: private while it is written, where the folder
    /// has no rule of its own for new files, which only the system can apply.
    pub(super) fn of_new_file(folder: &Path) -> Self {
        match umask().filter(|_| !attributes::has_rule_for_new_files(folder)) {
            Some(umask) => Self { at_first: OWNERS, finally: Some(ANY_NEW_FILE & !umask) },
            None => Self { at_first: ANY_NEW_FILE, finally: None },
        }
    }

    /// Gives `file` its last rights; gives back what the system refused.
    pub(super) fn end(&self, file: &fs::File) -> Vec<Inherited> {
        #[cfg(unix)]
        if let Some(mode) = self.finally {
            let permissions = std::os::unix::fs::PermissionsExt::from_mode(mode);
            let is_refused = file.set_permissions(permissions).is_err();
            return is_refused.then_some(Inherited::Permissions).into_iter().collect();
        }
        Vec::new()
    }
}

const OWNERS: u32 = 0o600;
const ANY_NEW_FILE: u32 = 0o666;

/// Which rights new files do not get; `None` where the system tells only who changes it.
fn umask() -> Option<u32> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let umask = status.lines().find_map(|line| line.strip_prefix("Umask:"))?;
    u32::from_str_radix(umask.trim(), 8).ok()
}
