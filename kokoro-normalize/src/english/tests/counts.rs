//! Whole numbers, fractions, ranges and sums.

use super::check;
use crate::Dialect;

#[test]
fn whole_and_decimal() {
    check(
        Dialect::American,
        &[
            ("105 days", "one hundred five days"),
            (
                "1,000,000 and 12,34,567",
                "one million and one million two hundred thirty four thousand five hundred \
             sixty seven",
            ),
            ("1 000 000 of them", "one million of them"),
            ("1.000.000", "one million"),
            ("-7, −7 and A-7", "minus seven, minus seven and A seven"),
            ("4.75, 3.10 and .5", "four point seven five, three point one zero and point five"),
            ("20+ people", "twenty plus people"),
            ("5 million", "five million"),
            ("0.5", "zero point five"),
            ("a 1035-page book", "a one thousand thirty five-page book"),
            ("41,459.00", "forty one thousand four hundred fifty nine point zero zero"),
            ("100,000,000,000,000", "one hundred trillion"),
            (
                "+5 or ±3, ~20 and about ~20",
                "plus five or plus or minus three, about twenty and about twenty",
            ),
        ],
    );
}

#[test]
fn ordinals() {
    check(
        Dialect::American,
        &[
            (
                "1st, 22nd, 101st and 1,000th",
                "first, twenty second, one hundred first and one thousandth",
            ),
            ("the 5th–7th", "the fifth to seventh"),
            ("№ 7 and No. 8 and #9", "number seven and number eight and number nine"),
            ("11th-hour", "eleventh-hour"),
            ("on 2nd St", "on second Street"),
        ],
    );
}

#[test]
fn fractions() {
    check(
        Dialect::American,
        &[
            ("1/2 cup", "one half cup"),
            ("2½ cups and ⅔ cup", "two and a half cups and two thirds cup"),
            ("3 1/4", "three and a quarter"),
            ("7/8", "seven eighths"),
            ("2/3rds", "two thirds"),
            ("24/7", "twenty four seven"),
            ("9/11", "nine eleven"),
            ("50/50", "fifty fifty"),
            ("it got 8/10", "it got eight out of ten"),
            ("3/4 of it", "three quarters of it"),
            ("100/1000", "one hundred one thousandths"),
            ("a 1/16 inch bit", "a one sixteenth inch bit"),
        ],
    );
}

#[test]
fn ranges_and_scores() {
    check(
        Dialect::American,
        &[
            ("10–20", "ten to twenty"),
            ("from 2-10", "from two to ten"),
            ("5-10 years", "five to ten years"),
            ("-5 to -3", "minus five to minus three"),
            ("She won 3-2.", "She won three two."),
            ("They lost 21-14 at home", "They lost twenty one fourteen at home"),
            ("a 6–3 decision", "a six three decision"),
            ("The Bulls beat them 112-108", "The Bulls beat them one twelve one oh eight"),
            ("lose 3-4 pounds", "lose three to four pounds"),
            ("5 - 3", "five minus three"),
            ("2 - 4 weeks", "two to four weeks"),
            ("(3-5)", "(three to five)"),
            ("pp. 100–20", "pages one hundred to twenty"),
            ("pp. xii–xiv", "pages twelve to fourteen"),
            ("pp. 3ff", "pages three and following"),
            ("a 100/1 shot", "a one hundred to one shot"),
            ("I, II, and III", "one, two, and three"),
        ],
    );
}

#[test]
fn sums_and_powers() {
    check(
        Dialect::American,
        &[
            ("2+3=5", "two plus three equals five"),
            ("4*5 = 20", "four times five equals twenty"),
            ("10 / 2", "ten divided by two"),
            ("3 < 4", "three is less than four"),
            ("10^6 and 10⁻⁹", "ten to the power of six and ten to the power of minus nine"),
            ("6.02×10^23", "six point zero two times ten to the power of twenty three"),
            ("6.02 x 10²³", "six point zero two times ten to the power of twenty three"),
            ("y = mx + b", "y equals M X plus b"),
            ("b² - 4ac", "B squared minus four A C"),
            ("log₂ 8", "log base two of eight"),
            ("2x² + 3x", "two X squared plus three X"),
            ("P(A|B)", "P of A given B"),
            ("What is 7 x 8?", "What is seven times eight?"),
            ("1e5", "one times ten to the power of five"),
            ("5² = 25", "five squared equals twenty five"),
            ("16:9", "sixteen to nine"),
            ("odds of 5:1", "odds of five to one"),
            ("3 x 4", "three by four"),
            ("2x4", "two by four"),
            ("1920x1080", "nineteen twenty by ten eighty"),
        ],
    );
}

#[test]
fn scripts() {
    check(
        Dialect::American,
        &[
            ("① and ➋ and ⑿", "one and two and twelve"),
            ("４２ and ٣٤", "forty two and thirty four"),
        ],
    );
}
