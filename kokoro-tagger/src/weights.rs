//! The weights of the network, as they lie in the program.

use crate::lexeme::ATTRIBUTES;

static WEIGHTS: &[u8] = include_bytes!("../data/weights.bin");

/// Numbers of a token.
pub(crate) const WIDTH: usize = 96;
/// Sums, of which the greatest is taken.
pub(crate) const PIECES: usize = 3;
/// Sums of a layer.
pub(crate) const SUMS: usize = WIDTH * PIECES;
/// Tokens that a layer sees: one before and one after each.
pub(crate) const WINDOW: usize = 3;
/// Layers that see neighbours.
pub(crate) const LAYERS: usize = 4;
/// Number of tags.
pub(crate) const TAGS: usize = 50;
/// Scores of a token: of the tags, and others that make whole vectors.
pub(crate) const SCORES: usize = 64;
/// Rows of each embedding.
const ROWS: [usize; ATTRIBUTES] = [5000, 1000, 2500, 2500, 50, 50];

/// An embedding in 8 bits.
#[derive(Debug)]
pub(crate) struct Embedding {
    scales: &'static [[u8; 4]],    // [rows]
    codes: &'static [[i8; WIDTH]], // [rows]
}

impl Embedding {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.scales.len()
    }

    /// Adds row `index` to a sum.
    #[inline(always)]
    pub fn add(&self, index: usize, sum: &mut [f32; WIDTH]) {
        let scale = f32::from_le_bytes(self.scales[index]);
        for (sum, &code) in sum.iter_mut().zip(&self.codes[index]) {
            *sum += scale * f32::from(code);
        }
    }
}

/// A weight of a layer: 16 bits, little-endian, which need not be aligned.
pub(crate) type Code = [u8; 2];

/// A linear layer in 16 bits with the normalisation after it. The first sums of all outputs come
/// before their second ones, and these before the third.
#[derive(Debug)]
pub(crate) struct Layer {
    pub scales: Vec<f32>,       // [288]
    pub bias: Vec<f32>,         // [288]
    pub gain: Vec<f32>,         // [96]
    pub shift: Vec<f32>,        // [96]
    pub codes: &'static [Code], // [inputs / 2, 288, 2]
}

/// All weights.
#[derive(Debug)]
pub(crate) struct Weights {
    pub embeddings: [Embedding; ATTRIBUTES],
    /// Makes the 6 · 96 numbers of a token's embeddings 96.
    pub mixer: Layer,
    pub layers: [Layer; LAYERS],
    pub bias: [f32; SCORES],            // that of a score without a tag is −∞
    pub scores: [[f32; SCORES]; WIDTH], // weights
}

impl Weights {
    pub fn new() -> Self {
        let mut reader = Reader { bytes: WEIGHTS };
        Self {
            embeddings: ROWS.map(|rows| Embedding {
                scales: reader.take(4 * rows).as_chunks().0,
                codes: signed(reader.take(rows * WIDTH)).as_chunks().0,
            }),
            mixer: reader.layer(ATTRIBUTES * WIDTH),
            layers: [(); LAYERS].map(|()| reader.layer(WINDOW * WIDTH)),
            bias: reader.scores(f32::NEG_INFINITY),
            scores: std::array::from_fn(|_| reader.scores(0.0)),
        }
    }
}

/// Reads the weights in the order in which `tools/weights.py` has written them.
struct Reader {
    bytes: &'static [u8],
}

impl Reader {
    fn take(&mut self, len: usize) -> &'static [u8] {
        let (taken, rest) = self.bytes.split_at(len);
        self.bytes = rest;
        taken
    }

    fn floats(&mut self, len: usize) -> Vec<f32> {
        self.take(4 * len).as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect()
    }

    /// A number for each tag, and `rest` for the other scores.
    fn scores(&mut self, rest: f32) -> [f32; SCORES] {
        let mut scores = [rest; SCORES];
        scores[..TAGS].copy_from_slice(&self.floats(TAGS));
        scores
    }

    fn layer(&mut self, inputs: usize) -> Layer {
        Layer {
            scales: self.floats(SUMS),
            bias: self.floats(SUMS),
            gain: self.floats(WIDTH),
            shift: self.floats(WIDTH),
            codes: self.take(size_of::<Code>() * SUMS * inputs).as_chunks().0,
        }
    }
}

/// Bytes as signed numbers.
fn signed(bytes: &'static [u8]) -> &'static [i8] {
    // SAFETY: both types are one byte, of which all values are valid.
    unsafe { std::slice::from_raw_parts(bytes.as_ptr().cast(), bytes.len()) }
}
