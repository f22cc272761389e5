//! Tests of the router through its public face.

use std::ops::ControlFlow;

use kurbo::{Point, Rect, Size};
use proptest::prelude::*;

use crate::geom::Side;
use crate::progress::{Progress, Stopped};
use crate::route::{
    Barrier, Connection, FoundRoute, ObstacleIx, PortOption, RouteRequest, RouteSettings, Terminal,
};
use crate::route::{route, route_watched};
use crate::{
    geom::Orientation,
    route::lines::seg::{Seg, pairs, segs},
};

fn step(x: f64, y: f64) -> Rect {
    Rect::from_center_size((x, y), (136.0, 54.0))
}

fn port(rect: Rect, side: Side, share: f64, cost: f64) -> PortOption {
    let point = match side {
        Side::Top => Point::new(rect.x0 + share * rect.width(), rect.y0),
        Side::Bottom => Point::new(rect.x0 + share * rect.width(), rect.y1),
        Side::Left => Point::new(rect.x0, rect.y0 + share * rect.height()),
        Side::Right => Point::new(rect.x1, rect.y0 + share * rect.height()),
    };
    PortOption { side, point, cost }
}

fn at(request: &RouteRequest, ix: usize, sides: &[Side]) -> Terminal {
    let rect = request.obstacles[ix];
    let ports = sides.iter().map(|side| port(rect, *side, 0.5, 0.0));
    Terminal::Ports { obstacle: ObstacleIx(ix), ports: ports.collect() }
}

fn connection(from: Terminal, to: Terminal) -> Connection {
    Connection { from, to, via: Vec::new(), label: None, label_at: None, fixed: None, label_near_start: true }
}

fn scene(obstacles: Vec<Rect>) -> RouteRequest {
    RouteRequest {
        flow: Orientation::Horizontal,
        obstacles,
        barriers: Vec::new(),
        bounds: Rect::new(-500.0, -500.0, 2000.0, 2000.0),
        connections: Vec::new(),
        settings: RouteSettings::default(),
    }
}

/// Routes one connector from step 0 to step 1, any side.
fn link(obstacles: Vec<Rect>) -> FoundRoute {
    let mut request = scene(obstacles);
    request.connections = vec![connection(at(&request, 0, &Side::ALL), at(&request, 1, &Side::ALL))];
    route(&request).remove(0)
}

fn is_upright(route: &FoundRoute) -> bool {
    route.points.len() >= 2 && pairs(&route.points).all(|(a, b)| Seg::between(a, b).is_some())
}

/// `[0] ──▶ [1]`
#[test]
fn facing_ports_are_joined_by_a_straight_line() {
    let route = link(vec![step(100.0, 100.0), step(260.0, 100.0)]);
    assert_eq!(route.points, [Point::new(168.0, 100.0), Point::new(192.0, 100.0)]);
    assert_eq!(route.from_side, Some(Side::Right));
    assert_eq!(route.to_side, Some(Side::Left));
    assert!(route.clear);
}

/// ```text
/// [0] ──┐
///       ▼
///      [1]
/// ```
#[test]
fn one_bend_leads_to_the_top() {
    let mut request = scene(vec![step(100.0, 100.0), step(400.0, 300.0)]);
    let connections =
        vec![connection(at(&request, 0, &[Side::Right]), at(&request, 1, &[Side::Left, Side::Top]))];
    request.connections = connections;
    let route = route(&request).remove(0);
    assert_eq!(route.points, [(168.0, 100.0), (400.0, 100.0), (400.0, 273.0)].map(Point::from));
}

/// `[0] ─┐ [2] ┌─▶ [1]`, under or over step 2.
#[test]
fn a_line_goes_around_a_step_with_clearance() {
    let mut request = scene(vec![step(100.0, 100.0), step(500.0, 100.0), step(300.0, 100.0)]);
    let connections = vec![connection(at(&request, 0, &[Side::Right]), at(&request, 1, &[Side::Left]))];
    request.connections = connections;
    let route = route(&request).remove(0);
    assert!(route.clear && is_upright(&route));
    assert_eq!(route.points.len(), 6);
    let kept = request.obstacles[2].inflate(11.9, 11.9);
    assert!(segs(&route.points).iter().all(|seg| !seg.enters(kept)));
}

