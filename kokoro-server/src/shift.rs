//! The steps of a plan of a part of a text, as steps of the plan of the whole.

use std::ops::Range;

use kokoro::plan::Item;

/// The step, with all its places in the text moved by `by` bytes.
pub(crate) fn shifted(mut item: Item, by: usize) -> Item {
    let moved = |range: &mut Range<usize>| *range = range.start + by..range.end + by;
    match &mut item {
        Item::Utterance(planned) => {
            planned.utterance.sources.iter_mut().for_each(moved);
            planned.utterance.words.iter_mut().for_each(|word| moved(&mut word.source));
            planned.marks.iter_mut().for_each(|inner| moved(&mut inner.mark.source));
        }
        Item::Pause(pause) => moved(&mut pause.source),
        Item::Mark(mark) => moved(&mut mark.source),
        Item::Warning(warning) => moved(&mut warning.source),
        Item::Audio { source, instead, .. } => {
            moved(source);
            for step in std::mem::take(instead) {
                instead.push(shifted(step, by)); // no sound is played instead of a sound: depth 1
            }
        }
        _ => {}
    }
    item
}

#[cfg(test)]
mod tests {
    use kokoro::Language;
    use kokoro::plan::{PlanOptions, plan};
    use kokoro::text::FrontEnds;

    use super::*;

    #[test]
    fn a_part_is_planned_as_in_the_whole() {
        let options = PlanOptions::new("af_heart", Language::AmericanEnglish);
        let front_ends = FrontEnds::default();
        let part = "One, [pause:1s] two. [Three](/θɹˈi/)?";
        let whole = format!("{}{part}", " ".repeat(7));
        let items = |text| plan(text, &front_ends, &options).map(Result::unwrap);
        let moved: Vec<Item> = items(part).map(|item| shifted(item, 7)).collect();
        assert_eq!(moved, items(&whole).collect::<Vec<Item>>());
    }
}
