//! Tables in the window: looked at, made into charts, pasted and saved.

#[cfg(test)]
mod tests {
    use std::{
        path::PathBuf,
        sync::{Arc, atomic::Ordering},
    };

    use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
    use egui_kittest::{
        Harness,
        kittest::{NodeT as _, Queryable as _},
    };
    use laneway::{
        app::{Bundled, Laneway, ScriptedDialogs, Services},
        locale::UiLang,
        pipeline,
    };

    use crate::{
        run::Desk,
        window::support::{
            fake::Fake,
            wait::{wait_for, wait_for_words},
        },
    };

    type Window = Harness<'static, Laneway>;

    const FLOW: &str = "Step ID,Description,Next Step ID,Connector Label,Shape Type,Function\n\
        1,Call comes in,2,,Start,Customer\n2,Solved?,\"3,9\",\"yes,no\",Decision,Employee\n3,Done,,,End,Customer\n";

    fn window(dialogs: ScriptedDialogs) -> Window {
        window_with(Bundled, dialogs)
    }

    fn window_with(services: impl Services, dialogs: ScriptedDialogs) -> Window {
        let builder = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).with_step_dt(0.05);
        let mut window = builder.build_eframe(|creation| {
            Laneway::new(&creation.egui_ctx, Box::new(services), Box::new(dialogs)).speaking(UiLang::En)
        });
        window.run();
        window
    }

    fn step(window: &mut Window) {
        for _ in 0..8 {
            window.step();
        }
    }

    fn is_shown(window: &Window, words: &str) -> bool {
        window.query_all_by_label_contains(words).next().is_some()
    }

    fn click(window: &mut Window, name: &str) {
        let buttons: Vec<_> = window.get_all_by_label(name).collect();
        buttons.last().expect("a button").click();
        step(window);
    }

    fn open(window: &mut Window, path: PathBuf) {
        window.state_mut().open_files(vec![path]);
        step(window);
    }

    /// How many pages and steps the document that is shown has.
    fn counts(window: &Window) -> (usize, usize) {
        let document = window.state().editor().expect("a document").document();
        (document.pages.len(), document.pages.iter().map(|page| page.steps.len()).sum())
    }

    #[test]
    fn a_table_is_looked_at_before_it_becomes_a_chart() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        open(&mut window, desk.put("calls.csv", FLOW.as_bytes()));
        assert!(is_shown(&window, "3 steps, 2 connections and 2 lanes in calls.csv."));
        assert!(is_shown(&window, "C3: “9” is not the id of a step"));
        assert!(window.state().editor().is_none());
        click(&mut window, "Cancel");
        assert!(window.state().editor().is_none());
        open(&mut window, desk.path("calls.csv"));
        click(&mut window, "Make a chart");
        assert_eq!(counts(&window), (1, 3));
        assert!(is_shown(&window, "Customer"));
        assert_eq!(desk.get("calls.csv"), FLOW.as_bytes(), "the table stays what it was");
    }

    #[test]
    fn a_chart_is_in_the_language_of_its_table_or_in_the_one_that_is_chosen() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        let table = "Id,Tarea,Siguiente\n1,El cliente pregunta por su factura,2\n\
            2,Se explica al cliente cada uno de los cargos,\n";
        let table = desk.put("facturas.csv", table.as_bytes());
        let language =
            |window: &Window| window.state().editor().expect("a chart").document().language.clone();
        open(&mut window, table.clone());
        assert!(is_shown(&window, "Language of the texts: Spanish"));
        click(&mut window, "Make a chart");
        assert_eq!(language(&window), UiLang::Es.into());
        open(&mut window, table);
        click(&mut window, "Language of the texts: Spanish");
        click(&mut window, "English");
        click(&mut window, "Make a chart");
        assert_eq!(language(&window), UiLang::En.into());
    }

    #[test]
    fn a_chart_that_was_made_of_a_table_is_unsaved_until_it_is_saved() {
        let desk = Desk::new();
        let table = desk.put("calls.csv", FLOW.as_bytes());
        let mut window =
            window(ScriptedDialogs { save: Some(desk.path("calls.ron")), ..ScriptedDialogs::default() });
        open(&mut window, table);
        click(&mut window, "Make a chart");
        assert!(is_shown(&window, "Unsaved changes"));
        window.key_press_modifiers(Modifiers::COMMAND, Key::W);
        step(&mut window);
        assert!(is_shown(&window, "Save the changes?"));
        click(&mut window, "Cancel");
        window.key_press_modifiers(Modifiers::COMMAND, Key::S);
        wait_for_words(&mut window, "Saved to");
        window.key_press_modifiers(Modifiers::COMMAND, Key::W);
        step(&mut window);
        assert!(window.state().editor().is_none(), "nothing is lost now");
    }

    #[test]
    fn a_file_is_taken_for_what_is_in_it_whatever_it_is_called() {
        let desk = Desk::with_chart("x.ron");
        let mut window = window(ScriptedDialogs::default());
        open(&mut window, desk.put("chart.csv", &desk.get("x.ron")));
        assert_eq!(counts(&window), (1, 31));
        open(&mut window, desk.put("calls.data", FLOW.as_bytes()));
        click(&mut window, "Make a chart");
        assert_eq!(counts(&window), (1, 3));
        open(&mut window, desk.put("flow.ron", b"flowchart TD\n  a --> b\n"));
        assert!(is_shown(&window, "a Mermaid diagram; Laneway cannot read these yet"));
    }

    /// A flow of so many steps, each leading to the next.
    fn long_flow(steps: usize) -> String {
        let row =
            |nth: usize| format!("{nth},Do the part of the work that has the number {nth},{}\n", nth + 1);
        let rows: String = (1..steps).map(row).collect();
        format!("Step ID,Description,Next Step ID\n{rows}{steps},Done,\n")
    }

    #[test]
    fn a_large_table_is_read_and_made_into_a_chart_in_the_background() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        let files = ["long.csv", "calls.csv"];
        let files = [desk.put(files[0], long_flow(800).as_bytes()), desk.put(files[1], FLOW.as_bytes())];
        window.state_mut().open_files(files.to_vec());
        wait_for_words(&mut window, "800 steps, 799 connections and 1 lane in long.csv.");
        window.get_by_label("Make a chart").click();
        // The next file is asked about when this one is done.
        wait_for_words(&mut window, "Tables in calls.csv");
        assert_eq!(counts(&window), (1, 800));
    }

    #[test]
    fn a_chart_that_is_being_made_is_called_off_by_its_button_and_by_escape() {
        let desk = Desk::new();
        let file = desk.put("long.csv", long_flow(800).as_bytes());
        for is_by_key in [false, true] {
            let mut services = Fake::default();
            services.endless = true;
            let has_ended = Arc::clone(&services.has_ended);
            let mut window = window_with(services, ScriptedDialogs::default());
            window.state_mut().open_files(vec![file.clone()]);
            wait_for_words(&mut window, "800 steps");
            window.get_by_label("Make a chart").click();
            step(&mut window);
            assert!(is_shown(&window, "Making a chart of long.csv…"));
            wait_for_words(&mut window, "50 %");
            // The window can be used meanwhile.
            window.key_press_modifiers(Modifiers::COMMAND, Key::N);
            step(&mut window);
            let steps = counts(&window).1;
            if is_by_key {
                window.key_press(Key::Escape);
            } else {
                window.get_by_role_and_label(Role::Button, "Cancel").click();
            }
            wait_for_words(&mut window, "No chart was made");
            assert!(!is_shown(&window, "Making a chart"));
            assert_eq!(counts(&window).1, steps);
            wait_for(&mut window, "the end of the thread", |_| {
                has_ended.load(Ordering::Relaxed).then_some(())
            });
        }
    }

    #[test]
    fn a_large_file_that_cannot_be_read_is_said_in_the_same_words() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        let broken = [b"PK\x03\x04 xl/ broken".to_vec(), vec![7; 40_000]].concat();
        window.state_mut().open_files(vec![desk.put("bad.xlsx", &broken)]);
        wait_for_words(&mut window, "The workbook is damaged");
    }

    #[test]
    fn the_report_stays_and_its_lines_lead_to_the_steps() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        open(&mut window, desk.put("calls.csv", FLOW.as_bytes()));
        click(&mut window, "Make a chart");
        window.get_by_label("File").click();
        step(&mut window);
        click(&mut window, "Import report…");
        step(&mut window);
        assert!(is_shown(&window, "What became of the file"));
        window.get_by_label_contains("C3: “9” is not the id of a step").click();
        step(&mut window);
        let editor = window.state().editor().expect("a document");
        let selected: Vec<_> = editor.selection().steps.iter().map(ToString::to_string).collect();
        assert_eq!(selected, ["2"]);
        assert!(!is_shown(&window, "What became of the table"));
    }

    #[test]
    fn columns_are_given_another_meaning_and_the_outlook_follows() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        open(
            &mut window,
            desk.put("odd.csv", b"Was;Wer\nAnrufen;Anna\nZur\xFCckrufen;Bernd\nAblegen;Anna\n"),
        );
        window.get_by_role_and_label(Role::CheckBox, "The first row holds headers").click();
        step(&mut window);
        assert!(is_shown(&window, "No column holds the steps’ ids or descriptions"));
        for (column, meaning) in [("Was", "Description"), ("Wer", "Function (lane)")] {
            window.get_by_label_contains(&format!("{column}: ")).click();
            step(&mut window);
            window.get_by_role_and_label(Role::Button, meaning).click();
            step(&mut window);
        }
        assert!(is_shown(&window, "3 steps, 2 connections and 2 lanes"));
        click(&mut window, "Make a chart");
        assert_eq!(counts(&window), (1, 3));
    }

    #[test]
    fn tables_of_a_file_are_chosen() {
        let desk = Desk::new();
        let two = "Billing\nID,Task\n1,Send the invoice\n\nOrders\nID,Task\n1,Take the order\n2,Ship it\n";
        let dialogs =
            ScriptedDialogs { open: vec![desk.put("two.csv", two.as_bytes())], ..ScriptedDialogs::default() };
        let mut window = window(dialogs);
        window.get_by_label("File").click();
        step(&mut window);
        click(&mut window, "Import table…");
        step(&mut window);
        window.get_by_role_and_label(Role::CheckBox, "Import “Billing”").click();
        step(&mut window);
        assert!(is_shown(&window, "2 steps, 1 connection and 1 lane"));
        click(&mut window, "Make a chart");
        assert_eq!(counts(&window), (1, 2));
    }

    #[test]
    fn what_cannot_be_read_is_said_in_words() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        open(&mut window, desk.put("bad.xlsx", b"PK\x03\x04 xl/ broken"));
        assert!(is_shown(&window, "The workbook is damaged"));
    }

    #[test]
    fn one_file_is_asked_about_after_the_other() {
        let desk = Desk::new();
        let files = ["a.csv", "b.csv"].map(|name| desk.put(name, FLOW.as_bytes())).to_vec();
        let mut window = window(ScriptedDialogs { open: files, ..ScriptedDialogs::default() });
        window.key_press_modifiers(Modifiers::COMMAND, Key::O);
        step(&mut window);
        assert!(is_shown(&window, "Tables in a.csv"));
        click(&mut window, "Make a chart");
        assert!(is_shown(&window, "Tables in b.csv"));
        click(&mut window, "Cancel");
        assert_eq!(counts(&window), (1, 3));
    }

    #[test]
    fn files_behind_one_that_cannot_be_read_are_opened() {
        let desk = Desk::with_chart("x.ron");
        let files = ["bad.xlsx", "a.csv", "x.ron"].map(|name| desk.path(name)).to_vec();
        desk.put("bad.xlsx", b"PK\x03\x04 xl/ broken");
        desk.put("a.csv", FLOW.as_bytes());
        for is_import in [false, true] {
            let mut window = window(ScriptedDialogs { open: files.clone(), ..ScriptedDialogs::default() });
            if is_import {
                window.get_by_label("File").click();
                step(&mut window);
                click(&mut window, "Import table…");
            } else {
                window.key_press_modifiers(Modifiers::COMMAND, Key::O);
            }
            step(&mut window);
            assert!(is_shown(&window, "The workbook is damaged"));
            assert!(is_shown(&window, "Tables in a.csv"));
            click(&mut window, "Cancel");
            assert!(window.state().editor().is_some());
        }
    }

    #[test]
    fn a_file_that_comes_while_another_is_asked_about_waits() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        let files = ["a.csv", "b.csv"].map(|name| desk.put(name, FLOW.as_bytes())).to_vec();
        window.state_mut().open_files(files);
        step(&mut window);
        open(&mut window, desk.put("long.csv", long_flow(800).as_bytes()));
        assert!(is_shown(&window, "Tables in a.csv"));
        click(&mut window, "Cancel");
        assert!(is_shown(&window, "Tables in b.csv"));
        click(&mut window, "Make a chart");
        assert_eq!(counts(&window), (1, 3));
        wait_for_words(&mut window, "Tables in long.csv");
    }

    /// A chart in the dialog that saves its table, which will be called `name`.
    fn about_to_save(desk: &Desk, name: &str) -> Window {
        let dialogs = ScriptedDialogs { save: Some(desk.path(name)), ..ScriptedDialogs::default() };
        let mut window = window(dialogs);
        open(&mut window, desk.put("calls.csv", FLOW.as_bytes()));
        click(&mut window, "Make a chart");
        window.get_by_label("File").click();
        step(&mut window);
        click(&mut window, "Save a table…");
        step(&mut window);
        window
    }

    #[test]
    fn a_chart_is_saved_as_a_table() {
        let desk = Desk::new();
        let mut window = about_to_save(&desk, "out.xlsx");
        assert!(is_shown(&window, "Places and routes are not part of a table"));
        assert!(!desk.path("out.xlsx").exists(), "nothing is written before it is said what is lost");
        click(&mut window, "Save as…");
        step(&mut window);
        let bytes = desk.get("out.xlsx");
        let file = pipeline::open_table(&bytes, &desk.path("out.xlsx")).expect("a workbook");
        assert_eq!(file.tables.iter().map(laneway::interop::Table::row_count).collect::<Vec<_>>(), [3]);
        assert!(is_shown(&window, "out.xlsx"));
    }

    #[test]
    fn a_table_replaces_what_somebody_made_only_when_a_person_says_so() {
        let desk = Desk::new();
        desk.put("out.xlsx", b"somebody's workbook");
        // The system's dialog asked about “out”, and not about “out.xlsx”.
        let mut window = about_to_save(&desk, "out");
        let ask_again = |window: &mut Window| {
            window.get_by_label("File").click();
            step(window);
            click(window, "Save a table…");
            click(window, "Save as…");
        };
        click(&mut window, "Save as…");
        assert!(is_shown(&window, "Replace what is there?") && is_shown(&window, "out.xlsx"));
        window.key_press(Key::Enter);
        step(&mut window);
        assert!(is_shown(&window, "Replace what is there?"), "another name is asked for, and it is the same");
        click(&mut window, "Cancel");
        assert_eq!(desk.get("out.xlsx"), b"somebody's workbook");
        ask_again(&mut window);
        click(&mut window, "Replace");
        assert!(pipeline::open_table(&desk.get("out.xlsx"), &desk.path("out.xlsx")).is_ok());
        ask_again(&mut window);
        assert!(!is_shown(&window, "Replace what is there?"), "it was made of this chart");
    }

    #[test]
    fn a_table_is_saved_with_semicolons_where_a_spreadsheet_needs_them() {
        let desk = Desk::new();
        let mut window = about_to_save(&desk, "out");
        window.get_by_label_contains("Format: ").click();
        step(&mut window);
        window.get_by_role_and_label(Role::Button, "CSV with semicolons, this page").click();
        step(&mut window);
        click(&mut window, "Save as…");
        step(&mut window);
        assert!(
            desk.get("out.csv").starts_with("\u{feff}Process Step ID;Process Step Description;".as_bytes())
        );
    }

    /// The geometry of a chart of three steps, and one in which something is not known.
    const GEOMETRY: [&str; 2] = [
        r#"{"direction": "LR", "lanes": [{"id": "l", "label": "Front", "x": 0, "y": 0, "w": 900, "h": 200}],
            "nodes": [{"id": "a", "lane": "l", "kind": "start", "label": "Ring", "x": 40, "y": 70, "w": 120, "h": 48},
                      {"id": "b", "lane": "l", "kind": "end", "label": "Rest", "x": 400, "y": 70, "w": 120, "h": 48}],
            "edges": [{"id": "c", "source": "a", "target": "b", "points": [[160, 94], [400, 94]], "label": ""}]}"#,
        r#"{"nodes": [{"id": "a", "kind": "gateway", "label": "Which one?"}], "edges": []}"#,
    ];

    #[test]
    fn the_geometry_of_a_chart_opens_as_a_new_chart_and_says_what_was_lost() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        open(&mut window, desk.put("flow.data", GEOMETRY[0].as_bytes()));
        assert_eq!(counts(&window), (1, 2));
        let whole =
            "Imported 2 steps, 1 connection and 1 lane from flow.data. Nothing was changed or left out.";
        assert!(is_shown(&window, whole));
        let places = |window: &Window| {
            let page = window.state().editor().expect("a document").page().expect("a page").clone();
            page.steps.values().map(|step| step.rect.x0).collect::<Vec<_>>()
        };
        assert_eq!(places(&window), [40.0, 400.0], "everything stays where it is");
        open(&mut window, desk.put("odd.json", GEOMETRY[1].as_bytes()));
        assert!(is_shown(&window, "What became of the file"));
        assert!(is_shown(&window, "nodes[0]: the kind “gateway” is not known"));
        assert_eq!(desk.get("odd.json"), GEOMETRY[1].as_bytes(), "the file stays what it was");
        click(&mut window, "Close");
        open(&mut window, desk.put("broken.json", br#"{"nodes": [{"label": "a"}, 3]}"#));
        assert!(is_shown(&window, "The drawing is damaged (line 1"));
    }

    #[test]
    fn several_files_of_geometry_and_tables_open_one_after_the_other() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        let files = [("odd.json", GEOMETRY[1]), ("flow.json", GEOMETRY[0]), ("calls.csv", FLOW)];
        window.state_mut().open_files(files.map(|(name, text)| desk.put(name, text.as_bytes())).to_vec());
        step(&mut window);
        assert!(is_shown(&window, "Tables in calls.csv"));
        click(&mut window, "Make a chart");
        assert!(["odd", "flow"].into_iter().all(|name| is_shown(&window, name)));
    }

    #[test]
    fn the_geometry_of_a_chart_is_pasted_as_its_steps_with_an_account() {
        let mut window = window(ScriptedDialogs::default());
        window.key_press_modifiers(Modifiers::COMMAND, Key::N);
        window.run();
        let before = counts(&window).1;
        window.event(Event::Paste(GEOMETRY[0].to_owned()));
        step(&mut window);
        assert_eq!(counts(&window).1, before + 2);
        assert!(is_shown(&window, "Imported 2 steps, 1 connection and 1 lane from clipboard."));
        window.event(Event::Paste(GEOMETRY[1].to_owned()));
        step(&mut window);
        assert_eq!(counts(&window).1, before + 3);
        assert!(is_shown(&window, "the kind “gateway” is not known"));
        click(&mut window, "Close");
        window.event(Event::Paste("{\"nodes\": [{\"label\": \"a\"}, 3]}".to_owned()));
        step(&mut window);
        assert!(is_shown(&window, "The drawing is damaged"));
        assert_eq!(counts(&window).1, before + 3);
    }

    #[test]
    fn rows_of_a_spreadsheet_are_pasted_into_their_lanes_in_one_step() {
        let mut window = window(ScriptedDialogs::default());
        window.key_press_modifiers(Modifiers::COMMAND, Key::N);
        window.run();
        let before = counts(&window).1;
        let rows = "ID\tTask\tNext\tFunction\n1\tAsk for help\t2\tCustomer\n2\tTake the call\t3\temployee\n3\tLook it up\t\tNobody\n";
        window.event(Event::Paste(rows.to_owned()));
        window.run();
        let editor = window.state().editor().expect("a document");
        let page = editor.page().expect("a page");
        assert_eq!(page.steps.len(), before + 3);
        let lane = |text: &str| {
            let step = page
                .steps
                .values()
                .find(|step| step.text.iter().any(|(_, own)| own == text))
                .expect("a step");
            page.lanes.iter().position(|lane| lane.id == step.lane)
        };
        assert_eq!((lane("Ask for help"), lane("Take the call")), (Some(0), Some(1)));
        assert!(page.connectors.values().all(|connector| connector.route.is_some()));
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        assert_eq!(counts(&window), (1, before));
    }

    #[test]
    fn the_dialog_fits_a_small_window() {
        let desk = Desk::new();
        let mut window = window(ScriptedDialogs::default());
        window.set_size([640.0, 480.0].into());
        open(&mut window, desk.put("calls.csv", FLOW.as_bytes()));
        let button = window.get_by_role_and_label(Role::Button, "Make a chart");
        let bounds = button.accesskit_node().bounding_box().expect("a place");
        assert!(bounds.x1 <= 640.0 && bounds.y1 <= 480.0, "{bounds:?}");
    }
}
