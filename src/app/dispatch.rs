//! Who gets which message, and who does which effect: the only place that knows all capabilities.

use std::{
    iter,
    path::{Path, PathBuf},
};

use super::{
    canvas::update as canvas,
    choosing::{
        chosen_file::{Agreed, ChosenFile},
        purpose::Purpose,
        replace_question::ReplaceAnswer,
    },
    clipboard::{copy_paste, copy_picture},
    commands::command::{AppCommand, Beside, FollowCommand, Zoom},
    documents::{counts::Counts, open_document::OpenDocument},
    editing::changes,
    effect::{DialogName, Effect},
    finding::finder::SearchDialog,
    importing::{files::FilesInLine, report},
    laneway::Laneway,
    laying_out::lay_out::LayoutWish,
    message::Message,
    opening::open_files,
    panels::answer as panels,
    repairing::repair::account_answered,
    saving::save::{self, NamedFile},
    shell::answer::ShellAnswer,
    tabulating::save_table,
    watching::question::merge,
};
use crate::ui::{dialogs::LineAnswer, tabs::TabAnswer};

impl Laneway {
    /// What happened in the background since the last frame.
    pub(super) fn poll(&mut self) -> Vec<Message> {
        let all = &mut self.capabilities;
        let chosen = all.choosing.poll().map(|(purpose, files)| Message::Chosen(purpose, files));
        let exported = all.exporting.poll().map(Message::Exported);
        let in_the_way = all.comparing.poll().map(|(format, file)| Message::CompareInTheWay(format, file));
        let copied = all.copying_picture.poll().map(Message::PictureCopied);
        let laid_out = all.laying_out.poll(&self.documents).map(Message::LaidOut);
        let is_at_work = self.documents.shown().is_some_and(OpenDocument::is_at_work);
        let is_free = self.shell.dialog.is_none() && !is_at_work;
        let not_opened = all.following.poll().map(Message::Following);
        let replaced = all.replacing_text.poll(&self.documents).map(Message::TextReplaced);
        let imported = all.importing.poll(is_free).map(Message::Imported);
        // One question at a time.
        let is_free = is_free && imported.is_none();
        let in_folder = all.folder_search.poll(is_free).map(Message::Folder);
        let is_free = is_free && in_folder.is_none();
        let found = all.recovering.poll(is_free).map(Message::Recoverable);
        let repaired = all.repairing.poll(is_free && found.is_none());
        let is_free = is_free && found.is_none() && repaired.is_none();
        let is_due = all.repairing.is_due(is_free);
        let damaged = repaired.map(Message::Repaired).or(is_due.then_some(Message::Damaged));
        // What we write ourselves is nobody else's change.
        let is_writing = all.saving.is_writing();
        let saved = all.saving.poll().map(Message::Saved);
        let is_free = is_free && !is_writing && damaged.is_none();
        all.outside.hear();
        let outside = all.outside.poll(&self.documents, is_free).map(Message::ChangedOutside);
        let chosen = chosen.into_iter().chain(not_opened);
        let ended = chosen.chain(exported).chain(copied).chain(saved).chain(laid_out).chain(replaced);
        ended
            .chain(in_the_way)
            .chain(in_folder)
            .chain(imported)
            .chain(found)
            .chain(damaged)
            .chain(outside)
            .collect()
    }

