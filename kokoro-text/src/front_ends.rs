//! The front ends of several languages, each made when it is first needed.

use std::fmt;
use std::sync::OnceLock;

use crate::{Error, Language, Phonemizer, TextData, phonemizer_with};

/// One front end for each language, made when it is first needed unless the caller brought it.
#[derive(Default)]
pub struct FrontEnds {
    made: [OnceLock<Box<dyn Phonemizer>>; Language::ALL.len()],
    data: TextData,
}

impl FrontEnds {
    /// None yet; their data will lie in `data`.
    pub fn new(data: TextData) -> Self {
        Self { data, ..Self::default() }
    }

    /// Takes a front end of the caller's, which reads its language in place of the built-in one. Of
    /// two for one language the first stays.
    pub fn put(&self, phonemizer: Box<dyn Phonemizer>) {
        let _ = self.made[phonemizer.language() as usize].set(phonemizer);
    }

    /// The front end of a language.
    ///
    /// # Errors
    /// Those of [`phonemizer_with`].
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

impl fmt::Debug for FrontEnds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let made =
            Language::ALL.iter().filter(|&&language| self.made[language as usize].get().is_some());
        f.debug_struct("FrontEnds")
            .field("made", &made.collect::<Vec<_>>())
            .field("data", &self.data)
            .finish()
    }
}
