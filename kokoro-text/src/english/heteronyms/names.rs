//! Names that are spelled like other words: Reading, Nice, Job.

use super::rule::Test::*;
use super::rule::{Heteronym, Reading};
use super::table::{of, said, when};

/// See [`super`]. In the order of the words.
pub(super) const TABLE: &[Heteronym] = &[
    of("herb", &[
        when(&[Capitalized, Tagged("NNP"), Not(&First)], HERB),
        when(&[Capitalized, First, NextTagged("VBZ VBD VBP MD POS NNP")], HERB),
    ]),
    of("job", &[
        when(&[Capitalized, Previous("of"), Second("book patience trials story")], JOB),
        when(&[Capitalized, Near("bible satan psalms lamentations biblical ecclesiastes proverbs")
              , Not(&PreviousTagged("DT"))], JOB),
    ]),
    of("lima", &[when(&[Next("bean beans")], said("lˈImə", "lˈImə"))]),
    of("mobile", &[when(&[Capitalized, Near("alabama ala. al")], said("mObˈil", "mQbˈiːl"))]),
    of("nice", &[
        when(&[Capitalized, Tagged("NNP"), Not(&First), Previous("in to from near at via of visit visited leaving leave")
              , Not(&NextTagged("NN JJ"))], NICE),
        when(&[Capitalized, Not(&First), Near("france riviera cannes monaco marseille lyon provence antibes")], NICE),
    ]),
    of("reading", &[
        when(&[Capitalized, Not(&First), Previous("in from to near at via outside visit leave leaving")
              , Not(&NextTagged("NN CC VB DT")), Not(&Near("writing math mathematics comprehension skills test"))], READING),
        when(&[Capitalized, Next("university railroad fc station festival gaol")], READING),
        when(&[Capitalized, Near("berkshire pennsylvania thames swindon oxford slough")], READING),
        when(&[Capitalized, Second("university town"), Previous("of")], READING),
    ]),
];

const HERB: Reading = said("hˈɜɹb", "hˈɜːb");
const JOB: Reading = said("ʤˈOb", "ʤˈQb");
const NICE: Reading = said("nˈis", "nˈiːs");
const READING: Reading = said("ɹˈɛdɪŋ", "ɹˈɛdɪŋ");
