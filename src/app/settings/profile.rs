//! The person at the window: what is remembered of them, and where.

use std::{
    path::{Path, absolute},
    sync::Arc,
};

use eframe::egui::{Context, ViewportInfo};

use super::{
    home::Home,
    seen::{SeenFile, WindowPlace},
    stored::{RecentFile, Settings},
};
use crate::{
    app::{
        commands::command::SettingsCommand, documents::counts::Counts, effect::Effect, panels::state::Panels,
    },
    locale::{Catalog, UiLang},
    ui::theme,
};

/// How large the interface can be drawn, in percent of the system's size.
const SCALES: [f32; 10] = [80.0, 90.0, 100.0, 110.0, 125.0, 140.0, 150.0, 160.0, 180.0, 200.0];

/// What is remembered of a person, and where.
pub(crate) struct Profile {
    settings: Settings,
    /// Where settings and templates of the person are kept; `None`: nowhere.
    home: Option<Arc<dyn Home>>,
    lang: UiLang,
}

impl Profile {
    /// A person of whom nothing is known but the language.
    pub(crate) fn new(lang: UiLang) -> Self {
        Self { settings: Settings::default(), home: None, lang }
    }

    /// What is remembered.
    pub(crate) const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The person's own place.
    pub(crate) const fn home(&self) -> Option<&Arc<dyn Home>> {
        self.home.as_ref()
    }

    /// The texts of the interface.
    pub(crate) fn catalog(&self) -> &'static Catalog {
        Catalog::of(self.lang)
    }

    /// Speaks `lang`, which is not remembered.
    pub(crate) const fn speak(&mut self, lang: UiLang) {
        self.lang = lang;
    }

    /// Takes over what is remembered in `home`: look, language and scale.
    pub(crate) fn move_in(&mut self, ctx: &Context, home: Arc<dyn Home>) {
        self.settings = home.load_settings();
        self.home = Some(home);
        self.lang = self.settings.lang.unwrap_or(self.lang);
        ctx.set_theme(self.settings.look);
        ctx.set_zoom_factor(self.settings.scale);
        theme::calm(ctx, self.settings.is_calm);
    }

    /// Changes what is remembered, and keeps it.
    pub(crate) fn update(&mut self, ctx: &Context, command: SettingsCommand) -> Vec<Effect> {
        match command {
            SettingsCommand::Look(look) => {
                ctx.set_theme(look);
                self.remember(|settings| settings.look = look)
            }
            SettingsCommand::LessMotion => {
                let is_calm = !self.settings.is_calm;
                theme::calm(ctx, is_calm);
                self.remember(|settings| settings.is_calm = is_calm)
            }
            SettingsCommand::ScaleUp => self.scale(ctx, Some(true)),
            SettingsCommand::ScaleDown => self.scale(ctx, Some(false)),
            SettingsCommand::ScaleReset => self.scale(ctx, None),
            SettingsCommand::Speak(lang) => {
                self.lang = lang;
                let mut effects = vec![Effect::LanguageChanged];
                effects.extend(self.remember(|settings| settings.lang = Some(lang)));
                effects
            }
            SettingsCommand::KeepVersions => {
                let keeps_versions = !self.settings.keeps_versions;
                let said = if keeps_versions { "ui-versions-on" } else { "ui-versions-off" };
                let mut effects = vec![Effect::Say(self.catalog().text(said))];
                effects.extend(self.remember(|settings| settings.keeps_versions = keeps_versions));
                effects
            }
            SettingsCommand::Space(spacing) => self.remember(|settings| settings.spacing = spacing),
        }
    }

    /// Remembers that the file `path` was opened, and what is `inside`.
    pub(crate) fn note_opened(&mut self, path: &Path, inside: Counts) -> Vec<Effect> {
        let Some(now) = self.home.as_ref().map(|home| home.now()) else { return Vec::new() };
        // A relative name would mean another file the next time.
        let path = absolute(path).unwrap_or_else(|_| path.to_owned());
        let Counts { lanes, steps } = inside;
        let file = RecentFile { path, opened: now, lanes, steps };
        self.remember(|settings| settings.note_opened(file.clone()))
    }

    /// Takes the file `path` off the list of those that were opened lately.
    pub(crate) fn forget(&mut self, path: &Path) -> Vec<Effect> {
        self.remember(|settings| settings.forget(path))
    }

    /// Remembers how files were seen.
    pub(crate) fn keep_seen(&mut self, seen: &[SeenFile]) -> Vec<Effect> {
        self.remember(|settings| seen.iter().cloned().for_each(|file| settings.seen.note(file)))
    }

    /// Remembers where the window is.
    pub(crate) fn keep_window(&mut self, info: &ViewportInfo, scale: f32) -> Vec<Effect> {
        let place = WindowPlace::of(info, scale, self.settings.window);
        if place == self.settings.window {
            return Vec::new();
        }
        self.remember(|settings| settings.window = place)
    }

    /// Remembers the panels, if they are not as they were.
    pub(crate) fn keep_panels(&mut self, panels: &Panels) -> Vec<Effect> {
        let before = self.settings.panels.clone();
        if before == *panels {
            return Vec::new();
        }
        self.remember(|settings| settings.panels = settings.panels.clone().with_change(&before, panels))
    }

    /// Changes what this window goes by and what is remembered. Of what other windows remembered meanwhile it goes by
    /// the files that were opened, and by nothing that would change its looks.
    fn remember(&mut self, change: impl Fn(&mut Settings)) -> Vec<Effect> {
        change(&mut self.settings);
        let Some(home) = &self.home else { return Vec::new() };
        let error = match home.change_settings(&self.settings, &change) {
            Ok(kept) => {
                (self.settings.recent, self.settings.seen) = (kept.recent, kept.seen);
                return Vec::new();
            }
            Err(error) => error,
        };
        let catalog = self.catalog();
        let reason = [("reason", error.say(catalog).into())];
        vec![Effect::Problem(catalog.text_with("ui-settings-failed", &reason))]
    }

    /// Draws the interface a step larger or smaller, or in the system's own size.
    fn scale(&mut self, ctx: &Context, is_larger: Option<bool>) -> Vec<Effect> {
        let now = (self.settings.scale * 100.0).round();
        let percent = match is_larger {
            Some(true) => SCALES.into_iter().find(|step| *step > now),
            Some(false) => SCALES.into_iter().rev().find(|step| *step < now),
            None => Some(100.0),
        };
        let scale = percent.unwrap_or(now) / 100.0;
        ctx.set_zoom_factor(scale);
        let mut effects = self.remember(|settings| settings.scale = scale);
        let words = [("percent", (scale * 100.0).round().into())];
        effects.push(Effect::Say(self.catalog().text_with("ui-scaled", &words)));
        effects
    }
}
