//! A person's own place on the machine: settings, templates, and the clock on the wall.
//!
//! Behind a trait so that tests neither read nor write the folders of whoever runs them.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use etcetera::BaseStrategy as _;

use crate::app::settings::stored::Settings;
use crate::{
    locale::Catalog,
    model::{Document, Text},
    persist::{self, LoadError, SaveError, StateFolder, VersionStore},
    pipeline,
    text::markup,
    ui::start::{EntryId, GalleryEntry},
};

/// Why something was not kept for a person.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The settings could not be made into a text.
    #[error(transparent)]
    Text(#[from] ron::Error),
    /// The file could not be written.
    #[error(transparent)]
    Write(#[from] SaveError),
}

impl KeepError {
    /// The error in the language of `catalog`; what the text's writer says stays in English.
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::Text(error) => error.to_string(),
            Self::Write(error) => error.say(catalog),
        }
    }
}

/// What the window keeps for a person.
pub trait Home {
    /// The time, in seconds since 1970.
    fn now(&self) -> u64;

    /// What was remembered; the defaults where nothing was, or nothing that can be read.
    fn load_settings(&self) -> Settings;

    /// Changes what is remembered, whoever remembered it; `own` settings, which are changed already, are what is
    /// remembered where nothing was. Gives back what is remembered then.
    fn change_settings(&self, own: &Settings, change: &dyn Fn(&mut Settings)) -> Result<Settings, KeepError>;

    /// Where files that a save replaced are kept; `None`: nowhere.
    fn versions(&self) -> Option<VersionStore>;

    /// Whether there is a file at `path`.
    fn has_file(&self, path: &Path) -> bool;

    /// The person's own templates by file name, also those that cannot be opened.
    fn user_templates(&self) -> Vec<GalleryEntry>;

    /// Keeps `document` as a template called `name`; never replaces another one.
    fn save_as_template(&self, document: &Document, name: &str) -> Result<PathBuf, KeepError>;
}

/// A home in two folders.
#[derive(Clone, Debug)]
pub struct Folders {
    config: PathBuf,
    data: PathBuf,
    /// Where versions are kept; `None`: nowhere.
    state: Option<StateFolder>,
}

impl Folders {
    /// The folders `laneway` that this system has for settings and data; `None` where a person has no home.
    pub fn of_system() -> Option<Self> {
        let system = etcetera::choose_base_strategy().ok()?;
        let home = Self::new(&system.config_dir().join("laneway"), &system.data_dir().join("laneway"));
        Some(Self { state: StateFolder::of_system(), ..home })
    }

    /// A home in the folders `config` and `data`, which are made when something is kept there.
    pub fn new(config: &Path, data: &Path) -> Self {
        Self { config: config.to_owned(), data: data.to_owned(), state: None }
    }

    /// The same home, with versions kept in `state`.
    #[must_use]
    pub fn with_state(self, state: StateFolder) -> Self {
        Self { state: Some(state), ..self }
    }

    /// Where the settings are.
    pub fn settings_path(&self) -> PathBuf {
        self.config.join("settings.ron")
    }

    /// Where a person's own templates are.
    pub fn templates_path(&self) -> PathBuf {
        self.data.join("templates")
    }
}

impl Folders {
    /// What was remembered; `None`: nothing, or nothing that can be read, which is set aside.
    fn kept_settings(&self) -> Option<Settings> {
        let path = self.settings_path();
        let settings = match persist::read(&path) {
            Ok(bytes) => Settings::parse(&String::from_utf8_lossy(&bytes)).ok(),
            Err(LoadError::Missing { .. }) => return None,
            Err(_) => None,
        };
        if settings.is_none() {
            set_aside(&path);
        }
        settings
    }
}

/// So many files that could not be read are kept.
const MOST_SET_ASIDE: usize = 9;

/// Gives a file that cannot be read another name, for whoever wants to mend it: the first that none has, else the last.
/// Where that fails the next save replaces it.
fn set_aside(path: &Path) {
    let name = |number: usize| match number {
        1 => path.with_extension("ron.bad"),
        _ => path.with_extension(format!("ron.bad{number}")),
    };
    let free = (1..MOST_SET_ASIDE).find(|number| name(*number).symlink_metadata().is_err());
    fs::rename(path, name(free.unwrap_or(MOST_SET_ASIDE))).unwrap_or_default();
}

/// The clock on the wall: seconds since 1970.
pub(crate) fn system_secs() -> u64 {
    SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs())
}

