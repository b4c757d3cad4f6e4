//! The rules of operators that only move data.

use kokoro_onnx::ElementType;

use super::checks::{Level, attribute, constants, flag, not_empty, rank};
use crate::case::Case;
use crate::quantization;
use crate::rule::{Rule, Violation, require};

pub(super) fn concat(case: &Case<'_, '_>) -> Level {
    rank(case, 1..=4)?;
    if !case.quantized {
        return Ok(0);
    }
    let of =
        |io| Ok((quantization::scales(case.view, io)?, quantization::zero_points(case.view, io)?));
    let all = case.inputs.iter().flatten().chain(&case.outputs).map(of);
    let all: Vec<_> = all.collect::<Result<_, Violation>>()?;
    Ok(if all.windows(2).all(|pair| pair[0] == pair[1]) { 0 } else { 29 })
}

pub(super) fn gather(case: &Case<'_, '_>) -> Level {
    rank(case, 1..=4)?;
    not_empty(case)?;
    if case.element_type(1)? != Some(ElementType::Int32) {
        case.require_constant(1)?;
    }
    Ok(0)
}

pub(super) fn pad(case: &Case<'_, '_>) -> Level {
    rank(case, 1..=4)?;
    not_empty(case)?;
    attribute(case, "mode", "constant", &["constant"])?;
    constants(case, 1..=2)?;
    let axes = case.node.argument(3).is_some();
    require(!axes, Rule::Parameter, || "it is told the axes".into())?;
    let pads = case.view.constant(case.input(1)?.name).map_or(Ok(vec![]), |pads| pads.i64s())?;
    let negative = pads.iter().find(|&&pad| pad < 0);
    require(negative.is_none(), Rule::Parameter, || format!("the widths are {pads:?}")).map(|()| 0)
}

pub(super) fn reshape(case: &Case<'_, '_>) -> Level {
    case.input(1)?;
    case.require_constant(1)?;
    let shape = case.view.constant(case.input(1)?.name).map_or(Ok(vec![]), |shape| shape.i64s())?;
    let input = case.shape(0)?;
    // a zero copies the size of the input, unless it is told to be one
    let empty =
        |(at, &size): (usize, &i64)| size == 0 && input.get(at).is_none_or(|&size| size == 0);
    let empty = shape.iter().enumerate().any(empty);
    require(!empty, Rule::Parameter, || format!("the shape is {shape:?}"))?;
    flag(case, "allowzero", 0, 0)
}

pub(super) fn resize(case: &Case<'_, '_>) -> Level {
    rank(case, 4..=4)?;
    flag(case, "exclude_outside", 0, 0)?;
    flag(case, "antialias", 0, 0)?;
    attribute(case, "keep_aspect_ratio_policy", "stretch", &["stretch"])?;
    let axes = case.node.ints("axes")?;
    require(axes.is_none(), Rule::Parameter, || "it is told the axes".into())?;
    attribute(case, "mode", "nearest", &["nearest", "linear"])?;
    let transform = "coordinate_transformation_mode";
    let mut level = if case.element_type(0)? == Some(ElementType::Uint8) { 28 } else { 29 };
    if case.node.str_or("mode", "nearest")? == "linear" {
        let known = ["half_pixel", "align_corners", "asymmetric"];
        attribute(case, transform, "half_pixel", &known)?;
        if case.node.str_or(transform, "half_pixel")? != "asymmetric" {
            level = 30;
        }
    } else {
        attribute(case, transform, "half_pixel", &["asymmetric"])?;
        attribute(case, "nearest_mode", "round_prefer_floor", &["floor"])?;
    }
    constants(case, 2..=3)?;
    let (from, to) = (case.shape(0)?, case.output_shape()?);
    let detail = || format!("it maps {from:?} to {to:?}");
    require(from.get(..2) == to.get(..2), Rule::Parameter, detail)?;
    require(from.get(2) != to.get(2), Rule::ResizeLayout, detail)?;
    Ok(level)
}

pub(super) fn split(case: &Case<'_, '_>) -> Level {
    let axis = case.node.int_or("axis", 0)?;
    let shape = case.shape(0)?;
    let axis = if axis < 0 { axis + shape.len() as i64 } else { axis };
    let size = usize::try_from(axis).ok().and_then(|axis| shape.get(axis)).copied();
    let size =
        size.ok_or_else(|| Violation::new(Rule::Malformed, format!("there is no axis {axis}")))?;
    let results = case.node.output.len() as i64;
    let parts = case.node.attribute("num_outputs").map(|count| count.to_int()).transpose()?;
    if case.view.opset >= 18 {
        let detail = || format!("`num_outputs` is {parts:?}, and there are {results} results");
        require(parts == Some(results), Rule::SplitCount, detail)?;
        require(case.node.argument(1).is_none(), Rule::SplitCount, || "`split` is given".into())?;
    }
    constants(case, 1..=1)?;
    let sizes = match case.node.argument(1).and_then(|name| case.view.constant(name)) {
        Some(sizes) => sizes.i64s()?,
        None => vec![],
    };
    let even =
        sizes.windows(2).all(|pair| pair[0] == pair[1]) && results > 0 && size % results == 0;
    require(even, Rule::UnevenSplit, || format!("{size} into {results} parts, {sizes:?}"))?;
    Ok(0)
}
