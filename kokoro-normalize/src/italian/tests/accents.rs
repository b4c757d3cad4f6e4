//! Apostrophes for accents.

use super::check;

#[test]
fn accents() {
    check(&[
        ("E' vero, perche' la citta' e' bella.", "È vero, perché la città è bella."),
        ("non c'e' piu'", "non c'e' più"),
        ("un po' di pane", "un po' di pane"),
        ("Sara' cosi'!", "Sarà così!"),
        ("la 'casa' bianca", "la 'casa' bianca"),
        ("è 'dolce vita' qui", "è 'dolce vita' qui"),
        ("l'anno", "l'anno"),
        ("LA CITTA' ETERNA", "LA CITTÀ ETERNA"),
    ]);
}
