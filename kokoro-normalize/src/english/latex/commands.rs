//! Commands of LaTeX that stand for words.

/// Commands without arguments, and their words. In alphabetical order.
#[rustfmt::skip]
const WORDS: &[(&str, &str)] = &[
    ("Delta", "delta"), ("Gamma", "gamma"), ("Lambda", "lambda"),
    ("Leftrightarrow", "if and only if"),
    ("Omega", "omega"), ("Phi", "phi"), ("Pi", "pi"), ("Psi", "psi"), ("Rightarrow", "implies"),
    ("Sigma", "sigma"), ("Theta", "theta"), ("Xi", "xi"), ("alpha", "alpha"), ("angle", "angle"),
    ("approx", "is approximately equal to"), ("beta", "beta"), ("cap", "intersection"),
    ("cdot", "times"), ("cdots", "and so on"), ("chi", "chi"), ("circ", "degrees"),
    ("cong", "is congruent to"), ("cos", "cosine"), ("cup", "union"), ("deg", "degree"),
    ("delta", "delta"), ("det", "determinant"), ("div", "divided by"), ("dots", "and so on"),
    ("ell", "L"), ("emptyset", "the empty set"), ("epsilon", "epsilon"),
    ("equiv", "is equivalent to"),
    ("eta", "eta"), ("exists", "there exists"), ("exp", "exp"), ("forall", "for all"),
    ("gamma", "gamma"), ("ge", "is greater than or equal to"),
    ("geq", "is greater than or equal to"), ("gg", "is much greater than"),
    ("gt", "is greater than"), ("hbar", "H bar"), ("iff", "if and only if"),
    ("iint", "the double integral of"), ("implies", "implies"), ("in", "is in"),
    ("infty", "infinity"), ("int", "the integral"), ("iota", "iota"), ("kappa", "kappa"),
    ("lambda", "lambda"), ("land", "and"), ("ldots", "and so on"),
    ("le", "is less than or equal to"), ("leftarrow", "from"), ("leq", "is less than or equal to"),
    ("lim", "the limit"), ("ll", "is much less than"), ("ln", "natural log"), ("lnot", "not"),
    ("log", "log"), ("lor", "or"), ("lt", "is less than"), ("mapsto", "maps to"), ("max", "max"),
    ("mid", "given"), ("min", "min"), ("mp", "minus or plus"), ("mu", "mu"), ("nabla", "nabla"),
    ("ne", "is not equal to"), ("neg", "not"), ("neq", "is not equal to"), ("notin", "is not in"),
    ("nu", "nu"), ("oint", "the contour integral"), ("omega", "omega"), ("oplus", "plus"),
    ("otimes", "times"), ("parallel", "is parallel to"), ("partial", "partial"),
    ("perp", "is perpendicular to"), ("phi", "phi"), ("pi", "pi"), ("pm", "plus or minus"),
    ("prime", "prime"), ("prod", "the product"), ("propto", "is proportional to"), ("psi", "psi"),
    ("rho", "rho"), ("rightarrow", "to"), ("setminus", "minus"), ("sigma", "sigma"),
    ("sim", "is similar to"), ("sin", "sine"), ("subset", "is a subset of"),
    ("subseteq", "is a subset of"), ("sum", "the sum"), ("supset", "is a superset of"),
    ("tan", "tangent"), ("tau", "tau"), ("theta", "theta"), ("times", "times"), ("to", "to"),
    ("upsilon", "upsilon"), ("varepsilon", "epsilon"), ("varphi", "phi"), ("vee", "or"),
    ("wedge", "and"), ("xi", "xi"), ("zeta", "zeta"),
];

/// What is said after the argument of a command: "\hat{x}" is "x hat".
const AFTER: [(&str, &str); 8] = [
    ("bar", "bar"),
    ("ddot", "double dot"),
    ("dot", "dot"),
    ("hat", "hat"),
    ("overline", "bar"),
    ("tilde", "tilde"),
    ("vec", "vector"),
    ("widehat", "hat"),
];

/// Commands whose argument is said as it is: text and styles.
const STYLES: [&str; 10] = [
    "mathbb",
    "mathbf",
    "mathcal",
    "mathit",
    "mathrm",
    "operatorname",
    "text",
    "textbf",
    "textit",
    "textrm",
];

/// What a command stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command {
    Words(&'static str),
    /// The sum, an integral, a limit: bounds may follow.
    Bounded(&'static str),
    After(&'static str),
    Style,
    Fraction,
    Binomial,
    Root,
    /// Spaces, sizes of brackets, and what is not known.
    Silent,
}

/// What the command of this name, without its backslash, stands for.
pub(crate) fn command(name: &str) -> Command {
    if let Ok(at) = AFTER.binary_search_by_key(&name, |row| row.0) {
        return Command::After(AFTER[at].1);
    }
    match (name, words(name)) {
        ("frac" | "dfrac" | "tfrac" | "cfrac", _) => Command::Fraction,
        ("binom" | "dbinom", _) => Command::Binomial,
        ("sqrt", _) => Command::Root,
        ("sum" | "prod" | "int" | "oint" | "lim", Some(words)) => Command::Bounded(words),
        (_, Some(words)) => Command::Words(words),
        _ if STYLES.contains(&name) => Command::Style,
        _ => Command::Silent,
    }
}

fn words(name: &str) -> Option<&'static str> {
    WORDS.binary_search_by_key(&name, |row| row.0).ok().map(|at| WORDS[at].1)
}

/// Whether a command of this name is known.
pub(crate) fn is_known(name: &str) -> bool {
    command(name) != Command::Silent || matches!(name, "left" | "right" | "quad" | "cdots")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        assert!(WORDS.is_sorted_by_key(|row| row.0));
        assert!(AFTER.is_sorted_by_key(|row| row.0));
    }
}
