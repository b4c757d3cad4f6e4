//! Abbreviations and signs.

use super::check;

#[test]
fn short() {
    check(&[
        ("il sig. Rossi e la sig.ra Bianchi", "il signor Rossi e la signora Bianchi"),
        ("la dott.ssa Verdi", "la dottoressa Verdi"),
        ("il dott. Neri", "il dottor Neri"),
        ("il prof. Gialli", "il professor Gialli"),
        ("avv.", "avvocato."),
        ("pane, latte, ecc.", "pane, latte, eccetera."),
        ("pane, ecc., e vino", "pane, eccetera, e vino"),
        ("ad es. così", "ad esempio così"),
        ("pag. 25", "pagina venticinque"),
        ("pp. 25-30", "pagine venticinque a trenta"),
        ("n. 5", "numero cinque"),
        ("n° 5", "numero cinque"),
        ("art. 14", "articolo quattordici"),
        ("nel 44 a.C.", "nel quarantaquattro avanti Cristo."),
        ("nel 79 d.C. il Vesuvio", "nel settantanove dopo Cristo il Vesuvio"),
        ("v.le Europa", "viale Europa"),
        ("P.zza Grande", "piazza Grande"),
        ("Rossi & figli", "Rossi e figli"),
        ("§ 5", "paragrafo cinque"),
    ]);
}
