//! Roman numerals.

use super::check;

#[test]
fn numerals() {
    check(&[
        ("el siglo XXI", "el siglo veintiuno"),
        ("siglos XV y XVI", "siglos quince y dieciséis"),
        ("Luis XIV", "Luis catorce"),
        ("Felipe II", "Felipe segundo"),
        ("Juan Pablo II", "Juan Pablo segundo"),
        ("Isabel I de Castilla", "Isabel primera de Castilla"),
        ("Alfonso X", "Alfonso décimo"),
        ("Alfonso XIII", "Alfonso trece"),
        ("Benedicto XVI", "Benedicto dieciséis"),
        ("capítulo IV", "capítulo cuatro"),
        ("tomo III", "tomo tres"),
        ("la II Guerra Mundial", "la segunda Guerra Mundial"),
        ("la I República", "la primera República"),
        ("el IV Congreso", "el cuarto Congreso"),
        ("el III Festival", "el tercer Festival"),
        ("el s. XIX", "el siglo diecinueve"),
        ("siglos XV-XVI", "siglos quince a dieciséis"),
        ("siglos XV, XVI y XVII", "siglos quince, dieciséis y diecisiete"),
        ("la clase MIX de DI", "la clase MIX de DI"),
        ("Ctra. Nacional IV", "carretera Nacional cuatro"),
        ("Li Qin", "Li Qin"),
        ("Vitamina C", "Vitamina C"),
        ("Xi Jinping", "Xi Jinping"),
        ("Carlos V", "Carlos quinto"),
    ]);
}
