//! Telephones, addresses, codes and sums.

use super::check;

#[test]
fn codes() {
    check(&[
        ("06 12 34 56 78", "zéro six douze trente-quatre cinquante-six soixante-dix-huit"),
        ("01.23.45.67.89", "zéro un vingt-trois quarante-cinq soixante-sept quatre-vingt-neuf"),
        (
            "+33 6 12 34 56 78",
            "plus trente-trois six douze trente-quatre cinquante-six soixante-dix-huit",
        ),
        ("0800 123 456", "zéro huit zéro zéro cent vingt-trois quatre cent cinquante-six"),
        ("jean.dupont@exemple.fr", "jean point dupont arobase exemple point F R"),
        ("Voir www.exemple.fr.", "Voir W W W point exemple point F R."),
        (
            "https://fr.wikipedia.org/wiki/Soleil",
            "H T T P S deux-points slash slash F R point wikipedia point org slash wiki slash \
             Soleil",
        ),
        ("@marie_89", "arobase marie tiret bas huit neuf"),
        ("la version 2.0.1", "la version deux point zéro point un"),
        ("192.168.1.1", "un neuf deux point un six huit point un point un"),
        ("COVID-19", "COVID dix-neuf"),
        ("l'A6", "l'A six"),
        ("la 5G", "la cinq G"),
        ("MP3", "MP trois"),
        ("2 + 2 = 4", "deux plus deux égale quatre"),
        ("10 - 3 = 7", "dix moins trois égale sept"),
        ("3 × 4 = 12", "trois fois quatre égale douze"),
        ("5 > 3", "cinq est supérieur à trois"),
        ("10 ÷ 2", "dix divisé par deux"),
        ("75001 Paris", "soixante-quinze mille un Paris"),
        ("Boeing 747", "Boeing sept cent quarante-sept"),
        ("Il est là.Puis il part.", "Il est là.Puis il part."),
        ("20 !", "vingt !"),
        ("l'article 3", "l'article trois"),
        ("2 000 000 habitants", "deux millions d'habitants"),
        ("Vers 8h, Ver sacrum", "Vers huit heures, Ver sacrum"),
    ]);
}
