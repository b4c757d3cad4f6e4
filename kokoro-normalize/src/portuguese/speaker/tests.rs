//! What Portuguese says, for every kind.

use crate::Options;
use crate::say_as::testing::check;

#[test]
fn all_kinds() {
    check(
        &|text, how, sign| super::say_as(text, how, &Options::default(), sign),
        &[
            ("1.234", "cardinal", "mil duzentos e trinta e quatro"),
            ("-3,5", "number", "menos três vírgula cinco"),
            ("3", "ordinal", "terceiro"),
            ("2ª", "ordinal", "segunda"),
            ("105", "digits", "um zero cinco"),
            ("a1b-2", "characters", "A um B hífen dois"),
            ("Ana", "spell-out", "A N A"),
            ("ibge", "acronym", "IBGE"),
            ("1/5/2026", "date dmy", "primeiro de maio de dois mil e vinte e seis"),
            ("5/1/2026", "date mdy", "primeiro de maio de dois mil e vinte e seis"),
            ("2026-05-02", "date", "dois de maio de dois mil e vinte e seis"),
            ("5/2026", "date my", "maio de dois mil e vinte e seis"),
            ("7/9", "date dm", "sete de setembro"),
            ("14:30", "time hms24", "catorze horas e trinta"),
            ("15:00", "time", "quinze horas"),
            ("3:45pm", "time hms12", "três horas e quarenta e cinco da tarde"),
            ("1:18:30", "duration hms", "uma hora dezoito minutos e trinta segundos"),
            ("1:30", "duration hm", "uma hora e trinta minutos"),
            ("1'21\"", "time", "um minuto e vinte e um segundos"),
            (
                "(11) 98765-4321",
                "telephone",
                "um um, nove oito sete seis cinco, quatro três dois um",
            ),
            ("3232 ext. 5", "telephone", "três dois três dois, ramal cinco"),
            ("R$ 42,50", "currency", "quarenta e dois reais e cinquenta centavos"),
            ("3 EUR", "currency", "três euros"),
            ("3/8", "fraction", "três oitavos"),
            ("5+1/2", "fraction", "cinco e um meio"),
            ("10km", "unit", "dez quilômetros"),
            ("Av. Paulista, 1000", "address", "avenida Paulista, mil"),
            ("Ana", "name", "Ana"),
            ("droga", "expletive", "bipe"),
        ],
    );
}
