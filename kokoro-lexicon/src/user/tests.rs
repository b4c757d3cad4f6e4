//! Files as users write them, and what they match.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::is_symbol;

fn toml(text: &str) -> UserLexicon {
    UserLexicon::parse(text, Format::Toml, "words.toml").unwrap_or_else(|error| panic!("{error}"))
}

fn csv(text: &str) -> UserLexicon {
    UserLexicon::parse(text, Format::Csv, "words.csv").unwrap_or_else(|error| panic!("{error}"))
}

/// The text with what is read in the place of what was matched, phonemes between slashes.
fn read(lexicon: &UserLexicon, language: &str, text: &str) -> String {
    let mut read = String::new();
    let mut at = 0;
    for found in Matcher::new(lexicon, language).matches(text) {
        read.push_str(&text[at..found.range.start]);
        match found.replacement {
            Replacement::Phonemes(phonemes) => read.push_str(&format!("/{phonemes}/")),
            Replacement::Respelling(text) => read.push_str(&text),
        }
        at = found.range.end;
    }
    read + &text[at..]
}

#[test]
fn both_formats_say_the_same() {
    let by_toml = toml(include_str!("../../examples/lexicon.toml"));
    let by_csv = csv(include_str!("../../examples/lexicon.csv"));
    assert_eq!(by_toml.len(), by_csv.len());
    let text = "Nguyen's SQL on v2.5: New York, POLISH polish; the tomato of Café Zoë.";
    for language in ["en-us", "en-gb", "es"] {
        assert_eq!(read(&by_toml, language, text), read(&by_csv, language, text));
    }
    assert_eq!(
        read(&by_toml, "en-us", text),
        "win's sequel on version 2 point 5: /nˌu jˈɔɹk/, POLISH polish; the tomato of Café /zˈOi/."
    );
    assert_eq!(read(&by_toml, "en-gb", "tomato"), "/təmˈɑːtQ/");
}

#[test]
fn the_longest_and_first_match_wins() {
    let lexicon = csv("word,respelling\nnew,1\nnew york,2\nnew york city,3\nyork times,4\n");
    let texts = [
        ("New  York Times", "2 Times"),
        ("new york\ncity!", "3!"),
        ("new york citycenter", "2 citycenter"),
        ("newyork york times", "newyork 4"),
        ("renew new-new anew", "renew 1-1 anew"),
    ];
    for (text, expected) in texts {
        assert_eq!(read(&lexicon, "en-us", text), expected);
    }
}

#[test]
fn precedence_is_as_stated() {
    let mut lexicon = csv("word,regex,respelling,case,language\n\
                           us,,1,ignore,\nUS,,2,exact,\n,u.,3,exact,\n,[tu].,4,,\n");
    assert_eq!(read(&lexicon, "en-us", "us US Us up UP ut"), "1 2 1 3 4 3");
    lexicon.extend(csv("word,respelling,language\nus,5,\nus,6,en\nus,7,en-us\n"));
    assert_eq!(read(&lexicon, "en-us", "us US"), "7 2");
    assert_eq!(read(&lexicon, "en-gb", "us US"), "6 2");
    assert_eq!(read(&lexicon, "es", "us US"), "5 2");
}

#[test]
fn words_are_whole_and_may_have_the_ending_s() {
    let lexicon = csv("word,phonemes,respelling\n\
                       Nguyen,wˈɪn,\ndon,,Donald\nclock,,KLOK\n\
                       C++,,see plus plus\n.NET,,dot net\n");
    let texts = [
        ("Nguyen’s", "/wˈɪnz/"),
        ("Nguyens", "Nguyens"),
        ("NGUYEN", "/wˈɪn/"),
        ("I don't, Don.", "I don't, Donald."),
        ("o'clock 'clock'", "o'clock 'KLOK'"),
        ("C++, not C++x", "see plus plus, not see plus plusx"),
        ("on .NET and ASP.NET", "on dot net and ASPdot net"),
    ];
    for (text, expected) in texts {
        assert_eq!(read(&lexicon, "en-us", text), expected);
    }
    assert_eq!(read(&lexicon, "fr", "l'clock"), "l'KLOK");
    let chinese = csv("word,regex,respelling\n北京,,1\n,上.,2\n");
    assert_eq!(read(&chinese, "zh", "我在北京上海"), "我在12");
}

