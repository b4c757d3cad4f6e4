//! Plans in a short notation, for tables of cases.

use std::fmt::Write;
use std::sync::LazyLock;

use kokoro_plan::{Item, PlanOptions, PlannedUtterance, Prosody, plan};
use kokoro_text::{FrontEnds, Language};

/// The languages of this build.
pub static FRONT_ENDS: LazyLock<FrontEnds> = LazyLock::new(FrontEnds::default);

/// The options of most cases: an American voice among others.
pub fn options() -> PlanOptions {
    let mut options = PlanOptions::new("af_heart", Language::AmericanEnglish);
    options.voices =
        ["af_heart", "am_adam", "bf_emma", "bm_george", "ff_siwis"].map(str::to_owned).into();
    options
}

/// The steps of a plan, joined by ` | `:
///
/// - an utterance by its phonemes, and behind them `voice` and `language` where these are not those
///   of the options, `3-5 ×2 ~1.5 +10Hz @0.5` for the rate, pitch and gain of parts, `[5-7 500ms]`
///   for pauses and `<4 name>` for marks;
/// - a pause as `sentence 400ms`, a mark as `<name>`, a sound as `"src" { steps }`, a warning as
///   `warning: message`.
///
/// An error is `error: message`.
pub fn written(text: &str, options: &PlanOptions) -> String {
    let items: Result<Vec<Item>, _> = plan(text, &FRONT_ENDS, options).collect();
    match items {
        Ok(items) => joined(&items, options),
        Err(error) => format!("error: {error}"),
    }
}

fn joined(items: &[Item], options: &PlanOptions) -> String {
    items.iter().map(|item| step(item, options)).collect::<Vec<_>>().join(" | ")
}

fn step(item: &Item, options: &PlanOptions) -> String {
    match item {
        Item::Utterance(planned) => utterance(planned, options),
        Item::Pause(pause) => {
            format!("{} {:?}", format!("{:?}", pause.kind).to_lowercase(), pause.duration)
        }
        Item::Mark(mark) => format!("<{}>", mark.name),
        Item::Audio { clip, instead, .. } => {
            format!("{:?} {{ {} }}", clip.src, joined(instead, options))
        }
        Item::Warning(warning) => format!("warning: {}", warning.message),
        other => format!("{other:?}"),
    }
}

fn utterance(planned: &PlannedUtterance, options: &PlanOptions) -> String {
    let mut said = planned.utterance.phonemes.clone();
    if planned.voice != options.voice {
        let _ = write!(said, " {}", planned.voice);
    }
    if planned.language != options.language {
        let _ = write!(said, " {}", planned.language.tag());
    }
    for span in &planned.prosody {
        let _ = write!(said, " {}-{}", span.symbols.start, span.symbols.end);
        said += &prosody(&span.prosody);
    }
    for pause in &planned.pauses {
        let _ =
            write!(said, " [{}-{} {:?}]", pause.symbols.start, pause.symbols.end, pause.duration);
    }
    for inner in &planned.marks {
        let _ = write!(said, " <{} {}>", inner.symbol, inner.mark.name);
    }
    said
}

fn prosody(prosody: &Prosody) -> String {
    let mut said = String::new();
    let Prosody { rate, pitch, gain, .. } = prosody;
    for (sign, value, neutral) in
        [(" ×", *rate, 1.0), (" ~", pitch.ratio, 1.0), (" @", *gain, 1.0), (" +", pitch.hertz, 0.0)]
    {
        if value != neutral {
            let _ = write!(said, "{sign}{}", (value * 1000.0).round() / 1000.0);
        }
    }
    if let Some(median) = pitch.median {
        let _ = write!(said, " ={median}Hz");
    }
    said
}
