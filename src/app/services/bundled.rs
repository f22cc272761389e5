//! What the window shows in real life: the bundled templates, files, and pictures made of them.

use std::{
    ffi::OsStr,
    hash::{BuildHasher as _, RandomState},
    io,
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};

use crate::{
    app::services::api::{
        DrawnPage, EntryId, ExportChoice, ExportError, GalleryEntry, Importable, LoadedFile, RepairedFile,
        Replaceable, SaveEnd, SaveWish, SavedFile, Services, Shot, Stamp, TableKind, WantedPages,
        WantedTable,
    },
    arrange::LayoutOptions,
    export::PngError,
    geom::Size,
    interop::{
        CsvOptions, Delimiter, Imported, Report, TableError, TableFile, WriteTableError, WrittenTable,
    },
    locale::Lang,
    model::{Document, Page},
    persist::{self, LoadError, ReplacedFile, SaveError},
    pipeline::{
        self, Crop, DrawError, FileKind, Made, OpenError, Origin, OutputTarget, Pages, Publication,
        PublicationSource, Published, WriteError,
    },
    progress::{Progress, Stopped},
    scene::{Cache, Scene, View},
    template::{BLANK, TEMPLATES, Template},
};

/// What opens a file or a place in the web as the person would, and what it is told before.
const OPENER: (&str, &[&str]) = if cfg!(windows) {
    ("rundll32", &["url.dll,FileProtocolHandler"])
} else if cfg!(target_os = "macos") {
    ("open", &[])
} else {
    ("xdg-open", &[])
};

/// The program's own templates and the files of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bundled;

impl Services for Bundled {
    fn templates(&self) -> Vec<GalleryEntry> {
        let entry = |template: &Template| {
            let opened = pipeline::open_template(template);
            let document = opened.map(Arc::new).map_err(OpenError::from);
            GalleryEntry { id: EntryId::Bundled(template.id.to_owned()), document }
        };
        TEMPLATES.iter().map(entry).collect()
    }

    fn blank(&self) -> Result<Document, OpenError> {
        Ok(pipeline::open_template(&BLANK)?)
    }

    fn recognise(&self, path: &Path) -> Option<FileKind> {
        persist::read(path).ok().map(|bytes| pipeline::recognise(&bytes))
    }

    fn open_outside(&self, place: &OsStr) -> io::Result<()> {
        let (program, told) = OPENER;
        let mut opener = Command::new(program);
        opener.args(told).arg(place).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let status = opener.status()?;
        if status.success() { Ok(()) } else { Err(io::Error::other(status.to_string())) }
    }

    fn load(&self, path: &Path) -> Result<LoadedFile, OpenError> {
        let mut opened = pipeline::open_file(path)?;
        persist::identify(&mut opened.document, persist::fingerprint(&opened.bytes));
        let stamp = Stamp::of(&opened.bytes);
        Ok(LoadedFile { document: opened.document, comments_dropped: opened.comments_dropped, stamp })
    }

    fn repair(&self, path: &Path) -> Option<RepairedFile> {
        let (document, notes) = pipeline::repair(&persist::read(path).ok()?)?;
        Some(RepairedFile { document, notes })
    }

    fn save(&self, document: &Document, wish: &SaveWish) -> Result<SaveEnd, SaveError> {
        let text = persist::to_ron(document);
        // From the look at what is there until it is replaced.
        let _lock = persist::atomic::lock_folder_of(&wish.path);
        let old = match persist::read(&wish.path) {
            Ok(bytes) => Some(bytes),
            Err(LoadError::Missing { .. }) => None,
            Err(_) if wish.replaces == Replaceable::Anything => None,
            Err(_) => return Ok(SaveEnd::Unreadable),
        };
        match (wish.replaces, &old) {
            (Replaceable::Only(stamp), Some(old)) if Stamp::of(old) != stamp => return Ok(SaveEnd::Changed),
            (Replaceable::Nothing, Some(_)) => return Ok(SaveEnd::Exists),
            (Replaceable::Anything | Replaceable::Only(_) | Replaceable::Nothing, _) => {}
        }
        let is_version_lost = old.is_some_and(|old| !is_kept(document, &old, wish));
        let written = persist::save_text(&text, document, &wish.path)?;
        Ok(SaveEnd::Saved(SavedFile { stamp: Stamp::of(text.as_bytes()), written, is_version_lost }))
    }

    fn time_of_day(&self) -> String {
        jiff::Zoned::now().strftime("%H:%M").to_string()
    }

    fn time(&self, secs: u64) -> String {
        let time = i64::try_from(secs).ok().and_then(|secs| jiff::Timestamp::from_second(secs).ok());
        let zoned = time.map(|time| time.to_zoned(jiff::tz::TimeZone::system()));
        zoned.map_or_else(String::new, |zoned| zoned.strftime("%Y-%m-%d %H:%M:%S").to_string())
    }

    fn entropy(&self) -> u32 {
        // Every `RandomState` has keys of its own, which begin with chance from the system.
        let [a, b, c, d, ..] = RandomState::new().hash_one(0_u8).to_le_bytes();
        u32::from_le_bytes([a, b, c, d])
    }

    fn scene(&self, document: &Document, page: usize, lang: &Lang) -> Scene {
        page_of(document, page).map(|page| pipeline::scene_of(document, page, lang)).unwrap_or_default()
    }

