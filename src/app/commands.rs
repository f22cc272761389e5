//! The one table of actions: menus, toolbar, shortcuts and the shortcut help all read it.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers, ThemePreference};

use super::PanelName;
use crate::{locale::UiLang, ui::icons::Icon};

/// Something a person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppCommand {
    /// An empty chart.
    NewChart,
    /// A file, asked for.
    Open,
    /// A picture of the chart.
    Export,
    /// Back to the start page.
    StartPage,
    /// The end.
    Quit,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// One document unit is one point.
    ZoomReset,
    /// All of the page.
    ZoomFit,
    /// A panel shown or hidden.
    Toggle(PanelName),
    /// How the window looks.
    Look(ThemePreference),
    /// The interface's language.
    Speak(UiLang),
    /// What the keys do.
    Shortcuts,
    /// What the program is.
    About,
}

/// The menu that a command stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuName {
    /// Documents.
    File,
    /// How things are seen.
    View,
    /// What to know.
    Help,
}

impl MenuName {
    /// All of them, from left to right.
    pub const ALL: [Self; 3] = [Self::File, Self::View, Self::Help];

    /// The heading's key in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Self::File => "ui-menu-file",
            Self::View => "ui-menu-view",
            Self::Help => "ui-menu-help",
        }
    }
}

/// When a command can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Always.
    Nothing,
    /// While a document is shown.
    Document,
}

/// What is known of a command.
pub struct CommandInfo {
    /// The command.
    pub command: AppCommand,
    /// Its label's key in the catalogue; the tooltip's is the same with `-tip`.
    pub key: &'static str,
    /// Its keys; the first is the one that is shown.
    pub shortcuts: &'static [KeyboardShortcut],
    /// When it can be used.
    pub needs: Needs,
    /// Where it stands: menu and group in the menu.
    pub menu: (MenuName, u8),
    /// Its sign, if it has one: toolbar group and sign.
    pub toolbar: Option<(u8, Icon)>,
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn row(command: AppCommand, key: &'static str, menu: (MenuName, u8)) -> CommandInfo {
    CommandInfo { command, key, shortcuts: &[], needs: Needs::Nothing, menu, toolbar: None }
}

impl CommandInfo {
    const fn keys(self, shortcuts: &'static [KeyboardShortcut]) -> Self {
        Self { shortcuts, ..self }
    }

    const fn on_document(self) -> Self {
        Self { needs: Needs::Document, ..self }
    }