    /// Gives a message to whom it is for, and does what follows.
    pub(super) fn dispatch(&mut self, message: Message) {
        let env = self.env();
        // The frame that shows the change is the next one.
        env.ctx.request_repaint();
        if message.ends_dialog() {
            self.shell.dialog = None;
        }
        let (documents, jobs, all) = (&mut self.documents, &mut self.jobs, &mut self.capabilities);
        let effects = match message {
            Message::Command(command) => vec![Effect::Run(command)],
            Message::Paste(text) => copy_paste::paste(documents, &env, &text),
            Message::PastePicture => copy_paste::paste_picture(documents, &env),
            Message::PictureCopied(result) => copy_picture::ended(&env, result),
            Message::Files(files) => vec![Effect::ForgetProblems, Effect::Open(files)],
            Message::Start(choice) => all.starting.update(documents, &env, choice),
            Message::Shell(answer) => self.shell_answered(answer),
            Message::Tab(answer) => self.tab_answered(answer),
            Message::Canvas(answer) => canvas::update(documents, answer).into_iter().collect(),
            Message::Panel(answer) => panels::update(&mut self.panels, documents, &env, answer),
            Message::DismissProblems => vec![Effect::ForgetProblems],
            Message::CloseDialog => vec![Effect::CloseDialog],
            Message::Chosen(purpose, files) => self.chosen(purpose, files),
            Message::PathTyped(answer) => return self.path_typed(answer),
            Message::Replace(answer) => return self.replace_answered(answer),
            Message::Exported(exported) => all.exporting.ended(documents, env.catalog, exported),
            Message::Export(answer) => all.exporting.answered(documents, jobs, &env, answer),
            Message::LaidOut(result) => all.laying_out.ended(documents, &env, result),
            Message::Imported(result) => all.importing.ended(documents, &env, result),
            Message::Recoverable(found) => all.recovering.found(&env, found),
            Message::Recovery(answer) => all.recovering.answered(documents, &env, answer),
            Message::Report(answer) => all.import_report.answered(documents, &env, answer),
            Message::Damaged => all.repairing.tell_next(),
            Message::DamagedAnswered(answer) => return all.repairing.answered(jobs, &env, answer),
            Message::Repaired(result) => all.repairing.ended(documents, &env, result),
            Message::Account(answer) => account_answered(documents, &env, answer),
            Message::Stop(job) => return jobs.stop(job),
            Message::Leaving(answer) => all.leaving.answered(documents, answer),
            Message::ChangedOutside(change) => all.outside.ask(documents, &env, change),
            Message::ForgetOpener(key) => return all.outside.forget_opener(key),
            Message::Outside(answer) => all.outside.answered(documents, &env, answer),
            Message::Saving(answer) => all.saving.answered(documents, jobs, &env, answer),
            Message::Saved(result) => all.saving.ended(documents, jobs, &env, result),
            Message::TemplateNamed(answer) => all.saving.template_named(documents, &env, answer),
            Message::Band(answer) => all.editing.answered(answer),
            Message::Language(answer) => changes::language_answered(answer),
            Message::Fix(answer) => answer.effects(),
            Message::Found(answer) => all.searching.answered(answer),
            Message::Following(told) => all.following.told(documents, jobs, &env, told),
            Message::FindBar(answer) => all.find_bar.answered(documents, &env, answer),
            Message::ReplaceText(answer) => all.replacing_text.answered(documents, jobs, answer),
            Message::Folder(told) => all.folder_search.told(documents, jobs, &env, told),
            Message::TextReplaced(result) => all.replacing_text.ended(documents, &env, result),
            Message::Import(answer) => all.importing.answered(documents, jobs, &env, answer),
            Message::Versions(choice) => all.versions.answered(documents, &env, choice),
            Message::CompareInTheWay(format, file) => {
                vec![Effect::AskReplace(Purpose::ComparePicture(format), file)]
            }
            Message::Compare(answer) => all.comparing.answered(jobs, answer),
            Message::SaveTable(answer) => all.tabulating.answered(documents, answer),
        };
        self.perform(effects);
    }

    fn shell_answered(&mut self, answer: ShellAnswer) -> Vec<Effect> {
        match answer {
            ShellAnswer::Command(command) => return vec![Effect::Run(command)],
            ShellAnswer::Recent(path) => return vec![Effect::ForgetProblems, Effect::Open(vec![path])],
            ShellAnswer::ShowDocument(key) => self.documents.show(key),
            ShellAnswer::ChartLang(lang) => {
                let services = self.env().services;
                if let Some(open) = self.documents.shown_mut() {
                    open.show_lang(services.as_ref(), lang);
                }
            }
        }
        Vec::new()
    }

    fn tab_answered(&mut self, answer: TabAnswer) -> Vec<Effect> {
        match answer {
            TabAnswer::Show(at) => self.documents.show_at(at),
            TabAnswer::Move(from, to) => self.documents.move_tab(from, to),
            TabAnswer::Start => return vec![Effect::StartPage],
            TabAnswer::Close(at) => {
                let Some(key) = self.documents.at(at).map(|open| open.key) else { return Vec::new() };
                return self.capabilities.leaving.close(&mut self.documents, key);
            }
        }
        Vec::new()
    }

