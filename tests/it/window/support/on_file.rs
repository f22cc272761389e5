//! The window's logic on the chart of a file.

use std::path::PathBuf;

use egui_kittest::Harness;
use laneway::{
    app::{Bundled, Laneway, ScriptedDialogs},
    edit::Editor,
    locale::UiLang,
    model::{Page, Step},
};

pub(crate) type Window = Harness<'static, Laneway>;

/// A window of this size that speaks `lang` and shows the chart in `path`.
pub(crate) fn window_on(path: PathBuf, size: [f32; 2], lang: UiLang) -> Window {
    let builder = Harness::builder().with_size(size).with_max_steps(60).with_step_dt(0.05);
    let mut window = builder.build_eframe(|creation| {
        let dialogs = Box::new(ScriptedDialogs::default());
        Laneway::new(&creation.egui_ctx, Box::new(Bundled), dialogs).speaking(lang)
    });
    window.state_mut().open_files(vec![path]);
    window.run();
    window
}

pub(crate) fn editor(window: &Window) -> &Editor {
    window.state().editor().expect("an editor")
}

pub(crate) fn page(window: &Window) -> &Page {
    editor(window).page().expect("a page")
}

/// The step that says this in English.
pub(crate) fn step<'w>(window: &'w Window, text: &str) -> &'w Step {
    let lang = UiLang::En.into();
    let found = page(window).steps.values().find(|step| step.text.exactly(&lang) == Some(text));
    found.unwrap_or_else(|| panic!("no step “{text}”"))
}
