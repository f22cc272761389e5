//! The tests of the library as a whole, in one binary.

#[cfg(test)]
mod persist;
