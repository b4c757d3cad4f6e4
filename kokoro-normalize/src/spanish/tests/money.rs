//! Amounts of money.

use super::check;

#[test]
fn money() {
    check(&[
        ("Cuesta 5 €.", "Cuesta cinco euros."),
        ("Cuesta 5,50 €.", "Cuesta cinco euros cincuenta céntimos."),
        ("1 €", "un euro"),
        ("21 €", "veintiún euros"),
        ("200 £", "doscientas libras"),
        ("1.000,00 €", "mil euros"),
        ("$20", "veinte dólares"),
        ("US$20", "veinte dólares estadounidenses"),
        ("20 USD", "veinte dólares estadounidenses"),
        ("100 MXN", "cien pesos mexicanos"),
        ("R$ 50", "cincuenta reales"),
        ("¥1000", "mil yenes"),
        ("3 millones de €", "tres millones de euros"),
        ("€3 millones", "tres millones de euros"),
        ("5 M€", "cinco millones de euros"),
        ("-20 €", "menos veinte euros"),
        ("10-20 €", "diez a veinte euros"),
        ("10 €/kg", "diez euros por kilogramo"),
        ("15 €/mes", "quince euros por mes"),
        ("S/ 25", "veinticinco soles"),
        ("0,99 €", "noventa y nueve céntimos"),
        ("0,01 €", "un céntimo"),
        ("$1.5 millones", "uno punto cinco millones de dólares"),
        ("₡500", "quinientos colones"),
        ("$5 USD", "cinco dólares estadounidenses"),
        ("$1,250.50", "mil doscientos cincuenta dólares cincuenta centavos"),
        ("$1.250,50", "mil doscientos cincuenta dólares cincuenta centavos"),
        ("$500 MXN", "quinientos pesos mexicanos"),
        ("5 us$", "cinco dólares estadounidenses"),
        ("$1.000.000", "un millón de dólares"),
        ("el $ subió", "el dólares subió"),
    ]);
}
