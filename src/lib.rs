//! Laneway: draw, check and publish the process flowcharts of a customer-service team.
//!
//! A module imports only modules of strictly lower rows (`tests/it/architecture.rs` holds this):
//!
//! ```text
//! 6 app  cli
//! 5 ui  pipeline
//! 4 export  persist  interop  validate  template
//! 3 edit  scene
//! 2 shape
//! 1 model  text  route
//! 0 geom  locale
//! ```

#[cfg(feature = "desktop")]
pub mod app;
pub mod cli;
pub mod edit;
pub mod export;
pub mod geom;
pub mod interop;
pub mod locale;
pub mod model;
pub mod persist;
pub mod pipeline;
pub mod route;
pub mod scene;
pub mod shape;
pub mod template;
pub mod text;
#[cfg(feature = "desktop")]
pub mod ui;
pub mod validate;
