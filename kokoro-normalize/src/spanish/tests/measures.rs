//! Quantities with units.

use super::check;

#[test]
fn measures() {
    check(&[
        ("5 km", "cinco kilómetros"),
        ("1 km", "un kilómetro"),
        ("120 km/h", "ciento veinte kilómetros por hora"),
        ("80 m²", "ochenta metros cuadrados"),
        ("1 m3", "un metro cúbico"),
        ("25 °C", "veinticinco grados centígrados"),
        ("25ºC", "veinticinco grados centígrados"),
        ("-3 °C", "menos tres grados centígrados"),
        ("500 g de harina", "quinientos gramos de harina"),
        ("200 ml de leche", "doscientos mililitros de leche"),
        ("1,5 l", "uno coma cinco litros"),
        ("70 kg", "setenta kilogramos"),
        ("21 t", "veintiuna toneladas"),
        ("8 GB de RAM", "ocho gigabytes de RAM"),
        ("100 Mbps", "cien megabits por segundo"),
        ("5 kWh", "cinco kilovatios hora"),
        ("230 V", "doscientos treinta voltios"),
        ("60 Hz", "sesenta hercios"),
        ("10-15 km", "diez a quince kilómetros"),
        ("3 x 4 m", "tres por cuatro metros"),
        ("1/2 kg", "medio kilogramo"),
        ("1 1/2 kg", "un kilogramo y medio"),
        ("2½ millas", "dos y media millas"),
        ("2½ kg", "dos kilogramos y medio"),
        ("9,8 m/s²", "nueve coma ocho metros por segundo cuadrado"),
        ("100 hab./km²", "cien habitantes por kilómetro cuadrado"),
        ("40° 25′ N", "cuarenta grados veinticinco minutos norte"),
        ("un ángulo de 90°", "un ángulo de noventa grados"),
        ("30 min", "treinta minutos"),
        ("10 s", "diez segundos"),
        ("5 ha", "cinco hectáreas"),
        ("1.80 m", "uno punto ochenta metros"),
        ("2 a 3 cm", "dos a tres centímetros"),
        ("300 kcal", "trescientas kilocalorías"),
        ("un 5‰", "un cinco por mil"),
    ]);
}
