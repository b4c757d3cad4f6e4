//! What tensors in memory are made of.

use half::bf16;

use crate::conv::{Input, Output};
use crate::simd::{MAX_LANES, Simd};

/// An input of whichever type.
#[derive(Debug)]
pub enum AnyInput<'a> {
    F32(Input<'a, f32>),
    Bf16(Input<'a, bf16>),
}

/// An output of whichever type.
#[derive(Debug)]
pub enum AnyOutput<'a> {
    F32(Output<'a, f32>),
    Bf16(Output<'a, bf16>),
}

/// f32, or bf16 for tensors of half the size.
pub trait Element: Any + Copy + Default + Send + Sync + 'static {
    /// To f32, exactly.
    fn to_f32(self) -> f32;
    /// The nearest.
    fn from_f32(x: f32) -> Self;
    /// `LANES` values as f32.
    ///
    /// # Safety
    /// `from` must be readable for `LANES` values.
    unsafe fn load<S: Simd>(s: S, from: *const Self) -> S::F;
    /// The nearest of each lane.
    ///
    /// # Safety
    /// `to` must be writable for `LANES` values.
    unsafe fn store<S: Simd>(s: S, to: *mut Self, x: S::F);
}

/// How the two come together again behind functions that take either. Nobody else can implement it.
pub trait Any: Sized {
    fn any_input<'a>(input: &Input<'a, Self>) -> AnyInput<'a>;
    fn any_output(output: Output<Self>) -> AnyOutput;
    /// The values as f32 words, if they are that.
    fn words(values: &[Self]) -> Option<&[u32]>;
}

impl Any for f32 {
    fn any_input<'a>(input: &Input<'a, Self>) -> AnyInput<'a> {
        AnyInput::F32(*input)
    }
    fn any_output(output: Output<Self>) -> AnyOutput {
        AnyOutput::F32(output)
    }
    fn words(values: &[Self]) -> Option<&[u32]> {
        // SAFETY: a u32 is as large and as aligned as an f32, and every f32 is one.
        Some(unsafe { std::slice::from_raw_parts(values.as_ptr().cast(), values.len()) })
    }
}

impl Any for bf16 {
    fn any_input<'a>(input: &Input<'a, Self>) -> AnyInput<'a> {
        AnyInput::Bf16(*input)
    }
    fn any_output(output: Output<Self>) -> AnyOutput {
        AnyOutput::Bf16(output)
    }
    fn words(_: &[Self]) -> Option<&[u32]> {
        None
    }
}

impl Element for f32 {
    #[inline(always)]
    fn to_f32(self) -> f32 {
        self
    }
    #[inline(always)]
    fn from_f32(x: f32) -> Self {
        x
    }
    #[inline(always)]
    unsafe fn load<S: Simd>(s: S, from: *const Self) -> S::F {
        // SAFETY: as the caller promises.
        unsafe { s.load(from) }
    }
    #[inline(always)]
    unsafe fn store<S: Simd>(s: S, to: *mut Self, x: S::F) {
        // SAFETY: as the caller promises.
        unsafe { s.store(to, x) }
    }
}

impl Element for bf16 {
    #[inline(always)]
    fn to_f32(self) -> f32 {
        bf16::to_f32(self)
    }
    #[inline(always)]
    fn from_f32(x: f32) -> Self {
        bf16::from_f32(x)
    }
    #[inline(always)]
    unsafe fn load<S: Simd>(s: S, from: *const Self) -> S::F {
        // SAFETY: as the caller promises; bf16 is a transparent u16.
        unsafe { s.load_bf16(from.cast()) }
    }
    #[inline(always)]
    unsafe fn store<S: Simd>(s: S, to: *mut Self, x: S::F) {
        // SAFETY: as the caller promises; bf16 is a transparent u16.
        unsafe { s.store_bf16(to.cast(), x) }
    }
}

/// The first `n` ≤ `LANES` values, then zeros.
///
/// # Safety
/// `from` must be readable for `n` values.
#[inline(always)]
pub unsafe fn load_some<S: Simd, E: Element>(s: S, from: *const E, n: usize) -> S::F {
    // SAFETY: readable for `n` values, and all lanes if that is `LANES`; no set has more lanes than `staged`.
    unsafe {
        if n == S::LANES {
            return E::load(s, from);
        }
        let mut staged = [0f32; MAX_LANES];
        for (i, place) in staged.iter_mut().enumerate().take(n) {
            *place = (*from.add(i)).to_f32();
        }
        s.load(staged.as_ptr())
    }
}

/// Writes the first `n` ≤ `LANES` lanes.
///
/// # Safety
/// `to` must be writable for `n` values.
#[inline(always)]
pub unsafe fn store_some<S: Simd, E: Element>(s: S, to: *mut E, x: S::F, n: usize) {
    // SAFETY: writable for `n` values, and all lanes if that is `LANES`; no set has more lanes than `staged`.
    unsafe {
        if n == S::LANES {
            return E::store(s, to, x);
        }
        let mut staged = [0f32; MAX_LANES];
        s.store(staged.as_mut_ptr(), x);
        for (i, &value) in staged.iter().enumerate().take(n) {
            *to.add(i) = E::from_f32(value);
        }
    }
}
