//! Shape types: the words that tables use for symbols.

use super::header::is_near;
use crate::{
    locale::fold,
    model::{Branching, Outcome, StepKind, Trigger},
};

/// How a shape type was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::interop::table) enum KindReading {
    /// As one of the known words.
    Exact(StepKind),
    /// As the nearest symbol of what has none of its own.
    Nearest(StepKind),
    /// As a slip of the pen.
    Close(StepKind),
    /// Not at all.
    Unknown,
}

/// The words in the order of the Data Visualizer's own list, then those of other programs and languages, folded and
/// without blanks.
const WORDS: [(StepKind, &[&str]); 18] = [
    (
        StepKind::Process,
        &[
            "process",
            "task",
            "activity",
            "step",
            "action",
            "proceso",
            "tarea",
            "actividad",
            "paso",
            "prozess",
            "aufgabe",
            "processus",
            "tache",
            "processo",
            "tarefa",
            "attivita",
            "proces",
            "rectangle",
        ],
    ),
    (
        StepKind::Decision(Branching::Plain),
        &[
            "decision",
            "gateway",
            "question",
            "condition",
            "decisao",
            "pregunta",
            "condicion",
            "entscheidung",
            "decisione",
            "beslissing",
            "diamond",
            "rombo",
            "exclusivegateway",
        ],
    ),
    (
        StepKind::Subprocess,
        &[
            "subprocess",
            "collapsedsubprocess",
            "predefinedprocess",
            "subproceso",
            "procesopredefinido",
            "teilprozess",
            "unterprozess",
            "sousprocessus",
            "subprocesso",
            "sottoprocesso",
            "subproces",
            "callactivity",
        ],
    ),
    (
        StepKind::Start,
        &[
            "start",
            "startevent",
            "begin",
            "inicio",
            "comienzo",
            "beginn",
            "anfang",
            "debut",
            "inizio",
            "startend",
        ],
    ),
    (
        StepKind::End(Outcome::Solved),
        &["end", "endevent", "finish", "stop", "fin", "final", "ende", "fim", "fine", "einde", "termino"],
    ),
    (StepKind::Document, &["document", "documento", "dokument"]),
    (
        StepKind::Data,
        &[
            "data",
            "inputoutput",
            "io",
            "datos",
            "entradasalida",
            "daten",
            "donnees",
            "dados",
            "dati",
            "gegevens",
            "parallelogram",
        ],
    ),
    (
        StepKind::Database,
        &[
            "database",
            "storeddata",
            "datastore",
            "basededatos",
            "datenbank",
            "basededonnees",
            "bancodedados",
            "cylinder",
        ],
    ),
    (
        StepKind::OnPageConnector,
        &[
            "onpagereference",
            "onpageconnector",
            "connector",
            "referenciaenpagina",
            "conector",
            "referenciaenlapagina",
        ],
    ),
    (
        StepKind::OffPageConnector,
        &["offpagereference", "offpageconnector", "referenciaaotrapagina", "conectorfueradepagina"],
    ),
    (StepKind::MultiDocument, &["multidocument", "multipledocuments", "documents", "documentos"]),
    (StepKind::ManualOperation, &["manualoperation", "manual", "operacionmanual", "manualtask"]),
    (StepKind::ManualInput, &["manualinput", "entradamanual"]),
    (StepKind::Preparation, &["preparation", "preparacion", "hexagon"]),
    (StepKind::Delay, &["delay", "wait", "espera", "demora", "retraso"]),
    (StepKind::Display, &["display", "pantalla"]),
    (StepKind::Event(Trigger::None), &["event", "intermediateevent", "evento"]),
    (StepKind::Note, &["note", "annotation", "comment", "nota", "textannotation", "remark"]),
];

/// Words of the Data Visualizer for which there is no symbol of their own.
const NEAREST: [(StepKind, &[&str]); 2] = [
    (StepKind::Database, &["externaldata", "datosexternos"]),
    (
        StepKind::Process,
        &[
            "custom1",
            "custom2",
            "custom3",
            "custom4",
            "personalizado1",
            "personalizado2",
            "personalizado3",
            "personalizado4",
        ],
    ),
];

/// The most bytes of a word: what is longer is none, and would only cost time.
const LONGEST_WORD: usize = 80;

