//! Laneway: draw, check and publish the process flowcharts of a customer-service team.
//!
//! A module imports only modules of strictly lower rows (`tests/it/architecture` holds this):
//!
//! ```text
//! 8 app  cli
//! 7 ui
//! 6 pipeline  find
//! 5 tools  export  persist  interop  validate  template  revise
//! 4 edit
//! 3 arrange  scene
//! 2 shape  flow
//! 1 model  text  route  layout
//! 0 geom  locale  progress  measures  encoding
//! ```
//!
//! A template becomes a document, the document becomes a picture:
//!
//! ```
//! use laneway::{export::{Drawing, Format}, pipeline, template};
//!
//! let template = template::find("customer-service-process").ok_or("a bundled template")?;
//! let document = pipeline::open_template(template)?;
//! let page = document.pages.first().ok_or("a page")?;
//! let svg = pipeline::draw(&document, page, &document.language, &Drawing::usual(Format::Svg))?;
//! assert!(svg.starts_with(b"<?xml"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(test)]
extern crate self as laneway;

#[cfg(feature = "desktop")]
pub mod app;
pub mod arrange;
pub mod cli;
pub mod edit;
mod encoding;
pub mod export;
pub mod find;
pub mod flow;
pub mod geom;
pub mod interop;
pub mod layout;
pub mod locale;
pub mod measures;
pub mod model;
pub mod persist;
pub mod pipeline;
pub mod progress;
pub mod revise;
pub mod route;
pub mod scene;
pub mod shape;
pub mod template;
#[cfg(test)]
mod testing;
pub mod text;
pub mod tools;
#[cfg(feature = "desktop")]
pub mod ui;
pub mod validate;
