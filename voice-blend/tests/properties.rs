//! What holds for every text and every blend.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use voice_blend::Blend;

/// The same inputs in every run, and no files of failures.
fn config() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Default::default() }
}

/// Names of voices, of files, and such as need quotes.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,3}_[a-z]{1,8}",
        "[a-z0-9./-]{0,9}[a-z]\\.(pt|bin|safetensors)",
        "\\PC{1,6}"
    ]
}

fn quoted(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_text_panics_and_what_is_read_is_read_again(text in "[ab1 .,:+*()'\"-]{0,12}|\\PC{0,20}") {
        if let Ok(blend) = text.parse::<Blend>() {
            prop_assert_eq!(blend.to_string().parse::<Blend>(), Ok(blend));
        }
    }

    #[test]
    fn the_canonical_form_is_the_same_blend(
        terms in prop::collection::vec((name(), 0.01f32..100.0), 1..8)
    ) {
        let written = |(name, weight): &(String, f32)| format!("{} ({weight})", quoted(name));
        let text = terms.iter().map(written).collect::<Vec<_>>().join("+");
        let blend: Blend = text.parse().unwrap();
        prop_assert_eq!(&blend.to_string().parse::<Blend>().unwrap(), &blend);
        let sum: f32 = blend.terms().iter().map(|term| term.weight).sum();
        prop_assert!((sum - 1.0).abs() < 1e-5);
    }

    #[test]
    fn a_name_alone_is_itself(name in name()) {
        let blend = Blend::single(&*name);
        prop_assert_eq!(blend.as_single(), Some(&*name));
        prop_assert_eq!(blend.to_string().parse::<Blend>().unwrap(), blend);
    }
}