#[test]
fn regular_expressions_are_whole_words_and_have_groups() {
    let lexicon = csv("regex,respelling\n(\\d+)px,$1 pixels\ncolou?r,hue\nx*,nothing\nq(z?),$1\n");
    assert_eq!(read(&lexicon, "en-us", "10PX of color"), "10 pixels of hue");
    assert_eq!(read(&lexicon, "en-us", "10pxs discolored a"), "10pxs discolored a");
    assert_eq!(read(&lexicon, "en-us", "q qz"), "q z");
}

#[test]
fn faults_are_named_with_their_lines() {
    let table = "[[entry]]\n";
    let cases = [
        (format!("{table}word = \"a\"\n"), "words.toml, line 1: expected either `phonemes`"),
        (
            format!("\n\n{table}respelling = \"a\""),
            "line 3: expected either `word` or `regex`, found neither",
        ),
        (
            format!("{table}word = \"a\"\nphonemes = \"kæ5\""),
            "line 1: expected phonemes in the model's symbols or in IPA, found '5' (U+0035)",
        ),
        (
            format!("{table}word = \"a\"\nrespeling = \"b\""),
            "line 3: expected entries in TOML: unknown field `respeling`",
        ),
        (format!("{table}word = \"a\nphonemes"), "line 3: expected entries in TOML"),
        (format!("{table}word = 7"), "line 2: expected entries in TOML"),
        (
            format!("{table}regex = \"(a\"\nrespelling = \"b\""),
            "line 1: expected a regular expression: ",
        ),
        (format!("{table}regex = \"a\"\nrespelling = \"$1\""), "found `1`"),
        (
            format!("{table}word = \"a\"\nrespelling = \" \""),
            "expected some text as `respelling`, found nothing",
        ),
        (
            format!("{table}word = \" \"\nrespelling = \"a\""),
            "expected some text as `word`, found nothing",
        ),
        (format!("{table}word = \"a\"\nphonemes = \"ˈ.\""), "expected phonemes that sound"),
        (format!("{table}word = \"a\"\nrespelling = \"a\\u0007\""), "found U+0007"),
        (
            format!("{table}word = \"a\"\nrespelling = \"b\"\ncase = \"no\""),
            "`ignore` or `exact` as `case`, found `no`",
        ),
        (
            format!("{table}word = \"a\"\nrespelling = \"b\"\nlanguage = \"en-uk\""),
            "en-gb, es, fr, hi, it, ja, pt, pt-br, zh, found `en-uk`",
        ),
        (
            format!("{table}word = \"a\"\nrespelling = \"b\"\n").repeat(2),
            "line 4: expected each word once for a case rule and a language, found it first in \
             line 1",
        ),
        (
            format!("{table}word = \"{}\"\nrespelling = \"b\"", "a".repeat(257)),
            "expected at most 256 bytes, found 257",
        ),
    ];
    for (text, expected) in cases {
        let error = UserLexicon::parse(&text, Format::Toml, "words.toml").expect_err(&text);
        assert!(error.to_string().contains(expected), "{text}: {error}");
    }
    let cases = [
        ("word;phonemes\n", "words.csv, line 1: expected columns among"),
        ("word,word\n", "line 1: expected each column once, found `word` again"),
        ("# a\n\nword,respelling\r\na,b\n\n# c\nd,e,f\n", "line 7: expected at most 2 fields"),
        ("word,respelling\na,\"b\nc,d\n", "line 2: expected a field that ends in its line"),
        ("word,respelling\n# x\n\na\n", "line 4: expected either `phonemes` or `respelling`"),
        ("word,respelling\nA,b\na,c\n", "line 3: expected each word once"),
    ];
    for (text, expected) in cases {
        let error = UserLexicon::parse(text, Format::Csv, "words.csv").expect_err(text);
        assert!(error.to_string().contains(expected), "{text}: {error}");
    }
}

