//! Files: what is written is read back, what is damaged is refused.

mod atomic;
mod bad;
mod golden;
mod sample;
mod stable;
