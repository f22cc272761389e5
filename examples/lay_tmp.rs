use kurbo::{Point, Size};
use laneway::{geom::Side, layout::*};
use serde_json::{Value, json};
use std::time::Instant;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    for name in &args[1..] {
        let v: Value =
            serde_json::from_str(&std::fs::read_to_string(format!("/work/flows/{name}/flow.json")).unwrap())
                .unwrap();
        let nodes = v["nodes"].as_array().unwrap();
        let mut lane_ids: Vec<String> = vec![];
        let mut ids = std::collections::BTreeMap::new();
        let mut req = LayoutRequest { least_lane: 96.0, least_phase: 0.0, ..Default::default() };
        for (i, n) in nodes.iter().enumerate() {
            let l = n["lane"].as_str().unwrap().to_string();
            let k = lane_ids.iter().position(|x| *x == l).unwrap_or_else(|| {
                lane_ids.push(l);
                lane_ids.len() - 1
            });
            ids.insert(n["id"].as_str().unwrap().to_string(), i);
            let kind = n["kind"].as_str().unwrap();
            let size = Size::new(n["w"].as_f64().unwrap(), n["h"].as_f64().unwrap());
            let (a, b) = (size.width / 2.0, size.height / 2.0);
            req.steps.push(StepBox {
                size,
                room: Room { before: a, after: a, above: b, below: b },
                lane: LaneIx(k),
                phase: None,
                is_pointed: kind != "process",
                can_branch: kind == "decision",
                now: Point::ZERO,
            });
        }
        req.lanes = lane_ids.len();
        for e in v["edges"].as_array().unwrap() {
            let label = e["label"].as_str().unwrap_or("");
            req.links.push(Link {
                from: StepIx(ids[e["source"].as_str().unwrap()]),
                to: StepIx(ids[e["target"].as_str().unwrap()]),
                label: (!label.is_empty()).then(|| Size::new(6.5 * label.len() as f64 + 4.0, 16.0)),
            });
        }
        let plan = lay_out(&req);
        let mut times = vec![];
        for _ in 0..(if nodes.len() > 500 { 3 } else { 9 }) {
            let t = Instant::now();
            std::hint::black_box(lay_out(&req));
            times.push(t.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        let mut lanes = vec![];
        let mut y = 0.0;
        for (l, s) in &plan.lanes {
            lanes.push(json!({"id": lane_ids[l.0], "label": lane_ids[l.0], "x": 0.0, "y": y, "w": plan.length, "h": s}));
            y += s;
        }
        let rect = |i: usize| {
            let s = req.steps[i].size;
            kurbo::Rect::from_center_size(plan.steps[i], s)
        };
        let out = json!({"direction": "LR", "lanes": lanes,
          "nodes": nodes.iter().enumerate().map(|(i, n)| { let r = rect(i); json!({"id": n["id"], "lane": n["lane"], "kind": n["kind"], "label": n["label"], "x": r.x0, "y": r.y0, "w": r.width(), "h": r.height()}) }).collect::<Vec<_>>(),
          "edges": v["edges"].as_array().unwrap().iter().enumerate().map(|(i, e)| { let p = &plan.links[i]; let l = &req.links[i];
             let at = |e: Exit, s: usize| { let r = rect(s); match e.side { Side::Left | Side::Right => e.side.at(r, e.t), _ => e.side.at(r, e.t) } };
             let mut pts = vec![at(p.from, l.from.0)]; pts.extend(p.bends.iter().copied()); pts.push(at(p.to, l.to.0));
             let mut o = json!({"id": e["id"], "source": e["source"], "target": e["target"], "label": e["label"], "points": pts.iter().map(|p| [p.x, p.y]).collect::<Vec<_>>()});
             if let (Some(c), Some(s)) = (p.label, l.label) { o["lx"] = json!(c.x - s.width / 2.0); o["ly"] = json!(c.y - s.height / 2.0); o["lw"] = json!(s.width); o["lh"] = json!(s.height); }
             o }).collect::<Vec<_>>()});
        std::fs::write(format!("/work/flows/{name}/out.json"), out.to_string()).unwrap();
        eprintln!("{name}: {:.2} ms, {} x {}", times[times.len() / 2], plan.length, y);
    }
}
