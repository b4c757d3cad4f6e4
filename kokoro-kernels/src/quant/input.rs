//! Inputs as `u8`.

/// A number `x` is stored as `q = round(x / scale) + zero_point`, clamped to 0 … 255; `q` stands
/// for `(q − zero_point) · scale`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct InputQuantization {
    pub scale: f32,
    pub zero_point: i32,
}

impl InputQuantization {
    /// The finest one for numbers from `low` ≤ 0 to `high` ≥ 0, in which 0 is exact.
    pub fn of_range(low: f32, high: f32) -> Self {
        let scale = ((high - low) / 255.0).max(f32::MIN_POSITIVE);
        Self { scale, zero_point: (-low / scale).round_ties_even() as i32 }
    }
}
