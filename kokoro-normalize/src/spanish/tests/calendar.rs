//! Days, years and times.

use super::check;

#[test]
fn calendar() {
    check(&[
        ("El 12/10/1492", "El doce de octubre de mil cuatrocientos noventa y dos"),
        ("El 1/1/2024", "El primero de enero de dos mil veinticuatro"),
        ("2023-12-05", "cinco de diciembre de dos mil veintitrés"),
        ("5-5-21", "cinco de mayo de dos mil veintiuno"),
        ("el 5 de mayo de 2023", "el cinco de mayo de dos mil veintitrés"),
        ("el 1 de enero", "el primero de enero"),
        ("del 5 al 10 de agosto", "del cinco al diez de agosto"),
        ("12 oct. 1492", "doce de octubre de mil cuatrocientos noventa y dos"),
        ("15 ene 2020", "quince de enero de dos mil veinte"),
        ("lun. 3 de abril", "lunes tres de abril"),
        ("Nació en 1984.", "Nació en mil novecientos ochenta y cuatro."),
        ("en el año 2000", "en el año dos mil"),
        ("los años 80", "los años ochenta"),
        ("el 3/4", "el tres de abril"),
        ("marzo de 2021", "marzo de dos mil veintiuno"),
        ("el 23-F", "el veintitrés F"),
        ("el 11S", "el once S"),
        ("Son las 14:30.", "Son las catorce y media."),
        ("a las 8:05", "a las ocho y cinco"),
        ("a las 8:15", "a las ocho y cuarto"),
        ("a la 1:00", "a la una"),
        ("a las 5 p. m.", "a las cinco de la tarde."),
        ("a las 10:00 a. m. en punto", "a las diez de la mañana en punto"),
        ("9:45 pm", "nueve y cuarenta y cinco de la noche"),
        ("12:00 p. m. del lunes", "doce del mediodía del lunes"),
        ("de 9:00 a 14:00", "de nueve a catorce"),
        ("9:00-14:00", "nueve a catorce"),
        ("a las 20 h", "a las veinte horas"),
        ("a las 20.30 h", "a las veinte y media"),
        ("las 17.45", "las diecisiete y cuarenta y cinco"),
        ("2 h 30 min", "dos horas y treinta minutos"),
        (
            "un maratón en 2:03:59",
            "un maratón en dos horas tres minutos y cincuenta y nueve segundos",
        ),
        ("abierto de 8 a 15 h", "abierto de ocho a quince horas"),
        ("a las 18:00 hs", "a las dieciocho"),
        ("a las 15:00 de la tarde", "a las tres de la tarde"),
        ("los '80", "los ochenta"),
        ("de lun. a vie. a las 9 h", "de lunes a viernes a las nueve horas"),
        ("lun-vie", "lunes a viernes"),
        ("23:59", "veintitrés y cincuenta y nueve"),
    ]);
}
