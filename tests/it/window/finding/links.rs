//! Links: where steps lead, there and back.

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf};

    use eframe::egui::{Event, Key, Modifiers, PointerButton, accesskit::Role};
    use egui_kittest::{Harness, kittest::Queryable as _};
    use laneway::{
        app::{Laneway, ScriptedDialogs},
        edit::{Command, PageCommand, Selection, StepCommand, TextOf},
        flow::Flows,
        locale::{Catalog, UiLang},
        model::{Link, PageId, StepId, StepKind},
        pipeline,
        validate::Severity,
    };

    use crate::{
        run::Desk,
        window::support::{
            fake::Fake,
            on_file::{self, Window, editor, page, step},
            wait::wait_for,
        },
    };

    const CHART: &str = "/charts/good.ron";
    const FIRST: &str = "Contacts the call centre";
    const SECOND: &str = "Greet with the call script";

    /// A window on a chart with two pages, and what is around it.
    fn window_on(fake: &Fake, chart: &str) -> Window {
        let builder = Harness::builder().with_size([1600.0, 1000.0]).with_max_steps(60).with_step_dt(0.05);
        let services = Box::new(fake.clone());
        let mut window = builder.build_eframe(|creation| {
            let dialogs = Box::new(ScriptedDialogs::default());
            Laneway::new(&creation.egui_ctx, services, dialogs).speaking(UiLang::En)
        });
        window.state_mut().open_files(vec![PathBuf::from(chart)]);
        window.run();
        window
    }

    fn run(window: &mut Window, command: &Command) {
        window.state_mut().editor_mut().expect("an editor").run(command).expect("an edit");
        window.run();
    }

    fn id(name: &str) -> StepId {
        StepId::parse(name).expect("an id")
    }

    fn address(to: &str) -> Link {
        Link::Address(to.to_owned())
    }

    /// Links a step of the page that is shown.
    fn link(window: &mut Window, step: &str, link: Link) {
        run(window, &Command::Step(StepCommand::SetLink { step: id(step), link: Some(link) }));
    }

    fn second_page() -> Link {
        Link::Page(PageId::parse("billing").expect("an id"))
    }

    fn ctrl_click(window: &mut Window, step: &str) {
        let pos = window.get_by_role_and_label(Role::Button, step).rect().center();
        window.event_modifiers(Event::PointerMoved(pos), Modifiers::COMMAND);
        window.step();
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::COMMAND);
            window.event_modifiers(Event::PointerButton { pos, button, pressed, modifiers }, modifiers);
            window.step();
        }
        window.run();
    }

    fn back(window: &mut Window) {
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
        window.run();
    }

    fn shown(window: &Window) -> String {
        page(window).id.as_str().to_owned()
    }

    fn says(window: &Window, words: &str) -> bool {
        window.query_all_by_label_contains(words).next().is_some()
    }

    #[test]
    fn a_click_with_ctrl_goes_down_into_a_page_and_keys_come_back() {
        let mut window = window_on(&Fake::default(), CHART);
        link(&mut window, "greet", second_page());
        ctrl_click(&mut window, SECOND);
        assert_eq!(shown(&window), "billing");
        back(&mut window);
        assert_eq!(shown(&window), "main");
        assert_eq!(editor(&window).selection(), &Selection::step(id("greet")));
        back(&mut window);
        assert_eq!(shown(&window), "main", "there is nothing before that");
    }

    #[test]
    fn the_way_to_a_page_is_shown_and_leads_back() {
        let mut window = window_on(&Fake::default(), CHART);
        link(&mut window, "greet", second_page());
        assert!(window.query_by_role_and_label(Role::Button, "Inbound call").is_none());
        ctrl_click(&mut window, SECOND);
        window.get_by_role_and_label(Role::Button, "Inbound call").click();
        window.run();
        assert_eq!(shown(&window), "main");
        assert!(window.query_by_role_and_label(Role::Button, "Inbound call").is_none());
    }

    #[test]
    fn a_link_is_opened_by_the_menu_of_its_step_and_by_the_search() {
        let mut window = window_on(&Fake::default(), CHART);
        link(&mut window, "greet", second_page());
        window.get_by_role_and_label(Role::Button, SECOND).click_secondary();
        window.run();
        window.get_by_role_and_label(Role::Button, "Open link Ctrl+Enter").click();
        window.run();
        assert_eq!(shown(&window), "billing");
        back(&mut window);
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        window.run();
        window.get_by_role_and_label(Role::TextInput, "Search commands and steps").type_text("hyperlink");
        window.run();
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(shown(&window), "billing");
    }

    #[test]
    fn connector_symbols_of_one_letter_lead_to_each_other() {
        let mut window = window_on(&Fake::default(), CHART);
        for (step, letter) in [("contact", "A"), ("end", " **A**")] {
            let (steps, kind) = ([id(step)].into(), StepKind::OnPageConnector);
            run(&mut window, &Command::Step(StepCommand::SetKind { steps, kind }));
            let (of, lang) = (TextOf::Step(id(step)), UiLang::En.into());
            run(&mut window, &Command::SetText { of, lang, text: letter.to_owned() });
        }
        ctrl_click(&mut window, "A");
        assert_eq!(editor(&window).selection(), &Selection::step(id("end")));
        back(&mut window);
        assert_eq!(editor(&window).selection(), &Selection::step(id("contact")));
    }

    #[test]
    fn only_the_web_is_opened_at_once_and_nothing_that_runs() {
        let fake = Fake::default();
        let mut window = window_on(&fake, CHART);
        link(&mut window, "contact", address("https://example.org/help"));
        link(&mut window, "greet", address("javascript:alert(1)"));
        ctrl_click(&mut window, FIRST);
        assert!(says(&window, "Opening https://example.org/help"));
        ctrl_click(&mut window, SECOND);
        assert!(says(&window, "javascript:alert(1) is not opened"));
        let opened = fake.opened_outside.lock().expect("places").clone();
        assert_eq!(opened, ["https://example.org/help"]);
    }

    #[test]
    fn a_chart_beside_the_chart_comes_into_a_tab_and_the_way_back_leads_out_of_it() {
        let fake = Fake::default();
        fake.write("/charts/returns.ron", "Returns");
        let mut window = window_on(&fake, CHART);
        link(&mut window, "contact", address("returns.ron"));
        ctrl_click(&mut window, FIRST);
        let title =
            |window: &Window| editor(window).document().title.exactly(&UiLang::En.into()).map(str::to_owned);
        assert_eq!(title(&window).as_deref(), Some("Returns"));
        back(&mut window);
        assert_eq!(title(&window).as_deref(), Some("Inbound call"));
    }

    #[test]
    fn another_file_is_opened_by_another_program_after_it_was_seen_which() {
        let (desk, fake) = (Desk::new(), Fake::default());
        let form = fs::canonicalize(desk.put("form.pdf", b"%PDF-1.7")).expect("a path");
        let mut window = window_on(&fake, CHART);
        link(&mut window, "contact", address(form.to_str().expect("text")));
        link(&mut window, "greet", address("forms/gone.pdf"));
        ctrl_click(&mut window, SECOND);
        assert!(says(&window, "There is no file"));
        ctrl_click(&mut window, FIRST);
        assert!(says(&window, "form.pdf"));
        assert!(fake.opened_outside.lock().expect("places").is_empty());
        window.get_by_role_and_label(Role::Button, "Open file").click();
        window.run();
        let opened = fake.opened_outside.clone();
        wait_for(&mut window, "the form", move |_| {
            opened.lock().expect("places").first().filter(|place| place.ends_with("form.pdf")).map(drop)
        });
    }

    #[test]
    fn a_part_of_a_page_becomes_a_page_and_a_step_that_leads_there() {
        let desk = Desk::with_chart("x.ron");
        let mut window = on_file::window_on(desk.path("x.ron"), [1600.0, 1000.0], UiLang::En);
        let before = editor(&window).document().clone();
        let inside = ["Take over the escalation", "Collect information from those involved"];
        let inside = inside.map(|text| step(&window, text).id.clone());
        window.state_mut().editor_mut().expect("an editor").select(Selection::steps(inside.clone()));
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        window.run();
        window
            .get_by_role_and_label(Role::TextInput, "Search commands and steps")
            .type_text("Make a page of");
        window.run();
        window.key_press(Key::Enter);
        window.run();
        window.key_press(Key::Escape);
        window.run();
        let document = editor(&window).document().clone();
        assert_eq!(document.pages.len(), before.pages.len() + 1);
        let made = editor(&window).selection().only_step().cloned().expect("the step in their place");
        let made = &page(&window).steps[&made];
        assert_eq!(made.link, Some(Link::Page(document.pages[1].id.clone())));
        let joined = page(&window).connectors.touching(&made.id).count();
        assert!(joined >= 2, "lines lead in and out: {joined}");
        assert!(inside.iter().all(|id| !page(&window).steps.contains_key(id)));
        assert_eq!(document.check(), Ok(()));
        let wrong = pipeline::diagnose(&document, &Flows::new(&document), Catalog::of(UiLang::En));
        let wrong: Vec<_> = wrong.iter().filter(|found| found.severity != Severity::Hint).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        assert_eq!(editor(&window).document(), &before, "one step back");
    }

    #[test]
    fn the_way_back_passes_over_what_is_gone() {
        let mut window = window_on(&Fake::default(), CHART);
        link(&mut window, "greet", second_page());
        ctrl_click(&mut window, SECOND);
        let page = PageId::parse("main").expect("an id");
        run(&mut window, &Command::Page(PageCommand::Delete { page }));
        back(&mut window);
        assert_eq!(shown(&window), "billing");
    }
}
