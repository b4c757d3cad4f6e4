//! Part-of-speech tags: those of the Penn Treebank, as OntoNotes has extended them.

use std::fmt;
use std::str::FromStr;

/// Defines [`Tag`] with the names of its values, in the order of the model's scores.
macro_rules! tags {
    ($($(#[$doc:meta])* $value:ident = $name:literal,)+) => {
        /// The part of speech of a token.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Tag {
            $($(#[$doc])* $value,)+
        }

        impl Tag {
            /// All tags, in the order of the model's scores.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The name of the tag, as the Penn Treebank spells it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $name,)+
                }
            }
        }
    };
}

tags! {
    /// `$`: a currency sign.
    Dollar = "$",
    /// `''`: a closing quotation mark.
    CloseQuote = "''",
    /// `,`
    Comma = ",",
    /// `-LRB-`: an opening bracket.
    OpenBracket = "-LRB-",
    /// `-RRB-`: a closing bracket.
    CloseBracket = "-RRB-",
    /// `.`: the end of a sentence.
    Period = ".",
    /// `:`: a colon, a semicolon, a dash, an ellipsis.
    Colon = ":",
    /// `ADD`: an electronic address.
    Add = "ADD",
    /// `AFX`: an affix.
    Afx = "AFX",
    /// `CC`: a coordinating conjunction.
    Cc = "CC",
    /// `CD`: a cardinal number.
    Cd = "CD",
    /// `DT`: a determiner.
    Dt = "DT",
    /// `EX`: existential "there".
    Ex = "EX",
    /// `FW`: a foreign word.
    Fw = "FW",
    /// `HYPH`: a hyphen.
    Hyph = "HYPH",
    /// `IN`: a preposition or a subordinating conjunction.
    In = "IN",
    /// `JJ`: an adjective.
    Jj = "JJ",
    /// `JJR`: a comparative adjective.
    Jjr = "JJR",
    /// `JJS`: a superlative adjective.
    Jjs = "JJS",
    /// `LS`: the mark of a list's item.
    Ls = "LS",
    /// `MD`: a modal verb.
    Md = "MD",
    /// `NFP`: superfluous punctuation.
    Nfp = "NFP",
    /// `NN`: a noun in the singular.
    Nn = "NN",
    /// `NNP`: a name in the singular.
    Nnp = "NNP",
    /// `NNPS`: a name in the plural.
    Nnps = "NNPS",
    /// `NNS`: a noun in the plural.
    Nns = "NNS",
    /// `PDT`: a predeterminer, "all" in "all the".
    Pdt = "PDT",
    /// `POS`: the ending of a possessive, "'s".
    Pos = "POS",
    /// `PRP`: a personal pronoun.
    Prp = "PRP",
    /// `PRP$`: a possessive pronoun.
    PrpDollar = "PRP$",
    /// `RB`: an adverb.
    Rb = "RB",
    /// `RBR`: a comparative adverb.
    Rbr = "RBR",
    /// `RBS`: a superlative adverb.
    Rbs = "RBS",
    /// `RP`: a particle, "up" in "give up".
    Rp = "RP",
    /// `SYM`: a symbol.
    Sym = "SYM",
    /// `TO`: "to" before an infinitive.
    To = "TO",
    /// `UH`: an interjection.
    Uh = "UH",
    /// `VB`: a verb in its base form.
    Vb = "VB",
    /// `VBD`: a verb in the past tense.
    Vbd = "VBD",
    /// `VBG`: a gerund or present participle.
    Vbg = "VBG",
    /// `VBN`: a past participle.
    Vbn = "VBN",
    /// `VBP`: a verb in the present tense, but not of the third person singular.
    Vbp = "VBP",
    /// `VBZ`: a verb in the third person singular of the present tense.
    Vbz = "VBZ",
    /// `WDT`: a determiner with wh-, "which".
    Wdt = "WDT",
    /// `WP`: a pronoun with wh-, "who".
    Wp = "WP",
    /// `WP$`: "whose".
    WpDollar = "WP$",
    /// `WRB`: an adverb with wh-, "where".
    Wrb = "WRB",
    /// `XX`: unknown.
    Xx = "XX",
    /// `_SP`: white space.
    Space = "_SP",
    /// ` `` `: an opening quotation mark.
    OpenQuote = "``",
}

/// A name that is no tag's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{name}\" is no part-of-speech tag of the Penn Treebank or OntoNotes")]
pub struct ParseTagError {
    /// The name.
    pub name: String,
}

impl FromStr for Tag {
    type Err = ParseTagError;

    fn from_str(name: &str) -> Result<Self, ParseTagError> {
        let tag = Self::ALL.iter().find(|tag| tag.as_str() == name);
        tag.copied().ok_or_else(|| ParseTagError { name: name.into() })
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_in_the_order_of_the_scores() {
        let names: Vec<_> = Tag::ALL.iter().map(|tag| tag.as_str()).collect();
        assert_eq!(names, include_str!("../data/tags.txt").lines().collect::<Vec<_>>());
    }

    #[test]
    fn names_are_read_back() {
        for &tag in Tag::ALL {
            assert_eq!(tag.as_str().parse(), Ok(tag));
        }
        assert!("nnp".parse::<Tag>().is_err());
    }
}
