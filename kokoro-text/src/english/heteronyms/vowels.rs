//! Heteronyms with different vowels: lead and lead, live and live.

use super::grammar::Governor;
use super::rule::Heteronym;
use super::rule::Reading::{self, As};
use super::rule::Test::*;
use super::table::{said, table};

/// See [`super`]. In the order of the words.
pub(super) const TABLE: &[Heteronym] = table! {
    "affect" {
        Tagged("NN JJ"),
            Not(&Previous("flat blunt blunted positive negative of his her restricted depressed")),
            Not(&SurelyNoun) => As("VERB");
    }
    "affects" {
        Tagged("VBZ NN"), Not(&PreviousTagged("DT JJ")) => As("VERB");
    }
    "agape" {
        Near("love greek christian divine eros philia paul theology god"),
            Not(&Near("mouth mouths jaw stood stared left")) => said("ɑɡˈɑpˌA", "aɡˈɑːpA");
    }
    "axes" {
        Near("graph plot chart x y z coordinate rotation label labels") => As("DEFAULT");
        Near("lumberjack lumberjacks firefighter firefighters hammer hammers sword swords chop \
                 chopped wood trees sharpened sharp swing swung swinging battle stone weapons \
                 spears knives handles blade blades hatchets armed shields picks saws shovels \
                 throwing hacked door doors spades woodcutters") => said("ˈæksᵻz", "ˈaksɪz");
    }
    "bases" {
        Tagged("VBZ") => BASES;
        Near("military army air naval navy force loaded runner runners inning stolen stole cover \
                 covered covering touch touched baseball troops soldiers missile dna rna \
                 nucleotide nitrogenous acid acids pitcher steal overseas marine marines nato base \
                 class classes tuple customer fan user") => BASES;
    }
    "bass" {
        Next("guitar guitars guitarist player players line lines drum drums clef note notes voice \
                 amp solo part parts violin viol synth strings") => As("ADJ");
        Left(FISHING) => As("DEFAULT");
        Right(FISHING) => As("DEFAULT");
        Near(MUSIC) => As("ADJ");
        Near(FISHING) => As("DEFAULT");
        Not(&Capitalized) => As("ADJ");
    }
    "bow" {
        Near("arrow arrows violin cello fiddle violinist cellist string strings ribbon ribbons \
                 archer archery hunting tie ties knot quiver cupid hair tied shot shoot strung \
                 gift"), Not(&Tagged("VB")) => As("DEFAULT");
        Tagged("NN"),
            Left("take takes took taking taken make makes made making gave deep low slight polite \
                 formal") => As("VERB");
        Near("ship ships boat boats stern vessel port starboard deck hull sailor sailors mast \
                 yacht wave waves anchor canoe") => As("VERB");
        Tagged("NN"), Governed(&[Governor::Base]), Not(&PreviousTagged("CC ,")) => As("VERB");
    }
    "bows" {
        Near("arrow arrows violin violins ribbon ribbons archers knots tied hair gift \
                 crossbows") => As("DEFAULT");
        Left("take takes took taking their deep low many") => As("VERB");
        Near("ship ships boat stern vessel deck hull") => As("VERB");
    }
    "deserts" {
        Previous("just") => As("VERB");
    }
    "does" {
        Near("buck bucks deer fawn fawns stag stags doe herd antlers hunter hunters"),
            Previous("the two three four five six several many few some and young pregnant"),
            Not(&NextTagged("PRP RB VB DT NN")) => said("dˈOz", "dˈQz");
    }
    "dove" {
        Tagged("NN JJ"), Next("into in off under down headfirst underwater"),
            Not(&PreviousTagged("DT JJ CD")) => As("VERB");
        Tagged("VB"), Previous("a the white turtle mourning") => As("DEFAULT");
    }
    "evening" {
        Next("out up"), PreviousTagged("VB") => said("ˈivənɪŋ", "ˈiːvənɪŋ");
    }
    "grave" {
        Next("accent accents") => GRAVE;
        Near("accent accents acute circumflex diacritic") => GRAVE;
    }
    "lead" {
        Next("pipe pipes piping poisoning paint paints roof roofs glass crystal pencil pencils \
                 bullet bullets shot acid ore mine mines mining weight weights sinker sinkers \
                 contamination exposure free lined shield shields shielding apron type battery \
                 batteries plate plates sheet sheets solder oxide sulfide acetate azide chromate \
                 glaze glazes foil dust toy toys coffin balloon soldiers smelter compounds \
                 toxicity plumbing alloy alloys isotopes nitrate seal seals dioxide \
                 ions") => LEAD;
        Tagged("NN JJ"), Previous("molten tetraethyl pencil white red blood metallic") => LEAD;
        Tagged("NN JJ"), Previous("of in as and or , than contains containing contain"),
            Near("metal metals tin copper zinc iron mercury cadmium arsenic pounds tons sheet \
                 sheets traces made roof poisoning toxic pipes paint molten heavy heavier levels \
                 covered lined"), Not(&Previous("the a")) => LEAD;
    }
    "live" {
        Governed(&[Governor::Base]), Tagged("VB"), Not(&Next("stream tweet blog")),
            Not(&Left("perform play sing stream broadcast appear go air")) => As("VERB");
        Left("go goes went going gone come came perform performs performed performing sing sang \
                 stream streams streamed streaming broadcast broadcasting aired airing recorded \
                 reporting reported appear appeared watch watched"),
            Not(&Previous("to and who that i we you they")),
            Not(&Next("in with at near")) => As("DEFAULT");
        Previous("played play plays playing"), Not(&Next("in with")) => As("DEFAULT");
        Next("music show shows concert concerts audience band bands performance performances \
                 stream streams streaming broadcast broadcasts tv television event events coverage \
                 ammunition bait wire wires animals animal chat updates update demo recording \
                 album theater ammo birth births"),
            Not(&Previous("to we they you i who must")) => As("DEFAULT");
        Tagged("JJ NN RB"), Governed(&[Governor::Plural]), NextTagged("IN RB ."),
            Not(&Next("from")) => As("VERB");
        Tagged("VB"), Governed(&[Governor::Participle]) => As("DEFAULT");
    }
    "lives" {
        Tagged("VBZ"), PreviousTagged("PRP$ CD"), Not(&Previous("one")) => As("DEFAULT");
        Tagged("VBZ"),
            Previous("human many of whose past save saved lost private own") => As("DEFAULT");
        Tagged("NN"), Previous("he she it who"), Not(&Second("gave give gives")) => As("VERB");
        Tagged("NN"), PreviousTagged("NN NNP"), Next("in with at on here there alone near"),
            Not(&PreviousTagged("NNS POS")), Not(&NearTagged("VBZ VBD VBP MD")) => As("VERB");
    }
    "minute" {
        Next("detail details amount amounts quantity quantities particle particles trace traces \
                 difference differences crack cracks fraction organisms variations examination \
                 inspection crystals creatures specks speck fragments fragment portion portions \
                 doses droplets pieces scrutiny changes proportion dimensions description"),
            Not(&PreviousTagged("CD HYPH")), Not(&Previous("last every")) => As("ADJ");
        Previous("very so extremely incredibly most too almost"),
            Not(&NextTagged("NN")) => As("ADJ");
        Previous("of are were is was no such its even tiny contains in many these those some"),
            NextTagged("NNS"), Not(&Next("hands minutes books walks steaks")) => As("ADJ");
    }
    "moped" {
        Tagged("VB"), Previous("a the his her my your their our this") => As("DEFAULT");
    }
    "number" {
        Previous("got grew grow growing felt became become becoming getting gets"),
            NextTagged(". , :") => said("nˈʌməɹ", "nˈʌmə");
        Previous("got grew grow growing felt feel feels feeling became become becoming getting \
                 gets much"), Not(&NextTagged("CD NN")), Not(&Next("of one")),
            Near("finger fingers hand hands toe toes leg legs foot feet face lips numb cold cheek \
                 cheeks arm arms nose heart than and") => said("nˈʌməɹ", "nˈʌmə");
    }
    "polish" {
        First, Next("the your his her my our it with and up off"), Tagged("VB NN") => POLISH;
        Capitalized, Previous("nail shoe silver floor furniture french spit and"), Tagged("NN"),
            Not(&Next("and")) => POLISH;
    }
    "primer" {
        Near("paint paints painting coat coats wall wood dna pcr primers rna metal \
                 surface") => PRIMER;
        Next("on for about to") => said("pɹˈɪməɹ", "pɹˈImə");
        Near("book reading school textbook latin chapter") => said("pɹˈɪməɹ", "pɹˈImə");
    }
    "putting" {
        Near("golf golfer golfers green greens putter birdie par tee hole holes putts putt"),
            Not(&NextTagged("DT PRP NN CD")) => said("pˈʌɾɪŋ", "pˈʌtɪŋ");
        Next("green greens stroke") => said("pˈʌɾɪŋ", "pˈʌtɪŋ");
    }
    "pâté" {
        => said("pɑtˈA", "pˈatA");
    }
    "resume" {
        Tagged("NN"), Not(&First), Not(&Governed(&[Governor::Base, Governor::Plural])) => RESUME;
    }
    "resumes" {
        Tagged("NNS"), Not(&Previous("it he she that which")) => said("ɹˈɛzəmˌAz", "ɹˈɛzjuːmAz");
    }
    "rosé" {
        => said("ɹOzˈA", "ɹˈQzA");
    }
    "row" {
        British, Second("in"), Previous("a"), Not(&Next("over about with")) => ROW;
        British, Tagged("NN"), Next("over about erupted broke between escalated intensified"),
            Not(&Previous("front back top bottom first last second")) => QUARREL;
        British, Tagged("NN"), Left("had having have has"), Next("with .") => QUARREL;
        British, Tagged("NN"),
            Previous("terrible blazing furious flaming political diplomatic almighty bitter \
                 heated") => QUARREL;
    }
    "résumé" {
        => RESUME;
    }
    "résumés" {
        => said("ɹˈɛzəmˌAz", "ɹˈɛzjuːmAz");
    }
    "sake" {
        Left("the for 's ’s god goodness own heaven pete"),
            Not(&Previous("of warm hot drink drank")) => FOR_THE_SAKE;
        Near("drink drank drinking drunk sushi rice warm hot cup cups bottle bottles glass glasses \
                 japanese japan brewery brewing beer wine bar served sip sipped"),
            Not(&Previous("the 's ’s")) => said("sˈɑki", "sˈɑːki");
    }
    "sewer" {
        Near("pipe pipes rat rats drain drains water underground manhole system line lines \
                 city") => DRAIN;
        Near("quilter quilting sewing seamstress fabric needle expert garment garments dressmaker \
                 stitches knitter avid thread patterns") => said("sˈOəɹ", "sˈQə");
    }
    "slough" {
        Next("off away"), Not(&British) => said("slˈʌf", "slˈʌf");
        British, Next("off away") => said("slˈʌf", "slˈʌf");
    }
    "sow" {
        Tagged("NN"), Governed(&[Governor::Plural, Governor::Base]) => As("VERB");
        Tagged("NN"), Near("seed seeds reap wheat grain oats") => As("VERB");
        Near("piglets piglet pigs pig boar boars litter"), Previous("a the his her their old"),
            Tagged("VB JJ") => As("NOUN");
    }
    "tear" {
        Tagged("NN"), Next("fell rolled ran slid dropped trickled streamed slipped welled") =>
            As("DEFAULT");
        Tagged("NN VB"), Previous("single"), Near("eye eyes cheek face") => As("DEFAULT");
        Tagged("NN VB"),
            Near("eye eyes cheek cheeks shed wiped wipe weep sad cry gas duct ducts drop drops \
                 crying"), Not(&Governed(&[Governor::Base])) => As("DEFAULT");
        Tagged("NN"),
            Near("jacket shirt fabric cloth pants jeans muscle ligament acl meniscus tendon \
                 rotator skirt dress sail tent net curtain canvas cartilage wear sleeve coat seam \
                 sheet screen bag page pages paper stocking stockings tights trousers hole \
                 repair") => As("VERB");
        Tagged("NN"), Governed(&[Governor::Base]), Not(&PreviousTagged("CC ,")) => As("VERB");
        Tagged("NN"), MissingVerb => As("VERB");
        Tagged("VB"), SurelyNoun => As("DEFAULT");
    }
    "tears" {
        Previous("muscle ligament meniscus tendon acl rotator small"), Tagged("NN") => As("VERB");
        Tagged("VBZ"), Previous("in into to of her his my their bitter burst hot") => As("DEFAULT");
    }
    "unionized" {
        Near("ammonia form molecule molecules acid drug ph solution fraction species gas \
                 atoms") => said("ˌʌnˈIənˌIzd", "ˌʌnˈIənIzd");
    }
    "viva" {
        Next("la las el los mexico españa italia l") => said("vˈivə", "vˈiːvə");
    }
    "wind" {
        Next("turbine turbines power farm farms speed speeds energy chill instrument instruments \
                 tunnel gust gusts direction") => As("DEFAULT");
        Tagged("VB"), SurelyNoun, Not(&Next("up down")) => As("DEFAULT");
        Tagged("NN"), Governed(&[Governor::Base]), Not(&PreviousTagged("CC ,")) => As("VERB");
        Tagged("NN"), Governed(&[Governor::Plural]),
            Next("up down around through the") => As("VERB");
    }
    "winds" {
        Tagged("VBZ"),
            Previous("strong high the cold warm trade gale prevailing light heavy north south east \
                 west"), Not(&Next("through along around its up down")) => As("DEFAULT");
        Tagged("NN"), Previous("road river path trail street stream staircase it he she"),
            Next("through along around its up down between into") => As("VERB");
    }
    "wound" {
        Tagged("VBD VBN VBP"),
            Previous("bullet gunshot stab head flesh open the a his her knife exit entry leg chest \
                 old"), Not(&Next("up around down")) => As("DEFAULT");
        Tagged("NN VB"), Next("up around down tightly tight through"),
            Not(&PreviousTagged("DT JJ NN PRP$ TO MD")) => As("VBD");
        Tagged("VB"), Governed(&[Governor::Base]) => As("DEFAULT");
        Tagged("NN"), Governed(&[Governor::Third, Governor::Plural, Governor::Participle]),
            NextTagged("DT PRP") => As("VBD");
    }
};

