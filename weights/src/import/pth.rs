//! The official checkpoint: a dict of five state dicts (`bert`, `bert_encoder`, `predictor`,
//! `text_encoder`, `decoder`), keys with the prefix `module.`, convolutions under weight norm.
//!
//! Weight norm (Salimans and Kingma 2016, eq. 2) keeps a direction `v` and a length `g`, one for
//! each index of the first dimension: `w = v · g / ‖v‖`, the norm over all other dimensions. It is
//! folded here, in f64, rounded once.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;

use super::options::Storage;
use super::progress::{ImportStage, Progress};
use super::tensor::Tensor;
use super::torch::{TensorInfo, TorchFile};
use crate::error::{CheckpointError, ParameterFault};
use crate::layout::Layout;
use crate::{Dtype, Error, Result, Sha256};

/// How PyTorch names `v` and `g`: `torch.nn.utils.weight_norm`, then its successor in
/// `parametrizations`.
const WEIGHT_NORM: [(&str, &str); 2] = [
    ("weight_v", "weight_g"),
    ("parametrizations.weight.original1", "parametrizations.weight.original0"),
];

/// Reads all parameters of `layout`, and the hash of the file.
pub(super) fn read(
    path: &Path,
    layout: &Layout,
    storage: Storage,
    progress: &mut dyn Progress,
) -> Result<(Vec<Tensor>, Sha256)> {
    let mut file = TorchFile::open(path)?;
    progress.report(ImportStage::Read, 0, file.len());
    let hash = file.sha256();
    progress.report(ImportStage::Read, file.len(), file.len());
    let format = Error::format::<CheckpointError>(path, "a checkpoint of Kokoro-82M");
    let parameters = state_dict(&file).map_err(&format)?;
    let (mut tensors, total) = (vec![], parameters.len() as u64);
    for (done, (name, parameter)) in parameters.into_iter().enumerate() {
        progress.report(ImportStage::Convert, done as u64, total);
        let in_tensor = |fault| format(CheckpointError::Parameter { name: name.clone(), fault });
        if layout.contains(&name) {
            let (shape, values) = parameter.read(&mut file).map_err(in_tensor)?;
            tensors.push(store(name.clone(), shape, &values, storage).map_err(in_tensor)?);
        } else if let Some(constant) = identity(&name) {
            let (_, values) = parameter.read(&mut file).map_err(in_tensor)?;
            if values.iter().any(|&value| value != constant) {
                return Err(in_tensor(ParameterFault::Trained { expected: constant }));
            }
        } else if !unused(&name) {
            let (expected, found) = ("no such tensor".into(), format!("{:?}", parameter.shape()));
            return Err(Error::Tensor { path: path.into(), tensor: name, expected, found });
        }
    }
    progress.report(ImportStage::Convert, total, total);
    layout.check(path, tensors.iter().map(|tensor| (&*tensor.name, &*tensor.shape)))?;
    Ok((tensors, hash))
}

/// A tensor, or two that make one.
enum Parameter {
    Plain(TensorInfo),
    Normed { v: Option<TensorInfo>, g: Option<TensorInfo> },
}

/// All parameters of a file by name.
fn state_dict(file: &TorchFile) -> Result<BTreeMap<String, Parameter>, CheckpointError> {
    pair(file.state_dict()?)
}

/// Brings `v` and `g` together under the name `weight`.
fn pair(
    tensors: Vec<(String, TensorInfo)>,
) -> Result<BTreeMap<String, Parameter>, CheckpointError> {
    let mut parameters = BTreeMap::new();
    for (name, info) in tensors {
        let (base, v, g) = match normed(&name) {
            Some((base, true)) => (format!("{base}weight"), Some(info), None),
            Some((base, false)) => (format!("{base}weight"), None, Some(info)),
            None => match parameters.entry(name) {
                Entry::Vacant(entry) => {
                    entry.insert(Parameter::Plain(info));
                    continue;
                }
                Entry::Occupied(entry) => {
                    return Err(CheckpointError::Twice { name: entry.key().clone() });
                }
            },
        };
        let (v_is_new, parameter) = (v.is_some(), Parameter::Normed { v: None, g: None });
        match parameters.entry(base.clone()).or_insert(parameter) {
            Parameter::Normed { v: slot, .. } if v_is_new && slot.is_none() => *slot = v,
            Parameter::Normed { g: slot, .. } if !v_is_new && slot.is_none() => *slot = g,
            _ => return Err(CheckpointError::Twice { name: base }),
        }
    }
    Ok(parameters)
}

