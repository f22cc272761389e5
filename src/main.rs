//! The program: arguments to window or command line.

fn main() {}