    /// Goes on with the files that were chosen; none: the question was cancelled.
    fn chosen(&mut self, purpose: Purpose, files: Vec<PathBuf>) -> Vec<Effect> {
        let env = self.env();
        let mut files = files.into_iter();
        // What waited for the document to be saved does not happen.
        let Some(path) = files.next() else { return vec![Effect::StopLeaving] };
        let (documents, all) = (&mut self.documents, &mut self.capabilities);
        match purpose {
            Purpose::Open => {
                let files = iter::once(path).chain(files).collect();
                vec![Effect::ForgetProblems, Effect::Open(files)]
            }
            Purpose::Import => vec![Effect::ForgetProblems, Effect::Import(path, files.collect())],
            Purpose::Repair => {
                all.repairing.begin(&mut self.jobs, &env, path);
                vec![Effect::ForgetProblems]
            }
            Purpose::Save(key) => {
                all.saving.save_to(documents, &mut self.jobs, &env, NamedFile { key, path })
            }
            Purpose::Export | Purpose::SaveTable(..) | Purpose::ComparePicture(_) => {
                let agreed = if env.dialogs.is_available() { Agreed::OneFile } else { Agreed::Nothing };
                self.write_chosen(purpose, ChosenFile { path, agreed })
            }
            Purpose::Folder => all.folder_search.read(&mut self.jobs, &env, path, all.find_bar.sought()),
            Purpose::Compare => all.comparing.with_file(documents, &mut self.jobs, &env, path),
        }
    }

    /// Writes what is made of a chart into the file that was chosen.
    fn write_chosen(&mut self, purpose: Purpose, file: ChosenFile) -> Vec<Effect> {
        let env = self.env();
        let (documents, jobs, all) = (&self.documents, &mut self.jobs, &mut self.capabilities);
        match purpose {
            Purpose::Export => {
                all.exporting.write(documents, jobs, &env, file);
                Vec::new()
            }
            Purpose::SaveTable(key, kind) => save_table::write(documents, &env, key, kind, file),
            Purpose::ComparePicture(format) => {
                all.comparing.write(jobs, format, file);
                Vec::new()
            }
            Purpose::Open
            | Purpose::Import
            | Purpose::Repair
            | Purpose::Save(_)
            | Purpose::Compare
            | Purpose::Folder => Vec::new(),
        }
    }

    /// Goes on after it was asked whether something may be replaced.
    fn replace_answered(&mut self, answer: ReplaceAnswer) {
        let Some((purpose, path)) = self.capabilities.replacing.take() else { return };
        self.shell.dialog = dialog_below(purpose);
        let effects = match answer {
            ReplaceAnswer::Replace => {
                self.write_chosen(purpose, ChosenFile { path, agreed: Agreed::AllFiles })
            }
            ReplaceAnswer::AnotherName => vec![Effect::Ask(purpose, path)],
            ReplaceAnswer::Cancel => Vec::new(),
        };
        self.perform(effects);
    }

    /// Goes on with the path that was typed. One that will not do is mended more easily than typed again.
    fn path_typed(&mut self, answer: LineAnswer) {
        let Some(mut typed) = self.capabilities.choosing.take_typed() else { return };
        let purpose = typed.purpose;
        self.shell.dialog = dialog_below(purpose);
        if answer == LineAnswer::Cancel {
            return self.perform(vec![Effect::StopLeaving]);
        }
        let before = self.shell.problem.take();
        let effects = self.chosen(purpose, vec![typed.chosen()]);
        self.perform(effects);
        if self.shell.problem.is_some() && self.shell.dialog.is_none() {
            typed.problem = std::mem::replace(&mut self.shell.problem, before);
            let effects = self.capabilities.choosing.type_path(typed);
            self.perform(effects);
        }
    }

