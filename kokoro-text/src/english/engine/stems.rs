//! Words with the endings -s, -ed and -ing whose stems are known.

use kokoro_normalize::Dialect;

use super::inflection::{add_ed, add_ing, add_s};
use super::vocabulary::{Query, Said, Vocabulary};
use crate::word::Origin;

impl Vocabulary {
    /// The phonemes of a word with -s, -ed or -ing whose stem is known.
    pub(crate) fn inflected(&self, word: &str, query: Query<'_>) -> Option<Said> {
        let ing = Query { stress: Some(query.stress.unwrap_or(0.5)), ..query };
        (self.with_s(word, query))
            .or_else(|| self.with_ed(word, query))
            .or_else(|| self.with_ing(word, ing))
    }

    fn with_s(&self, word: &str, query: Query<'_>) -> Option<Said> {
        let known = |stem: &&str| self.knows(stem);
        let cut = word.strip_suffix('s').filter(|_| word.len() > 2)?;
        let y;
        let stem = (Some(cut).filter(|cut| !cut.ends_with('s')).filter(known))
            .or_else(|| word.strip_suffix("'s").filter(known))
            .or_else(|| {
                let long = word.len() > 4 && !word.ends_with("ies");
                word.strip_suffix("es").filter(|_| long).filter(known)
            });
        let stem = match stem {
            Some(stem) => stem,
            None => {
                y = format!("{}y", word.strip_suffix("ies").filter(|_| word.len() > 4)?);
                Some(y.as_str()).filter(known)?
            }
        };
        self.inflect(stem, query, add_s)
    }

    fn with_ed(&self, word: &str, query: Query<'_>) -> Option<Said> {
        let known = |stem: &&str| self.knows(stem);
        let cut = word.strip_suffix('d').filter(|_| word.len() > 3)?;
        let stem = (Some(cut).filter(|cut| !cut.ends_with('d')).filter(known)).or_else(|| {
            let long = word.len() > 4 && !word.ends_with("eed");
            word.strip_suffix("ed").filter(|_| long).filter(known)
        })?;
        self.inflect(stem, query, add_ed)
    }

    fn with_ing(&self, word: &str, query: Query<'_>) -> Option<Said> {
        let known = |stem: &&str| self.knows(stem);
        let stem = word.strip_suffix("ing").filter(|stem| stem.len() > 1)?;
        let e = format!("{stem}e");
        let stem = (Some(stem).filter(|stem| stem.len() > 2).filter(known))
            .or_else(|| Some(e.as_str()).filter(known))
            .or_else(|| undoubled(stem).filter(|_| stem.len() > 2).filter(known))?;
        self.inflect(stem, query, add_ing)
    }

    fn inflect(
        &self,
        stem: &str,
        query: Query<'_>,
        add: impl Fn(&str, Dialect) -> Option<String>,
    ) -> Option<Said> {
        let (stem, origin) = self.look_up(stem, query)?;
        let origin = if origin == Origin::Letters { origin } else { Origin::Rule };
        Some((add(&stem, self.dialect)?, origin))
    }
}

/// The stem of "stopp" or "panick" before -ing.
fn undoubled(stem: &str) -> Option<&str> {
    let last = stem.chars().next_back()?;
    let cut = &stem[..stem.len() - last.len_utf8()];
    let doubled = "bcdgklmnprstvxz".contains(last) && cut.ends_with(last);
    (doubled || stem.ends_with("ck")).then_some(cut)
}
