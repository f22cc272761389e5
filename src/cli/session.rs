//! What every command shares: the three streams, the language, the fonts, and the status it will end with.

use std::{
    ffi::OsStr,
    fmt::Display,
    io::{self, BufRead as _, BufReader, Read, Write},
    path::Path,
};

use crate::{
    interop::Report,
    locale::{Catalog, Lang, Value, say_path, say_system_error},
    persist::{self, LoadError, StateFolder, Written},
    pipeline::{self, Chart, OpenError, Opened, is_stdio},
};

/// How the program ended; of several, the highest counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// All well.
    #[default]
    Fine,
    /// Findings, or not canonical.
    Findings,
    /// The command was called wrongly.
    Usage,
    /// An input cannot be read.
    Input,
    /// An output cannot be written.
    Output,
    /// There is no display for the window.
    NoDisplay,
}

impl Status {
    /// The exit status.
    pub const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Input => 3,
            Self::Output => 4,
            Self::NoDisplay => 5,
        }
    }
}

/// One run of the program without a window.
pub struct Session<'a> {
    /// Standard input.
    pub input: &'a mut dyn Read,
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// The language of messages.
    pub catalog: &'static Catalog,
    /// Chance, for the id of a new document.
    pub chance: u32,
    /// Where the program keeps what is nobody's document; `None`: nowhere.
    pub state: Option<StateFolder>,
    /// Whether charts that are replaced are kept there.
    pub keeps_versions: bool,
    /// The time, in seconds since 1970.
    pub now: u64,
    /// Whether a person is at standard input who can be asked.
    pub is_attended: bool,
    status: Status,
    /// Whether standard output took something no more, which is said once.
    is_full: bool,
}

impl<'a> Session<'a> {
    /// A session that has done nothing yet, and keeps nothing.
    pub fn new(
        input: &'a mut dyn Read,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
        catalog: &'static Catalog,
        chance: u32,
    ) -> Self {
        let (state, status) = (None, Status::Fine);
        Self {
            input,
            out,
            err,
            catalog,
            chance,
            state,
            keeps_versions: false,
            now: 0,
            is_attended: false,
            status,
            is_full: false,
        }
    }

    /// How it ended.
    pub const fn status(&self) -> Status {
        self.status
    }

    /// Notes that something ended with `status`.
    pub(super) fn raise(&mut self, status: Status) {
        self.status = self.status.max(status);
    }

    /// Says `message` on standard error and notes `status`.
    pub(super) fn fail(&mut self, status: Status, message: impl Display) {
        // Where standard error is closed there is nobody left to tell.
        writeln!(self.err, "laneway: {message}").unwrap_or_default();
        self.raise(status);
    }

