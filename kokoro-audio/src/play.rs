//! Speech to the loudspeaker, as it comes.

mod error;
mod queue;

use std::sync::Arc;
use std::time::Duration;

use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{Device, ErrorKind, FromSample, OutputCallbackInfo, SampleFormat, SizedSample, Stream};

use crate::options::INPUT_RATE;
use crate::resample::Resampler;
use crate::sample::finite;
use queue::Queue;

pub use error::PlayError;

/// Seconds of speech that wait for the device at most; [`Player::push`] waits beyond.
const AHEAD: f64 = 2.0;
/// A device that takes nothing for so long is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Plays one stretch of speech: mono samples at 24 kHz, on the default device.
///
/// Where no samples are there in time, silence is heard. Dropping a player stops it at once.
pub struct Player {
    /// Runs until it is dropped.
    _stream: Stream,
    queue: Arc<Queue>,
    resampler: Option<Resampler>,
    samples: Vec<f32>,
}

impl Player {
    /// Opens the default device; nothing is heard yet.
    ///
    /// # Errors
    /// [`PlayError::NoDevice`], [`PlayError::Samples`], [`PlayError::Device`].
    pub fn new() -> Result<Self, PlayError> {
        let device = cpal::default_host().default_output_device().ok_or(PlayError::NoDevice)?;
        let config = device.default_output_config().map_err(failed)?;
        let rate = config.sample_rate();
        let queue = Arc::new(Queue::new((AHEAD * f64::from(rate)) as usize, PATIENCE));
        let stream = match config.sample_format() {
            SampleFormat::F32 => open::<f32>(&device, &config.into(), &queue),
            SampleFormat::F64 => open::<f64>(&device, &config.into(), &queue),
            SampleFormat::I16 => open::<i16>(&device, &config.into(), &queue),
            SampleFormat::I24 => open::<cpal::I24>(&device, &config.into(), &queue),
            SampleFormat::I32 => open::<i32>(&device, &config.into(), &queue),
            SampleFormat::U8 => open::<u8>(&device, &config.into(), &queue),
            SampleFormat::U16 => open::<u16>(&device, &config.into(), &queue),
            found => return Err(PlayError::Samples { found: found.to_string() }),
        }?;
        stream.play().map_err(failed)?;
        let resampler = (rate != INPUT_RATE).then(|| Resampler::new(rate));
        Ok(Self { _stream: stream, queue, resampler, samples: Vec::new() })
    }

    /// Takes more samples; waits while more than two seconds have not been played yet.
    ///
    /// # Errors
    /// [`PlayError::Device`], [`PlayError::Stuck`].
    pub fn push(&mut self, samples: &[f32]) -> Result<(), PlayError> {
        let samples = samples.iter().map(|&sample| finite(sample).clamp(-1.0, 1.0));
        self.samples.clear();
        match &mut self.resampler {
            None => self.samples.extend(samples),
            Some(resampler) => resampler.push(samples, &mut self.samples),
        }
        self.queue.push(&self.samples)
    }

    /// Waits until all has been heard.
    ///
    /// # Errors
    /// [`PlayError::Device`], [`PlayError::Stuck`].
    pub fn finish(mut self) -> Result<(), PlayError> {
        self.samples.clear();
        if let Some(resampler) = &mut self.resampler {
            resampler.finish(&mut self.samples);
        }
        self.queue.push(&self.samples)?;
        self.queue.wait_until_heard()
    }
}

impl std::fmt::Debug for Player {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Player").finish_non_exhaustive()
    }
}

/// A stream that takes what is in the queue.
fn open<T: SizedSample + FromSample<f32>>(
    device: &Device,
    config: &cpal::StreamConfig,
    queue: &Arc<Queue>,
) -> Result<Stream, PlayError> {
    let channels = usize::from(config.channels);
    let rate = config.sample_rate;
    let source = Arc::clone(queue);
    let give = move |out: &mut [T], info: &OutputCallbackInfo| {
        let times = info.timestamp();
        let until_heard = times.playback.duration_since(times.callback);
        let frames = out.len() / channels.max(1);
        let length = Duration::from_secs_f64(frames as f64 / f64::from(rate));
        source.take(until_heard + length, |next| {
            for frame in out.chunks_mut(channels.max(1)) {
                let (front, others) = frame.split_at_mut(channels.min(2));
                front.fill(T::from_sample(next()));
                others.fill(T::EQUILIBRIUM);
            }
        });
    };
    let errors = Arc::clone(queue);
    let hear_of_error = move |error: cpal::Error| match error.kind() {
        // It goes on all the same.
        ErrorKind::DeviceChanged | ErrorKind::Xrun | ErrorKind::RealtimeDenied => {}
        _ => errors.fail(failed(error)),
    };
    device.build_output_stream(*config, give, hear_of_error, None).map_err(failed)
}

fn failed(source: cpal::Error) -> PlayError {
    match source.kind() {
        ErrorKind::DeviceNotAvailable | ErrorKind::HostUnavailable => PlayError::NoDevice,
        _ => PlayError::Device { source },
    }
}
