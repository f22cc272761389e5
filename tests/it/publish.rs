//! Publishing: which pages and parts, as what, under which names, and the same however many work at it.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
    process::Command,
    sync::Arc,
};

use laneway::{
    arrange::PagePart,
    export::{Drawing, Format},
    geom::{Orientation, Point},
    locale::UiLang,
    model::{Connector, Document, End, LaneId, Page, PageId, Phase, PhaseId, ZOrder},
    persist,
    pipeline::{self, Crop, Made, OutputTarget, Pages, Publication, PublicationSource, Published, publish},
    progress::Progress,
    shape, template,
};

use crate::run::{Desk, Ran};

/// The first template with so many pages; the others are empty.
fn document(pages: usize) -> Document {
    let mut document = pipeline::open_template(&template::TEMPLATES[0]).expect("a template");
    let first = document.pages[0].clone();
    for number in 1..pages {
        let lanes = first.lanes.iter().map(|lane| {
            let mut lane = lane.as_ref().clone();
            lane.id = LaneId::parse(&format!("{}-{number}", lane.id)).expect("an id");
            Arc::new(lane)
        });
        document.pages.push(Page {
            id: PageId::parse(&format!("sheet-{number}")).expect("an id"),
            lanes: lanes.collect(),
            phases: Vec::new(),
            steps: BTreeMap::new(),
            connectors: laneway::model::Connectors::new(),
            z_order: ZOrder::FLAT,
            ..first.clone()
        });
    }
    document.check().expect("a document");
    document
}

fn desk_with(pages: usize) -> Desk {
    let desk = Desk::new();
    desk.put("x.ron", persist::to_ron(&document(pages)).as_bytes());
    desk
}

/// The names of the files in the desk that end so.
fn files(desk: &Desk, ending: &str) -> Vec<String> {
    let entries = std::fs::read_dir(desk.path(".")).expect("a folder").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(ending));
    names.sort();
    names
}

#[test]
fn one_call_makes_several_formats_of_a_chart() {
    let desk = Desk::with_chart("x.ron");
    let ran = desk.run(&["export", "x.ron", "-o", "y.svg", "--format", "svg,png", "--format", "json"]);
    assert_eq!((ran.status, ran.text().as_str()), (0, "y.svg\ny.png\ny.json\n"), "{}", ran.err);
    for format in ["svg", "png", "json"] {
        assert_eq!(desk.run(&["export", "x.ron", "-o", &format!("one.{format}")]).status, 0);
        assert_eq!(desk.get(format!("y.{format}")), desk.get(format!("one.{format}")), "{format}");
    }
}

