//! Speech of a text that arrives in pieces.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use kokoro_core::CancelToken;
use kokoro_plan::{Follower, Item, PlanOptions};
use kokoro_text::FrontEnds;

use crate::stream::Arrival;
use crate::{Error, Kokoro, SpeechOptions, Stream};

/// How often a stream that waits for text looks whether it was cancelled.
const LOOK: Duration = Duration::from_millis(20);

impl Kokoro {
    /// The speech of a text that arrives in pieces, such as the answer of a language model: whoever
    /// has the text gives it to the feed, and the stream gives a chunk as soon as a sentence is
    /// certain and spoken. The two are used from different threads, because the stream waits for
    /// text.
    ///
    /// However the text is cut, the chunks are the same. Joined, they are what
    /// [`speak`](Self::speak) makes of the whole text, bit for bit, but for what only later text
    /// tells: [`plan::Follower`](crate::plan::Follower) lists that, and when a sentence is certain.
    /// HTML and SSML are spoken when the text is over.
    ///
    /// A chunk does not wait for the text after it, and so does not know whether it
    /// [is the last](crate::Chunk::is_last); a last chunk comes only if a pause or a mark ends the
    /// text. The errors are those of [`stream`](Self::stream); a text in which nothing can be said
    /// is one when it is over.
    pub fn follow(&self, options: &SpeechOptions) -> (TextFeed, Stream<'_>) {
        let shared = Arc::new(Shared::default());
        let feed = TextFeed { shared: shared.clone() };
        let items = options.plan().map(|mut how| {
            how.voices = self.voices().map(str::to_owned).collect();
            Followed::new(&self.engine.front_ends, &how, shared, options.cancel.clone())
        });
        let (items, error) = match items {
            Ok(items) => (Some(items), None),
            Err(error) => (None, Some(Err(error))),
        };
        let items = error.into_iter().chain(items.into_iter().flatten());
        (feed, Stream::new(&self.engine, Box::new(items), options, Arrival::InTime))
    }
}

/// Where the text of a [followed](Kokoro::follow) stream comes in. The text is over when this is
/// dropped, also by a panic.
///
/// Text that was not spoken yet is kept, however much it is: it is small beside its speech. After
/// the end of the stream it is ignored.
#[derive(Debug)]
pub struct TextFeed {
    shared: Arc<Shared>,
}

impl TextFeed {
    /// Adds the next piece of the text, cut anywhere. Never waits for the stream.
    pub fn push_text(&self, text: &str) {
        let mut state = self.shared.lock();
        if !state.closed {
            state.text.push_str(text);
            self.shared.changed.notify_one();
        }
    }

    /// The text is over: the same as dropping this.
    pub fn finish(self) {}
}

impl Drop for TextFeed {
    fn drop(&mut self) {
        self.shared.lock().over = true;
        self.shared.changed.notify_one();
    }
}

/// What feed and stream have in common.
#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    /// Told when `state` changes.
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// What the stream has not taken yet.
    text: String,
    /// Whether nothing more comes.
    over: bool,
    /// Whether nobody takes text any more.
    closed: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing that holds the lock leaves the state half changed.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// More of the text, which may take a while to come; `None` when it is over.
    fn take(&self, cancel: &CancelToken) -> Result<Option<String>, Error> {
        let mut state = self.lock();
        loop {
            cancel.check()?;
            if !state.text.is_empty() {
                return Ok(Some(std::mem::take(&mut state.text)));
            }
            if state.over {
                return Ok(None);
            }
            let waited = self.changed.wait_timeout(state, LOOK);
            (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// The steps of a text that arrives.
struct Followed<'a> {
    follower: Follower<'a>,
    shared: Arc<Shared>,
    cancel: CancelToken,
    /// Whether all of the text was taken, or an error ended it.
    over: bool,
}

impl<'a> Followed<'a> {
    fn new(
        front_ends: &'a FrontEnds,
        how: &PlanOptions,
        shared: Arc<Shared>,
        cancel: CancelToken,
    ) -> Self {
        Self { follower: Follower::new(front_ends, how), shared, cancel, over: false }
    }
}

impl Iterator for Followed<'_> {
    type Item = Result<Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.follower.next() {
                return Some(item.map_err(Error::from));
            }
            if self.over {
                return None;
            }
            match self.shared.take(&self.cancel) {
                Ok(Some(text)) => self.follower.push_text(&text),
                Ok(None) => {
                    self.over = true;
                    self.follower.finish();
                }
                Err(error) => {
                    self.over = true;
                    return Some(Err(error));
                }
            }
        }
    }
}

impl Drop for Followed<'_> {
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.closed = true;
        state.text = String::new();
    }
}
