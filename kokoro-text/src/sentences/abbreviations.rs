//! Whether a full stop ends a sentence or belongs to the word before it.

use super::marks::is_opening;

/// Abbreviations that are followed by a name or another continuation, whatever its first letter.
const LEAD_ON: &str = "\
    mr mrs ms mx dr drs prof rev hon pres gov sen rep gen col lt capt cmdr maj sgt cpl pvt adm \
    messrs mmes mme mlle fr sra dra ud uds eg ie e.g i.e cf vs v viz approx";

/// Abbreviations after which a sentence ends only if the next word plainly begins one.
const MAY_END: &str = "\
    st ste mt ft ave blvd rd hwy sq dept est esp al inc corp co cos ltd llc plc bros assn univ mfg \
    jr sr esq ph.d ed eds trans repr \
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun";

/// Abbreviations that do not end a sentence if a number follows.
const BEFORE_NUMBERS: &str = "\
    no nos vol vols fig figs eq ch chap sec art pp p pt par ca c ver v ll ext tel op \
    jan feb mar apr jun jul aug sep sept oct nov dec";

/// Times of day in full or in short.
const TIMES: &str = "a.m p.m am pm";

/// What goes on after a time of day.
const AFTER_TIMES: &str = "\
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat \
    sun january february march april may june july august september october november december \
    gmt utc est edt cst cdt mst mdt pst pdt bst cet cest et ct pt eastern central mountain pacific \
    london paris new";

/// Words that begin sentences and, with a capital, are no names.
const STARTERS: &str = "\
    a an the this that these those there here it its it's he she we you they i i'm i've i'll i'd \
    he's she's we're we've you're they're they've that's there's what's let's don't \
    his her our your their my mine ours what who whom whose which when where why how whether while \
    if unless until since because although though after before once but and or nor so yet \
    then thus hence therefore however moreover meanwhile otherwise instead still also even \
    in on at by for from with without to of as into about under over during between among against \
    no not none nothing nobody never yes all both each every some any many most much few several \
    another other such one two three nowadays today tomorrow yesterday now soon later \
    is are was were do does did has have had can could will would should may might must please \
    everyone everybody someone somebody anyone perhaps maybe finally first second only just";

/// Words before a letter that is a name of its own: "Plan B".
const BEFORE_LETTERS: &str = "\
    plan vitamin vitamins option options section part class type group team point appendix figure \
    table exhibit grade grades hepatitis item step room block gate level series model side variant \
    choice answer letter size phase unit column row chapter schedule category floor zone line \
    sample case set version form panel ward wing hall pier terminal platform route bus train exit \
    channel studio division league tier schedule clause article annex act cup factor \
    minus plus equals times";

/// The longest word in bytes that is compared with the lists.
const MAX_WORD: usize = 10;

/// A full stop with space after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop<'a> {
    /// The sentence up to the full stop.
    pub(super) before: &'a str,
    /// What follows it, without space and opening marks; not empty.
    pub(super) rest: &'a str,
}

impl Stop<'_> {
    /// Whether the sentence ends here. The next word does not begin in lower case.
    pub(super) fn ends_sentence(self) -> bool {
        let word = last_word(self.before);
        let first = self.before.trim_start_matches(is_opening).len() == word.len();
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (None, _) => return true,
            (Some(letter), None) if letter.is_uppercase() => {
                return !first && self.letter_ends(letter, word);
            }
            _ => {}
        }
        let digit = self.rest.starts_with(|c: char| c.is_ascii_digit());
        let number = digit || is_roman(first_word(self.rest));
        // "1. Introduction", "IV. The end"
        let marker = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()) || is_roman(word);
        if first && marker || number && is_in(BEFORE_NUMBERS, word) || is_in(LEAD_ON, word) {
            return false;
        }
        if is_in(TIMES, word) {
            return !is_in(AFTER_TIMES, first_word(self.rest));
        }
        let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
        !(dotted || is_in(MAY_END, word)) || self.is_started()
    }

    /// Whether the sentence ends after a capital that stands alone: an initial or a name.
    fn letter_ends(self, letter: char, word: &str) -> bool {
        let before = self.before[..self.before.len() - word.len()].trim_end();
        let previous = last_word(before);
        let initial = previous.ends_with('.');
        if letter == 'I' && !initial {
            return true; // "So do I."
        }
        let next = first_word(self.rest);
        if next.chars().count() == 1 && self.rest[next.len()..].starts_with('.') {
            return false; // another initial
        }
        let named = || is_in(BEFORE_LETTERS, previous) || is_second_letter(before, previous);
        self.is_started() && !(initial && next.len() == 1) || !initial && named()
    }

    /// Whether the next word is one that begins sentences.
    fn is_started(self) -> bool {
        is_in(STARTERS, first_word(self.rest))
    }
}

/// Whether `text` begins with the word "I", alone or as in "I'm".
pub(super) fn is_pronoun_i(text: &str) -> bool {
    text.strip_prefix('I').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether `before`, whose last word is `last`, leads from one letter to another: "A to", "A and".
fn is_second_letter(before: &str, last: &str) -> bool {
    let first = last_word(before[..before.len() - last.len()].trim_end());
    matches!(last, "and" | "or" | "to") && first.len() == 1 && first.starts_with(char::is_uppercase)
}

/// Whether `word` is a roman number in capitals of more than one letter.
fn is_roman(word: &str) -> bool {
    (2..=6).contains(&word.len()) && word.bytes().all(|b| b"IVXLC".contains(&b))
}

/// Whether the list, words between spaces, has `word` in any case.
fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty()
        && word.len() <= MAX_WORD
        && list.split_ascii_whitespace().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// The word at the end of `text`, without opening quotes; cut to a few characters if it is longer
/// than any in the lists.
fn last_word(text: &str) -> &str {
    let long = text
        .char_indices()
        .rev()
        .take(2 * MAX_WORD)
        .take_while(|(_, c)| !c.is_whitespace() && !matches!(c, '—' | '–' | '/'))
        .last();
    long.map_or("", |(at, _)| &text[at..]).trim_start_matches(is_opening)
}

/// The word at the start of `text`, cut as by [`last_word`].
fn first_word(text: &str) -> &str {
    let inside = |c: char| c.is_alphanumeric() || c == '\'' || c == '’';
    let word = text.char_indices().take(2 * MAX_WORD).find(|(_, c)| !inside(*c));
    match word {
        Some((end, _)) => &text[..end],
        None => {
            let end = text.char_indices().nth(2 * MAX_WORD).map_or(text.len(), |(at, _)| at);
            &text[..end]
        }
    }
}
