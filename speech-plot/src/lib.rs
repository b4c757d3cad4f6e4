#![doc = include_str!("../README.md")]

mod axis;
mod labels;
mod pitch;
mod plot;
mod svg;
mod wave;

pub use plot::{PlottedWord, SpeechPlot};
