//! How the program ends otherwise than by its window being closed: by a fault of its own, or because the system says so.
//! Unsaved work is written first, and nothing says any more that files are open here.

use std::{
    backtrace::Backtrace,
    fs,
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use super::{scribe::Scribe, watch::PATIENCE};
use crate::{
    app::jobs::job::Jobs,
    persist::{StateFolder, atomic},
};

/// What is written when the program ends by a fault, and what it is called when a person was told of it.
const NEW_REPORT: &str = "crash-new.txt";
const REPORT: &str = "crash.txt";

/// What others do before the program ends.
pub(crate) type Farewell = Arc<dyn Fn() + Send + Sync>;

/// What is done before the program ends.
#[derive(Clone)]
pub(super) struct LastDeeds {
    /// Who writes unsaved work, if anybody does.
    pub(super) scribe: Option<Scribe>,
    pub(super) farewell: Farewell,
}

impl LastDeeds {
    fn perform(&self) {
        if let Some(scribe) = &self.scribe {
            scribe.flush(PATIENCE);
        }
        (self.farewell)();
    }
}

/// From now on, where the thread that this is called on ends by a fault, the `last` deeds are done, and then a report is
/// written that has nothing of any chart in it.
pub(super) fn report_panics(last: LastDeeds, folder: StateFolder) {
    let usual = panic::take_hook();
    let window = thread::current().id();
    panic::set_hook(Box::new(move |fault| {
        usual(fault);
        // The work of other threads is given up by itself, and the window goes on.
        if thread::current().id() == window {
            last.perform();
            // Nobody is left who could be told that this fails.
            atomic::write(&folder.root().join(NEW_REPORT), report(fault).as_bytes()).unwrap_or_default();
        }
    }));
}

/// What is known of a fault. Its words are left out where they were put together: there may be a person's words in them.
fn report(fault: &PanicHookInfo<'_>) -> String {
    let place = fault.location().map(ToString::to_string).unwrap_or_default();
    let words = fault.payload().downcast_ref::<&'static str>().copied().unwrap_or_default();
    format!(
        "Laneway {} on {} {}\n{place}\n{words}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        Backtrace::force_capture()
    )
}

/// The report of the last fault, if nobody was told of it yet.
pub(super) fn told_report(folder: &StateFolder) -> Option<PathBuf> {
    let place = |name: &str| Path::new(folder.root()).join(name);
    let told = place(REPORT);
    fs::rename(place(NEW_REPORT), &told).ok().map(|()| told)
}

/// From now on, where the system ends the program (a person logs out, say), the `last` deeds are done first. The program
/// then ends as it would have without this.
#[cfg(unix)]
pub(super) fn end_by_signals(jobs: &mut Jobs, last: LastDeeds) {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
        low_level::emulate_default_handler,
    };

    let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) else { return };
    let job = jobs.start("signals", None, move |_| {
        for signal in signals.forever() {
            last.perform();
            emulate_default_handler(signal).unwrap_or_default();
        }
        Ok(())
    });
    job.detach();
}

/// Other systems end programs without asking them; journals are written soon enough all the same.
#[cfg(not(unix))]
pub(super) fn end_by_signals(_jobs: &mut Jobs, _last: LastDeeds) {}

#[cfg(test)]
mod tests {
    use std::{
        process::{Command, Stdio},
        sync::Arc,
    };

    use super::*;
    use crate::{
        app::{
            documents::key::DocKey,
            recovering::scribe::Order,
            services::{api::Services as _, bundled::Bundled},
        },
        edit::{self, Deed, TextOf},
        locale::UiLang,
        model::Document,
        persist::journal::{JournalHead, claim_all},
        pipeline,
    };

    /// The state folder of the process that fails.
    const FAILS_IN: &str = "LANEWAY_FAILS_IN";
    const SECRET: &str = "Confidential";

    #[test]
    #[ignore = "is started by the test that looks at what it leaves"]
    fn a_program_that_fails() {
        let Some(root) = std::env::var_os(FAILS_IN) else { return };
        let folder = StateFolder::at(Path::new(&root));
        let mut jobs = Jobs::new(eframe::egui::Context::default());
        let (scribe, _problems) = Scribe::start(&mut jobs, folder.clone(), Arc::new(Bundled), || 7);
        let farewell = Arc::new(|| {});
        report_panics(LastDeeds { scribe: Some(scribe.clone()), farewell }, folder);
        let (key, document) = (DocKey(1), Arc::new(Bundled.blank().expect("a chart")));
        let mut editor = edit::Editor::new(Document::clone(&document), pipeline::fonts(), true);
        let head = JournalHead::default();
        scribe.tell(Order::Begin { key, head, document, state: 0, is_clean: true });
        editor.listen(Box::new(move |deed: Deed| scribe.tell(Order::Enter(key, deed))));
        let (of, lang) = (TextOf::Title, UiLang::En.into());
        editor.run(&edit::Command::SetText { of, lang, text: SECRET.to_owned() }).expect("done");
        panic!("{SECRET} words of a person");
    }

    #[test]
    fn a_fault_loses_nothing_and_tells_nothing() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = StateFolder::at(place.path());
        let test = "app::recovering::ending::tests::a_program_that_fails";
        let status = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", test, "--ignored"])
            .env(FAILS_IN, place.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("it starts");
        assert!(!status.success());
        let left = claim_all(&folder.recovery().expect("a folder")).expect("it can be read");
        let document = left.first().expect("work").account().clone().recovered().document;
        assert_eq!(document.title.exactly(&UiLang::En.into()), Some(SECRET));
        let report = fs::read_to_string(told_report(&folder).expect("a report")).expect("text");
        assert!(report.contains("ending.rs") && !report.contains(SECRET), "{report}");
    }

    #[test]
    fn a_report_is_told_of_once() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = StateFolder::at(place.path());
        assert_eq!(told_report(&folder), None);
        atomic::write(&place.path().join(NEW_REPORT), b"Laneway").expect("written");
        assert_eq!(told_report(&folder), Some(place.path().join(REPORT)));
        assert_eq!(told_report(&folder), None);
    }
}
