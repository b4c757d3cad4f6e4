use super::*;

/// A sound of constant level with silences of a low noise at the given ranges.
fn signal(len: usize, silences: &[(usize, usize)]) -> Vec<f32> {
    let mut signal: Vec<f32> = (0..len).map(|at| if at % 2 == 0 { 0.2 } else { -0.2 }).collect();
    for &(start, end) in silences {
        signal[start..end].fill(1e-4);
    }
    signal
}

fn edit(range: Range<usize>, to: Length) -> Edit {
    Edit { range, to }
}

/// The output of an editor that is given pieces of `size` samples.
fn edited(signal: &[f32], edits: &[Edit], size: usize) -> (Vec<f32>, Editor) {
    let mut editor = Editor::new(edits.to_vec());
    let mut output: Vec<f32> = signal.chunks(size).flat_map(|part| editor.push(part)).collect();
    output.extend(editor.finish());
    (output, editor)
}

/// The longest run of samples that are nearly silent.
fn longest_silence(samples: &[f32]) -> usize {
    samples.split(|x| x.abs() > 1e-3).map(<[f32]>::len).max().unwrap_or(0)
}

#[test]
fn a_pause_gets_the_length_that_was_asked_for() {
    // Only the middle of the silence may be edited; the rest of it counts all the same.
    let signal = signal(24_000, &[(9_600, 14_400)]);
    for whole in [1_200, 2_400, 4_800, 12_000, 24_000] {
        let (output, editor) =
            edited(&signal, &[edit(10_800..13_800, Length::Whole(whole))], 24_000);
        let expected = whole.max(4_800 - 3_000 + 2 * FADE);
        assert_eq!(longest_silence(&output), expected);
        assert_eq!(output.len(), 24_000 - 4_800 + expected);
        assert_eq!(editor.place(14_400) + 9_600, output.len());
        assert_eq!(editor.place(9_600), 9_600);
    }
}

#[test]
fn the_ends_are_cut_and_fade() {
    let signal = signal(12_000, &[(0, 3_000), (9_000, 12_000)]);
    let edits = [edit(0..2_400, Length::CutStart), edit(9_600..12_000, Length::CutEnd)];
    let (output, editor) = edited(&signal, &edits, 12_000);
    assert_eq!(output.len(), 9_600 - 2_400 + 2 * FADE);
    assert_eq!(output[0], 0.0);
    assert_eq!(*output.last().unwrap(), 0.0);
    assert_eq!(editor.place(3_000), 600 + FADE);
    assert_eq!(editor.place(0), 0);
    assert_eq!(editor.place(12_000), output.len());
    assert_eq!((editor.quiet_start(), editor.quiet_end()), (600 + FADE, 600 + FADE));
}

#[test]
fn however_a_signal_is_divided_the_result_is_the_same() {
    let signal = signal(30_000, &[(0, 1_800), (7_000, 9_000), (20_000, 22_000), (28_000, 30_000)]);
    let edits = [
        edit(0..1_200, Length::CutStart),
        edit(7_200..8_400, Length::Whole(600)),
        edit(20_400..21_000, Length::Whole(9_000)),
        edit(29_000..30_000, Length::CutEnd),
    ];
    let (whole, _) = edited(&signal, &edits, 30_000);
    for size in [1, 119, 600, 4_801, 29_999] {
        let (pieces, editor) = edited(&signal, &edits, size);
        assert!(pieces == whole, "pieces of {size}");
        assert_eq!(editor.place(30_000), whole.len());
    }
}

#[test]
fn places_never_run_backwards() {
    let signal = signal(30_000, &[(0, 1_800), (7_000, 9_000)]);
    let edits = [edit(0..1_200, Length::CutStart), edit(7_200..8_400, Length::Whole(240))];
    let (output, editor) = edited(&signal, &edits, 700);
    let places: Vec<usize> = (0..=30_000).map(|at| editor.place(at)).collect();
    assert!(places.is_sorted() && places[30_000] == output.len());
}
