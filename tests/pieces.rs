//! Speech in pieces: nothing missing, nothing doubled, no click where a piece takes over, and near
//! to what the whole utterance gives.

use std::sync::LazyLock;

use kokoro_core::{
    Calibration, CancelToken, Delivery, Error, Piece, PieceOptions, Precision, PrecisionPlan,
    Prepared, SpectrumDecoder, Synthesizer,
};
use kokoro_tests::{
    CONFIG, DECODER, WEIGHTS, assert_relative, cases, decode, features, log_mel_distance, voice,
};

/// Seen by itself with its halo, a part differs from the whole by the order of f32 sums only.
const PART_BAR: f64 = 2e-5;
/// Log-mel distance from the exact speech in dB of the golden utterances that are cut. Measured:
/// 0.14.
const PIECES_DB: f64 = 0.3;
/// Samples around a seam in which clicks are looked for: 2 ms, a click's length.
const CLICK: usize = 48;

static INT8: LazyLock<Synthesizer> = LazyLock::new(|| {
    let vb = WEIGHTS.var_builder(&candle_core::Device::Cpu);
    Synthesizer::new(CONFIG.clone(), PrecisionPlan::new(Precision::Int8), vb).unwrap()
});

/// The golden utterances, prepared, each with the calibration of its voice.
static UTTERANCES: LazyLock<Vec<(Prepared, Calibration)>> = LazyLock::new(|| {
    let prepare = |case: kokoro_tests::Case| {
        let tokens = INT8.vocab().encode(&case.phonemes).unwrap();
        let voice = voice(&case.voice);
        let delivery = Delivery::new(case.speed, case.seed);
        let calibration = INT8.calibrate(&voice, &CancelToken::new()).unwrap();
        (INT8.prepare(&tokens, &voice, &delivery).unwrap(), calibration)
    };
    cases().into_iter().map(prepare).collect()
});

/// Cuts all but the shortest, some more than once.
fn options() -> PieceOptions {
    PieceOptions::default().first_frames(30).shortest(0).growth(3)
}

/// All pieces of an utterance, of which each begins where the last ended.
fn pieces(prepared: &Prepared, calibration: &Calibration, options: PieceOptions) -> Vec<Piece> {
    let mut iterator = INT8.pieces(prepared.clone(), calibration.clone(), options);
    let pieces: Vec<Piece> = iterator.by_ref().map(Result::unwrap).collect();
    assert!(iterator.next().is_none() && iterator.report().is_some());
    assert!(iterator.timings().iter().all(|(_, time)| !time.is_zero()));
    let mut end = 0;
    for piece in &pieces {
        assert_eq!(piece.frames.start, end);
        assert_eq!(piece.samples.len(), 600 * piece.frames.len());
        end = piece.frames.end;
    }
    assert_eq!(end, prepared.features.frames);
    pieces
}

fn joined(pieces: &[Piece]) -> Vec<f32> {
    pieces.iter().flat_map(|piece| piece.samples.iter().copied()).collect()
}

/// The strong test of injected moments: those that were measured give the exact logits again,
/// though only a part of the utterance is seen.
#[test]
fn measured_moments_given_back_are_exact() {
    let case = cases().into_iter().find(|case| case.name == "harvard_am_michael").unwrap();
    let (features, cancel) = (features(&case), CancelToken::new());
    let whole = decode(&*DECODER, &features).logits;
    let moments = DECODER.calibrate(&features, &cancel).unwrap();
    let (frames, columns) = (features.frames, 120 * features.frames + 1);
    for part in [0..1, 0..40, 31..77, 100..frames, 0..frames] {
        let found = DECODER.decode_part(&features, part.clone(), &moments, &cancel).unwrap();
        let rows = whole.chunks(columns);
        let expected: Vec<f32> =
            rows.flat_map(|row| row[120 * part.start..=120 * part.end].to_vec()).collect();
        assert_relative(&format!("frames {part:?}"), &found.logits, &expected, PART_BAR);
    }
    let beyond = DECODER.decode_part(&features, 0..frames + 1, &moments, &cancel);
    assert!(matches!(beyond, Err(Error::Length { .. })));
    let none = DECODER.decode_part(&features, 0..1, &Calibration::default(), &cancel);
    assert!(none.is_err());
}