#[test]
fn byte_order_marks_empty_files_and_endings_of_names() {
    assert!(toml("").is_empty() && csv("").is_empty());
    assert_eq!(csv("\u{feff}word,respelling\r\na,b\r\n").len(), 1);
    assert_eq!(toml("\u{feff}[[entry]]\nword='a'\nrespelling='b'").len(), 1);
    assert_eq!(Format::of_name("dir/a.TOML"), Some(Format::Toml));
    assert_eq!(Format::of_name("a.csv"), Some(Format::Csv));
    assert_eq!(Format::of_name("toml"), None);
}

#[test]
fn time_is_linear() {
    let lexicon = csv("word,regex,respelling\na b a b a b c,,1\n,a( .*b)?c?,2\n,(a|b)*x,3\n");
    let matcher = Matcher::new(&lexicon, "en-us");
    for unit in ["a", " ", "a b ", "a\n", "'", "é", "[", "x"] {
        let text = unit.repeat(200_000 / unit.len());
        let start = std::time::Instant::now();
        matcher.matches(&text);
        assert!(start.elapsed().as_secs() < 20, "{unit:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        cases: 500,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_file_is_read_or_refused(
        text in "(word|regex|respelling|phonemes|,|\n|[a-c$\"(#\\[\\]= .é])*",
    ) {
        for format in [Format::Toml, Format::Csv] {
            if let Err(error) = UserLexicon::parse(&text, format, "x") {
                prop_assert!(error.line >= 1 && error.line <= text.split('\n').count());
            }
        }
    }

    #[test]
    fn matches_are_in_order_and_inside(text in "[aAb 'sé京\u{301}\n-]{0,40}") {
        let lexicon = csv("word,regex,phonemes,respelling\n\
                           a,,æ,\na b,,æ b,\né,,e,\n,b[sé]*,,$0 x\n,京?,,k\n");
        for language in ["en-us", "en-gb", "fr", "ja"] {
            let mut at = 0;
            for found in Matcher::new(&lexicon, language).matches(&text) {
                prop_assert!(at <= found.range.start && found.range.start < found.range.end);
                prop_assert!(text.get(found.range.clone()).is_some());
                at = found.range.end;
                if let Replacement::Phonemes(phonemes) = found.replacement {
                    prop_assert!(phonemes.chars().all(is_symbol));
                }
            }
        }
    }

    #[test]
    fn words_are_found_as_a_naive_search_finds_them(
        words in prop::collection::btree_set("[ab]{1,2}( [ab]{1,2}){0,2}", 1..8),
        text in "[ab]{1,2}([ -][ab]{1,2}){0,10}",
    ) {
        let rows: String = words.iter().map(|word| format!("{word},{word}\n")).collect();
        let lexicon = csv(&format!("word,respelling\n{rows}"));
        let found: Vec<_> =
            Matcher::new(&lexicon, "en-us").matches(&text).into_iter().map(|m| m.range).collect();
        prop_assert_eq!(found, naive(&words, &text));
    }
}

/// All matches of `words` in `text`, which has one space between words, by trying every word at
/// every place.
fn naive(words: &std::collections::BTreeSet<String>, text: &str) -> Vec<std::ops::Range<usize>> {
    let is_edge = |at: usize| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !(letter(text[..at].chars().next_back()) && letter(text[at..].chars().next()))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let here = words.iter().filter(|word| text[at..].starts_with(word.as_str()));
        let whole = here.filter(|word| is_edge(at) && is_edge(at + word.len()));
        match whole.map(|word| word.len()).max() {
            Some(length) => {
                found.push(at..at + length);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}
