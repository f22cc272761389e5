//! What was found in journals that nobody keeps, made ready to be offered.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::app::documents::counts::Counts;
use crate::{
    app::{env::Env, services::api::Services, starting::start_page::ago},
    locale::{Catalog, Lang, say_path},
    model::Document,
    persist::journal::{LeftJournal, Recovered, UnreadableJournal, claim_all},
    pipeline::title_of,
    revise::{Differences, diff},
    ui::{canvas::Picture, dialogs::RecoveryRow, start::counts_text},
};

/// A chart that was worked on when the program ended.
pub(super) struct Offer {
    pub(super) left: LeftJournal,
    pub(super) recovered: Recovered,
    picture: Picture,
    before: Before,
}

/// What a chart is compared with.
enum Before {
    /// It was never in a file.
    Nothing,
    /// Its file is not there any more, or cannot be read.
    Gone,
    /// This is what its file has not.
    File(Differences),
}

impl Offer {
    /// Everything that can be recovered from `folder`, the newest first, read in `lang` where that is possible.
    pub(super) fn all(folder: &Path, services: &dyn Services, lang: &Lang) -> io::Result<Vec<Self>> {
        let left = claim_all(folder)?;
        Ok(left.into_iter().map(|left| Self::new(left, services, lang)).collect())
    }

    fn new(left: LeftJournal, services: &dyn Services, lang: &Lang) -> Self {
        let recovered = left.account().clone().recovered();
        let picture = Picture::new(&services.scene(&recovered.document, 0, lang));
        let before = match file_of(&left).map(|file| services.load(&file)) {
            None => Before::Nothing,
            Some(Err(_)) => Before::Gone,
            Some(Ok(loaded)) => {
                let differences = diff(&loaded.document, &recovered.document);
                Before::File(differences)
            }
        };
        Self { left, recovered, picture, before }
    }

    /// The file that held the chart.
    pub(super) fn file(&self) -> Option<PathBuf> {
        file_of(&self.left)
    }

    /// What the chart was made from: what its file held when it was read or saved last.
    pub(super) fn base(&self) -> Option<Arc<Document>> {
        self.left.account().saved_document().map(Arc::new)
    }

    /// How it is offered at the time `now`.
    pub(super) fn row<'o>(&'o self, env: &Env, now: u64) -> RecoveryRow<'o> {
        let catalog = env.catalog;
        RecoveryRow {
            name: self.name(env),
            place: self.place(catalog),
            when: ago(catalog, now.saturating_sub(self.left.time())),
            difference: self.difference(catalog),
            picture: Some(&self.picture),
            is_in_file: matches!(self.before, Before::File(_)),
        }
    }

    /// What the window called the chart, or else what it is called.
    pub(super) fn name(&self, env: &Env) -> String {
        let name = &self.left.account().head().name;
        if !name.is_empty() {
            return name.clone();
        }
        title_of(&self.recovered.document, &env.lang(), env.catalog)
    }

    /// Where its file is, or that it has none.
    fn place(&self, catalog: &Catalog) -> String {
        let without =
            if self.left.is_file_known() { "ui-recover-no-file" } else { "ui-recover-unknown-file" };
        self.file().map_or_else(|| catalog.text(without), say_path)
    }

    fn difference(&self, catalog: &Catalog) -> String {
        let difference = self.difference_to_file(catalog);
        if self.left.is_damaged() {
            return format!("{difference}\n{}", catalog.text("ui-recover-damaged"));
        }
        difference
    }

    fn difference_to_file(&self, catalog: &Catalog) -> String {
        match &self.before {
            Before::Nothing => {
                let Counts { lanes, steps } = Counts::of(&self.recovered.document);
                counts_text(catalog, lanes, steps)
            }
            Before::Gone => catalog.text("ui-recover-gone"),
            Before::File(differences) => differences.summary(catalog),
        }
    }
}

/// How a record is offered in which nothing can be read, at the time `now`.
pub(super) fn unreadable_row(journal: &UnreadableJournal, env: &Env, now: u64) -> RecoveryRow<'static> {
    RecoveryRow {
        name: env.catalog.text("ui-recover-unknown"),
        place: say_path(journal.path()),
        when: ago(env.catalog, now.saturating_sub(journal.time())),
        difference: env.catalog.text("ui-recover-unreadable"),
        picture: None,
        is_in_file: false,
    }
}

fn file_of(left: &LeftJournal) -> Option<PathBuf> {
    left.account().head().file.as_ref().map(PathBuf::from)
}
