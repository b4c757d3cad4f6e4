//! Numbers, decimals, signs and how they agree.

use super::check;

#[test]
fn counts() {
    check(&[
        (
            "Tiene 1.234.567 habitantes.",
            "Tiene un millón doscientos treinta y cuatro mil quinientos sesenta y siete \
             habitantes.",
        ),
        ("Compró 21 libros y 31 revistas.", "Compró veintiún libros y treinta y una revistas."),
        ("Son 21.000 personas.", "Son veintiuna mil personas."),
        ("Hay 200 páginas y 500 hojas.", "Hay doscientas páginas y quinientas hojas."),
        ("Lo dijo 1 vez, no 101 veces.", "Lo dijo una vez, no ciento una veces."),
        ("Pasaron 21 días.", "Pasaron veintiún días."),
        ("Solo queda 1.", "Solo queda uno."),
        ("Quedan 41 y no 51.", "Quedan cuarenta y uno y no cincuenta y uno."),
        (
            "Vinieron 300 mujeres y 400 niños.",
            "Vinieron trescientas mujeres y cuatrocientos niños.",
        ),
        ("El número 1 de la lista", "El número uno de la lista"),
        ("Pi vale 3,1416.", "Pi vale tres coma uno cuatro uno seis."),
        ("Un 3.5 de media", "Un tres punto cinco de media"),
        ("-5 y −7", "menos cinco y menos siete"),
        ("El PIB creció un 2,5 %", "El PIB creció un dos coma cinco por ciento"),
        ("entre el 10% y el 20%", "entre el diez por ciento y el veinte por ciento"),
        ("el 100 % de los casos", "el cien por ciento de los casos"),
        ("0,75", "cero coma setenta y cinco"),
        ("1.005", "mil cinco"),
        ("12 345 678", "doce millones trescientos cuarenta y cinco mil seiscientos setenta y ocho"),
        ("$1,234.56", "mil doscientos treinta y cuatro dólares cincuenta y seis centavos"),
        ("agente 007", "agente cero cero siete"),
        ("3 millones de personas", "tres millones de personas"),
        ("1,5 millones de euros", "uno coma cinco millones de euros"),
        ("21 millones", "veintiún millones"),
        ("más de 10 mil personas", "más de diez mil personas"),
        ("uno de cada 3", "uno de cada tres"),
        ("2, 3, 5 y 7", "dos, tres, cinco y siete"),
        ("1,2,3", "uno, dos, tres"),
        ("de 10 a 20 personas", "de diez a veinte personas"),
        ("10-20 personas", "diez a veinte personas"),
        ("los años 1999-2005", "los años mil novecientos noventa y nueve a dos mil cinco"),
        ("ganó 3-0", "ganó tres a cero"),
        ("+5 puntos", "más cinco puntos"),
        ("el 1.º y la 2.ª", "el primero y la segunda"),
        ("el 3.er piso", "el tercer piso"),
        ("la 21.ª edición", "la vigesimoprimera edición"),
        ("el 5º piso", "el quinto piso"),
        ("1er lugar", "primer lugar"),
        ("3/4 de taza", "tres cuartos de taza"),
        ("½ cucharadita", "media cucharadita"),
        ("2½ tazas", "dos y media tazas"),
        ("1/2 litro de leche", "medio litro de leche"),
        ("un 8/10", "un ocho sobre diez"),
        ("24/7", "veinticuatro siete"),
        ("2.000.000 personas", "dos millones de personas"),
        ("1.000.000 km", "un millón de kilómetros"),
    ]);
}