#[test]
fn pages_are_chosen_by_number_range_and_title() {
    for (pages, numbers) in [("2", "2"), ("1-3", "123"), ("2,4-5", "245"), ("all", "12345")] {
        let desk = desk_with(5);
        let ran = desk.run(&["export", "x.ron", "-o", "./", "--format", "json", "--page", pages]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let made = files(&desk, ".json");
        if numbers.len() == 1 {
            assert_eq!(made, ["x.json"]);
        } else {
            let found: String =
                made.iter().filter_map(|name| name.strip_prefix("x-")?.chars().next()).collect();
            assert_eq!(found, numbers, "{pages}");
        }
    }
    let desk = desk_with(3);
    for pages in ["4", "2-4", "0", "3-1", "Returns"] {
        let ran = desk.run(&["export", "x.ron", "-o", "y.json", "--page", pages]);
        assert_eq!(ran.status, 2, "{pages}");
        assert!(ran.err.contains("1 “Customer service process”, 2 “"), "{}", ran.err);
    }
}

#[test]
fn a_name_that_is_not_there_is_answered_with_those_that_are() {
    let desk = Desk::with_chart("x.ron");
    let export = |args: &[&str]| desk.run(&[&["export", "x.ron", "-o", "y.svg"], args].concat());
    for (args, known) in [
        (["--lane", "Nobody"], "there are Customer, Employee, "),
        (["--phase", "Never"], "there are Intake, Assessment, "),
        (["--steps", "Nothing"], "there is no step “Nothing”"),
    ] {
        let ran = export(&args);
        assert_eq!(ran.status, 2, "{args:?}");
        assert!(ran.err.contains(known), "{}", ran.err);
    }
    assert!(!desk.path("y.svg").exists());
    assert_eq!(export(&["--lane", "empleado"]).status, 0, "in any language and case");
    assert_eq!(desk.run(&["export", "x.ron", "-o", "./", "--format", "svg", "--lane", "Employee"]).status, 0);
    assert!(desk.path("x-employee.svg").exists());
}

/// Each part that a page of a template has by its lanes and phases.
fn parts(page: &Page) -> Vec<PagePart> {
    let lanes: Vec<LaneId> = page.lanes.iter().map(|lane| lane.id.clone()).collect();
    let phases: Vec<PhaseId> = page.phases.iter().map(|phase| phase.id.clone()).collect();
    let lane = |lane: &LaneId| PagePart { lane: Some(lane.clone()), ..PagePart::default() };
    let phase = |phase: &PhaseId| PagePart { phase: Some(phase.clone()), ..PagePart::default() };
    let mut parts: Vec<PagePart> = lanes.iter().map(lane).chain(phases.iter().map(phase)).collect();
    let some: BTreeSet<_> =
        page.steps_in_reading_order().iter().take(6).map(|step| step.id.clone()).collect();
    parts.push(PagePart { steps: Some(some), ..PagePart::default() });
    parts
}

#[test]
fn a_part_has_its_own_steps_and_no_line_leads_out_of_it() {
    let (mut stubs, mut whole) = (0, 0);
    for template in template::TEMPLATES {
        let document = pipeline::open_template(&template).expect("a template");
        for page in &document.pages {
            for part in parts(page) {
                let Some(cut) = part.of(page, pipeline::fonts()) else { continue };
                let expected: BTreeSet<_> = page
                    .steps
                    .values()
                    .filter(|step| part.lane.as_ref().is_none_or(|lane| step.lane == *lane))
                    .filter(|step| part.phase.is_none() || step.phase == part.phase)
                    .filter(|step| part.steps.as_ref().is_none_or(|steps| steps.contains(&step.id)))
                    .map(|step| &step.id)
                    .collect();
                assert_eq!(cut.steps.keys().collect::<BTreeSet<_>>(), expected, "{} {part:?}", template.id);
                let shift = |id| cut.steps[id].rect.center() - page.steps[id].rect.center();
                let mut shifts = cut.steps.keys().map(shift);
                let first = shifts.next();
                let is_one = first.is_none_or(|first| shifts.all(|by| (by - first).hypot() < 0.01));
                assert!(is_one, "what is kept moves as one: {} {part:?}", template.id);
                let grid = cut.grid().inset(0.1);
                let ends_on_steps = |of: &&Arc<Connector>| of.from.step().is_some() && of.to.step().is_some();
                for connector in cut.connectors.values().filter(ends_on_steps) {
                    let label = connector.route.as_ref().and_then(|route| route.label);
                    let is_inside = part.steps.is_none() || label.is_none_or(|label| grid.contains(label.at));
                    assert!(is_inside, "{} {part:?} {}", template.id, connector.id);
                }
                for connector in cut.connectors.values() {
                    let line = shape::polyline(&cut, connector).expect("a line");
                    assert!(line.is_orthogonal(), "{} {part:?} {}", template.id, connector.id);
                    let is_inside = line.points.iter().all(|at| grid.contains(*at));
                    let is_stub = connector.from.step().is_none() || connector.to.step().is_none();
                    // A line between two steps may have to go round outside.
                    assert!(is_inside || !is_stub, "{} {part:?} {}: {line:?}", template.id, connector.id);
                    let original = &page.connectors[&connector.id];
                    for (own, before) in [(&connector.from, &original.from), (&connector.to, &original.to)] {
                        let is_kept = before.step().is_none_or(|id| cut.steps.contains_key(id));
                        assert_eq!(is_kept, own.step() == before.step(), "{}", connector.id);
                    }
                    stubs += usize::from(is_stub);
                    whole += usize::from(!is_stub);
                }
                cut_is_a_document(&document, &cut);
            }
        }
    }
    assert!(stubs > 100 && whole > 100, "{stubs} {whole}");
}

fn cut_is_a_document(document: &Document, cut: &Page) {
    let mut document = document.clone();
    document.pages = vec![cut.clone()];
    document.check().expect("a part is a page");
}

/// A line out of a part ends exactly at its border, at the side where it left.
#[test]
fn a_line_out_of_a_lane_ends_at_the_lane_s_border() {
    let document = document(1);
    let page = &document.pages[0];
    let lane = LaneId::parse("employee").expect("an id");
    let part = PagePart { lane: Some(lane.clone()), ..PagePart::default() };
    let cut = part.of(page, pipeline::fonts()).expect("the lane");
    assert_eq!(page.orientation, Orientation::Horizontal);
    assert_eq!((cut.lanes.len(), cut.lanes[0].id.clone()), (1, lane));
    let free = |end: &End| match end {
        End::Free(at) => Some(*at),
        End::Attached { .. } => None,
    };
    let ends: Vec<Point> =
        cut.connectors.values().flat_map(|of| [free(&of.from), free(&of.to)]).flatten().collect();
    assert!(ends.len() > 3);
    let breadth = cut.breadth();
    for end in ends {
        assert!(end.y.abs() < 0.02 || (end.y - breadth).abs() < 0.02, "{end:?} of {breadth}");
    }
}

/// Of a phase that has none of the steps, not even a sliver is seen.
#[test]
fn a_part_of_some_steps_ends_with_the_phases_that_hold_them() {
    let document = document(1);
    let page = &document.pages[0];
    for step in page.steps.values() {
        let part = PagePart { steps: Some(BTreeSet::from([step.id.clone()])), ..PagePart::default() };
        let cut = part.of(page, pipeline::fonts()).expect("the step");
        let (from, to) = page.orientation.span_along(step.rect);
        let holding = page.phase_bands().filter(|(_, start, end)| *start < to && *end > from).count();
        assert_eq!(cut.phases.len(), holding, "{}", step.id);
    }
}

/// A sliver of a phase into which a step reaches has no title that would hang out of the chart.
#[test]
fn a_sliver_of_a_phase_has_no_title() {
    let mut page = document(1).pages[0].clone();
    let step = page.steps_in_reading_order()[0].clone();
    let end = page.orientation.span_along(step.rect).1;
    page.phases[0] = Arc::new(Phase { size: end - 10.0, ..Phase::clone(&page.phases[0]) });
    let part = PagePart { steps: Some(BTreeSet::from([step.id.clone()])), ..PagePart::default() };
    let cut = part.of(&page, pipeline::fonts()).expect("the step");
    let titles: Vec<bool> = cut.phases.iter().map(|phase| phase.title.is_empty()).collect();
    assert_eq!(titles, [false, true]);
}

/// A publication of one format to a file.
fn publication(target: OutputTarget, pages: Pages) -> Publication {
    Publication {
        pages,
        crop: Crop::default(),
        drawings: vec![Drawing::usual(Format::Json)],
        lang: None,
        source_lang: UiLang::En.into(),
        target,
        replaces: false,
    }
}

#[test]
fn who_stops_it_is_told_what_was_written_and_nothing_more_is() {
    let desk = Desk::new();
    let pages = 40;
    let source = || vec![PublicationSource::Document("x.ron".into(), Arc::new(document(pages)))];
    let publication = publication(OutputTarget::File(desk.path("x.json")), Pages::All);
    let mut stop = |done: f64| if done < 0.2 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
    let mut written = Vec::new();
    let mut tell = |published| match published {
        Published::Made(Made::File(file)) => {
            written.push(file.file_name().expect("a name").to_string_lossy().into_owned());
        }
        other => panic!("{other:?}"),
    };
    assert!(publish(&publication, source(), &mut Progress::new(&mut stop), &mut tell).is_err());
    assert!(written.len() >= 8 && written.len() < pages, "{}", written.len());
    written.sort();
    assert_eq!(files(&desk, ".json"), written);
}

/// Runs the program with that many threads.
fn run_with_threads(desk: &Desk, threads: &str, args: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_laneway"));
    command.args(args).current_dir(desk.path(".")).env("LC_ALL", "en_US.UTF-8");
    command.env("XDG_STATE_HOME", desk.path(".state"));
    let output = command.env("RAYON_NUM_THREADS", threads).output().expect("the program runs");
    Ran {
        status: output.status.code().unwrap_or(-1),
        out: output.stdout,
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

#[test]
fn many_threads_make_and_say_what_one_does() {
    let mut said = Vec::new();
    for threads in ["1", "2", "7"] {
        let desk = Desk::new();
        let chart = template::TEMPLATES[0].source.as_bytes();
        desk.put("a.ron", chart);
        desk.put("broken.ron", &chart[..chart.len() / 2]);
        desk.put("three.ron", persist::to_ron(&document(3)).as_bytes());
        desk.put("flow.ron", b"flowchart LR\n a --> b\n");
        std::fs::create_dir(desk.path("out")).expect("a folder");
        let mut args = vec!["export"];
        for _ in 0..4 {
            args.extend(["a.ron", "broken.ron", "three.ron", "flow.ron", "missing.ron"]);
        }
        args.extend(["-o", "out", "--format", "svg,json", "--lang", "fr"]);
        let ran = run_with_threads(&desk, threads, &args);
        assert_eq!(ran.status, 4, "the same names come again: {}", ran.err);
        assert_eq!(ran.text().lines().count(), 2 + 6, "{}", ran.text());
        let entries = std::fs::read_dir(desk.path("out")).expect("a folder").flatten();
        let made: BTreeMap<_, _> =
            entries.map(|entry| (entry.file_name(), std::fs::read(entry.path()).expect("a file"))).collect();
        assert_eq!(made.len(), 8);
        said.push((ran.text(), ran.err, made));
    }
    assert!(said.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn a_number_means_that_page_and_a_title_every_page_that_has_it() {
    let mut document = document(4);
    document.pages[3].title = laneway::model::Text::new(document.language.clone(), "2");
    let pages = |name: &str| Pages::Named(name.to_owned()).of(&document).ok();
    assert_eq!(pages("2"), Some(vec![1]));
    let title = document.page_title(&document.pages[0], &document.language).to_owned();
    assert_eq!(pages(&title), Some(vec![0, 1, 2]));
    assert_eq!(pages("nothing"), None);
}
