//! Output shapes of the operators that do more than keep or stretch the shape of their inputs.
//!
//! Sizes and parameters are at most [`LIMIT`](crate::value::LIMIT), so that sums of a few products
//! of two stay in 64 bits.

use crate::args::Args;

/// An axis counted from the front.
fn axis(axis: i64, rank: usize) -> Option<usize> {
    let rank = i64::try_from(rank).ok()?;
    usize::try_from(if axis < 0 { axis + rank } else { axis })
        .ok()
        .filter(|&axis| (axis as i64) < rank)
}

/// Product of sizes.
fn elements(shape: &[i64]) -> Option<i64> {
    shape.iter().try_fold(1i64, |product, &size| product.checked_mul(size))
}

fn axes(list: &[i64], rank: usize) -> Option<Vec<usize>> {
    list.iter().map(|&index| axis(index, rank)).collect()
}

pub(super) fn concat(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let shapes = args.all_shapes()?;
    let mut shape = shapes.first()?.to_vec();
    let axis = axis(args.int("axis", 1)?, shape.len())?;
    shape[axis] = 0;
    for other in shapes {
        shape[axis] += *other.get(axis)?;
    }
    Some(shape)
}

/// Size along one axis after a window has slid over it.
fn slide(size: i64, window: i64, stride: i64, dilation: i64, pads: i64, ceil: bool) -> Option<i64> {
    let room = size + pads - (dilation.checked_mul(window - 1)? + 1);
    if stride < 1 || room < 0 {
        return None;
    }
    Some(if ceil { (room + stride - 1) / stride } else { room / stride } + 1)
}

/// Spatial sizes after windows of `kernel` have slid over `spatial`.
fn windows(args: &Args<'_, '_>, spatial: &[i64], kernel: &[i64]) -> Option<Vec<i64>> {
    let rank = spatial.len();
    let strides = args.list("strides")?.unwrap_or_else(|| vec![1; rank]);
    let dilations = args.list("dilations")?.unwrap_or_else(|| vec![1; rank]);
    let pads = args.list("pads")?.unwrap_or_else(|| vec![0; 2 * rank]);
    let (auto, ceil) =
        (args.node.str_or("auto_pad", "NOTSET").ok()?, args.int("ceil_mode", 0)? != 0);
    let of_axis = |index: usize| {
        let (size, &stride) = (spatial[index], strides.get(index)?);
        let both = match auto {
            "SAME_UPPER" | "SAME_LOWER" => {
                return (stride > 0).then(|| (size + stride - 1) / stride);
            }
            "VALID" => 0,
            _ => pads.get(index)? + pads.get(index + rank)?,
        };
        slide(size, *kernel.get(index)?, stride, *dilations.get(index)?, both, ceil)
    };
    (0..rank).map(of_axis).collect()
}

/// Convolution with the weights at argument `weight`.
pub(super) fn conv(args: &Args<'_, '_>, weight: usize) -> Option<Vec<i64>> {
    let (input, weight) = (args.shape(0)?, args.shape(weight)?);
    let mut shape = vec![*input.first()?, *weight.first()?];
    shape.extend(windows(args, input.get(2..)?, weight.get(2..)?)?);
    Some(shape)
}

pub(super) fn pool(args: &Args<'_, '_>, kernel: &[i64]) -> Option<Vec<i64>> {
    let input = args.shape(0)?;
    let mut shape = input.get(..2)?.to_vec();
    shape.extend(windows(args, &input[2..], kernel)?);
    Some(shape)
}

pub(super) fn conv_transpose(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let (input, weight) = (args.shape(0)?, args.shape(1)?);
    let rank = input.len().checked_sub(2)?;
    let of = |name, default, size| Some(args.list(name)?.unwrap_or_else(|| vec![default; size]));
    let (strides, dilations) = (of("strides", 1, rank)?, of("dilations", 1, rank)?);
    let (pads, extra) = (of("pads", 0, 2 * rank)?, of("output_padding", 0, rank)?);
    let mut shape = vec![input[0], weight.get(1)? * args.int("group", 1)?];
    for index in 0..rank {
        let window = dilations.get(index)? * (weight.get(index + 2)? - 1) + 1;
        let pads = pads.get(index)? + pads.get(index + rank)?;
        let grown = strides.get(index)? * (input[index + 2] - 1) + window;
        shape.push(grown + extra.get(index)? - pads);
    }
    Some(shape)
}

pub(super) fn depth_to_space(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let (&[n, c, h, w], block) = (args.shape(0)?, args.int("blocksize", 0)?) else { return None };
    (block > 0).then(|| vec![n, c / (block * block), h * block, w * block])
}

pub(super) fn flatten(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let shape = args.shape(0)?;
    let at = args.int("axis", 1)?;
    let at = if at == shape.len() as i64 { shape.len() } else { axis(at, shape.len())? };
    Some(vec![elements(&shape[..at])?, elements(&shape[at..])?])
}

pub(super) fn gather(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let (data, indices) = (args.shape(0)?, args.shape(1)?);
    let axis = axis(args.int("axis", 0)?, data.len())?;
    Some([&data[..axis], indices, &data[axis + 1..]].concat())
}

pub(super) fn gemm(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let (&[m, k], &[l, n]) = (args.shape(0)?, args.shape(1)?) else { return None };
    let rows = if args.int("transA", 0)? == 0 { m } else { k };
    Some(vec![rows, if args.int("transB", 0)? == 0 { n } else { l }])
}

