//! English text as tokens with part-of-speech tags, as spaCy's small model has them.
