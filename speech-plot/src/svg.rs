//! The text of an SVG file.

/// The colours, for light and for dark themes; orange and blue as in Okabe and Ito 2008, "Color
/// universal design".
pub(crate) const STYLE: &str = "\
<style>
svg { color-scheme: light dark; font: 13px system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif; }
.page { fill: #ffffff; }
text { fill: #1c1e21; stroke: #ffffff; stroke-width: 3; paint-order: stroke; }
.small { fill: #5a6068; font-size: 12px; }
.title { font-size: 16px; font-weight: 600; }
.grid { stroke: #e3e6ea; }
.span { fill: #8a9099; fill-opacity: 0.16; stroke: #8a9099; stroke-opacity: 0.5; }
.leader { stroke: #8a9099; stroke-opacity: 0.6; stroke-dasharray: 2 2; }
.wave { fill: #0072b2; stroke: #0072b2; stroke-width: 0.5; }
.pitch { fill: none; stroke: #d55e00; stroke-width: 2; stroke-linecap: round; \
stroke-linejoin: round; }
@media (prefers-color-scheme: dark) {
.page { fill: #15181c; }
text { fill: #e8eaed; stroke: #15181c; }
.small { fill: #a4abb4; }
.grid { stroke: #2c3138; }
.wave { fill: #56b4e9; stroke: #56b4e9; }
.pitch { stroke: #e69f00; }
}
</style>
";

/// Where a text stands at its place.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A text with its baseline at `y`.
pub(crate) fn text(x: f64, y: f64, anchor: Anchor, class: &str, content: &str) -> String {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let content = escaped(content);
    let place = format!("x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\"");
    format!("<text {place} class=\"{class}\">{content}</text>\n")
}

/// A straight line.
pub(crate) fn line(from: (f64, f64), to: (f64, f64), class: &str) -> String {
    let ((x1, y1), (x2, y2)) = (from, to);
    format!(
        "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" class=\"{class}\"/>\n"
    )
}

/// Text as XML has it: what would be markup is escaped, and characters that XML does not allow are
/// left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}
