//! Pinned steps stay where they are, and the others are laid out around them.

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        path::Path,
    };

    use laneway::{
        arrange::{self, LayoutOptions, lay_out},
        edit::{Command, Editor, Fragment, PageCommand, Refusal, Selection, StepCommand, copy_page},
        flow::Flows,
        geom::{Point, Rect, Vec2},
        layout::{LaneOrder, Spacing, Start},
        locale::{Catalog, UiLang},
        model::{Document, Page, StepId},
        persist, pipeline,
        progress::Progress,
        template,
    };

    use crate::run::Desk;

    fn editor(id: &str) -> Editor {
        let template = template::find(id).expect("a template");
        Editor::new(pipeline::open_template(template).expect("a document"), pipeline::fonts(), true)
    }

    fn page(editor: &Editor) -> &Page {
        editor.page().expect("a page")
    }

    /// Where a layout that nobody stops puts a part of a page.
    fn places_of(page: &Page, chosen: &BTreeSet<StepId>, options: LayoutOptions) -> BTreeMap<StepId, Point> {
        let mut nobody = Progress::unwatched();
        arrange::places_of(page, chosen, options, pipeline::fonts(), &mut nobody).expect("nobody stops it")
    }

    fn pin(editor: &mut Editor, steps: BTreeSet<StepId>) {
        editor.run(&Command::Step(StepCommand::Pin { steps, pinned: true })).expect("an edit");
    }

    /// A template with every seventh step moved and pinned.
    fn pinned(id: &str, is_turned: bool) -> Editor {
        let mut editor = editor(id);
        if is_turned {
            editor.run(&Command::Page(PageCommand::Flip)).expect("an edit");
        }
        let ids: Vec<StepId> = page(&editor).steps.keys().step_by(7).cloned().collect();
        for (nth, id) in ids.iter().enumerate() {
            let by = Vec2::new(20.0 * (nth % 4) as f64 - 25.0, 12.0 * (nth % 3) as f64 - 8.0);
            let steps = [id.clone()].into();
            editor.run(&Command::Step(StepCommand::Move { steps, by, onto: None })).expect("an edit");
        }
        pin(&mut editor, ids.into_iter().collect());
        editor
    }

    /// Where the pinned steps of a page are: along it, and across from where their lanes begin.
    fn pins(page: &Page) -> Vec<(StepId, i64, i64)> {
        let hundredths = |value: f64| (value * 100.0).round() as i64;
        let place = |id: &StepId, rect: Rect, from: f64| {
            let (along, across) =
                (page.orientation.along(rect.center()), page.orientation.across(rect.center()));
            (id.clone(), hundredths(along), hundredths(across - from))
        };
        let pinned = page.steps.values().filter(|step| step.pinned);
        pinned.map(|step| place(&step.id, step.rect, page.lane_band(&step.lane).expect("a lane").1)).collect()
    }

    /// What the check says of the drawing.
    fn findings(document: &Document) -> Vec<String> {
        let found = pipeline::diagnose(document, &Flows::new(document), Catalog::of(UiLang::En));
        found.into_iter().map(|finding| finding.message).collect()
    }

    fn laid_out(document: &Document, options: LayoutOptions) -> Document {
        let mut document = document.clone();
        pipeline::lay_out(&mut document, options);
        document
    }

    const TEMPLATES: [&str; 5] =
        ["customer-service-process", "live-chat", "inbound-call", "returns-and-refunds", "tiered-support"];

    #[test]
    fn a_page_is_laid_out_around_its_pins_whichever_way_it_runs() {
        for (id, is_turned) in TEMPLATES.into_iter().flat_map(|id| [(id, false), (id, true)]) {
            let editor = pinned(id, is_turned);
            let before = findings(editor.document());
            for options in [
                LayoutOptions { aspect: Some(pipeline::Paper::Screen.aspect()), ..LayoutOptions::default() },
                LayoutOptions { spacing: Spacing::Compact, start: Start::Tidy, ..LayoutOptions::default() },
                LayoutOptions { lane_order: LaneOrder::Best, ..LayoutOptions::default() },
            ] {
                let document = laid_out(editor.document(), options);
                assert_eq!(pins(&document.pages[0]), pins(page(&editor)), "{id} {options:?}");
                assert_eq!(findings(&document), before, "{id} {is_turned} {options:?}");
            }
        }
    }

    #[test]
    fn a_page_with_pins_that_was_laid_out_stays_as_it_is() {
        for id in TEMPLATES {
            let editor = pinned(id, false);
            for start in [Start::Fresh, Start::Tidy] {
                let options = LayoutOptions { start, ..LayoutOptions::default() };
                let once = laid_out(editor.document(), options);
                let saved = persist::to_ron(&once);
                let read =
                    pipeline::open(saved.clone().into_bytes(), Path::new("x.ron")).expect("a document");
                let again = persist::to_ron(&laid_out(&read.document, options));
                let mut lines = again.lines().zip(saved.lines());
                assert_eq!(lines.find(|(again, saved)| again != saved), None, "{id} {start:?}");
            }
        }
    }

    #[test]
    fn a_part_of_a_page_is_laid_out_around_pins_in_it_and_beside_it() {
        for id in TEMPLATES {
            let editor = pinned(id, false);
            let all: Vec<StepId> = page(&editor).steps.keys().cloned().collect();
            for part in all.chunks(all.len() / 3 + 1) {
                let mut editor = Editor::new(Document::clone(editor.document()), pipeline::fonts(), true);
                let before = pins(page(&editor));
                let chosen: BTreeSet<StepId> = part.iter().cloned().collect();
                let options = LayoutOptions::default();
                let places = places_of(page(&editor), &chosen, options);
                editor.run(&Command::Step(StepCommand::LayOut { places })).expect("an edit");
                assert_eq!(pins(page(&editor)), before, "{id}");
                let on = |one: Rect| page(&editor).steps.values().filter(|it| it.rect.overlaps(one)).count();
                for step in page(&editor).steps.values() {
                    assert_eq!(on(step.rect), 1, "{id}: {} stands on something", step.id);
                }
            }
        }
    }

    #[test]
    fn where_everything_is_pinned_nothing_moves() {
        let mut editor = editor("customer-service-process");
        let all: BTreeSet<StepId> = page(&editor).steps.keys().cloned().collect();
        pin(&mut editor, all.clone());
        let mut copy = page(&editor).clone();
        lay_out(&mut copy, LayoutOptions::default(), pipeline::fonts());
        assert_eq!(copy, *page(&editor));
        let laid_out = Box::new(copy);
        let refused = editor.run(&Command::Page(PageCommand::LayOut { laid_out }));
        assert_eq!(refused, Err(Refusal::Pinned));
        let places = places_of(page(&editor), &all, LayoutOptions::default());
        assert_eq!(editor.run(&Command::Step(StepCommand::LayOut { places })), Err(Refusal::Pinned));
    }

    #[test]
    fn a_pin_is_saved_and_only_where_there_is_one() {
        let editor = pinned("live-chat", false);
        let saved = persist::to_ron(editor.document());
        let count = page(&editor).steps.values().filter(|step| step.pinned).count();
        assert_eq!(
            saved.lines().filter(|line| line.contains("(step: ") && line.contains("pinned: true")).count(),
            count
        );
        assert!(!saved.contains("pinned: false"));
        let read = pipeline::open(saved.into_bytes(), Path::new("x.ron")).expect("a document");
        assert_eq!(pins(&read.document.pages[0]), pins(page(&editor)));
    }

    #[test]
    fn copied_steps_are_loose_and_a_copied_page_keeps_its_pins() {
        let editor = pinned("live-chat", false);
        let mut chance = 0;
        let mut mint = || {
            chance += 1;
            chance
        };
        let everything = Selection::everything(page(&editor));
        let fragment = Fragment::cut_from(page(&editor), &everything).renamed(&mut mint);
        assert!(fragment.steps.iter().all(|step| !step.pinned));
        let copy = copy_page(page(&editor), &mut mint);
        assert_eq!(pins(&copy).len(), pins(page(&editor)).len());
    }

    #[test]
    fn a_pinned_step_can_be_moved_by_hand() {
        let mut editor = pinned("live-chat", false);
        let id = pins(page(&editor))[0].0.clone();
        let before = page(&editor).steps[&id].rect;
        let (steps, by) = ([id.clone()].into(), Vec2::new(10.0, 0.0));
        editor.run(&Command::Step(StepCommand::Move { steps, by, onto: None })).expect("an edit");
        let after = &page(&editor).steps[&id];
        assert!(after.rect.x0 > before.x0 && after.pinned);
    }

    #[test]
    fn the_command_line_respects_pins_and_says_how_many() {
        let editor = pinned("live-chat", false);
        let desk = Desk::new();
        desk.put("x.ron", persist::to_ron(editor.document()).as_bytes());
        let ran = desk.run(&["layout", "x.ron", "-o", "y.ron"]);
        assert_eq!((ran.status, ran.err.trim()), (0, "4 pinned steps stay where they are"));
        let read = pipeline::open(desk.get("y.ron"), Path::new("y.ron")).expect("a document");
        assert_eq!(pins(&read.document.pages[0]), pins(page(&editor)));
    }
}
