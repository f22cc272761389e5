//! Runs the program as a person at a terminal would.

use std::{
    ffi::OsStr,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Says something that whoever runs the tests should know.
#[expect(clippy::print_stderr, reason = "a test that is left out must say so")]
pub(crate) fn say(what: &str) {
    eprintln!("{what}");
}

/// Says that a test is left out because `what` is not installed. Where everything has to be tested, and a machine
/// that lacks something is set up wrongly, that is a failure.
#[track_caller]
pub(crate) fn skip_without(what: &str) {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    assert!(!is_set("LANEWAY_NEED_TOOLS"), "not installed: {what}");
    say(&format!("skipped; not installed: {what}"));
}

/// What a run of the program left.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: Vec<u8>,
    pub(crate) err: String,
}

impl Ran {
    /// Standard output as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.out.clone()).expect("standard output is UTF-8")
    }

    /// Standard output as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.out).expect("standard output is JSON")
    }
}

/// A folder of its own to run the program in.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
    lang: &'static str,
}

impl Desk {
    /// An empty folder, English spoken.
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder"), lang: "en_US.UTF-8" }
    }

    /// The same with another language.
    pub(crate) fn speaking(lang: &'static str) -> Self {
        Self { lang, ..Self::new() }
    }

    /// A desk with the chart `name` made from the template `customer-service-process`.
    pub(crate) fn with_chart(name: &str) -> Self {
        let desk = Self::new();
        assert_eq!(desk.run(&["new", "customer-service-process", "-o", name]).status, 0);
        desk
    }

    /// The file `name` in the folder.
    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub(crate) fn put(&self, name: impl AsRef<Path>, content: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let mut file = std::fs::OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(true)
            .open(&path)
            .expect("a file in a temporary folder");
        file.write_all(content).expect("room on the disk");
        path
    }

    /// Reads a file.
    pub(crate) fn get(&self, name: impl AsRef<Path>) -> Vec<u8> {
        std::fs::read(self.folder.path().join(name)).expect("the file is there")
    }

    /// Runs the program with `args`.
    pub(crate) fn run(&self, args: &[impl AsRef<OsStr>]) -> Ran {
        self.run_with(args, b"")
    }

    /// Runs the program with `args` and `input` on standard input.
    pub(crate) fn run_with(&self, args: &[impl AsRef<OsStr>], input: &[u8]) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_laneway"))
            .args(args)
            .current_dir(self.folder.path())
            .env("LC_ALL", self.lang)
            .env("XDG_STATE_HOME", self.folder.path().join(".state"))
            .env("XDG_CONFIG_HOME", self.folder.path().join(".config"))
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // A program that ends before it has read everything closes the pipe.
        let written = child.stdin.take().expect("a pipe").write_all(input);
        drop(written);
        let output = child.wait_with_output().expect("the program ends");
        Ran {
            status: output.status.code().unwrap_or(-1),
            out: output.stdout,
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}
