//! From a page to its display list.

use super::{cache::Cache, item::Scene, view::View};

/// Builds the display list of a page.
///
/// Pure: the same view gives the same scene, item for item.
pub fn build(view: &View<'_>) -> Scene {
    Cache::default().build(view)
}
