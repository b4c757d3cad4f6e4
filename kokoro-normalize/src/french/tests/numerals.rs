//! Roman numerals.

use super::check;

#[test]
fn numerals() {
    check(&[
        ("le XXIe siècle", "le vingt et unième siècle"),
        ("au XIXᵉ siècle", "au dix-neuvième siècle"),
        ("XVIIIème siècle", "dix-huitième siècle"),
        ("Louis XIV", "Louis quatorze"),
        ("Louis XVI", "Louis seize"),
        ("François Ier", "François premier"),
        ("Napoléon III", "Napoléon trois"),
        ("Henri IV", "Henri quatre"),
        ("Élisabeth II", "Élisabeth deux"),
        ("Jean-Paul II", "Jean-Paul deux"),
        ("la Ve République", "la cinquième République"),
        ("chapitre IV", "chapitre quatre"),
        ("tome II", "tome deux"),
        ("acte I", "acte premier"),
        ("Pie XII", "Pie douze"),
        ("vitamine C", "vitamine C"),
        ("Li Qin", "Li Qin"),
        ("MIX", "MIX"),
        ("Le Ier siècle", "Le premier siècle"),
    ]);
}
