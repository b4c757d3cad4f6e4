//! Abbreviations and signs.

use super::check;

#[test]
fn short() {
    check(&[
        ("l'avv. Gallo", "l'avvocato Gallo"),
        ("S. Stefano e S. Agata", "Santo Stefano e Sant'Agata"),
        ("Gent.mo Sig. Bianchi", "gentilissimo signor Bianchi"),
        ("Spett.le Ditta", "spettabile Ditta"),
        ("sale q.b.", "sale quanto basta."),
        ("Inter vs Milan", "Inter contro Milan"),
        ("Fine. Sig. Rossi arriva.", "Fine. Signor Rossi arriva."),
        ("Fine. 45 % dei voti", "Fine. Quarantacinque per cento dei voti"),
        ("alle h 15.30", "alle ore quindici e trenta"),
        ("chiama il 333 1234567", "chiama il tre tre tre uno due tre quattro cinque sei sette"),
        ("1 zaino e 1 studente", "uno zaino e uno studente"),
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
