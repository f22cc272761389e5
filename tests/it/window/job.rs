//! The main job in the real window, by mouse and keyboard: from a template to a changed, saved and exported chart.
//!
//! The last picture is left in `target/desktop/job.png`.

use std::path::{Path, PathBuf};

use crate::window::support::robot::{Robot, lacking};

/// Where pictures of the window are left.
fn pictures() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("desktop")
}

/// Answers the question for a path.
fn name_file(robot: &mut Robot, file: &Path) {
    robot.find("Path of the file");
    robot.press("ctrl+a");
    robot.write(&file.display().to_string());
    robot.press("Return");
    robot.wait_gone("Path of the file");
}

/// Adds a step behind the one that says `before`.
fn add_step(robot: &mut Robot, before: &str, text: &str) {
    let at = robot.step(before).at;
    robot.click_at(at, 1, 1);
    robot.press("ctrl+shift+p");
    robot.write("Process");
    robot.press("Return");
    robot.find("Text on the chart");
    robot.write(text);
    robot.press("Return");
    robot.step(text);
}

mod tests {
    use super::*;
    use laneway::pipeline;

    #[test]
    fn a_template_is_changed_saved_and_exported_by_hand() {
        let lacking = lacking();
        if !lacking.is_empty() {
            return crate::run::skip_without(&lacking.join(", "));
        }
        let folder = tempfile::tempdir().expect("a folder");
        let mut robot = Robot::start(folder.path(), (1400, 900), &[]);
        robot.click("Customer service process");
        robot.find("60 %");
        robot.press("ctrl+1");
        add_step(&mut robot, "Explain the solution to the customer", "Call the customer back");

        // Into the customer's lane by mouse, and back by undoing it.
        let from = robot.step("Call the customer back").at;
        let customer = robot.step("Receive the solution").at;
        robot.drag(from, (from.0, customer.1));
        assert!((robot.step("Call the customer back").at.1 - customer.1).abs() < 30.0, "it was moved");
        robot.press("ctrl+z");
        assert!((robot.step("Call the customer back").at.1 - from.1).abs() < 5.0, "it is back");

        let chart = folder.path().join("chart.ron");
        robot.press("ctrl+s");
        name_file(&mut robot, &chart);
        robot.find_by("the saved state", |control| control.label.starts_with("Saved"));
        let document = pipeline::open_file(&chart).expect("a chart").document;
        let says = |text: &str| {
            let steps = document.pages.iter().flat_map(|page| page.steps.values());
            steps.flat_map(|step| step.text.iter()).any(|(_, own)| own == text)
        };
        assert!(says("Call the customer back") && says("Explain the solution to the customer"));

        let picture = folder.path().join("chart.svg");
        robot.press("ctrl+e");
        robot.find("Export the chart");
        robot.click("Export…");
        name_file(&mut robot, &picture);
        robot.find("Exported to this file");
        let svg = std::fs::read_to_string(&picture).expect("a picture");
        assert!(svg.contains("Call the") && svg.contains("customer back"), "the new step is in the picture");
        assert!(robot.picture(&pictures().join("job.png")) > 20_000, "the window is not blank");
    }
}