    const fn sign(self, group: u8, icon: Icon) -> Self {
        Self { toolbar: Some((group, icon)), ..self }
    }
}

/// Every command, in the order of menus and help.
pub const TABLE: [CommandInfo; 20] = [
    row(AppCommand::NewChart, "ui-cmd-new", (MenuName::File, 0)).keys(&[ctrl(Key::N)]).sign(0, Icon::New),
    row(AppCommand::Open, "ui-cmd-open", (MenuName::File, 0)).keys(&[ctrl(Key::O)]).sign(0, Icon::Open),
    row(AppCommand::Export, "ui-cmd-export", (MenuName::File, 1)).keys(&[ctrl(Key::E)]).on_document(),
    row(AppCommand::StartPage, "ui-cmd-start", (MenuName::File, 2))
        .keys(&[KeyboardShortcut::new(Modifiers::ALT, Key::Home)])
        .on_document()
        .sign(0, Icon::Home),
    row(AppCommand::Quit, "ui-cmd-quit", (MenuName::File, 3)).keys(&[ctrl(Key::Q)]),
    row(AppCommand::ZoomIn, "ui-cmd-zoom-in", (MenuName::View, 0))
        .keys(&[plain(Key::Plus), plain(Key::Equals), ctrl(Key::Plus), ctrl(Key::Equals)])
        .on_document()
        .sign(1, Icon::ZoomIn),
    row(AppCommand::ZoomOut, "ui-cmd-zoom-out", (MenuName::View, 0))
        .keys(&[plain(Key::Minus), ctrl(Key::Minus)])
        .on_document()
        .sign(1, Icon::ZoomOut),
    row(AppCommand::ZoomReset, "ui-cmd-zoom-reset", (MenuName::View, 0))
        .keys(&[ctrl(Key::Num0)])
        .on_document(),
    row(AppCommand::ZoomFit, "ui-cmd-zoom-fit", (MenuName::View, 0))
        .keys(&[plain(Key::F), ctrl(Key::Num1)])
        .on_document()
        .sign(1, Icon::Fit),
    row(AppCommand::Toggle(PanelName::Symbols), "ui-cmd-symbols", (MenuName::View, 3))
        .keys(&[plain(Key::F6)])
        .on_document(),
    row(AppCommand::Toggle(PanelName::Properties), "ui-cmd-properties", (MenuName::View, 3))
        .keys(&[plain(Key::F7)])
        .on_document(),
    row(AppCommand::Toggle(PanelName::Problems), "ui-cmd-problems", (MenuName::View, 3))
        .keys(&[plain(Key::F8)])
        .on_document(),
    row(AppCommand::Toggle(PanelName::Map), "ui-cmd-map", (MenuName::View, 3))
        .keys(&[plain(Key::F9)])
        .on_document(),
    row(AppCommand::Look(ThemePreference::Light), "ui-cmd-light", (MenuName::View, 1)),
    row(AppCommand::Look(ThemePreference::Dark), "ui-cmd-dark", (MenuName::View, 1)),
    row(AppCommand::Look(ThemePreference::System), "ui-cmd-system", (MenuName::View, 1)),
    row(AppCommand::Speak(UiLang::En), "ui-cmd-english", (MenuName::View, 2)),
    row(AppCommand::Speak(UiLang::Es), "ui-cmd-spanish", (MenuName::View, 2)),
    row(AppCommand::Shortcuts, "ui-cmd-shortcuts", (MenuName::Help, 0)).keys(&[plain(Key::F1)]),
    row(AppCommand::About, "ui-cmd-about", (MenuName::Help, 0)),
];

/// The command whose keys were pressed, if any.
pub fn pressed(ctx: &Context) -> Option<AppCommand> {
    let is_writing = ctx.text_edit_focused();
    let all = || TABLE.iter().flat_map(|row| row.shortcuts.iter().map(move |keys| (row.command, keys)));
    ctx.input_mut(|input| {
        let mut fits = all().filter(|(_, keys)| {
            let types = keys.modifiers == Modifiers::NONE && !is_function_key(keys.logical_key);
            !(is_writing && types) && input.consume_shortcut(keys)
        });
        fits.next().map(|(command, _)| command)
    })
}

const fn is_function_key(key: Key) -> bool {
    matches!(key, Key::F1 | Key::F6 | Key::F7 | Key::F8 | Key::F9)
}

/// How keys are read: `Ctrl+O`.
pub fn keys_text(ctx: &Context, keys: &KeyboardShortcut) -> String {
    let key = match keys.logical_key {
        Key::Plus => "+",
        Key::Equals => "=",
        Key::Minus => "-",
        _ => return ctx.format_shortcut(keys),
    };
    let named = ctx.format_shortcut(&KeyboardShortcut::new(keys.modifiers, Key::A));
    format!("{}{key}", named.trim_end_matches('A'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Catalog;

    #[test]
    fn every_command_has_words_and_its_own_keys() {
        for lang in UiLang::ALL {
            let catalog = Catalog::of(lang);
            for row in &TABLE {
                assert!(catalog.has(row.key), "{} {lang:?}", row.key);
                assert!(catalog.has(&format!("{}-tip", row.key)), "{}-tip {lang:?}", row.key);
            }
        }
        let keys: Vec<_> = TABLE.iter().flat_map(|row| row.shortcuts).collect();
        for (i, one) in keys.iter().enumerate() {
            assert!(!keys.iter().skip(i + 1).any(|other| other == one), "{one:?}");
        }
    }
}
