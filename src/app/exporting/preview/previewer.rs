//! When a preview is made: a moment after the last change, one at a time, and the last wish wins.

use std::{sync::Arc, time::Duration};

use eframe::egui::{Context, TextureOptions};

use super::{
    image::PictureError,
    make::{MadePreview, PreviewWish, make},
};
use crate::{
    app::{
        jobs::job::{Job, Jobs, NotFound},
        services::api::Services,
    },
    locale::Catalog,
    model::Document,
    ui::dialogs::{Preview, PreviewPicture},
};

/// How long the fields must rest before a preview is made.
const REST_SECS: f64 = 0.15;

/// The preview of the export dialog.
#[derive(Default)]
pub(crate) struct Previewer {
    shown: Preview,
    /// What `shown` was made of.
    made: Option<PreviewWish>,
    /// What is wished, and since when.
    wished: Option<(PreviewWish, f64)>,
    making: Option<Making>,
}

/// A preview that is being made.
struct Making {
    wish: PreviewWish,
    job: Job<Result<MadePreview, PictureError>>,
}

/// Of what a preview is made, and with what.
#[derive(Clone, Copy)]
pub(crate) struct PreviewSource<'a> {
    pub(crate) document: &'a Arc<Document>,
    pub(crate) services: &'a Arc<dyn Services>,
    /// The language of words about what went wrong.
    pub(crate) catalog: &'static Catalog,
}

impl Previewer {
    /// What there is to show.
    pub(crate) const fn shown(&self) -> &Preview {
        &self.shown
    }

    /// Whether what is shown is not what is wished.
    pub(crate) fn is_behind(&self) -> bool {
        self.wished.as_ref().map(|(wish, _)| wish) != self.made.as_ref()
    }

    /// Takes what is finished and begins what is wished; called once in a frame. Without a wish nothing is shown.
    pub(crate) fn update(
        &mut self,
        ctx: &Context,
        wish: Option<PreviewWish>,
        subject: PreviewSource<'_>,
        jobs: &mut Jobs,
    ) {
        let now = ctx.input(|i| i.time);
        self.take(ctx, subject.catalog);
        let Some(wish) = wish else {
            return self.clear();
        };
        let (_, since) = match self.wished.take() {
            Some((same, since)) if same == wish => self.wished.insert((same, since)),
            Some(_) => self.wished.insert((wish.clone(), now)),
            // The first one need not wait.
            None => self.wished.insert((wish.clone(), now - REST_SECS)),
        };
        let rested = now - *since;
        // A job that runs wakes the window when it ends, also one whose result nobody wants any more.
        if self.made.as_ref() == Some(&wish) || self.making.is_some() {
            return;
        }
        if rested < REST_SECS {
            ctx.request_repaint_after(Duration::from_secs_f64(REST_SECS - rested));
            return;
        }
        self.begin(wish, subject, jobs);
    }

    /// Shows nothing. What is being made is made to its end, for nobody, before the next one.
    pub(crate) fn clear(&mut self) {
        *self = Self { making: self.making.take(), ..Self::default() };
    }

    fn begin(&mut self, wish: PreviewWish, subject: PreviewSource<'_>, jobs: &mut Jobs) {
        let (services, document) = (Arc::clone(subject.services), Arc::clone(subject.document));
        let work = wish.clone();
        let job = jobs.start("preview", None, move |_| Ok(make(services.as_ref(), &document, &work)));
        self.making = Some(Making { wish, job });
    }

    /// Takes what was made, if it is still wanted.
    fn take(&mut self, ctx: &Context, catalog: &Catalog) {
        let Some(found) = self.making.as_ref().and_then(|making| making.job.poll()) else { return };
        let Some(Making { wish, job: _ }) = self.making.take() else { return };
        if self.wished.as_ref().is_none_or(|(wished, _)| *wished != wish) {
            return;
        }
        self.shown = match found {
            Ok(Ok(MadePreview::Picture(image, facts))) => {
                let texture = ctx.load_texture("export-preview", image, TextureOptions::LINEAR);
                Preview::Ready(PreviewPicture::Picture(texture), facts)
            }
            Ok(Ok(MadePreview::Text(text, facts))) => Preview::Ready(PreviewPicture::Text(text), facts),
            Ok(Err(error)) => Preview::Refused(error.say(catalog)),
            Err(NotFound::Stopped | NotFound::Broken) => Preview::Refused(catalog.text("ui-export-broke")),
        };
        self.made = Some(wish);
    }
}
