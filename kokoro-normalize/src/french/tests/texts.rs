//! Sentences as they are met in news, advertisements and chats.

use super::check;

#[test]
fn texts() {
    check(&[
        (
            "Cuire 25-30 min à 180 °C.",
            "Cuire vingt-cinq à trente minutes à cent quatre-vingts degrés Celsius.",
        ),
        ("Pour 4 pers. : 250 g", "Pour quatre personnes : deux cent cinquante grammes"),
        ("10 m. de long", "dix mètres de long"),
        ("la finale du sam. 25/5", "la finale du samedi vingt-cinq mai"),
        ("la loi n° 2016-1088", "la loi numéro deux mille seize mille quatre-vingt-huit"),
        ("n°1 des ventes", "numéro un des ventes"),
        ("1m75", "un mètre soixante-quinze"),
        ("au IIe s. apr. J.-C.", "au deuxième siècle après Jésus-Christ."),
        ("x² + y² = z²", "x au carré plus y au carré égale z au carré"),
        ("18,5/20 en français", "dix-huit virgule cinq sur vingt en français"),
        ("le 4x100 m", "le quatre fois cent mètres"),
        ("1 h 5 min. Puis rien.", "une heure cinq minutes. Puis rien."),
        ("#BonneAnnée", "hashtag Bonne Année"),
        ("1 sœur et 1 frère", "une sœur et un frère"),
        ("le 0 800 123 456", "le zéro huit cents cent vingt-trois quatre cent cinquante-six"),
        ("la v2.3.1", "la v deux point trois point un"),
        ("2'30''", "deux minutes trente secondes"),
        ("au Ve s.", "au cinquième siècle."),
        ("Il pèse 70 kg. 1m75.", "Il pèse soixante-dix kilogrammes. un mètre soixante-quinze."),
        ("la touche F2", "la touche F deux"),
        ("la section 3.1.11", "la section trois point un point onze"),
        ("une note[12]", "une note"),
        ("Malcolm X", "Malcolm X"),
        ("cf. Section 4", "confer Section quatre"),
        ("Bonjour 😀", "Bonjour"),
        ("0x13", "zéro x treize"),
        ("lun.-ven. 9h-12h30", "lundi à vendredi neuf heures à douze heures trente"),
        ("25 cts", "vingt-cinq centimes"),
        ("Bd St-Michel", "boulevard saint Michel"),
        ("MM., Mmes", "messieurs, mesdames"),
        ("1,5 M d'habitants", "un virgule cinq million d'habitants"),
        ("5,5 l/100 km", "cinq virgule cinq litres par cent kilomètres"),
        ("Échelle 1/50 000", "Échelle un sur cinquante mille"),
        ("120/80", "cent vingt sur quatre-vingts"),
        ("2h00'35\"", "deux heures et trente-cinq secondes"),
        ("la S.N.C.F. et l'O.N.U.", "la SNCF et l'ONU."),
        (
            "Tél : 01 42 68 53 00",
            "téléphone : zéro un quarante-deux soixante-huit cinquante-trois zéro zéro",
        ),
        ("max 32°, min 18°", "max trente-deux degrés, min dix-huit degrés"),
    ]);
}
