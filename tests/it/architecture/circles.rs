//! Circles of files: those that cannot be read one after the other, because each leads to every other.
//!
//! A file depends on another when a path in it, an import or one in the midst of the code, leads to something that
//! the other defines. A path is followed through re-exports to the file that has the item; so a `mod.rs` that only
//! declares and re-exports is part of no circle, and one that defines something is. `mod x;` alone is a declaration
//! and no dependency. Tests are left out.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    assert_none,
    items::items_of,
    paths::{CodePath, PathReader},
};
use crate::source::{SourceFile, read_src};

/// The most files that may lead to each other.
pub(super) const CIRCLE_CAP: usize = 5;

/// What a file offers to paths that lead into its module.
struct Scope {
    defines: BTreeSet<String>,
    imports: Vec<CodePath>,
}

/// The files of the crate and what each of them leads to.
struct Files<'f> {
    all: &'f [SourceFile],
    scopes: Vec<Scope>,
    by_module: BTreeMap<&'f [String], usize>,
}

/// Names on the way of a path, so that imports that lead to each other end.
type Trail = Vec<(Vec<String>, String)>;

impl<'f> Files<'f> {
    fn new(files: &'f [SourceFile]) -> Self {
        let scope = |file: &SourceFile| Scope {
            defines: items_of(file).into_iter().map(|item| item.name).collect(),
            imports: PathReader::read(file).into_iter().filter(|path| path.binds.is_some()).collect(),
        };
        let is_library = |file: &&SourceFile| file.name != "src/main.rs";
        let by_module =
            files.iter().enumerate().filter(|(_, file)| is_library(file)).map(|(i, file)| (&*file.module, i));
        Self { all: files, scopes: files.iter().map(scope).collect(), by_module: by_module.collect() }
    }

    /// The files that the file at `index` depends on.
    fn uses(&self, index: usize) -> BTreeSet<usize> {
        let file = &self.all[index];
        let target = |path: &CodePath| {
            let mut trail = Trail::new();
            if path.internal {
                self.find(&[], &path.segments, &mut trail).or_else(|| self.nearest(&path.segments))
            } else {
                self.find(&file.module, &path.segments, &mut trail)
            }
        };
        let mut uses: BTreeSet<usize> = PathReader::read(file).iter().filter_map(target).collect();
        uses.remove(&index);
        uses
    }

    /// The file that defines what the path `rest` leads to from `module`; none when it is nothing of this crate.
    fn find(&self, module: &[String], rest: &[String], trail: &mut Trail) -> Option<usize> {
        let &here = self.by_module.get(module)?;
        let Some((name, beyond)) = rest.split_first() else { return Some(here) };
        let inner = [module, std::slice::from_ref(name)].concat();
        if self.by_module.contains_key(&*inner) {
            return self.find(&inner, beyond, trail).or_else(|| self.by_module.get(&*inner).copied());
        }
        if self.scopes[here].defines.contains(name) {
            return Some(here);
        }
        let step = (module.to_vec(), name.clone());
        if name == "*" || trail.contains(&step) {
            return None;
        }
        trail.push(step);
        let imports = &self.scopes[here].imports;
        let named = imports.iter().filter(|import| import.binds.as_ref() == Some(name));
        let globs = imports.iter().filter(|import| import.binds.as_deref() == Some("*"));
        for (import, rest) in named.map(|import| (import, beyond)).chain(globs.map(|import| (import, rest))) {
            let all = [&import.segments, rest].concat();
            let from = if import.internal { &[] } else { module };
            if let Some(found) = self.find(from, &all, trail) {
                return Some(found);
            }
        }
        None
    }

    /// The file of the longest beginning of `path` that is a module.
    fn nearest(&self, path: &[String]) -> Option<usize> {
        (1..=path.len()).rev().find_map(|end| self.by_module.get(&path[..end]).copied())
    }
}

