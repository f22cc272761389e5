//! What a widget says of itself under a pointer that rests.

use eframe::egui::{Response, WidgetText};

/// Has a tip.
pub trait WithTip {
    /// Adds the tip `text`, also where it cannot be used. What a dialog covers shows none: one that was open before would stay over the dialog.
    #[expect(clippy::return_self_not_must_use, reason = "whether it was clicked may be known already")]
    fn with_tip(self, text: impl Into<WidgetText>) -> Self;
}

impl WithTip for Response {
    fn with_tip(self, text: impl Into<WidgetText>) -> Self {
        let is_covered = !self.ctx.memory(|memory| memory.is_above_modal_layer(self.layer_id));
        if is_covered {
            return self;
        }
        let text = text.into();
        self.on_hover_text(text.clone()).on_disabled_hover_text(text)
    }
}
