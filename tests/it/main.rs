//! The integration tests: one binary, so that the crate is linked once.

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod browser;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod dependencies;
#[cfg(test)]
mod drawing;
#[cfg(test)]
mod editing;
#[cfg(test)]
mod export;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod file_names;
#[cfg(test)]
mod git;
#[cfg(test)]
mod locale;
#[cfg(test)]
mod persist;
#[cfg(test)]
mod publish;
#[cfg(test)]
mod recognise;
#[cfg(test)]
mod recover;
#[cfg(test)]
mod run;
#[cfg(test)]
mod scene;
#[cfg(test)]
mod source;
#[cfg(test)]
mod table;
#[cfg(test)]
mod templates;
#[cfg(test)]
#[path = "../../src/testing/mod.rs"]
mod testing;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod window;

/// As in the program.
#[cfg(feature = "desktop")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
