//! Numbers, decimals, fractions and how they agree.

use super::check;

#[test]
fn counts() {
    check(&[
        ("15", "quindici"),
        ("155", "centocinquantacinque"),
        ("3544", "tremilacinquecentoquarantaquattro"),
        ("1.000.000", "un milione"),
        ("2.000.000 abitanti", "due milioni di abitanti"),
        ("1.234.567", "un milione duecentotrentaquattromilacinquecentosessantasette"),
        ("1 pagina", "una pagina"),
        ("1 libro", "un libro"),
        ("21 pagine", "ventuno pagine"),
        ("3,5", "tre virgola cinque"),
        ("33,32", "trentatré virgola trentadue"),
        ("5,342", "cinque virgola tre quattro due"),
        ("0,05", "zero virgola zero cinque"),
        ("3.14", "tre punto quattordici"),
        ("4,56 milioni", "quattro virgola cinquantasei milioni"),
        ("2 mld di euro", "due miliardi di euro"),
        ("il 18%", "il diciotto per cento"),
        ("10-20 %", "dieci a venti per cento"),
        ("-7", "meno sette"),
        ("il 1° piano", "il primo piano"),
        ("la 2ª volta", "la seconda volta"),
        ("il 3º posto", "il terzo posto"),
        ("1/2", "un mezzo"),
        ("3/4", "tre quarti"),
        ("2/3 dei voti", "due terzi dei voti"),
        ("1 1/2", "uno e mezzo"),
        ("agente 007", "agente zero zero sette"),
        ("1, 2 e 3", "uno, due e tre"),
        ("una vittoria per 3-0", "una vittoria per tre a zero"),
    ]);
}