/// A return to the left leaves step 0 on the right and comes back under it.
#[test]
fn a_backward_line_does_not_cross_its_own_step() {
    let mut request = scene(vec![step(500.0, 100.0), step(100.0, 100.0)]);
    let connections = vec![connection(at(&request, 0, &[Side::Right]), at(&request, 1, &[Side::Left]))];
    request.connections = connections;
    let route = route(&request).remove(0);
    assert!(route.clear && is_upright(&route), "{:?}", route.points);
    for seg in segs(&route.points) {
        assert!(request.obstacles.iter().all(|step| !seg.enters(*step)));
    }
    let first = segs(&route.points)[0];
    assert!(first.len() >= 12.0);
}

#[test]
fn parallel_connectors_keep_their_spacing() {
    let mut request =
        scene(vec![step(100.0, 100.0), step(100.0, 200.0), step(308.0, 400.0), step(308.0, 500.0)]);
    let connections = [(0, 2), (1, 3), (0, 3)].map(|(a, b)| {
        let ports = |ix: usize, side| Terminal::Ports {
            obstacle: ObstacleIx(ix),
            ports: [0.25, 0.5, 0.75].map(|share| port(request.obstacles[ix], side, share, 0.0)).to_vec(),
        };
        connection(ports(a, Side::Right), ports(b, Side::Left))
    });
    request.connections = connections.to_vec();
    let routes = route(&request);
    for (place, a) in routes.iter().enumerate() {
        for b in routes.iter().skip(place + 1) {
            for (p, q) in segs(&a.points).iter().flat_map(|p| segs(&b.points).into_iter().map(|q| (*p, q))) {
                let beside = p.axis == q.axis && p.common(&q) > 0.0;
                assert!(!beside || (p.at - q.at).abs() > 9.99, "{p:?} {q:?}");
            }
        }
    }
}

#[test]
fn outgoing_lines_use_free_ports() {
    let mut request = scene(vec![step(100.0, 100.0), step(500.0, 0.0), step(500.0, 200.0)]);
    let connections = [1, 2].map(|to| {
        let rect = request.obstacles[0];
        let ports = [0.5, 0.25, 0.75].map(|share| port(rect, Side::Right, share, 0.0));
        let from = Terminal::Ports { obstacle: ObstacleIx(0), ports: ports.to_vec() };
        connection(from, at(&request, to, &[Side::Left]))
    });
    request.connections = connections.to_vec();
    let routes = route(&request);
    assert!(routes[0].points[0].distance(routes[1].points[0]) > 10.0);
}

#[test]
fn the_cheaper_side_is_used() {
    let mut request = scene(vec![step(100.0, 100.0), step(400.0, 300.0)]);
    let rect = request.obstacles[0];
    for wanted in Side::ALL {
        let ports = Side::ALL.map(|side| port(rect, side, 0.5, if side == wanted { 0.0 } else { 1000.0 }));
        let from = Terminal::Ports { obstacle: ObstacleIx(0), ports: ports.to_vec() };
        request.connections = vec![connection(from, at(&request, 1, &Side::ALL))];
        let route = route(&request).remove(0);
        assert_eq!(route.from_side, Some(wanted));
        assert!(route.clear && is_upright(&route));
    }
}

/// A label stands 3 from the corner and 6 above the line, or 7 right of a vertical line.
#[test]
fn branch_labels_stand_beside_the_start() {
    let mut request = scene(vec![step(100.0, 100.0), step(300.0, 100.0), step(100.0, 200.0)]);
    let connections = [(1, Side::Right, Side::Left), (2, Side::Bottom, Side::Top)];
    request.connections = connections
        .map(|(to, out, arrival)| Connection {
            label: Some(Size::new(20.0, 14.0)),
            ..connection(at(&request, 0, &[out]), at(&request, to, &[arrival]))
        })
        .to_vec();
    let routes = route(&request);
    assert_eq!(routes[0].label, Some(Rect::new(171.0, 80.0, 191.0, 94.0)));
    assert_eq!(routes[1].label, Some(Rect::new(107.0, 133.0, 127.0, 147.0)));
}

