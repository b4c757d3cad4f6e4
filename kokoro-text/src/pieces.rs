//! Overlong sentences to pieces of a bounded size.

/// Cuts `text` to pieces of at most `limit` bytes (at least 4): after the last `;`, `:`, `,` or
/// dash with a space in the second half of the piece, or the last `，`, `、`, `；` or `：` there;
/// else at its last space, else anywhere between characters. Trimmed; none is empty. At least a
/// quarter of the limit is left for the last piece.
pub(crate) fn pieces(text: &str, limit: usize) -> Pieces<'_> {
    Pieces { rest: text, limit: limit.max(4) }
}

/// Iterator of [`pieces`].
pub(crate) struct Pieces<'a> {
    rest: &'a str,
    limit: usize,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let (piece, tail) = rest.split_at(cut(rest, self.limit));
        self.rest = tail;
        Some(piece.trim_end())
    }
}

/// Where to cut the first piece off `text`.
fn cut(text: &str, limit: usize) -> usize {
    if text.len() <= limit {
        return text.len();
    }
    let longest = text.floor_char_boundary(limit.min(text.len() - limit / 4).max(4));
    let space = |wanted: fn(char) -> bool| {
        let mut spaces = text[..longest].rmatch_indices(char::is_whitespace);
        spaces.find(|(at, _)| text[..*at].ends_with(wanted)).map(|(at, _)| at)
    };
    // Chinese and Japanese are written without spaces.
    let wide =
        text[..longest].char_indices().rfind(|(_, c)| matches!(c, '，' | '、' | '；' | '：'));
    let wide = wide.map(|(at, c)| at + c.len_utf8());
    let clause = space(|c| matches!(c, ';' | ':' | ',' | '—' | '–' | '-')).max(wide);
    let clause = clause.filter(|at| *at >= limit / 2);
    clause.or_else(|| space(|_| true)).filter(|at| *at > 0).unwrap_or(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_are_at_clauses_else_at_spaces_else_anywhere() {
        let cut = |text: &'static str| pieces(text, 20).collect::<Vec<_>>();
        assert_eq!(cut("the quick brown fox"), ["the quick brown fox"]);
        assert_eq!(cut("the quick brown, fox jumps"), ["the quick brown,", "fox jumps"]);
        assert_eq!(cut("so, the quick brown fox"), ["so, the quick", "brown fox"]);
        assert_eq!(cut("éééééééééééééé"), ["éééééééééé", "éééé"]);
        assert_eq!(cut("我们走吧，你好、再见"), ["我们走吧，", "你好、再见"]);
        assert_eq!(cut("  "), [""; 0]);
    }
}
