//! Tables in and out, as whoever converts them sees it.

mod command;
mod corpus;
mod helpers;
mod hostile;
mod reading;
mod round_trip;
mod workbook;