#[test]
fn labels_avoid_steps_and_lines() {
    // Step 2 stands where the first candidate would be, a kept line where the second would.
    let blocker = Rect::new(165.0, 40.0, 260.0, 90.0);
    let mut request = scene(vec![step(100.0, 100.0), step(500.0, 100.0), blocker]);
    let kept = [(150.0, 113.0), (250.0, 113.0)].map(Point::from);
    request.connections = vec![
        Connection {
            label: Some(Size::new(20.0, 14.0)),
            ..connection(at(&request, 0, &[Side::Right]), at(&request, 1, &[Side::Left]))
        },
        Connection {
            fixed: Some(kept.to_vec()),
            ..connection(Terminal::Free(kept[0]), Terminal::Free(kept[1]))
        },
    ];
    let routes = route(&request);
    let label = routes[0].label.unwrap();
    assert!(request.obstacles.iter().all(|o| o.intersect(label).area() <= 0.0));
    let mut lines = routes.iter().flat_map(|route| segs(&route.points));
    assert!(lines.all(|seg| !seg.enters(label)));
}

#[test]
fn labels_of_flows_sit_in_the_middle() {
    let mut request = scene(vec![step(100.0, 100.0), step(500.0, 100.0)]);
    request.connections = vec![Connection {
        label: Some(Size::new(40.0, 14.0)),
        label_near_start: false,
        ..connection(at(&request, 0, &[Side::Right]), at(&request, 1, &[Side::Left]))
    }];
    assert_eq!(route(&request)[0].label.map(|label| label.center()), Some(Point::new(300.0, 87.0)));
}

#[test]
fn via_points_are_passed_in_order() {
    let mut request = scene(vec![step(100.0, 100.0), step(500.0, 100.0)]);
    let via = [(250.0, 300.0), (400.0, 220.0)].map(Point::from);
    request.connections = vec![Connection {
        via: via.to_vec(),
        ..connection(at(&request, 0, &Side::ALL), at(&request, 1, &Side::ALL))
    }];
    let route = route(&request).remove(0);
    assert!(route.clear && is_upright(&route), "{:?}", route.points);
    let segs = segs(&route.points);
    let visit = |point: Point| segs.iter().position(|seg| seg.area().inflate(1e-6, 1e-6).contains(point));
    assert!(visit(via[0]).is_some() && visit(via[0]) < visit(via[1]));
}

#[test]
fn free_ends_are_joined_around_steps() {
    let mut request = scene(vec![step(250.0, 100.0)]);
    let ends = [(100.0, 100.0), (400.0, 110.0)].map(Point::from);
    request.connections = vec![connection(Terminal::Free(ends[0]), Terminal::Free(ends[1]))];
    let route = route(&request).remove(0);
    assert!(route.clear && is_upright(&route));
    assert_eq!(route.points.first(), Some(&ends[0]));
    assert_eq!(route.points.last(), Some(&ends[1]));
    assert_eq!(route.from_side, None);
}

#[test]
fn a_kept_route_is_returned_unchanged_and_seen_by_others() {
    let mut request = scene(vec![step(100.0, 100.0), step(500.0, 300.0)]);
    let kept = [(168.0, 100.0), (300.0, 100.0), (300.0, 300.0), (432.0, 300.0)].map(Point::from);
    let ends = (at(&request, 0, &[Side::Right]), at(&request, 1, &[Side::Left]));
    let sides = (at(&request, 0, &[Side::Bottom]), at(&request, 1, &[Side::Top]));
    request.connections = vec![
        Connection { fixed: Some(kept.to_vec()), ..connection(ends.0, ends.1) },
        connection(sides.0, sides.1),
    ];
    let routes = route(&request);
    assert_eq!(routes[0].points, kept);
    assert_eq!(routes[0].to_side, Some(Side::Left));
    for a in segs(&routes[0].points) {
        for b in segs(&routes[1].points) {
            let beside = a.axis == b.axis && a.common(&b) > 0.0;
            assert!(!beside || (a.at - b.at).abs() > 9.99);
        }
    }
}

