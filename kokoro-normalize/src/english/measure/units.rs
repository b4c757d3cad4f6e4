//! Units of measure and their names.

use crate::Dialect;

mod motion;
mod others;
mod row;
mod size;

use motion::{FORCES_AND_ENERGIES, SPEEDS, TIMES};
use others::{DATA_AND_OTHERS, ELECTRICITY};
use size::{AREAS_AND_VOLUMES, LENGTHS, MASSES};

pub(super) use row::{Space, Unit};

/// All units, in tables by what they measure.
pub(super) const TABLES: [&[Unit]; 8] = [
    LENGTHS,
    AREAS_AND_VOLUMES,
    MASSES,
    TIMES,
    SPEEDS,
    FORCES_AND_ENERGIES,
    ELECTRICITY,
    DATA_AND_OTHERS,
];

/// A name as it is said: Britons weigh in tonnes.
pub(super) fn in_dialect(name: &'static str, dialect: Dialect) -> &'static str {
    match (name, dialect) {
        ("metric ton", Dialect::British) => "tonne",
        ("metric tons", Dialect::British) => "tonnes",
        _ => name,
    }
}
