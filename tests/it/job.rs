//! The main job in the real window, by mouse and keyboard: from a template to a changed, saved chart.

use std::path::{Path, PathBuf};

use crate::robot::{Robot, lacking};

/// Where pictures of the window are left.
fn pictures() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("desktop")
}

mod tests {
    use super::*;

    #[test]
    fn a_template_is_opened_by_its_card() {
        let lacking = lacking();
        if !lacking.is_empty() {
            return crate::run::skipped(&format!(
                "the window is not operated; not installed: {}",
                lacking.join(", ")
            ));
        }
        let folder = tempfile::tempdir().expect("a folder");
        let mut robot = Robot::start(folder.path(), (1280, 800), &[]);
        robot.click("Customer service process");
        robot.find("Explain the solution to the customer");
        assert!(robot.picture(&pictures().join("job.png")) > 20_000, "the window is blank");
    }
}