    fn next_scene(&self, document: &Document, shot: Shot<'_>, cache: &mut Cache) -> Scene {
        let Some(page) = page_of(document, shot.page) else { return Scene::default() };
        let view = View { fonts: pipeline::fonts(), document, page, lang: shot.lang };
        if shot.is_draft { cache.draft(&view) } else { cache.build(&view) }
    }

    fn draw(&self, document: &Document, page: &DrawnPage) -> Result<Vec<u8>, DrawError> {
        let part = part_of(document, page).ok_or(PngError::Nothing)?;
        pipeline::draw(document, &part, &page.lang, &page.drawing)
    }

    fn importable(
        &self,
        path: &Path,
        lang: &Lang,
        progress: &mut Progress<'_>,
    ) -> Result<Option<Importable>, OpenError> {
        let bytes = persist::read(path)?;
        if pipeline::recognise(&bytes) == FileKind::Geometry {
            let imported = pipeline::import_drawing_watched(&bytes, path, lang, progress)?;
            return Ok(imported.map(|imported| Importable::Chart(Box::new(imported))));
        }
        pipeline::open_table(&bytes, path).map(|tables| Some(Importable::Tables(tables)))
    }

    fn look_at_tables(&self, tables: &TableFile, lang: &Lang) -> Result<Report, TableError> {
        tables.import(lang, pipeline::fonts()).map(|imported| imported.report)
    }

    fn import_tables(
        &self,
        tables: &TableFile,
        lang: &Lang,
        progress: &mut Progress<'_>,
    ) -> Result<Option<Imported>, TableError> {
        pipeline::import_table_watched(tables, lang, LayoutOptions::default(), progress)
    }

    fn table(&self, document: &Document, wanted: WantedTable<'_>) -> Result<WrittenTable, WriteTableError> {
        let WantedTable { kind, page, lang, path } = wanted;
        let delimiter = match kind {
            TableKind::Workbook => None,
            TableKind::Comma => Some(Delimiter::Comma),
            TableKind::Semicolon => Some(Delimiter::Semicolon),
            TableKind::Tab => Some(Delimiter::Tab),
        };
        match page_of(document, page).zip(delimiter) {
            Some((page, delimiter)) => {
                let options = CsvOptions { delimiter, ..CsvOptions::default() };
                pipeline::table_csv(document, page, lang, path, options)
            }
            None => pipeline::table_xlsx(document, &document.pages.iter().collect::<Vec<_>>(), lang, path),
        }
    }

    fn write_bytes(&self, path: &Path, bytes: &[u8], origin: Origin<'_>) -> Result<(), WriteError> {
        pipeline::write_output(path, bytes, origin)
    }

    fn size(&self, document: &Document, page: &DrawnPage) -> Size {
        let part = part_of(document, page);
        part.map(|part| pipeline::scene_of(document, &part, &page.lang).bounds.size()).unwrap_or_default()
    }

    fn export(
        &self,
        document: &Document,
        choice: &ExportChoice,
        watch: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Vec<PathBuf>, ExportError> {
        let ExportChoice { path, pages, part, lang, drawing, replaces } = choice;
        let pages = match pages {
            WantedPages::At(page) => Pages::At(vec![*page]),
            WantedPages::All => Pages::All,
            WantedPages::Named(names) => Pages::parse(names),
        };
        // Pages that there are not are told below.
        let count = pages.of(document).map_or(0, |pages| pages.len());
        let publication = Publication {
            pages,
            crop: Crop::Part(part.clone()),
            drawings: vec![*drawing],
            lang: Some(lang.clone()),
            source_lang: lang.clone(),
            target: OutputTarget::File(path.clone()),
            replaces: *replaces,
        };
        let mut watcher = |done: f64| {
            let page = (done * count as f64).round() as usize + 1;
            if watch(page.min(count), count) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        let (mut written, mut failed) = (Vec::new(), None);
        let mut tell = |published| match published {
            Published::Made(Made::File(file)) => written.push(file),
            Published::Failed { error, .. } => failed = Some(error.into()),
            Published::Refused { error, .. } => failed = Some(error.into()),
            Published::Made(Made::Bytes(_))
            | Published::Imported(_)
            | Published::OtherLanguage { .. }
            | Published::TooMany(_) => {}
        };
        let mut progress = Progress::new(&mut watcher);
        let sources = vec![PublicationSource::Document(PathBuf::new(), Arc::new(document.clone()))];
        // Stopping is no failure: what was written until then is told.
        match progress
            .at(0.0)
            .and_then(|()| pipeline::publish(&publication, sources, &mut progress, &mut tell))
        {
            Ok(()) | Err(Stopped) => failed.map_or(Ok(written), Err),
        }
    }
}

/// Whether `old`, which `document` is about to replace, is kept as a version, if it shall be.
fn is_kept(document: &Document, old: &[u8], wish: &SaveWish) -> bool {
    let (Some(versions), Some(id)) = (&wish.versions, &document.id) else { return true };
    let replaced = ReplacedFile { path: &wish.path, bytes: old };
    pipeline::keep_version(versions, id, replaced, wish.now).is_ok()
}

/// The page that is meant, or the part of it.
fn part_of(document: &Document, page: &DrawnPage) -> Option<Page> {
    page.part.of(page_of(document, page.page)?, pipeline::fonts())
}

/// The page of the number `page`, or the first.
fn page_of(document: &Document, page: usize) -> Option<&Page> {
    document.pages.get(page).or_else(|| document.pages.first())
}
