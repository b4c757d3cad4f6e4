//! Text front ends, one for each language.

use std::sync::OnceLock;

use kokoro_text::{Language, Phonemizer, TextData, phonemizer_with};

use crate::Error;

/// One front end for each language, made when it is first needed unless the caller brought it.
#[derive(Default)]
pub(crate) struct Phonemizers {
    made: [OnceLock<Box<dyn Phonemizer>>; Language::ALL.len()],
    data: TextData,
}

impl Phonemizers {
    /// None yet; their data will lie in `data`.
    pub fn new(data: TextData) -> Self {
        Self { data, ..Self::default() }
    }

    /// Takes the caller's front end of its language. Of two for one language the first stays.
    pub fn put(&self, phonemizer: Box<dyn Phonemizer>) {
        let _ = self.made[phonemizer.language() as usize].set(phonemizer);
    }

    /// The front end of a language.
    ///
    /// # Errors
    /// [`Error::Text`] if there is none.
    pub fn get(&self, language: Language) -> Result<&dyn Phonemizer, Error> {
        let slot = &self.made[language as usize];
        if let Some(made) = slot.get() {
            return Ok(made.as_ref());
        }
        // Two threads may both get here; the second one's front end is dropped.
        let made = phonemizer_with(language, &self.data)?;
        Ok(slot.get_or_init(|| made).as_ref())
    }
}
