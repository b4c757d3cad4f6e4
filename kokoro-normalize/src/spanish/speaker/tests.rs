//! What Spanish says, for every kind.

use crate::Options;
use crate::say_as::testing::check;

#[test]
fn all_kinds() {
    check(
        &|text, how, sign| super::say_as(text, how, &Options::default(), sign),
        &[
            ("1.234", "cardinal", "mil doscientos treinta y cuatro"),
            ("1,234", "cardinal", "uno coma doscientos treinta y cuatro"),
            ("-3,5", "number", "menos tres coma cinco"),
            ("21", "cardinal", "veintiuno"),
            ("3", "ordinal", "tercero"),
            ("3.ª", "ordinal", "tercera"),
            ("1er", "ordinal", "primer"),
            ("105", "digits", "uno cero cinco"),
            ("4111-1111", "number_digit", "cuatro uno uno uno, uno uno uno uno"),
            ("a1b-2!", "characters", "A uno B guion dos signo de exclamación"),
            ("Ana", "spell-out", "A N A"),
            ("onu", "acronym", "ONU"),
            ("1/5/2026", "date dmy", "primero de mayo de dos mil veintiséis"),
            ("5/1/2026", "date mdy", "primero de mayo de dos mil veintiséis"),
            ("2026-05-01", "date", "primero de mayo de dos mil veintiséis"),
            ("20260501", "date ymd", "primero de mayo de dos mil veintiséis"),
            ("5/2026", "date my", "mayo de dos mil veintiséis"),
            ("12/10", "date dm", "doce de octubre"),
            ("1/5/89", "date dmy", "primero de mayo de mil novecientos ochenta y nueve"),
            ("1989", "date y", "mil novecientos ochenta y nueve"),
            ("14:30", "time hms24", "catorce y media"),
            ("15:00", "time hms24", "quince horas"),
            ("3:45pm", "time hms12", "tres y cuarenta y cinco de la tarde"),
            ("1:18:30", "duration hms", "una hora dieciocho minutos y treinta segundos"),
            ("1:30", "duration hm", "una hora y treinta minutos"),
            ("1'21\"", "time", "un minuto y veintiún segundos"),
            (
                "+34 612 34 56 78",
                "telephone",
                "más treinta y cuatro, seis uno dos, tres cuatro, cinco seis, siete ocho",
            ),
            ("612345678", "telephone", "seis uno dos tres cuatro cinco seis siete ocho"),
            ("42,50 €", "currency", "cuarenta y dos euros cincuenta céntimos"),
            ("$42.01", "currency", "cuarenta y dos dólares un centavo"),
            ("100", "currency USD", "cien dólares estadounidenses"),
            ("3/8", "fraction", "tres octavos"),
            ("5+1/2", "fraction", "cinco y medio"),
            ("1,75m", "unit", "uno coma setenta y cinco metros"),
            ("10km", "unit", "diez kilómetros"),
            ("Av. Mayor 5, Madrid", "address", "avenida Mayor cinco, Madrid"),
            ("Ana", "name", "Ana"),
            ("taco", "expletive", "pip"),
        ],
    );
}