impl Home for Folders {
    fn now(&self) -> u64 {
        system_secs()
    }

    fn load_settings(&self) -> Settings {
        self.kept_settings().unwrap_or_default()
    }

    fn change_settings(&self, own: &Settings, change: &dyn Fn(&mut Settings)) -> Result<Settings, KeepError> {
        let path = self.settings_path();
        // From the look at what is there until it is replaced.
        let _lock = persist::atomic::lock_folder_of(&path);
        let settings = match self.kept_settings() {
            Some(mut kept) => {
                change(&mut kept);
                kept
            }
            None => own.clone(),
        };
        write(&path, settings.to_ron()?.as_bytes())?;
        Ok(settings)
    }

    fn versions(&self) -> Option<VersionStore> {
        self.state.as_ref().map(VersionStore::of)
    }

    fn has_file(&self, path: &Path) -> bool {
        path.is_file()
    }

    fn user_templates(&self) -> Vec<GalleryEntry> {
        // No folder: none were kept so far.
        let Ok(files) = fs::read_dir(self.templates_path()) else { return Vec::new() };
        let mut paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
        paths.retain(|path| path.is_file() && !is_hidden(path));
        paths.sort();
        paths.into_iter().filter_map(user_template).collect()
    }

    fn save_as_template(&self, document: &Document, name: &str) -> Result<PathBuf, KeepError> {
        let document = named(document, name.trim());
        let slug = pipeline::slug(name);
        let stem = if slug.is_empty() { "template" } else { slug.as_str() };
        let folder = self.templates_path();
        let (mut path, mut number) = (folder.join(format!("{stem}.ron")), 1);
        while fs::symlink_metadata(&path).is_ok() {
            number += 1;
            path = folder.join(format!("{stem}-{number}.ron"));
        }
        write(&path, persist::to_ron(&document).as_bytes())?;
        Ok(path)
    }
}

/// Whether the system shows no file of that name to people; what is half written is in such files.
fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The template in the file `path`; `None` where that is anything else than a chart.
fn user_template(path: PathBuf) -> Option<GalleryEntry> {
    let opened = match persist::read(&path) {
        Ok(bytes) if !pipeline::recognise(&bytes).is_document() => return None,
        Ok(bytes) => pipeline::open(bytes, &path),
        Err(error) => Err(error.into()),
    };
    let document = opened.map(|opened| Arc::new(opened.document));
    Some(GalleryEntry { id: EntryId::Yours(path), document })
}

/// `document` as a template called `name`: it is nobody's chart yet, so it has no id. Translations of its title stay where the name is one of them.
fn named(document: &Document, name: &str) -> Document {
    let mut document = Document { id: None, ..document.clone() };
    if !name.is_empty() && document.title.iter().all(|(_, title)| markup::plain(title) != name) {
        document.title = Text::new(document.language.clone(), name);
    }
    document
}

