//! Abbreviations and signs.

use super::check;

#[test]
fn short() {
    check(&[
        ("El Sr. López y la Sra. Ruiz", "El señor López y la señora Ruiz"),
        ("el Dr. Pérez", "el doctor Pérez"),
        ("la Dra. Gil", "la doctora Gil"),
        ("D. Quijote", "don Quijote"),
        ("J. D. Salinger", "J. D. Salinger"),
        ("Vive en EE. UU. desde 2010.", "Vive en Estados Unidos desde dos mil diez."),
        ("Vive en EE.UU.", "Vive en Estados Unidos."),
        ("frutas, p. ej., peras", "frutas, por ejemplo, peras"),
        ("pan, leche, etc.", "pan, leche, etcétera."),
        ("pan, etc., y agua", "pan, etcétera, y agua"),
        ("en el 44 a. C.", "en el cuarenta y cuatro antes de Cristo."),
        ("en el 44 a. C. murió", "en el cuarenta y cuatro antes de Cristo murió"),
        ("pág. 25", "página veinticinco"),
        ("págs. 25-30", "páginas veinticinco a treinta"),
        ("n.º 5", "número cinco"),
        ("Nº 7", "número siete"),
        ("art. 14", "artículo catorce"),
        ("c/ Mayor, 5", "calle Mayor, cinco"),
        ("Avda. de América, 12, 3.º B", "avenida de América, doce, tercero B"),
        ("Ud. sabe", "usted sabe"),
        ("tel. 91 123 45 67", "teléfono nueve uno uno dos tres cuatro cinco seis siete"),
        ("Sta. Teresa", "santa Teresa"),
        ("I+D", "I más D"),
        ("Marks & Spencer", "Marks y Spencer"),
        ("§ 5", "sección cinco"),
        ("#5", "número cinco"),
        ("p. 7", "página siete"),
        ("C/ Sol s/n", "calle Sol sin número"),
        ("café c/ leche, s/ azúcar", "café con leche, sin azúcar"),
        ("C/ de la Paz, 3", "calle de la Paz, tres"),
        ("EEUU y EUA", "Estados Unidos y Estados Unidos"),
        ("LLUEVE EN EE.UU. Y EUROPA", "LLUEVE EN Estados Unidos Y EUROPA"),
        ("Vino el Dr.", "Vino el doctor."),
        ("Pza. Mayor", "plaza Mayor"),
        ("Gil y Hnos. S. A. de C. V.", "Gil y hermanos sociedad anónima de capital variable."),
        ("Nro. 8 y apdo. 3", "número ocho y apartado tres"),
        ("12 uds. de pan", "doce unidades de pan"),
        ("calle Sol 5, 3ºB", "calle Sol cinco, tercero B"),
        ("aprox. 50", "aproximadamente cincuenta"),
        ("50 km aprox.", "cincuenta kilómetros aproximadamente."),
    ]);
}
