//! Numbers in running text, and what is no number.

use super::check;
use crate::Dialect;

#[test]
fn nothing_but_numbers_changes() {
    check(
        Dialect::American,
        &[
            ("I have 2 dogs and the 3 Musketeers.", "I have two dogs and the three Musketeers."),
            (
                "A 10-year-old boy, 10-15 years, 24-hour care and 2-for-1.",
                "A ten-year-old boy, ten to fifteen years, twenty four-hour care and \
             two-for-one.",
            ),
            (
                "It is well-being at A-level, not a mid-range X-ray.",
                "It is well-being at A-level, not a mid-range X-ray.",
            ),
            ("We ate at 5 in the morning, 3 of us.", "We ate at five in the morning, three of us."),
            (
                "Section 3.2 of page 5; see \"5\", '5', (5) and [a5].",
                "Section three point two of page five; see \"five\", 'five', (five) and [A \
             five].",
            ),
            (
                "He scored 28 points in 31 minutes on 10-of-17 shooting.",
                "He scored twenty eight points in thirty one minutes on ten-of-seventeen \
             shooting.",
            ),
            (
                "In 480 BC, 300 Spartans fought.",
                "In four eighty B C, three hundred Spartans fought.",
            ),
            (
                "Mix 1 1/2 cups flour, 3/4 tsp salt, and 2 tbsp. sugar.",
                "Mix one and a half cups flour, three quarters teaspoon salt, and two \
             tablespoons sugar.",
            ),
            (
                "Her GPA is 3.85. He's 6 ft tall, weighs 180 lbs.",
                "Her GPA is three point eight five. He's six feet tall, weighs one hundred \
             eighty pounds.",
            ),
            (
                "The S&P 500 fell 1.5% to 4,137.64.",
                "The S and P five hundred fell one point five percent to four thousand one \
             hundred thirty seven point six four.",
            ),
            (
                "It's a 5-star hotel, a 3-point line, a 100-meter dash.",
                "It's a five-star hotel, a three-point line, a one hundred-meter dash.",
            ),
            (
                "2 for 1, 1 in 4, 7-Eleven, 3M, catch-22, 6-foot-3.",
                "two for one, one in four, seven-Eleven, three M, catch-twenty two, \
             six-foot-three.",
            ),
            ("1,2,3 and 1, 2, 3.", "one, two, three and one, two, three."),
            (
                "Between 1914 and 1918, some 20 million people died.",
                "Between nineteen fourteen and nineteen eighteen, some twenty million people \
             died.",
            ),
            ("1. Wash. 2. Dry.", "one. Wash. two. Dry."),
            (
                "The file is 3.5MB; it took 2.5x longer.",
                "The file is three point five megabytes; it took two point five X longer.",
            ),
            (
                "It was 98.6°F at 7:30 p.m., dinner for 12.",
                "It was ninety eight point six degrees Fahrenheit at seven thirty P M, dinner \
             for twelve.",
            ),
            ("Hi,no,yes,34! And NO?17.", "Hi,no,yes, thirty four! And NO?seventeen."),
        ],
    );
}
