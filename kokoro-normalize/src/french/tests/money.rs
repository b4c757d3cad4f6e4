//! Amounts of money.

use super::check;

#[test]
fn money() {
    check(&[
        ("Ça coûte 5 €.", "Ça coûte cinq euros."),
        ("5,50 €", "cinq euros cinquante"),
        ("5,05 €", "cinq euros cinq centimes"),
        ("1 €", "un euro"),
        ("0,99 €", "quatre-vingt-dix-neuf centimes"),
        ("1 000,00 €", "mille euros"),
        ("3 millions d'€", "trois millions d'euros"),
        ("2 M€", "deux millions d'euros"),
        ("1,2 Md€", "un virgule deux milliard d'euros"),
        ("3,5 Mds €", "trois virgule cinq milliards d'euros"),
        ("50 k€", "cinquante mille euros"),
        ("$20", "vingt dollars"),
        ("20 $", "vingt dollars"),
        ("20 $US", "vingt dollars américains"),
        ("10 £", "dix livres"),
        ("21 £", "vingt et une livres"),
        ("100 CHF", "cent francs suisses"),
        ("10-20 €", "dix à vingt euros"),
        ("3 €/kg", "trois euros par kilogramme"),
        ("-15 €", "moins quinze euros"),
        ("500 FCFA", "cinq cents francs CFA"),
        ("12€50", "douze euros cinquante"),
        ("25 €/mois", "vingt-cinq euros par mois"),
        ("1 million d'euros", "un million d'euros"),
        ("200 M$", "deux cents millions de dollars"),
    ]);
}
