//! Texts in Portuguese and how they are read.

use mapped_text::MappedText;

use crate::{Options, portuguese};

/// Checks that each text is read as expected, and shows all that are not.
fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let read = portuguese(&MappedText::from_source(text), &[], &Options::default()).text;
            let same = read.as_str() == *expected;
            (!same).then(|| format!("{text}\n  is     {}\n  not as {expected}", read.as_str()))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn counts() {
    check(&[
        ("2 páginas e 1 livro", "duas páginas e um livro"),
        ("200 pessoas", "duzentas pessoas"),
        ("21 mulheres", "vinte e uma mulheres"),
        ("1.000 vezes", "mil vezes"),
        ("2.500.000 habitantes", "dois milhões e quinhentos mil habitantes"),
        ("-3,5", "menos três vírgula cinco"),
        ("2,5 milhões", "dois vírgula cinco milhões"),
        ("1º lugar e 2ª vez", "primeiro lugar e segunda vez"),
        ("3/4 de litro", "três quartos de litro"),
        ("1/2 kg", "meio quilo"),
        ("1 1/2", "um e um meio"),
        ("10-20 alunos", "dez a vinte alunos"),
        ("50%", "cinquenta por cento"),
        ("2 + 2 = 4", "dois mais dois é igual a quatro"),
    ]);
}

#[test]
fn calendar_and_clock() {
    check(&[
        ("5/11/2023", "cinco de novembro de dois mil e vinte e três"),
        ("1º de maio", "primeiro de maio"),
        ("em 15 de março de 1999", "em quinze de março de mil novecentos e noventa e nove"),
        ("às 14h30", "às catorze horas e trinta"),
        ("às 8:15", "às oito horas e quinze"),
        ("às 14.30", "às catorze horas e trinta"),
        ("1h", "uma hora"),
        ("às 3 p.m. em ponto", "às três horas da tarde em ponto"),
        ("das 9h às 18h", "das nove horas às dezoito horas"),
        ("2 h 30 min", "duas horas e trinta minutos"),
    ]);
}

#[test]
fn money_and_measures() {
    check(&[
        ("R$ 5,50", "cinco reais e cinquenta centavos"),
        ("R$ 0,20", "vinte centavos"),
        ("R$ 1 milhão", "um milhão de reais"),
        ("R$ 2,5 bilhões", "dois vírgula cinco bilhões de reais"),
        ("US$ 10", "dez dólares americanos"),
        ("€ 2,01", "dois euros e um centavo"),
        ("25°C", "vinte e cinco graus Celsius"),
        ("200 g", "duzentos gramas"),
        ("80 km/h", "oitenta quilômetros por hora"),
        (
            "o 40º aniversário, ensino de 1º grau",
            "o quadragésimo aniversário, ensino de primeiro grau",
        ),
        ("faz 35º hoje", "faz trinta e cinco graus hoje"),
        ("10 m²", "dez metros quadrados"),
    ]);
}

#[test]
fn registered_numbers_and_telephones() {
    check(&[
        ("CEP 01310-100", "CEP zero um três um zero um zero zero"),
        ("CPF 123.456.789-09", "CPF um dois três quatro cinco seis sete oito nove zero nove"),
        (
            "CNPJ 12.345.678/0001-95",
            "CNPJ um dois três quatro cinco seis sete oito zero zero zero um nove cinco",
        ),
        ("(11) 99999-8888", "um um nove nove nove nove nove oito oito oito oito"),
        (
            "+55 11 3333-4444",
            "mais cinco cinco um um três três três três quatro quatro quatro quatro",
        ),
    ]);
}

#[test]
fn short_forms_and_numerals() {
    check(&[
        ("O Sr. Silva e a Dra. Lima", "O senhor Silva e a doutora Lima"),
        ("Av. Paulista, nº 100", "avenida Paulista, número cem"),
        ("pão, leite, etc.", "pão, leite, etcétera."),
        ("pág. 25", "página vinte e cinco"),
        ("século XXI", "século vinte e um"),
        ("século V", "século quinto"),
        ("Dom Pedro II", "Dom Pedro segundo"),
        ("João XXIII", "João vinte e três"),
        ("a II Guerra", "a segunda Guerra"),
        ("capítulo IV", "capítulo quatro"),
        ("www.uol.com.br", "W W W ponto U O L ponto com ponto B R"),
        ("ana@site.com", "ana arroba site ponto com"),
    ]);
}

#[test]
fn results_and_times_a_week() {
    check(&[
        ("Brasil 2 x 1 Argentina", "Brasil dois a um Argentina"),
        ("venceu por 3x0", "venceu por três a zero"),
        ("3 x 1 e 3 x 4 m", "três vezes um e três por quatro metros"),
        ("10x de R$ 50", "dez vezes de cinquenta reais"),
        ("22 mil pessoas e 1 mil reais", "vinte e duas mil pessoas e mil reais"),
        ("3ª feira e 6a-feira", "terça-feira e sexta-feira"),
        ("2as e 4as", "segundas e quartas"),
        ("de seg. a sex.", "de segunda-feira a sexta-feira."),
        ("seg-sex", "segunda-feira a sexta-feira"),
        (
            "15h da tarde e 23:18 da tarde",
            "três horas da tarde e vinte e três horas e dezoito da tarde",
        ),
        ("os anos '80", "os anos oitenta"),
        ("subiu 2,5 p.p. em maio", "subiu dois vírgula cinco pontos percentuais em maio"),
        ("24/7", "vinte e quatro por sete"),
    ]);
}

#[test]
fn names_and_codes() {
    check(&[
        ("Ligue para 555-1234", "Ligue para cinco cinco cinco um dois três quatro"),
        (
            "3333-4444, ramal 205",
            "três três três três quatro quatro quatro quatro, ramal dois zero cinco",
        ),
        ("RG 12.345.678-9", "RG um dois três quatro cinco seis sete oito nove"),
        ("Lei 14.133/2021", "Lei catorze mil cento e trinta e três barra dois mil e vinte e um"),
        ("2500-3000 pessoas", "duas mil e quinhentas a três mil pessoas"),
        ("D. Maria, D. Pedro e D. Inês", "dona Maria, dom Pedro e dona Inês"),
        ("J. D. Lima", "J. D. Lima"),
        ("pão s/ sal c/ queijo", "pão sem sal com queijo"),
        ("Cia. Brasileira", "companhia Brasileira"),
        ("O Dr. chegou com a Dra.", "O doutor chegou com a doutora."),
        ("séculos XV-XVI", "séculos quinze a dezesseis"),
        ("o MIX e o CD", "o MIX e o CD"),
        ("2 xíc. de chá", "duas xícaras de chá"),
    ]);
}
