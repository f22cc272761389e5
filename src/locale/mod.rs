//! Interface strings, language codes, and what people read of durations, paths and errors of the system.
//!
//! Owns the translation catalogue (Fluent files under `assets/locale/LANGUAGE/`). Texts of documents are not
//! here: they are data (`model::Text`).

mod catalog;
mod duration;
mod fold;
mod lang;
mod path;
mod system_error;

pub use catalog::{Catalog, Value};
pub use duration::{parse_duration, say_duration};
pub use fold::{decompose, fold, fold_letter, is_accent};
pub use lang::{Lang, LangError, UiLang};
pub use path::say_path;
pub use system_error::say_system_error;
