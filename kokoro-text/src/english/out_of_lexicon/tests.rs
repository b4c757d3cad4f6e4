//! Words of each kind, for a listener to go through: `cargo test -p kokoro-text out_of_lexicon`.

use std::sync::LazyLock;

use kokoro_normalize::Dialect;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::OutOfLexicon;
use crate::english::engine::Dictionary;
use crate::word::Origin;

static AMERICAN: LazyLock<OutOfLexicon> = LazyLock::new(|| open(Dialect::American));
static BRITISH: LazyLock<OutOfLexicon> = LazyLock::new(|| open(Dialect::British));

fn open(dialect: Dialect) -> OutOfLexicon {
    OutOfLexicon::new(dialect).expect("the data of the program can be opened")
}

fn say(dialect: Dialect, word: &str) -> Option<(String, Origin)> {
    let all = match dialect {
        Dialect::American => &AMERICAN,
        Dialect::British => &BRITISH,
    };
    all.pronounce(word, None, &Dictionary::of(dialect))
}

/// Words by kind, where their pronunciations come from, and how both dialects say them.
const TABLE: &str = include_str!("../../../tests/data/out_of_lexicon.tsv");

#[test]
fn words_of_every_kind_are_said_as_in_the_table() {
    let mut wrong = Vec::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let &[word, origin, american, british] = columns.as_slice() else {
            panic!("four columns: {line}");
        };
        for (dialect, phonemes) in [(Dialect::American, american), (Dialect::British, british)] {
            let found = say(dialect, word);
            let fits = found.as_ref().is_some_and(|found| found.0 == phonemes)
                && (dialect == Dialect::British
                    || found.as_ref().is_some_and(|found| format!("{:?}", found.1) == origin));
            if !fits {
                wrong.push(format!("{word}: {found:?}, expected {phonemes}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn other_scripts_and_signs_are_left_to_the_caller() {
    for word in ["", "Привет", "日本", "—", "…", "😀", "'", "ー", "ñandú日"] {
        assert_eq!(say(Dialect::American, word), None, "{word}");
    }
}

#[test]
fn the_commonest_names_are_not_spelled() {
    for word in NAMES.split_whitespace() {
        for dialect in [Dialect::American, Dialect::British] {
            let (phonemes, origin) = say(dialect, word).expect("a name has letters");
            assert!(origin != Origin::Letters && phonemes.contains('ˈ'), "{word}: {phonemes}");
        }
    }
}

/// Given names and surnames of the censuses of the United States, which are in the public domain,
/// that misaki's lexicons lack, and international ones.
const NAMES: &str = "\
Agustin Alejandra Alfreda Alyson Amparo Angelia Annmarie Antwan Araceli Arron Ashlee Audra \
Aurelia Beatriz Bettie Bettye Bradly Brandie Brittney Carmella Casandra Cathryn Chasity \
Christoper Concetta Consuelo Corine Corrine Damion Danial Deandre Deann Deanne Deena Diann \
Earnestine Edgardo Edwardo Efrain Efren Elisa Eliseo Esmeralda Esperanza Estela Evangelina \
Felecia Freida Genaro Graciela Harriett Heriberto Hershel Isiah Isidro Jamaal Jame Jamel \
Janell Janelle Jannie Jeannine Jenifer Jerrod Joesph Josefa Josue Kaitlin Katelyn Katheryn \
Kathrine Katina Keisha Kennith Keri Kieth Ladonna Lakeisha Lakisha Latonya Lavern Lavonne \
Lawanda Leanna Leanne Lemuel Leonor Lessie Luann Lynnette Margarito Maricela Marisol \
Maritza Maryellen Mayra Mcintosh Mcintyre Mclaughlin Mcleod Meagan Melisa Milagros Nannie \
Noemi Odis Osvaldo Patrica Pearlie Porfirio Rebekah Rigoberto Robt Roseann Rosendo Socorro \
Staci Stephens Stephenson Tabatha Tameka Tamera Tamika Tammi Tamra Tanisha Tisha Trina \
Twila Valarie Vonda Wilda Wm Yesenia Abbott Adan Adolph Ahmad Alberto Alfonzo Alissa Alma \
Althea Alyce Amie Andrews Angelita Annabelle Antone Armand Arturo Aurelio Ayers Barr \
Beasley Benson Berta Bianca Blevins Boris Brennan Brice Brooke Buchanan Burnett Caitlin \
Camacho Cantu Carlson Carole Castaneda Cecil Celina Chaney Chen Christi Clarissa Clements \
Colby Connie Corinne Crawford Curtis Danielle Dario Darrell Daugherty Debra Deleon Deloris \
Derek Diane Diego Dixon Dominick Donnell Dorsey Doyle Dylan Eddie Effie Elena Elliot \
Eloise Elvia Emerson Emory Erickson Errol Estes Eugenio Evelyn Faye Fernando Fitzpatrick \
Fran Frederic Fulton Garcia Gayle Gerard Gilberto Gina Goff Gordon Gregorio Gustavo Haley \
Hanson Harris Haynes Hendrix Hernandez Higgins Hiram Hollis Horton Hubert Ian Ina Irene \
Issac Jacqueline Jami Janice Jarrett Jeanette Jefferson Jerald Jerri Jimmie Jocelyn \
Johnathon Joni Josie Judson Kara Karla Kathleen Kaufman Kelli Kenneth Kidd Klein Kory \
Kristin Kurt Landon Larson Lauri Leah Lelia Leona Lesa Letitia Lillie Livingston Lon \
Lorenzo Lott Louise Lucile Luisa Lyman Macias Maggie Mamie Marcelino Margaret Mariano \
Marjorie Martha Marylou Matthew Maurice Mccall Mccormick Mcfadden Mckenzie Mcneil Melanie \
Mendez Meyer Michelle Minnie Moises Moreno Munoz Myron Natalie Ned Nichole Nielsen Noelle \
Normand Oconnor Olen Omar Ortega Otis Parrish Patrick Paulette Percy Phyllis Pratt Rachael \
Ramon Ratliff Reese Reinaldo Reyna Rickie Robbie Robinson Rodger Rodriguez Rollins \
Roosevelt Rosalyn Ross Royce Ruiz Ruthie Salazar Sandoval Schmidt Sean Shaffer Sharron \
Shelby Sherri Silva Solis Sosa Steele Stevenson Susanna Sweeney Talley Tasha Terri \
Theodore Tia Tonia Travis Truman Valencia Vasquez Velez Vickie Vito Walton Weldon Wiggins \
Wilford Willard Winfred Wong Yates Zachary Nguyen Siobhan Xavier Zoë Dvořák Rodríguez \
Patel Saoirse Nguyễn Björk";

#[test]
fn long_tokens_take_linear_time() {
    for piece in
        ["a", "-", "a-", "1", "a1", "'", "é", "B-", "aA", "un", "W-what-", "'s", "_.", "xq"]
    {
        let word = piece.repeat(20_000 / piece.len());
        let start = std::time::Instant::now();
        let _ = say(Dialect::American, &word);
        assert!(start.elapsed().as_secs() < 30, "{piece}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn no_token_makes_it_panic(word in "[a-cA-C'é1-3.\\-&]{0,12}|\\PC{0,20}") {
        let _ = say(Dialect::American, &word);
    }
}

#[test]
fn listed_words_win_over_endings_if_they_are_names() {
    for (dialect, expected) in [(Dialect::American, "lˈukəs"), (Dialect::British, "lˈuːkəs")] {
        let words = OutOfLexicon::new(dialect).expect("the data of the program");
        assert_eq!(words.listed("Lucas", false).as_deref(), Some(expected));
        assert!(words.listed("Distances", false).is_none());
    }
}