/// The module's prefix, and whether this is `v` (or `g`), of a tensor under weight norm.
fn normed(name: &str) -> Option<(&str, bool)> {
    WEIGHT_NORM.iter().find_map(|(v, g)| {
        let v = name.strip_suffix(v).map(|base| (base, true));
        v.or_else(|| name.strip_suffix(g).map(|base| (base, false)))
    })
}

impl Parameter {
    fn shape(&self) -> &[usize] {
        match self {
            Self::Plain(info) | Self::Normed { v: Some(info), .. } => &info.shape,
            Self::Normed { g, .. } => g.as_ref().map_or(&[], |info| &info.shape),
        }
    }

    fn read(&self, file: &mut TorchFile) -> Result<(Vec<usize>, Vec<f32>), ParameterFault> {
        match self {
            Self::Plain(info) => Ok((info.shape.clone(), file.read(info)?)),
            Self::Normed { v: Some(v), g: Some(g) } => {
                let (direction, length) = (file.read(v)?, file.read(g)?);
                let (expected, found) = (v.shape.first().copied().unwrap_or(1), length.len());
                if found != expected {
                    return Err(ParameterFault::Lengths { expected, found });
                }
                Ok((v.shape.clone(), fold_weight_norm(&direction, &length)))
            }
            Self::Normed { v, .. } => {
                let part = if v.is_none() { "weight_v" } else { "weight_g" };
                Err(ParameterFault::Missing { part })
            }
        }
    }
}

/// `w = v · g / ‖v‖` for each row. A row of zeros stays zeros, where PyTorch gives NaN.
fn fold_weight_norm(v: &[f32], g: &[f32]) -> Vec<f32> {
    let mut weights = Vec::with_capacity(v.len());
    for (row, &g) in v.chunks((v.len() / g.len().max(1)).max(1)).zip(g) {
        let norm = row.iter().map(|&x| f64::from(x) * f64::from(x)).sum::<f64>().sqrt();
        let scale = if norm > 0.0 { f64::from(g) / norm } else { 0.0 };
        weights.extend(row.iter().map(|&x| (f64::from(x) * scale) as f32));
    }
    weights
}

/// The value that an `InstanceNorm1d` of AdaIN has throughout: upstream declares weights for it
/// that were never trained. A checkpoint in which they differ is of another model.
fn identity(name: &str) -> Option<f32> {
    if name.ends_with(".norm.weight") {
        Some(1.0)
    } else {
        name.ends_with(".norm.bias").then_some(0.0)
    }
}

/// Tensors that upstream's modules have and never use.
fn unused(name: &str) -> bool {
    name.starts_with("bert.pooler.") || name == "bert.embeddings.position_ids"
}

fn store(
    name: String,
    shape: Vec<usize>,
    values: &[f32],
    storage: Storage,
) -> Result<Tensor, ParameterFault> {
    let (dtype, bytes): (_, Vec<u8>) = match storage {
        Storage::F32 => return Ok(Tensor::f32(name, shape, values)),
        Storage::F16 => {
            let halves = || values.iter().map(|&value| (value, half::f16::from_f32(value)));
            let overflows =
                |(value, half): &(f32, half::f16)| value.is_finite() && !half.is_finite();
            if let Some((value, _)) = halves().find(overflows) {
                return Err(ParameterFault::Range { value });
            }
            (Dtype::F16, halves().flat_map(|(_, half)| half.to_le_bytes()).collect())
        }
        Storage::BF16 => {
            let halves = values.iter().map(|&value| half::bf16::from_f32(value));
            (Dtype::BF16, halves.flat_map(half::bf16::to_le_bytes).collect())
        }
    };
    Ok(Tensor { name, dtype, shape, bytes })
}

#[cfg(test)]
mod tests;
