//! Lines as a person sees them: laid out with everything, and routed anew one by one while something is dragged.

use std::{collections::BTreeSet, sync::Arc};

use laneway::{
    arrange::{self, LayoutOptions, Routed},
    geom::{Point, Vec2},
    layout::Spacing,
    model::{ConnectorId, Document, End, Page},
    pipeline, shape,
    template::TEMPLATES,
};

use crate::run::Desk;

fn documents() -> impl Iterator<Item = (&'static str, Document)> {
    TEMPLATES.iter().map(|template| (template.id, pipeline::open_template(template).expect(template.id)))
}

fn points(page: &Page, id: &ConnectorId) -> Vec<Point> {
    shape::polyline(page, &page.connectors[id]).expect("a line").points
}

/// Writes what the router found into the page.
fn take(page: &mut Page, found: impl IntoIterator<Item = (ConnectorId, Routed)>) {
    for (id, routed) in found {
        page.connectors
            .update(&id, |connector| {
                for (end, chosen) in [(&mut connector.from, routed.from), (&mut connector.to, routed.to)] {
                    if let (End::Attached { port, .. }, Some(_)) = (end, chosen) {
                        *port = chosen;
                    }
                }
                connector.route = Some(routed.route);
            })
            .expect("a connector");
    }
}

/// How often the line of a connector bends, and how often it crosses others.
fn faults(page: &Page, id: &ConnectorId) -> usize {
    let own = points(page, id);
    let others = page.connectors.keys().filter(|other| *other != id);
    let crossings: usize = others.map(|other| crossings(&own, &points(page, other))).sum();
    own.len().saturating_sub(2) + crossings
}

fn crossings(a: &[Point], b: &[Point]) -> usize {
    let between = |low: f64, at: f64, high: f64| low.min(high) + 0.01 < at && at < low.max(high) - 0.01;
    let cross = |p: &[Point], q: &[Point]| {
        (between(p[0].x, q[0].x, p[1].x) && between(q[0].y, p[0].y, q[1].y))
            || (between(q[0].x, p[0].x, q[1].x) && between(p[0].y, q[0].y, p[1].y))
    };
    a.windows(2).map(|p| b.windows(2).filter(|q| cross(p, q)).count()).sum()
}

/// What is routed while a step is dragged is as good as when all lines are routed together.
#[test]
fn a_line_that_is_routed_alone_is_as_good_as_among_all() {
    let fonts = pipeline::fonts();
    let (mut together, mut alone) = (0, 0);
    for (_, document) in documents() {
        for mut page in document.pages {
            let all: BTreeSet<ConnectorId> = page.connectors.keys().cloned().collect();
            let found = arrange::reroute(&page, &all, fonts);
            take(&mut page, found);
            for id in &all {
                together += faults(&page, id);
                let mut other = page.clone();
                let found = arrange::reroute(&page, &BTreeSet::from([id.clone()]), fonts);
                take(&mut other, found);
                alone += faults(&other, id);
            }
        }
    }
    assert!(alone * 10 <= together * 11, "{alone} bends and crossings instead of {together}");
}

/// A step that is moved by a hair does not send its lines elsewhere.
#[test]
fn a_small_move_changes_few_lines_much() {
    let fonts = pipeline::fonts();
    let (mut lines, mut jumped) = (0, 0);
    for (_, document) in documents() {
        for page in document.pages {
            for id in page.steps.keys() {
                let touched: BTreeSet<ConnectorId> = page
                    .connectors
                    .values()
                    .filter(|line| [&line.from, &line.to].into_iter().any(|end| end.step() == Some(id)))
                    .map(|line| line.id.clone())
                    .collect();
                let mut before = page.clone();
                take(&mut before, arrange::reroute(&page, &touched, fonts));
                let mut after = page.clone();
                let step = Arc::make_mut(after.steps.get_mut(id).expect("a step"));
                step.rect = step.rect + Vec2::new(1.0, 1.0);
                let found = arrange::reroute(&after, &touched, fonts);
                take(&mut after, found);
                for line in &touched {
                    let length =
                        |page: &Page| points(page, line).windows(2).map(|p| p[0].distance(p[1])).sum::<f64>();
                    lines += 1;
                    jumped += usize::from((length(&before) - length(&after)).abs() > 40.0);
                }
            }
        }
    }
    assert!(jumped * 50 <= lines, "{jumped} of {lines} lines took another way");
}

