//! Finding: words in the texts of charts.

mod texts;
