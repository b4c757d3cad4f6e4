//! Quantities with units.

use super::check;

#[test]
fn measures() {
    check(&[
        ("5 km", "cinq kilomètres"),
        ("1 km", "un kilomètre"),
        ("1,5 km", "un virgule cinq kilomètre"),
        ("120 km/h", "cent vingt kilomètres-heure"),
        ("80 m²", "quatre-vingts mètres carrés"),
        ("80 m2", "quatre-vingts mètres carrés"),
        ("1 m³", "un mètre cube"),
        ("25 °C", "vingt-cinq degrés Celsius"),
        ("-3 °C", "moins trois degrés Celsius"),
        ("il fait 30°", "il fait trente degrés"),
        ("un angle de 90°", "un angle de quatre-vingt-dix degrés"),
        ("500 g de farine", "cinq cents grammes de farine"),
        ("20 cl de lait", "vingt centilitres de lait"),
        ("70 kg", "soixante-dix kilogrammes"),
        ("21 t", "vingt et une tonnes"),
        ("8 Go", "huit gigaoctets"),
        ("500 Mo", "cinq cents mégaoctets"),
        ("5 kWh", "cinq kilowattheures"),
        ("230 V", "deux cent trente volts"),
        ("10-15 km", "dix à quinze kilomètres"),
        ("3 x 4 m", "trois sur quatre mètres"),
        ("1/2 l", "un demi-litre"),
        ("2 1/2 kg", "deux kilogrammes et demi"),
        ("3/4 l", "trois quarts de litre"),
        ("9,8 m/s²", "neuf virgule huit mètres par seconde carrée"),
        ("100 hab./km²", "cent habitants par kilomètre carré"),
        ("48° 51′ N", "quarante-huit degrés cinquante et une minutes nord"),
        ("10 min", "dix minutes"),
        ("5 s", "cinq secondes"),
        ("10 ha", "dix hectares"),
        ("300 kcal", "trois cents kilocalories"),
        ("1 t", "une tonne"),
        ("1,80 m", "un virgule quatre-vingts mètre"),
        ("5 l d'eau", "cinq litres d'eau"),
    ]);
}
