//! What English says, for every kind.

use crate::say_as::testing;
use crate::{Dialect, Options, SayAs};

/// Checks American readings.
fn check(cases: &[(&str, &str, &str)]) {
    check_in(Dialect::American, cases);
}

fn check_in(dialect: Dialect, cases: &[(&str, &str, &str)]) {
    let options = Options::default();
    testing::check(&|text, how, sign| super::say_as(text, how, dialect, &options, sign), cases);
}

#[test]
fn numbers() {
    check(&[
        ("1,234", "cardinal", "one thousand two hundred thirty four"),
        ("12345", "number", "twelve thousand three hundred forty five"),
        ("1984", "cardinal", "one thousand nine hundred eighty four"),
        ("-3.50", "cardinal", "minus three point five zero"),
        ("٤٢", "cardinal", "forty two"),
        ("007", "cardinal", "seven"),
        ("12 apples", "cardinal", "twelve apples"),
        ("1", "ordinal", "first"),
        ("3rd", "ordinal", "third"),
        ("1,000", "ordinal", "one thousandth"),
        ("22", "number:ordinal", "twenty second"),
        ("3/8", "fraction", "three eighths"),
        ("5+1/2", "fraction", "five and a half"),
        ("3 3/4", "fraction", "three and three quarters"),
        ("8/10", "fraction", "eight tenths"),
        ("24/7", "fraction", "twenty four sevenths"),
        ("½", "fraction", "one half"),
        ("3/8 of an inch", "fraction", "three eighths of an inch"),
    ]);
    check_in(Dialect::British, &[("105", "ordinal", "one hundred and fifth")]);
}

#[test]
fn digits_and_characters() {
    check(&[
        ("123456789", "number_digit", "one two three four five six seven eight nine"),
        ("1050", "digits", "one zero five zero"),
        ("4111-1111", "digits", "four one one one, one one one one"),
        ("A12", "digits", "A one two"),
        ("-5", "digits", "dash five"),
        ("can", "characters", "C A N"),
        ("test", "spell-out", "T E S T"),
        ("abc", "verbatim", "A B C"),
        ("a1b-2", "characters", "A one B dash two"),
        ("Hi!", "characters", "H I bang"),
        ("x.y@z", "characters", "X dot Y at Z"),
        ("Jo Ann", "spell-out", "J O, A N N"),
        ("3.14", "characters", "three dot one four"),
        ("你a", "characters", "你 A"),
        ("...", "characters", "dot dot dot"),
        ("n.a.s.a.", "acronym", "NASA"),
        ("fbi", "acronym", "FBI"),
        ("N. A. S. A.", "acronym", "NASA"),
        ("mp3", "acronym", "MP three"),
        ("the FBI", "acronym", "the FBI"),
        ("R&D", "acronym", "R and D"),
    ]);
}

#[test]
fn dates() {
    check(&[
        ("10-19-2016", "date mdy", "October nineteenth, twenty sixteen"),
        ("1960-09-10", "date yyyymmdd 1", "the tenth of September, nineteen sixty"),
        ("1960-09-10", "date ymd 2", "September tenth, nineteen sixty"),
        ("10-9-60", "date dmy", "September tenth, sixty"),
        ("10-9", "date dm 1", "the tenth of September"),
        ("20160922", "date", "September twenty second, twenty sixteen"),
        ("20160922", "date ymd", "September twenty second, twenty sixteen"),
        ("????0922", "date yyyymmdd", "September twenty second"),
        ("1/5/2026", "date", "January fifth, twenty twenty six"),
        ("2026/5/1", "date", "May first, twenty twenty six"),
        ("2026-1-5", "date ydm", "May first, twenty twenty six"),
        ("5/2026", "date my", "May twenty twenty six"),
        ("2026-05", "date ym", "May twenty twenty six"),
        ("5/6", "date md", "May sixth"),
        ("5/6", "date dm", "June fifth"),
        ("14", "date d", "the fourteenth"),
        ("12", "date m", "December"),
        ("1905", "date y", "nineteen oh five"),
        ("May 1, 2026", "date mdy", "May first, twenty twenty six"),
        ("1/5/00", "date dmy", "May first, two thousand"),
        ("40/40/2026", "date dmy", "forty forty over two thousand twenty six"),
    ]);
    check_in(
        Dialect::British,
        &[
            ("1/5/2026", "date", "the first of May, twenty twenty six"),
            ("1/5/2026", "date mdy 2", "January fifth, twenty twenty six"),
        ],
    );
}

