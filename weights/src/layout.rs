//! Names and shapes of the parameters of Kokoro-82M v1.0, and the shape of its voices.
//!
//! The parameters are those of upstream's state dict with weight norm folded.
//! What upstream's modules declare beyond this list, and why it is absent:
//!
//! - `*.norm.weight`, `*.norm.bias` of `InstanceNorm1d` inside AdaIN: declared (`affine=True`) only
//!   to help an ONNX exporter; the model was trained without them, so they are ones and zeros.
//! - `bert.pooler.*`: its output is never used.
//! - `bert.embeddings.position_ids`: the numbers 0, 1, 2, …

use std::collections::BTreeMap;
use std::path::Path;

use crate::Error;

/// Rows of a voice: one for each count of phonemes, 1 to 510.
pub const VOICE_ROWS: usize = 510;
/// Columns of a voice: 128 of timbre, then 128 of prosody.
pub const VOICE_COLUMNS: usize = 256;

/// Parameters that a model must have: shape by name.
#[derive(Clone, Debug)]
pub(crate) struct Layout(BTreeMap<String, Vec<usize>>);

impl Layout {
    /// Kokoro-82M v1.0: 457 tensors, 81,140,664 parameters.
    pub(crate) fn kokoro() -> Self {
        Self::parse(include_str!("layout.txt"))
    }

    /// Lines of a name, a space, and dimensions joined by `x`.
    pub(crate) fn parse(text: &str) -> Self {
        let shape = |text: &str| text.split('x').filter_map(|n| n.parse().ok()).collect();
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        Self(lines.map(|(name, dims)| (name.to_owned(), shape(dims))).collect())
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Compares the tensors of a foreign file with the list: all there, none besides, each of its
    /// shape.
    ///
    /// # Errors
    /// [`Error::Tensor`] for the first difference.
    pub(crate) fn check<'a>(
        &self,
        path: &Path,
        tensors: impl Iterator<Item = (&'a str, &'a [usize])>,
    ) -> Result<(), Error> {
        let error = |tensor: &str, expected: String, found: String| Error::Tensor {
            path: path.into(),
            tensor: tensor.into(),
            expected,
            found,
        };
        let found: BTreeMap<&str, &[usize]> = tensors.collect();
        for (name, shape) in &self.0 {
            match found.get(name.as_str()) {
                Some(found) if found == shape => {}
                Some(found) => return Err(error(name, format!("{shape:?}"), format!("{found:?}"))),
                None => return Err(error(name, format!("{shape:?}"), "no such tensor".into())),
            }
        }
        match found.keys().find(|name| !self.contains(name)) {
            Some(name) => Err(error(name, "no such tensor".into(), format!("{:?}", found[name]))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_that_of_kokoro_82m() {
        let Layout(tensors) = Layout::kokoro();
        assert_eq!(tensors.len(), 457);
        let parameters: usize = tensors.values().map(|shape| shape.iter().product::<usize>()).sum();
        assert_eq!(parameters, 81_140_664);
        assert_eq!(tensors["decoder.generator.ups.0.weight"], [512, 256, 20]);
    }
}
