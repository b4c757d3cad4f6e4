//! Telephones, addresses, codes and sums.

use super::check;

#[test]
fn codes() {
    check(&[
        ("+34 612 345 678", "más treinta y cuatro seis uno dos tres cuatro cinco seis siete ocho"),
        ("Teléfono: 612 345 678", "Teléfono: seis uno dos tres cuatro cinco seis siete ocho"),
        ("(55) 1234-5678", "cinco cinco uno dos tres cuatro cinco seis siete ocho"),
        ("900-123-456", "nueve cero cero uno dos tres cuatro cinco seis"),
        ("ana.gil@correo.es", "ana punto gil arroba correo punto E S"),
        ("Visite www.ejemplo.com.", "Visite W W W punto ejemplo punto com."),
        (
            "https://es.wikipedia.org/wiki/Sol",
            "H T T P S dos puntos barra barra E S punto wikipedia punto org barra wiki barra Sol",
        ),
        ("@maria_89", "arroba maria guion bajo ocho nueve"),
        ("la versión 2.0.1", "la versión dos punto cero punto uno"),
        ("192.168.1.1", "uno nueve dos punto uno seis ocho punto uno punto uno"),
        ("COVID-19", "COVID diecinueve"),
        ("la A-6", "la A seis"),
        ("una hoja A4", "una hoja A cuatro"),
        ("red 5G", "red cinco G"),
        ("MP3", "MP tres"),
        ("B2B", "B dos B"),
        ("2 + 2 = 4", "dos más dos es igual a cuatro"),
        ("10 - 3 = 7", "diez menos tres es igual a siete"),
        ("3 × 4 = 12", "tres por cuatro es igual a doce"),
        ("5 > 3", "cinco es mayor que tres"),
        ("10 ÷ 2", "diez entre dos"),
        ("x = 5", "x es igual a cinco"),
        ("28013 Madrid", "veintiocho mil trece Madrid"),
        (
            "1234567890123456789012345",
            "uno dos tres cuatro cinco seis siete ocho nueve cero uno dos tres cuatro cinco seis \
             siete ocho nueve cero uno dos tres cuatro cinco",
        ),
        ("Llame al 555-1234.", "Llame al cinco cinco cinco uno dos tres cuatro."),
        ("llame al 600123456", "llame al seis cero cero uno dos tres cuatro cinco seis"),
        ("2500-3000 personas", "dos mil quinientas a tres mil personas"),
        ("500-1000 euros", "quinientos a mil euros"),
        (
            "Tel. 4321-5678 ext. 12",
            "teléfono cuatro tres dos uno cinco seis siete ocho extensión uno dos",
        ),
        (
            "ISBN 978 84 376 0494 7",
            "ISBN nueve siete ocho ocho cuatro tres siete seis cero cuatro nueve cuatro siete",
        ),
        ("10⁶ y x² y x⁴", "diez elevado a seis y x al cuadrado y x elevado a cuatro"),
        ("2x + 3", "dos x más tres"),
        ("Apollo 11", "Apollo once"),
        ("Boeing 747", "Boeing setecientos cuarenta y siete"),
        ("4x4", "cuatro por cuatro"),
        ("Win.", "Win."),
        ("No.", "No."),
        ("Es así.Luego vino.", "Es así.Luego vino."),
    ]);
}