/// The symbol that `word` means.
pub(in crate::interop::table) fn read(word: &str) -> KindReading {
    if word.len() > LONGEST_WORD {
        return KindReading::Unknown;
    }
    let folded: String = fold(word).chars().filter(|c| c.is_alphanumeric()).collect();
    let known = |list: &'static [(StepKind, &[&str])], is: &dyn Fn(&str) -> bool| {
        list.iter().find(|(_, words)| words.iter().any(|word| is(word))).map(|(kind, _)| *kind)
    };
    if let Some(kind) = known(&WORDS, &|word| word == folded) {
        return KindReading::Exact(kind);
    }
    if let Some(kind) = known(&NEAREST, &|word| word == folded) {
        return KindReading::Nearest(kind);
    }
    let is_slip = |word: &str| word.len() >= 5 && is_near(word, &folded, 1 + word.len() / 7);
    known(&WORDS, &is_slip).map_or(KindReading::Unknown, KindReading::Close)
}

/// The word of the Data Visualizer for `kind`; `None` for what is no step there.
pub(in crate::interop::table) const fn word_for(kind: StepKind) -> Option<&'static str> {
    Some(match kind {
        StepKind::Start => "Start",
        StepKind::End(_) => "End",
        StepKind::Decision(_) => "Decision",
        StepKind::Data => "Data",
        StepKind::Document | StepKind::MultiDocument => "Document",
        StepKind::Subprocess => "Subprocess",
        StepKind::Database => "Database",
        StepKind::OnPageConnector => "On-page reference",
        StepKind::OffPageConnector => "Off-page reference",
        StepKind::Process
        | StepKind::ManualOperation
        | StepKind::ManualInput
        | StepKind::Preparation
        | StepKind::Delay
        | StepKind::Display
        | StepKind::Event(_) => "Process",
        StepKind::Note => return None,
    })
}

/// The symbol of a step of which only its text and its connections are known.
pub(in crate::interop::table) fn guess(text: &str, incoming: usize, outgoing: usize) -> StepKind {
    match read(text) {
        KindReading::Exact(StepKind::Start) if incoming == 0 => StepKind::Start,
        KindReading::Exact(StepKind::End(outcome)) if outgoing == 0 => StepKind::End(outcome),
        _ if outgoing > 1 => StepKind::Decision(Branching::Plain),
        _ => StepKind::Process,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shape_types_in_use_are_understood() {
        let exact = [
            ("Process", StepKind::Process),
            ("Task", StepKind::Process),
            ("decision", StepKind::Decision(Branching::Plain)),
            ("Collapsed Subprocess", StepKind::Subprocess),
            ("On-page reference", StepKind::OnPageConnector),
            ("Decisión", StepKind::Decision(Branching::Plain)),
            ("Base de datos", StepKind::Database),
            ("Fin", StepKind::End(Outcome::Solved)),
        ];
        for (word, kind) in exact {
            assert_eq!(read(word), KindReading::Exact(kind), "{word}");
        }
        assert_eq!(read("Collapesed Sub Process"), KindReading::Close(StepKind::Subprocess));
        assert_eq!(read("Custom 3"), KindReading::Nearest(StepKind::Process));
        assert_eq!(read("External Data"), KindReading::Nearest(StepKind::Database));
        for other in ["", "Cloud", "Ear", "Ship"] {
            assert_eq!(read(other), KindReading::Unknown, "{other}");
        }
    }

    #[test]
    fn every_word_that_is_written_is_understood() {
        for kind in StepKind::PALETTE {
            let Some(word) = word_for(kind) else { continue };
            assert!(matches!(read(word), KindReading::Exact(_)), "{word}");
        }
        for kind in [StepKind::Start, StepKind::Data, StepKind::Subprocess, StepKind::OffPageConnector] {
            assert_eq!(word_for(kind).map(read), Some(KindReading::Exact(kind)));
        }
    }

    #[test]
    fn connections_tell_a_decision() {
        assert_eq!(guess("Start", 0, 1), StepKind::Start);
        assert_eq!(guess("Start", 1, 1), StepKind::Process);
        assert_eq!(guess("Fin", 2, 0), StepKind::End(Outcome::Solved));
        assert_eq!(guess("Approved?", 1, 2), StepKind::Decision(Branching::Plain));
    }
}