const BASES: Reading = said("bˈAsᵻz", "bˈAsɪz");
const GRAVE: Reading = said("ɡɹˈɑv", "ɡɹˈɑːv");
const LEAD: Reading = said("lˈɛd", "lˈɛd");
const PRIMER: Reading = said("pɹˈIməɹ", "pɹˈImə");
const ROW: Reading = said("ɹˈO", "ɹˈQ");
const FOR_THE_SAKE: Reading = said("sˈAk", "sˈAk");
const DRAIN: Reading = said("sˈuəɹ", "sˈuːə");
const POLISH: Reading = said("pˈɑlɪʃ", "pˈɒlɪʃ");
const RESUME: Reading = said("ɹˈɛzəmˌA", "ɹˈɛzjuːmA");
const QUARREL: Reading = said("ɹˈW", "ɹˈW");
const FISHING: &str = "fish fishing fisherman caught catch catching lake river sea striped \
                       largemouth smallmouth grilled fillet fillets pond boat bait hook hooked \
                       angler anglers fry fried chilean trout salmon perch pike cod shops recipe \
                       chef landed pound pounds";
const MUSIC: &str = "guitar guitars drums treble sing sings sang singing tenor soprano baritone \
                     alto voices double electric music band play plays played playing solo speaker \
                     speakers sound volume jazz song songs boost beat keyboard bassoon";
