//! Sentences as they are met in news, advertisements and chats.

use super::check;

#[test]
fn texts() {
    check(&[
        (
            "Hornear a 180 °C durante 25-30 min. Servir.",
            "Hornear a ciento ochenta grados centígrados durante veinticinco a treinta minutos. \
             Servir.",
        ),
        ("Llegó a las 9:00 a.m. El resto no.", "Llegó a las nueve de la mañana. El resto no."),
        ("30 min. de espera", "treinta minutos de espera"),
        ("la final del sáb. 25/5", "la final del sábado veinticinco de mayo"),
        ("la Ley 39/2015", "la Ley treinta y nueve barra dos mil quince"),
        ("el 15M y el 11-M", "el quince M y el once M"),
        ("$5M", "cinco millones de dólares"),
        ("#FelizLunes y #8M", "hashtag Feliz Lunes y hashtag ocho M"),
        ("vol. II y III", "volumen dos y tres"),
        ("siglos I a. C. y II d. C.", "siglos uno antes de Cristo y dos después de Cristo."),
        ("x² + y² = z²", "x al cuadrado más y al cuadrado es igual a z al cuadrado"),
        ("Duró 1 h 5 min. Luego nada.", "Duró una hora y cinco minutos. Luego nada."),
        ("S. M. el Rey", "S. M. el Rey"),
        ("en 4K a 16:9", "en cuatro K a dieciséis a nueve"),
        ("a 45° de latitud", "a cuarenta y cinco grados de latitud"),
        ("40°25′0″N", "cuarenta grados veinticinco minutos cero segundos norte"),
        ("la v2.3.1", "la v dos punto tres punto uno"),
        (
            "Mide 1,75 m. Pesa 70 kg.",
            "Mide uno coma setenta y cinco metros. Pesa setenta kilogramos.",
        ),
        ("D.ª Ana y Dña. Eva", "doña Ana y doña Eva"),
        ("1 cda. de aceite", "una cucharada de aceite"),
        ("90+3", "noventa más tres"),
        (
            "Platón (427-347 a. C.)",
            "Platón (cuatrocientos veintisiete a trescientos cuarenta y siete antes de Cristo)",
        ),
        ("el rey[12] y la reina[3]", "el rey y la reina"),
        ("Keith D. Putt", "Keith D. Putt"),
        ("Ido está", "Ido está"),
        ("Malcolm X", "Malcolm X"),
        ("la sección B.2.2", "la sección B punto dos punto dos"),
        ("la/s línea/s", "la/s línea/s"),
        ("pulse F2", "pulse F dos"),
        ("entre 1995-98", "entre mil novecientos noventa y cinco a noventa y ocho"),
        ("Hola 😀 a todos 👍🏽", "Hola a todos"),
        ("(p. ej. RAID)", "(por ejemplo RAID)"),
        (
            "Participación a las 18:00: 60,75 %",
            "Participación a las dieciocho: sesenta coma setenta y cinco por ciento",
        ),
        ("5,99 €/ud. y ya", "cinco euros noventa y nueve céntimos por unidad y ya"),
        ("el P.V.P. es 12 €", "el PVP es doce euros"),
        ("máx. 32º, mín. 18º", "máximo treinta y dos grados, mínimo dieciocho grados"),
        ("cap. XVI", "capítulo dieciséis"),
        ("Nació el 1-I-1900.", "Nació el primero de enero de mil novecientos."),
        ("5,5 l/100 km", "cinco coma cinco litros por cien kilómetros"),
        ("$10 pesos", "diez pesos"),
        ("US$1,200", "mil doscientos dólares estadounidenses"),
        ("A la 1.", "A la una."),
        ("Escala 1:50.000", "Escala uno a cincuenta mil"),
        ("120/80 mmHg", "ciento veinte sobre ochenta mmHg"),
        ("los 90's", "los noventa"),
        ("3*4 y 2^10", "tres por cuatro y dos elevado a diez"),
        ("~30 personas", "aproximadamente treinta personas"),
        ("25K likes, 4K", "veinticinco mil likes, cuatro K"),
        ("1 foto y 21 motos", "una foto y veintiuna motos"),
        ("km 25 de la A-2", "kilómetro veinticinco de la A dos"),
        ("lun.-vie. 9-14 h", "lunes a viernes nueve a catorce horas"),
        ("Sres.: adjunto", "señores: adjunto"),
    ]);
}
