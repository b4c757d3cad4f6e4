//! Years, dates and times.

use super::check;
use crate::Dialect;

#[test]
fn years() {
    check(
        Dialect::American,
        &[
            ("In 1984, cars", "In nineteen eighty four, cars"),
            ("1984 was it", "nineteen eighty four was it"),
            ("born in 1066", "born in ten sixty six"),
            ("the 1500 men", "the one thousand five hundred men"),
            ("1035 cans", "one thousand thirty five cans"),
            ("over 1500 pages", "over one thousand five hundred pages"),
            ("2026 members", "two thousand twenty six members"),
            ("by 2030", "by twenty thirty"),
            ("1980–1986", "nineteen eighty to nineteen eighty six"),
            ("1980-86", "nineteen eighty to eighty six"),
            ("1999–2005", "nineteen ninety nine to two thousand five"),
            ("in 2005", "in two thousand five"),
            ("the year 2000", "the year two thousand"),
            ("340 BC", "three forty B C"),
            ("AD 79", "A D seventy nine"),
            ("44 B.C. He died", "forty four B C. He died"),
            ("3000–2500 BC", "three thousand to twenty five hundred B C"),
        ],
    );
}

#[test]
fn decades() {
    check(
        Dialect::American,
        &[
            ("the 1960s", "the nineteen sixties"),
            ("the '90s", "the nineties"),
            ("the 80's", "the eighties"),
            ("mid-1980s", "mid-nineteen eighties"),
            ("1960s–80s", "nineteen sixties to eighties"),
            ("in her 20s", "in her twenties"),
            ("the 1800s", "the eighteen hundreds"),
            ("'99 and the class of '05", "ninety nine and the class of oh five"),
        ],
    );
}

#[test]
fn quarters() {
    check(
        Dialect::American,
        &[
            ("Q3 2024", "the third quarter of twenty twenty four"),
            ("3Q22", "the third quarter of twenty two"),
            ("1H23", "the first half of twenty three"),
            ("FY25", "fiscal year twenty five"),
            ("Q1", "Q one"),
        ],
    );
}

#[test]
fn dates() {
    check(
        Dialect::American,
        &[
            ("2026-01-05", "January fifth, twenty twenty six"),
            ("2026/1/5", "January fifth, twenty twenty six"),
            ("1/5/2026", "January fifth, twenty twenty six"),
            ("01/05/26", "January fifth, twenty six"),
            ("13/5/2026", "the thirteenth of May, twenty twenty six"),
            ("15.01.2020", "the fifteenth of January, twenty twenty"),
            ("Mon., Jan. 5, 2026", "Monday, January fifth, twenty twenty six"),
            ("Jan 5th", "January fifth"),
            ("June 13", "June thirteenth"),
            ("13 June 2020", "the thirteenth of June twenty twenty"),
            ("the 26th May", "the twenty sixth of May"),
            ("Sept. 2020", "September twenty twenty"),
            ("May 5", "May fifth"),
            ("the 5 may be", "the five may be"),
            ("March 20 people came", "March twenty people came"),
            ("In May 20 people came", "In May twenty people came"),
            ("June 13–15", "June thirteenth to fifteenth"),
            ("13–15 June", "the thirteenth to the fifteenth of June"),
            ("1 Jan.–3 Feb.", "the first of January to the third of February."),
            ("June 5 – July 7", "June fifth to July seventh"),
            ("Jan.–Mar. 2020", "January to March twenty twenty"),
            ("Mon–Fri", "Monday to Friday"),
            ("on 3/4", "on March fourth"),
            ("Tu (2/22)", "Tuesday (February twenty second)"),
            ("due 10/31", "due October thirty first"),
            ("Jan-15-2020", "January fifteenth twenty twenty"),
            ("25 sept. and 5 jan", "the twenty fifth of September and the fifth of January"),
            ("Jan '99", "January ninety nine"),
        ],
    );
}

#[test]
fn times() {
    check(
        Dialect::American,
        &[
            ("3:05", "three oh five"),
            ("10:00", "ten o'clock"),
            ("10am, 9:30PM", "ten A M, nine thirty P M"),
            ("17:30, 17:00", "seventeen thirty, seventeen hundred"),
            ("0:30", "zero thirty"),
            ("12:00 noon", "twelve noon"),
            ("5 p.m. He left", "five P M. He left"),
            ("at 5 p.m. he left", "at five P M he left"),
            ("at 5 p.m., he left", "at five P M, he left"),
            ("5–7 pm", "five to seven P M"),
            ("5pm-7 pm", "five P M to seven P M"),
            ("9:00–17:00", "nine o'clock to seventeen hundred"),
            ("4:00 am - 8:12 pm", "four A M to eight twelve P M"),
            ("9:30 a.m. EST", "nine thirty A M E S T"),
            ("10:00 UTC", "ten o'clock U T C"),
            ("GMT+2", "G M T plus two"),
            ("1:10:05", "one hour ten minutes and five seconds"),
            ("2026-01-05T10:30:00Z", "January fifth, twenty twenty six, ten thirty U T C"),
            ("at 0600 and 1630", "at oh six hundred and sixteen thirty"),
            ("at 1630 hours", "at sixteen thirty hours"),
            ("9-5", "nine to five"),
        ],
    );
}

#[test]
fn verses() {
    check(
        Dialect::American,
        &[
            ("John 3:16", "John three sixteen"),
            ("Luke 2:1-7", "Luke two one to seven"),
            ("1 Corinthians 13:4", "first Corinthians thirteen four"),
            ("Gen 1:1 and Ps. 23:4", "Genesis one one and Psalm twenty three four"),
            ("1 Cor. 13:4–7", "first Corinthians thirteen four to seven"),
            ("Is 5:30 fine? Call Dan 3:30.", "Is five thirty fine? Call Dan three thirty."),
        ],
    );
}
