//! The steps as a table: edited like a spreadsheet, in step with the canvas.

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use eframe::egui::{Event, Key, Modifiers, OutputCommand, accesskit::Role, vec2};
    use egui_kittest::{
        Node,
        kittest::{NodeT as _, Queryable as _},
    };
    use laneway::{
        edit::Selection,
        locale::UiLang,
        model::{Step, StepId},
    };

    use crate::{
        run::Desk,
        window::support::on_file::{Window, editor, page, step, window_on},
    };

    /// A window on the large template with its table, wide enough for all columns.
    fn window_in(lang: UiLang) -> (Desk, Window) {
        let desk = Desk::with_chart("x.ron");
        let mut window = window_on(desk.path("x.ron"), [4200.0, 2400.0], lang);
        window.key_press(Key::F10);
        window.run();
        window.run();
        (desk, window)
    }

    fn window() -> (Desk, Window) {
        window_in(UiLang::En)
    }

    fn cell<'w>(window: &'w Window, name: &'w str) -> Node<'w> {
        window.get_by_role_and_label(Role::Cell, name)
    }

    fn says(window: &Window, name: &str) -> String {
        cell(window, name).accesskit_node().value().unwrap_or_default()
    }

    fn click(window: &mut Window, name: &str) {
        cell(window, name).click();
        window.run();
    }

    fn press(window: &mut Window, key: Key) {
        window.key_press(key);
        window.run();
    }

    fn type_text(window: &mut Window, text: &str) {
        window.event(Event::Text(text.to_owned()));
        window.run();
    }

    /// Goes to the row behind the last step.
    fn go_to_new_row(window: &mut Window) {
        click(window, "Text (English) 1");
        window.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
        window.run();
        cell(window, "Text (English), New step");
    }

    /// The steps in the order of the rows.
    fn rows(window: &Window) -> Vec<&Arc<Step>> {
        let flow = editor(window).flow().expect("a flow");
        flow.order(page(window))
    }

    fn undo(window: &mut Window) {
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
    }

    fn selected(window: &Window) -> Vec<StepId> {
        editor(window).selection().steps.iter().cloned().collect()
    }

    #[test]
    fn every_step_has_a_row_in_the_order_of_the_flow() {
        let (_desk, window) = window();
        assert_eq!(says(&window, "Text (English) 1"), "Needs help");
        let steps = rows(&window);
        let lang = UiLang::En.into();
        for number in [2, 3] {
            let step = steps[number - 1];
            assert_eq!(says(&window, &format!("Text (English) {number}")), step.text.get(&lang, &lang));
        }
        assert_eq!(says(&window, "Kind 1"), "Start");
        let last = format!("No. {}", steps.len());
        assert!(window.query_by_label(&last).is_none(), "rows out of sight are not laid out");
        assert!(!says(&window, "Lane 1").is_empty());
    }

    #[test]
    fn a_cell_is_typed_over_shown_at_once_and_undone_in_one_step() {
        let (_desk, mut window) = window();
        let before = says(&window, "Text (English) 2");
        click(&mut window, "Text (English) 2");
        type_text(&mut window, "Ask");
        type_text(&mut window, " politely");
        assert!(editor(&window).is_in_gesture(), "the page shows it before the cell is left");
        step(&window, "Ask politely");
        press(&mut window, Key::Enter);
        assert_eq!(says(&window, "Text (English) 2"), "Ask politely");
        // The cursor went down: what is typed now is the next row's.
        let third = says(&window, "Text (English) 3");
        undo(&mut window);
        assert_eq!(says(&window, "Text (English) 2"), before);
        assert_eq!(says(&window, "Text (English) 3"), third);
        assert_eq!(editor(&window).undo_name(), None);
    }

    #[test]
    fn escape_ends_a_cell_where_it_is_and_f2_keeps_what_is_there() {
        let (_desk, mut window) = window();
        let before = says(&window, "Text (English) 2");
        click(&mut window, "Text (English) 2");
        type_text(&mut window, "x");
        press(&mut window, Key::Escape);
        assert_eq!(says(&window, "Text (English) 2"), "x");
        undo(&mut window);
        assert_eq!(says(&window, "Text (English) 2"), before);
        press(&mut window, Key::F2);
        type_text(&mut window, "!");
        press(&mut window, Key::Tab);
        assert_eq!(says(&window, "Text (English) 2"), format!("{before}!"));
    }

    #[test]
    fn rows_and_steps_are_selected_together() {
        let (_desk, mut window) = window();
        click(&mut window, "Kind 4");
        let steps = rows(&window);
        assert_eq!(selected(&window), [steps[3].id.clone()]);
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        window.run();
        assert_eq!(selected(&window).len(), 2);
        // And the other way round: the cursor goes to what was selected on the page.
        let sixth = rows(&window)[5].id.clone();
        window.state_mut().editor_mut().expect("an editor").select(Selection::step(sixth));
        window.run();
        press(&mut window, Key::ArrowRight);
        press(&mut window, Key::ArrowDown);
        let seventh = rows(&window)[6].id.clone();
        assert_eq!(selected(&window), [seventh]);
    }

    #[test]
    fn a_kind_and_a_lane_are_chosen_from_a_list() {
        let (_desk, mut window) = window();
        let id = rows(&window)[1].id.clone();
        let lane = page(&window).steps[&id].lane.clone();
        click(&mut window, "Kind 2");
        type_text(&mut window, "docu");
        press(&mut window, Key::Enter);
        assert_eq!(page(&window).steps[&id].kind.name(), "document");
        click(&mut window, "Lane 2");
        press(&mut window, Key::F2);
        press(&mut window, Key::ArrowDown);
        press(&mut window, Key::Enter);
        assert_ne!(page(&window).steps[&id].lane, lane);
        undo(&mut window);
        undo(&mut window);
        assert_eq!(page(&window).steps[&id].lane, lane);
        assert_eq!(editor(&window).undo_name(), None);
    }

    #[test]
    fn a_time_that_cannot_be_read_stays_in_its_cell_with_the_reason() {
        let (_desk, mut window) = window();
        let name = "Handling time 2";
        click(&mut window, name);
        type_text(&mut window, "soon");
        press(&mut window, Key::Enter);
        assert!(!editor(&window).is_in_gesture());
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        type_text(&mut window, "1 h 30");
        press(&mut window, Key::Enter);
        assert_eq!(says(&window, name), "1 h 30 min");
    }

    #[test]
    fn what_follows_a_step_is_read_changed_and_connected() {
        let (_desk, mut window) = window();
        let id = step(&window, "Enough information?").id.clone();
        click(&mut window, "Next steps 2");
        window.state_mut().editor_mut().expect("an editor").select(Selection::step(id.clone()));
        window.run();
        let row = 1 + rows(&window).iter().position(|step| step.id == id).expect("a row");
        let name = format!("Next steps {row}");
        assert!(says(&window, &name).contains("Yes › "), "{}", says(&window, &name));
        let ways = |window: &Window| {
            page(window).connectors.values().filter(|way| way.from.step() == Some(&id)).count()
        };
        let before = ways(&window);
        type_text(&mut window, "Request clo");
        press(&mut window, Key::Enter);
        assert_eq!(ways(&window), before + 1);
        window.get_by_label("Remove Request closed").click();
        window.run();
        assert_eq!(ways(&window), before);
        press(&mut window, Key::Escape);
        assert!(window.query_by_label("Add a following step").is_none());
    }

    #[test]
    fn the_last_row_makes_a_new_step_behind_the_last_one() {
        let (_desk, mut window) = window();
        let before = page(&window).steps.len();
        let last = rows(&window).last().expect("a step").lane.clone();
        go_to_new_row(&mut window);
        type_text(&mut window, "Thank the customer");
        press(&mut window, Key::Enter);
        assert_eq!(page(&window).steps.len(), before + 1);
        assert_eq!(step(&window, "Thank the customer").lane, last);
        // The next one follows at once, and is connected.
        type_text(&mut window, "File the case");
        press(&mut window, Key::Enter);
        let (first, second) = (step(&window, "Thank the customer"), step(&window, "File the case"));
        let leads = page(&window)
            .connectors
            .values()
            .any(|way| way.from.step() == Some(&first.id) && way.to.step() == Some(&second.id));
        assert!(leads);
        undo(&mut window);
        undo(&mut window);
        assert_eq!(page(&window).steps.len(), before);
        assert_eq!(editor(&window).undo_name(), None);
    }

    #[test]
    fn delete_empties_cells_and_takes_steps_out_by_their_number() {
        let (_desk, mut window) = window();
        let before = page(&window).steps.len();
        click(&mut window, "Text (English) 3");
        press(&mut window, Key::Delete);
        assert_eq!(says(&window, "Text (English) 3"), "");
        assert_eq!(page(&window).steps.len(), before);
        undo(&mut window);
        let third = rows(&window)[2].id.clone();
        click(&mut window, "No. 3");
        press(&mut window, Key::Delete);
        assert!(!page(&window).steps.contains_key(&third));
        undo(&mut window);
        assert!(page(&window).steps.contains_key(&third));
    }

    /// What was put into the clipboard in the last frame.
    fn copied(window: &mut Window) -> String {
        window.event(Event::Copy);
        window.step();
        let copied = window.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        copied.expect("something was copied")
    }

    #[test]
    fn a_block_of_cells_is_copied_and_pasted_as_spreadsheets_do() {
        let (_desk, mut window) = window();
        click(&mut window, "Text (English) 2");
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        window.run();
        let block = copied(&mut window);
        let (text, kind) = (says(&window, "Text (English) 2"), says(&window, "Kind 2"));
        assert!(block.starts_with(&format!("{text}\t{kind}\n")), "{block}");
        assert_eq!(block.lines().count(), 2);

        click(&mut window, "Text (English) 4");
        window.event(Event::Paste("First\tDocument\nSecond\tNonsense\n".to_owned()));
        window.run();
        assert_eq!(says(&window, "Text (English) 4"), "First");
        assert_eq!(says(&window, "Kind 4"), "Document");
        assert_eq!(says(&window, "Text (English) 5"), "Second");
        window.get_by_label_contains("One cell stays as it was");
        undo(&mut window);
        assert_eq!(editor(&window).undo_name(), None, "it was one step");
    }

    #[test]
    fn rows_pasted_behind_the_last_one_become_steps_that_know_each_other() {
        let (_desk, mut window) = window();
        let before = page(&window).steps.len();
        go_to_new_row(&mut window);
        let rows = "Weigh the parcel\tProcess\t\t\tLabel it\nLabel it\tDocument\t\t\t\n";
        window.event(Event::Paste(rows.to_owned()));
        window.run();
        assert_eq!(page(&window).steps.len(), before + 2);
        assert_eq!(step(&window, "Label it").kind.name(), "document");
        let from = step(&window, "Weigh the parcel").id.clone();
        let to = step(&window, "Label it").id.clone();
        let leads = |way: &&Arc<laneway::model::Connector>| {
            way.from.step() == Some(&from) && way.to.step() == Some(&to)
        };
        assert!(page(&window).connectors.values().any(|way| leads(&way)));
    }

    #[test]
    fn a_click_on_a_heading_sorts_and_the_page_stays_as_it_is() {
        let (_desk, mut window) = window();
        let before = editor(&window).state();
        window.get_by_role_and_label(Role::ColumnHeader, "Text (English)").click();
        window.run();
        let texts: Vec<String> = window
            .get_all_by_role(Role::Cell)
            .filter(|node| {
                node.accesskit_node().label().is_some_and(|label| label.starts_with("Text (English) "))
            })
            .filter_map(|node| node.accesskit_node().value())
            .collect();
        assert!(texts.len() > 4);
        assert!(texts.is_sorted_by_key(|text| text.to_lowercase()), "{texts:?}");
        assert_eq!(editor(&window).state(), before);
    }

    #[test]
    fn words_leave_the_rows_that_hold_them() {
        let (_desk, mut window) = window();
        window.get_by_role_and_label(Role::TextInput, "Find in the table").click();
        window.run();
        type_text(&mut window, "enough information");
        let shown = window.get_all_by_role(Role::Cell).filter_map(|node| node.accesskit_node().value());
        assert!(shown.into_iter().any(|text| text == "Enough information?"));
        window.get_by_label_contains(" of 31 steps");
    }

    #[test]
    fn a_table_that_is_hidden_while_a_cell_is_written_keeps_what_was_written() {
        let (_desk, mut window) = window();
        click(&mut window, "Text (English) 2");
        type_text(&mut window, "Ask politely");
        press(&mut window, Key::F10);
        assert!(!editor(&window).is_in_gesture());
        step(&window, "Ask politely");
        assert!(window.query_by_role_and_label(Role::Cell, "Text (English) 2").is_none());
    }

    #[test]
    fn keys_in_a_dialog_are_not_the_tables() {
        let (_desk, mut window) = window();
        click(&mut window, "Text (English) 2");
        let before = says(&window, "Text (English) 2");
        press(&mut window, Key::F1);
        type_text(&mut window, "x");
        press(&mut window, Key::Delete);
        press(&mut window, Key::Escape);
        assert_eq!(says(&window, "Text (English) 2"), before);
        assert_eq!(editor(&window).undo_name(), None);
    }

    #[test]
    fn a_column_is_made_wider_by_its_edge() {
        let (_desk, mut window) = window();
        let heading =
            |window: &Window, name: &str| window.get_by_role_and_label(Role::ColumnHeader, name).rect();
        let (kind, lane) = (heading(&window, "Kind"), heading(&window, "Lane"));
        let edge = kind.right_center();
        window.drag_at(edge);
        window.run();
        window.hover_at(edge + vec2(60.0, 0.0));
        window.run();
        window.drop_at(edge + vec2(60.0, 0.0));
        window.run();
        assert!((heading(&window, "Kind").width() - kind.width() - 60.0).abs() < 1.0);
        assert!((heading(&window, "Lane").left() - lane.left() - 60.0).abs() < 1.0);
    }

    #[test]
    fn the_table_speaks_spanish() {
        let (_desk, window) = window_in(UiLang::Es);
        window.get_by_role_and_label(Role::ColumnHeader, "Pasos siguientes");
        window.get_by_role_and_label(Role::Button, "Añadir paso");
    }
}
