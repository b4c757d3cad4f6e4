use super::abbreviation;
use crate::english::testing::said;

#[test]
fn titles_and_names() {
    for (text, expected) in [
        ("Mr. Fox, Mrs. Fox and Dr. Lee", "Mister Fox, Missus Fox and Doctor Lee"),
        (
            "Gen. Lee met Lt. Col. Ray and Sgt. York.",
            "General Lee met Lieutenant Colonel Ray and Sergeant York.",
        ),
        ("Mr Fox and Dr Lee", "Mister Fox and Doctor Lee"),
        ("Sammy Davis Jr. sang.", "Sammy Davis Junior sang."),
        ("Sen. Ann Kay and Rep. Bob May", "Senator Ann Kay and Representative Bob May"),
        ("Mt. Hood is near Ft. Rock.", "Mount Hood is near Fort Rock."),
        ("Ask the Dr. about it.", "Ask the Doctor about it."),
    ] {
        assert_eq!(said(abbreviation, text), expected);
    }
}

#[test]
fn streets_and_saints() {
    for (text, expected) in [
        ("St. Mary School on Main St. opens.", "Saint Mary School on Main Street opens."),
        ("Main St. and St. John's St.", "Main Street and Saint John's Street."),
        ("She lives at 1428 Elm St. It is old.", "She lives at 1428 Elm Street. It is old."),
        ("At 5th St. Mary turned.", "At 5th Street. Mary turned."),
        ("12 Oak Dr., Austin", "12 Oak Drive, Austin"),
        ("Mulholland Dr. is long, Dr. Kay.", "Mulholland Drive is long, Doctor Kay."),
        ("1211 E Arques Ave", "1211 E Arques Avenue"),
        ("the Wall St. Journal", "the Wall Street Journal"),
        ("Church St. St. Mary's", "Church Street Saint Mary's"),
    ] {
        assert_eq!(said(abbreviation, text), expected);
    }
}

#[test]
fn firms_and_numbers() {
    for (text, expected) in [
        ("Acme Inc. sued Bolt & Co. over it.", "Acme Incorporated sued Bolt & Company over it."),
        ("He works at Acme Corp. She does not.", "He works at Acme Corporation. She does not."),
        (
            "Fig. 4 vs. Fig. 5, approx. in vol. 2, no. 3.",
            "Figure 4 versus figure 5, approximately in volume 2, number 3.",
        ),
        ("See pp. 3, ch. IV and App. B.", "See pages 3, chapter IV and appendix B."),
        ("built c. 1850", "built circa 1850"),
        ("Kay ft. Ann in Ft. Worth", "Kay featuring Ann in Fort Worth"),
        ("It is. Misc. items", "It is. Miscellaneous items"),
        ("est. 1920, est. cost", "established 1920, estimated cost"),
    ] {
        assert_eq!(said(abbreviation, text), expected);
    }
}

#[test]
fn ends_of_sentences() {
    for (text, expected) in [
        ("Bring cups, plates, etc. We start.", "Bring cups, plates, et cetera. We start."),
        ("Cups, plates, etc., are here.", "Cups, plates, et cetera, are here."),
        ("Ask the dept. They know, etc.", "Ask the department. They know, et cetera."),
        ("(max. 5 and min. effort)", "(maximum 5 and minimum effort)"),
        ("Roe v. Wade by Smith et al. in", "Roe versus Wade by Smith et al in"),
    ] {
        assert_eq!(said(abbreviation, text), expected);
    }
}

#[test]
fn words_that_look_like_abbreviations() {
    for text in [
        "No. I said no.",
        "The answer is no. 5 people came.",
        "He went to the max. We slept.",
        "Gen Z and the art. It is fun.",
        "They saw the sun. It was co-op.",
        "a fig tree, an ed tech firm, in temp work",
        "She ran 6 ft. She won.",
        "It is in vol-au-vent and in no way.",
    ] {
        assert_eq!(said(abbreviation, text), text);
    }
}