#[test]
fn lines_do_not_run_along_barriers() {
    let mut request = scene(vec![step(100.0, 100.0), step(500.0, 100.0), step(300.0, 100.0)]);
    // A lane border exactly where the line would pass under step 2.
    request.barriers = vec![Barrier { a: Point::new(-500.0, 139.0), b: Point::new(2000.0, 139.0) }];
    request.connections =
        vec![connection(at(&request, 0, &[Side::Bottom]), at(&request, 1, &[Side::Bottom]))];
    let route = route(&request).remove(0);
    let run = segs(&route.points);
    let run = run.iter().find(|seg| seg.axis == Orientation::Horizontal).unwrap();
    assert!((run.at - 139.0).abs() > 11.9, "{run:?}");
}

#[test]
fn a_walled_in_step_is_left_through_a_wall_and_says_so() {
    let walls = [
        Rect::new(0.0, 0.0, 200.0, 20.0),
        Rect::new(0.0, 180.0, 200.0, 200.0),
        Rect::new(0.0, 0.0, 20.0, 200.0),
        Rect::new(180.0, 0.0, 200.0, 200.0),
    ];
    let mut obstacles = vec![Rect::new(70.0, 80.0, 130.0, 120.0), step(500.0, 100.0)];
    obstacles.extend(walls);
    let route = link(obstacles);
    assert!(!route.clear && is_upright(&route));
}

#[test]
fn odd_requests_do_not_panic() {
    let mut request = scene(Vec::new());
    assert!(route(&request).is_empty());
    let nowhere = Terminal::Ports { obstacle: ObstacleIx(7), ports: Vec::new() };
    let same = Point::new(5.0, 5.0);
    request.connections = vec![
        connection(nowhere.clone(), nowhere),
        connection(Terminal::Free(same), Terminal::Free(same)),
        Connection {
            fixed: Some(Vec::new()),
            label: Some(Size::new(20.0, 14.0)),
            ..connection(Terminal::Free(same), Terminal::Free(same))
        },
    ];
    assert_eq!(route(&request).len(), 3);
    assert!(route(&request).iter().take(2).all(|route| route.points.len() >= 2));
}

prop_compose! {
    /// Steps of various sizes in the cells of a grid, and connectors between them.
    fn charts()(
        cells in prop::collection::vec((any::<bool>(), 60.0..140.0_f64, 30.0..76.0_f64), 25),
        links in prop::collection::vec((0..25_usize, 0..25_usize), 1..14),
    ) -> RouteRequest {
        let rects = cells.iter().enumerate().filter(|(_, (used, ..))| *used);
        let rects = rects.map(|(ix, (_, width, height))| {
            let (col, row) = ((ix % 5) as f64, (ix / 5) as f64);
            Rect::from_center_size((col * 176.0, row * 108.0), (*width, *height))
        });
        let mut request = scene(rects.collect());
        let count = request.obstacles.len();
        let links = links.into_iter().filter(|_| count > 1).map(|(a, b)| (a % count, b % count));
        let connections = links.filter(|(a, b)| a != b).map(|(a, b)| {
            connection(at(&request, a, &Side::ALL), at(&request, b, &Side::ALL))
        });
        request.connections = connections.collect();
        request
    }
}

mod props {
    use super::*;
    use crate::testing::cases;

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn no_line_passes_a_step(request in charts()) {
            let routes = route(&request);
            prop_assert_eq!(&routes, &route(&request));
            for route in &routes {
                prop_assert!(is_upright(route), "{:?}", route.points);
                prop_assert!(route.clear, "{:?}", route.points);
                for seg in segs(&route.points) {
                    prop_assert!(request.obstacles.iter().all(|step| !seg.enters(*step)), "{:?}", seg);
                }
            }
        }
    }
}

/// ```text
/// [0] ◀────────
///  │
///  └─────▶ [1]
/// ```
#[test]
fn a_line_leaves_at_another_side_than_the_one_where_others_arrive() {
    let mut request = scene(vec![step(100.0, 100.0), step(400.0, 300.0)]);
    let rect = request.obstacles[0];
    let ports = |ports: Vec<PortOption>| Terminal::Ports { obstacle: ObstacleIx(0), ports };
    let leaving = ports(vec![port(rect, Side::Right, 0.75, 0.0), port(rect, Side::Bottom, 0.5, 30.0)]);
    let onward = connection(leaving, at(&request, 1, &[Side::Left, Side::Top]));
    request.connections = vec![onward];
    assert_eq!(route(&request)[0].from_side, Some(Side::Right));
    let arrival = port(rect, Side::Right, 0.25, 0.0);
    let far = Point::new(700.0, arrival.point.y);
    let fixed = Some(vec![far, arrival.point]);
    request.connections.push(Connection { fixed, ..connection(Terminal::Free(far), ports(vec![arrival])) });
    assert_eq!(route(&request)[0].from_side, Some(Side::Bottom));
}

