//! The real window on a display of its own: it appears, shows something, and rests when nothing happens.
//!
//! The screenshot is left in `target/desktop/window.png`. What is said where a tool is missing: `run::skip_without`.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Seek as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use crate::window::support::wait::wait_until;

/// The program under test.
const LANEWAY: &str = env!("CARGO_BIN_EXE_laneway");
/// More colours than this are a picture and not an empty window.
const COLOURS_OF_A_PICTURE: usize = 64;
/// How long idling is measured, and how often it is tried: a timed test is noisy.
const IDLE_SPAN: Duration = Duration::from_secs(3);
const IDLE_TRIALS: usize = 5;
/// The most of one processor that an idle window may use.
const IDLE_LIMIT: f64 = 0.02;
/// Clock ticks a second in `/proc/PID/stat`, the same on every Linux that has a desktop.
const TICKS_PER_SECOND: f64 = 100.0;

/// What a window on X11 loads when it starts.
const LIBRARIES: [&str; 6] = [
    "libX11.so.6",
    "libXcursor.so.1",
    "libXi.so.6",
    "libX11-xcb.so.1",
    "libxkbcommon-x11.so.0",
    "libGL.so.1",
];

/// A process that ends with the test.
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, which is what is wanted.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

pub(crate) fn is_installed(tool: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(tool).is_file())
}

/// What the window test needs and this machine lacks: tools by name, libraries that are loaded at run time.
pub(crate) fn missing() -> Vec<&'static str> {
    let mut missing: Vec<_> = ["Xvfb", "import"].into_iter().filter(|tool| !is_installed(tool)).collect();
    let list =
        ["ldconfig", "/sbin/ldconfig"].iter().find_map(|tool| Command::new(tool).arg("-p").output().ok());
    if let Some(list) = list {
        let known = String::from_utf8_lossy(&list.stdout).into_owned();
        missing.extend(LIBRARIES.into_iter().filter(|library| !known.contains(library)));
    }
    missing
}

/// Starts a display on a free number; the name to put in `DISPLAY`.
pub(crate) fn start_display(size: (u32, u32)) -> (Running, String) {
    let screen = format!("{}x{}x24", size.0, size.1);
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb starts");
    let output = server.stdout.take().expect("piped");
    let server = Running(server);
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number).expect("Xvfb names its display");
    assert!(!number.trim().is_empty(), "Xvfb found no free display");
    (server, format!(":{}", number.trim()))
}

/// The program in an environment of its own: no display, no settings of the person who runs the tests.
pub(crate) fn laneway(home: &Path) -> Command {
    let mut command = Command::new(LANEWAY);
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"] {
        command.env_remove(name);
    }
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"] {
        command.env(name, home);
    }
    command.env("LC_ALL", "C.UTF-8").env("LIBGL_ALWAYS_SOFTWARE", "1").current_dir(home).stdin(Stdio::null());
    command
}

/// The template as a file in `folder`.
pub(crate) fn new_document(folder: &Path) -> PathBuf {
    let file = folder.join("process.ron");
    let made = laneway(folder)
        .args(["new", "customer-service-process", "-o"])
        .arg(&file)
        .output()
        .expect("laneway starts");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    file
}

/// Takes a picture of the whole display; the number of colours in it, none while there is no picture.
fn screenshot(display: &str, file: &Path) -> Option<usize> {
    let taken =
        Command::new("import").args(["-display", display, "-window", "root"]).arg(file).output().ok()?;
    if !taken.status.success() {
        return None;
    }
    let mut decoder = png::Decoder::new(BufReader::new(fs::File::open(file).ok()?));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut pixels).ok()?;
    pixels.truncate(info.buffer_size());
    let mut colours: Vec<&[u8]> = pixels.chunks_exact(info.color_type.samples()).collect();
    colours.sort_unstable();
    colours.dedup();
    Some(colours.len())
}

/// Waits until the display shows a picture.
fn wait_for_picture(window: &mut Running, display: &str, file: &Path, errors: &mut fs::File) {
    wait_until(Duration::from_millis(250), || {
        if let Some(status) = window.0.try_wait().expect("the program's state") {
            panic!("the program ended with {status}: {}", written(errors));
        }
        let colours = screenshot(display, file);
        if colours > Some(COLOURS_OF_A_PICTURE) {
            return Ok(());
        }
        Err(format!("no picture ({colours:?} colours): {}", written(errors)))
    });
}

/// What the program has written to `errors` so far.
fn written(errors: &mut fs::File) -> String {
    let mut text = String::new();
    errors.rewind().expect("a file");
    errors.read_to_string(&mut text).expect("text");
    text
}

/// The processor time that the process `pid` has used, in seconds.
fn processor_secs(pid: u32) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).expect("the process runs");
    // The name of the program stands in brackets and may hold spaces; utime and stime are fields 14 and 15.
    let (_, after_name) = stat.rsplit_once(')').expect("a name in brackets");
    let ticks = after_name.split_whitespace().skip(11).take(2);
    ticks.map(|field| field.parse::<f64>().expect("a number of ticks")).sum::<f64>() / TICKS_PER_SECOND
}

/// The least share of one processor that `pid` was seen to use while nothing happened.
fn idle_share(pid: u32) -> f64 {
    let mut least = f64::INFINITY;
    for _ in 0..IDLE_TRIALS {
        sleep(Duration::from_secs(1));
        let (before, start) = (processor_secs(pid), Instant::now());
        sleep(IDLE_SPAN);
        least = least.min((processor_secs(pid) - before) / start.elapsed().as_secs_f64());
        if least < IDLE_LIMIT {
            break;
        }
    }
    least
}

mod tests {
    use super::*;

    #[test]
    fn the_window_shows_a_document_and_rests() {
        let missing = missing();
        if !missing.is_empty() {
            return crate::run::skip_without(&missing.join(", "));
        }
        let folder = tempfile::tempdir().expect("a folder");
        let document = new_document(folder.path());
        let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("desktop");
        fs::create_dir_all(&pictures).expect("a folder for the screenshot");

        let (_server, display) = start_display((1400, 900));
        let mut errors = tempfile::tempfile().expect("a file");
        let window = laneway(folder.path())
            .arg(&document)
            .env("DISPLAY", &display)
            .stdout(Stdio::null())
            .stderr(errors.try_clone().expect("a second handle"))
            .spawn()
            .expect("laneway starts");
        let mut window = Running(window);
        wait_for_picture(&mut window, &display, &pictures.join("window.png"), &mut errors);

        let share = idle_share(window.0.id());
        assert!(share < IDLE_LIMIT, "idle: {:.1} % of a processor", share * 100.0);
        let ended = window.0.try_wait().expect("the program's state");
        assert!(ended.is_none(), "the window closed: {}", written(&mut errors));
        // Taken again: the first picture may be of a window that was still being laid out.
        assert!(screenshot(&display, &pictures.join("window.png")) > Some(COLOURS_OF_A_PICTURE));
    }

    #[test]
    fn without_a_display_the_command_line_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let output = laneway(folder.path()).output().expect("laneway starts");
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(5), "{message}");
        assert!(message.contains("laneway export") || message.contains("laneway --help"), "{message}");
    }
}