#[test]
fn times_and_durations() {
    check(&[
        ("2:30pm", "time hms12", "two thirty P M"),
        ("09:00:00AM", "time hms12", "nine A M"),
        ("12:00", "time", "twelve o'clock"),
        ("15:30", "time hms12", "three thirty P M"),
        ("3:30 p.m.", "time hms24", "fifteen thirty"),
        ("0930", "time hms24", "nine thirty"),
        ("14:05", "time", "fourteen oh five"),
        ("14:05:09", "time hms24", "fourteen oh five and nine seconds"),
        ("7 am", "time", "seven A M"),
        ("1'21\"", "time", "one minute and twenty one seconds"),
        ("01:18:30", "duration hms", "one hour eighteen minutes and thirty seconds"),
        ("1:30", "duration hm", "one hour and thirty minutes"),
        ("1:30", "duration", "one minute and thirty seconds"),
        ("02:00:00", "duration", "two hours"),
        ("2h 1min", "duration", "two hours and one minute"),
        ("PT5M", "duration", "five minutes"),
        ("0:07.5", "duration ms", "seven point five seconds"),
        ("45", "duration s", "forty five seconds"),
        ("two hours", "duration", "two hours"),
    ]);
}

#[test]
fn telephones_money_and_the_rest() {
    check(&[
        ("(888) 555-1212", "telephone", "eight eight eight, five five five, one two one two"),
        ("2122241555", "telephone", "two one two, two two four, one five five five"),
        (
            "+1 (425) 555-0100",
            "telephone 1",
            "plus one, four two five, five five five, oh one oh oh",
        ),
        (
            "800-555-1212x55",
            "telephone",
            "eight oh oh, five five five, one two one two, extension five five",
        ),
        ("1-800-FLOWERS", "telephone", "one, eight hundred, flowers"),
        ("$42.01", "currency", "forty two dollars and one cent"),
        ("42.01 USD", "currency", "forty two U S dollars and one cent"),
        ("99.9 EUR", "currency", "ninety nine euros and ninety cents"),
        ("1.234,50 €", "currency", "one thousand two hundred thirty four euros and fifty cents"),
        ("5", "currency GBP", "five British pounds"),
        ("-$3", "currency", "minus three dollars"),
        ("10 foot", "unit", "ten foot"),
        ("1.75m", "unit", "one point seven five meters"),
        ("5ft3in", "unit", "five feet three inches"),
        ("10km", "unit", "ten kilometers"),
        (
            "150th CT NE, Redmond, WA",
            "address",
            "one hundred fiftieth Court Northeast, Redmond, Washington",
        ),
        (
            "123 Main St, Springfield, IL 62704",
            "address",
            "one twenty three Main Street, Springfield, Illinois six two seven oh four",
        ),
        ("ED", "name", "ED"),
        ("damn", "expletive", "beep"),
        ("damn", "bleep", "beep"),
        ("Bazinga", "interjection", "Bazinga"),
    ]);
}

#[test]
fn letters_are_named() {
    let how = SayAs::Characters;
    let said = super::say_as("ab1c", &how, Dialect::British, &Options::default(), &|_| None);
    assert_eq!((said.text.as_str(), said.letters), ("A B one C", vec![0..3, 8..9]));
}
