//! Laneway: draw, check and publish the process flowcharts of a customer-service team.
//!
//! A module imports only modules of strictly lower rows (`tests/it/architecture.rs` holds this):
//!
//! ```text
//! 6 app  cli
//! 5 ui
//! 4 export  persist  validate  template
//! 3 edit  scene
//! 2 shape
//! 1 model  text  route
//! 0 geom  locale
//! ```

#[cfg(feature = "desktop")]
pub mod app;
pub mod geom;
pub mod locale;
pub mod model;
pub mod scene;
pub mod text;
#[cfg(feature = "desktop")]
pub mod ui;
