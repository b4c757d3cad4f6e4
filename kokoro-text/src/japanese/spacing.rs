//! Where spaces stand between words, as upstream sets them.

use super::token::Token;

/// Marks before which upstream sets a space, and none behind.
const OPENING: &str = "「『«";
const OPENING_SAID: &str = "([";
/// Marks behind which it sets a space, and none before.
const CLOSING: &str = "」』»";
const CLOSING_SAID: &str = "]).,?!:";

/// Sets whether a space follows each token: first as upstream joins words, then as it closes the
/// gaps beside a glottal stop.
pub(super) fn space(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let (before, rest) = tokens.split_at_mut(at);
        let Some((token, last)) = rest.first_mut().map(|token| (token, before.last_mut())) else {
            continue;
        };
        // What is not said is part of every mark for upstream, and stands before a space.
        if OPENING.contains(&token.surface) || OPENING_SAID.contains(&token.said) {
            last.into_iter().for_each(|last| last.space = true);
        } else if CLOSING.contains(&token.surface) || CLOSING_SAID.contains(&token.said) {
            last.into_iter().for_each(|last| last.space = false);
            token.space = true;
        } else {
            token.space = token.said != " ";
        }
    }
    close_gaps(tokens);
}

/// Puts the space between two tokens that are said behind the first of them, or takes it away.
fn close_gaps(tokens: &mut [Token]) {
    let mut last: Option<usize> = None; // the last token that is said
    let mut due = false;
    for at in 0..tokens.len() {
        let token = &mut tokens[at];
        let said = token.said.trim();
        let after = std::mem::take(&mut token.space) || token.said.ends_with(' ');
        if said.is_empty() {
            due |= after || !token.said.is_empty();
            continue;
        }
        due |= token.said.starts_with(' ');
        let first = said.chars().next();
        if let Some(last) = last.replace(at) {
            let before = tokens[last].said.trim_end().chars().next_back();
            let joined = first == Some('ʔ') && !before.is_some_and(is_mark_before)
                || before == Some('ʔ') && !matches!(first, Some('"' | '“' | '('));
            tokens[last].space = due && !joined;
        }
        due = after;
    }
}

/// The marks behind which a glottal stop keeps its space.
fn is_mark_before(c: char) -> bool {
    matches!(c, '!' | '"' | ',' | '.' | ':' | ';' | '?' | ')' | '—' | '…' | '”')
}
