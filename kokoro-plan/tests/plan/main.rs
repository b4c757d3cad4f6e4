//! Plans of whole texts.

mod cases;
mod properties;
mod ssml;
mod support;
