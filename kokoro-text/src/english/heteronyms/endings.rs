//! Adjectives in -ed that have a syllable more than the verb: a learned man, he learned.

use super::rule::Heteronym;
use super::rule::Reading::{self, As};
use super::rule::Test::*;
use super::table::{said, table};

/// See [`super`]. In the order of the words.
pub(super) const TABLE: &[Heteronym] = table! {
    "aged" {
        Previous("the"), Not(&NextTagged("NN JJ CD")) => said("ˈAʤᵻd", "ˈAʤɪd");
        Next("man woman men women parents mother father people person persons relative relatives \
                 grandmother grandfather aunt uncle servant widow couple king queen poor monk"),
            PreviousTagged("DT PRP$ JJ IN") => said("ˈAʤᵻd", "ˈAʤɪd");
    }
    "beloved" {
        Next("by of"),
            Left("is was are were be been being much most") => said("bəlˈʌvd", "bɪlˈʌvd");
        PreviousTagged("DT PRP$ POS") => said("bəlˈʌvᵻd", "bɪlˈʌvɪd");
        NextTagged("NN") => said("bəlˈʌvᵻd", "bɪlˈʌvɪd");
    }
    "blessed" {
        First, Next("are is be") => BLESSED;
        Next("virgin mother sacrament trinity event day relief memory saint saints lord hope \
                 assurance isle one ones peace silence souls life"),
            PreviousTagged("DT PRP$ IN JJ") => BLESSED;
        Previous("the"), Not(&NextTagged("NN JJ IN VB")) => BLESSED;
    }
    "crooked" {
        Right("finger elbow arm arms eyebrow neck knee"), PreviousTagged("PRP NNP") => As("VERB");
        => As("DEFAULT");
    }
    "cursed" {
        Tagged("VBD"), PreviousTagged("PRP NN RB CC"), Not(&NextTagged("NN")) => CURSED;
        Tagged("VBN"), Left("was were been being is are be had have has got 've"),
            Not(&PreviousTagged("DT")) => CURSED;
    }
    "dogged" {
        Next("determination persistence pursuit resistance loyalty insistence refusal optimism \
                 defense defence work effort efforts") => As("DEFAULT");
    }
    "jagged" {
        => As("DEFAULT");
    }
    "learned" {
        Next("professor man men woman women judge friend friends colleague colleagues scholar \
                 scholars society societies journal journals person people gentleman gentlemen \
                 counsel doctor doctors author discussion treatise discourse debate"),
            PreviousTagged("DT PRP$ RB JJ IN CD"), Not(&PreviousTagged("TO")) => As("ADJ");
    }
    "peaked" {
        Left("look looks looked looking feel feels feeling felt seem seems seemed"),
            Not(&NextTagged("IN CD DT")),
            Not(&PreviousTagged("PRP NNS NNP")) => said("pˈikᵻd", "pˈiːkɪd");
    }
    "ragged" {
        => As("DEFAULT");
    }
};

const BLESSED: Reading = said("blˈɛsᵻd", "blˈɛsɪd");
const CURSED: Reading = said("kˈɜɹst", "kˈɜːst");
