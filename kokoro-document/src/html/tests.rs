use super::*;

/// The blocks with a letter for what each is.
fn read(html: &str) -> Vec<String> {
    blocks(html, 0..html.len()).iter().map(Block::named).collect()
}

#[test]
fn structure_is_kept() {
    assert_eq!(
        read("<h2>The <i>title</i></h2><p>One.<p>Two.<hr><ul><li>a<ul><li>b</ul><li>c</ul>x"),
        ["h2: The title", "p: One.", "p: Two.", "break", "li1: a", "li2: b", "li1: c", "p: x"]
    );
    assert_eq!(
        read("<ol start=3><li>a<li>\n<p>b</ol><blockquote>c<blockquote>d"),
        ["li1: 3. a", "li1: 4. b", "q1: c", "q2: d"]
    );
    assert_eq!(
        read(
            "<table><caption>Ages</caption><tr><th>Name<th>Age<tr><td>Tom</td><td>30</td></table>"
        ),
        ["Caption: Ages", "Inner: Name", "LastOfRow: Age", "Inner: Tom", "LastOfRow: 30"]
    );
    assert_eq!(read("<pre>x = 1\r\ny = 2</pre>z"), ["Code: x = 1", "Code: y = 2", "p: z"]);
    assert_eq!(read("<details><summary>More</summary>so</details>"), ["p: More", "p: so"]);
    assert_eq!(
        read("Tom Miller<br>Second Street<br>\nend"),
        ["Verse: Tom Miller", "Verse: Second Street end"]
    );
}

#[test]
fn words_have_their_places() {
    let html = "<!-- é -->\r\n<p>You&#8217;ve won &quot;gold&quot;\r\nin <b>París</b>.";
    let block = &blocks(html, 0..html.len())[0];
    assert_eq!(block.text.as_str(), "You've won \"gold\" in París.");
    let at = |word: &str| {
        let start = block.text.as_str().find(word).unwrap();
        &html[block.text.source(start..start + word.len())]
    };
    assert_eq!(at("París"), "París");
    assert_eq!(at("You've"), "You&#8217;ve");
    assert_eq!(at("in"), "in");
    assert_eq!(at("gold\""), "gold&quot;");
}

#[test]
fn what_is_not_shown_is_silent() {
    for html in [
        "<head><title>no</title><style>p{}</style></head>",
        "<script>if (a<b) x()</script>",
        "<div hidden>no <div>no</div> no</div>",
        "<p style='display: none'>no",
        "<!-- no --><!DOCTYPE html><template>no</template><select><option>no</select>",
        "<span aria-hidden=true>no</span><svg><title>no</title><text>no</text></svg>",
    ] {
        assert_eq!(read(html), [""; 0], "{html}");
    }
    assert_eq!(read("<p hidden>no<p>yes"), ["p: yes"]);
    assert_eq!(
        read("So.<sup><a href='#n1'>1</a></sup> 5 m<sup>2</sup>, H<sub>2</sub>O, 5<sup>th</sup>"),
        ["p: So. 5 m², H₂O, 5th"]
    );
}

#[test]
fn pictures_and_words_in_brackets_are_read() {
    assert_eq!(read("<img alt=\"A &amp; B\" src=x>stood"), ["p: A & B stood"]);
    assert_eq!(
        read("A voice: <Mission failed> rang <my-tag>out</my-tag>."),
        ["p: A voice: Mission failed rang out."]
    );
    assert_eq!(read("<speak>Hello <break time=\"500ms\"/> world.</speak>"), ["p: Hello world."]);
}

#[test]
fn depth_and_length_take_linear_time() {
    for piece in [
        "<div>",
        "</div>",
        "<ul><li>",
        "<blockquote>",
        "<p>a",
        "&",
        "&amp;",
        "<",
        "<b a=",
        "<td>a",
        "<sup>1",
        "<!--",
        "<svg>",
        "<a hidden>",
        "</ul>",
        "<br>",
        "<table><tr><td>",
    ] {
        read(&piece.repeat(300_000 / piece.len()));
    }
}
