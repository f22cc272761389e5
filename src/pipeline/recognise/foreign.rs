//! Files of other programs that can be told apart, and what a person can do with each.

use crate::locale::Catalog;

/// A file of another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Foreign {
    /// Visio, also of before 2013.
    Visio,
    /// draw.io (diagrams.net), also inside an SVG or a PNG.
    DrawIo,
    /// A table with directives for draw.io, which draws it.
    DrawIoTable,
    /// A BPMN model in XML.
    Bpmn,
    /// Mermaid, also inside Markdown.
    Mermaid,
    /// Graphviz (DOT).
    Graphviz,
    /// D2.
    D2,
    /// `PlantUML`.
    PlantUml,
    /// Lucidchart.
    Lucid,
    /// Excalidraw, also inside an SVG or a PNG.
    Excalidraw,
    /// `GraphML`, as yEd writes it.
    GraphMl,
    /// XPDL, as older process tools write it.
    Xpdl,
    /// A workbook of Excel before 2007.
    OldWorkbook,
    /// A spreadsheet in the `OpenDocument` format.
    OpenDocumentSheet,
    /// Apple Numbers, Pages or Keynote.
    AppleOffice,
    /// An old or protected file of Microsoft Office.
    OldOffice,
    /// Word.
    Word,
    /// `PowerPoint`.
    PowerPoint,
    /// A text, drawing or presentation in the `OpenDocument` format.
    OpenDocument,
    /// PDF.
    Pdf,
    /// Rich text.
    RichText,
    /// A page of the web.
    Html,
    /// A picture of pixels.
    Picture,
    /// A picture in the SVG format.
    Svg,
    /// XML of no kind that is known.
    Xml,
    /// JSON of no kind that is known.
    Json,
    /// An archive of no kind that is known.
    Archive,
}

/// What can be done with a file that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A drawing: its steps can be listed in a table.
    ListSteps,
    /// A table with lines that are none of it: they can be removed.
    RemoveDirectives,
    /// A spreadsheet: it can be saved as a workbook.
    SaveAsWorkbook,
    /// A text: steps can be copied out of it.
    CopySteps,
    /// A picture: the chart that it was made of can be opened.
    OpenOriginal,
    /// Anything else.
    ChooseOther,
}

impl Foreign {
    /// All of them.
    pub const ALL: [Self; 27] = [
        Self::Visio,
        Self::DrawIo,
        Self::DrawIoTable,
        Self::Bpmn,
        Self::Mermaid,
        Self::Graphviz,
        Self::D2,
        Self::PlantUml,
        Self::Lucid,
        Self::Excalidraw,
        Self::GraphMl,
        Self::Xpdl,
        Self::OldWorkbook,
        Self::OpenDocumentSheet,
        Self::AppleOffice,
        Self::OldOffice,
        Self::Word,
        Self::PowerPoint,
        Self::OpenDocument,
        Self::Pdf,
        Self::RichText,
        Self::Html,
        Self::Picture,
        Self::Svg,
        Self::Xml,
        Self::Json,
        Self::Archive,
    ];

    /// What can be done with it.
    pub const fn way(self) -> Way {
        match self {
            Self::Visio
            | Self::DrawIo
            | Self::Bpmn
            | Self::Mermaid
            | Self::Graphviz
            | Self::D2
            | Self::PlantUml
            | Self::Lucid
            | Self::Excalidraw
            | Self::GraphMl
            | Self::Xpdl => Way::ListSteps,
            Self::DrawIoTable => Way::RemoveDirectives,
            Self::OldWorkbook | Self::OpenDocumentSheet => Way::SaveAsWorkbook,
            Self::AppleOffice
            | Self::OldOffice
            | Self::Word
            | Self::PowerPoint
            | Self::OpenDocument
            | Self::Pdf
            | Self::RichText
            | Self::Html => Way::CopySteps,
            Self::Picture | Self::Svg => Way::OpenOriginal,
            Self::Xml | Self::Json | Self::Archive => Way::ChooseOther,
        }
    }

    /// What it is in the language of `catalog`, with an article: "a Visio drawing".
    pub fn name(self, catalog: &Catalog) -> String {
        catalog.text(match self {
            Self::Visio => "foreign-visio",
            Self::DrawIo => "foreign-draw-io",
            Self::DrawIoTable => "foreign-draw-io-table",
            Self::Bpmn => "foreign-bpmn",
            Self::Mermaid => "foreign-mermaid",
            Self::Graphviz => "foreign-graphviz",
            Self::D2 => "foreign-d2",
            Self::PlantUml => "foreign-plant-uml",
            Self::Lucid => "foreign-lucid",
            Self::Excalidraw => "foreign-excalidraw",
            Self::GraphMl => "foreign-graph-ml",
            Self::Xpdl => "foreign-xpdl",
            Self::OldWorkbook => "foreign-old-workbook",
            Self::OpenDocumentSheet => "foreign-open-document-sheet",
            Self::AppleOffice => "foreign-apple-office",
            Self::OldOffice => "foreign-old-office",
            Self::Word => "foreign-word",
            Self::PowerPoint => "foreign-power-point",
            Self::OpenDocument => "foreign-open-document",
            Self::Pdf => "foreign-pdf",
            Self::RichText => "foreign-rich-text",
            Self::Html => "foreign-html",
            Self::Picture => "foreign-picture",
            Self::Svg => "foreign-svg",
            Self::Xml => "foreign-xml",
            Self::Json => "foreign-json",
            Self::Archive => "foreign-archive",
        })
    }
}