#[test]
fn one_piece_is_the_exact_speech() {
    for (prepared, calibration) in &*UTTERANCES {
        let expected = INT8.complete(prepared.clone()).unwrap().samples;
        let uncut = PieceOptions::default().first_frames(10_000);
        for (calibration, options) in [(calibration, uncut), (&Calibration::default(), options())] {
            let found = pieces(prepared, calibration, options);
            assert_eq!(found.len(), 1);
            assert!(found[0].samples == expected);
        }
    }
}

#[test]
fn pieces_are_near_to_the_exact_speech() {
    let (mut cut, mut most) = (0, 0);
    for (prepared, calibration) in &*UTTERANCES {
        let found = pieces(prepared, calibration, PieceOptions::default());
        if found.len() > 1 {
            let exact = INT8.complete(prepared.clone()).unwrap().samples;
            let distance = log_mel_distance(&joined(&found), &exact);
            println!("{} frames: log-mel {distance:.3} dB", prepared.features.frames);
            assert!(distance <= PIECES_DB, "{distance} dB");
            cut += 1;
        }
        most = most.max(pieces(prepared, calibration, options()).len());
    }
    assert!(cut > 0 && most > 2, "{cut} utterances were cut, at most into {most} pieces");
}

/// At a seam, neighbouring samples differ by no more, and there is no more energy at high
/// frequencies, than in the exact speech around it.
#[test]
fn seams_do_not_click() {
    let step =
        |samples: &[f32]| samples.windows(2).map(|w| (w[1] - w[0]).abs()).fold(0.0, f32::max);
    // The third difference is a filter that lets through what is above some 6 kHz.
    let high = |samples: &[f32]| {
        let third = samples.windows(4).map(|w| w[3] - 3.0 * w[2] + 3.0 * w[1] - w[0]);
        third.map(|x| x * x).sum::<f32>() / samples.len() as f32
    };
    let mut seams = 0;
    for (prepared, calibration) in &*UTTERANCES {
        let exact = INT8.complete(prepared.clone()).unwrap().samples;
        let found = pieces(prepared, calibration, options());
        let all = joined(&found);
        for piece in &found[1..] {
            let seam = 600 * piece.frames.start;
            // The seam itself, and the end of the crossfade.
            for place in [seam, seam + 600] {
                let near = |samples: &[f32]| samples[place - CLICK..place + CLICK].to_vec();
                let around = place.saturating_sub(1200)..(place + 1200).min(exact.len());
                let (found, around) = (near(&all), &exact[around]);
                assert!(step(&found) <= 1.5 * step(around) + 1e-3, "step at sample {place}");
                let loudest = around.chunks(2 * CLICK).map(high).fold(0.0, f32::max);
                assert!(high(&found) <= 2.0 * loudest + 1e-6, "click at sample {place}");
                seams += 1;
            }
        }
    }
    assert!(seams >= 10, "{seams} seams");
}

#[test]
fn threads_change_nothing() {
    let (prepared, calibration) = &UTTERANCES[1];
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| pieces(prepared, calibration, options()))
    };
    let expected = on(1);
    assert!(expected.len() > 1);
    assert!(on(2) == expected && on(5) == expected);
    let again = INT8.calibrate(&voice(&cases()[1].voice), &CancelToken::new()).unwrap();
    assert!(again == *calibration);
}

#[test]
fn a_cancel_between_pieces_ends_them() {
    let (mut prepared, calibration) = UTTERANCES[1].clone();
    prepared.cancel = CancelToken::new();
    let cancel = prepared.cancel.clone();
    let mut pieces = INT8.pieces(prepared, calibration, options());
    assert!(pieces.next().unwrap().is_ok());
    cancel.cancel();
    assert!(matches!(pieces.next(), Some(Err(Error::Cancelled))));
    assert!(pieces.next().is_none());
}
