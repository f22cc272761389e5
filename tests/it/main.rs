//! The integration tests: one binary, so that the crate is linked once.

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod cli;
#[cfg(test)]
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod desktop;
#[cfg(test)]
mod export;
#[cfg(test)]
mod fixes;
#[cfg(test)]
mod locale;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod panels;
#[cfg(test)]
mod persist;
#[cfg(test)]
mod run;
#[cfg(test)]
mod source;
#[cfg(test)]
mod templates;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod ui;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod window;
