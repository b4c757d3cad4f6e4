//! Instance normalisation over the valid columns, made of means, products and sums.

use std::sync::Arc;

use super::{Lowered, Lowering};
use crate::Result;
use crate::graph::{GraphNode, Op, ValueId};
use crate::interpret::EPSILON;
use kokoro_npu::segment::affine_names;

impl Lowering<'_> {
    /// With mask `m`, ratio `k` of all columns to valid ones, and inputs `γ, β`: `μ = k · mean(x
    /// m)`, `d = (x − μ) m`, `v = k · mean(d²)`, `y = d · γ / √(v + ε) + β`.
    ///
    /// Factors `g` of the input cancel but for `ε`, which becomes `ε g²`. Factors `f` that the
    /// activation, or the convolution after it, wants its input to have are multiplied into `γ` and
    /// `β`.
    pub(super) fn adain(&mut self, value: ValueId, node: &GraphNode) -> Result<Lowered> {
        let xs = self.values[node.inputs[0].index()].clone();
        let (mask, ratio, name) = (self.mask(node.rate), self.ratio(node.rate), &node.name);
        let named = |part: &str| format!("{name}.{part}");
        let e = &mut self.emit;

        let valid = e.op("Mul", &[&xs.name, &mask], &named("valid"));
        let mean = e.mean(&valid, &named("mean"))?;
        let mean = e.op("Mul", &[&mean, &ratio], &named("mu"));
        let centred = e.op("Sub", &[&xs.name, &mean], &named("centred"));
        let d = e.op("Mul", &[&centred, &mask], &named("d"));
        let square = e.op("Mul", &[&d, &d], &named("square"));
        let power = e.mean(&square, &named("power"))?;
        let variance = e.op("Mul", &[&power, &ratio], &named("variance"));

        let epsilon = match &xs.factors {
            None => e.scalar(EPSILON)?,
            Some(g) => e.per_channel(&g.iter().map(|g| EPSILON * g * g).collect::<Vec<_>>())?,
        };
        let shifted = e.op("Add", &[&variance, &epsilon], &named("shifted"));
        let deviation = e.op("Sqrt", &[&shifted], &named("deviation"));
        let wanted = self.wanted(value);
        let [gamma, beta] =
            affine_names(name).map(|name| self.affine(&name, node.channels, wanted.as_deref()));
        let e = &mut self.emit;
        let scale = e.op("Div", &[&gamma?, &deviation], &named("scale"));
        let scaled = e.op("Mul", &[&d, &scale], &named("scaled"));
        Ok(Lowered { name: e.op("Add", &[&scaled, &beta?], name), factors: wanted })
    }

    /// An input `[1, C, 1, 1]`, times factors.
    fn affine(&mut self, name: &str, channels: usize, factors: Option<&[f32]>) -> Result<String> {
        let input = self.emit.input(name, &[1, channels, 1, 1]);
        let Some(factors) = factors else { return Ok(input) };
        let factors = self.emit.per_channel(factors)?;
        Ok(self.emit.op("Mul", &[&input, &factors], &format!("{name}.scaled")))
    }

    /// The factors that the result of this normalisation should have. If Snake follows, they are
    /// its `α`. If a leaky ReLU follows, which lets factors through, they are those of the
    /// convolution that comes after it and its mask, if that convolution is coded. None if anything
    /// else reads a value on the way.
    fn wanted(&self, value: ValueId) -> Option<Arc<[f32]>> {
        let (activation, node) = self.only_reader(value)?;
        match &node.op {
            Op::Snake(alpha) => return Some(alpha.clone()),
            Op::LeakyRelu(_) => {}
            _ => return None,
        }
        let (mask, node) = self.only_reader(activation)?;
        if node.op != Op::Mask {
            return None;
        }
        let (conv, _) = self.only_reader(mask)?;
        Some(self.scheme.convs.get(&conv)?.input.factors.clone().into())
    }
}
