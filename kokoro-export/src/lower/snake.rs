//! Snake, `x + sin²(αx) / α`, on `v = αx`.

use std::sync::Arc;

use super::{Lowered, Lowering};
use crate::Result;
use crate::graph::GraphNode;

impl Lowering<'_> {
    /// `v + sin² v`, which is Snake times `α`: the normalisation before it gives `v` for nothing,
    /// and the product in which what reads it takes `α` out also brings the factors that it wants.
    /// So Snake is four passes over the data: the sine, its square, the sum and that product.
    ///
    /// This form is safe in half precision. Both terms vanish with `v` and neither is a difference
    /// of larger numbers, as `v + ½ − ½ cos 2v` would be, which saves the square and loses every
    /// `v` below 2⁻¹¹.
    pub(super) fn snake(&mut self, node: &GraphNode, alpha: &Arc<[f32]>) -> Result<Lowered> {
        let name = &node.name;
        let v = self.with_factors(node.inputs[0], alpha, &format!("{name}.arg"))?;
        let sine = self.emit.op("Sin", &[&v], &format!("{name}.sin"));
        let square = self.emit.op("Mul", &[&sine, &sine], &format!("{name}.square"));
        let sum = self.emit.op("Add", &[&v, &square], name);
        Ok(Lowered { name: sum, factors: Some(alpha.clone()) })
    }
}

#[cfg(test)]
mod tests {
    use half::f16;

    /// Five roundings of at most 2⁻¹¹ each: of `v`, of the sine (twice, squared), of the square, of
    /// the sum.
    const MAX_ERROR: f64 = 5.0 / 2048.0;

    #[test]
    fn is_exact_to_rounding_in_half_precision() {
        let round = |x: f32| f16::from_f32(x).to_f32();
        let (mut worst, mut worst_cosine) = (0f64, 0f64);
        // From 2⁻¹² to 16, where `v` itself is a normal number of half precision. Left of zero,
        // Snake's own slope of 0 at −π/4 cancels whatever the form, so the error is taken relative
        // to the larger of Snake and `v`.
        for v in (0..16_000).map(|i| 2f32.powf(i as f32 / 1000.0 - 12.0)).flat_map(|v| [v, -v]) {
            let exact = v as f64 + (v as f64).sin().powi(2);
            let error = |found: f32| (found as f64 - exact).abs() / exact.abs().max(v.abs() as f64);
            let v = round(v);
            let sine = round(v.sin());
            worst = worst.max(error(round(v + round(sine * sine))));
            let half_cosine = round(0.5 * round(round(2.0 * v).cos()));
            worst_cosine = worst_cosine.max(error(round(round(v + 0.5) - half_cosine)));
        }
        // The sine of a large `v` moves by the rounding of `v`: relative to `v`, that is one more
        // rounding of it, twice squared.
        assert!(worst < 2.0 * MAX_ERROR, "worst error {worst}");
        assert!(worst_cosine > 0.5, "the cosine would have done as well: {worst_cosine}");
    }
}
