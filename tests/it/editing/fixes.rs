//! Fixes: whatever offers to put something right puts it right.

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use laneway::{
        edit::{Command, ConnectorCommand, Editor, NewStep, StepCommand},
        flow::Flows,
        geom::{Point, Rect, Vec2},
        locale::{Catalog, Lang, UiLang},
        model::{
            Bend, Branching, Connector, ConnectorId, ConnectorKind, Connectors, Document, End, Fit,
            LabelPlace, Outcome, Page, PhaseId, Step, StepId, StepKind, Text,
        },
        pipeline, template,
        validate::{Code, Diagnostic, Fix, Repairs, Target},
    };

    const PROCESS: StepKind = StepKind::Process;
    const END: StepKind = StepKind::End(Outcome::Solved);
    const DECISION: StepKind = StepKind::Decision(Branching::Plain);

    /// A chart that is made by commands, so that it is sound, and then damaged.
    struct Chart {
        document: Document,
        count: u32,
    }

    fn id(name: &str) -> StepId {
        StepId::mint(name, 0)
    }

    fn way(from: &str, to: &str) -> ConnectorId {
        ConnectorId::mint(&format!("{from}--{to}"), 0)
    }

    fn both(text: &str) -> Text {
        let mut both = Text::new(UiLang::En.into(), text);
        both.set(UiLang::Es.into(), text);
        both
    }

    impl Chart {
        fn blank() -> Self {
            let template = &template::BLANK;
            let mut blank = Self { document: pipeline::open_template(template).expect("it opens"), count: 0 };
            blank.page().steps.clear();
            blank.page().connectors = Connectors::new();
            blank
        }

        /// start → ask → known? ─Yes→ solved, ─No→ refused, in the first two lanes.
        fn clean() -> Self {
            let mut chart = Self::blank();
            chart.step("start", StepKind::Start, 100.0, 60.0);
            chart.step("ask", PROCESS, 300.0, 60.0);
            chart.step("known", DECISION, 520.0, 60.0);
            chart.step("solved", END, 760.0, 60.0);
            chart.step("refused", END, 520.0, 200.0);
            chart.join("start", "ask", "");
            chart.join("ask", "known", "");
            chart.join("known", "solved", "Yes");
            chart.join("known", "refused", "No");
            chart
        }

        fn run(&mut self, command: &Command) {
            let mut editor = Editor::new(self.document.clone(), pipeline::fonts(), true);
            editor.run(command).unwrap_or_else(|refusal| panic!("{refusal}: {command:?}"));
            self.document = Document::clone(editor.document());
        }

        fn step(&mut self, name: &str, kind: StepKind, x: f64, y: f64) {
            let step = NewStep { id: id(name), kind, at: Point::new(x, y), text: both(name) };
            self.run(&Command::Step(StepCommand::Create { step, onto: None }));
        }

        fn join(&mut self, from: &str, to: &str, label: &str) {
            let end = |name: &str| End::Attached { step: id(name), port: None };
            let label = if label.is_empty() { Text::EMPTY } else { both(label) };
            self.run(&Command::Connector(ConnectorCommand::Create {
                id: way(from, to),
                from: end(from),
                to: end(to),
                kind: ConnectorKind::Sequence,
                label,
            }));
        }

        fn page(&mut self) -> &mut Page {
            &mut self.document.pages[0]
        }

        fn step_mut(&mut self, name: &str) -> &mut Step {
            Arc::make_mut(self.page().steps.get_mut(&id(name)).expect("a step"))
        }

        fn way(&mut self, from: &str, to: &str) -> Arc<Connector> {
            Arc::clone(&self.page().connectors[&way(from, to)])
        }

        fn change_way(&mut self, from: &str, to: &str, change: impl FnOnce(&mut Connector)) {
            self.page().connectors.update(&way(from, to), change).expect("a connector");
        }

        fn cut(&mut self, from: &str, to: &str) {
            self.page().connectors.remove(&way(from, to));
        }

        fn found(&self) -> Vec<Diagnostic> {
            assert_eq!(self.document.check(), Ok(()));
            pipeline::diagnose(&self.document, &Flows::new(&self.document), Catalog::of(UiLang::En))
        }

        fn fixes_of(&mut self, problem: &Diagnostic) -> Vec<Fix> {
            let count = &mut self.count;
            let mut mint = || {
                *count += 1;
                *count
            };
            let page = &self.document.pages[0];
            let flow = Flows::new(&self.document).of_page(&self.document, page);
            Repairs::new(&self.document, page, flow).fixes(problem, &mut mint)
        }

        /// Asserts that `code` is found, and that each of the fixes `keys` makes it go.
        #[track_caller]
        fn is_fixed(&mut self, code: Code, keys: &[&str]) {
            let found = self.found();
            let problem = found.iter().find(|found| found.code == code);
            let problem = problem.unwrap_or_else(|| panic!("{code:?} is not found in {found:?}")).clone();
            let fixes = self.fixes_of(&problem);
            assert_eq!(fixes.iter().map(|fix| fix.key).collect::<Vec<_>>(), keys);
            for fix in fixes {
                let proposed = fix.proposals.iter().map(|proposal| &proposal.command);
                for command in std::iter::once(&fix.command).chain(proposed) {
                    let mut fixed = Self { document: self.document.clone(), count: self.count };
                    fixed.run(command);
                    let same = |left: &&Diagnostic| left.code == code && left.target == problem.target;
                    let left = fixed.found();
                    assert_eq!(left.iter().find(same), None, "{} leaves it", fix.key);
                }
            }
        }
    }

    #[test]
    fn the_chart_is_sound() {
        let of_note = |found: &Diagnostic| {
            !matches!(found.code, Code::NoShares | Code::EmptyLane | Code::MissingGoal | Code::MissingTime)
        };
        let found = Chart::clean().found();
        assert!(!found.iter().any(of_note), "{found:?}");
    }

    #[test]
    fn a_dead_end_is_connected_or_ended() {
        let mut chart = Chart::clean();
        chart.cut("ask", "known");
        chart.is_fixed(Code::DeadEnd, &["fix-connect-next", "fix-add-end"]);
        let mut alone = Chart::blank();
        alone.step("start", StepKind::Start, 100.0, 60.0);
        alone.is_fixed(Code::DeadEnd, &["fix-add-end"]);
    }

    /// What a fix proposes, the likeliest first.
    fn proposed(chart: &mut Chart, code: Code, key: &str) -> Vec<StepId> {
        let problem = chart.found().into_iter().find(|found| found.code == code).expect("a problem");
        let fix = chart.fixes_of(&problem).into_iter().find(|fix| fix.key == key).expect("the fix");
        fix.proposals.into_iter().flat_map(|proposal| proposal.steps).map(|of| of.step).collect()
    }

    #[test]
    fn the_likeliest_next_step_is_one_that_nothing_leads_to() {
        let mut chart = Chart::clean();
        chart.cut("ask", "known");
        assert_eq!(proposed(&mut chart, Code::DeadEnd, "fix-connect-next").first(), Some(&id("known")));
    }

    #[test]
    fn a_branch_is_led_to_where_the_others_come_together_and_not_into_the_nearest_one() {
        let mut chart = Chart::blank();
        for (name, kind, x, y) in [
            ("start", StepKind::Start, 100.0, 60.0),
            ("known", DECISION, 300.0, 60.0),
            ("answer", PROCESS, 500.0, 60.0),
            ("research", PROCESS, 520.0, 200.0),
            ("confirm", PROCESS, 760.0, 200.0),
            ("end", END, 960.0, 200.0),
        ] {
            chart.step(name, kind, x, y);
        }
        for (from, to, label) in [
            ("start", "known", ""),
            ("known", "answer", "Yes"),
            ("known", "research", "No"),
            ("research", "confirm", ""),
            ("confirm", "end", ""),
        ] {
            chart.join(from, to, label);
        }
        // Beside it stands a step of the other branch.
        let all = proposed(&mut chart, Code::DeadEnd, "fix-connect-next");
        assert_eq!(all[..2], [id("confirm"), id("end")]);
        assert!(all.iter().position(|step| *step == id("research")) > Some(1), "{all:?}");
        assert_eq!(all.last(), Some(&id("known")), "back is what is likely least");
        chart.is_fixed(Code::DeadEnd, &["fix-connect-next", "fix-add-end"]);
        // Of two that are as likely, the one that is about the same.
        chart.step_mut("answer").text = both("Answer to the end");
        chart.step_mut("end").text = both("The end: answered, answer kept");
        assert_eq!(proposed(&mut chart, Code::DeadEnd, "fix-connect-next")[0], id("end"));
    }

    #[test]
    fn what_is_never_reached_is_connected() {
        let mut chart = Chart::clean();
        chart.cut("known", "refused");
        chart.is_fixed(Code::Unreachable, &["fix-connect-previous"]);
    }

    #[test]
    fn branches_are_labelled_in_every_language() {
        let mut chart = Chart::clean();
        chart.change_way("known", "solved", |it| it.label = Text::EMPTY);
        chart.change_way("known", "refused", |it| it.label = Text::EMPTY);
        chart.is_fixed(Code::UnlabelledBranch, &["fix-label-branches"]);
        let problem =
            chart.found().into_iter().find(|found| found.code == Code::UnlabelledBranch).expect("one");
        let fix = chart.fixes_of(&problem).remove(0);
        assert_eq!(fix.proposals.len(), 2, "which branch is Yes is a guess");
        chart.run(&fix.command);
        let label = |chart: &mut Chart, to: &str, lang: UiLang| {
            chart.way("known", to).label.exactly(&Lang::from(lang)).map(str::to_owned)
        };
        assert_eq!(label(&mut chart, "solved", UiLang::Es).as_deref(), Some("Sí"));
        assert_eq!(label(&mut chart, "refused", UiLang::En).as_deref(), Some("No"));
        chart.change_way("known", "solved", |it| it.label = Text::EMPTY);
        chart.is_fixed(Code::UnlabelledBranch, &["fix-label-branches"]);
    }

    #[test]
    fn what_a_merge_left_is_kept_or_taken() {
        for (key, value, fixes) in [
            ("merge: text en", "Call", &["fix-remove-marks", "fix-take-theirs"][..]),
            ("merge: goal en", "", &["fix-remove-marks", "fix-take-theirs"]),
            ("merge: property form", "B 2", &["fix-remove-marks", "fix-take-theirs"]),
            ("merge: removed", "by-them", &["fix-remove-marks", "fix-take-removal"]),
            // What somebody wrote there by hand.
            ("merge: lane", "“Employee”", &["fix-remove-marks"]),
            // A lane that went since.
            ("merge: lane", "Lane(\"gone\")", &["fix-remove-marks"]),
        ] {
            let mut chart = Chart::clean();
            chart.step_mut("ask").properties.insert(key.to_owned(), value.to_owned());
            chart.is_fixed(Code::MergeConflict, fixes);
        }
        let mut chart = Chart::clean();
        chart.document.properties.insert("merge: title en".to_owned(), "Returns".to_owned());
        chart.is_fixed(Code::MergeConflict, &["fix-remove-marks", "fix-take-theirs"]);
    }

    #[test]
    fn shares_are_made_whole() {
        for (yes, no, code) in [
            (None, None, Code::NoShares),
            (Some(60.0), None, Code::ShareMissing),
            (Some(60.0), Some(30.0), Code::SharesNotWhole),
        ] {
            let mut chart = Chart::clean();
            chart.change_way("known", "solved", |it| it.share = yes);
            chart.change_way("known", "refused", |it| it.share = no);
            chart.is_fixed(code, &["fix-even-shares"]);
        }
    }

    #[test]
    fn a_decision_with_one_branch_becomes_a_step() {
        let mut chart = Chart::clean();
        chart.cut("known", "refused");
        chart.is_fixed(Code::TooFewBranches, &["fix-make-process"]);
    }

    #[test]
    fn ends_and_starts_are_kept() {
        let mut chart = Chart::clean();
        chart.step("after", PROCESS, 760.0, 200.0);
        chart.join("after", "refused", "");
        chart.step_mut("after").kind = END;
        chart.is_fixed(Code::EndWithOutgoing, &["fix-delete-outgoing"]);
        let mut chart = Chart::clean();
        chart.step("again", PROCESS, 760.0, 200.0);
        chart.join("again", "ask", "");
        chart.change_way("again", "ask", |it| it.to = End::Attached { step: id("start"), port: None });
        chart.is_fixed(Code::StartWithIncoming, &["fix-past-start"]);
    }

    #[test]
    fn text_that_is_cut_off_gets_room() {
        let mut chart = Chart::clean();
        let ask = chart.step_mut("ask");
        ask.fit = Fit::Fixed;
        ask.text = both("A question that is much too long for such a small step to hold");
        ask.rect = Rect::from_center_size(ask.rect.center(), (60.0, 30.0));
        chart.is_fixed(Code::TextCutOff, &["fix-fit-text"]);
    }

    #[test]
    fn steps_are_put_into_lane_and_phase() {
        let mut chart = Chart::clean();
        let lane = chart.page().lanes[0].size;
        let ask = chart.step_mut("ask");
        ask.rect = Rect::from_center_size((300.0, lane - 8.0), ask.rect.size());
        chart.is_fixed(Code::OutsideLane, &["fix-into-lane"]);
        let mut chart = Chart::clean();
        let ask = chart.step_mut("ask");
        ask.rect = ask.rect + Vec2::new(-280.0, 40.0);
        chart.cut("start", "ask");
        chart.is_fixed(Code::OutsideLane, &["fix-into-lane"]);

        let mut chart = Chart::clean();
        let phases = ["first", "second"].map(|name| laneway::model::Phase {
            id: PhaseId::mint(name, 0),
            title: both(name),
            size: 400.0,
        });
        let ids = phases.clone().map(|phase| phase.id);
        chart.page().phases = phases.into_iter().map(Arc::new).collect();
        for name in ["start", "ask", "known", "solved", "refused"] {
            let step = chart.step_mut(name);
            step.phase = Some(ids[usize::from(step.rect.center().x > 400.0)].clone());
        }
        chart.step_mut("ask").rect = chart.step_mut("ask").rect + Vec2::new(60.0, 0.0);
        chart.is_fixed(Code::OutsidePhase, &["fix-into-phase"]);
    }

    #[test]
    fn lines_are_found_anew() {
        let bend = |x: f64, y: f64| Bend { at: Point::new(x, y), pinned: true };
        let mut chart = Chart::clean();
        let bends = vec![bend(560.0, 120.0), bend(600.0, 130.0)];
        chart.change_way("known", "refused", |it| it.route.as_mut().expect("a route").bends = bends);
        chart.is_fixed(Code::NotOrthogonal, &["fix-tidy"]);

        let mut chart = Chart::clean();
        chart.change_way("known", "refused", |it| it.route = None);
        chart.is_fixed(Code::NotRouted, &["fix-tidy"]);
    }

    #[test]
    fn labels_are_placed_again() {
        let put = |chart: &mut Chart, at: Point| {
            let label = Some(LabelPlace { at, pinned: true });
            chart.change_way("known", "solved", |it| it.route.as_mut().expect("a route").label = label);
        };
        let mut chart = Chart::clean();
        let step = chart.step_mut("ask").rect;
        put(&mut chart, step.center());
        chart.is_fixed(Code::LabelOnStep, &["fix-place-label"]);
        let line = [chart.step_mut("start").rect, step];
        put(&mut chart, Point::new(f64::midpoint(line[0].x1, line[1].x0), step.center().y));
        chart.is_fixed(Code::LabelOnLine, &["fix-place-label"]);
        let other = chart.way("known", "refused").route.as_ref().and_then(|route| route.label);
        put(&mut chart, other.expect("a label").at);
        chart.is_fixed(Code::LabelOnLabel, &["fix-place-label"]);
    }

    #[test]
    fn connectors_to_nothing_go() {
        let mut chart = Chart::clean();
        chart.step("lost", PROCESS, 900.0, 200.0);
        chart.run(&Command::Connector(ConnectorCommand::Create {
            id: way("lost", "nothing"),
            from: End::Attached { step: id("lost"), port: None },
            to: End::Free(Point::new(1100.0, 200.0)),
            kind: ConnectorKind::Sequence,
            label: Text::EMPTY,
        }));
        chart.is_fixed(Code::FreeEnd, &["fix-delete-connector"]);
        chart.change_way("lost", "nothing", |it| it.to = End::Attached { step: id("lost"), port: None });
        chart.is_fixed(Code::SelfLoop, &["fix-delete-connector"]);
    }

    #[test]
    fn an_empty_lane_is_deleted_but_not_the_last() {
        let mut chart = Chart::clean();
        chart.is_fixed(Code::EmptyLane, &["fix-delete-lane"]);
        let mut last = Chart::blank();
        last.page().lanes.truncate(1);
        let problem = last.found().into_iter().find(|found| found.code == Code::EmptyLane).expect("one");
        assert_eq!(last.fixes_of(&problem), []);
    }

    /// What was found of an older state of the document offers nothing that cannot be done.
    #[test]
    fn what_is_gone_has_no_fix() {
        let mut chart = Chart::clean();
        chart.cut("ask", "known");
        let found = chart.found();
        chart.page().steps.clear();
        chart.page().connectors = Connectors::new();
        for problem in found.iter().filter(|problem| !matches!(problem.target, Target::Lane(_))) {
            assert_eq!(chart.fixes_of(problem), [], "{problem:?}");
        }
    }
}
