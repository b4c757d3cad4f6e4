//! Telephones, addresses, codes and sums.

use super::check;

#[test]
fn codes() {
    check(&[
        ("tel. 06 1234567", "telefono zero sei uno due tre quattro cinque sei sette"),
        ("+39 340 1234567", "più trentanove tre quattro zero uno due tre quattro cinque sei sette"),
        ("mario.rossi@esempio.it", "mario punto rossi chiocciola esempio punto I T"),
        ("Vai su www.esempio.it.", "Vai su W W W punto esempio punto I T."),
        ("la versione 2.0.1", "la versione due punto zero punto uno"),
        ("COVID-19", "COVID diciannove"),
        ("l'A4", "l'A quattro"),
        ("il 5G", "il cinque G"),
        ("2 + 2 = 4", "due più due uguale quattro"),
        ("10 - 3 = 7", "dieci meno tre uguale sette"),
        ("3 × 4 = 12", "tre per quattro uguale dodici"),
        ("10 ÷ 2", "dieci diviso due"),
        ("5 > 3", "cinque maggiore di tre"),
        ("Boeing 747", "Boeing settecentoquarantasette"),
        ("#5", "numero cinque"),
    ]);
}
