//! Beginnings that any word may have, and how they are said.

use kokoro_normalize::Dialect;

/// Prefixes with their pronunciations, American and British. The word after one keeps its stress.
const PREFIXES: [(&str, &str, &str); 40] = [
    ("anti", "ˌæntI", "ˌanti"),
    ("auto", "ˌɔɾO", "ˌɔːtQ"),
    ("bio", "bˌIO", "bˌIQ"),
    ("co", "kˌO", "kˌQ"),
    ("counter", "kˌWntəɹ", "kˌWntə"),
    ("crypto", "kɹˌɪptO", "kɹˌɪptQ"),
    ("cyber", "sˌIbəɹ", "sˌIbə"),
    ("de", "dˌi", "dˌiː"),
    ("dis", "dˌɪs", "dˌɪs"),
    ("electro", "əlˌɛktɹO", "ɪlˌɛktɹQ"),
    ("extra", "ˌɛkstɹə", "ˌɛkstɹə"),
    ("geo", "ʤˌiO", "ʤˌiːQ"),
    ("hyper", "hˌIpəɹ", "hˌIpə"),
    ("inter", "ˌɪntəɹ", "ˌɪntə"),
    ("macro", "mˌækɹO", "mˌakɹQ"),
    ("mega", "mˌɛɡə", "mˌɛɡə"),
    ("meta", "mˌɛɾə", "mˌɛtə"),
    ("micro", "mˌIkɹO", "mˌIkɹQ"),
    ("mini", "mˌɪni", "mˌɪni"),
    ("mis", "mˌɪs", "mˌɪs"),
    ("mono", "mˌɑnO", "mˌɒnQ"),
    ("multi", "mˌʌlti", "mˌʌlti"),
    ("nano", "nˌænO", "nˌanQ"),
    ("neuro", "nˌʊɹO", "njˌʊəɹQ"),
    ("non", "nˌɑn", "nˌɒn"),
    ("out", "ˌWt", "ˌWt"),
    ("over", "ˌOvəɹ", "ˌQvə"),
    ("photo", "fˌOɾO", "fˌQtQ"),
    ("poly", "pˌɑli", "pˌɒli"),
    ("post", "pˌOst", "pˌQst"),
    ("pre", "pɹˌi", "pɹˌiː"),
    ("pro", "pɹˌO", "pɹˌQ"),
    ("pseudo", "sˌudO", "sjˌuːdQ"),
    ("re", "ɹˌi", "ɹˌiː"),
    ("semi", "sˌɛmi", "sˌɛmi"),
    ("sub", "sˌʌb", "sˌʌb"),
    ("super", "sˌupəɹ", "sˌuːpə"),
    ("ultra", "ˌʌltɹə", "ˌʌltɹə"),
    ("un", "ˌʌn", "ʌn"),
    ("under", "ˌʌndəɹ", "ˌʌndə"),
];

/// The shortest word that a prefix is taken off of.
const SHORTEST: usize = 4;

/// How a word in lower case is said that is a known word after a prefix.
pub(super) fn prefixed(
    word: &str,
    dialect: Dialect,
    rest: &mut dyn FnMut(&str) -> Option<String>,
) -> Option<String> {
    // Longer ones first, so that "under" comes before "un".
    let mut fitting: Vec<_> = PREFIXES
        .iter()
        .filter_map(|prefix| Some((prefix, word.strip_prefix(prefix.0)?)))
        .filter(|(_, rest)| rest.len() >= SHORTEST)
        .collect();
    fitting.sort_by_key(|(_, rest)| rest.len());
    fitting.into_iter().find_map(|((_, american, british), after)| {
        let said = match dialect {
            Dialect::American => american,
            Dialect::British => british,
        };
        Some(format!("{said}{}", rest(after)?))
    })
}