/// ```text
///  ██████████████████
///     ●──────●             below is the only place for its label
///  ─┐  label         ┌─▶
///   └────────────────┘
/// ```
fn crowded() -> RouteRequest {
    let mut request = scene(vec![Rect::new(-200.0, -200.0, 300.0, -8.0)]);
    let ends = |a: (f64, f64), b: (f64, f64)| connection(Terminal::Free(a.into()), Terminal::Free(b.into()));
    let labelled = Connection {
        fixed: Some(vec![Point::new(0.0, 0.0), Point::new(60.0, 0.0)]),
        label: Some(Size::new(40.0, 14.0)),
        ..ends((0.0, 0.0), (60.0, 0.0))
    };
    request.connections = vec![labelled, ends((-150.0, 16.0), (250.0, 16.0))];
    request
}

#[test]
fn a_line_goes_round_a_label_that_has_no_other_place() {
    let routes = route(&crowded());
    let label = routes[0].label.unwrap();
    assert!(label.y0 > 0.0, "{label:?}");
    let line = segs(&routes[1].points);
    assert!(line.iter().all(|seg| !seg.enters(label.inflate(3.0, 3.0))), "{label:?} {:?}", routes[1].points);
}

#[test]
fn it_can_be_stopped_while_lines_go_round_labels() {
    let mut told = 0;
    let mut watcher = |done: f64| {
        told += usize::from(done > 0.97 && done < 1.0);
        if told > 1 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert_eq!(route_watched(&crowded(), &mut Progress::new(&mut watcher)), Err(Stopped));
}

/// ```text
///  ██████████      its only port is under the wall: the line comes there from the side, and not
///     ┌────┐       through its step and the whole wall
///     │ 0  │
///     └────┘
///       ●
/// ```
#[test]
fn a_port_under_a_wall_is_reached_from_the_side() {
    let rect = Rect::new(0.0, 0.0, 100.0, 50.0);
    let mut request = scene(vec![rect, Rect::new(-200.0, -300.0, 300.0, -1.0)]);
    let to = Terminal::Ports { obstacle: ObstacleIx(0), ports: vec![port(rect, Side::Top, 0.5, 0.0)] };
    request.connections = vec![connection(Terminal::Free(Point::new(50.0, 200.0)), to)];
    let route = route(&request).remove(0);
    let length: f64 = segs(&route.points).iter().map(Seg::len).sum();
    assert!(!route.clear && length < 500.0, "{:?}", route.points);
}

/// The steps lie on each other, so that the way to the second one has no room but back along itself.
#[test]
fn a_line_that_doubles_back_does_not_slant() {
    let mut request = scene(vec![Rect::new(230.0, 24.0, 412.0, 78.0), Rect::new(378.0, 24.0, 502.0, 62.0)]);
    request.bounds = Rect::new(8.0, 8.0, 1224.0, 595.0);
    let barrier = |a: (f64, f64), b: (f64, f64)| Barrier { a: a.into(), b: b.into() };
    request.barriers = vec![barrier((0.0, 123.0), (1232.0, 123.0))];
    let ends = || (at(&request, 0, &[Side::Right]), at(&request, 1, &Side::ALL));
    let kept = |line: &[(f64, f64)]| {
        let (from, to) = ends();
        let line = line.iter().copied().map(Point::from).collect();
        Connection { fixed: Some(line), ..connection(from, to) }
    };
    let (from, to) = ends();
    let others = [
        kept(&[(90.0, 24.0), (90.0, 8.0), (440.0, 8.0), (440.0, 24.0)]),
        kept(&[(256.0, 176.0), (256.0, 135.0), (440.0, 135.0), (440.0, 62.0)]),
    ];
    request.connections = [connection(from, to)].into_iter().chain(others).collect();
    let route = route(&request).remove(0);
    assert!(is_upright(&route), "{route:?}");
}
