//! The blocks of one text, read one after the other: what [`utterances`](crate::utterances) and a
//! plan are made with.

use std::collections::VecDeque;
use std::fmt;
use std::ops::Range;

use kokoro_document::Block;
use mapped_text::MappedText;

use crate::assemble::{assemble, must_be_said};
use crate::block::{Prepared, prepare};
use crate::boundary::Boundary;
use crate::languages::{PartInLanguage, parts};
use crate::passages::{Sentence, passages};
use crate::word::{Hint, Passage, Word};
use crate::{Error, Phonemizer, TextOptions, Utterance};

/// Reads the blocks of one text, a passage at a time: whole sentences, at most 2 kB of them.
///
/// It remembers what was left out where nothing could be said, and reports it with the next
/// utterance that sounds.
pub struct Reader<'a> {
    whole: &'a str,
    options: TextOptions,
    phonemizer: &'a dyn Phonemizer,
    /// The block that is being read, what of it is not read yet, and what ends with it.
    block: Prepared<'a>,
    passages: VecDeque<Vec<Sentence>>,
    boundary: Boundary,
    /// Whether an utterance that sounds has been read.
    sounded: bool,
    unknown: Vec<String>,
}

impl<'a> Reader<'a> {
    /// A reader of `text`, most of which `phonemizer` reads.
    pub fn new(text: &'a str, phonemizer: &'a dyn Phonemizer, options: &TextOptions) -> Self {
        Self {
            whole: text,
            options: options.clone(),
            phonemizer,
            block: Prepared::default(),
            passages: VecDeque::new(),
            boundary: Boundary::default(),
            sounded: false,
            unknown: Vec::new(),
        }
    }

    /// Begins to read a block, with which `boundary` ends. `others` are the parts of its text that
    /// other front ends read, in order and without overlap.
    pub fn begin(&mut self, block: Block, boundary: Boundary, others: &[PartInLanguage<'a>]) {
        self.block = prepare(block, self.phonemizer, others, &self.options);
        self.passages = passages(self.block.text.as_str());
        self.boundary = boundary;
    }

    /// If the whole text is one sign that has a name, such as `?`, begins to read its name. False
    /// if it is not, and its blocks are to be read.
    pub fn begin_sign_alone(&mut self) -> bool {
        let sign = self.whole.trim();
        let mut chars = sign.chars();
        let (Some(c), None) = (chars.next(), chars.next()) else { return false };
        if c.is_alphanumeric() {
            return false;
        }
        let Some(name) = self.phonemizer.sign_name(c) else { return false };
        let start = self.whole.len() - self.whole.trim_start().len();
        self.block = Prepared::default();
        self.block.text.push(name, start..start + sign.len());
        self.passages = passages(name);
        self.boundary = Boundary::Paragraph;
        true
    }

    /// The utterances of the block's next passage; `None` at the end of the block. A sentence of
    /// which nothing can be said has none; one of punctuation alone has one in which no phoneme
    /// [sounds](crate::is_sound).
    ///
    /// # Errors
    /// Those of the phonemizer; the next call goes on after the passage.
    pub fn next_passage(&mut self) -> Option<Result<Vec<Utterance>, Error>> {
        let sentences = self.passages.pop_front()?;
        Some(self.read(&sentences))
    }

    /// The text of the block that is being read, in words.
    pub(crate) fn text(&self) -> &MappedText {
        &self.block.text
    }

    /// What was left out at the end of the text and was not reported.
    ///
    /// # Errors
    /// [`Error::NothingToSay`] if nothing that was read sounds.
    pub fn finish(&mut self) -> Result<Vec<String>, Error> {
        let left_out = std::mem::take(&mut self.unknown);
        if self.sounded {
            return Ok(left_out);
        }
        Err(Error::NothingToSay { language: self.phonemizer.language(), left_out })
    }

    /// The utterances of some sentences that follow each other.
    fn read(&mut self, sentences: &[Sentence]) -> Result<Vec<Utterance>, Error> {
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            return Ok(Vec::new());
        };
        let place = first.range.start..last.range.end;
        let words = self.words(&place)?;
        self.report_gaps(&words, &place);
        let mut utterances = Vec::new();
        let mut rest = words.as_slice();
        for sentence in sentences {
            let own = rest.partition_point(|word| word.range.start < sentence.range.end);
            let (words, after) = rest.split_at(own);
            rest = after;
            let mut utterance = assemble(&self.block.text, words, self.whole);
            let ends_block = self.passages.is_empty() && sentence == last;
            utterance.boundary = match sentence.ends {
                _ if ends_block => self.boundary,
                true => Boundary::Sentence,
                false => Boundary::within_sentence(&utterance.phonemes),
            };
            self.take(utterance, &mut utterances);
        }
        Ok(utterances)
    }

    /// The words of a part of the block, with ranges in the block.
    fn words(&self, place: &Range<usize>) -> Result<Vec<Word>, Error> {
        let text = self.block.text.as_str();
        let mut words: Vec<Word> = Vec::new();
        for PartInLanguage { range, phonemizer } in
            parts(place.clone(), self.phonemizer, &self.block.languages)
        {
            let part = &text[range.clone()];
            let spaced = text[..range.start].ends_with(' ') || part.starts_with(' ');
            if let Some(last) = words.last_mut() {
                last.space |= spaced;
            }
            let start = range.start;
            let hints = self.hints(&range);
            let read = phonemizer.words(&Passage::new(part, &hints, &self.options))?;
            words.extend(read.into_iter().map(|word| {
                let range = word.range.start + start..word.range.end + start;
                Word { range, ..word }
            }));
        }
        Ok(words)
    }

    /// The hints of a part of the block, with ranges in that part.
    fn hints(&self, place: &Range<usize>) -> Vec<Hint> {
        let all = &self.block.hints;
        let first = all.partition_point(|hint| hint.range.end <= place.start);
        let end = all.partition_point(|hint| hint.range.start < place.end);
        let within = |Hint { range, reading }: &Hint| {
            let start = range.start.max(place.start) - place.start;
            let end = range.end.min(place.end) - place.start;
            Hint { range: start..end, reading: reading.clone() }
        };
        all.get(first..end).unwrap_or_default().iter().map(within).collect()
    }

    /// Reports what the phonemizer made no word of.
    fn report_gaps(&mut self, words: &[Word], place: &Range<usize>) {
        let text: &MappedText = &self.block.text;
        let mut from = place.start;
        let end = std::iter::once(place.end..place.end);
        let ends = words.iter().map(|word| word.range.clone()).chain(end);
        for range in ends {
            let gap = from..range.start.max(from);
            let missed = text.as_str()[gap.clone()].split(char::is_whitespace);
            let missed = missed.filter(|part| part.contains(must_be_said));
            self.unknown.extend(missed.map(str::to_owned));
            from = range.end.max(from);
        }
    }

    /// Adds an utterance. What cannot be said is reported with the next one that can.
    fn take(&mut self, mut utterance: Utterance, utterances: &mut Vec<Utterance>) {
        self.unknown.append(&mut utterance.unknown);
        if utterance.phonemes.is_empty() {
            return;
        }
        if utterance.sounds() {
            self.sounded = true;
            utterance.unknown = std::mem::take(&mut self.unknown);
        }
        utterances.extend(utterance.split(self.options.longest()));
    }
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader")
            .field("language", &self.phonemizer.language())
            .field("options", &self.options)
            .field("passages", &self.passages)
            .finish_non_exhaustive()
    }
}
