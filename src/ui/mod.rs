//! The window's parts: canvas, panels, start page, bars, dialogs.
//!
//! Widgets here show what they are given and give back what the person asked for; they change nothing. Texts
//! come from the catalogue, colours and sizes from [`theme`], actions from the table in `app`.

mod any_colour;
pub mod canvas;
pub mod chrome;
pub mod dialogs;
pub mod find_bar;
pub mod hover_card;
pub mod icons;
pub mod input_queue;
pub mod notice;
pub mod panels;
pub mod passed_pages;
pub mod start;
pub mod symbol;
pub mod tabs;
pub mod theme;
mod thumbnail;
pub mod tip;
pub mod widgets;
pub mod working;
