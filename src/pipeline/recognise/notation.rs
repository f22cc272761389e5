//! Diagrams that people write as text.

use super::foreign::Foreign;

/// What `text` is; `None` where it is no diagram.
pub(super) fn recognise(text: &str) -> Option<Foreign> {
    let found = is_graphviz(text).then_some(Foreign::Graphviz);
    let found = found.or_else(|| is_mermaid(text).then_some(Foreign::Mermaid));
    let found = found.or_else(|| is_plant_uml(text).then_some(Foreign::PlantUml));
    let found = found.or_else(|| is_lucid(text).then_some(Foreign::Lucid));
    let found = found.or_else(|| is_d2(text).then_some(Foreign::D2));
    found.or_else(|| is_draw_io_table(text).then_some(Foreign::DrawIoTable))
}

/// The lines that say something, without the space around them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// `strict digraph name {`, after comments.
fn is_graphviz(text: &str) -> bool {
    let mut rest = text.trim_start();
    loop {
        let end = if rest.starts_with("/*") {
            rest.find("*/").map(|at| at + 2)
        } else if rest.starts_with("//") || rest.starts_with('#') {
            rest.find('\n')
        } else {
            break;
        };
        let Some(after) = end.and_then(|end| rest.get(end..)) else { return false };
        rest = after.trim_start();
    }
    let mut words = rest.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let kind = if first == "strict" { words.next().unwrap_or_default().to_lowercase() } else { first };
    let is_graph = ["graph", "digraph"].iter().any(|word| {
        kind.strip_prefix(word).is_some_and(|behind| behind.is_empty() || behind.starts_with('{'))
    });
    let before_body = rest.split('{').next().unwrap_or_default();
    is_graph && rest.contains('{') && !before_body.contains([';', ',', '\t', '|', '[', '-'])
}

/// A first line such as `flowchart TD`, after a title and comments; or a block of it in Markdown.
fn is_mermaid(text: &str) -> bool {
    let is_fence = |line: &str| line.trim_start_matches('`').trim().eq_ignore_ascii_case("mermaid");
    if lines(text).any(|line| line.starts_with("```") && is_fence(line)) {
        return true;
    }
    let mut body = lines(text).peekable();
    if body.next_if_eq(&"---").is_some() {
        // The title and the settings.
        body.by_ref().find(|line| *line == "---");
    }
    body.find(|line| !line.starts_with("%%")).is_some_and(begins_mermaid)
}

fn begins_mermaid(line: &str) -> bool {
    const KINDS: [&str; 14] = [
        "sequenceDiagram",
        "classDiagram",
        "stateDiagram",
        "stateDiagram-v2",
        "erDiagram",
        "journey",
        "gantt",
        "mindmap",
        "timeline",
        "gitGraph",
        "quadrantChart",
        "requirementDiagram",
        "C4Context",
        "kanban",
    ];
    const WAYS: [&str; 5] = ["TB", "TD", "BT", "LR", "RL"];
    let line = line.trim_end_matches(';');
    let mut words = line.split_whitespace();
    match (words.next(), words.next()) {
        (Some("flowchart" | "flowchart-elk" | "graph"), Some(way)) => {
            WAYS.contains(&way.split(';').next().unwrap_or_default())
        }
        (Some("flowchart" | "flowchart-elk"), None) => true,
        (Some(kind), None) => KINDS.contains(&kind),
        _ => false,
    }
}

fn is_plant_uml(text: &str) -> bool {
    lines(text).next().is_some_and(|line| line.starts_with("@start"))
}

/// The table that Lucidchart writes of a chart.
fn is_lucid(text: &str) -> bool {
    let first = lines(text).next().unwrap_or_default();
    ["Id", "Shape Library", "Contained By", "Line Source"].iter().all(|header| first.contains(header))
}

/// Comments before a table say how draw.io draws it.
fn is_draw_io_table(text: &str) -> bool {
    const DIRECTIVES: [&str; 6] = ["label:", "style:", "styles:", "connect:", "stylename:", "layout:"];
    let comments = text.lines().map_while(|line| line.strip_prefix('#'));
    let mut said = comments.map(|line| line.trim_start_matches('#').trim_start());
    said.any(|line| DIRECTIVES.iter().any(|directive| line.starts_with(directive)))
}

/// Every line has the form of D2, some connect, and some say what only D2 says.
fn is_d2(text: &str) -> bool {
    const ARROWS: [&str; 4] = ["->", "<-", "--", "<->"];
    const WORDS: [&str; 7] = ["shape", "direction", "style", "label", "classes", "vars", "near"];
    let (mut connects, mut says) = (false, false);
    for line in lines(text).filter(|line| !line.starts_with('#')) {
        let is_end = line.chars().all(|c| matches!(c, '}' | '|'));
        let key = line.split(':').next().unwrap_or_default().trim();
        let is_said = line.contains(':') && key.rsplit('.').next().is_some_and(|last| WORDS.contains(&last));
        let is_arrow = line.split_whitespace().any(|word| ARROWS.contains(&word.trim_end_matches(':')));
        let is_block = line.ends_with('{');
        if !(is_end || is_said || is_arrow || is_block || line.contains(':') || is_name(line)) {
            return false;
        }
        connects |= is_arrow;
        says |= is_said;
    }
    connects && says
}

/// A shape that stands alone.
fn is_name(line: &str) -> bool {
    !line.contains([',', ';', '\t', '|'])
}
