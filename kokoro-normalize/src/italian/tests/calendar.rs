//! Days, years, times and Roman numerals.

use super::check;

#[test]
fn calendar() {
    check(&[
        ("5/11/2023", "cinque novembre duemilaventitré"),
        ("il 05.11.2023", "il cinque novembre duemilaventitré"),
        ("2023-11-05", "cinque novembre duemilaventitré"),
        ("il 1/1/2024", "il primo gennaio duemilaventiquattro"),
        ("1° maggio", "primo maggio"),
        ("il 1º maggio 2023", "il primo maggio duemilaventitré"),
        ("l'11 settembre 2001", "l'undici settembre duemilauno"),
        ("il 25 dic. 2020", "il venticinque dicembre duemilaventi"),
        ("lun. 3 aprile", "lunedì tre aprile"),
        ("nato nel 1861", "nato nel milleottocentosessantuno"),
        ("nel 1984", "nel millenovecentottantaquattro"),
        ("gli anni '80", "gli anni ottanta"),
        ("gli anni 80", "gli anni ottanta"),
        ("dal 3 al 5 giugno", "dal tre al cinque giugno"),
        ("1914-1918", "millenovecentoquattordici a millenovecentodiciotto"),
        ("alle 14:30", "alle quattordici e trenta"),
        ("alle 14.30", "alle quattordici e trenta"),
        ("alle ore 9.05", "alle ore nove e cinque"),
        ("alle 16:00", "alle sedici"),
        ("dalle 9:00 alle 18:00", "dalle nove alle diciotto"),
        ("all'1:15", "all'una e quindici"),
        ("alle 8", "alle otto"),
        ("2 h 30 min", "due ore e trenta minuti"),
        ("17:15:26", "diciassette e quindici minuti e ventisei secondi"),
        ("5 pm", "cinque del pomeriggio"),
    ]);
}

#[test]
fn numerals() {
    check(&[
        ("il secolo XXI", "il secolo ventunesimo"),
        ("nel XIX secolo", "nel diciannovesimo secolo"),
        ("sec. XV", "secolo quindicesimo"),
        ("Papa Giovanni XXIII", "Papa Giovanni ventitreesimo"),
        ("Luigi XIV", "Luigi quattordicesimo"),
        ("Elisabetta II", "Elisabetta seconda"),
        ("Vittorio Emanuele II", "Vittorio Emanuele secondo"),
        ("la II guerra mondiale", "la seconda guerra mondiale"),
        ("capitolo IV", "capitolo quarto"),
        ("atto I", "atto primo"),
        ("la vitamina C", "la vitamina C"),
        ("i vigili", "i vigili"),
        ("Di Maio", "Di Maio"),
    ]);
}