    /// Does effects one after the other, and what follows from one of them before the next.
    pub(super) fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let following = self.effect(effect);
            self.perform(following);
        }
    }

    fn effect(&mut self, effect: Effect) -> Vec<Effect> {
        let env = self.env();
        let (documents, jobs, all) = (&mut self.documents, &mut self.jobs, &mut self.capabilities);
        match effect {
            Effect::Say(text) => self.shell.notices.say(&env.ctx, text),
            Effect::SayWithUndo(text) => self.shell.notices.say_with_undo(&env.ctx, text),
            Effect::Refuse(text) => self.shell.notices.refuse(&env.ctx, text),
            Effect::DropNotice => self.shell.notices.clear(),
            Effect::Problem(problem) => self.shell.tell(problem),
            Effect::Warn(warning) => self.shell.warning = Some(warning),
            Effect::ForgetProblems => (self.shell.problem, self.shell.warning) = (None, None),
            Effect::Show(dialog) => self.show_dialog(Some(dialog)),
            Effect::CloseDialog => self.show_dialog(None),
            Effect::Run(command) => return self.command(command),
            Effect::Edit(request) => return changes::perform(documents, &env, request),
            Effect::Change(command) => return all.editing.update(documents, &env, command),
            Effect::AskFix(fix) => return all.editing.ask_fix(documents, &env, *fix),
            Effect::ShowSelection => documents.bring_selection_into_sight(),
            Effect::Jump(page, step) => return documents.jump(env.services.as_ref(), &page, step),
            Effect::OpenOutside(place) => all.following.open_outside(jobs, &env, place),
            Effect::Follow(step) => return all.following.follow(documents, jobs, &env, &step),
            Effect::Arrived(from) => all.following.arrived(documents, *from),
            Effect::Account(report) => return all.import_report.show(*report),
            Effect::CopyText(text) => env.ctx.copy_text(text),
            Effect::CopyImage(image) => env.ctx.copy_image(*image),
            Effect::LookFor(sought) => all.find_bar.look_for(documents, &env, sought),
            Effect::Window(command) => env.ctx.send_viewport_cmd(command),
            Effect::Open(files) => return open_files::open_files(documents, &env, files),
            Effect::OfferRepair(refused) => all.repairing.offer(refused),
            Effect::Import(path, waiting) => {
                return all.importing.look_at(documents, jobs, &env, FilesInLine { path, waiting });
            }
            Effect::Ask(purpose, suggested) => {
                return all.choosing.ask(jobs, env.dialogs.as_ref(), purpose, suggested);
            }
            Effect::AskReplace(purpose, path) => return all.replacing.ask(purpose, path),
            Effect::Opened(path, inside) => return self.opened(&path, inside),
            Effect::KeepSeen(seen) => return self.profile.keep_seen(&seen),
            Effect::Forget(path) => return self.profile.forget(&path),
            Effect::MergeFile(key) => return merge(documents, &env, key),
            Effect::CompareChanged(path) => {
                return all.comparing.with_changed_file(documents, jobs, &env, path);
            }
            Effect::Compare(when, document) => {
                return all.comparing.with_version(documents, jobs, &env, (when, *document));
            }
            Effect::Save(key) => return all.saving.save(documents, jobs, &env, key),
            Effect::SaveAs(key) => return save::save_as(documents, &env, key),
            Effect::SaveEnded { is_saved } => return all.leaving.save_ended(documents, is_saved),
            Effect::StopLeaving => all.leaving.stop(),
            Effect::Reverted(key) => {
                all.laying_out.forget(key);
                return all.saving.forget(key).into_iter().collect();
            }
            Effect::StartPage => {
                documents.show_none();
                all.starting.look_anew();
            }
            Effect::LanguageChanged => all.starting.follow_interface(),
        }
        Vec::new()
    }

    /// A file was opened or written, and has this in it; `None`: it was to be opened in vain.
    fn opened(&mut self, path: &Path, inside: Option<Counts>) -> Vec<Effect> {
        let services = self.env().services;
        if let Some(open) = self.documents.of_file(path).and_then(|key| self.documents.get_mut(key)) {
            open.open_as_seen(services.as_ref(), self.profile.settings().seen.of(path));
        }
        self.capabilities.starting.look_anew();
        self.capabilities.sweeping.sweep_beside(&mut self.jobs, iter::once(path));
        inside.map(|inside| self.profile.note_opened(path, inside)).unwrap_or_default()
    }

    /// Gives a command to whom it is for, if it can be used.
    fn command(&mut self, command: AppCommand) -> Vec<Effect> {
        if !self.state().is_enabled(command) {
            return Vec::new();
        }
        let env = self.env();
        let (documents, jobs, all) = (&mut self.documents, &mut self.jobs, &mut self.capabilities);
        match command {
            AppCommand::Open(command) => return open_files::update(documents, &env, command),
            AppCommand::Save(command) => return all.saving.update(documents, command),
            AppCommand::Recover => all.recovering.look(jobs, &env, true),
            AppCommand::Repair => return vec![Effect::Ask(Purpose::Repair, PathBuf::new())],
            AppCommand::Export => return all.exporting.show(documents),
            AppCommand::Versions => return all.versions.show(documents, &env),
            AppCommand::Compare(command) => return all.comparing.update(documents, jobs, &env, command),
            AppCommand::SaveTable => return all.tabulating.show(documents, &env),
            AppCommand::ImportTable => return vec![Effect::Ask(Purpose::Import, PathBuf::new())],
            AppCommand::ImportReport => return report::of_shown(documents),
            AppCommand::Leave(command) => return all.leaving.update(documents, command),
            AppCommand::Clipboard(command) => {
                return copy_paste::update(&mut all.copying_picture, documents, jobs, &env, command);
            }
            AppCommand::Edit(command) => return all.editing.update(documents, &env, command),
            AppCommand::Step(kind) => return canvas::insert_step(documents, &env, kind),
            AppCommand::Rename => canvas::rename(documents),
            AppCommand::Follow(FollowCommand::Link) => {
                let step = documents.shown().and_then(|open| open.editor.selection().only_step().cloned());
                return step.map(Effect::Follow).into_iter().collect();
            }
            AppCommand::Follow(FollowCommand::Back) => return all.following.back(documents, &env),
            AppCommand::Search => {
                let finder = SearchDialog::new(&env.ctx, &self.state());
                return self.capabilities.searching.show(finder);
            }
            AppCommand::Find(command) => all.find_bar.update(documents, &env, command),
            AppCommand::FindInFolder => return vec![Effect::Ask(Purpose::Folder, PathBuf::new())],
            AppCommand::ReplaceText => return all.replacing_text.ask(all.find_bar.sought()),
            AppCommand::Zoom(zoom) => self.zoom(zoom),
            AppCommand::Toggle(panel) => panels::toggle(&mut self.panels, documents, panel),
            AppCommand::OrderOutline(order) => self.panels.outline_order = order,
            AppCommand::ListSymbols => self.panels.lists_symbols = !self.panels.lists_symbols,
            AppCommand::Settings(command) => return self.profile.update(&env.ctx, command),
            AppCommand::LayOut(what) => {
                let wish = LayoutWish { what, spacing: self.profile.settings().spacing };
                return all.laying_out.update(documents, jobs, &env, wish);
            }
            AppCommand::Document(place) => documents.step(place == Beside::After),
            AppCommand::Shortcuts => {
                self.shell.sought_shortcuts.clear();
                return vec![Effect::Show(DialogName::Shortcuts)];
            }
            AppCommand::Promises => return vec![Effect::Show(DialogName::Promises)],
            AppCommand::About => return vec![Effect::Show(DialogName::About)],
        }
        Vec::new()
    }

    fn zoom(&mut self, zoom: Zoom) {
        let Some(open) = self.documents.shown_mut() else { return };
        match zoom {
            Zoom::In => open.zoom_by(1),
            Zoom::Out => open.zoom_by(-1),
            Zoom::Reset => open.zoom_to(1.0),
            Zoom::Fit => open.fit(),
            Zoom::Width => open.zoom_to_width(),
            Zoom::Selection => open.zoom_on(open.selected_area()),
            Zoom::Lane => open.zoom_on(open.lanes_area()),
            Zoom::Phase => open.zoom_on(open.phases_area()),
        }
    }
}

/// The dialog over which it is asked for a path.
const fn dialog_below(purpose: Purpose) -> Option<DialogName> {
    match purpose {
        Purpose::Export => Some(DialogName::Export),
        Purpose::ComparePicture(_) => Some(DialogName::Compare),
        Purpose::Open
        | Purpose::Save(_)
        | Purpose::Import
        | Purpose::Repair
        | Purpose::SaveTable(..)
        | Purpose::Compare
        | Purpose::Folder => None,
    }
}
