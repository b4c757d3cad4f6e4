use super::address;
use crate::english::testing::{letters, said};

#[test]
fn addresses() {
    for (text, expected) in [
        (
            "See https://example.com/docs/new-page now.",
            "See example dot com slash docs slash new page now.",
        ),
        ("Go to www.example.org.", "Go to W W W dot example dot org."),
        ("(see http://a.example.net/)", "(see A dot example dot net)"),
        (
            "github.com/acme/tool?id=5, please",
            "github dot com slash acme slash tool question mark I D equals five, please",
        ),
        (
            "Mail jane.doe_99@mail.co.uk!",
            "Mail jane dot doe underscore ninety nine at mail dot co dot U K!",
        ),
        (
            "At 192.168.1.10:8080 and localhost:3000.",
            "At one nine two dot one six eight dot one dot one zero colon eighty eighty \
             and localhost colon three thousand.",
        ),
        ("mailto:a-b@c.com", "A dash B at C dot com"),
        ("ftp://files.example.com", "F T P files dot example dot com"),
        ("Read news.site.io#top", "Read news dot site dot I O hash top"),
    ] {
        assert_eq!(said(address, text), expected);
    }
    assert_eq!(letters(address, "www.bbc.co.uk"), ["W W W", "B B C", "U K"]);
}

#[test]
fn no_addresses() {
    for text in
        ["It was done.in time", "He ran.She sat.", "Note: this", "3.14 and 1.2.3", "a.m. or p.m."]
    {
        assert_eq!(said(address, text), text);
    }
}
