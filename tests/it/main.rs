//! The integration tests: one binary, so that the crate is linked once.

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod cli;
#[cfg(test)]
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod desktop;
#[cfg(test)]
mod edit;
#[cfg(test)]
mod export;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod export_dialog;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod fake;
#[cfg(test)]
mod locale;
#[cfg(test)]
mod persist;
#[cfg(test)]
mod run;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod shell;
#[cfg(test)]
mod source;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod start;
#[cfg(test)]
mod templates;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod ui;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod window;
