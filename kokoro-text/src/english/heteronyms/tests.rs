use kokoro_tagger::Tagger;

use super::*;

#[test]
fn dump() {
    let tagger = Tagger::new();
    let mut out = String::new();
    for line in std::fs::read_to_string("/tmp/het/input.tsv").unwrap().lines() {
        let (dialect, text) = line.split_once('\t').unwrap();
        let tokens = tagger.tag(text);
        for at in 0..tokens.len() {
            if let Some(reading) = heteronym(text, &tokens, at, dialect == "gb") {
                let said = match reading {
                    Reading::Said { american, british } => format!("/{}", if dialect == "gb" { british } else { american }),
                    Reading::As(key) => key.to_owned(),
                };
                let r = &tokens[at].range;
                out += &format!("{dialect}\t{}\t{}\t{}\t{said}\t{text}\n", text[..r.start].chars().count(), &text[r.clone()], tokens[at].tag.as_str());
            }
        }
    }
    std::fs::write("/tmp/het/output.tsv", out).unwrap();
}
