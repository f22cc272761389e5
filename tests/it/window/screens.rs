//! Makes the pictures of the window for the guide, in `docs/screens`: `scripts/screenshots`.

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;

use crate::window::support::robot::Robot;

const SIZE: (u32, u32) = (1400, 860);

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screens").join(format!("{name}.png"))
}

fn command(robot: &mut Robot, name: &str) {
    robot.press("ctrl+shift+p");
    robot.write(name);
    robot.press("Return");
}

/// Puts the mouse where it shows nothing of its own, and waits until what was shown for it is gone.
fn leave(robot: &mut Robot) {
    robot.point((700.0, 15.0));
    std::thread::sleep(std::time::Duration::from_secs(1));
    robot.settle();
}

/// A window with a template at a readable size.
fn open(home: &Path, template: &str) -> Robot {
    let mut robot = Robot::start(home, SIZE, &[]);
    robot.click(template);
    robot.find("Export…");
    robot
}

fn start_page(home: &Path) {
    let mut robot = Robot::start(home, SIZE, &[]);
    robot.find("Blank chart with four lanes");
    leave(&mut robot);
    robot.picture(&file("start"));
}

fn editing(home: &Path) {
    let mut robot = open(home, "Customer service process");
    leave(&mut robot);
    robot.picture(&file("template"));
    robot.press("ctrl+0");

    let step = robot.step("Record what the internal agent needs").at;
    robot.click_at(step, 1, 1);
    leave(&mut robot);
    robot.picture(&file("properties"));

    robot.pull(step, (step.0 - 200.0, step.1 + 116.0));
    robot.picture(&file("dragging"));
    robot.press("Escape");
    robot.let_go();

    let other = robot.step("Retrieve the known solution").at;
    robot.click_at(other, 1, 2);
    robot.write("Look the known solution up");
    leave(&mut robot);
    robot.picture(&file("writing"));
    robot.press("Escape");

    command(&mut robot, "Dark theme");
    leave(&mut robot);
    robot.picture(&file("dark"));
}

fn connecting(home: &Path) {
    let mut robot = Robot::start(home, SIZE, &[]);
    robot.press("ctrl+n");
    robot.find("Export…");
    let first = robot
        .find_by("the first step", |control| control.role == Role::Button && control.label == "First step");
    let start = robot.find_by("the start", |control| {
        control.role == Role::Button && control.label == "Start" && control.at.0 > 220.0
    });
    robot.point(first.at);
    robot.pull((first.at.0 + first.size.0 / 2.0, first.at.1), start.at);
    std::thread::sleep(std::time::Duration::from_millis(300));
    robot.picture(&file("connecting"));
    robot.press("Escape");
    robot.let_go();
}

fn problems(home: &Path) {
    let mut robot = open(home, "Billing and orders");
    let step = robot.step("Handed to complaints").at;
    robot.click_at(step, 1, 1);
    robot.press("Delete");
    robot.press("F8");
    robot.find_by("what is wrong", |control| control.label.contains("leads nowhere"));
    leave(&mut robot);
    robot.picture(&file("problems"));
}

fn table(home: &Path) {
    let mut robot = open(home, "Customer service process");
    robot.press("F10");
    for _ in 0..4 {
        robot.press("Down");
    }
    robot.write("Analyse the request");
    leave(&mut robot);
    robot.picture(&file("table"));
    robot.press("Escape");
}

fn layout(home: &Path) {
    let mut robot = open(home, "Customer service process");
    robot.press("ctrl+shift+l");
    robot.click("Arrange");
    robot.find("Turn the page");
    let menu = robot.find_by("the menu inside", |control| control.label.contains("Automatic layout"));
    robot.click_at(menu.at, 1, 1);
    robot.find("Roomy spacing");
    robot.picture(&file("layout"));
}

fn export(home: &Path) {
    let mut robot = open(home, "Billing and orders");
    robot.press("ctrl+e");
    robot.find_by("the size of the file", |control| control.label.contains("KB"));
    leave(&mut robot);
    robot.picture(&file("export"));
}

fn import(home: &Path) {
    let rows = "Process Step ID,Process Step Description,Next Step ID,Connector Label,Shape Type,Function,Alt Text\n\
        P100,Call comes in,P200,,Start,Customer,The telephone rings\n\
        P200,Can it be solved at once?,\"P300,P400\",\"yes,no\",Decision,Employee,\n\
        P300,Solve it,P500,,Process,Employee,\n\
        P400,Hand it over,\"P500,P600\",,Process,Service department,\n\
        P500,Done,,,End,Customer,\n";
    let path = home.join("calls.csv");
    std::fs::OpenOptions::new()
        .create_new(true)
        .write(true)
        .open(&path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, rows.as_bytes()))
        .expect("a file in the folder");
    let mut robot = Robot::start(home, SIZE, &[path.to_str().expect("a path")]);
    robot.find("Make a chart");
    leave(&mut robot);
    robot.picture(&file("import"));
}

fn spanish(home: &Path) {
    let mut robot = open(home, "Outbound sales call");
    command(&mut robot, "Interfaz en esp");
    leave(&mut robot);
    robot.picture(&file("spanish"));
}

fn large(home: &Path) {
    let mut robot = open(home, "Customer service process");
    // 110, 125, 140, 150
    for _ in 0..4 {
        command(&mut robot, "Larger interface");
    }
    robot.find("Interface size 150 %");
    leave(&mut robot);
    robot.picture(&file("large"));
}

mod tests {
    use super::*;

    #[test]
    #[ignore = "makes pictures: scripts/screenshots"]
    fn pictures_of_the_window() {
        for make in [start_page, editing, connecting, problems, table, layout, export, import, spanish, large]
        {
            let home = tempfile::tempdir().expect("a folder");
            make(home.path());
        }
    }
}
