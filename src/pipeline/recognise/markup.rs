//! XML, HTML and JSON: told apart by their first element or their first words.

use super::foreign::Foreign;

/// What `text` is; `None` where it is neither XML nor HTML nor JSON.
pub(super) fn recognise(text: &str) -> Option<Foreign> {
    let text = text.trim_start();
    // What draw.io puts into the clipboard.
    if text.starts_with("%3Cmx") {
        return Some(Foreign::DrawIo);
    }
    if text.starts_with("{\\rtf") {
        return Some(Foreign::RichText);
    }
    if text.starts_with('<') {
        return xml(text);
    }
    json(text)
}

/// What begins with a `<` that no name follows is no XML.
fn xml(text: &str) -> Option<Foreign> {
    let is_page = |start: &str| text.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    if is_page("<!doctype html") || is_page("<html") {
        return Some(Foreign::Html);
    }
    let tag = root(text)?;
    let name = tag.split(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).next().unwrap_or_default();
    if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return text.starts_with("<?xml").then_some(Foreign::Xml);
    }
    let local = name.rsplit(':').next().unwrap_or(name);
    Some(match local {
        "mxfile" | "mxGraphModel" | "mxlibrary" => Foreign::DrawIo,
        "definitions" if text.contains("omg.org/spec/BPMN") => Foreign::Bpmn,
        "VisioDocument" => Foreign::Visio,
        "svg" if tag.contains("content=\"&lt;mx") => Foreign::DrawIo,
        "svg" if text.contains("vnd.excalidraw+json") => Foreign::Excalidraw,
        "svg" => Foreign::Svg,
        "html" => Foreign::Html,
        "graphml" => Foreign::GraphMl,
        "Package" if tag.contains("wfmc.org") => Foreign::Xpdl,
        "Workbook" if tag.contains("office:spreadsheet") => Foreign::OldWorkbook,
        "document" if tag.contains("opendocument.spreadsheet") => Foreign::OpenDocumentSheet,
        "document" if tag.contains("opendocument") => Foreign::OpenDocument,
        _ => Foreign::Xml,
    })
}

/// The first tag after declarations, comments and the document type, without its `<`; as much of it as there is.
fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<!") {
            // An internal subset has tags of its own.
            let tag = rest.find('>')?;
            if rest.find('[').is_some_and(|bracket| bracket < tag) { "]>" } else { ">" }
        } else {
            let tag = rest.strip_prefix('<')?;
            return tag.get(..tag.find('>').unwrap_or(tag.len()));
        };
        let at = rest.find(end)?;
        rest = rest.get(at + end.len()..)?.trim_start();
    }
}

fn json(text: &str) -> Option<Foreign> {
    let mut marks = text.chars().filter(|c| !c.is_whitespace());
    let is_json = matches!(
        (marks.next(), marks.next()),
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '"' | '['))
    );
    let squeezed = || text.chars().filter(|c| !c.is_whitespace()).take(400).collect::<String>();
    is_json.then(|| {
        if squeezed().contains("\"type\":\"excalidraw") { Foreign::Excalidraw } else { Foreign::Json }
    })
}
