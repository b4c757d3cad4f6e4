//! Numbers that name something.

use super::check;
use crate::Dialect;

#[test]
fn telephones() {
    check(
        Dialect::American,
        &[
            ("(212) 555-0187", "two one two, five five five, oh one eight seven"),
            (
                "212-555-0187 ext. 12",
                "two one two, five five five, oh one eight seven, extension one two",
            ),
            ("+1 212 555 0187", "plus one, two one two, five five five, oh one eight seven"),
            ("+44 20 7946 0018", "plus four four, two oh, seven nine four six, oh oh one eight"),
            ("020 7946 0018", "oh two oh, seven nine four six, oh oh one eight"),
            ("07700 900123", "oh seven seven oh oh, nine oh oh one two three"),
            ("555-0187", "five five five, oh one eight seven"),
            ("1-800-FLOWERS", "one, eight hundred, flowers"),
            ("1-800-555-0199", "one, eight hundred, five five five, oh one nine nine"),
            ("call 911", "call nine one one"),
            ("555.123.4567", "five five five, one two three, four five six seven"),
        ],
    );
}

#[test]
fn codes() {
    check(
        Dialect::American,
        &[
            ("123-45-6789", "one two three, four five, six seven eight nine"),
            (
                "4111 1111 1111 1111",
                "four one one one, one one one one, one one one one, one one one one",
            ),
            (
                "978-3-16-148410-0",
                "nine seven eight, three, one six, one four eight four one oh, oh",
            ),
            ("007 and 0042", "zero zero seven and zero zero four two"),
            ("Springfield, IL 62704", "Springfield, Illinois six two seven oh four"),
            ("Boston, MA 02134-1000", "Boston, Massachusetts oh two one three four, one oh oh oh"),
            ("PIN 4411", "PIN four four one one"),
            ("order number 12345", "order number one two three four five"),
            ("card ending in 8876", "card ending in eight eight seven six"),
            (
                "12345678901234",
                "one two three four five six seven eight nine zero one two three four",
            ),
            ("1-2-3", "one two three"),
            ("12-34-56", "twelve thirty four fifty six"),
            ("a .30-06 and the 30-06", "a thirty aught six and the thirty aught six"),
            ("a .45-70", "a forty five seventy"),
            ("omega-3s and 1080p", "omega-threes and ten eighty P"),
            ("Her flat is 3B.", "Her flat is three B."),
            ("01-02", "zero one, zero two"),
        ],
    );
}

#[test]
fn versions() {
    check(
        Dialect::American,
        &[
            ("v2.0.1", "version two point zero point one"),
            ("Python 3.12", "Python three point twelve"),
            ("10.4.1", "ten point four point one"),
            ("192.168.0.1 is", "one nine two dot one six eight dot zero dot one is"),
            ("iOS 17.10", "iOS seventeen point ten"),
        ],
    );
}

#[test]
fn places() {
    check(
        Dialect::American,
        &[
            ("1600 Pennsylvania Ave", "sixteen hundred Pennsylvania Avenue"),
            ("221B Baker Street", "two twenty one B Baker Street"),
            ("10 Downing Street", "ten Downing Street"),
            ("Highway 101", "Highway one oh one"),
            ("Flight 370", "Flight three seventy"),
            ("Room 204", "Room two oh four"),
            ("a Boeing 747-400", "a Boeing seven forty seven four hundred"),
            ("Route 66", "Route sixty six"),
            ("port 8080", "port eighty eighty"),
        ],
    );
}

#[test]
fn letters_and_digits() {
    check(
        Dialect::American,
        &[
            ("A380 and F-16", "A three eighty and F sixteen"),
            ("I-95", "I ninety five"),
            ("B2B and H1N1", "B two B and H one N one"),
            ("MP3, PS5 and iPhone15", "M P three, P S five and iPhone fifteen"),
            ("COVID-19", "COVID nineteen"),
            ("88cf44", "eight eight C F four four"),
            ("a 401(k) and two 401ks", "a four oh one K and two four oh one K's"),
            ("10k steps and 1.6k", "ten thousand steps and one point six thousand"),
            ("5M users", "five million users"),
            ("4K and 100K", "four K and one hundred thousand"),
            ("747-400", "seven forty seven four hundred"),
            ("Blink-182", "Blink-one eighty two"),
            ("es3", "E S three"),
        ],
    );
}

#[test]
fn labels() {
    check(
        Dialect::American,
        &[
            ("Vol. 2, No. 5", "volume two, number five"),
            ("pp. 12–15 and p. 7", "pages twelve to fifteen and page seven"),
            ("Fig. 4, Figs. 4–5", "figure four, figures four to five"),
            ("ch. 3", "chapter three"),
            ("No. I won't", "No. I won't"),
            ("Ext. 5", "Extension five"),
        ],
    );
}

#[test]
fn things_with_letters_and_models() {
    check(
        Dialect::American,
        &[
            ("Gate 5A and Exit 14B", "Gate five A and Exit fourteen B"),
            ("RTX 4090", "RTX forty ninety"),
            ("a V8 and the 49ers", "a V eight and the forty niners"),
            ("100s of people, 1,000s", "hundreds of people, thousands"),
            ("10k-20k and a 5k run", "ten thousand to twenty thousand and a five K run"),
            ("4.5/5 and 11/10", "four point five out of five and eleven out of ten"),
            ("$-5 and $5/GB", "minus five dollars and five dollars per gigabyte"),
            (
                "2008-09 and 1998/99",
                "two thousand eight to oh nine and nineteen ninety eight ninety nine",
            ),
            ("8.5\" x 11\"", "eight point five inches by eleven inches"),
            ("Is 5 > 3?", "Is five greater than three?"),
        ],
    );
}
