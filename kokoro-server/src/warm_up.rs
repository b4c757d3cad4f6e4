//! The first speech, which nobody hears: it reads what is only read when it is needed.

use kokoro::{Chunk, Error, SpeechOptions};

use crate::{ApiError, AppState, Listener, ServerOptions, Source};

impl AppState {
    /// Speaks a phrase in the voice of the options, so that the first client waits no longer than
    /// others, and what is missing is known before it comes.
    ///
    /// # Errors
    /// The server cannot speak: the voice or the language of its options is missing.
    pub async fn warm_up(&self) -> Result<(), ApiError> {
        let ServerOptions { voice, language, .. } = self.options();
        let options = SpeechOptions::new(voice).language(*language);
        let text = Source::Text("1.".into()); // which every language has a word for
        let mut speech = self.speak(text, options, Nobody).await?;
        while let Some(heard) = speech.next().await {
            heard.map_err(|error| ApiError::from(&error))?;
        }
        tracing::info!("ready");
        Ok(())
    }
}

/// Hears a speech and keeps nothing of it.
struct Nobody;

impl Listener for Nobody {
    type Heard = ();

    fn hear(&mut self, _: Chunk) -> Result<Vec<()>, Error> {
        Ok(Vec::new())
    }

    fn finish(self) -> Result<Vec<()>, Error> {
        Ok(Vec::new())
    }
}
