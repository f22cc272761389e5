//! Works the real window as a person does: looks for a control by its name, moves the mouse there, clicks and types.
//!
//! Where things are comes from the program's accessibility tree, which it shows where it is built with the feature
//! `inspection`; mouse and keyboard are those of the display, moved by `xdotool`.

use std::{
    fs,
    io::{BufReader, Write as _},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Command, ExitStatus, Stdio},
    thread::sleep,
    time::Duration,
};

use eframe::egui::accesskit::Role;
use egui_inspection::protocol::{Request, Response, read_handshake, read_message, write_message};

use crate::window::{
    desktop::{Running, is_installed, laneway, missing, start_display},
    support::wait::{PATIENCE, wait_until},
};

/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(60);
/// In so many pieces the mouse is dragged.
const DRAG_PIECES: u32 = 12;

/// A control as the program describes it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Control {
    /// What it is.
    pub(crate) role: Role,
    /// Its name.
    pub(crate) label: String,
    /// What is written in it.
    pub(crate) value: String,
    /// Its middle on the screen.
    pub(crate) at: (f64, f64),
    /// Its width and height.
    pub(crate) size: (f64, f64),
}

/// A running program on a display of its own.
pub(crate) struct Robot {
    stream: TcpStream,
    display: String,
    app: Running,
    _server: Running,
}

/// What the robot needs and this machine lacks.
pub(crate) fn lacking() -> Vec<&'static str> {
    let mut lacking = missing();
    lacking.extend(["xdotool"].into_iter().filter(|tool| !is_installed(tool)));
    lacking
}

impl Robot {
    /// Starts the program in `home` on a display of `size` points.
    pub(crate) fn start(home: &Path, size: (u32, u32), args: &[&str]) -> Self {
        let (server, display) = start_display(size);
        let address = {
            let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
            free.local_addr().expect("its number").to_string()
        };
        let app = laneway(home)
            .args(args)
            .env("DISPLAY", &display)
            .env("EGUI_INSPECTION", &address)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("laneway starts");
        let app = Running(app);
        let stream = wait_until(PAUSE, || {
            TcpStream::connect(&address).map_err(|error| format!("the program does not listen: {error}"))
        });
        read_handshake(&stream).expect("a greeting");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        let mut robot = Self { stream, display, app, _server: server };
        robot.settle();
        // Without a window manager nobody gives the window the keyboard.
        let (width, height) = size;
        robot.xdotool(&["search", "--sync", "--onlyvisible", "--name", "Laneway", "windowmove", "0", "0"]);
        let (width, height) = (width.to_string(), height.to_string());
        robot.xdotool(&[
            "search",
            "--onlyvisible",
            "--name",
            "Laneway",
            "windowsize",
            "--sync",
            &width,
            &height,
        ]);
        robot.xdotool(&["search", "--onlyvisible", "--name", "Laneway", "windowfocus", "--sync"]);
        robot.settle();
        robot
    }

    fn ask(&mut self, request: &Request) -> Response {
        write_message(&mut self.stream, request).expect("the program listens");
        self.stream.flush().expect("the program listens");
        read_message(BufReader::new(&self.stream)).expect("the program answers")
    }