    /// Says the catalogue's message `key` on standard error and notes `status`.
    pub(super) fn fail_with(&mut self, status: Status, key: &str, values: &[(&str, Value<'_>)]) {
        self.fail(status, self.catalog.text_with(key, values));
    }

    /// Says the catalogue's message `key`, which is about `file`, on standard error and notes `status`.
    pub(super) fn fail_on(&mut self, status: Status, key: &str, file: &Path) {
        self.fail_with(status, key, &[("file", say_path(file).into())]);
    }

    /// Writes a line to standard output.
    pub(super) fn print(&mut self, line: impl Display) {
        let written = writeln!(self.out, "{line}");
        self.printed(written);
    }

    /// Writes bytes to standard output.
    pub(super) fn print_bytes(&mut self, bytes: &[u8]) {
        let written = self.out.write_all(bytes).and_then(|()| self.out.flush());
        self.printed(written);
    }

    fn printed(&mut self, written: io::Result<()>) {
        match written {
            Ok(()) => {}
            // The reader has seen enough (`laneway info … | head`).
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            Err(error) => {
                if !std::mem::replace(&mut self.is_full, true) {
                    self.fail_at(Status::Output, "-", &error);
                }
            }
        }
    }

    /// Says on standard error what the system says of `place`, a path or what stands for one, and notes `status`.
    pub(super) fn fail_at(&mut self, status: Status, place: impl AsRef<OsStr>, error: &io::Error) {
        let words = say_system_error(error, self.catalog);
        self.fail(status, format_args!("{}: {words}", say_path(place)));
    }

    /// Writes a line to standard error that is no failure.
    pub(super) fn remark(&mut self, line: impl Display) {
        writeln!(self.err, "{line}").unwrap_or_default();
    }

    /// Asks the person at standard input; whether the answer is yes.
    pub(super) fn confirms(&mut self, question: impl Display) -> bool {
        write!(self.err, "{question} ").and_then(|()| self.err.flush()).unwrap_or_default();
        let mut answer = String::new();
        // Who says nothing, or nothing that is a text, does not say yes.
        BufReader::new(&mut *self.input).read_line(&mut answer).unwrap_or_default();
        let answer = answer.trim().to_lowercase();
        self.catalog.text("cli-yes").split(' ').any(|yes| yes == answer)
    }

    /// Reads and completes the document in the file `name`, `-` being standard input; says what is wrong.
    pub(super) fn open(&mut self, name: &Path) -> Option<Opened> {
        let bytes = self.bytes(name)?;
        self.opened(pipeline::open(bytes, name))
    }

    /// The same of a chart in any form; says what was lost of one that is not in our own.
    pub(super) fn chart(&mut self, name: &Path) -> Option<Chart> {
        let bytes = self.bytes(name)?;
        let lang = self.catalog.lang().into();
        let chart = self.opened(pipeline::open_chart(bytes, name, &lang))?;
        if let Some(report) = &chart.report {
            self.say_lost(report);
        }
        Some(chart)
    }

    /// What was opened; says what is wrong.
    pub(super) fn opened<T>(&mut self, opened: Result<T, OpenError>) -> Option<T> {
        opened.map_err(|error| self.fail(Status::Input, error.say(self.catalog))).ok()
    }

    /// The bytes of the file `name`, `-` being standard input; says what is wrong.
    pub(super) fn bytes(&mut self, name: &Path) -> Option<Vec<u8>> {
        let read = self.read(name);
        self.opened(read.map_err(Into::into))
    }

    fn read(&mut self, name: &Path) -> Result<Vec<u8>, LoadError> {
        if !is_stdio(name) {
            return persist::read(name);
        }
        let mut bytes = Vec::new();
        let read = (&mut *self.input).take(persist::LIMIT_BYTES + 1).read_to_end(&mut bytes);
        read.map_err(|source| LoadError::Unreadable { file: name.into(), source })?;
        Ok(bytes)
    }

    /// Says on standard error what became of everything.
    pub(super) fn say(&mut self, report: &Report) {
        self.remark(report.text(self.catalog).trim_end());
    }

    /// Says on standard error what a file that was written did not keep of the one before.
    pub(super) fn say_refused(&mut self, written: &Written) {
        if let Some(said) = written.say(self.catalog) {
            self.remark(said);
        }
    }

    /// The same, if anything is not as it was.
    pub(super) fn say_lost(&mut self, report: &Report) {
        if !report.items().is_empty() {
            self.say(report);
        }
    }

    /// Says that there is no window, and what can be done without one.
    pub fn no_window(&mut self, key: &str) -> Status {
        self.fail_with(Status::NoDisplay, key, &[]);
        self.status
    }

    /// Says why the window could not be opened, and what can be done without one.
    pub fn no_window_because(&mut self, detail: String) -> Status {
        self.fail_with(Status::NoDisplay, "cli-window-failed", &[("detail", detail.into())]);
        self.no_window("cli-no-display")
    }

    /// Reads a language code that was given as an option; says so where it is none.
    pub(super) fn lang(&mut self, code: Option<&str>) -> Result<Option<Lang>, Status> {
        let Some(code) = code else { return Ok(None) };
        Lang::parse(code).map(Some).map_err(|_not_a_code| {
            self.fail_with(Status::Usage, "cli-bad-lang", &[("lang", code.into())]);
            Status::Usage
        })
    }
}
