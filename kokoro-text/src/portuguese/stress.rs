//! Marks of stress.

/// The sounds of a word before its stress is marked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sounds {
    /// The phonemes.
    pub(super) phonemes: String,
    /// Where the vowel of each syllable begins, in bytes.
    pub(super) nuclei: Vec<usize>,
    /// How many of them belong to a prefix without stress.
    pub(super) prefix: usize,
    /// Which of them has the main stress.
    pub(super) stressed: Option<usize>,
}

impl Sounds {
    /// The phonemes with marks: `ˈ` before the stressed vowel, and `ˌ` before every second vowel
    /// from the first on that is not followed by the stressed one. The first vowel is marked even
    /// before the stressed one, unless the word ends with that.
    pub(super) fn marked(&self) -> String {
        let mut marked = String::with_capacity(self.phonemes.len() + 8);
        let stressed = self.stressed.unwrap_or(usize::MAX);
        let mut from = 0;
        for (index, at) in self.nuclei.iter().enumerate() {
            marked.push_str(&self.phonemes[from..*at]);
            from = *at;
            if index == stressed {
                marked.push('ˈ');
            } else if (self.prefix..stressed).contains(&index) && self.is_secondary(index) {
                marked.push('ˌ');
            }
        }
        marked.push_str(&self.phonemes[from..]);
        marked
    }

    fn is_secondary(&self, index: usize) -> bool {
        let stressed = self.stressed.unwrap_or(usize::MAX);
        if index == self.prefix {
            return stressed > index + 1 || stressed + 1 < self.nuclei.len();
        }
        (index - self.prefix).is_multiple_of(2) && index + 1 < stressed
    }
}
