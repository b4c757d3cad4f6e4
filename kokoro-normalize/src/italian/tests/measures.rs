//! Quantities with units, and amounts of money.

use super::check;

#[test]
fn measures() {
    check(&[
        ("1 m", "un metro"),
        ("2 m", "due metri"),
        ("4,3 l", "quattro virgola tre litri"),
        ("120 km/h", "centoventi chilometri all'ora"),
        ("5 km/s", "cinque chilometri per secondo"),
        ("80 m²", "ottanta metri quadrati"),
        ("80 mq", "ottanta metri quadrati"),
        ("1 m³", "un metro cubo"),
        ("25 °C", "venticinque gradi Celsius"),
        ("-3°C", "meno tre gradi Celsius"),
        ("1 h", "un'ora"),
        ("1 t", "una tonnellata"),
        ("500 g di farina", "cinquecento grammi di farina"),
        ("8 GB", "otto gigabyte"),
        ("1/2 l", "mezzo litro"),
        ("3/4 l", "tre quarti di litro"),
        ("10-15 km", "dieci a quindici chilometri"),
        ("15 A", "quindici ampere"),
    ]);
}

#[test]
fn money() {
    check(&[
        ("5 €", "cinque euro"),
        ("€ 5", "cinque euro"),
        ("1 €", "un euro"),
        ("3,23€", "tre euro e ventitré centesimi"),
        ("0,99 €", "novantanove centesimi"),
        ("1.000,00 €", "mille euro"),
        ("2 milioni di €", "due milioni di euro"),
        ("3 mln €", "tre milioni di euro"),
        ("$20", "venti dollari"),
        ("1 $", "un dollaro"),
        ("10 £", "dieci sterline"),
        ("1 £", "una sterlina"),
        ("100 CHF", "cento franchi svizzeri"),
        ("3 €/kg", "tre euro per chilogrammo"),
    ]);
}
