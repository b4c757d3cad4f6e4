//! Which words a text has, and what belongs to each.

use kokoro_captions::{Boundary, Display, SpokenWord, WrittenWord, WrittenWords};
use mapped_text::MappedText;

mod support;

use support::Say::{As, End, Mark, Word};
use support::{MARK, Say, WORD, written};

fn said(text: &str, says: &[Say<'_>]) -> Vec<WrittenWord> {
    let words = written(WrittenWords::new(text), text, says);
    for word in &words {
        assert_eq!(&text[word.bytes.clone()], word.word);
        let chars: String = text.chars().skip(word.chars.start).take(word.chars.len()).collect();
        assert_eq!(chars, word.word);
        let utf16: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(String::from_utf16_lossy(&utf16[word.utf16.clone()]), word.word);
    }
    words
}

fn names(words: &[WrittenWord]) -> Vec<&str> {
    words.iter().map(|word| &*word.word).collect()
}

/// The line that the words are shown as.
fn line(words: &[WrittenWord]) -> String {
    let mut line = String::new();
    for Display { before, word, after, space, .. } in words.iter().map(|word| &word.display) {
        line += &[&**before, word, after, if *space { " " } else { "" }].concat();
    }
    line
}

#[test]
fn what_is_read_as_many_words_is_one() {
    let text = "“It costs $100,” he said at 9:30PM: 40–60 °C, 5'11\".";
    let words = said(
        text,
        &[
            Mark("“"),
            Word("It"),
            Word("costs"),
            As("$100", &["one", "hundred", "dollars"]),
            Mark(","),
            Mark("”"),
            Word("he"),
            Word("said"),
            Word("at"),
            As("9:30PM", &["nine", "thirty", "P M"]),
            Mark(":"),
            As("40–60 °C", &["forty", "to", "sixty", "degrees", "Celsius"]),
            Mark(","),
            As("5'11\"", &["five", "foot", "eleven"]),
            Mark("."),
        ],
    );
    assert_eq!(
        names(&words),
        ["It", "costs", "$100", "he", "said", "at", "9:30PM", "40–60 °C", "5'11\""]
    );
    let price = &words[2];
    assert_eq!((&*price.spoken, &*price.phonemes), ("one hundred dollars", "x x x"));
    assert_eq!((price.start, price.end), (MARK + 2 * WORD, MARK + 5 * WORD));
    assert_eq!(line(&words), text);
    assert_eq!((&*words[0].display.before, &*price.display.after), ("“", ",”"));
    assert_eq!(&text[price.display.bytes.clone()], "$100,”");
}

#[test]
fn parts_of_a_word_are_joined() {
    let text = "don't well-known and/or go/no-go U.S. L'homme word—word x=y a, b c...d";
    let words = said(
        text,
        &[
            Word("do"),
            Word("n't"),
            Word("well"),
            Word("known"),
            Word("and"),
            Word("or"),
            Word("go"),
            As("/", &["slash"]),
            Word("no-go"),
            Word("U"),
            Word("S"),
            Word("L'"),
            Word("homme"),
            Word("word"),
            Mark("—"),
            Word("word"),
            Word("x"),
            As("=", &["equals"]),
            Word("y"),
            Word("a"),
            Mark(","),
            Word("b"),
            Word("c"),
            Mark("..."),
            Word("d"),
        ],
    );
    assert_eq!(
        names(&words),
        [
            "don't",
            "well-known",
            "and/or",
            "go/no-go",
            "U.S",
            "L'homme",
            "word",
            "word",
            "x=y",
            "a",
            "b",
            "c",
            "d"
        ]
    );
    assert_eq!(words[3].spoken, "go slash no-go");
    assert_eq!(line(&words), text);
}

#[test]
fn sentences_and_paragraphs_are_counted() {
    let sentence = End(Boundary::Sentence);
    let says = [
        sentence,
        Word("Yes"),
        Mark("."),
        sentence,
        Word("No"),
        Mark("."),
        sentence,
        End(Boundary::Paragraph),
        Word("So"),
    ];
    let words = said("Yes.No. So", &says);
    let numbers: Vec<_> = words.iter().map(|word| (word.sentence, word.paragraph)).collect();
    assert_eq!(numbers, [(0, 0), (1, 0), (2, 1)]);
}

#[test]
fn scripts_without_spaces_keep_their_words() {
    let text = "我在2024年花了100美元，他说：“你好！”去Apple买。";
    let words = said(
        text,
        &[
            Word("我"),
            Word("在"),
            As("2024年", &["二零二", "四年"]),
            Word("花"),
            Word("了"),
            As("100", &["一百"]),
            Word("美元"),
            Mark("，"),
            Word("他"),
            Word("说"),
            Mark("：“"),
            Word("你好"),
            Mark("！”"),
            Word("去"),
            Word("Apple"),
            Word("买"),
            Mark("。"),
        ],
    );
    assert_eq!(
        names(&words),
        ["我", "在", "2024年", "花", "了", "100", "美元", "他", "说", "你好", "去", "Apple", "买"]
    );
    assert_eq!(line(&words), text);
    assert_eq!(words[9].display.before, "“");

    let text = "東京で、「はい」と言った。";
    let says = ["東京", "で", "はい", "と", "言った"].map(Word);
    let words = said(text, &says);
    assert_eq!(names(&words), ["東京", "で", "はい", "と", "言った"]);
    assert_eq!(line(&words), text);
    assert_eq!((&*words[2].display.before, &*words[2].display.after), ("「", "」"));
}

#[test]
fn french_and_hindi_keep_their_marks() {
    let text = "Il a dit\u{a0}: «\u{a0}Qu'est-ce que c'est\u{a0}?\u{a0}» Oui\u{a0}!";
    let says = ["Il", "a", "dit", "Qu'est-ce", "que", "c'est", "Oui"].map(Word);
    let words = said(text, &says);
    assert_eq!(line(&words), text.replace('\u{a0}', " "));
    assert_eq!((&*words[2].display.after, &*words[3].display.before), (" :", "« "));
    assert_eq!((&*words[5].display.after, &*words[6].display.after), (" ? »", " !"));

    let text = "उसने ₹100 दिए। आज 9:30 बजे है।";
    let words = said(
        text,
        &[
            Word("उसने"),
            As("₹100", &["एक", "सौ", "रुपए"]),
            Word("दिए"),
            End(Boundary::Sentence),
            Word("आज"),
            As("9:30 बजे", &["नौ", "बजकर", "तीस", "मिनट"]),
            Word("है"),
        ],
    );
    assert_eq!(names(&words), ["उसने", "₹100", "दिए", "आज", "9:30 बजे", "है"]);
    assert_eq!(line(&words), text);
}

#[test]
fn markup_is_no_part_of_what_is_shown() {
    let text = "# A **bold**, [un*believ*able](http://x.org) AT&amp;T\n\nEnd";
    let mut heading = MappedText::default();
    heading.push_copy("A ", 2);
    heading.push_copy("bold", 6);
    heading.push_copy(", ", 12);
    heading.push_copy("un", 15);
    heading.push_copy("believ", 18);
    heading.push_copy("able", 25);
    heading.push_copy(" AT", 44);
    heading.push("&", 47..52);
    heading.push_copy("T", 52);
    let mut end = MappedText::default();
    end.push_copy("End", 55);
    let mut words = WrittenWords::new(text);
    words.show(&heading);
    words.show(&end);
    let says = ["A", "bold", "un*believ*able", "AT&amp;T", "End"].map(Word);
    let words = written(words, text, &says);
    assert_eq!(names(&words), ["A", "bold", "un*believ*able", "AT&amp;T", "End"]);
    assert_eq!(line(&words), "A bold, unbelievable AT&T End");
}

#[test]
fn text_and_words_come_in_pieces() {
    let mut words = WrittenWords::new("");
    let word = |source, time| SpokenWord { spoken: "w", phonemes: "", time, source };
    words.push_text("One t");
    assert_eq!(words.push(&word(0..3, 0..5)), None);
    words.push_text("wo.");
    let first = words.push(&word(4..7, 5..9)).unwrap();
    assert_eq!((&*first.word, first.display.space), ("One", true));
    let last = words.finish().unwrap();
    assert_eq!((&*last.word, &*last.display.after, last.chars), ("two", ".", 4..7));
}

#[test]
fn odd_sources_and_times_lose_nothing() {
    let mut words = WrittenWords::new("é one  two");
    let word = |spoken, source, time| SpokenWord { spoken, phonemes: "p", time, source };
    assert_eq!(words.push(&word("before", 0..0, 5..9)), None);
    assert_eq!(words.push(&word("cut", 1..6, 7..8)), None); // within é, and back in time
    assert_eq!(words.push(&word("back", 0..1, 9..20)), None);
    let first = words.push(&word("two", 6..99, 15..30)).unwrap();
    assert_eq!((&*first.word, &*first.spoken), ("é one", "before cut back"));
    assert_eq!((first.start, first.end), (5, 20));
    words.end(Boundary::Sentence);
    assert_eq!(words.push(&word("nowhere", 50..50, 30..31)), None);
    let last = words.finish().unwrap();
    assert_eq!((&*last.word, &*last.spoken, last.bytes), ("two", "two nowhere", 8..11));
    assert_eq!((last.start, last.end), (20, 31));
}

#[test]
fn nothing_said_gives_nothing() {
    assert_eq!(WrittenWords::new("").finish(), None);
    assert_eq!(WrittenWords::new("text").finish(), None);
    let text = format!("one {} two", "☃".repeat(99));
    let words = said(&text, &[Word("one"), Word("two")]);
    assert_eq!(line(&words), "one two");
}

#[test]
fn a_word_before_the_end_of_a_sentence_can_be_had_at_once() {
    let text = "“Go on,” he said. (So I went.) Why?";
    let later = {
        let says = [
            Mark("“"),
            Word("Go"),
            Word("on"),
            Mark(","),
            Mark("”"),
            Word("he"),
            Word("said"),
            Mark("."),
            End(Boundary::Sentence),
            Mark("("),
            Word("So"),
            Word("I"),
            Word("went"),
            Mark("."),
            Mark(")"),
            End(Boundary::Paragraph),
            Word("Why"),
            Mark("?"),
        ];
        said(text, &says)
    };
    let mut words = WrittenWords::new(text);
    let mut now = Vec::new();
    for word in &later {
        assert_eq!(words.complete(word.bytes.start), None, "no sentence has ended");
        let WrittenWord { start, end, bytes, spoken, phonemes, .. } = word.clone();
        let said =
            SpokenWord { spoken: &spoken, phonemes: &phonemes, time: start..end, source: bytes };
        now.extend(words.push(&said));
        let rest = &text[word.bytes.end..];
        if let Some(mark) = rest.find(|c: char| c != '.').filter(|mark| *mark > 0) {
            let more = usize::from(rest[mark..].starts_with(')'));
            let ends = if more > 0 { Boundary::Paragraph } else { Boundary::Sentence };
            words.punctuation(word.bytes.end..word.bytes.end + mark);
            words.end(ends);
            now.push(words.complete(word.bytes.end + mark + more).expect("a sentence ended"));
        }
    }
    now.extend(words.finish());
    // Whether white space follows is not known so early.
    let spaces = |mut words: Vec<WrittenWord>| {
        words.iter_mut().for_each(|word| word.display.space = false);
        words
    };
    assert_eq!(spaces(now), spaces(later));
}
