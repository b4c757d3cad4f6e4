//! Plans of short texts, in the notation of `support`: one case a line of `cases.tsv`.

use crate::support::{options, written};

/// The cases: options, text and plan, divided by tabs. Options are the format and, behind spaces,
/// `pauses:` and a policy, `rate:`, `longest:` and `clips:played`. In texts, `\n` is the end of a
/// line.
const CASES: &str = include_str!("cases.tsv");

#[test]
fn plans_are_as_they_are_written_down() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let fields: Vec<&str> = case.split('\t').collect();
        let [how, text, expected] = fields[..] else { panic!("{case:?} has no three fields") };
        let mut options = options();
        let mut how = how.split(' ');
        options.text.format = how.next().unwrap_or_default().parse().expect(case);
        for option in how {
            match option.split_once(':') {
                Some(("pauses", policy)) => options.pauses = policy.parse().expect(case),
                Some(("rate", rate)) => options.prosody.rate = rate.parse().expect(case),
                Some(("longest", longest)) => options.text.longest = longest.parse().expect(case),
                Some(("clips", "played")) => options.clips = kokoro_plan::Clips::Played,
                _ => panic!("{option:?} in {case:?}"),
            }
        }
        let found = written(&text.replace("\\n", "\n"), &options);
        count += 1;
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
