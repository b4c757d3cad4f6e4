//! What stands around an abbreviation or a name, and whether its full stop ends a sentence.

/// What follows a full stop that may belong to an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next<'a> {
    /// Nothing more.
    End,
    /// A word that begins with a capital.
    Capital(&'a str),
    /// A word that does not.
    Small(&'a str),
    /// A number.
    Digit,
    /// Anything else: a comma, a closing bracket, a hyphen, a letter without a space.
    Mark,
}

/// Words that often begin a sentence and seldom follow an abbreviation within one.
#[rustfmt::skip]
const STARTERS: [&str; 171] = [
    "A", "After", "Ah", "All", "Also", "Although", "Always", "An", "And", "Another", "Any",
    "Anyone", "Are", "As", "At", "Be", "Because", "Before", "Both", "But", "By", "Can", "Come",
    "Could", "Did", "Do", "Does", "Don't", "During", "Each", "Even", "Every", "Everyone",
    "Everything", "Few", "Finally", "For", "From", "Furthermore", "Get", "Give", "Go", "Had",
    "Has", "Have", "He", "Hence", "Her", "Here", "His", "How", "However", "I", "If", "In",
    "Instead", "Into", "Is", "It", "Its", "Just", "Keep", "Later", "Let", "Let's", "Like", "Look",
    "Make", "Many", "May", "Maybe", "Meanwhile", "Might", "More", "Moreover", "Most", "Much",
    "Must", "My", "Never", "Nevertheless", "Next", "No", "Nobody", "Nor", "Not", "Nothing", "Now",
    "Oh", "On", "Once", "One", "Only", "Or", "Otherwise", "Our", "Out", "Over", "People",
    "Perhaps", "Please", "See", "Several", "She", "Should", "Since", "So", "Some", "Somebody",
    "Someone", "Someone's", "Something", "Still", "Such", "Suddenly", "Take", "Tell", "Than",
    "That", "That's", "The", "Their", "Then", "There", "There's", "Therefore", "These", "They",
    "This", "Those", "Though", "Three", "Through", "Thus", "To", "Today", "Tomorrow", "Too", "Two",
    "Under", "Unless", "Until", "Up", "Us", "Very", "Was", "We", "We're", "Well", "Were", "What",
    "What's", "Whatever", "When", "Whenever", "Where", "Wherever", "Whether", "Which", "While",
    "Who", "Why", "Will", "With", "Within", "Without", "Would", "Yes", "Yesterday", "Yet", "You",
];

/// Whether a word often begins a sentence: "The", "They'll", "THE".
pub(crate) fn is_starter(word: &str) -> bool {
    let bare = word.split(['\'', '’']).next().unwrap_or(word);
    let capitals = bare.len() > 1 && bare.bytes().all(|b| b.is_ascii_uppercase());
    if capitals {
        let small = bare[1..].to_ascii_lowercase();
        return STARTERS
            .binary_search_by(|other| (&other[..1], &other[1..]).cmp(&(&bare[..1], &small)))
            .is_ok();
    }
    STARTERS.binary_search(&word).or_else(|_| STARTERS.binary_search(&bare)).is_ok()
}

impl<'a> Next<'a> {
    /// What `after` begins with, behind spaces and quotation marks.
    pub(crate) fn of(after: &'a str) -> Self {
        let open = after.trim_start_matches(['"', '”', '’', '\'']);
        let word = open.trim_start_matches(char::is_whitespace);
        if word.is_empty() {
            return Self::End;
        }
        let spaced = word.len() < open.len();
        let word = word.trim_start_matches(['"', '“', '‘', '\'', '(', '[']);
        let end = word.find(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
        let bare = word[..end.unwrap_or(word.len())].trim_end_matches(['\'', '’']);
        match bare.chars().next() {
            Some(first) if spaced && first.is_numeric() => Self::Digit,
            Some(first) if spaced && first.is_uppercase() => Self::Capital(bare),
            Some(_) if spaced => Self::Small(bare),
            _ => Self::Mark,
        }
    }

    /// Whether a sentence ends before it, if any word with a capital begins one.
    pub(crate) fn is_new_sentence(self) -> bool {
        matches!(self, Self::End | Self::Capital(_))
    }

    /// Whether a sentence ends before it, if only a word that often begins one does.
    pub(crate) fn is_likely_sentence(self) -> bool {
        match self {
            Self::End => true,
            Self::Capital(word) => is_starter(word),
            _ => false,
        }
    }

    /// Whether it may be a name: a capital, but no word that begins sentences.
    pub(crate) fn is_name(self) -> bool {
        matches!(self, Self::Capital(word) if !is_starter(word) || word == "A")
    }
}

/// Whether a word begins with a capital: "Main", "I".
pub(crate) fn is_capitalized(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a word is written as a name is, a capital and small letters: "Main", "McLean".
pub(crate) fn is_title_case(word: &str) -> bool {
    is_capitalized(word) && word.contains(char::is_lowercase)
}

/// The last words of `past`, from the last to the first, without the marks around them.
pub(crate) fn words_back(past: &str) -> impl Iterator<Item = &str> {
    past.split_whitespace().rev().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether a place after `past` begins a sentence, as far as the marks before it say.
pub(crate) fn starts_sentence(past: &str) -> bool {
    let marks = |c: char| matches!(c, '"' | '“' | '”' | '‘' | '’' | '\'' | '(' | '[' | ' ');
    let before = past.trim_end_matches(marks);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '…', '\n'])
}

/// The letters that `text` begins with.
pub(crate) fn leading_letters(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())]
}

/// Whether a word may begin after the character `before`: it is no part of another word, an
/// address or a name in code.
pub(crate) fn may_begin(before: Option<char>) -> bool {
    before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '_' | '@' | '#' | '\\' | '.' | '&'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_a_full_stop() {
        for (after, next) in [
            ("", Next::End),
            ("” ", Next::End),
            (" We start", Next::Capital("We")),
            ("\" He said", Next::Capital("He")),
            (" (They", Next::Capital("They")),
            (" and", Next::Small("and")),
            (" 5", Next::Digit),
            (", then", Next::Mark),
            (") We", Next::Mark),
            ("x", Next::Mark),
        ] {
            assert_eq!(Next::of(after), next, "{after}");
        }
        assert!(Next::of(" They’ll go").is_likely_sentence());
        assert!(Next::of(" Smith").is_name());
    }

    #[test]
    fn the_list_is_in_order() {
        assert!(STARTERS.is_sorted());
    }
}
