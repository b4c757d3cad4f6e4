//! Pronunciation lexicons: packed, and written by users.
