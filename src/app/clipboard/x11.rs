//! The clipboard of X11, where a window owns what is in it and answers whoever asks for one of its kinds.
//!
//! Owns that window, which nobody sees, and its connection. The clipboard holds nothing itself: what is asked for is sent
//! as long as the program runs, and a clipboard manager may take all of it over.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use x11rb::{
    COPY_DEPTH_FROM_PARENT, CURRENT_TIME, NONE,
    connection::{Connection as _, RequestConnection as _},
    errors::{ConnectionError, ReplyError, ReplyOrIdError},
    protocol::{
        Event,
        xproto::{
            Atom, AtomEnum, ConnectionExt as _, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT,
            SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
        },
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

use super::system::{ClipboardOffer, OfferId, SystemClipboard};
use crate::app::jobs::job::Jobs;

/// How long another program may take to send its steps.
const READING: Duration = Duration::from_millis(500);
/// How long a clipboard manager may take to take everything over.
const HANDING_OVER: Duration = Duration::from_millis(800);
/// How often it is looked for an answer.
const LOOK: Duration = Duration::from_millis(2);

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        CLIPBOARD,
        CLIPBOARD_MANAGER,
        SAVE_TARGETS,
        TARGETS,
        UTF8_STRING,
        TEXT,
        PLAIN: b"text/plain",
        PLAIN_UTF8: b"text/plain;charset=utf-8",
        PNG: b"image/png",
        STEPS: b"application/x-laneway-steps",
        LANEWAY_ANSWER,
    }
}

/// A connection with a window that nobody sees.
struct Link {
    connection: RustConnection,
    window: Window,
    atoms: Atoms,
}

impl Link {
    fn open() -> Result<Self, Box<dyn std::error::Error>> {
        let (connection, screen) = x11rb::connect(None)?;
        let window = Self::window(&connection, screen)?;
        let atoms = Atoms::new(&connection)?.reply()?;
        Ok(Self { connection, window, atoms })
    }

    fn window(connection: &RustConnection, screen: usize) -> Result<Window, ReplyOrIdError> {
        let id = connection.generate_id()?;
        let root = connection.setup().roots.get(screen).map_or(NONE, |screen| screen.root);
        let looks = CreateWindowAux::new();
        let class = WindowClass::INPUT_OUTPUT;
        let depth = COPY_DEPTH_FROM_PARENT;
        connection.create_window(depth, id, root, 0, 0, 1, 1, 0, class, NONE, &looks)?.check()?;
        Ok(id)
    }

    /// What the clipboard holds as `kind`; `None` where it has no such kind, or its owner does not answer.
    fn read(&self, kind: Atom) -> Option<Vec<u8>> {
        let Atoms { CLIPBOARD, LANEWAY_ANSWER, .. } = self.atoms;
        let asked =
            self.connection.convert_selection(self.window, CLIPBOARD, kind, LANEWAY_ANSWER, CURRENT_TIME);
        asked.ok()?.check().ok()?;
        let begun = Instant::now();
        while begun.elapsed() < READING {
            match self.connection.poll_for_event().ok()? {
                Some(Event::SelectionNotify(answer)) if answer.property == NONE => return None,
                Some(Event::SelectionNotify(_)) => {
                    let sent =
                        self.connection.get_property(true, self.window, LANEWAY_ANSWER, kind, 0, u32::MAX);
                    let sent = sent.ok()?.reply().ok()?;
                    // Some programs answer with nothing, or with another kind, for what they have not.
                    return (sent.type_ == kind && !sent.value.is_empty()).then_some(sent.value);
                }
                Some(_) => {}
                None => thread::sleep(LOOK),
            }
        }
        None
    }
}

/// A picture that goes with an offer.
enum Picture {
    /// It is being drawn; these wait for it.
    Awaited(Vec<SelectionRequestEvent>),
    /// The bytes of a PNG.
    Drawn(Vec<u8>),
    /// There is none.
    Missing,
}

/// What is in the clipboard as long as it is ours.
struct Offered {
    id: OfferId,
    steps: Option<String>,
    words: Option<String>,
    picture: Picture,
}

/// What the clipboard's window has to answer with.
#[derive(Default)]
struct Store {
    offered: Option<Offered>,
    /// How many offers there were.
    count: u64,
    /// Whether a clipboard manager has said that it has everything.
    is_handed_over: bool,
}

