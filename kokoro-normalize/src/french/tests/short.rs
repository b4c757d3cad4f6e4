//! Abbreviations and signs.

use super::check;

#[test]
fn short() {
    check(&[
        ("M. Dupont et Mme Durand", "monsieur Dupont et madame Durand"),
        ("MM. Dupont et Durand", "messieurs Dupont et Durand"),
        ("Mlle Martin", "mademoiselle Martin"),
        ("le Dr Martin", "le docteur Martin"),
        ("le Pr Raoult", "le professeur Raoult"),
        ("Me Dupond", "maître Dupond"),
        ("Me voilà", "Me voilà"),
        ("Mr Dupont", "monsieur Dupont"),
        ("la Dre Knock", "la docteure Knock"),
        ("page 3/10", "page trois sur dix"),
        ("t. III", "tome trois"),
        ("art. 5, al. 2", "article cinq, alinéa deux"),
        ("c-à-d demain", "c'est-à-dire demain"),
        ("Il est là. M. Dupont arrive.", "Il est là. Monsieur Dupont arrive."),
        ("Fin. 45 % des gens", "Fin. Quarante-cinq pour cent des gens"),
        ("Vrai ? 3 fois !", "Vrai ? Trois fois !"),
        ("à 14 h. 3 fois", "à quatorze heures. trois fois"),
        ("le lun. 3 mai", "le lundi trois mai"),
        ("St-Étienne", "saint Étienne"),
        ("Ste Thérèse", "sainte Thérèse"),
        ("des fruits, p. ex. des poires", "des fruits, par exemple des poires"),
        ("du pain, etc.", "du pain, et cetera."),
        ("du pain, etc., et de l'eau", "du pain, et cetera, et de l'eau"),
        ("en 52 av. J.-C.", "en cinquante-deux avant Jésus-Christ."),
        ("en 52 av. J.-C. César", "en cinquante-deux avant Jésus-Christ. César"),
        ("p. 25", "page vingt-cinq"),
        ("pp. 25-30", "pages vingt-cinq à trente"),
        ("n° 5", "numéro cinq"),
        ("N° 7", "numéro sept"),
        ("art. 14", "article quatorze"),
        ("12, bd Voltaire", "douze, boulevard Voltaire"),
        ("10 av. Foch", "dix avenue Foch"),
        ("vol. 3", "volume trois"),
        (
            "tél. 01 23 45 67 89",
            "téléphone zéro un vingt-trois quarante-cinq soixante-sept quatre-vingt-neuf",
        ),
        ("J. D. Salinger", "J. D. Salinger"),
        ("R&D", "R et D"),
        ("Dupont & fils", "Dupont et fils"),
        ("§ 5", "paragraphe cinq"),
        ("#5", "numéro cinq"),
        ("rdv à 8h", "rendez-vous à huit heures"),
    ]);
}
