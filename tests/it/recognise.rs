//! What a file is taken for, whatever it is called.

use std::{
    fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
};

use laneway::{
    locale::{Catalog, UiLang},
    persist,
    pipeline::{self, FileKind, Foreign, OpenError, recognise},
    template,
};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::run::{Desk, say};

/// An archive of parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes).expect("room in memory");
    }
    writer.finish().expect("an archive").into_inner()
}

/// `text` as some editors save it.
fn wide(text: &str, mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    mark.into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// A compound file in which a stream has that name.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

/// The beginning of a PNG with a text in it.
fn png(key: &str) -> Vec<u8> {
    let chunk = |kind: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).expect("a short chunk").to_be_bytes();
        [&length[..], kind, content, &[0; 4]].concat()
    };
    let text = [key.as_bytes(), b"\0%3Cmxfile%3E"].concat();
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &[0; 13]), chunk(b"tEXt", &text), chunk(b"IEND", b"")]
        .concat()
}

#[test]
fn charts_and_tables_are_told_from_each_other() {
    let chart = "(format: \"laneway\", version: 1, document: (";
    let table = "Step,Task,Next\n1,Ask,2\n";
    for (bytes, kind) in [
        (chart.as_bytes().to_vec(), FileKind::Document),
        (template::TEMPLATES[0].source.as_bytes().to_vec(), FileKind::Document),
        (wide(chart, true), FileKind::Document),
        (b"// kept by hand\n(format: \"laneway\", version: 77)".to_vec(), FileKind::TooNew(77)),
        (b"(format: \"laneway\", version: one)".to_vec(), FileKind::Damaged),
        (b"(document: (language: \"en\"))".to_vec(), FileKind::Damaged),
        (table.as_bytes().to_vec(), FileKind::DelimitedText),
        (wide(table, true), FileKind::DelimitedText),
        (wide(table, false), FileKind::DelimitedText),
        (b"\xEF\xBB\xBFPaso;Tarea\n1;Pregunta\n".to_vec(), FileKind::DelimitedText),
        (b"Take the call\nSend the offer\n".to_vec(), FileKind::DelimitedText),
        (b"# our calls\nStep,Task\n1,Ask\n".to_vec(), FileKind::DelimitedText),
        (b"{Team},Task\nA,B\n".to_vec(), FileKind::DelimitedText),
        (b"graph,of,calls\n1,2,3\n".to_vec(), FileKind::DelimitedText),
        (b"Why -> because\nAsk -> answer\n".to_vec(), FileKind::DelimitedText),
        (archive(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]), FileKind::Workbook),
        (br#"{"direction": "LR", "lanes": [], "nodes": [], "edges": []}"#.to_vec(), FileKind::Geometry),
        (wide(r#"{"nodes": [{"id": 1, "label": "Ask"}]}"#, true), FileKind::Geometry),
        (Vec::new(), FileKind::Empty),
        (b"\xEF\xBB\xBF \n\t\n".to_vec(), FileKind::Empty),
        ((0..=255).cycle().take(900).collect(), FileKind::Unknown),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0".to_vec(), FileKind::Unknown),
    ] {
        assert_eq!(recognise(&bytes), kind, "{:?}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn files_of_other_programs_are_known_by_what_is_in_them() {
    let bpmn = "<?xml version=\"1.0\"?>\n<!-- made by hand -->\n\
        <b:definitions xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">";
    let drawn = "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"x\" \"y\"><svg content=\"&lt;mxfile host\">";
    for (bytes, what) in [
        (archive(&[("visio/document.xml", b"<x/>")]), Foreign::Visio),
        (archive(&[("word/document.xml", b"<x/>")]), Foreign::Word),
        (archive(&[("ppt/presentation.xml", b"<x/>")]), Foreign::PowerPoint),
        (archive(&[("document.json", b"{}")]), Foreign::Lucid),
        (archive(&[("Index/Document.iwa", b"")]), Foreign::AppleOffice),
        (
            archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]),
            Foreign::OpenDocumentSheet,
        ),
        (archive(&[("mimetype", b"application/vnd.oasis.opendocument.text")]), Foreign::OpenDocument),
        (archive(&[("readme.txt", b"hello")]), Foreign::Archive),
        (b"PK\x03\x04 cut off".to_vec(), Foreign::Archive),
        (compound("VisioDocument"), Foreign::Visio),
        (compound("Workbook"), Foreign::OldWorkbook),
        (compound("WordDocument"), Foreign::Word),
        (compound("EncryptedPackage"), Foreign::OldOffice),
        (png("mxfile"), Foreign::DrawIo),
        (png("Software"), Foreign::Picture),
        (b"\xFF\xD8\xFF\xE0 jpeg".to_vec(), Foreign::Picture),
        (b"%PDF-1.7 text".to_vec(), Foreign::Pdf),
        (b"{\\rtf1\\ansi".to_vec(), Foreign::RichText),
        (bpmn.into(), Foreign::Bpmn),
        (wide(bpmn, true), Foreign::Bpmn),
        (b"<mxfile host=\"x\"><diagram>7VxZc6M4EP41ri</diagram></mxfile>".to_vec(), Foreign::DrawIo),
        (b"%3CmxGraphModel%3E".to_vec(), Foreign::DrawIo),
        (
            b"## Calls\n# label: %name%\n# connect: {\"from\": \"next\"}\nname,next\n".to_vec(),
            Foreign::DrawIoTable,
        ),
        (drawn.into(), Foreign::DrawIo),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), Foreign::Svg),
        (b"<!DOCTYPE html><p>Calls".to_vec(), Foreign::Html),
        (b"<graphml/>".to_vec(), Foreign::GraphMl),
        (b"<catalogue><call/></catalogue>".to_vec(), Foreign::Xml),
        (b"{\"type\": \"excalidraw\", \"elements\": []}".to_vec(), Foreign::Excalidraw),
        (b"{\"a\": 1}".to_vec(), Foreign::Json),
        (b"{\"nodes\": [{\"id\": \"a\", \"text\": \"x\"}], \"edges\": []}".to_vec(), Foreign::Json),
        (b"flowchart TD\n  a --> b\n".to_vec(), Foreign::Mermaid),
        (b"---\ntitle: Calls\n---\n%% note\nsequenceDiagram\n".to_vec(), Foreign::Mermaid),
        (b"# Our calls\n\n```mermaid\ngraph LR\n```\n".to_vec(), Foreign::Mermaid),
        (b"/* made */\nstrict digraph calls {\n a -> b\n}\n".to_vec(), Foreign::Graphviz),
        (b"graph{a--b}".to_vec(), Foreign::Graphviz),
        (b"@startuml\nstart\n".to_vec(), Foreign::PlantUml),
        (b"direction: right\na -> b: calls\nb: {\n  shape: diamond\n}\n".to_vec(), Foreign::D2),
        (
            b"Id,Name,Shape Library,Page ID,Contained By,Group,Line Source,Line Destination\n".to_vec(),
            Foreign::Lucid,
        ),
    ] {
        assert_eq!(recognise(&bytes), FileKind::Foreign(what), "{:?}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn what_unpacks_to_far_more_than_it_is_costs_nothing_to_recognise() {
    let bomb = archive(&[("mimetype", &vec![b' '; 200 << 20])]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(recognise(&bomb), FileKind::Foreign(Foreign::Archive));
}

#[test]
fn each_kind_says_in_each_language_what_it_is_and_where() {
    for lang in UiLang::ALL {
        let catalog = Catalog::of(lang);
        let mut said: Vec<String> = Foreign::ALL
            .into_iter()
            .map(|what| OpenError::Foreign { file: "calls.data".into(), what }.say(catalog))
            .collect();
        assert!(said.iter().all(|words| words.contains("calls.data") && words.lines().count() == 2));
        said.sort();
        said.dedup();
        assert_eq!(said.len(), Foreign::ALL.len());
    }
    let visio = OpenError::Foreign { file: "x".into(), what: Foreign::Visio }.to_string();
    assert!(visio.contains("a Visio drawing; Laneway cannot read these yet"), "{visio}");
}

#[test]
fn the_command_line_goes_by_the_content_and_not_by_the_ending() {
    let desk = Desk::with_chart("x.ron");
    desk.put("calls.data", b"Step ID,Description,Next Step ID\n1,Ask,2\n2,Answer,\n");
    desk.put("chart.csv", &desk.get("x.ron"));
    assert_eq!(desk.run(&["convert", "calls.data", "calls.ron"]).status, 0);
    assert_eq!(desk.run(&["layout", "calls.data", "-o", "laid.ron"]).status, 0);
    assert_eq!(desk.run(&["convert", "chart.csv", "again.ron"]).status, 0);
    assert_eq!(desk.run(&["check", "chart.csv"]).status, 0);
    desk.put("table.ron", &desk.get("calls.data"));
    assert_eq!(desk.run(&["convert", "table.ron", "made.ron"]).status, 0);
    desk.put("drawing.ron", &archive(&[("visio/document.xml", b"<x/>")]));
    for args in [
        &["info", "drawing.ron"][..],
        &["check", "drawing.ron"],
        &["fmt", "drawing.ron"],
        &["export", "drawing.ron", "-o", "x.svg"],
        &["convert", "drawing.ron", "y.ron"],
        &["layout", "drawing.ron", "-o", "y.ron"],
    ] {
        let ran = desk.run(args);
        assert_eq!(ran.status, 3, "{args:?}");
        assert!(ran.err.contains("a Visio drawing"), "{args:?}: {}", ran.err);
    }
    let ran = desk.run(&["info", "calls.data"]);
    assert_eq!((ran.status, ran.err.contains("laneway convert")), (3, true), "{}", ran.err);
    let spanish = Desk::speaking("es_ES.UTF-8");
    spanish.put("calls.ron", b"flowchart LR\n a --> b\n");
    let ran = spanish.run(&["info", "calls.ron"]);
    assert!(ran.err.contains("un diagrama Mermaid"), "{}", ran.err);
}

#[test]
fn a_chart_saved_as_wide_text_is_not_taken_for_a_picture() {
    let bytes = wide("(format: \"laneway\", version: 1, document: (", true);
    let error = pipeline::open(bytes, Path::new("calls.ron")).expect_err("not UTF-8");
    assert!(matches!(error, OpenError::Document(persist::LoadError::NotUtf8 { .. })), "{error}");
}

#[test]
fn files_that_other_people_made_are_recognised() {
    let Some(folder) = std::env::var_os("LANEWAY_CORPUS").map(PathBuf::from) else {
        return say("skipped: LANEWAY_CORPUS is not set");
    };
    let mut seen = 0;
    for (kind, expected) in [
        ("bpmn", FileKind::Foreign(Foreign::Bpmn)),
        ("dot", FileKind::Foreign(Foreign::Graphviz)),
        ("drawio", FileKind::Foreign(Foreign::DrawIo)),
        ("mermaid", FileKind::Foreign(Foreign::Mermaid)),
        ("vsdx", FileKind::Foreign(Foreign::Visio)),
    ] {
        for entry in fs::read_dir(folder.join(kind)).expect("a folder of the corpus").flatten() {
            let bytes = fs::read(entry.path()).expect("a file of the corpus");
            assert_eq!(recognise(&bytes), expected, "{}", entry.path().display());
            seen += 1;
        }
    }
    for entry in fs::read_dir(folder.join("table")).expect("a folder of the corpus").flatten() {
        let bytes = fs::read(entry.path()).expect("a file");
        let kind = recognise(&bytes);
        // One of the tables for draw.io is a plain one: it says nothing of how it is drawn.
        let is_for_draw_io =
            entry.file_name().to_string_lossy().starts_with("drawio") && bytes.starts_with(b"#");
        let is_right =
            if is_for_draw_io { kind == FileKind::Foreign(Foreign::DrawIoTable) } else { kind.is_table() };
        assert!(is_right, "{}: {kind:?}", entry.path().display());
    }
    assert!(seen > 50, "{seen}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]
    #[test]
    fn no_bytes_make_it_panic(
        begin in proptest::sample::select(vec![&b""[..], b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"<?xml", b"\xFF\xFE", b"(", b"\xD0\xCF\x11\xE0"]),
        rest in proptest::collection::vec(proptest::num::u8::ANY, 0..400),
    ) {
        let _kind = recognise(&[begin, &rest].concat());
    }
}