/// The window that owns the clipboard while what was copied last is ours.
struct SelectionOwner {
    link: Link,
    store: Mutex<Store>,
    handed_over: Condvar,
}

impl SelectionOwner {
    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next_id(&self) -> OfferId {
        let mut store = self.store();
        store.count += 1;
        OfferId(store.count)
    }

    /// Answers whoever asks, until the connection ends.
    fn serve(&self) -> Result<(), ConnectionError> {
        loop {
            match self.link.connection.wait_for_event()? {
                Event::SelectionRequest(request) => self.answer(request),
                Event::SelectionClear(_) => self.let_go(),
                Event::SelectionNotify(answer) if answer.target == self.link.atoms.SAVE_TARGETS => {
                    self.store().is_handed_over = true;
                    self.handed_over.notify_all();
                }
                _ => {}
            }
        }
    }

    fn answer(&self, request: SelectionRequestEvent) {
        let mut store = self.store();
        let Store { offered: Some(offered), .. } = &mut *store else { return self.refuse(request) };
        let Atoms { TARGETS, UTF8_STRING, TEXT, PLAIN, PLAIN_UTF8, PNG, STEPS, .. } = self.link.atoms;
        let string = Atom::from(AtomEnum::STRING);
        let target = request.target;
        let words = offered.words.as_deref();
        let bytes = match target {
            _ if target == TARGETS => return self.send_targets(request, offered),
            _ if target == STEPS => offered.steps.as_ref().map(|steps| steps.clone().into_bytes()),
            _ if [UTF8_STRING, TEXT, PLAIN, PLAIN_UTF8].contains(&target) => {
                words.map(|words| words.as_bytes().to_vec())
            }
            _ if target == string => words.map(latin),
            _ if target == PNG => match &mut offered.picture {
                Picture::Awaited(waiting) => return waiting.push(request),
                Picture::Drawn(png) => Some(png.clone()),
                Picture::Missing => None,
            },
            _ => None,
        };
        drop(store);
        self.send(request, bytes.as_deref());
    }

    /// Sends the bytes of the kind that was asked for, where there is such a kind.
    fn send(&self, request: SelectionRequestEvent, bytes: Option<&[u8]>) {
        let most = self.link.connection.maximum_request_bytes();
        let Some(bytes) = bytes.filter(|bytes| bytes.len() + 64 < most) else { return self.refuse(request) };
        let kind =
            if request.target == self.link.atoms.TEXT { self.link.atoms.UTF8_STRING } else { request.target };
        let written = self.link.connection.change_property8(
            PropMode::REPLACE,
            request.requestor,
            property(request),
            kind,
            bytes,
        );
        if written.is_ok_and(|cookie| cookie.check().is_ok()) {
            self.notify(request, property(request));
        }
    }

    fn send_targets(&self, request: SelectionRequestEvent, offered: &Offered) {
        let Atoms { TARGETS, SAVE_TARGETS, UTF8_STRING, TEXT, PLAIN, PLAIN_UTF8, PNG, STEPS, .. } =
            self.link.atoms;
        let mut targets = vec![TARGETS, SAVE_TARGETS];
        targets.extend(offered.steps.as_ref().map(|_| STEPS));
        if offered.words.is_some() {
            targets.extend([UTF8_STRING, PLAIN_UTF8, PLAIN, TEXT, AtomEnum::STRING.into()]);
        }
        if !matches!(offered.picture, Picture::Missing) {
            targets.push(PNG);
        }
        let written = self.link.connection.change_property32(
            PropMode::REPLACE,
            request.requestor,
            property(request),
            AtomEnum::ATOM,
            &targets,
        );
        if written.is_ok() {
            self.notify(request, property(request));
        }
    }

    fn refuse(&self, request: SelectionRequestEvent) {
        self.notify(request, NONE);
    }

