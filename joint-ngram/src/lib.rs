//! Pronunciations of unknown words by a joint n-gram over letters and phonemes.