/// The circles of `files` with more than one file, each with its files' names, the largest first.
pub(super) fn circles(files: &[SourceFile]) -> Vec<Vec<String>> {
    let all = Files::new(files);
    let uses: Vec<BTreeSet<usize>> = (0..files.len()).map(|index| all.uses(index)).collect();
    let reached: Vec<BTreeSet<usize>> = (0..files.len()).map(|from| reach(&uses, from)).collect();
    let mut circles = BTreeSet::new();
    for (from, reached_from) in reached.iter().enumerate() {
        let circle: Vec<usize> =
            reached_from.iter().copied().filter(|to| reached[*to].contains(&from)).collect();
        if circle.len() > 1 {
            circles.insert(circle);
        }
    }
    let name = |index: &usize| files[*index].name.clone();
    let mut named: Vec<Vec<String>> =
        circles.iter().map(|circle| circle.iter().map(name).collect()).collect();
    named.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    named
}

/// What can be reached from `from`, itself only when there is a way back.
fn reach(uses: &[BTreeSet<usize>], from: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<usize> = uses[from].iter().copied().collect();
    while let Some(next) = open.pop() {
        if reached.insert(next) {
            open.extend(&uses[next]);
        }
    }
    reached
}

/// The circles over the cap.
pub(super) fn long_circles(files: &[SourceFile]) -> Vec<Vec<String>> {
    circles(files).into_iter().filter(|circle| circle.len() > CIRCLE_CAP).collect()
}

/// For each file of `circle`, what it leads to in the circle.
pub(super) fn ways_within(files: &[SourceFile], circle: &[String]) -> Vec<String> {
    let all = Files::new(files);
    let is_inside = |index: &usize| circle.contains(&files[*index].name);
    let leads_to = |index: usize| {
        let to = all.uses(index).into_iter().filter(is_inside).map(|to| files[to].name.as_str());
        format!("{} -> {}", files[index].name, to.collect::<Vec<_>>().join(" "))
    };
    (0..files.len()).filter(is_inside).map(leads_to).collect()
}

#[test]
fn few_files_lead_to_each_other() {
    let shown = |circle: &Vec<String>| format!("a circle of {} files: {}", circle.len(), circle.join(" "));
    assert_none(&long_circles(&read_src()).iter().map(shown).collect::<Vec<_>>());
}

mod tests {
    use super::*;

    fn circles_of(files: &[(&str, &str)]) -> Vec<Vec<String>> {
        let all = [&[("src/lib.rs", "mod a; mod b;")], files].concat();
        circles(&all.iter().map(|(name, code)| SourceFile::parse(name, code)).collect::<Vec<_>>())
    }

    #[test]
    fn a_circle_is_found_through_imports_and_paths_in_code() {
        let found = circles_of(&[
            ("src/a/mod.rs", "mod one; mod two; mod three;"),
            ("src/a/one.rs", "use super::two::Two; pub struct One;"),
            ("src/a/two.rs", "pub struct Two; fn f() { g!(crate::a::three::three()) }"),
            ("src/a/three.rs", "use super::one; pub fn three() { one::One }"),
            ("src/b.rs", "use crate::a::one::One;"),
        ]);
        assert_eq!(found, [["src/a/one.rs", "src/a/two.rs", "src/a/three.rs"]]);
    }

    #[test]
    fn what_only_re_exports_is_part_of_no_circle() {
        let one = ("src/a/one.rs", "use super::{Two, other as o,}; pub struct One;");
        let two = ("src/a/two.rs", "pub struct Two; pub(in crate::a) fn other() {}");
        let only = ("src/a/mod.rs", "mod one; mod two; pub use one::One; pub use two::*;");
        assert_eq!(circles_of(&[only, one, two]), [[""; 0]; 0]);
        let back = ("src/a/two.rs", "use crate::a::One; pub struct Two; pub fn other() {}");
        assert_eq!(circles_of(&[only, one, back]), [["src/a/one.rs", "src/a/two.rs"]]);
        let more = ("src/a/mod.rs", "mod one; mod two; pub use one::One; pub use two::*; struct More;");
        let up = ("src/a/two.rs", "use super::More; pub struct Two; pub fn other() {}");
        assert_eq!(circles_of(&[more, one, up]), [["src/a/mod.rs", "src/a/one.rs", "src/a/two.rs"]]);
    }
}
