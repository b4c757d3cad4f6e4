//! A word by rules: letters, syllables, stress, silent vowels, phonemes.

use super::ending::{end, join};
use super::letter::letters;
use super::schwa::silence;
use super::sounds::sounds;
use super::syllable::syllables;
use super::weight::stress;

/// The phonemes of a word, or `None` if it is not written in the letters of Hindi.
pub(super) fn phonemes(word: &str) -> Option<String> {
    compound(&[word])
}

/// The phonemes of words that a hyphen joins: each has a stress of its own, and the "a" that ends
/// one may be said.
pub(super) fn compound(words: &[&str]) -> Option<String> {
    let mut whole = Vec::new();
    for word in words {
        let letters = letters(word)?;
        let mut syllables = syllables(&letters);
        end(&mut syllables, &letters);
        stress(&mut syllables);
        join(&mut whole, syllables);
    }
    silence(&mut whole);
    Some(sounds(&whole)).filter(|said| !said.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(words: &str) -> String {
        let said = words.split(' ').map(|word| phonemes(word).expect(word));
        said.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_heaviest_syllable_is_stressed() {
        assert_eq!(say("पिता किताब सरकार"), "pˈɪtaː kɪtˈaːb sˌəɾkˈaːɾ");
        assert_eq!(say("अध्यक्ष कार्यालय"), "ʌdʰjˈʌkʃ kˈaːrjaːlɛj");
        assert_eq!(say("कुआँ लगाईं"), "kʊˈaːn lˌəɡaːˈiːn");
    }

    #[test]
    fn a_vowel_without_a_sign_may_be_silent() {
        assert_eq!(say("करना सफलता जनवरी"), "kˈʌɾnˌaː sˈʌpʰəltaː ɟˈʌnəʋɾi");
        assert_eq!(say("कहते बढ़ती मतलब"), "kˈʌhətˌeː bˈʌr.hətˌi mˈʌtəlˌəb");
        assert_eq!(say("टिप्पणी पसंदीदा"), "ʈˈɪpːɳˌi pˌəsndˈiːdaː");
        assert_eq!(say("मित्र शब्द जन्म"), "mˈɪtɾə ʃˈʌbd ɟˈʌnm");
    }

    #[test]
    fn nasals_take_the_place_of_the_next_consonant() {
        assert_eq!(say("गंगा पंजाब घंटा अंत"), "ɡˈʌŋɡaː pəɲɟˈaːb ɡʰˈʌɳʈaː ˈʌnt");
        assert_eq!(say("सुंदर केंद्र हाँ आँख मुँह"), "sˈũdəɾ kˈẽːdɾə hˈã ˈaːnkʰ mˈũnh");
    }

    #[test]
    fn consonants_are_long_or_change() {
        assert_eq!(say("उत्तर दिल्ली अच्छा युद्ध"), "ˈʊtːəɾ dˈɪlli ˈʌcʰcʰaː jˈʊdʰː");
        assert_eq!(say("प्यार ज्ञान क्षमा"), "pːjˈaːɾ ɡjˈaːn kʃˈʌmaː");
        assert_eq!(say("धर्म दर्द रात"), "dʰˈʌrm dˈʌɾd ɾˈaːt");
    }

    #[test]
    fn compounds_keep_the_vowel_between() {
        let say = |words: &[&str]| compound(words).expect("letters");
        assert_eq!(say(&["गरम", "गरम"]), "ɡˈʌɾəmˌəɡˈʌɾəm");
        assert_eq!(say(&["माता", "पिता"]), "mˈaːtaːpˈɪtaː");
        assert_eq!(say(&["सुंदर", "सा"]), "sˈu\u{303}drsˈaː");
        assert_eq!(say(&["घी", "दूध"]), "ɡʰˈidˈuːdʰ");
    }

    #[test]
    fn endings_become_glides() {
        assert_eq!(say("समय जाएँ नेताओं"), "sˈʌmˌɛj ɟˈaːj neːtˈaːw");
    }
}
