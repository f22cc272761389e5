//! Other people's code: licences, versions and sources are those that `deny.toml` lets in.
//!
//! cargo-deny reads the same file and does more; it takes too long to build for every change to wait for it.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde::Deserialize;
use spdx::{Expression, LicenseReq, ParseMode};

use crate::source::project;

/// The parts of `deny.toml` that are held to here.
#[derive(Deserialize)]
struct Deny {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    skip: Vec<Skip>,
}

#[derive(Deserialize)]
struct Skip {
    #[serde(rename = "crate")]
    name_and_version: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

/// `Cargo.lock`: it names the packages of every platform and feature.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    source: Option<String>,
}

/// What `cargo metadata` says of a package.
#[derive(Deserialize)]
struct Package {
    name: String,
    license: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

fn read<T: for<'de> Deserialize<'de>>(name: &str) -> T {
    let text = std::fs::read_to_string(project().join(name)).expect("a file of the project");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The packages as `cargo metadata` lists them with `more` arguments; none where cargo cannot have them.
fn packages(more: &[&str]) -> Option<Vec<Package>> {
    let mut cargo = Command::new(env!("CARGO"));
    let output = cargo.args(["metadata", "--format-version", "1", "--locked", "--all-features"]).args(more);
    let output = output.current_dir(project()).output().expect("cargo starts");
    let metadata = output.status.success().then(|| serde_json::from_slice::<Metadata>(&output.stdout));
    metadata.map(|metadata| metadata.expect("cargo writes JSON").packages)
}

/// The packages of every platform; where these cannot be fetched, those that are built here.
fn all_packages() -> Vec<Package> {
    packages(&[]).unwrap_or_else(|| {
        crate::run::say("no network: only the licences of what is built here are looked at");
        let platform = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
        packages(&["--offline", "--filter-platform", &platform]).expect("what was built is there")
    })
}

fn allows(allowed: &[String], wanted: &LicenseReq) -> bool {
    allowed.iter().any(|name| *name == wanted.to_string())
}

/// Whether a licence of `allowed` is enough for `expression`.
fn is_fine(expression: &str, allowed: &[String]) -> bool {
    let parsed = Expression::parse_mode(expression, ParseMode::LAX);
    parsed.is_ok_and(|parsed| parsed.evaluate(|wanted| allows(allowed, wanted)))
}

#[test]
fn licences_are_among_those_that_may_come_in() {
    let allowed = read::<Deny>("deny.toml").licenses.allow;
    let all = all_packages();
    let bad =
        all.iter().filter(|package| !package.license.as_ref().is_some_and(|text| is_fine(text, &allowed)));
    let bad: Vec<String> = bad.map(|package| format!("{}: {:?}", package.name, package.license)).collect();
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn what_is_there_twice_is_listed_with_a_reason() {
    let listed = read::<Deny>("deny.toml").bans.skip;
    assert!(listed.iter().all(|skip| !skip.reason.trim().is_empty()), "every line has a reason");
    let listed: BTreeSet<String> = listed.into_iter().map(|skip| skip.name_and_version).collect();
    let mut versions = BTreeMap::<String, Vec<String>>::new();
    for package in read::<Lock>("Cargo.lock").package {
        versions.entry(package.name).or_default().push(package.version);
    }
    let mut twice = BTreeSet::new();
    for (name, versions) in versions.iter().filter(|(_, versions)| versions.len() > 1) {
        // Cargo.lock has them sorted as text, in which 0.10 stands before 0.9.
        let number = |version: &&String| -> Vec<u64> {
            version.split(['.', '+']).map_while(|part| part.parse().ok()).collect()
        };
        let newest = versions.iter().max_by_key(number);
        let older = versions.iter().filter(|version| Some(*version) != newest);
        twice.extend(older.map(|version| format!("{name}@{version}")));
    }
    let unlisted: Vec<_> = twice.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&twice).collect();
    assert!(unlisted.is_empty() && gone.is_empty(), "not listed: {unlisted:?}; no longer there: {gone:?}");
}

#[test]
fn everything_comes_from_one_registry() {
    let allowed = read::<Deny>("deny.toml").sources.allow_registry;
    let packages = read::<Lock>("Cargo.lock").package;
    let is_known = |source: &String| allowed.iter().any(|known| *source == format!("registry+{known}"));
    let others = packages.iter().filter(|package| !package.source.as_ref().is_none_or(is_known));
    let others: Vec<_> = others.map(|package| (&package.name, &package.source)).collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn expressions_are_understood_as_they_are_meant() {
    let allowed = ["MIT".to_owned(), "Apache-2.0 WITH LLVM-exception".to_owned()];
    for fine in ["MIT", "MIT OR GPL-3.0-only", "MIT/Unlicense", "Apache-2.0 WITH LLVM-exception AND MIT"] {
        assert!(is_fine(fine, &allowed), "{fine}");
    }
    for bad in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0", "", "proprietary"] {
        assert!(!is_fine(bad, &allowed), "{bad}");
    }
}
