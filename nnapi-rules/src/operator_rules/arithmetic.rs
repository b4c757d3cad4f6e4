//! The rules of operators that multiply and add: convolution, matrices, windows, normalisation.

use super::checks::{Level, constants, flag, rank};
use crate::case::Case;
use crate::quantization;
use crate::rule::{Rule, Violation, require};

pub(super) fn pool(case: &Case<'_, '_>) -> Level {
    rank(case, 4..=4)?;
    flag(case, "count_include_pad", 0, 0)?;
    flag(case, "storage_order", 0, 0)?;
    flag(case, "ceil_mode", 0, 0)?;
    let (kernel, dilations) = (case.node.ints("kernel_shape")?, case.node.ints("dilations")?);
    let flat = kernel.is_none_or(|kernel| kernel.len() == 2);
    require(flat, Rule::Parameter, || format!("the window is {kernel:?}"))?;
    let dense = dilations.is_none_or(|dilations| dilations.iter().all(|&step| step == 1));
    require(dense, Rule::Parameter, || format!("`dilations` is {dilations:?}"))?;
    let results = case.node.output.len();
    require(results == 1, Rule::Parameter, || format!("it has {results} results"))?;
    if case.quantized {
        same_quantization(case)?;
    }
    Ok(0)
}

fn same_quantization(case: &Case<'_, '_>) -> Level {
    let scale = quantization::scales(case.view, case.input(0)?)?;
    let zero = quantization::zero_points(case.view, case.input(0)?)?;
    let (scale, zero) = (scale.first().copied(), zero.first().copied());
    let (scale, zero) = (scale.unwrap_or_default(), zero.unwrap_or_default());
    quantization::check_output(case.view, case.output()?, scale, zero).map(|()| 0)
}

pub(super) fn batch_normalization(case: &Case<'_, '_>) -> Level {
    let results = case.outputs.len();
    require(results == 1, Rule::Parameter, || format!("it has {results} results"))?;
    flag(case, "training_mode", 0, 0)?;
    (1..=4).try_for_each(|index| case.input(index).map(|_| ()))?;
    constants(case, 1..=4)
}

pub(super) fn conv(case: &Case<'_, '_>) -> Level {
    case.require_constant(1)?;
    let weight = case.shape(1)?;
    require(weight.len() == 4, Rule::Conv2d, || format!("the weights have the shape {weight:?}"))?;
    let dilations = case.node.ints("dilations")?.unwrap_or(&[1, 1]);
    let dilated = dilations.iter().any(|&step| step != 1);
    let depthwise = weight.get(1) == Some(&1);
    let group = case.node.int_or("group", 1)?;
    let detail = || format!("{group} groups, weights of shape {weight:?}, dilations {dilations:?}");
    require(!dilated || group == 1 || depthwise, Rule::GroupedDilation, detail)?;
    let by_channel = case.quantized && quantization::scales(case.view, case.input(1)?)?.len() > 1;
    Ok(if dilated || by_channel { 29 } else { 0 })
}

fn matrix(case: &Case<'_, '_>, index: usize) -> Result<[i64; 2], Violation> {
    let shape = case.shape(index)?;
    let detail = || {
        Violation::new(
            Rule::Rank,
            format!("argument {index} has the shape {shape:?}, expected two"),
        )
    };
    shape.try_into().map_err(|_| detail())
}

pub(super) fn gemm(case: &Case<'_, '_>) -> Level {
    matrix(case, 0)?;
    let b = matrix(case, 1)?;
    flag(case, "transA", 0, 0)?;
    for name in ["alpha", "beta"] {
        let found = case.node.float_or(name, 1.0)?;
        require(found == 1.0, Rule::Parameter, || format!("`{name}` is {found}, expected 1"))?;
    }
    let transposed = case.node.int_or("transB", 0)? != 0;
    if !transposed {
        case.require_constant(1)?;
    }
    if let Some(Some(_)) = case.inputs.get(2) {
        let (c, columns) = (case.shape(2)?, if transposed { b[0] } else { b[1] });
        let row =
            c.split_last().is_some_and(|(&n, ones)| n == columns && ones.iter().all(|&n| n == 1));
        let detail = || format!("the bias has the shape {c:?}, expected a row of {columns}");
        require(row, Rule::Parameter, detail)?;
    }
    Ok(0)
}

pub(super) fn matmul(case: &Case<'_, '_>) -> Level {
    let (a, b) = (case.shape(0)?, case.shape(1)?);
    let batches = |shape: &[i64]| shape.len().checked_sub(2).map(|n| shape[..n].to_vec());
    if !case.quantized && a.len() > 2 && a.len() == b.len() && batches(a) == batches(b) {
        return Ok(29); // composed of Split, fully connected and Concat
    }
    matrix(case, 0)?;
    matrix(case, 1)?;
    constants(case, 1..=1)
}

pub(super) fn reduce_mean(case: &Case<'_, '_>) -> Level {
    rank(case, 1..=4)?;
    flag(case, "noop_with_empty_axes", 0, 0)?;
    constants(case, 1..=1)
}

pub(super) fn softmax(case: &Case<'_, '_>) -> Level {
    if case.quantized {
        quantization::check_output(case.view, case.output()?, 1.0 / 256.0, 0)?;
    }
    let rank = case.shape(0)?.len();
    // the builder's default is 1, and the definition's is -1
    let axis = case.node.attribute("axis").map(|axis| axis.to_int()).transpose()?;
    require(axis.is_some(), Rule::Parameter, || "`axis` is not given".into())?;
    let last = axis == Some(-1) || axis == Some(rank as i64 - 1);
    Ok(if last && (rank == 2 || rank == 4) { 0 } else { 29 })
}
