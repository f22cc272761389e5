//! What is pasted into another chart comes into its lanes, and those that it lacks are made and named.

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Key, Modifiers};
    use egui_kittest::kittest::Queryable as _;
    use laneway::{
        edit::Selection,
        locale::UiLang,
        model::{Page, Step},
    };

    use crate::{
        run::Desk,
        window::{
            clipboard::fake::{FakeClipboard, copy, window_copying},
            support::on_file::{Window, page},
        },
    };

    /// A window with a chart in two lanes.
    fn window() -> (Desk, FakeClipboard, Window) {
        let (desk, clipboard) = (Desk::with_chart("x.ron"), FakeClipboard::default());
        let mut window = window_copying(&clipboard, vec![desk.path("x.ron")]);
        window.key_press_modifiers(Modifiers::COMMAND, Key::N);
        window.run();
        while page(&window).lanes.len() > 2 {
            let last = page(&window).lanes.last().expect("a lane").id.clone();
            let content = laneway::edit::Content::Delete;
            let command = laneway::edit::LaneCommand::Delete { lane: last, content };
            let editor = window.state_mut().editor_mut().expect("an editor");
            editor.run(&laneway::edit::Command::Lane(command)).expect("it goes");
        }
        window.run();
        (desk, clipboard, window)
    }

    fn lanes(page: &Page) -> usize {
        page.lanes.len()
    }

    fn undo(window: &mut Window) {
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
    }

    fn is_shown(window: &Window, words: &str) -> bool {
        window.query_all_by_label_contains(words).next().is_some()
    }

    #[test]
    fn a_chart_is_pasted_with_the_lanes_that_are_missing_and_taken_back_at_once() {
        let (_desk, clipboard, mut window) = window();
        let before = page(&window).clone();
        window.key_press_modifiers(Modifiers::CTRL, Key::Tab);
        window.run();
        let source = page(&window).clone();
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.run();
        copy(&mut window);
        window.key_press_modifiers(Modifiers::CTRL, Key::Tab);
        window.run();
        window.event(Event::Paste(clipboard.offer().words.expect("words")));
        window.run();
        assert_eq!(page(&window).steps.len(), before.steps.len() + source.steps.len());
        assert_eq!(lanes(page(&window)), lanes(&source));
        assert!(is_shown(&window, "Pasted with 2 new lanes"));
        undo(&mut window);
        assert_eq!(*page(&window), before);
    }

    #[test]
    fn a_chart_is_turned_to_the_flow_of_the_page_that_it_comes_to() {
        let (_desk, clipboard, mut window) = window();
        let turn = laneway::edit::Command::Page(laneway::edit::PageCommand::Flip);
        window.state_mut().editor_mut().expect("an editor").run(&turn).expect("it turns");
        window.key_press_modifiers(Modifiers::CTRL, Key::Tab);
        window.run();
        let source = page(&window).clone();
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.run();
        copy(&mut window);
        window.key_press_modifiers(Modifiers::CTRL, Key::Tab);
        window.run();
        window.event(Event::Paste(clipboard.offer().words.expect("words")));
        window.run();
        let now = page(&window);
        assert_eq!(lanes(now), lanes(&source));
        assert!(now.breadth() < source.length(), "lanes are as wide as steps beside each other need");
        let (steps, lang) =
            (&window.state().editor().expect("an editor").selection().steps, UiLang::En.into());
        for id in steps {
            let (step, title) = (&now.steps[id], |page: &Page, step: &Step| {
                page.lane_band(&step.lane).map(|(lane, ..)| lane.title.get(&lang, &lang).to_owned())
            });
            let was = source.steps.values().find(|was| was.text == step.text).expect("it was copied");
            assert_eq!(title(now, step), title(&source, was));
        }
    }

    #[test]
    fn a_lane_that_was_renamed_is_another_one() {
        let (_desk, clipboard, mut window) = window();
        let lane = page(&window).lanes[1].clone();
        for (lang, _) in lane.title.iter() {
            let (of, text) = (laneway::edit::TextOf::Lane(lane.id.clone()), "Depot".to_owned());
            let rename = laneway::edit::Command::SetText { of, lang: lang.clone(), text };
            window.state_mut().editor_mut().expect("an editor").run(&rename).expect("it is written");
        }
        window.key_press_modifiers(Modifiers::CTRL, Key::Tab);
        window.run();
        let source = page(&window).clone();
        let members = source.steps.values().filter(|step| step.lane == lane.id);
        let members = Selection::steps(members.map(|step| step.id.clone()));
        assert!(!members.steps.is_empty(), "charts of one template have lanes of one name");
        window.state_mut().editor_mut().expect("an editor").select(members);
        window.run();
        copy(&mut window);
        window.key_press_modifiers(Modifiers::CTRL, Key::Tab);
        window.run();
        window.event(Event::Paste(clipboard.offer().words.expect("words")));
        window.run();
        let lang = UiLang::En.into();
        assert!(is_shown(&window, &format!("Pasted with a new lane: {}", lane.title.get(&lang, &lang))));
        assert_eq!(lanes(page(&window)), 3);
    }

    #[test]
    fn rows_with_new_functions_make_lanes_and_rows_without_do_not() {
        let (_desk, _, mut window) = window();
        let before = page(&window).clone();
        let rows = "ID\tTask\tNext\tFunction\n1\tPack it\t2\tTeam A\n2\tSend it\t3\tTeam B\n3\tHear of it\t\tcustomer\n";
        window.event(Event::Paste(rows.to_owned()));
        window.run();
        let (now, lang) = (page(&window), UiLang::En.into());
        let titles: Vec<&str> = now.lanes.iter().map(|lane| lane.title.get(&lang, &lang)).collect();
        assert_eq!(lanes(now), lanes(&before) + 2);
        let home = |text: &str| {
            let step = now.steps.values().find(|step| step.text.get(&lang, &lang) == text).expect("a step");
            titles[now.lanes.iter().position(|lane| lane.id == step.lane).expect("a lane")]
        };
        assert_eq!([home("Pack it"), home("Send it"), home("Hear of it")], ["Team A", "Team B", "Customer"]);
        assert!(is_shown(&window, "Pasted with 2 new lanes: Team A, Team B"));
        undo(&mut window);
        assert_eq!(*page(&window), before);
        let second = before.lanes[1].id.clone();
        window.state_mut().editor_mut().expect("an editor").select(Selection::lane(second.clone()));
        window.run();
        window.event(Event::Paste("ID\tTask\tNext\n1\tPack it\t2\n2\tSend it\t\n".to_owned()));
        window.run();
        assert_eq!(lanes(page(&window)), lanes(&before));
        let in_it = |page: &Page| page.steps.values().filter(|step| step.lane == second).count();
        assert_eq!(in_it(page(&window)), in_it(&before) + 2);
    }
}
