//! Files: what is written is read back, what is damaged is refused.

mod atomic;
mod bad;
mod damage;
#[cfg(target_os = "linux")]
mod faults;
mod golden;
mod journal;
mod marks;
mod repair;
mod sample;
mod stable;
