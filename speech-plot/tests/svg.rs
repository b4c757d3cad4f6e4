//! What every plot must be: XML that has every word, and the same each time.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use roxmltree::Document;
use speech_plot::{PlottedWord, SpeechPlot};

/// Words of a second each.
fn plot<'a>(
    words: &'a [PlottedWord<'a>],
    samples: &'a [f32],
    f0: &'a [(u64, f32)],
) -> SpeechPlot<'a> {
    SpeechPlot { title: "A <b> & \"c\"", sample_rate: 1000, start: 500, samples, f0, words }
}

fn word<'a>(text: &'a str, phonemes: &'a str, start: u64) -> PlottedWord<'a> {
    PlottedWord { text, phonemes, time: start..start + 400 }
}

/// The texts of a plot, in order.
fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).expect("well-formed XML");
    let elements = document.descendants().filter(|node| node.has_tag_name("text"));
    elements.map(|node| node.text().unwrap_or_default().into()).collect()
}

#[test]
fn a_plot_has_axes_and_every_word() {
    let samples: Vec<f32> = (0..3000).map(|at| (at as f32 * 0.1).sin() * 0.5).collect();
    let f0: Vec<_> = (0..240).map(|at| (500 + at * 12, 150.0 + at as f32 / 4.0)).collect();
    let words = [word("“$100,”", "wˈʌn", 500), word("<&>", "ˈæ", 1000), word("東京", "toː", 2000)];
    let svg = plot(&words, &samples, &f0).svg();
    assert_eq!(svg, plot(&words, &samples, &f0).svg());
    let texts = texts(&svg);
    assert_eq!(texts[0], "A <b> & \"c\"");
    for expected in ["“$100,”", "wˈʌn", "<&>", "ˈæ", "東京", "toː"] {
        assert!(texts.iter().any(|text| text == expected), "{expected} in {texts:?}");
    }
    for expected in ["0.0", "2.5", "3.0", "s", "F0 in Hz", "160", "200", "0.50", "-0.50"] {
        assert!(texts.iter().any(|text| text == expected), "{expected} in {texts:?}");
    }
    assert!(svg.contains("prefers-color-scheme: dark"));
}

#[test]
fn words_outside_are_not_drawn() {
    let words = [word("before", "b", 0), word("within", "w", 600), word("after", "a", 2000)];
    let texts = texts(&plot(&words, &[0.0; 1000], &[(0, 100.0), (9000, 300.0)]).svg());
    let drawn = |name: &str| texts.iter().any(|text| text == name);
    assert!(drawn("within") && !drawn("before") && !drawn("after") && !drawn("300"));
}

#[test]
fn nothing_is_a_plot_too() {
    let svg = SpeechPlot {
        title: "",
        sample_rate: 0,
        start: u64::MAX,
        samples: &[],
        f0: &[(0, 0.0)],
        words: &[],
    }
    .svg();
    assert!(texts(&svg).contains(&"F0 in Hz".into()));
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_is_plotted_is_well_formed_and_complete(
        title in any::<String>(),
        names in prop::collection::vec((any::<[String; 2]>(), 0..900u64, 0..300u64), 0..20),
        samples in prop::collection::vec(any::<f32>(), 0..600),
        mut f0 in prop::collection::vec((0..900u64, any::<f32>()), 0..50),
        sample_rate in any::<u32>(),
    ) {
        let mut words = Vec::new();
        for ([text, phonemes], start, length) in &names {
            words.push(PlottedWord { text, phonemes, time: *start..start + length });
        }
        f0.sort_by_key(|value| value.0);
        let (title, samples, f0, words) = (&*title, &*samples, &*f0, &*words);
        let svg = SpeechPlot { title, sample_rate, start: 0, samples, f0, words }.svg();
        let document = Document::parse(&svg).expect("well-formed XML");
        let groups = document.descendants().filter(|node| node.has_tag_name("g")).count();
        let within = words.iter().filter(|word| word.time.start <= samples.len() as u64).count();
        prop_assert_eq!(groups, within);
        prop_assert!(!svg.contains("NaN") || title.contains("NaN"));
    }
}
