//! Everything that reads what others wrote, given bytes that nobody would write, led by what the bytes reach.
//!
//! Which target is tried says `LANEWAY_FUZZ`. A target panics where Laneway does not keep what it promises; libFuzzer
//! finds the rest: what takes too long and what takes too much memory.
#![no_main]

mod chart;
#[path = "../../../src/testing/records.rs"]
#[allow(dead_code, unreachable_pub)]
mod records;
mod targets;

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

/// What is done with the bytes.
type Target = fn(&[u8]);

fn target() -> Target {
    static TARGET: OnceLock<Target> = OnceLock::new();
    *TARGET.get_or_init(|| {
        let name = std::env::var("LANEWAY_FUZZ").unwrap_or_default();
        let found = targets::ALL.iter().find(|(known, _)| *known == name);
        let names = || targets::ALL.map(|(known, _)| known).join(", ");
        found.unwrap_or_else(|| panic!("LANEWAY_FUZZ is to name one of: {}", names())).1
    })
}

fuzz_target!(|bytes: &[u8]| target()(bytes));
