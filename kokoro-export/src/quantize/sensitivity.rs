//! How much of the sound's error each convolution is to blame for, and so which of them stay in
//! f32.
//!
//! The sweep codes one convolution at a time in 8 bits and leaves all others in f32. Its result for
//! the official weights is committed as `sensitivity.tsv`, and decides.

use std::fmt::Write;
use std::sync::LazyLock;

/// A convolution stays in f32, in every precision, if this gains at least so many dB for each per
/// cent of the multiply-adds that it has. Above the threshold are `conv_post`, whose 7 dB come from
/// its output being the argument of an exponential, and small layers; all of them together have 1 %
/// of the multiply-adds. Large layers are below it: `ups.1` has more dB than those small ones, but
/// only 0.20 dB for each per cent.
pub const FLOAT_FROM_DB_PER_CENT: f64 = 0.25;

/// The two upsamplers, which stay in f32 as well. Each is below that threshold, but all that
/// follows is computed from their outputs, and together they are only a thirtieth of the
/// multiply-adds. Chosen by [`weigh_choices`](crate::weigh_choices).
pub(crate) const UPSAMPLERS: [&str; 2] = ["generator.ups.0", "generator.ups.1"];

/// What [`sweep`](crate::sweep) found for the official weights; its first lines say how to make it
/// again.
const MEASURED: &str = include_str!("sensitivity.tsv");

/// What coding one convolution in 8 bits does.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// The convolution's name.
    pub conv: String,
    /// Its share of the segment's multiply-adds, 0 to 1.
    pub share: f64,
    /// Mean log-mel distance to the sound in f32, in dB.
    pub distance_db: f64,
}

/// The committed table, most sensitive first.
pub fn measured() -> &'static [Sensitivity] {
    static TABLE: LazyLock<Vec<Sensitivity>> = LazyLock::new(|| {
        let line = |line: &str| {
            let mut fields = line.split('\t');
            let conv = fields.next()?.to_owned();
            let share: f64 = fields.next()?.parse().ok()?;
            Some(Sensitivity {
                conv,
                share: share / 100.0,
                distance_db: fields.next()?.parse().ok()?,
            })
        };
        MEASURED.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect()
    });
    &TABLE
}

/// Whether a convolution stays in f32: by the table, or as one of the two upsamplers.
pub fn stays_float(conv: &str) -> bool {
    UPSAMPLERS.contains(&conv) || pays(conv)
}

/// Whether a convolution stays in f32 by the table.
pub(crate) fn pays(conv: &str) -> bool {
    let pays = |row: &Sensitivity| row.distance_db >= FLOAT_FROM_DB_PER_CENT * 100.0 * row.share;
    measured().iter().any(|row| row.conv == conv && pays(row))
}

/// Rows as `sensitivity.tsv` has them: name, share of the multiply-adds in per cent, dB.
pub fn table(rows: &[Sensitivity]) -> String {
    let mut text = String::from(
        "# Log-mel distance (dB) to the sound in f32 when only this convolution is coded in 8 \
         bits,\n\
         # over the phrases of held_out.tsv, with ranges from calibration.tsv. Made by:\n\
         # kokoro npu sensitivity -o kokoro-export/src/quantize/sensitivity.tsv\n\
         # convolution\tper cent of the multiply-adds\tdB\n",
    );
    for Sensitivity { conv, share, distance_db } in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{conv}\t{:.3}\t{distance_db:.4}", 100.0 * share);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let written = table(measured());
        assert_eq!(written, MEASURED);
        assert!(measured().is_sorted_by(|a, b| a.distance_db >= b.distance_db));
        let share: f64 = measured().iter().map(|row| row.share).sum();
        assert!((share - 1.0).abs() < 1e-3, "the shares add up to {share}");
    }

    #[test]
    fn little_stays_float_and_it_pays() {
        for conv in
            ["F0_conv", "N_conv", "generator.noise_convs.1", "generator.conv_post", "encode.conv1"]
        {
            assert!(stays_float(conv), "{conv}");
        }
        assert!(!stays_float("generator.resblocks.3.convs1.0"));
        let share: f64 =
            measured().iter().filter(|row| stays_float(&row.conv)).map(|row| row.share).sum();
        assert!(share < 0.045, "{share} of the multiply-adds would stay float");
    }
}
