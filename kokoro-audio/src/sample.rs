//! Samples as integers and bytes.

/// How a sample is stored, in little-endian order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SampleFormat {
    /// 16-bit integers, rounded and clamped.
    #[default]
    I16,
    /// 24-bit integers, rounded and clamped.
    I24,
    /// 32-bit floats, as computed.
    F32,
}

impl SampleFormat {
    /// Bytes of a sample.
    pub fn size(self) -> u16 {
        match self {
            Self::I16 => 2,
            Self::I24 => 3,
            Self::F32 => 4,
        }
    }

    /// Appends the bytes of the samples.
    pub(crate) fn extend(self, bytes: &mut Vec<u8>, samples: &[f32]) {
        bytes.reserve(samples.len() * usize::from(self.size()));
        for &sample in samples {
            match self {
                Self::I16 => bytes.extend(to_i16(sample).to_le_bytes()),
                Self::I24 => bytes.extend(&to_i24(sample).to_le_bytes()[..3]),
                Self::F32 => bytes.extend(sample.to_le_bytes()),
            }
        }
    }
}

/// A finite sample: NaN is silence, and what is infinite is as loud as can be.
pub(crate) fn finite(sample: f32) -> f32 {
    match sample {
        _ if sample.is_nan() => 0.0,
        _ if sample.is_infinite() => sample.signum(),
        _ => sample,
    }
}

/// Rounded and clamped: 1 is 32767.
pub(crate) fn to_i16(sample: f32) -> i16 {
    (sample * f32::from(i16::MAX)).round() as i16 // `as` clamps, and takes NaN to 0
}

/// Rounded and clamped: 1 is 2²³ − 1.
fn to_i24(sample: f32) -> i32 {
    const MAX: f64 = 8_388_607.0;
    (f64::from(sample) * MAX).round().clamp(-MAX - 1.0, MAX) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_rounded_and_clamped() {
        let table = [
            (0.0, 0, 0),
            (1.0, 32767, 8_388_607),
            (-1.0, -32767, -8_388_607),
            (2.0, 32767, 8_388_607),
            (-2.0, -32768, -8_388_608),
            (f32::NAN, 0, 0),
            (f32::INFINITY, 32767, 8_388_607),
            (0.5 / 32767.0, 1, 128),
        ];
        for (sample, of_16, of_24) in table {
            assert_eq!(to_i16(sample), of_16, "{sample}");
            assert_eq!(to_i24(sample), of_24, "{sample}");
        }
    }

    #[test]
    fn what_is_not_finite_becomes_so() {
        let table = [(f32::NAN, 0.0), (f32::INFINITY, 1.0), (f32::NEG_INFINITY, -1.0), (1.5, 1.5)];
        for (sample, expected) in table {
            assert_eq!(finite(sample), expected);
        }
    }

    #[test]
    fn bytes_are_little_endian() {
        let mut bytes = Vec::new();
        SampleFormat::I16.extend(&mut bytes, &[1.0]);
        SampleFormat::I24.extend(&mut bytes, &[-1.0]);
        SampleFormat::F32.extend(&mut bytes, &[0.5]);
        assert_eq!(bytes, [0xff, 0x7f, 0x01, 0x00, 0x80, 0x00, 0x00, 0x00, 0x3f]);
    }
}
