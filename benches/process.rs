//! Whole processes, as a person at a terminal meets them: exports of the first template, 200 documents with one and
//! with two threads, and the time until the window's first frame beside that of the smallest eframe program. Prints a
//! table.
//!
//! `cargo bench --bench process`

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement prints, and stops where it cannot go on"
)]

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use laneway::{persist, template::TEMPLATES};

const RUNS: usize = 21;

fn main() {
    #[cfg(feature = "desktop")]
    if std::env::args().any(|arg| arg == "--smallest-window") {
        return desktop::smallest_window();
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let chart = folder.path().join("x.ron");
    let status = laneway().args(["new", "customer-service-process", "-o"]).arg(&chart).status();
    assert!(status.expect("it runs").success());
    println!("{:<28} {:>10} {:>14}", "process", "median ms", "peak memory MB");
    for ending in ["svg", "png", "json"] {
        let out = folder.path().join(format!("x.{ending}"));
        report(&format!("export to {ending}"), || {
            let mut command = laneway();
            command.arg("export").arg(&chart).arg("-o").arg(&out);
            command
        });
    }
    report("info", || {
        let mut command = laneway();
        command.arg("info").arg(&chart);
        command
    });
    publish_many(folder.path());
    #[cfg(feature = "desktop")]
    desktop::first_frames(&chart);
}

/// How many documents a manual of a large team has.
const DOCUMENTS: usize = 200;

/// Every template many times over, each to SVG and PNG with one command.
fn publish_many(folder: &Path) {
    let charts: Vec<PathBuf> = (0..DOCUMENTS).map(|nth| folder.join(format!("{nth}.ron"))).collect();
    for (chart, template) in charts.iter().zip(TEMPLATES.iter().cycle()) {
        persist::atomic::write_reproducible(chart, template.source.as_bytes()).expect("room on the disk");
    }
    let out = folder.join("out");
    std::fs::create_dir(&out).expect("a folder");
    let command = |threads: usize| {
        let mut command = laneway();
        command.arg("export").args(&charts).args(["--format", "svg,png", "-o"]).arg(&out);
        command.env("RAYON_NUM_THREADS", threads.to_string());
        command
    };
    // In turn, so that what else the machine does counts for both.
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..5 {
        for (threads, times) in (1..).zip(&mut times) {
            let start = Instant::now();
            assert!(command(threads).status().expect("it runs").success());
            times.push(start.elapsed());
        }
    }
    let medians = times.map(median);
    for (threads, ms) in (1..).zip(medians) {
        let name = format!("{DOCUMENTS} documents, {threads} threads");
        println!("{name:<28} {ms:>10.1} {:>14.1}", peak(command(threads).spawn().expect("it runs")));
    }
    let [one, two] = medians;
    println!("{:<28} {:>10.2}", "one thread / two threads", one / two);
}

fn laneway() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_laneway"));
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times.get(times.len() / 2).map_or(f64::NAN, Duration::as_secs_f64) * 1000.0
}

fn report(name: &str, command: impl Fn() -> Command) {
    let times = (0..RUNS).map(|_| {
        let start = Instant::now();
        assert!(command().status().expect("it runs").success());
        start.elapsed()
    });
    println!(
        "{name:<28} {:>10.1} {:>14.1}",
        median(times.collect()),
        peak(command().spawn().expect("it runs"))
    );
}

/// The most memory that `child` held, in megabytes, looked up until it ended; 0 where the system does not say.
fn peak(mut child: Child) -> f64 {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0.0;
    while child.try_wait().expect("it runs").is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
        most = kilobytes.unwrap_or_default().max(most);
    }
    most / 1024.0
}

#[cfg(feature = "desktop")]
mod desktop {
    use std::{
        io::{BufRead as _, BufReader},
        path::Path,
    };

    use super::{Child, Command, Duration, Instant, Stdio, laneway, median};

    /// The smallest program that eframe can make: a window with a word in it.
    pub(super) fn smallest_window() {
        eframe::run_ui_native("smallest", eframe::NativeOptions::default(), |ui, _frame| {
            ui.label("smallest");
        })
        .expect("a window");
    }

    struct Screen(Child, String);

    impl Drop for Screen {
        fn drop(&mut self) {
            drop(self.0.kill());
            drop(self.0.wait());
        }
    }

    fn screen() -> Option<Screen> {
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]);
        let mut child = xvfb.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let mut number = String::new();
        BufReader::new(child.stdout.take()?).read_line(&mut number).ok()?;
        Some(Screen(child, format!(":{}", number.trim())))
    }

    /// The time until a window is shown; eframe shows it when its first frame is painted.
    fn first_frame(mut command: Command, name: &str, display: &str) -> Duration {
        let start = Instant::now();
        let mut child = command.env("DISPLAY", display).stderr(Stdio::null()).spawn().expect("it runs");
        let is_shown = || {
            let mut search = Command::new("xdotool");
            search.args(["search", "--onlyvisible", "--name", name]).env("DISPLAY", display);
            search.output().is_ok_and(|found| !found.stdout.is_empty())
        };
        while !is_shown() && start.elapsed() < Duration::from_secs(30) {}
        let elapsed = start.elapsed();
        drop(child.kill());
        drop(child.wait());
        elapsed
    }

    pub(super) fn first_frames(chart: &Path) {
        let has_xdotool = Command::new("xdotool").arg("version").output().is_ok();
        let (true, Some(screen)) = (has_xdotool, screen()) else {
            println!("skipped: first frames; Xvfb or xdotool is not installed");
            return;
        };
        let smallest = || {
            let mut command = Command::new(std::env::current_exe().expect("this program"));
            command.arg("--smallest-window").stdout(Stdio::null());
            command
        };
        let with_chart = || {
            let mut command = laneway();
            command.arg(chart);
            command
        };
        let time = |command: &dyn Fn() -> Command, name: &str| {
            median((0..9).map(|_| first_frame(command(), name, &screen.1)).collect())
        };
        let least = time(&smallest, "smallest");
        for (name, time) in [
            ("first frame: smallest", least),
            ("first frame: start page", time(&laneway, "Laneway")),
            ("first frame: a chart", time(&with_chart, "Laneway")),
        ] {
            println!("{name:<28} {time:>10.1} {:>13.2}x", time / least);
        }
    }
}
