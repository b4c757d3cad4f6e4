//! The definitions of what the kernels compute, readable and slow. The kernels are tested against
//! them.

use crate::conv::{Activation, Affine, Geometry, Moments};
use crate::lstm::Direction;

/// What [`Conv::run`](crate::Conv::run) computes, in f64: from `x` `[len, c_in]` and `weight`
/// `[c_out, c_in, kernel]` to `[len', c_out]`.
pub fn conv(
    x: &[f32],
    affine: Option<&Affine>,
    activation: &Activation,
    weight: &[f32],
    bias: &[f32],
    geometry: Geometry,
) -> Vec<f64> {
    let Geometry { kernel, stride, dilation, padding } = geometry;
    let c_in = weight.len() / (bias.len() * kernel);
    let len = x.len() / c_in;
    let prepared: Vec<f64> = x
        .iter()
        .enumerate()
        .map(|(at, &x)| activate(x.into(), at % c_in, affine, activation))
        .collect();
    let mut y = Vec::new();
    for t in 0..geometry.output_len(len).unwrap_or(0) {
        for (o, &bias) in bias.iter().enumerate() {
            let mut sum = f64::from(bias);
            for k in 0..kernel {
                let Some(column) =
                    (stride * t + dilation * k).checked_sub(padding).filter(|&c| c < len)
                else {
                    continue;
                };
                for i in 0..c_in {
                    sum += f64::from(weight[(o * c_in + i) * kernel + k])
                        * prepared[column * c_in + i];
                }
            }
            y.push(sum);
        }
    }
    y
}

/// `act(scale_c · (x − centre_c) + shift_c)`.
pub fn activate(x: f64, channel: usize, affine: Option<&Affine>, activation: &Activation) -> f64 {
    let x = affine.map_or(x, |a| {
        (x - f64::from(a.centre[channel])) * f64::from(a.scale[channel])
            + f64::from(a.shift[channel])
    });
    match activation {
        Activation::Identity => x,
        Activation::LeakyRelu(slope) => x.max(x * f64::from(*slope)),
        Activation::Snake(snake) => {
            let alpha = f64::from(snake.alpha[channel]);
            x + (alpha * x).sin().powi(2) / alpha
        }
    }
}

/// What [`Lstm::run`](crate::Lstm::run) computes, in f64: from `weight` `[4 · hidden, hidden]` and
/// `gates` `[time, 4 · hidden]` to `[time, hidden]`.
pub fn lstm(weight: &[f32], hidden: usize, gates: &[f32], direction: Direction) -> Vec<f64> {
    let sigmoid = |x: f64| 1.0 / (1.0 + (-x).exp());
    let time = gates.len() / (4 * hidden);
    let (mut h, mut c) = (vec![0f64; hidden], vec![0f64; hidden]);
    let mut states = vec![0f64; time * hidden];
    for i in 0..time {
        let t = match direction {
            Direction::Forward => i,
            Direction::Backward => time - 1 - i,
        };
        let sum = |row: usize| {
            let products =
                weight[row * hidden..][..hidden].iter().zip(&h).map(|(w, h)| f64::from(*w) * h);
            f64::from(gates[t * 4 * hidden + row]) + products.sum::<f64>()
        };
        let sums: Vec<f64> = (0..4 * hidden).map(sum).collect();
        for j in 0..hidden {
            let [i, f, g, o] = [0, 1, 2, 3].map(|gate| sums[gate * hidden + j]);
            c[j] = sigmoid(f) * c[j] + sigmoid(i) * g.tanh();
            h[j] = sigmoid(o) * c[j].tanh();
        }
        states[t * hidden..(t + 1) * hidden].copy_from_slice(&h);
    }
    states
}

/// What [`attention`](crate::attention()) computes, in f64.
pub fn attention(qkv: &[f32], width: usize, heads: usize) -> Vec<f64> {
    let (time, size) = (qkv.len() / (3 * width), width / heads);
    let mut y = vec![0f64; time * width];
    for (head, t) in (0..heads).flat_map(|head| (0..time).map(move |t| (head, t))) {
        let at = |t: usize, d: usize| t * width + head * size + d;
        let [query, key, value] = [0, 1, 2].map(|which| {
            move |t: usize, d: usize| f64::from(qkv[(3 * t + which) * width + head * size + d])
        });
        let score = |other: usize| {
            let products = (0..size).map(|d| query(t, d) * key(other, d));
            products.sum::<f64>() / (size as f64).sqrt()
        };
        let scores: Vec<f64> = (0..time).map(score).collect();
        let greatest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = scores.iter().map(|score| (score - greatest).exp()).collect();
        let sum: f64 = weights.iter().sum();
        for d in 0..size {
            let mixed = weights.iter().enumerate().map(|(other, w)| w * value(other, d));
            y[at(t, d)] = mixed.sum::<f64>() / sum;
        }
    }
    y
}

/// Mean and biased variance of each channel of `[len, channels]`, which [`Moments`] holds.
pub fn moments(y: &[f64], channels: usize) -> Vec<(f64, f64)> {
    let count = (y.len() / channels) as f64;
    let column = |c: usize| y.iter().skip(c).step_by(channels);
    let one = |c: usize| {
        let mean = column(c).sum::<f64>() / count;
        (mean, column(c).map(|y| (y - mean).powi(2)).sum::<f64>() / count)
    };
    (0..channels).map(one).collect()
}

/// Mean and biased variance of each channel from [`Moments`], to be compared with [`moments`].
pub fn pairs(moments: &Moments) -> Vec<(f64, f64)> {
    moments.mean().iter().copied().zip(moments.variance()).collect()
}

/// What [`layer_norm`](crate::layer_norm()) computes, in f64.
pub fn layer_norm(values: &[f32], gamma: &[f32], beta: &[f32], epsilon: f32) -> Vec<f64> {
    let channels = gamma.len();
    let row = |row: &[f32]| {
        let n = channels as f64;
        let mean = row.iter().map(|&x| f64::from(x)).sum::<f64>() / n;
        let variance = row.iter().map(|&x| (f64::from(x) - mean).powi(2)).sum::<f64>() / n;
        let normal = |x: f32| (f64::from(x) - mean) / (variance + f64::from(epsilon)).sqrt();
        let affine = row.iter().zip(gamma.iter().zip(beta));
        affine.map(|(&x, (&g, &b))| f64::from(g) * normal(x) + f64::from(b)).collect::<Vec<_>>()
    };
    values.chunks(channels).flat_map(row).collect()
}
