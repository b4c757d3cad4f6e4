//! Names that are spelled like other words: Reading, Nice, Job.

use super::rule::Test::*;
use super::rule::{Heteronym, Reading};
use super::table::{said, table};

/// See [`super`]. In the order of the words.
pub(super) const TABLE: &[Heteronym] = table! {
    "herb" {
        Capitalized, Tagged("NNP"), Not(&First) => HERB;
        Capitalized, First, NextTagged("VBZ VBD VBP MD POS NNP") => HERB;
    }
    "job" {
        Capitalized, Previous("of"), Second("book patience trials story") => JOB;
        Capitalized, Near("bible satan psalms lamentations biblical ecclesiastes proverbs"),
            Not(&PreviousTagged("DT")) => JOB;
    }
    "lima" {
        Next("bean beans") => said("lˈImə", "lˈImə");
    }
    "mobile" {
        Capitalized, Near("alabama ala. al") => said("mObˈil", "mQbˈiːl");
    }
    "nice" {
        Capitalized, Tagged("NNP"), Not(&First),
            Previous("in to from near at via of visit visited leaving leave"),
            Not(&NextTagged("NN JJ")) => NICE;
        Capitalized, Not(&First),
            Near("france riviera cannes monaco marseille lyon provence antibes") => NICE;
    }
    "reading" {
        Capitalized, Not(&First), Previous("in from to near at via outside visit leave leaving"),
            Not(&NextTagged("NN CC VB DT")),
            Not(&Near("writing math mathematics comprehension skills test")) => READING;
        Capitalized, Next("university railroad fc station festival gaol") => READING;
        Capitalized, Near("berkshire pennsylvania thames swindon oxford slough") => READING;
        Capitalized, Second("university town"), Previous("of") => READING;
    }
};

const HERB: Reading = said("hˈɜɹb", "hˈɜːb");
const JOB: Reading = said("ʤˈOb", "ʤˈQb");
const NICE: Reading = said("nˈis", "nˈiːs");
const READING: Reading = said("ɹˈɛdɪŋ", "ɹˈɛdɪŋ");