pub(super) fn pad(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let (mut shape, pads) = (args.shape(0)?.to_vec(), args.ints(1)?);
    let axes = match args.node.argument(3) {
        Some(_) => axes(&args.ints(3)?, shape.len())?,
        None => (0..shape.len()).collect(),
    };
    for (index, &axis) in axes.iter().enumerate() {
        shape[axis] += pads.get(index)? + pads.get(index + axes.len())?;
    }
    Some(shape)
}

pub(super) fn reduce(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let shape = args.shape(0)?;
    let list = match args.node.argument(1) {
        Some(_) => Some(args.ints(1)?),
        None => args.list("axes")?,
    };
    let all = || (0..shape.len()).collect();
    let axes = match list.filter(|list| !list.is_empty()) {
        Some(list) => axes(&list, shape.len())?,
        None if args.int("noop_with_empty_axes", 0)? != 0 => vec![],
        None => all(),
    };
    let kept = args.int("keepdims", 1)? != 0;
    let reduced = shape.iter().enumerate().filter_map(|(axis, &size)| {
        if axes.contains(&axis) { kept.then_some(1) } else { Some(size) }
    });
    Some(reduced.collect())
}

pub(super) fn reshape(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let (input, mut shape) = (args.shape(0)?, args.ints(1)?);
    if args.int("allowzero", 0)? == 0 {
        for (index, size) in shape.iter_mut().enumerate().filter(|(_, size)| **size == 0) {
            *size = *input.get(index)?;
        }
    }
    let total = elements(input)?;
    if let Some(open) = shape.iter().position(|&size| size == -1) {
        shape[open] = 1;
        let known = elements(&shape)?;
        shape[open] = total.checked_div(known)?;
    }
    (elements(&shape)? == total).then_some(shape)
}

pub(super) fn resize(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let shape = args.shape(0)?;
    if args.list("axes")?.is_some() {
        return None;
    }
    if args.node.argument(3).is_some() {
        return args.ints(3).filter(|sizes| sizes.len() == shape.len());
    }
    let scales = args.floats(2).filter(|scales| scales.len() == shape.len())?;
    let scaled = |(&size, scale): (&i64, f32)| (size as f64 * f64::from(scale)).floor() as i64;
    Some(shape.iter().zip(scales).map(scaled).collect())
}

pub(super) fn slice(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let mut shape = args.shape(0)?.to_vec();
    let (starts, ends) = (args.ints(1)?, args.ints(2)?);
    let axes = match args.node.argument(3) {
        Some(_) => axes(&args.ints(3)?, shape.len())?,
        None => (0..starts.len()).collect(),
    };
    let steps =
        args.node.argument(4).map_or_else(|| Some(vec![1; axes.len()]), |_| args.ints(4))?;
    for (index, axis) in axes.into_iter().enumerate() {
        let (size, &step) = (*shape.get(axis)?, steps.get(index)?);
        // for a negative step the range ends before its first element
        let (low, high) = if step < 0 { (-1, size - 1) } else { (0, size) };
        let clamp = |at: i64| (if at < 0 { at.saturating_add(size) } else { at }).clamp(low, high);
        let start = clamp(*starts.get(index)?).max(0);
        let length = clamp(*ends.get(index)?) - start;
        let count = match step {
            0 => return None,
            step if step > 0 => (length.max(0) + step - 1) / step,
            step => (length.min(0) + step + 1) / step,
        };
        shape[axis] = count.min(size);
    }
    Some(shape)
}

pub(super) fn split(args: &Args<'_, '_>) -> Option<Vec<Vec<i64>>> {
    let shape = args.shape(0)?;
    let axis = axis(args.int("axis", 0)?, shape.len())?;
    let count = i64::try_from(args.node.output.len()).ok().filter(|&count| count > 0)?;
    let sizes = match args.node.argument(1) {
        Some(_) => args.ints(1)?,
        None => {
            let whole = (shape[axis] + count - 1) / count; // the last part may be smaller
            (0..count).map(|part| whole.min(shape[axis] - part * whole)).collect()
        }
    };
    let part =
        |size| shape.iter().enumerate().map(|(i, &n)| if i == axis { size } else { n }).collect();
    Some(sizes.into_iter().map(part).collect())
}

pub(super) fn squeeze(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let shape = args.shape(0)?;
    let axes = match args.node.argument(1) {
        Some(_) => axes(&args.ints(1)?, shape.len())?,
        None => (0..shape.len()).filter(|&axis| shape[axis] == 1).collect(),
    };
    let kept = shape.iter().enumerate().filter(|(axis, _)| !axes.contains(axis));
    Some(kept.map(|(_, &size)| size).collect())
}

pub(super) fn transpose(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let shape = args.shape(0)?;
    match args.list("perm")? {
        None => Some(shape.iter().rev().copied().collect()),
        Some(perm) if perm.len() != shape.len() => None,
        Some(perm) => {
            axes(&perm, shape.len())?.into_iter().map(|axis| shape.get(axis).copied()).collect()
        }
    }
}

pub(super) fn unsqueeze(args: &Args<'_, '_>) -> Option<Vec<i64>> {
    let (shape, list) = (args.shape(0)?, args.ints(1)?);
    let rank = shape.len() + list.len();
    let added = axes(&list, rank)?;
    let mut kept = shape.iter().copied();
    (0..rank).map(|axis| if added.contains(&axis) { Some(1) } else { kept.next() }).collect()
}
