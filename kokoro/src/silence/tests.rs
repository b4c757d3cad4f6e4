use super::*;

/// The energy of half frames, from pairs of how many and how loud.
fn energy(parts: &[(usize, f32)]) -> Vec<f32> {
    parts.iter().flat_map(|&(count, energy)| vec![energy; count]).collect()
}

/// The samples of symbols, from the frames of the boundary token before them and of each.
fn timed(symbols: &[char], frames: &[u32]) -> Vec<TimedSymbol> {
    let mut end = frames[0] as usize * SAMPLES_PER_FRAME;
    let place = |(&symbol, &frames): (&char, &u32)| {
        let start = end;
        end += frames as usize * SAMPLES_PER_FRAME;
        (symbol, start..end)
    };
    symbols.iter().zip(&frames[1..]).map(place).collect()
}

/// What is found, in half frames.
fn found(symbols: &str, frames: &[u32], energy: &[f32]) -> (usize, Vec<SilentSpan>, usize) {
    let symbols: Vec<char> = symbols.chars().collect();
    let Silences { lead, inner, tail } = silences(&timed(&symbols, frames), energy);
    assert_eq!((lead.start, tail.end), (0, energy.len() * STEP));
    (lead.end / STEP, inner, tail.start / STEP)
}

#[test]
fn ends_are_where_the_energy_says() {
    // The voice begins 3 half frames before the frames of its symbol, and ends 6 before their end.
    let energy = energy(&[(17, -9.0), (10, 7.0), (14, -9.0)]);
    let (lead, inner, tail) = found("ma.", &[10, 2, 4, 3, 1], &energy[..40]);
    assert_eq!((lead, tail), (17 - KEPT_BEFORE, 27 + KEPT_AFTER));
    assert!(inner.is_empty());
}

#[test]
fn no_frame_of_a_sound_is_lead() {
    let energy = energy(&[(26, -9.0), (14, 7.0)]);
    assert_eq!(found("ma.", &[10, 2, 4, 3, 1], &energy).0, 20);
}

#[test]
fn noise_after_the_latest_end_is_tail() {
    let energy = energy(&[(20, -9.0), (40, 7.0)]);
    let (_, _, tail) = found("ma.", &[10, 2, 3, 14, 1], &energy);
    assert_eq!(tail, 30 + LATEST_END + KEPT_AFTER);
    // The marks of a vowel belong to it.
    let (_, _, tail) = found("maː→.", &[10, 2, 1, 1, 1, 14, 1], &energy);
    assert_eq!(tail, 30 + LATEST_END + KEPT_AFTER);
}

#[test]
fn the_last_frame_of_the_last_mark_is_tail() {
    let energy = energy(&[(20, -9.0), (16, 7.0)]);
    let (_, _, tail) = found("ma.", &[10, 2, 3, 2, 1], &energy);
    assert_eq!(tail, 34 - CLICK);
    // Without a mark, the last frame is the sound's.
    let (_, _, tail) = found("ma", &[10, 2, 5, 1], &energy);
    assert_eq!(tail, 34);
}

#[test]
fn silence_at_a_mark_begins_in_the_sound_before_it() {
    let energy = energy(&[(20, -9.0), (8, 7.0), (16, -9.0), (16, 7.0), (4, -9.0)]);
    let (_, inner, _) = found("ma, mi.", &[10, 2, 4, 8, 1, 1, 4, 1, 1], &energy);
    let samples = (28 + KEPT_AFTER) * STEP..(44 - KEPT_BEFORE) * STEP;
    assert_eq!(inner, [SilentSpan { symbols: 2..4, samples }]);
}

#[test]
fn where_the_voice_goes_on_the_quietest_place_is_told() {
    let energy = energy(&[(20, -9.0), (12, 7.0), (1, 2.0), (27, 7.0), (4, -9.0)]);
    let (_, inner, _) = found("ma, mi.", &[10, 2, 4, 8, 1, 1, 4, 1, 1], &energy);
    assert_eq!(inner, [SilentSpan { symbols: 2..4, samples: 32 * STEP..32 * STEP }]);
}

#[test]
fn marks_within_a_word_and_spaces_alone_are_no_pause() {
    let symbols: Vec<char> = "pˈʌr.aː ma… “ma”! ma".chars().collect();
    let (symbols, last) = (timed(&symbols, &[1; 30]), symbols.len() - 1);
    assert_eq!(spans(&symbols, 0..last), [(9, 10..13), (14, 15..18)]);
}

/// Numbers below a bound, always the same ones.
fn numbers() -> impl FnMut(usize) -> usize {
    let mut state = 1u64;
    move |bound| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % bound
    }
}

#[test]
fn parts_are_in_order_whatever_the_prediction() {
    let mut number = numbers();
    for _ in 0..2000 {
        let symbols: Vec<char> =
            (0..number(40)).map(|_| ['a', 'ː', 't', ' ', ',', '.'][number(6)]).collect();
        let frames: Vec<u32> = (0..symbols.len() + 2).map(|_| number(6) as u32).collect();
        let count = 2 * frames.iter().sum::<u32>() as usize;
        let energy: Vec<f32> = (0..count).map(|_| [-9.0, -9.0, -9.0, 6.0][number(4)]).collect();
        let found = silences(&timed(&symbols, &frames), &energy);
        assert_eq!((found.lead.start, found.tail.end), (0, count * STEP));
        assert!(found.lead.end <= found.tail.start, "{symbols:?} {frames:?}");
        let mut symbol = 0;
        for SilentSpan { symbols, samples } in found.inner {
            assert!(symbol <= symbols.start && symbols.start < symbols.end);
            assert!(samples.start <= samples.end && samples.end <= count * STEP);
            symbol = symbols.end;
        }
    }
}
