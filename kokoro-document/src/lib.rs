//! What people paste, plain, Markdown or HTML, as blocks of clean text.
