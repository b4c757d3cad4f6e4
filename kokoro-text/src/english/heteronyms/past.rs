//! Verbs whose past is spelled like the present: read and read.

use super::grammar::Governor;
use super::rule::Reading::{self, As};
use super::rule::Test::*;
use super::rule::{Heteronym, Rule};
use super::table::{rules, said, table};

/// See [`super`]. In the order of the words.
pub(super) const TABLE: &[Heteronym] = table! {
    "misread" {
        Governed(&[Governor::Base]) => said("mˌɪsɹˈid", "mˌɪsɹˈiːd");
        Tagged("VBD VBN VBP"), Not(&First) => said("mˌɪsɹˈɛd", "mˌɪsɹˈɛd");
    }
    "read" PAST_READ
    "reread" PAST_READ
};

/// Read, misread, reread: the past has the vowel of "red".
const PAST_READ: &[Rule] = rules! {{
    Governed(&[Governor::Base]) => BASE_READ;
    Governed(&[Governor::Participle]), Not(&Tagged("NN")) => As("VBD");
    First, NextTagged("DT PRP$ RBR JJR"), Not(&Next("this , ")), Tagged("VB") => BASE_READ;
    Governed(&[Governor::Third, Governor::Past]) => As("VBD");
    Governed(&[Governor::Plural]), Near(PAST_CUES) => As("VBD");
    Governed(&[Governor::Plural]), Near(HABITS), Not(&NearTagged("VBD")) => BASE_READ;
    Governed(&[Governor::Plural]), Tagged("VBP VB"), NearTagged("VBZ VBP"),
        Not(&NearTagged("VBD")) => BASE_READ;
}};
const BASE_READ: Reading = As("DEFAULT");
const PAST_CUES: &str = "just yesterday last ago once earlier previously then was were did \
                 had when";
const HABITS: &str = "every each usually often always never sometimes rarely seldom \
                 daily weekly regularly mostly generally normally on mornings \
                 evenings nowadays";
