//! Work that was not saved: what is found of it when the window was gone all of a sudden.

#[cfg(all(feature = "inspection", target_os = "linux"))]
mod killed;
mod kills;
mod recovering;
#[cfg(target_os = "linux")]
mod soak;
