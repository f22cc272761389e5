//! What a merge left to be decided is decided by one click, for either side.

use std::sync::Arc;

use laneway::{
    edit::{
        Command, ConnectorCommand, Content, Editor, LaneCommand, Owner, PageCommand, PhaseCommand,
        PoolCommand, PoolPart, Selection, StepCommand, StylePart, TextOf,
    },
    flow::Flows,
    locale::{Catalog, Lang, UiLang},
    model::{
        Branching, Color, ConnectorEnd, ConnectorId, ConnectorKind, Detail, Document, End, Estimate, LaneId,
        LineJumps, Link, MergeMark, Page, PageId, PhaseId, PoolId, Role, StepId, StepKind, Text, ThemeName,
        Time,
    },
    pipeline,
    revise::Merged,
    validate::{Code, Diagnostic, Fix, Repairs},
};
use proptest::test_runner::TestRunner;

use super::{
    edit::template,
    merging::{edited, merged},
    undo_props::picks,
};
use crate::testing::cases;

const KEEP: &str = "fix-remove-marks";
const TAKE: &str = "fix-take-theirs";
const REMOVE: &str = "fix-take-removal";

fn run(document: &Document, page: &PageId, command: &Command) -> Document {
    let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
    editor.show_page(page);
    editor.run(command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
    assert_eq!(editor.document().check(), Ok(()));
    let settled = Document::clone(editor.document());
    assert!(editor.undo() && editor.document().as_ref() == document, "it is taken back at once");
    settled
}

/// What is left to be decided, with the ways to do that.
fn undecided(document: &Document) -> Vec<(Diagnostic, Vec<Fix>)> {
    let found = pipeline::diagnose(document, &Flows::new(document), Catalog::of(UiLang::En));
    let found = found.into_iter().filter(|found| found.code == Code::MergeConflict);
    let with_fixes = found.map(|found| {
        let page = document.page(&found.page).expect("its page");
        let flow = Flows::new(document).of_page(document, page);
        let fixes = Repairs::new(document, page, flow).fixes(&found, &mut || 7);
        (found, fixes)
    });
    with_fixes.collect()
}

/// The chart that both change: a page with pools around lanes, and one more.
fn base() -> Document {
    let document = template("live-chat");
    let page = document.pages[0].id.clone();
    let pool = |id: &str, lanes: [usize; 2]| {
        let lanes = lanes.map(|at| document.pages[0].lanes[at].id.clone()).into();
        Command::Pool(PoolCommand::Add { id: pool(id), lanes, title: words(id) })
    };
    let around = Command::Pool(PoolCommand::Add {
        id: self::pool("house"),
        lanes: document.pages[0].lanes[1..].iter().map(|lane| lane.id.clone()).collect(),
        title: words("house"),
    });
    let mut document = run(&document, &page, &Command::All(vec![around, pool("team", [1, 2])]));
    for (at, name) in ["second", "third", "fourth"].into_iter().enumerate() {
        let lanes = document.pages[0].lanes.iter().zip(0..);
        let lanes = lanes.map(|(_, n)| LaneId::mint(name, n)).collect();
        let pools = ["a", "b"].map(|of| self::pool(&format!("{name}-{of}"))).into();
        let id = PageId::parse(name).expect("an id");
        let add = PageCommand::Add { id, lanes, pools, at: at + 1, title: words(name) };
        document = run(&document, &page, &Command::Page(add));
    }
    document
}

fn pool(id: &str) -> PoolId {
    PoolId::parse(id).expect("an id")
}

fn words(text: &str) -> Text {
    Text::new(UiLang::En.into(), text)
}

fn page(document: &Document) -> &Page {
    &document.pages[0]
}

/// The ids that the cases speak of.
struct Ids {
    step: StepId,
    others: [StepId; 2],
    /// From a decision.
    line: ConnectorId,
    lanes: Vec<LaneId>,
    phases: Vec<PhaseId>,
    pages: Vec<PageId>,
}

impl Ids {
    fn of(document: &Document) -> Self {
        let of_process = |step: &&Arc<laneway::model::Step>| step.kind == StepKind::Process;
        let processes: Vec<StepId> =
            page(document).steps.values().filter(of_process).map(|step| step.id.clone()).collect();
        let branches = page(document).steps.values().find_map(|step| {
            let branches: Vec<_> = page(document).connectors.leaving(&step.id).collect();
            (step.kind.can_branch() && branches.iter().all(|branch| branch.share.is_some()))
                .then_some(branches)
        });
        let line = branches.expect("a decision")[0].clone();
        let free = |id: &&StepId| line.to.step() != Some(*id);
        let mut others = processes.iter().filter(free).skip(1).cloned();
        Self {
            step: processes[0].clone(),
            others: [(); 2].map(|()| others.next().expect("a step")),
            line: line.id.clone(),
            lanes: page(document).lanes.iter().map(|lane| lane.id.clone()).collect(),
            phases: page(document).phases.iter().map(|phase| phase.id.clone()).collect(),
            pages: document.pages.iter().map(|page| page.id.clone()).collect(),
        }
    }

    fn text(of: TextOf, text: &str) -> Command {
        Command::SetText { of, lang: UiLang::En.into(), text: text.to_owned() }
    }
}

/// Holds that what `ours` and `theirs` make of a field is decided either way.
#[track_caller]
fn is_settled<T: PartialEq + std::fmt::Debug>(
    field: &str,
    ours: &Command,
    theirs: &Command,
    read: impl Fn(&Document) -> T,
) {
    let base = base();
    let shown = base.pages[0].id.clone();
    let [ours, theirs] = [ours, theirs].map(|command| run(&base, &shown, command));
    let Merged { document, conflicts, .. } = merged(&base, &ours, &theirs);
    assert!(read(&document) == read(&ours), "{field}: ours stays");
    assert_ne!(read(&document), read(&theirs), "{field}");
    assert!(!conflicts.is_empty(), "{field}");
    let is_of_field = |mark: &MergeMark| mark.field == field;
    let found = undecided(&document);
    let found = found.iter().filter(|(found, _)| found.mark.as_ref().is_some_and(is_of_field));
    let (found, fixes) =
        found.collect::<Vec<_>>().first().copied().unwrap_or_else(|| panic!("{field}: {conflicts:?}"));
    assert_eq!(fixes.iter().map(|fix| fix.key).collect::<Vec<_>>(), [KEEP, TAKE], "{field}");
    for (fix, side) in fixes.iter().zip([&ours, &theirs]) {
        let settled = run(&document, &found.page, &fix.command);
        assert_eq!(read(&settled), read(side), "{field}: {}", fix.key);
        let left = undecided(&settled);
        assert!(
            left.iter().all(|(left, _)| left.mark != found.mark || left.target != found.target),
            "{field}: {}",
            fix.key
        );
    }
}

fn color(code: &str) -> Color {
    Color::parse(code).expect("a colour")
}

#[test]
fn fields_of_steps_are_decided_either_way() {
    let base = base();
    let ids = Ids::of(&base);
    let id = ids.step.clone();
    let steps = || [id.clone()].into();
    let of = |document: &Document| page(document).steps[&id].clone();
    let step = Command::Step;
    let lanes = [1, 2].map(|at| {
        let other = ids.lanes.iter().filter(|lane| **lane != of(&base).lane).nth(at).expect("a lane");
        step(StepCommand::PutInLane { steps: steps(), lane: other.clone() })
    });
    is_settled("lane", &lanes[0], &lanes[1], |document| of(document).lane.clone());
    let mut phases = ids.phases.iter().filter(|phase| Some(*phase) != of(&base).phase.as_ref());
    let phases = [(); 2].map(|()| {
        let phase = phases.next().expect("a phase").clone();
        step(StepCommand::PutInPhase { steps: steps(), phase })
    });
    is_settled("phase", &phases[0], &phases[1], |document| of(document).phase.clone());
    let none = step(StepCommand::LeavePhase { steps: steps() });
    is_settled("phase", &phases[0], &none, |document| of(document).phase.clone());
    let kinds = [StepKind::Subprocess, StepKind::Decision(Branching::Exclusive)]
        .map(|kind| step(StepCommand::SetKind { steps: steps(), kind }));
    is_settled("kind", &kinds[0], &kinds[1], |document| of(document).kind);
    let estimate = |usual| Some(Estimate { usual, best: Some(1.0), worst: None });
    let time = |time| step(StepCommand::SetTime { step: id.clone(), time });
    let now = of(&base).time;
    let handling = [41.0, 42.5].map(|usual| time(Time { handling: estimate(usual), ..now }));
    is_settled("handling-time", &handling[0], &handling[1], |document| of(document).time.handling);
    let waiting = [estimate(77.0), estimate(78.0)].map(|waiting| time(Time { waiting, ..now }));
    is_settled("waiting-time", &waiting[0], &waiting[1], |document| of(document).time.waiting);
    let target = [901.0, 902.0].map(|minutes| time(Time { target: Some(minutes), ..now }));
    is_settled("target-time", &target[0], &target[1], |document| of(document).time.target);
    let link = |link| step(StepCommand::SetLink { step: id.clone(), link });
    let address = || link(Some(Link::Address("https://example.org".to_owned())));
    for other in [Link::Step(ids.others[0].clone()), Link::Page(ids.pages[1].clone())] {
        is_settled("link", &address(), &link(Some(other)), |document| of(document).link.clone());
    }
    for text in ["Write", ""] {
        let [ours, theirs] = ["Call", text].map(|text| Ids::text(TextOf::Step(id.clone()), text));
        is_settled("text", &ours, &theirs, |document| of(document).text.clone());
    }
    let [ours, theirs] =
        ["Peace", "Calm"].map(|text| Ids::text(TextOf::Detail(id.clone(), Detail::Goal), text));
    is_settled("goal", &ours, &theirs, |document| of(document).details.goal.clone());
    let property = |value: &str| Command::SetProperty {
        of: Owner::Step(id.clone()),
        key: "form: number".to_owned(),
        value: Some(value.to_owned()),
    };
    is_settled("property", &property("A 1"), &property("B 2"), |document| {
        of(document).properties.get("form: number").cloned()
    });
    for (field, part) in
        [("fill", StylePart::Fill), ("line", StylePart::Line), ("text-color", StylePart::Text)]
    {
        let paint = |color| Command::SetStyle { of: Selection::step(id.clone()), part, color: Some(color) };
        is_settled(field, &paint(color("#102030")), &paint(color("#405060")), |document| of(document).style);
    }
}

#[test]
fn fields_of_connectors_are_decided_either_way() {
    let base = base();
    let ids = Ids::of(&base);
    let id = ids.line.clone();
    let of = |document: &Document| page(document).connectors.get(&id).expect("it is there").clone();
    let connect = Command::Connector;
    for (field, which) in [("from", ConnectorEnd::From), ("to", ConnectorEnd::To)] {
        let [ours, theirs] = ids.others.clone().map(|step| {
            let end = End::Attached { step, port: None };
            connect(ConnectorCommand::Reconnect { connector: id.clone(), which, end })
        });
        is_settled(field, &ours, &theirs, |document| {
            let line = of(document);
            let route = line.route.is_some();
            (line.from.step().cloned(), line.to.step().cloned(), route)
        });
    }
    let shares = [11.0, 12.0]
        .map(|share| connect(ConnectorCommand::SetShare { connector: id.clone(), share: Some(share) }));
    is_settled("share", &shares[0], &shares[1], |document| of(document).share);
    let kinds = [ConnectorKind::Message, ConnectorKind::Association]
        .map(|kind| connect(ConnectorCommand::SetKind { connectors: [id.clone()].into(), kind }));
    is_settled("kind", &kinds[0], &kinds[1], |document| of(document).kind);
    let [ours, theirs] = ["If so", "Then"].map(|text| Ids::text(TextOf::Connector(id.clone()), text));
    is_settled("label", &ours, &theirs, |document| of(document).label.clone());
    for (field, part) in [("line", StylePart::Line), ("text-color", StylePart::Text)] {
        let paint =
            |color| Command::SetStyle { of: Selection::connector(id.clone()), part, color: Some(color) };
        is_settled(field, &paint(color("#102030")), &paint(color("#405060")), |document| of(document).style);
    }
}

#[test]
fn fields_of_bands_are_decided_either_way() {
    let ids = Ids::of(&base());
    let lane = ids.lanes[1].clone();
    let of = |document: &Document| {
        let found = page(document).lanes.iter().find(|of| of.id == lane);
        found.expect("it is there").clone()
    };
    let [ours, theirs] = ["Agent", "Bot"].map(|text| Ids::text(TextOf::Lane(lane.clone()), text));
    is_settled("title", &ours, &theirs, |document| of(document).title.clone());
    let [ours, theirs] = [Role::Employee, Role::ProcessOwner]
        .map(|role| Command::Lane(LaneCommand::SetRole { lane: lane.clone(), role }));
    is_settled("role", &ours, &theirs, |document| of(document).role);
    let paint = |color| Command::SetStyle {
        of: Selection::lane(lane.clone()),
        part: StylePart::Fill,
        color: Some(color),
    };
    is_settled("fill", &paint(color("#102030")), &paint(color("#405060")), |document| {
        of(document).style.fill
    });
    let put_in = |part: &PoolPart, around: Option<&str>| {
        Command::Pool(PoolCommand::PutIn { part: part.clone(), pool: around.map(pool) })
    };
    let part = PoolPart::Lane(lane.clone());
    is_settled("pool", &put_in(&part, Some("house")), &put_in(&part, None), |document| {
        of(document).pool.clone()
    });
    let phase = ids.phases[0].clone();
    let [ours, theirs] = ["First", "Begin"].map(|text| Ids::text(TextOf::Phase(phase.clone()), text));
    is_settled("title", &ours, &theirs, |document| page(document).phases[0].title.clone());
    let [ours, theirs] = ["Crew", "Squad"].map(|text| Ids::text(TextOf::Pool(pool("team")), text));
    is_settled("title", &ours, &theirs, |document| page(document).pools[&pool("team")].title.clone());
}

#[test]
fn orders_are_decided_either_way() {
    let ids = Ids::of(&base());
    let [ours, theirs] =
        [0, 1].map(|to| Command::Phase(PhaseCommand::Move { phase: ids.phases[3].clone(), to }));
    is_settled("order", &ours, &theirs, |document| {
        page(document).phases.iter().map(|phase| phase.id.clone()).collect::<Vec<_>>()
    });
    let [ours, theirs] = [0, 1].map(|to| Command::Page(PageCommand::Move { page: ids.pages[3].clone(), to }));
    is_settled("order", &ours, &theirs, |document| {
        document.pages.iter().map(|page| page.id.clone()).collect::<Vec<_>>()
    });
    let [ours, theirs] = [0, 1].map(|to| Command::Lane(LaneCommand::Move { lane: ids.lanes[3].clone(), to }));
    is_settled("order", &ours, &theirs, |document| {
        page(document).lanes.iter().map(|lane| lane.id.clone()).collect::<Vec<_>>()
    });
}

#[test]
fn fields_of_page_and_document_are_decided_either_way() {
    let document = base();
    let ids = Ids::of(&document);
    let [ours, theirs] = ["Chat", "Talk"].map(|text| Ids::text(TextOf::Page(ids.pages[0].clone()), text));
    is_settled("title", &ours, &theirs, |document| page(document).title.clone());
    for (field, of) in [
        ("title", TextOf::Title),
        ("subtitle", TextOf::Subtitle),
        ("description", TextOf::Description),
        ("date", TextOf::Date),
        ("author", TextOf::Author),
    ] {
        let [ours, theirs] = ["One", "Two"].map(|text| Ids::text(of.clone(), text));
        let read = |document: &Document| of.find(document, page(document)).cloned();
        is_settled(field, &ours, &theirs, read);
    }
    let set = Command::Page;
    let [ours, theirs] =
        ["fr", "de"].map(|lang| set(PageCommand::SetLanguage(Lang::parse(lang).expect("a code"))));
    is_settled("language", &ours, &theirs, |document| document.language.clone());
    let [ours, theirs] =
        [ThemeName::BlackAndWhite, ThemeName::HighContrast].map(|theme| set(PageCommand::SetTheme(theme)));
    is_settled("theme", &ours, &theirs, |document| document.theme);
    let [ours, theirs] =
        [LineJumps::Gap, LineJumps::Plain].map(|jumps| set(PageCommand::SetLineJumps(jumps)));
    is_settled("line-jumps", &ours, &theirs, |document| document.line_jumps);
    let [ours, theirs] = ["2", "3"].map(|version| set(PageCommand::SetVersion(version.to_owned())));
    is_settled("version", &ours, &theirs, |document| document.title_block.version.clone());
    let property = |value: &str| Command::SetProperty {
        of: Owner::Document,
        key: "owner".to_owned(),
        value: Some(value.to_owned()),
    };
    is_settled("property", &property("A"), &property("B"), |document| {
        document.properties.get("owner").cloned()
    });
}

/// What one side removes and the other renames stays, whoever is ours, and goes when that is decided.
#[track_caller]
fn removal_is_settled(remove: &Command, edit: &Command, is_there: impl Fn(&Document) -> bool) {
    let base = base();
    let shown = base.pages[0].id.clone();
    let [without, edited] = [remove, edit].map(|command| run(&base, &shown, command));
    assert!(!is_there(&without));
    for (ours, theirs) in [(&without, &edited), (&edited, &without)] {
        let document = merged(&base, ours, theirs).document;
        assert!(is_there(&document));
        let found = undecided(&document);
        let (found, fixes) = found
            .iter()
            .find(|(found, _)| found.mark.as_ref().is_some_and(MergeMark::is_removal))
            .expect("a mark");
        assert_eq!(fixes.iter().map(|fix| fix.key).collect::<Vec<_>>(), [KEEP, REMOVE]);
        let [kept, removed] = [0, 1].map(|at| run(&document, &found.page, &fixes[at].command));
        assert!(is_there(&kept) && !is_there(&removed));
        for settled in [kept, removed] {
            let left = undecided(&settled);
            assert!(left.iter().all(|(left, _)| left.mark != found.mark || left.target != found.target));
        }
    }
}

#[test]
fn what_one_removed_and_the_other_changed_is_kept_or_goes() {
    let ids = Ids::of(&base());
    let step = ids.step.clone();
    let delete = |what| Command::Delete { what, heal: true };
    removal_is_settled(
        &delete(Selection::step(step.clone())),
        &Ids::text(TextOf::Step(step.clone()), "Call"),
        |document| page(document).steps.contains_key(&step),
    );
    let line = ids.line.clone();
    removal_is_settled(
        &delete(Selection::connector(line.clone())),
        &Ids::text(TextOf::Connector(line.clone()), "If so"),
        |document| page(document).connectors.contains_key(&line),
    );
    let lane = ids.lanes[2].clone();
    removal_is_settled(
        &Command::Lane(LaneCommand::Delete {
            lane: lane.clone(),
            content: Content::MoveTo(ids.lanes[1].clone()),
        }),
        &Ids::text(TextOf::Lane(lane.clone()), "Experts"),
        |document| page(document).lanes.iter().any(|of| of.id == lane),
    );
    removal_is_settled(
        &Command::Pool(PoolCommand::Dissolve { pool: pool("house") }),
        &Ids::text(TextOf::Pool(pool("house")), "Company"),
        |document| page(document).pools.contains_key(&pool("house")),
    );
    let phase = ids.phases[1].clone();
    removal_is_settled(
        &Command::Phase(PhaseCommand::Delete { phase: phase.clone(), content: None }),
        &Ids::text(TextOf::Phase(phase.clone()), "Middle"),
        |document| page(document).phases.iter().any(|of| of.id == phase),
    );
    let second = ids.pages[1].clone();
    removal_is_settled(
        &Command::Page(PageCommand::Delete { page: second.clone() }),
        &Ids::text(TextOf::Page(second.clone()), "Annex"),
        |document| document.page(&second).is_some(),
    );
}

#[test]
fn a_step_that_one_removed_and_the_other_changed_keeps_its_connectors() {
    let base = base();
    let shown = base.pages[0].id.clone();
    let step = page(&base).steps.values().find(|step| {
        let lines: Vec<_> = page(&base).connectors.touching(&step.id).collect();
        step.kind == StepKind::Process && lines.len() == 2
    });
    let step = step.expect("a step in a chain").id.clone();
    let ends = |document: &Document| {
        let lines = page(document).connectors.touching(&step);
        let ends = lines.map(|line| (line.id.clone(), line.from.step().cloned(), line.to.step().cloned()));
        ends.collect::<std::collections::BTreeSet<_>>()
    };
    for heal in [false, true] {
        let what = Selection::step(step.clone());
        let without = run(&base, &shown, &Command::Delete { what: what.clone(), heal });
        let edited = run(&base, &shown, &Ids::text(TextOf::Step(step.clone()), "Call"));
        for (ours, theirs) in [(&without, &edited), (&edited, &without)] {
            let Merged { document, conflicts, .. } = merged(&base, ours, theirs);
            assert_eq!(ends(&document), ends(&base), "{conflicts:?}");
            let [(found, fixes)] = &undecided(&document)[..] else { panic!("{conflicts:?}") };
            let removed = run(&document, &found.page, &fixes[1].command);
            // As a person does it by hand.
            let by_hand = run(&base, &shown, &Command::Delete { what: what.clone(), heal: true });
            let lines = |document: &Document| {
                let lines = page(document).connectors.values();
                lines.map(|line| (line.from.step().cloned(), line.to.step().cloned())).collect::<Vec<_>>()
            };
            assert_eq!(lines(&removed), lines(&by_hand));
        }
    }
}

#[test]
fn a_connector_whose_other_step_was_removed_as_well_is_told_and_does_not_come_back() {
    let base = base();
    let shown = base.pages[0].id.clone();
    let lines = page(&base).connectors.values();
    let mut inner = lines.filter_map(|line| Some((line.id.clone(), line.from.step()?, line.to.step()?)));
    let (line, from, to) = inner.next().expect("a line");
    let what = Selection::steps([from.clone(), to.clone()]);
    let without = run(&base, &shown, &Command::Delete { what, heal: false });
    let edited = run(&base, &shown, &Ids::text(TextOf::Step(from.clone()), "Call"));
    let Merged { document, conflicts, .. } = merged(&base, &edited, &without);
    assert!(page(&document).steps.contains_key(from) && !page(&document).steps.contains_key(to));
    let of_line: Vec<_> = conflicts.iter().filter(|of| of.record.as_str() == Some(line.as_str())).collect();
    assert_eq!(of_line.len(), 1, "{conflicts:?}");
    assert!(undecided(&document).iter().all(|(_, fixes)| fixes.len() == 2));
}

#[test]
fn whatever_is_marked_can_be_decided_either_way() {
    let base = template("customer-service-process");
    TestRunner::new(cases(24))
        .run(&(picks(9), picks(9)), |(ours, theirs)| {
            let (ours, theirs) = (edited(&base, &ours, 1000), edited(&base, &theirs, 2000));
            let document = merged(&base, &ours, &theirs).document;
            for (found, fixes) in undecided(&document) {
                assert_eq!(fixes.len(), 2, "{found:?}");
                for fix in fixes {
                    let settled = run(&document, &found.page, &fix.command);
                    let is_same = |left: &Diagnostic| left.mark == found.mark && left.target == found.target;
                    assert!(!undecided(&settled).iter().any(|(left, _)| is_same(left)), "{found:?}");
                }
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}