#[test]
fn every_template_can_be_laid_out_either_way_without_findings() {
    let desk = Desk::new();
    for template in TEMPLATES {
        for (orientation, options) in
            [("Horizontal", &["--spacing", "compact"][..]), ("Vertical", &[]), ("Horizontal", &["--tidy"])]
        {
            let source = template.source.replacen(
                "id: \"page-1\",",
                &format!("id: \"page-1\",\norientation: {orientation},"),
                1,
            );
            desk.put("x.ron", source.as_bytes());
            let ran = desk.run(&[&["layout", "x.ron", "-o", "x.ron"], options].concat());
            assert_eq!((ran.status, ran.text().trim()), (0, "x.ron"), "{}: {}", template.id, ran.err);
            let findings = desk.run(&["check", "x.ron", "--json"]).json();
            let mut findings = findings.as_array().expect("a list").iter();
            assert!(findings.all(|finding| finding["code"] == "empty-lane"), "{} {orientation}", template.id);
        }
    }
}

#[test]
fn a_page_that_was_laid_out_stays_as_it_is_when_it_is_laid_out_again() {
    for (id, document) in documents() {
        for aspect in [None, Some(pipeline::Paper::Screen.aspect())] {
            let mut once = document.pages[0].clone();
            let options = LayoutOptions { aspect, ..LayoutOptions::default() };
            arrange::lay_out(&mut once, options, pipeline::fonts());
            let mut again = once.clone();
            arrange::lay_out(&mut again, options, pipeline::fonts());
            assert!(once == again, "{id} {aspect:?}");
        }
    }
}

/// Over all templates: with other gaps another arrangement may be the best one, so a single chart may turn out smaller.
#[test]
fn roomy_charts_are_larger_and_compact_ones_smaller() {
    let area = |spacing| {
        let options = LayoutOptions { spacing, ..LayoutOptions::default() };
        let pages = documents().flat_map(|(_, document)| document.pages);
        let areas = pages.map(|mut page| {
            arrange::lay_out(&mut page, options, pipeline::fonts());
            page.length() * page.breadth()
        });
        areas.sum::<f64>()
    };
    let [compact, normal, roomy] = [Spacing::Compact, Spacing::Normal, Spacing::Roomy].map(area);
    assert!(compact < normal && normal < roomy, "{compact} {normal} {roomy}");
}

#[test]
fn a_table_is_laid_out_with_a_report_and_a_bad_name_is_refused() {
    let desk = Desk::new();
    desk.put("calls.csv", b"ID,Description,Next,Function\n1,Call,2,Customer\n2,Answer,,Employee\n");
    let ran = desk.run(&[
        "layout",
        "calls.csv",
        "-o",
        "calls.json",
        "--report",
        "report.json",
        "--paper",
        "a4-landscape",
    ]);
    assert_eq!((ran.status, ran.text().trim()), (0, "calls.json"), "{}", ran.err);
    assert!(ran.err.contains("2 steps"), "{}", ran.err);
    let geometry: serde_json::Value = serde_json::from_slice(&desk.get("calls.json")).expect("JSON");
    assert_eq!(geometry["edges"].as_array().map(Vec::len), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&desk.get("report.json")).expect("JSON");
    assert!(report["totals"]["elements_in"].as_u64().is_some_and(|count| count > 0), "{report}");
    let ran = desk.run(&["layout", "calls.csv", "-o", "calls.docx"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("calls.docx"), "{}", ran.err);
}
