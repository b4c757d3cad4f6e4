//! `kokoro voices --sample`: each voice in a sentence of its language.

use std::fs;
use std::path::Path;

use kokoro::{Kokoro, Language, SpeechOptions};

use crate::Common;
use crate::error::Error;
use crate::front_end::FrontEnd;
use crate::precision::PrecisionArg;

/// Writes NAME.wav for each of the voices, each whole or not at all.
///
/// # Errors
/// The first one. A voice that cannot speak here, because the data of its language are missing,
/// does not keep the others from speaking.
pub fn write(folder: &Path, names: &[&str], common: &Common) -> Result<(), Error> {
    let kokoro: Kokoro = common.load(&PrecisionArg::default(), FrontEnd::None)?;
    fs::create_dir_all(folder).map_err(Error::io("create", folder))?;
    let mut result = Ok(());
    for name in names {
        let written = speak(&kokoro, name, &folder.join(format!("{name}.wav")));
        match written {
            Err(Error::Kokoro(kokoro::Error::Text(_))) => result = result.and(written),
            written => written?,
        }
    }
    result
}

/// One voice into one file.
fn speak(kokoro: &Kokoro, name: &str, path: &Path) -> Result<(), Error> {
    // A voice of a foreign folder, whose name says no language, speaks English.
    let language = Language::from_voice(name).unwrap_or(Language::AmericanEnglish);
    let options = SpeechOptions::new(name).language(language);
    Ok(kokoro.speak(sentence(language), &options)?.write_wav(path)?)
}

/// A sentence with most sounds of a language.
fn sentence(language: Language) -> &'static str {
    match language {
        Language::AmericanEnglish | Language::BritishEnglish => {
            "Every morning, the old baker opens his shop, and the whole street smells of bread."
        }
        Language::Spanish => {
            "Cada mañana, el viejo panadero abre su tienda, y toda la calle huele a pan."
        }
        Language::French => {
            "Chaque matin, le vieux boulanger ouvre sa boutique, et toute la rue sent le pain."
        }
        Language::Hindi => "हर सुबह बूढ़ा नानबाई अपनी दुकान खोलता है, और पूरी गली महक उठती है।",
        Language::Italian => {
            "Ogni mattina il vecchio fornaio apre la bottega, e tutta la via profuma di pane."
        }
        Language::Japanese => {
            "毎朝、年をとったパン屋が店を開けると、通りはパンの香りでいっぱいになります。"
        }
        Language::BrazilianPortuguese => {
            "Toda manhã, o velho padeiro abre a sua loja, e a rua inteira cheira a pão."
        }
        Language::Mandarin => "每天早上，老面包师打开店门，整条街都是面包的香味。",
    }
}
