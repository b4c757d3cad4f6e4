//! Days, years and times.

use super::check;

#[test]
fn calendar() {
    check(&[
        ("le 14/07/1789", "le quatorze juillet mille sept cent quatre-vingt-neuf"),
        ("le 14.07.1789", "le quatorze juillet mille sept cent quatre-vingt-neuf"),
        ("2023-12-05", "cinq décembre deux mille vingt-trois"),
        ("le 1/1/2024", "le premier janvier deux mille vingt-quatre"),
        ("le 1er mai 2023", "le premier mai deux mille vingt-trois"),
        ("le 5 mai", "le cinq mai"),
        ("le 25 déc. 2020", "le vingt-cinq décembre deux mille vingt"),
        ("le 25 déc.", "le vingt-cinq décembre."),
        ("du 3 au 5 juin", "du trois au cinq juin"),
        ("lun. 3 avril", "lundi trois avril"),
        ("né en 1980", "né en mille neuf cent quatre-vingts"),
        ("le 3 mars 1980", "le trois mars mille neuf cent quatre-vingt"),
        ("en mai 2021", "en mai deux mille vingt et un"),
        ("les années 80", "les années quatre-vingts"),
        ("le 11/9", "le onze septembre"),
        ("le 17-18 juin", "le dix-sept à dix-huit juin"),
        ("5/5/21", "cinq mai deux mille vingt et un"),
        ("à 14h30", "à quatorze heures trente"),
        ("à 14 h 30", "à quatorze heures trente"),
        ("à 14:30", "à quatorze heures trente"),
        ("à 8h", "à huit heures"),
        ("à 1h", "à une heure"),
        ("à 21h", "à vingt et une heures"),
        ("à 21h21", "à vingt et une heures vingt et une"),
        ("à 0h15", "à zéro heure quinze"),
        ("de 9h à 18h", "de neuf heures à dix-huit heures"),
        ("9h-18h", "neuf heures à dix-huit heures"),
        ("2 h", "deux heures"),
        ("2h30min", "deux heures trente minutes"),
        ("en 1:02:03", "en une heure deux minutes et trois secondes"),
        ("18 h 05", "dix-huit heures cinq"),
        ("13h00", "treize heures"),
        ("5 pm", "cinq heures de l'après-midi"),
        ("toutes les 30 min", "toutes les trente minutes"),
        ("20 h GMT", "vingt heures G M T"),
    ]);
}
