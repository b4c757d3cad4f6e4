//! Portuguese abbreviations.

use crate::cursor::Match;
use crate::european::context;
use crate::european::grammar::{Abbreviation, Follow, Found, Place};
use crate::reader::Reader;

/// Those that are read in full. Where one begins another, the longer one stands first.
pub(crate) const ABBREVIATIONS: &[Abbreviation] = &[
    ("a. C.", "antes de Cristo", Follow::Any),
    ("a.C.", "antes de Cristo", Follow::Any),
    ("d. C.", "depois de Cristo", Follow::Any),
    ("d.C.", "depois de Cristo", Follow::Any),
    ("E.U.A.", "Estados Unidos", Follow::Any),
    ("EUA", "Estados Unidos", Follow::Any),
    ("Srs.", "senhores", Follow::Name),
    ("Sras.", "senhoras", Follow::Name),
    ("Srta.", "senhorita", Follow::Name),
    ("Sra.", "senhora", Follow::Name),
    ("Sr.", "senhor", Follow::Name),
    ("Drs.", "doutores", Follow::Name),
    ("Dra.", "doutora", Follow::Name),
    ("Dr.", "doutor", Follow::Name),
    ("D.", "dom", Follow::Name),
    ("Profª", "professora", Follow::Any),
    ("Profª.", "professora", Follow::Any),
    ("Profa.", "professora", Follow::Name),
    ("Prof.", "professor", Follow::Name),
    ("Eng.", "engenheiro", Follow::Name),
    ("Engª", "engenheira", Follow::Any),
    ("Gen.", "general", Follow::Name),
    ("Cel.", "coronel", Follow::Name),
    ("Cap.", "capitão", Follow::Name),
    ("Ten.", "tenente", Follow::Name),
    ("Sgt.", "sargento", Follow::Name),
    ("Pe.", "padre", Follow::Name),
    ("Sto.", "santo", Follow::Name),
    ("Sta.", "santa", Follow::Name),
    ("Exmo.", "excelentíssimo", Follow::Name),
    ("Exma.", "excelentíssima", Follow::Name),
    ("Ilmo.", "ilustríssimo", Follow::Name),
    ("Ilma.", "ilustríssima", Follow::Name),
    ("V. Exa.", "vossa excelência", Follow::Any),
    ("V. S.ª", "vossa senhoria", Follow::Any),
    ("Jr.", "júnior", Follow::Any),
    ("S.A.", "sociedade anônima", Follow::Any),
    ("s/a", "sociedade anônima", Follow::Any),
    ("S/A", "sociedade anônima", Follow::Any),
    ("Ltda.", "limitada", Follow::Any),
    ("Cia.", "companhia", Follow::Inside),
    ("p. ex.", "por exemplo", Follow::Any),
    ("etc.", "etcétera", Follow::Any),
    ("págs.", "páginas", Follow::Number),
    ("pág.", "página", Follow::Number),
    ("pp.", "páginas", Follow::Number),
    ("p.", "página", Follow::Number),
    ("caps.", "capítulos", Follow::Number),
    ("cap.", "capítulo", Follow::Number),
    ("sécs.", "séculos", Follow::Any),
    ("séc.", "século", Follow::Any),
    ("vols.", "volumes", Follow::Any),
    ("vol.", "volume", Follow::Any),
    ("arts.", "artigos", Follow::Number),
    ("art.", "artigo", Follow::Number),
    ("inc.", "inciso", Follow::Numeral),
    ("fig.", "figura", Follow::Number),
    ("ed.", "edição", Follow::Any),
    ("nºs", "números", Follow::Any),
    ("n.º", "número", Follow::Any),
    ("nº", "número", Follow::Any),
    ("n°", "número", Follow::Any),
    ("n.", "número", Follow::Number),
    ("núm.", "número", Follow::Any),
    ("tels.", "telefones", Follow::Any),
    ("tel.", "telefone", Follow::Any),
    ("cel.", "celular", Follow::Number),
    ("ext.", "extensão", Follow::Number),
    ("ramal.", "ramal", Follow::Number),
    ("aprox.", "aproximadamente", Follow::Any),
    ("máx.", "máximo", Follow::Any),
    ("mín.", "mínimo", Follow::Any),
    ("depto.", "departamento", Follow::Any),
    ("dept.", "departamento", Follow::Any),
    ("gov.", "governo", Follow::Any),
    ("min.", "ministro", Follow::Name),
    ("hab.", "habitantes", Follow::Any),
    ("avs.", "avenidas", Follow::Name),
    ("av.", "avenida", Follow::Name),
    ("R.", "rua", Follow::Name),
    ("al.", "alameda", Follow::Name),
    ("pça.", "praça", Follow::Inside),
    ("rod.", "rodovia", Follow::Name),
    ("estr.", "estrada", Follow::Name),
    ("trav.", "travessa", Follow::Name),
    ("apto.", "apartamento", Follow::Any),
    ("ap.", "apartamento", Follow::Number),
    ("bl.", "bloco", Follow::Any),
    ("qd.", "quadra", Follow::Any),
    ("lt.", "lote", Follow::Number),
    ("R$", "reais", Follow::Any),
    ("US$", "dólares", Follow::Any),
    ("s/n", "sem número", Follow::Any),
    ("c/", "com", Follow::Any),
    ("s/", "sem", Follow::Any),
    ("p/", "para", Follow::Any),
    ("obs.", "observação", Follow::Any),
    ("ref.", "referência", Follow::Any),
    ("vs.", "versus", Follow::Any),
    ("atte.", "atenciosamente", Follow::Any),
    ("kms.", "quilômetros", Follow::Any),
];

/// Women whose names do not end in "a".
const WOMEN: &[&str] = &["Beatriz", "Inês", "Isabel", "Leonor", "Raquel", "Ruth", "Carmen"];

/// The title of a woman, which is abbreviated as that of a man: "D. Maria" is "dona Maria".
pub(crate) fn lady(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    let free = context::may_begin(place) && !place.past().trim_end().ends_with('.');
    if !free || !reader.eat("D.") {
        return None;
    }
    let title = reader.at;
    reader.space();
    let name = reader.word();
    let woman = name.len() > 2 && name.ends_with('a') || WOMEN.contains(&name);
    (woman && name.starts_with(char::is_uppercase)).then(|| Match::words(title, "dona"))
}
