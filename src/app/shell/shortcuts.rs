//! What the help tells of keys and the mouse, made of the command table.

use eframe::egui::Context;

use crate::{
    app::commands::{info::MenuName, keys::keys_text, table::TABLE},
    locale::Catalog,
    ui::dialogs::{ShortcutGroup, ShortcutRow},
};

/// What the mouse does, and keys that are no command's: `ui-gesture-…` in the catalogue.
const GESTURES: [&str; 13] = [
    "write", "add", "next", "connect", "bend", "several", "follow", "drag", "nudge", "pan", "pan-keys",
    "zoom", "steps",
];

/// What is done on the chart itself, and then the commands that have keys, menu by menu.
pub(crate) fn shortcut_groups(ctx: &Context, catalog: &Catalog) -> Vec<ShortcutGroup> {
    let gesture = |name: &str| ShortcutRow {
        name: catalog.text(&format!("ui-gesture-{name}")),
        keys: catalog.text(&format!("ui-gesture-{name}-how")),
        synonyms: String::new(),
    };
    let on_chart = ShortcutGroup {
        title: catalog.text("ui-gestures"),
        rows: GESTURES.iter().map(|it| gesture(it)).collect(),
    };
    let menus = MenuName::ALL.map(|menu| menu_group(ctx, catalog, menu));
    [on_chart].into_iter().chain(menus).filter(|group| !group.rows.is_empty()).collect()
}

/// The commands of `menu` that have keys.
fn menu_group(ctx: &Context, catalog: &Catalog, menu: MenuName) -> ShortcutGroup {
    let rows = TABLE.iter().filter(|row| row.menu.0 == menu && !row.shortcuts.is_empty()).map(|row| {
        let keys: Vec<String> = row.shortcuts.iter().map(|keys| keys_text(ctx, *keys)).collect();
        let synonyms: Vec<String> = row.synonyms.iter().map(|key| catalog.text(key)).collect();
        ShortcutRow { name: catalog.text(row.key), keys: keys.join(", "), synonyms: synonyms.join(" ") }
    });
    ShortcutGroup { title: catalog.text(menu.key()), rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::UiLang;

    #[test]
    fn the_help_has_words_for_every_gesture() {
        for catalog in UiLang::ALL.map(Catalog::of) {
            for name in GESTURES {
                assert!(catalog.has(&format!("ui-gesture-{name}")), "{name}");
                assert!(catalog.has(&format!("ui-gesture-{name}-how")), "{name}");
            }
        }
    }
}
