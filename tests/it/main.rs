//! The integration tests: one binary, so that the crate is linked once.

#[cfg(test)]
mod architecture;
#[cfg(test)]
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod desktop;
#[cfg(test)]
mod locale;
#[cfg(test)]
mod source;
