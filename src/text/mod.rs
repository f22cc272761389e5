//! Text: from a label with light markup to finished lines with positions.
//!
//! This module owns the bundled fonts, the fallback to fonts of the system, shaping, line breaking and all
//! measuring. Nothing else in the program measures text: every sink (canvas, SVG, PNG) draws the lines of a
//! [`TextBlock`] as they are and never wraps by itself, so all of them agree.
//!
//! It must not know the document, the theme or a user interface. Its input is a string, a [`Layout`] and the
//! [`Fonts`]. All lengths are document units (1/96 inch), x to the right and y down.
//!
//! ```text
//! markup  --spans-->  shaped_text  --widths, break opportunities-->  breaking  --pieces-->  layout  -->  TextBlock
//!                          |
//!             font_face, and itemize and system for characters that the bundled faces lack
//! ```
//!
//! Limitation: there is no bidirectional reordering of mixed lines. A right-to-left phrase is set correctly in
//! itself (its words run from right to left), but the runs of a line always follow each other from left to right.

mod block;
mod breaking;
mod face;
mod font_face;
mod fonts;
mod itemize;
mod layout;
mod letters;
pub mod markup;
mod memo;
mod shaped_text;
mod source;
mod system;

pub use block::{Glyph, Line, Run, TextBlock};
pub use face::{CAP_HEIGHT, Face};
pub use fonts::Fonts;
pub use layout::{Align, Layout, MeasuredText};
pub use letters::{Letter, letters, literal_letters, spans};
pub use system::FontFile;
