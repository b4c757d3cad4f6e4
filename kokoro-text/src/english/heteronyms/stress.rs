//! Nouns and verbs that differ in stress or in the last vowel: a record, to record; an estimate, to
//! estimate. The lexicon has both readings; the rules mend what the tagger mistook.

use super::grammar::Governor;
use super::rule::Reading::As;
use super::rule::Test::*;
use super::rule::{Heteronym, Reading};
use super::table::{rules, said, table};

/// Whether a word, in lower case, is such a pair.
pub(super) fn is_pair(word: &str) -> bool {
    PAIRS.binary_search_by(|known| (*known).cmp(word)).is_ok()
}

/// Whether the list of pairs is in order, as looking up in it needs.
#[cfg(test)]
pub(super) fn is_sorted() -> bool {
    PAIRS.is_sorted()
}

/// The rules of all pairs.
pub(super) const PAIR: Heteronym = Heteronym {
    word: "",
    rules: rules! {{
        Tagged("NN"), Governed(&[Governor::Base]), Not(&PreviousTagged("TO CC ,")),
            NextTagged("DT PRP WRB IN RB"), Not(&Next("of")) => As("VERB");
        Tagged("NN"), MissingVerb => As("VERB");
        Tagged("VB JJ"), SurelyNoun => As("NOUN");
    }},
};

/// Pairs that the lexicon has one reading of, or a wrong one. In the order of the words.
pub(super) const TABLE: &[Heteronym] = table! {
    "export" {
        Tagged("VB"), Not(&SurelyNoun) => said("ɪkspˈɔɹt", "ɪkspˈɔːt");
    }
    "exports" {
        Tagged("VBZ") => said("ɪkspˈɔɹts", "ɪkspˈɔːts");
    }
    "frequent" {
        Tagged("VB"), Not(&First), NextTagged("DT PRP$") => said("fɹikwˈɛnt", "fɹɪkwˈɛnt");
    }
    "implant" {
        Tagged("JJ"), PreviousTagged("NN JJ"), Not(&NextTagged("NN")) => As("NOUN");
        Tagged("VB JJ"), SurelyNoun => As("NOUN");
    }
    "protest" {
        Tagged("VB"), Not(&SurelyNoun) => said("pɹətˈɛst", "pɹətˈɛst");
        Tagged("NN"), MissingVerb => said("pɹətˈɛst", "pɹətˈɛst");
    }
    "protests" {
        Tagged("VBZ") => said("pɹətˈɛsts", "pɹətˈɛsts");
    }
    "transfer" {
        Tagged("VB"), Not(&SurelyNoun) => TRANSFER;
    }
    "transfers" {
        Tagged("VBZ") => said("tɹænsfˈɜɹz", "tɹɑːnsfˈɜːz");
    }
};

const TRANSFER: Reading = said("tɹænsfˈɜɹ", "tɹɑːnsfˈɜː");

/// In order.
#[rustfmt::skip]
const PAIRS: &[&str] = &[
    "abstract", "addict", "affiliate", "aggregate", "alternate", "analyses", "animate",
    "appropriate", "approximate", "articulate", "associate", "attribute", "augment", "bombard",
    "buffet", "certificate", "combine", "commune", "compact", "complement", "compliment",
    "compound", "compress", "concert", "conduct", "confederate", "confine", "conflict",
    "conglomerate", "conscript", "console", "consort", "construct", "consummate", "content",
    "contest", "contract", "contrast", "converse", "convert", "convict", "coordinate",
    "correlate", "curate", "decrease", "defect", "degenerate", "delegate", "deliberate", "desert",
    "deviate", "dictate", "diffuse", "digest", "discard", "discharge", "discount", "discourse",
    "document", "duplicate", "elaborate", "entrance", "escort", "essay", "estimate", "exploit",
    "extract", "ferment", "fragment", "graduate", "house", "implement", "import", "imprint",
    "incarnate", "incense", "incline", "increase", "indent", "initiate", "insert", "insult",
    "intercept", "interchange", "intimate", "intrigue", "invite", "isolate", "laminate",
    "mandate", "merchandise", "mismatch", "misprint", "misuse", "moderate", "mouth", "nominate",
    "object", "offset", "orient", "overflow", "overhaul", "overlap", "overlay", "overload",
    "override", "overthrow", "overturn", "perfect", "permit", "pervert", "postulate",
    "precipitate", "predicate", "premise", "present", "produce", "progress", "project",
    "prospect", "rebel", "rebound", "recall", "recharge", "recoil", "record", "redirect",
    "refill", "refit", "refresh", "refund", "regress", "reject", "relapse", "relaunch", "relay",
    "remake", "replay", "replicate", "reprint", "rerun", "restart", "retake", "rethink", "reuse",
    "revert", "rewind", "rewrite", "segment", "separate", "subcontract", "subject", "sublet",
    "subordinate", "supplement", "survey", "suspect", "syndicate", "torment", "transform",
    "transplant", "transport", "underestimate", "underline", "update", "upgrade", "uplift",
    "upload", "upset",
];
