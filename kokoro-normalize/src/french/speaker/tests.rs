//! What French says, for every kind.

use crate::Options;
use crate::say_as::testing::check;

#[test]
fn all_kinds() {
    check(
        &|text, how, sign| super::say_as(text, how, &Options::default(), sign),
        &[
            ("1 234", "cardinal", "mille deux cent trente-quatre"),
            ("-3,5", "number", "moins trois virgule cinq"),
            ("71", "cardinal", "soixante et onze"),
            ("3", "ordinal", "troisième"),
            ("1re", "ordinal", "première"),
            ("21e", "ordinal", "vingt et unième"),
            ("105", "digits", "un zéro cinq"),
            ("a1b-2", "characters", "A un B tiret deux"),
            ("été", "spell-out", "É T É"),
            ("o.n.u.", "acronym", "ONU"),
            ("1/5/2026", "date dmy", "premier mai deux mille vingt-six"),
            ("5/1/2026", "date mdy", "premier mai deux mille vingt-six"),
            ("2026-05-02", "date", "deux mai deux mille vingt-six"),
            ("5/2026", "date my", "mai deux mille vingt-six"),
            ("14/7", "date dm", "quatorze juillet"),
            ("1", "date d", "premier"),
            ("14:30", "time hms24", "quatorze heures trente"),
            ("15h", "time", "quinze heures"),
            ("3:45pm", "time hms12", "trois heures quarante-cinq de l'après-midi"),
            ("1:18:30", "duration hms", "une heure dix-huit minutes et trente secondes"),
            ("1:30", "duration ms", "une minute et trente secondes"),
            ("1'21\"", "time", "une minute et vingt et une secondes"),
            (
                "01 23 45 67 89",
                "telephone",
                "zéro un, vingt-trois, quarante-cinq, soixante-sept, quatre-vingt-neuf",
            ),
            ("+33 1 23 45", "telephone", "plus trente-trois, un, vingt-trois, quarante-cinq"),
            ("42,50 €", "currency", "quarante-deux euros cinquante"),
            ("3 USD", "currency", "trois dollars américains"),
            ("3/8", "fraction", "trois huitièmes"),
            ("5+1/2", "fraction", "cinq et demi"),
            ("10km", "unit", "dix kilomètres"),
            ("12 av. Foch", "address", "douze avenue Foch"),
            ("Léa", "name", "Léa"),
            ("zut", "expletive", "bip"),
        ],
    );
}
