//! What the neighbours of a word say of the form of the verb that it may be.

use super::neighbours::{Neighbour, Neighbours};

/// What governs a word, if it is a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Governor {
    /// "to", "will", "did", "let": the word is in its base form.
    Base,
    /// "has", "was", "been": it is a participle.
    Participle,
    /// "he", "she", "it" as subject: it is in the past or ends with s.
    Third,
    /// "I", "you", "we", "they" or a plural noun as subject: it may be present or past.
    Plural,
    /// Another verb in the past that it is joined to: "sat down and read".
    Past,
    /// Nothing that says anything.
    Unknown,
}

const AUXILIARIES: &str = "will would can could may might shall should must 'll ’ll do does \
                 did ca wo let lets please";
const CAUSATIVES: &str = "let make makes made help helps helped watch watched see saw hear \
                 heard have had";
const HAVE: &str = "have has had 've ’ve having";
const BE: &str = "be been being is are am was were 're ’re get gets got getting \
                 gotten";
const ADVERBS: &str = "n't n’t not never ever always just also already even only really \
                 both all often usually still sometimes either";
const THIRD: &str = "he she it";
const PLURAL: &str = "i you we they";
/// Words that begin a clause of their own.
const CONJUNCTIONS: &str = "because if when while as that which who since although though \
                 unless until before after where why how and but or so than";

/// What governs the word that `words` are seen from.
pub(super) fn governor(words: Neighbours<'_>) -> Governor {
    let mut left = words.before().enumerate().filter(|(_, word)| !is_adverb(word));
    let Some((steps, nearest)) = left.next() else { return Governor::Unknown };
    let second = left.next().map(|(_, word)| word);
    if nearest.is("'d ’d") {
        return Governor::Unknown; // had or would
    }
    if nearest.is_tagged("TO MD") || nearest.is(AUXILIARIES) {
        return Governor::Base;
    }
    if nearest.is(HAVE) || nearest.is(BE) || (nearest.is("'s ’s") && nearest.tag == "VBZ") {
        return Governor::Participle;
    }
    if nearest.is(THIRD) || nearest.is(PLURAL) || nearest.is("him her them me us") {
        return after_pronoun(nearest, second);
    }
    if nearest.is_tagged("CC ,") {
        return joined(words, steps + 1);
    }
    match nearest.tag {
        "NNS" | "NNPS" => inverted(words, steps).unwrap_or(Governor::Plural),
        "NN" | "NNP" => inverted(words, steps).unwrap_or(Governor::Unknown),
        _ => Governor::Unknown,
    }
}

fn is_adverb(word: &Neighbour<'_>) -> bool {
    word.is_tagged("RB") || word.is(ADVERBS)
}

/// After a pronoun: "did you", "have you", "let him", or else the pronoun is the subject.
fn after_pronoun(pronoun: Neighbour<'_>, before: Option<Neighbour<'_>>) -> Governor {
    if let Some(before) = before {
        if before.is(AUXILIARIES) || before.tag == "MD" {
            return Governor::Base;
        }
        if before.is("have has had") && !pronoun.is("him her them me us") {
            return Governor::Participle;
        }
        if before.is(CAUSATIVES) {
            return Governor::Base;
        }
    }
    match () {
        () if pronoun.is(THIRD) => Governor::Third,
        () if pronoun.is(PLURAL) => Governor::Plural,
        () => Governor::Unknown,
    }
}

/// Joined by "and" or a comma to the nearest verb before it.
fn joined(words: Neighbours<'_>, from: usize) -> Governor {
    let verb = words.before().skip(from).find(|word| word.is_tagged("VB"));
    match verb.map(|verb| verb.tag) {
        Some("VB") => Governor::Base,
        Some("VBD") => Governor::Past,
        Some("VBN") => Governor::Participle,
        Some("VBP") => Governor::Plural,
        _ => Governor::Unknown,
    }
}

/// After a noun: "did the teacher", "have the children", if the question begins with it.
fn inverted(words: Neighbours<'_>, noun: usize) -> Option<Governor> {
    let phrase = |word: &Neighbour<'_>| word.is_tagged("NN DT PRP$ JJ POS CD");
    let mut rest = words.before().skip(noun).skip_while(phrase);
    let auxiliary = rest.next()?;
    let begins = rest.next().is_none_or(|before| before.is_tagged("W . , CC `` :"));
    match begins {
        true if auxiliary.is("do does did will would can could should must may might") => {
            Some(Governor::Base)
        }
        true if auxiliary.is("have has had") => Some(Governor::Participle),
        _ => None,
    }
}

/// Whether the word stands where a clause has its verb, and the clause has no other: after a plural
/// subject, before what may follow a verb, in a sentence that ends as one.
pub(super) fn is_missing_verb(words: Neighbours<'_>) -> bool {
    let Some(subject) = words.before().find(|word| !is_adverb(word)) else { return false };
    let is_subject = subject.is_tagged("NNS NNPS") || subject.is("we they you");
    let follows = words.get(1).is_some_and(|next| {
        next.is_tagged("DT PRP WRB RB IN TO CD NNS") && !next.is("of for") || next.is(".")
    });
    let has_verb = |word: &Neighbour<'_>| word.is_tagged("VBZ VBP VBD MD") || word.is("'s 're ’s");
    let is_bound =
        |word: &Neighbour<'_>| word.is_tagged("W , . : CC `` ''") || word.is(CONJUNCTIONS);
    let clause = words.before().take_while(|word| !is_bound(word));
    let clause = clause.chain(words.after().take_while(|word| !is_bound(word)));
    // Of a longer clause the end is not seen.
    let is_seen = words.get(8).is_none() || words.after().any(|word| is_bound(&word));
    let is_cut = words.get(-8).is_some() && !words.before().any(|word| is_bound(&word));
    let sentence = words.after().any(|word| word.is(". ! ?") || is_bound(&word));
    is_subject && follows && is_seen && !is_cut && sentence && !{ clause }.any(|w| has_verb(&w))
}

/// Whether an article or a possessive is directly before the word and no noun after it, so that it
/// is the noun.
pub(super) fn is_surely_noun(words: Neighbours<'_>) -> bool {
    let determined = words.get(-1).is_some_and(|before| {
        before.is("a an the my your his our their its every") && before.is_tagged("DT PRP$")
    });
    let alone = words.get(1).is_none_or(|next| !next.is_tagged("NN JJ VBG VBN CD DT PRP"));
    determined && alone
}
