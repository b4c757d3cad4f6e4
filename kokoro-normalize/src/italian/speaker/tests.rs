//! What Italian says, for every kind.

use crate::Options;
use crate::say_as::testing::check;

#[test]
fn all_kinds() {
    check(
        &|text, how, sign| super::say_as(text, how, &Options::default(), sign),
        &[
            ("1.234", "cardinal", "milleduecentotrentaquattro"),
            ("-3,5", "number", "meno tre virgola cinque"),
            ("3", "ordinal", "terzo"),
            ("2ª", "ordinal", "seconda"),
            ("105", "digits", "uno zero cinque"),
            ("a1b-2", "characters", "A uno B trattino due"),
            ("Eva", "spell-out", "E V A"),
            ("rai", "acronym", "RAI"),
            ("1/5/2026", "date dmy", "primo maggio duemilaventisei"),
            ("5/1/2026", "date mdy", "primo maggio duemilaventisei"),
            ("2026-05-02", "date", "due maggio duemilaventisei"),
            ("5/2026", "date my", "maggio duemilaventisei"),
            ("25/12", "date dm", "venticinque dicembre"),
            ("14:30", "time hms24", "ore quattordici e trenta"),
            ("15:00", "time", "ore quindici"),
            ("3:45pm", "time hms12", "tre e quarantacinque del pomeriggio"),
            ("1:18:30", "duration hms", "un'ora diciotto minuti e trenta secondi"),
            ("1:30", "duration hm", "un'ora e trenta minuti"),
            ("1'21\"", "time", "un minuto e ventuno secondi"),
            ("06 1234 567", "telephone", "zero sei, uno due tre quattro, cinque sei sette"),
            ("06 1234 ext. 5", "telephone", "zero sei, uno due tre quattro, interno cinque"),
            ("42,50 €", "currency", "quarantadue euro e cinquanta centesimi"),
            ("3 USD", "currency", "tre dollari americani"),
            ("3/8", "fraction", "tre ottavi"),
            ("5+1/2", "fraction", "cinque e mezzo"),
            ("1,75m", "unit", "uno virgola settantacinque metri"),
            ("Via Roma 12", "address", "Via Roma dodici"),
            ("Eva", "name", "Eva"),
            ("accidenti", "expletive", "bip"),
        ],
    );
}
