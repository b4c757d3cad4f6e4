//! Heteronyms with s, f or z: the use and to use, close and to close.

use super::grammar::Governor;
use super::rule::Reading::{self, As};
use super::rule::Test::*;
use super::rule::{Heteronym, Rule};
use super::table::{rules, said, table};

/// See [`super`]. In the order of the words.
pub(super) const TABLE: &[Heteronym] = table! {
    "abuse" USE
    "close" {
        Next("to by together enough behind"), Not(&Governed(&[Governor::Base])),
            Not(&Second("the at")) => As("DEFAULT");
        Next("friend friends call relative relatives relationship relations ties look attention \
                 range quarters proximity race contact contest match eye second partner ally \
                 allies family combat association cousin"),
            Not(&Governed(&[Governor::Base])) => As("DEFAULT");
        Tagged("VB NN"),
            Previous("very too so pretty extremely really quite fairly") => As("DEFAULT");
        First, NextTagged("DT PRP$") => As("VERB");
        Tagged("JJ RB"), Governed(&[Governor::Base]), Not(&Previous("let")),
            NextTagged(". DT PRP$ IN CD"),
            Not(&Next("to by together enough behind in")) => As("VERB");
    }
    "excuse" USE
    "refuse" {
        Tagged("NN"), MissingVerb => As("VERB");
        Tagged("VB"), SurelyNoun => As("NOUN");
        Tagged("VB JJ"),
            Next("collection bin bins collector collectors dump disposal sacks") => As("NOUN");
    }
    "resent" {
        Governed(&[Governor::Participle]) => RE_SENT;
        Near("email emails message messages letter packet packets request requests data file files \
                 invoice") => RE_SENT;
        => said("ɹizˈɛnt", "ɹɪzˈɛnt");
    }
    "use" USE
    "used" {
        Next("to"), Left("get gets got getting gotten become becomes became becoming"),
            Not(&Previous("being")) => USED;
        Next("to"), Left("is are was were am be been being 're ’re 'm ’m 's ’s not n't"),
            Tagged("VBN"),
            Right("it this that them him her me you seeing being having going doing working \
                 living") => USED;
        Next("to"), Left("is are was were be been being") => As("DEFAULT");
    }
    "uses" USE
};

const RE_SENT: Reading = said("ɹisˈɛnt", "ɹiːsˈɛnt");
const USED: Reading = said("jˈust", "jˈuːst");

/// Use, excuse, abuse: the noun has the voiceless consonant.
const USE: &[Rule] = rules! {{
    Tagged("VB"), Previous("no any much of into for its his drug substance energy common heavy"),
        Not(&Next("the a it them")), Not(&Governed(&[Governor::Base])) => As("NOUN");
    Tagged("VB"), SurelyNoun => As("NOUN");
    Tagged("NN"), Governed(&[Governor::Base]), NextTagged("DT PRP"),
        Not(&Previous("to")) => As("VERB");
    Tagged("NN"), MissingVerb => As("VERB");
}};
