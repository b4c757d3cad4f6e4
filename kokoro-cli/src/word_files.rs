//! `--words`, `--srt`, `--vtt` and `--marks`: files of words with their times.

use std::path::PathBuf;

use clap::Args;
use kokoro::captions::{
    CaptionWriter, CueOptions, SpeechMarks, SubtitleFormat, Subtitles, WordsJson, WrittenWord,
};
use kokoro::text::Format;
use kokoro::{Chunk, SAMPLE_RATE, WordTimes};

use crate::error::Error;
use crate::output::Output;

/// Files of words with their times.
#[derive(Args)]
pub struct WordArgs {
    /// Write the words of the text with their times and places, as JSON
    #[arg(long, value_name = "FILE.json")]
    words: Option<PathBuf>,
    /// Write subtitles in the format SubRip
    #[arg(long, value_name = "FILE.srt")]
    srt: Option<PathBuf>,
    /// Write subtitles in the format WebVTT
    #[arg(long, value_name = "FILE.vtt")]
    vtt: Option<PathBuf>,
    /// In the WebVTT file, also tell when each word is said
    #[arg(long, requires = "vtt")]
    vtt_words: bool,
    /// Write speech marks as Amazon Polly does: a JSON object a line for each sentence, word and
    /// mark
    #[arg(long, value_name = "FILE.ndjson")]
    marks: Option<PathBuf>,
}

impl WordArgs {
    /// Whether any file is asked for.
    pub fn any(&self) -> bool {
        let Self { words, srt, vtt, marks, .. } = self;
        [words, srt, vtt, marks].into_iter().any(Option::is_some)
    }

    /// Opens the files.
    ///
    /// # Errors
    /// One cannot be created.
    pub fn open<'a>(&self, text: &'a str, format: Format) -> Result<WordFiles<'a>, Error> {
        let mut files = Vec::new();
        let mut add = |path: &Option<PathBuf>, writer: Box<dyn CaptionWriter>| {
            let file = |path: &PathBuf| Ok::<_, Error>((Output::create(path)?, writer));
            files.extend(path.as_ref().map(file).transpose()?);
            Ok::<_, Error>(())
        };
        let subtitles =
            |format| Box::new(Subtitles::new(format, SAMPLE_RATE, CueOptions::default()));
        let vtt = if self.vtt_words { SubtitleFormat::WebVttWords } else { SubtitleFormat::WebVtt };
        add(&self.words, Box::new(WordsJson::new(SAMPLE_RATE)))?;
        add(&self.srt, subtitles(SubtitleFormat::Srt))?;
        add(&self.vtt, subtitles(vtt))?;
        let marks = |path: &PathBuf| {
            Ok::<_, Error>((Output::create(path)?, SpeechMarks::new(text, SAMPLE_RATE)))
        };
        Ok(WordFiles {
            files,
            marks: self.marks.as_ref().map(marks).transpose()?,
            words: WordTimes::new(text, format),
            end: 0,
        })
    }
}

/// Files that grow with the speech.
pub struct WordFiles<'a> {
    files: Vec<(Output, Box<dyn CaptionWriter>)>,
    marks: Option<(Output, SpeechMarks<'a>)>,
    words: WordTimes<'a>,
    /// The first sample after all chunks.
    end: u64,
}

impl WordFiles<'_> {
    /// Adds to the text, if it arrives in pieces.
    pub fn push_text(&mut self, more: &str) {
        self.words.push_text(more);
        if let Some((_, marks)) = &mut self.marks {
            marks.push_text(more);
        }
    }

    /// Writes what can be written of a chunk's words.
    ///
    /// # Errors
    /// Writing fails.
    pub fn write(&mut self, chunk: &Chunk) -> Result<(), Error> {
        self.end = chunk.end();
        if let Some((_, marks)) = &mut self.marks {
            chunk
                .marks
                .iter()
                .for_each(|mark| marks.mark(&mark.name, mark.at, mark.source.clone()));
        }
        for word in self.words.push(chunk) {
            self.write_word(&word)?;
        }
        Ok(())
    }

    fn write_word(&mut self, word: &WrittenWord) -> Result<(), Error> {
        self.each(|writer| writer.push(word))
    }

    /// Writes what each writer gives.
    fn each(&mut self, give: impl Fn(&mut dyn CaptionWriter) -> String) -> Result<(), Error> {
        for (output, writer) in &mut self.files {
            let text = give(writer.as_mut());
            output.write(|out| out.write_all(text.as_bytes()))?;
        }
        if let Some((output, marks)) = &mut self.marks {
            let text = give(marks);
            output.write(|out| out.write_all(text.as_bytes()))?;
        }
        Ok(())
    }

    /// Completes the files.
    ///
    /// # Errors
    /// Writing fails.
    pub fn finish(mut self) -> Result<(), Error> {
        let end = self.end;
        let words = std::mem::replace(&mut self.words, WordTimes::new("", Format::Plain));
        if let Some(word) = words.finish() {
            self.write_word(&word)?;
        }
        self.each(|writer| writer.finish(end))?;
        for (output, _) in self.files {
            output.finish(None)?;
        }
        self.marks.map_or(Ok(()), |(output, _)| output.finish(None))
    }
}
