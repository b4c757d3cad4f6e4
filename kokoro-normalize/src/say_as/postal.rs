//! Postal codes within an address.

/// `text` with each run of exactly `len` digits, which is a postal code, as `say` says it.
pub(crate) fn with_codes_said(text: &str, len: usize, say: impl Fn(&str) -> String) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, behind) = rest.split_at(start);
        let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
        let (run, after) = behind.split_at(end);
        said.push_str(before);
        if run.len() == len {
            said.push_str(&say(run));
        } else {
            said.push_str(run);
        }
        rest = after;
    }
    said + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_are_said() {
        assert_eq!(with_codes_said("12, 1234, 12345 A", 4, |_| "x".into()), "12, x, 12345 A");
    }
}
