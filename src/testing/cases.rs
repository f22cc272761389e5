//! How random tests run.

use proptest::test_runner::{Config, RngSeed};

/// The seed of every run that asks for no other, so that what passes on one machine passes on all.
const SEED: u64 = 1;

/// Tries `usual` cases, the same in every run; `LANEWAY_CASES` in the environment tries that many instead, and
/// `LANEWAY_SEED` others.
pub(crate) fn cases(usual: u32) -> Config {
    let cases = number("LANEWAY_CASES").and_then(|cases| u32::try_from(cases).ok()).unwrap_or(usual);
    let seed = number("LANEWAY_SEED").unwrap_or(SEED);
    // A case that fails is written into a test of its own, under the name of what went wrong.
    Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() }
}

/// The number that the environment has under `name`.
pub(crate) fn number(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|error| panic!("{name}={text}: {error}")))
}