    /// Tells who asked where the answer is. Who is gone by now does not hear it.
    fn notify(&self, request: SelectionRequestEvent, property: Atom) {
        let event = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: request.requestor,
            selection: request.selection,
            target: request.target,
            property,
        };
        let connection = &self.link.connection;
        if let Ok(cookie) = connection.send_event(false, request.requestor, EventMask::NO_EVENT, event) {
            cookie.ignore_error();
        }
        // Where the connection has ended, the thread that serves finds that too.
        drop(connection.flush());
    }

    /// Makes the clipboard ours.
    fn take(&self) -> Result<(), ReplyError> {
        let clipboard = self.link.atoms.CLIPBOARD;
        self.link.connection.set_selection_owner(self.link.window, clipboard, CURRENT_TIME)?.check()
    }

    /// Forgets what is offered, unless the clipboard is ours again by now.
    fn let_go(&self) {
        let asked = self.link.connection.get_selection_owner(self.link.atoms.CLIPBOARD);
        let owner = asked.ok().and_then(|cookie| cookie.reply().ok()).map(|reply| reply.owner);
        if owner != Some(self.link.window) {
            self.replace(None);
        }
    }

    /// Puts `offered` in the place of what was offered before. Who waits for a picture of that gets none.
    fn replace(&self, offered: Option<Offered>) {
        let before = std::mem::replace(&mut self.store().offered, offered);
        if let Some(Offered { picture: Picture::Awaited(waiting), .. }) = before {
            for request in waiting {
                self.refuse(request);
            }
        }
    }

    /// Asks the clipboard manager, if there is one, to take everything that is offered.
    fn ask_manager(&self) -> Option<()> {
        let Atoms { CLIPBOARD_MANAGER, SAVE_TARGETS, LANEWAY_ANSWER, .. } = self.link.atoms;
        let connection = &self.link.connection;
        let manager = connection.get_selection_owner(CLIPBOARD_MANAGER).ok()?.reply().ok()?.owner;
        (manager != NONE).then_some(())?;
        let window = self.link.window;
        connection
            .convert_selection(window, CLIPBOARD_MANAGER, SAVE_TARGETS, LANEWAY_ANSWER, CURRENT_TIME)
            .ok()?;
        connection.flush().ok()
    }
}

/// Where the answer goes; programs of old do not say so.
const fn property(request: SelectionRequestEvent) -> Atom {
    if request.property == NONE { request.target } else { request.property }
}

/// The text in Latin-1, which is what `STRING` means.
fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

/// The clipboard of the X server that shows the window.
pub(crate) struct X11Clipboard {
    owner: Arc<SelectionOwner>,
}

impl X11Clipboard {
    /// The clipboard, served in the background; `None` where the window is shown by something else than an X server.
    pub(crate) fn connect(jobs: &mut Jobs) -> Option<Self> {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET") {
            return None;
        }
        let link = Link::open().ok()?;
        let owner =
            Arc::new(SelectionOwner { link, store: Mutex::default(), handed_over: Condvar::default() });
        let served = Arc::clone(&owner);
        jobs.start("clipboard", None, move |_| {
            // Without a connection there is nobody left to answer.
            drop(served.serve());
            Ok(())
        })
        .detach();
        Some(Self { owner })
    }
}

impl SystemClipboard for X11Clipboard {
    fn offer(&self, offer: ClipboardOffer) -> Option<OfferId> {
        let ClipboardOffer { steps, words, has_picture } = offer;
        let picture = if has_picture { Picture::Awaited(Vec::new()) } else { Picture::Missing };
        let id = self.owner.next_id();
        self.owner.replace(Some(Offered { id, steps, words, picture }));
        self.owner.take().ok().map(|()| id)
    }

    fn add_picture(&self, id: OfferId, png: Option<Vec<u8>>) {
        let mut store = self.owner.store();
        let Some(offered) = store.offered.as_mut().filter(|offered| offered.id == id) else { return };
        let drawn = png.clone().map_or(Picture::Missing, Picture::Drawn);
        let before = std::mem::replace(&mut offered.picture, drawn);
        drop(store);
        if let Picture::Awaited(waiting) = before {
            for request in waiting {
                self.owner.send(request, png.as_deref());
            }
        }
    }

    fn steps(&self) -> Option<String> {
        if let Some(offered) = &self.owner.store().offered {
            return offered.steps.clone();
        }
        let link = Link::open().ok()?;
        String::from_utf8(link.read(link.atoms.STEPS)?).ok()
    }

    fn hand_over(&self) {
        let store = self.owner.store();
        if store.offered.is_none() || self.owner.ask_manager().is_none() {
            return;
        }
        let is_waiting = |store: &mut Store| !store.is_handed_over;
        drop(self.owner.handed_over.wait_timeout_while(store, HANDING_OVER, is_waiting));
    }
}
