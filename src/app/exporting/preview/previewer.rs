//! When a preview is made: a moment after the last change, one at a time, and the last wish wins.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
    time::Duration,
};

use eframe::egui::{Context, TextureOptions};

use super::make::{Made, Wish, make};
use crate::{
    app::services::api::Services,
    locale::Catalog,
    model::Document,
    ui::dialogs::{Preview, Shown},
};

/// How long the fields must rest before a preview is made.
const REST_SECS: f64 = 0.15;

/// The preview of an open export dialog.
#[derive(Default)]
pub(crate) struct Previewer {
    shown: Preview,
    /// What `shown` was made of.
    made: Option<Wish>,
    /// What is wished, and since when.
    wished: Option<(Wish, f64)>,
    job: Option<Job>,
}

struct Job {
    wish: Wish,
    result: Receiver<Result<Made, String>>,
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
        wish: Option<Wish>,
        services: &Arc<dyn Services>,
        document: &Arc<Document>,
    ) {
        let now = ctx.input(|i| i.time);
        self.take(ctx);
        let Some(wish) = wish else {
            *self = Self { job: self.job.take(), ..Self::default() };
            return;
        };
        let (_, since) = match self.wished.take() {
            Some((same, since)) if same == wish => self.wished.insert((same, since)),
            Some(_) => self.wished.insert((wish.clone(), now)),
            // The first one need not wait.
            None => self.wished.insert((wish.clone(), now - REST_SECS)),
        };
        let rested = now - *since;
        // A job that runs wakes the window when it ends, also one whose result nobody wants any more.
        if self.made.as_ref() == Some(&wish) || self.job.is_some() {
            return;
        }
        if rested < REST_SECS {
            ctx.request_repaint_after(Duration::from_secs_f64(REST_SECS - rested));
            return;
        }
        self.begin(ctx, wish, services, document);
    }

    fn begin(&mut self, ctx: &Context, wish: Wish, services: &Arc<dyn Services>, document: &Arc<Document>) {
        let (sender, result) = channel();
        let (services, document) = (Arc::clone(services), Arc::clone(document));
        let (ctx, work) = (ctx.clone(), wish.clone());
        let spawned = thread::Builder::new().name("preview".to_owned()).spawn(move || {
            // A closed dialog no longer listens.
            drop(sender.send(make(services.as_ref(), &document, &work)));
            ctx.request_repaint();
        });
        match spawned {
            Ok(_) => self.job = Some(Job { wish, result }),
            Err(error) => (self.made, self.shown) = (Some(wish), Preview::Refused(error.to_string())),
        }
    }

    /// Takes the result of the job, if it has ended and is still wanted.
    fn take(&mut self, ctx: &Context) {
        let Some(job) = &self.job else { return };
        let result = match job.result.try_recv() {
            Ok(result) => result,
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => Err(Catalog::of(job.wish.lang).text("ui-export-broke")),
        };
        let Some(Job { wish, result: _ }) = self.job.take() else { return };
        if self.wished.as_ref().is_none_or(|(wished, _)| *wished != wish) {
            return;
        }
        self.shown = match result {
            Ok(Made::Picture(image, facts)) => {
                let texture = ctx.load_texture("export-preview", image, TextureOptions::LINEAR);
                Preview::Ready(Shown::Picture(texture), facts)
            }
            Ok(Made::Text(text, facts)) => Preview::Ready(Shown::Text(text), facts),
            Err(reason) => Preview::Refused(reason),
        };
        self.made = Some(wish);
    }
}
