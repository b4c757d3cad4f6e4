//! Words that the dictionary lacks, by a hidden Markov model: each character begins, ends or
//! continues a word, or is one by itself, and the likeliest such sequence is found by Viterbi's
//! algorithm.

mod emission;

use std::ops::Range;

use self::emission::Emission;
use crate::blocks::is_chinese;

/// What a character is in its word. The order is that in which jieba prefers equal sequences, the
/// last first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Place {
    Begin,
    End,
    Middle,
    Single,
}

/// All places, by their numbers.
const PLACES: [Place; 4] = [Place::Begin, Place::End, Place::Middle, Place::Single];

/// The logarithm that jieba takes for what cannot be.
const NEVER: f64 = -3.14e100;

/// Logarithms of the probabilities of the first place (jieba's `prob_start.py`).
#[rustfmt::skip]
const START: [f64; 4] = [-0.262_686_608_092_500_16, NEVER, NEVER, -1.465_263_339_853_767_8];

/// The places that may stand before each place, and the logarithm of the probability of the step
/// (jieba's `prob_trans.py`).
#[rustfmt::skip]
const STEPS: [[(Place, f64); 2]; 4] = [
    [(Place::End, -0.589_714_973_685_451_3), (Place::Single, -0.721_196_565_466_984_1)],
    [(Place::Begin, -0.510_825_623_765_990), (Place::Middle, -0.333_448_568_119_485_14)],
    [(Place::Begin, -0.916_290_731_874_155), (Place::Middle, -1.260_362_382_026_822_6)],
    [(Place::End, -0.808_525_047_466_993_7), (Place::Single, -0.665_863_144_879_821_2)],
];

/// The model.
#[derive(Debug)]
pub(crate) struct Markov {
    emission: Emission,
}

impl Markov {
    /// jieba's model.
    pub(crate) fn new() -> Self {
        Self { emission: Emission::new() }
    }

    /// The words of `text`, which is of characters that words are made of: by their bytes, in order
    /// and without a gap.
    pub(crate) fn cut(&self, text: &str) -> Vec<Range<usize>> {
        let mut words = Vec::new();
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let rest = &text[at..];
            let chinese = is_chinese(first);
            let len = rest.find(|c| is_chinese(c) != chinese).unwrap_or(rest.len());
            if chinese {
                self.cut_chinese(&rest[..len], at, &mut words);
            } else {
                cut_latin(&rest[..len], at, &mut words);
            }
            at += len;
        }
        words
    }

    /// Appends the words of Chinese characters, which stand at `start`.
    fn cut_chinese(&self, text: &str, start: usize, words: &mut Vec<Range<usize>>) {
        let mut begin = start;
        for ((at, c), place) in text.char_indices().zip(self.places(text)) {
            let end = start + at + c.len_utf8();
            match place {
                Place::Begin => begin = start + at,
                Place::Middle => {}
                Place::End | Place::Single => {
                    words.push(begin..end);
                    begin = end;
                }
            }
        }
    }

    /// The likeliest places of the characters of `text`, which is not empty. The last one is an end
    /// or single.
    fn places(&self, text: &str) -> Vec<Place> {
        let mut logs = [0.0; 4];
        let mut before: Vec<[Place; 4]> = Vec::with_capacity(text.len() / 3);
        for (at, c) in text.chars().enumerate() {
            let emission = self.emission.of(c).map(|log| log.unwrap_or(NEVER));
            let last = logs;
            let mut from = PLACES;
            for (place, (log, from)) in logs.iter_mut().zip(&mut from).enumerate() {
                // Where one term is [`NEVER`], sums are equal that are not without it, and the
                // later place counts. So it is added before they are compared.
                let sum = |(before, step): (Place, f64)| {
                    (last[before as usize] + step + emission[place], before)
                };
                let [one, other] = STEPS[place].map(sum);
                let (best, likeliest) = if other.0 >= one.0 { other } else { one };
                *from = likeliest;
                *log = if at == 0 { START[place] + emission[place] } else { best };
            }
            before.push(from);
        }
        let (end, single) = (logs[Place::End as usize], logs[Place::Single as usize]);
        let mut place = if single >= end { Place::Single } else { Place::End };
        let mut places = Vec::with_capacity(before.len());
        for from in before.iter().rev() {
            places.push(place);
            place = from[place as usize];
        }
        places.reverse();
        places
    }
}

/// Appends the words of other characters, which stand at `start`: letters and digits, perhaps with
/// decimals and a per cent sign, and what lies between.
fn cut_latin(text: &str, start: usize, words: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let run = |at: usize, wanted: fn(&u8) -> bool| {
        bytes[at..].iter().take_while(|byte| wanted(byte)).count()
    };
    let mut at = 0;
    while at < bytes.len() {
        let mut end = at + run(at, u8::is_ascii_alphanumeric);
        if end == at {
            end += run(at, |byte| !byte.is_ascii_alphanumeric());
        } else {
            let decimals =
                if bytes[end..].starts_with(b".") { run(end + 1, u8::is_ascii_digit) } else { 0 };
            end += if decimals > 0 { decimals + 1 } else { 0 };
            end += usize::from(bytes[end..].starts_with(b"%"));
        }
        words.push(start + at..start + end);
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        Markov::new().cut(text).into_iter().map(|word| &text[word]).collect()
    }

    #[test]
    fn names_are_found() {
        assert_eq!(cut("杭研").join("/"), "杭研");
        assert_eq!(cut("龘").join("/"), "龘");
        assert_eq!(cut("iPhone6s+3.14%5.x杭研").join("/"), "iPhone6s/+/3.14%/5/./x/杭研");
    }

    /// All sequences, one after the other.
    fn naive(model: &Markov, text: &str) -> f64 {
        let chars: Vec<char> = text.chars().collect();
        let mut best = f64::NEG_INFINITY;
        for code in 0..4_usize.pow(chars.len() as u32) {
            let places: Vec<_> =
                (0..chars.len()).map(|at| PLACES[code / 4_usize.pow(at as u32) % 4]).collect();
            best = best.max(log_of(model, &chars, &places));
        }
        best
    }

    fn log_of(model: &Markov, chars: &[char], places: &[Place]) -> f64 {
        let mut log = 0.0;
        for (at, (c, place)) in chars.iter().zip(places).enumerate() {
            let place = *place as usize;
            log += if at == 0 {
                START[place]
            } else {
                let step = STEPS[place].iter().find(|(before, _)| *before == places[at - 1]);
                step.map_or(f64::NEG_INFINITY, |(_, log)| *log)
            };
            log += model.emission.of(*c)[place].unwrap_or(NEVER);
        }
        let last = places.last();
        let ends = last.is_some_and(|place| matches!(place, Place::End | Place::Single));
        if ends { log } else { f64::NEG_INFINITY }
    }

    #[test]
    fn the_likeliest_sequence_is_found() {
        let model = Markov::new();
        for text in ["杭", "杭研", "网易杭", "张伟明说", "乔布斯的"] {
            let chars: Vec<char> = text.chars().collect();
            let found = log_of(&model, &chars, &model.places(text));
            assert!((found - naive(&model, text)).abs() < 1e-9, "{text}");
        }
    }
}
