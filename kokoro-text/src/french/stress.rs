//! Which words keep their stress inside a phrase.
//!
//! Every word has its stress on its last full vowel. At the end of a phrase it is always heard.
//! Before that, the function words below lose it, and some of two syllables have a secondary one.

use std::collections::HashMap;

/// The vowels of French.
pub(super) const VOWELS: &str = "aeiouyøœɔɛəɑ";

/// What becomes of the stress of a word that does not end its phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stress {
    /// It stays.
    Full,
    /// It becomes secondary.
    Secondary,
    /// It goes.
    None,
}

/// Words without stress inside a phrase.
const UNSTRESSED: &str = "
    la le les un une uns
    il elle ils elles on nous vous tu ça eux ceux celle celles y
    à en dans par pour sur sous sans chez vers entre contre lors près jusqu'à
    et mais que qui quand comme où non car
    est es a eu eue eus furent eurent aient vaut faut
    pas plus peu trop très tant guère certes eh
    ce son tel telle tels telles quel quelle quels quelles leurs
    tout tous toute toutes autre autres chaque
";

/// Words that never have stress, not even at the end of a phrase.
const NEVER: &str = "
    de des du je ne se me te au aux
    cette cet ces ses sa mon ma mes ton ta tes leur votre notre nos vos
    ou dont ni dès quant car
";

/// Words with a secondary stress inside a phrase.
const SECONDARY: &str = "
    avec aussi après encore alors rien toujours avant depuis jamais ainsi beaucoup comment
    lui moi toi soi quoi soit oui sois
    quelque quelques cela ceci mieux plusieurs pourquoi mois point points assez enfin
    autant loin afin voilà voici lorsque parmi presque autour pourtant durant plupart ok
    puisque tandis toutefois néanmoins hélas quelqu'un lorsqu'ils puisqu'ils
    celle-ci celles-ci ceux-ci celle-là celles-là ceux-là
";

/// The stress of function words.
pub(super) struct FunctionWords(HashMap<&'static str, Stress>);

impl FunctionWords {
    pub(super) fn new() -> Self {
        let lists =
            [(UNSTRESSED, Stress::None), (NEVER, Stress::None), (SECONDARY, Stress::Secondary)];
        let words = lists
            .iter()
            .flat_map(|(list, stress)| list.split_whitespace().map(|word| (word, *stress)));
        Self(words.collect())
    }

    /// What becomes of the stress of a word inside a phrase.
    pub(super) fn stress(&self, word: &str) -> Stress {
        self.0.get(word).copied().unwrap_or(Stress::Full)
    }
}

/// Puts stress before the last vowel that is not a schwa; if all are, before the last of them.
pub(super) fn stressed(phonemes: &str) -> String {
    let vowels = || phonemes.char_indices().rev().filter(|(_, c)| is_vowel(*c));
    let full = vowels().find(|(_, c)| *c != 'ə').or_else(|| vowels().next());
    let Some((at, _)) = full else {
        return phonemes.to_owned();
    };
    format!("{}ˈ{}", &phonemes[..at], &phonemes[at..])
}

/// The phonemes of a word with as much stress as is left of it.
pub(super) fn with_stress(phonemes: &str, stress: Stress) -> String {
    match stress {
        Stress::Full => phonemes.to_owned(),
        Stress::Secondary => phonemes.replace('ˈ', "ˌ"),
        Stress::None => phonemes.replace(['ˈ', 'ˌ'], ""),
    }
}

/// Whether a symbol is a vowel.
pub(super) fn is_vowel(symbol: char) -> bool {
    VOWELS.contains(symbol)
}
