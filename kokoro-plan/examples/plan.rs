//! Prints the plan of a text as JSON, one step a line:
//!
//! ```sh
//! echo 'One. [pause:1s] Two.' | cargo run -q -p kokoro-plan --example plan -- [FORMAT [PAUSES]]
//! ```

use std::error::Error;
use std::io;

use kokoro_plan::{PlanOptions, json, plan};
use kokoro_text::{FrontEnds, Language};

fn main() -> Result<(), Box<dyn Error>> {
    let text = io::read_to_string(io::stdin())?;
    let mut arguments = std::env::args().skip(1);
    let mut options = PlanOptions::new("af_heart", Language::AmericanEnglish);
    if let Some(format) = arguments.next() {
        options.text.format = format.parse()?;
    }
    if let Some(pauses) = arguments.next() {
        options.pauses = pauses.parse()?;
    }
    for item in plan(&text, &FrontEnds::default(), &options) {
        println!("{}", json::line(&item?));
    }
    Ok(())
}
