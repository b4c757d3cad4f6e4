//! What Britons say otherwise.

use super::check;
use crate::Dialect;

#[test]
fn numbers() {
    check(
        Dialect::British,
        &[
            (
                "105, 1,005 and 2005 cans",
                "one hundred and five, one thousand and five and two thousand and five cans",
            ),
            ("in 2005", "in two thousand and five"),
            (
                "1,234,567",
                "one million two hundred and thirty four thousand five hundred and sixty seven",
            ),
            ("101st", "one hundred and first"),
        ],
    );
}

#[test]
fn dates() {
    check(
        Dialect::British,
        &[
            ("5/1/2026", "the fifth of January, twenty twenty six"),
            ("13/6/2025", "the thirteenth of June, twenty twenty five"),
            ("2026-01-05", "the fifth of January, twenty twenty six"),
            ("January 5, 2026", "January the fifth, twenty twenty six"),
            ("5 January 2026", "the fifth of January twenty twenty six"),
            ("5 Jan.", "the fifth of January."),
            ("the 12/05/23 invoice", "the twelfth of May, twenty three invoice"),
            ("were 120-3 at tea", "were one hundred and twenty for three at tea"),
            ("on 5/11", "on the fifth of November"),
        ],
    );
}

#[test]
fn money() {
    check(
        Dialect::British,
        &[
            ("£3.20, 50p, £1", "three pounds and twenty pence, fifty pence, one pound"),
            ("£1.01 and £0.05", "one pound and one penny and five pence"),
            ("£5m and 1p", "five million pounds and one penny"),
            ("£10/wk", "ten pounds per week"),
        ],
    );
}

#[test]
fn times_and_scores() {
    check(
        Dialect::British,
        &[
            ("at 9.30", "at nine thirty"),
            ("9.30pm", "nine thirty P M"),
            ("at 9.30 am", "at nine thirty A M"),
            ("We won 3-0.", "We won three nil."),
            ("a 0-0 draw", "a nil nil draw"),
        ],
    );
}

#[test]
fn places() {
    check(
        Dialect::British,
        &[
            ("020 7946 0958", "oh two oh, seven nine four six, oh nine five eight"),
            ("0800 1111", "oh eight oh oh, one one one one"),
            ("the M25 and the A4", "the M twenty five and the A four"),
            ("9 st 4 lb", "nine stone four pounds"),
            ("10 t", "ten tonnes"),
        ],
    );
}