    fn xdotool(&self, args: &[&str]) {
        let status = Command::new("xdotool")
            .args(args)
            .env("DISPLAY", &self.display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("xdotool starts");
        assert!(status.success(), "xdotool {args:?}: {status}");
    }

    /// Ends the program by a signal, `KILL` for one; how it ended.
    pub(crate) fn end(mut self, signal: &str) -> ExitStatus {
        let kill = format!("kill -{signal} {}", self.app.0.id());
        let sent = Command::new("sh").args(["-c", &kill]).status().expect("a shell starts");
        assert!(sent.success(), "{kill}");
        self.app.0.wait().expect("the program ends")
    }

    /// Waits until the program has nothing more to draw.
    pub(crate) fn settle(&mut self) {
        // Events on their way through the display are not the program's yet.
        sleep(PAUSE);
        self.ask(&Request::Settle { max_steps: 200 });
    }

    /// All named controls and written texts.
    pub(crate) fn controls(&mut self) -> Vec<Control> {
        let Response::Tree { accesskit: Some(tree), .. } = self.ask(&Request::GetTree) else {
            return Vec::new();
        };
        let nodes = tree.nodes.iter().filter_map(|(_, node)| {
            let bounds = node.bounds()?;
            Some(Control {
                role: node.role(),
                label: node.label().unwrap_or_default().to_owned(),
                value: node.value().unwrap_or_default().to_owned(),
                at: (f64::midpoint(bounds.x0, bounds.x1), f64::midpoint(bounds.y0, bounds.y1)),
                size: (bounds.width(), bounds.height()),
            })
        });
        nodes.filter(|control| !control.label.is_empty() || !control.value.is_empty()).collect()
    }

    /// Whether something called `name` is there.
    pub(crate) fn sees(&mut self, name: &str) -> bool {
        self.controls().iter().any(|control| control.label == name || control.value == name)
    }

    /// The control called `name`, waited for; of several, the last one, which lies on top.
    pub(crate) fn find(&mut self, name: &str) -> Control {
        self.find_by(name, |control| control.label == name || control.value == name)
    }

    /// The step on the canvas that says `text`, waited for.
    pub(crate) fn step(&mut self, text: &str) -> Control {
        self.find_by(text, |control| control.role == Role::Button && control.label == text)
    }

    /// The control that `fits`, waited for; `what` is how a failure calls it.
    pub(crate) fn find_by(&mut self, what: &str, fits: impl Fn(&Control) -> bool) -> Control {
        wait_until(PAUSE, || {
            let all = self.controls();
            all.iter().rev().find(|control| fits(control)).cloned().ok_or_else(|| {
                let names: Vec<_> =
                    all.iter().map(|control| (control.role, &control.label, &control.value)).collect();
                format!("there is no {what:?} among {names:#?}")
            })
        })
    }

    /// Waits until nothing is called `name`.
    pub(crate) fn wait_gone(&mut self, name: &str) {
        wait_until(PAUSE, || if self.sees(name) { Err(format!("{name:?} is still there")) } else { Ok(()) });
    }

    /// Moves the mouse.
    pub(crate) fn point(&mut self, at: (f64, f64)) {
        self.xdotool(&["mousemove", &whole(at.0), &whole(at.1)]);
        self.settle();
    }

    /// Clicks with a button (1 left, 2 middle, 3 right) so many times.
    pub(crate) fn click_at(&mut self, at: (f64, f64), button: u8, times: u8) {
        self.point(at);
        let (times, button) = (times.to_string(), button.to_string());
        self.xdotool(&["click", "--repeat", &times, "--delay", "60", &button]);
        self.settle();
    }

    /// Clicks on what is called `name`.
    pub(crate) fn click(&mut self, name: &str) {
        let at = self.find(name).at;
        self.click_at(at, 1, 1);
    }

    /// Presses the left button at one place and moves to another, without letting go.
    pub(crate) fn pull(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.point(from);
        self.xdotool(&["mousedown", "1"]);
        self.settle();
        for piece in 1..=DRAG_PIECES {
            let part = f64::from(piece) / f64::from(DRAG_PIECES);
            let at = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            self.xdotool(&["mousemove", &whole(at.0), &whole(at.1)]);
            sleep(PAUSE / 3);
        }
        self.settle();
    }

    /// Lets the left button go.
    pub(crate) fn let_go(&mut self) {
        self.xdotool(&["mouseup", "1"]);
        self.settle();
    }

    /// Drags from one place to another.
    pub(crate) fn drag(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.pull(from, to);
        self.let_go();
    }

    /// Presses keys together, as in `ctrl+s`.
    pub(crate) fn press(&mut self, keys: &str) {
        self.xdotool(&["key", "--delay", "40", keys]);
        self.settle();
    }

    /// Types a text.
    pub(crate) fn write(&mut self, text: &str) {
        self.xdotool(&["type", "--delay", "40", text]);
        self.settle();
    }

    /// Keeps what the window shows as a picture; the number of its bytes.
    pub(crate) fn picture(&mut self, file: &Path) -> usize {
        let Response::Screenshot(png) = self.ask(&Request::GetScreenshot { pixels_per_point: None }) else {
            panic!("the program gives no picture");
        };
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).expect("a folder for the picture");
        }
        laneway::persist::atomic::write(file, &png.bytes).expect("a place for the picture");
        png.bytes.len()
    }
}

fn whole(coordinate: f64) -> String {
    format!("{coordinate:.0}")
}
