//! A part of the chart copied as a picture and nothing else, for programs that would rather take the words.

use eframe::egui::ColorImage;

use super::picture::PictureSource;
use crate::{
    app::{
        commands::command::PictureOf,
        documents::{open_document::OpenDocument, tabs::Documents},
        effect::Effect,
        env::Env,
        exporting::preview::image::PictureError,
        jobs::job::{Caption, Job, Jobs, NotFound},
    },
    arrange::PagePart,
    locale::Catalog,
};

/// What came of a picture: the pixels that are still to be put into the clipboard, if any.
pub(crate) type PictureResult = Result<Result<Option<Box<ColorImage>>, PictureError>, NotFound>;

/// The picture that is on its way into the clipboard.
#[derive(Default)]
pub(crate) struct CopyingPicture {
    job: Option<Job<Result<Option<Box<ColorImage>>, PictureError>>>,
}

impl CopyingPicture {
    /// Begins to draw a part of what is shown, in the place of what is being drawn.
    pub(crate) fn begin(&mut self, documents: &Documents, jobs: &mut Jobs, env: &Env, of: PictureOf) {
        let Some(open) = documents.shown() else { return };
        let Some(part) = part(open, of) else { return };
        let source = PictureSource::of_shown(env, open, part);
        let clipboard = env.clipboard.clone();
        let caption: Caption = Box::new(|catalog: &Catalog| catalog.text("ui-copying-picture"));
        self.job = Some(
            jobs.start("picture", Some(caption), move |_| Ok(source.in_print().put(clipboard.as_ref()))),
        );
    }

    /// What came of the picture, once.
    pub(crate) fn poll(&mut self) -> Option<PictureResult> {
        let result = self.job.as_ref()?.poll()?;
        self.job = None;
        Some(result)
    }
}

/// Says what came of the picture.
pub(crate) fn ended(env: &Env, result: PictureResult) -> Vec<Effect> {
    match result {
        Ok(Ok(pixels)) => {
            let said = Effect::Say(env.catalog.text("ui-export-copied"));
            pixels.map(Effect::CopyImage).into_iter().chain([said]).collect()
        }
        Ok(Err(error)) => vec![Effect::Refuse(error.say(env.catalog))],
        Err(NotFound::Stopped) => Vec::new(),
        Err(NotFound::Broken) => vec![Effect::Refuse(env.catalog.text("ui-export-broke"))],
    }
}

/// The part that is meant; `None` where there is no such part.
fn part(open: &OpenDocument, of: PictureOf) -> Option<PagePart> {
    match of {
        PictureOf::Selection => {
            let steps = open.editor.selection().steps.clone();
            (!steps.is_empty()).then(|| PagePart { steps: Some(steps), ..PagePart::default() })
        }
        PictureOf::Lane => Some(PagePart { lane: Some(open.only_lane()?.clone()), ..PagePart::default() }),
        PictureOf::Page => Some(PagePart::default()),
    }
}
