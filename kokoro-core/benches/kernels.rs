//! Each kernel beside candle's own operation for the same: a convolution of the generator's last
//! stage, attention and a linear layer of PL-BERT, and an LSTM. The elements a second that are
//! printed are multiply-adds. `cargo bench -p kokoro-kernels --bench peak` says how near the
//! convolutions are to the processor's limit, which it measures in turns with them.

#![allow(clippy::unwrap_used)] // a bench is not a library: its inputs are its own

use std::hint::black_box;

use candle_core::{DType, Device, Result, Tensor};
use candle_nn::{Module, RNN, VarBuilder, VarMap};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kokoro_core::nn::{BiLstm, Conv1d, Linear};
use kokoro_core::{Isa, Precision, PrecisionPlan};
use kokoro_kernels::{Geometry, attention};

fn random(shape: &[usize]) -> Tensor {
    Tensor::randn(0f32, 1.0, shape, &Device::Cpu).unwrap()
}

/// Weights as whole multiples of a step, which fixed point asks for.
fn whole(weights: &Tensor) -> Tensor {
    ((weights * 20.0).unwrap().round().unwrap().clamp(-64.0, 64.0).unwrap() / 20.0).unwrap()
}

fn convolution(c: &mut Criterion) {
    let (channels, columns, kernel, dilation) = (128, 4801, 7, 3);
    let (weight, bias) = (random(&[channels, channels, kernel]), random(&[channels]));
    let xs = random(&[columns, channels]);
    let mut group = c.benchmark_group("conv1d 128 to 128, kernel 7, dilation 3");
    group.throughput(Throughput::Elements((channels * channels * kernel * columns) as u64));
    for precision in [Precision::F32, Precision::Bf16, Precision::Int8] {
        if Isa::best().has(precision) {
            let conv = Conv1d::from_tensors(
                &weight,
                Some(&bias),
                Geometry::same(kernel, dilation),
                precision,
            )
            .unwrap();
            group.bench_function(precision.to_string(), |b| {
                b.iter(|| conv.forward(black_box(&xs)).unwrap())
            });
        }
    }
    let padding = dilation * (kernel - 1) / 2;
    let config = candle_nn::Conv1dConfig { padding, dilation, ..Default::default() };
    let candle = candle_nn::Conv1d::new(weight, Some(bias), config);
    let xs = xs.t().unwrap().unsqueeze(0).unwrap().contiguous().unwrap();
    group.bench_function("candle", |b| b.iter(|| candle.forward(black_box(&xs)).unwrap()));
}

fn linear(c: &mut Criterion) {
    let (time, width, out) = (100, 768, 2048);
    let (weight, bias, xs) = (random(&[out, width]), random(&[out]), random(&[time, width]));
    let mut group = c.benchmark_group("linear 768 to 2048, 100 tokens");
    group.throughput(Throughput::Elements((time * width * out) as u64));
    let ours = Linear::from_tensors(&weight, &bias, PrecisionPlan::F32).unwrap();
    group.bench_function("f32", |b| b.iter(|| ours.forward(black_box(&xs)).unwrap()));
    let fixed =
        Linear::from_tensors(&whole(&weight), &bias, PrecisionPlan::new(Precision::Int8)).unwrap();
    group.bench_function("fixed point", |b| b.iter(|| fixed.forward(black_box(&xs)).unwrap()));
    let candle = candle_nn::Linear::new(weight, Some(bias));
    group.bench_function("candle", |b| b.iter(|| candle.forward(black_box(&xs)).unwrap()));
}

/// Attention as candle's operations.
fn composed(query: &Tensor, key: &Tensor, value: &Tensor, heads: usize) -> Result<Tensor> {
    let (time, width) = query.dims2()?;
    let size = width / heads;
    let split = |xs: &Tensor| xs.reshape((time, heads, size))?.transpose(0, 1)?.contiguous();
    let scores = (split(query)?.matmul(&split(key)?.transpose(1, 2)?)? / (size as f64).sqrt())?;
    let mixed = candle_nn::ops::softmax_last_dim(&scores)?.matmul(&split(value)?)?;
    mixed.transpose(0, 1)?.reshape((time, width))
}

fn self_attention(c: &mut Criterion) {
    let (time, width, heads) = (300, 768, 12);
    let [query, key, value] = [0, 1, 2].map(|_| random(&[time, width]));
    let mut group = c.benchmark_group("attention of 12 heads, 300 tokens");
    group.throughput(Throughput::Elements((2 * time * time * width) as u64));
    let qkv = Tensor::cat(&[&query, &key, &value], 1).unwrap();
    let (qkv, mut out) =
        (qkv.flatten_all().unwrap().to_vec1::<f32>().unwrap(), vec![0.0; time * width]);
    group.bench_function("f32", |b| b.iter(|| attention(black_box(&qkv), width, heads, &mut out)));
    group.bench_function("candle", |b| {
        b.iter(|| composed(black_box(&query), &key, &value, heads).unwrap())
    });
}

fn lstm(c: &mut Criterion) {
    let (time, input, hidden) = (100, 640, 256);
    let (map, xs) = (VarMap::new(), random(&[time, input]));
    let vb = VarBuilder::from_varmap(&map, DType::F32, &Device::Cpu);
    let candle = candle_nn::lstm(input, hidden, Default::default(), vb.clone()).unwrap();
    let reverse = candle_nn::LSTMConfig {
        direction: candle_nn::rnn::Direction::Backward,
        ..Default::default()
    };
    let reverse = candle_nn::lstm(input, hidden, reverse, vb.clone()).unwrap();
    let ours = BiLstm::new(input, hidden, PrecisionPlan::F32, vb.clone()).unwrap();
    for variable in map.all_vars() {
        variable.set(&whole(&variable)).unwrap();
    }
    let fixed = BiLstm::new(input, hidden, PrecisionPlan::new(Precision::Int8), vb).unwrap();
    let mut group = c.benchmark_group("both directions of an LSTM, 640 to 256, 100 steps");
    group.throughput(Throughput::Elements((2 * time * 4 * hidden * (input + hidden)) as u64));
    group.bench_function("f32", |b| b.iter(|| ours.forward(black_box(&xs)).unwrap()));
    group.bench_function("fixed point", |b| b.iter(|| fixed.forward(black_box(&xs)).unwrap()));
    let batch = xs.unsqueeze(0).unwrap();
    group.bench_function("candle", |b| {
        b.iter(|| (candle.seq(black_box(&batch)).unwrap(), reverse.seq(&batch).unwrap()))
    });
}

criterion_group!(benches, convolution, linear, self_attention, lstm);
criterion_main!(benches);
