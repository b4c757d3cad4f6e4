//! Nouns and verbs that differ in stress or in the last vowel: a record, to record; an estimate, to
//! estimate. The lexicon has both readings; the rules mend what the tagger mistook.

use super::grammar::Governor;
use super::rule::Reading::As;
use super::rule::Test::*;
use super::rule::{Heteronym, Reading};
use super::table::{of, said, when};

/// Whether `word` is such a pair.
pub(super) fn is_pair(word: &str) -> bool {
    PAIRS.binary_search(&word).is_ok()
}

/// The rules of all pairs.
pub(super) const PAIR: Heteronym = of("", &[
    when(&[Tagged("NN"), Governed(&[Governor::Base]), Not(&PreviousTagged("TO"))
          , NextTagged("DT PRP WRB IN RB"), Not(&Next("of"))], As("VERB")),
    when(&[Tagged("NN"), MissingVerb], As("VERB")),
    when(&[Tagged("VB JJ"), SurelyNoun], As("NOUN")),
]);

/// Pairs that the lexicon has one reading of, or a wrong one. In the order of the words.
pub(super) const TABLE: &[Heteronym] = &[
    of("export", &[when(&[Tagged("VB"), Not(&SurelyNoun)], said("ɪkspˈɔɹt", "ɪkspˈɔːt"))]),
    of("exports", &[when(&[Tagged("VBZ")], said("ɪkspˈɔɹts", "ɪkspˈɔːts"))]),
    of("frequent", &[when(&[Tagged("VB"), Not(&First), NextTagged("DT PRP$")], said("fɹikwˈɛnt", "fɹɪkwˈɛnt"))]),
    of("implant", &[
        when(&[Tagged("JJ"), PreviousTagged("NN JJ"), Not(&NextTagged("NN"))], As("NOUN")),
        when(&[Tagged("VB JJ"), SurelyNoun], As("NOUN")),
    ]),
    of("protest", &[
        when(&[Tagged("VB"), Not(&SurelyNoun)], said("pɹətˈɛst", "pɹətˈɛst")),
        when(&[Tagged("NN"), MissingVerb], said("pɹətˈɛst", "pɹətˈɛst")),
    ]),
    of("protests", &[when(&[Tagged("VBZ")], said("pɹətˈɛsts", "pɹətˈɛsts"))]),
    of("transfer", &[when(&[Tagged("VB"), Not(&SurelyNoun)], TRANSFER)]),
    of("transfers", &[when(&[Tagged("VBZ")], said("tɹænsfˈɜɹz", "tɹɑːnsfˈɜːz"))]),
];

const TRANSFER: Reading = said("tɹænsfˈɜɹ", "tɹɑːnsfˈɜː");

/// In order.
const PAIRS: &[&str] = &[
    "abstract", "addict", "affiliate", "aggregate", "alternate", "analyses", "animate",
    "appropriate", "approximate", "articulate", "associate", "attribute", "augment", "bombard",
    "buffet", "certificate", "combine", "commune", "compact", "complement", "compliment",
    "compound", "compress", "concert", "conduct", "confederate", "confine", "conflict",
    "conglomerate", "conscript", "console", "consort", "construct", "consummate", "content",
    "contest", "contract", "contrast", "converse", "convert", "convict", "coordinate", "correlate",
    "curate", "decrease", "defect", "degenerate", "delegate", "deliberate", "desert", "deviate",
    "dictate", "diffuse", "digest", "discard", "discharge", "discount", "discourse", "document",
    "duplicate", "elaborate", "entrance", "escort", "essay", "estimate", "exploit", "extract",
    "ferment", "fragment", "graduate", "house", "implement", "import", "imprint", "incarnate",
    "incense", "incline", "increase", "indent", "initiate", "insert", "insult", "intercept",
    "interchange", "intimate", "intrigue", "invite", "isolate", "laminate", "mandate",
    "merchandise", "mismatch", "misprint", "misuse", "moderate", "mouth", "nominate", "object",
    "offset", "orient", "overflow", "overhaul", "overlap", "overlay", "overload", "override",
    "overthrow", "overturn", "perfect", "permit", "pervert", "postulate", "precipitate",
    "predicate", "premise", "present", "produce", "progress", "project", "prospect", "rebel",
    "rebound", "recall", "recharge", "recoil", "record", "redirect", "refill", "refit", "refresh",
    "refund", "regress", "reject", "relapse", "relaunch", "relay", "remake", "replay", "replicate",
    "reprint", "rerun", "restart", "retake", "rethink", "reuse", "revert", "rewind", "rewrite",
    "segment", "separate", "subcontract", "subject", "sublet", "subordinate", "supplement",
    "survey", "suspect", "syndicate", "torment", "transform", "transplant", "transport",
    "underestimate", "underline", "update", "upgrade", "uplift", "upload", "upset",
];
