//! Files of sound as another reader sees them.

use kokoro::SpeechOptions;
use kokoro::audio::{AudioFormat, AudioOptions, SampleFormat};

use super::kokoro;

#[test]
fn a_speech_becomes_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("yes.wav");
    let speech = kokoro().speak_phonemes("jˈɛs.", &SpeechOptions::default()).unwrap();

    speech.write_wav(&path).unwrap();
    let reader = hound::WavReader::open(&path).unwrap();
    assert_eq!(reader.spec().sample_rate, speech.sample_rate());
    assert_eq!(reader.duration() as usize, speech.samples.len());

    let floats = AudioOptions::new(AudioFormat::Wav(SampleFormat::F32));
    speech.write(&path, &floats).unwrap();
    let read = hound::WavReader::open(&path).unwrap().into_samples::<f32>();
    assert_eq!(read.collect::<Result<Vec<_>, _>>().unwrap(), speech.samples);
    assert!(speech.write_wav(folder.path().join("none/yes.wav")).is_err());
}
