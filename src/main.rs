//! The program: arguments to window or command line.

use std::{
    env,
    hash::{BuildHasher as _, RandomState},
    io::{self, IsTerminal as _},
    process::ExitCode,
    time::SystemTime,
};

use laneway::{
    cli::{self, Call, Session, Status},
    locale::{Catalog, UiLang},
    persist::StateFolder,
};

/// In a window that is open for days, the system's own allocator keeps for every thread as much as was ever freed in it.
#[cfg(feature = "desktop")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let lang = UiLang::from_tag(&system_language());
    let is_attended = io::stdin().is_terminal();
    let (mut input, mut out, mut err) = (io::stdin(), io::stdout(), io::stderr());
    let mut session = Session::new(&mut input, &mut out, &mut err, Catalog::of(lang), chance());
    session.state = StateFolder::of_system();
    session.keeps_versions = keeps_versions();
    session.is_attended = is_attended;
    session.now = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
    let status = match cli::run(env::args_os(), &mut session) {
        Call::Done(status) => status,
        Call::Window(files) => window(files, &mut session, lang),
    };
    ExitCode::from(status.code())
}

/// Whether the person wants charts that are replaced to be kept: what a window would do.
#[cfg(feature = "desktop")]
fn keeps_versions() -> bool {
    use laneway::app::{Folders, Home as _};

    Folders::of_system().is_none_or(|home| home.load_settings().keeps_versions)
}

/// The same where there is no window that could be told otherwise.
#[cfg(not(feature = "desktop"))]
const fn keeps_versions() -> bool {
    true
}

/// Chance, for the ids of new documents.
fn chance() -> u32 {
    // Every `RandomState` has keys of its own, which begin with chance from the system.
    let [a, b, c, d, ..] = RandomState::new().hash_one(0_u8).to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The language that the system asks for, as POSIX orders the variables.
fn system_language() -> String {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).unwrap_or_default()
}

#[cfg(feature = "desktop")]
fn window(files: Vec<std::path::PathBuf>, session: &mut Session<'_>, lang: UiLang) -> Status {
    match laneway::app::run(files, lang, Box::new(laneway::app::Bundled)) {
        Ok(()) => Status::Fine,
        Err(laneway::app::RunError::NoDisplay) => session.no_window("cli-no-display"),
        Err(laneway::app::RunError::Window(detail)) => session.no_window_because(detail),
    }
}

#[cfg(not(feature = "desktop"))]
fn window(_files: Vec<std::path::PathBuf>, session: &mut Session<'_>, _lang: UiLang) -> Status {
    session.no_window("cli-no-window")
}
