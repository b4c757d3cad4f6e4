//! `$1` and `${name}` in respellings.

use regex::Regex;

use super::error::Problem;

/// Checks that every group that `template` names is one of `regex`, because the regex crate would
/// silently put nothing in its place. `$` takes the longest name of letters, digits and underscores
/// after it, so that `$1st` names the group `1st`; `${1}st` is what was meant.
pub(super) fn check(template: &str, regex: &Regex) -> Result<(), Problem> {
    let mut rest = template;
    while let Some(at) = rest.find('$') {
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('$') {
            rest = after;
            continue;
        }
        let name = match rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
            Some((name, after)) => {
                rest = after;
                name
            }
            None => {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
                rest = after;
                name
            }
        };
        if !has_group(regex, name) {
            return Err(Problem::UnknownGroup(name.to_owned()));
        }
    }
    Ok(())
}

fn has_group(regex: &Regex, name: &str) -> bool {
    match name.parse::<usize>() {
        Ok(number) => number < regex.captures_len(),
        Err(_) => regex.capture_names().flatten().any(|known| known == name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_must_exist() {
        let regex = Regex::new(r"v(\d+)(?<rest>.*)").expect("a regex");
        for template in ["$1", "${1}st", "$$5", "$rest $0", "a"] {
            assert_eq!(check(template, &regex), Ok(()), "{template}");
        }
        for (template, name) in [("$1st", "1st"), ("$3", "3"), ("${nobody}", "nobody"), ("$", "")] {
            assert_eq!(check(template, &regex), Err(Problem::UnknownGroup(name.to_owned())));
        }
    }
}
