use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;

/// The number that words say, by adding up: the inverse of `cardinal`.
fn value(words: &str) -> u128 {
    let (mut sum, mut group) = (0, 0);
    for word in words.split(' ') {
        if let Some(small) = BELOW_TWENTY.iter().position(|name| *name == word) {
            group += small as u128;
        } else if let Some(ten) = TENS.iter().position(|name| *name == word) {
            group += 10 * ten as u128;
        } else if word == "hundred" {
            group *= 100;
        } else if word != "and" {
            let power = THOUSANDS.iter().position(|name| *name == word).unwrap();
            sum += group * 1000u128.pow(power as u32);
            group = 0;
        }
    }
    sum + group
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    })]

    #[test]
    fn words_say_the_number(number in 0..10u128.pow(36), short in 0u32..20) {
        let number = number / 10u128.pow(short);
        for dialect in [Dialect::American, Dialect::British] {
            prop_assert_eq!(value(&cardinal(&number.to_string(), dialect)), number);
        }
    }
}

#[test]
fn every_number_of_six_digits_comes_back() {
    for number in (0..10_000).chain((10_000..1_000_000).step_by(37)) {
        for dialect in [Dialect::American, Dialect::British] {
            assert_eq!(value(&cardinal(&number.to_string(), dialect)), number);
        }
    }
}

#[test]
fn british_numbers_have_and() {
    let cases = [
        ("101", "one hundred and one"),
        ("1001", "one thousand and one"),
        ("1100", "one thousand one hundred"),
        ("101101", "one hundred and one thousand one hundred and one"),
        ("2000012", "two million and twelve"),
        ("000", "zero"),
        ("007", "seven"),
    ];
    for (number, words) in cases {
        assert_eq!(cardinal(number, Dialect::British), words);
        assert_eq!(cardinal(number, Dialect::American), words.replace(" and ", " "));
    }
    assert_eq!(cardinal(&"1".repeat(37), Dialect::British), ["one"; 37].join(" "));
}