/// Writes a file, and makes its folder where it is missing.
fn write(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    let failed = |source: io::Error| SaveError::Failed { file: path.to_owned(), source };
    folder.map_err(failed).and_then(|()| persist::atomic::write(path, bytes)).map(|_written| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::settings::stored::RecentFile, locale::UiLang, template};

    fn home() -> (tempfile::TempDir, Folders) {
        let folder = tempfile::tempdir().expect("a folder");
        let home = Folders::new(&folder.path().join("config"), &folder.path().join("data"));
        (folder, home)
    }

    fn remember(home: &Folders, settings: &Settings) {
        home.change_settings(settings, &|kept| kept.clone_from(settings)).expect("kept");
    }

    fn english() -> &'static Catalog {
        Catalog::of(UiLang::En)
    }

    #[test]
    fn settings_come_back() {
        let (_folder, home) = home();
        assert_eq!(home.load_settings(), Settings::default());
        let mut settings = Settings { scale: 1.5, ..Settings::default() };
        settings.note_opened(RecentFile { path: "/a.ron".into(), opened: 3, lanes: 1, steps: 2 });
        remember(&home, &settings);
        assert_eq!(home.load_settings(), settings);
    }

    #[test]
    fn what_two_windows_remember_comes_together() {
        let (_folder, home) = home();
        let opened = |path: &str| RecentFile { path: path.into(), opened: 3, lanes: 1, steps: 2 };
        let mut first = Settings { scale: 1.5, ..Settings::default() };
        remember(&home, &first);
        let mut second = home.load_settings();
        first.note_opened(opened("/a.ron"));
        home.change_settings(&first, &|kept| kept.note_opened(opened("/a.ron"))).expect("kept");
        second.note_opened(opened("/b.ron"));
        let kept = home.change_settings(&second, &|kept| kept.note_opened(opened("/b.ron"))).expect("kept");
        let paths: Vec<_> = kept.recent.iter().map(|file| file.path.as_path()).collect();
        assert_eq!(paths, [Path::new("/b.ron"), Path::new("/a.ron")]);
        home.change_settings(&first, &|kept| kept.lang = Some(UiLang::Es)).expect("kept");
        home.change_settings(&second, &|kept| kept.is_calm = true).expect("kept");
        let expected = Settings { lang: Some(UiLang::Es), is_calm: true, ..kept };
        assert_eq!(home.load_settings(), expected);
    }

    #[test]
    fn windows_that_remember_at_the_same_time_lose_nothing() {
        let (_folder, home) = home();
        remember(&home, &Settings::default());
        std::thread::scope(|scope| {
            for window in ["a", "b"] {
                let home = &home;
                scope.spawn(move || {
                    for number in 0..5 {
                        let path = PathBuf::from(format!("/{window}{number}.ron"));
                        let file = RecentFile { path, opened: 3, lanes: 1, steps: 2 };
                        home.change_settings(&Settings::default(), &|kept| kept.note_opened(file.clone()))
                            .expect("kept");
                    }
                });
            }
        });
        assert_eq!(home.load_settings().recent.len(), 10);
    }

    #[test]
    fn what_a_window_knows_is_remembered_again_where_it_was_lost() {
        let (_folder, home) = home();
        let settings = Settings { scale: 1.5, ..Settings::default() };
        remember(&home, &settings);
        for lost in ["removed", "damaged"] {
            fs::remove_file(home.settings_path()).expect("removed");
            if lost == "damaged" {
                write(&home.settings_path(), b"(scale: ").expect("written");
            }
            home.change_settings(&settings, &|_| ()).expect("kept");
            assert_eq!(home.load_settings(), settings, "{lost}");
        }
    }

    #[test]
    fn damaged_settings_files_are_set_aside_beside_each_other() {
        let (_folder, home) = home();
        let damaged = |number: usize| format!("(look: \"dark\", recent: [{number}");
        for number in 1..=12 {
            write(&home.settings_path(), damaged(number).as_bytes()).expect("written");
            assert_eq!(home.load_settings(), Settings::default());
            assert!(!home.settings_path().exists());
        }
        let aside = |ending: &str| fs::read_to_string(home.settings_path().with_extension(ending)).ok();
        assert_eq!(aside("ron.bad"), Some(damaged(1)));
        assert_eq!(aside("ron.bad2"), Some(damaged(2)));
        assert_eq!((aside("ron.bad9"), aside("ron.bad10")), (Some(damaged(12)), None));
    }

    #[test]
    fn templates_are_kept_by_name_and_none_is_replaced() {
        let (_folder, home) = home();
        let blank = pipeline::open_template(&template::BLANK).expect("opens");
        for file in ["returns-2026.ron", "returns-2026-2.ron"] {
            let path = home.save_as_template(&blank, " Returns (2026) ").expect("kept");
            assert_eq!(path, home.templates_path().join(file));
        }
        let kept = home.user_templates();
        assert_eq!(kept.len(), 2);
        let document = kept[0].document.as_ref().expect("opens");
        assert_eq!(document.title.get(&UiLang::Es.into(), &document.language), "Returns (2026)");
    }

    #[test]
    fn templates_are_known_by_what_is_in_them() {
        let (_folder, home) = home();
        for (name, content) in [
            ("copied.txt", template::BLANK.source),
            ("notes.ron", "Ask for the number\n"),
            ("list.csv", "ID,Task\n1,Ask\n"),
            (".laneway-1.tmp", template::BLANK.source),
        ] {
            write(&home.templates_path().join(name), content.as_bytes()).expect("written");
        }
        let kept = home.user_templates();
        assert!(
            matches!(&kept[..], [GalleryEntry { id: EntryId::Yours(path), document: Ok(_) }] if path.ends_with("copied.txt"))
        );
    }

    #[test]
    fn a_template_that_cannot_be_opened_says_why() {
        let (_folder, home) = home();
        let broken = home.templates_path().join("broken.ron");
        write(&broken, b"(format: \"laneway\"").expect("written");
        let kept = home.user_templates();
        assert!(
            matches!(&kept[..], [GalleryEntry { document: Err(error), .. }] if error.say(english()).contains("broken.ron"))
        );
    }
}
