//! Heteronyms with different vowels or consonants: lead and lead, live and live.

use super::grammar::Governor;
use super::rule::Reading::{self, As};
use super::rule::Test::*;
use super::rule::{Heteronym, Rule};
use super::table::{of, said, when};

/// See [`super`]. In the order of the words.
pub(super) const TABLE: &[Heteronym] = &[
    of("abuse", USE),
    of("affect", &[
        when(&[Tagged("NN JJ"), Not(&Previous("flat blunt blunted positive negative of his her restricted depressed")), Not(&SurelyNoun)], As("VERB")),
    ]),
    of("affects", &[when(&[Tagged("VBZ NN"), Not(&PreviousTagged("DT JJ"))], As("VERB"))]),
    of("agape", &[
        when(&[Near("love greek christian divine eros philia paul theology god")
              , Not(&Near("mouth mouths jaw stood stared left"))], said("ɑɡˈɑpˌA", "aɡˈɑːpA")),
    ]),
    of("axes", &[
        when(&[Near("graph plot chart x y z coordinate rotation label labels")], As("DEFAULT")),
        when(&[Near("lumberjack lumberjacks firefighter firefighters hammer hammers sword swords chop \
                chopped wood trees sharpened sharp swing swung swinging battle stone weapons spears knives \
                handles blade blades hatchets armed shields picks saws shovels throwing hacked door doors \
                spades woodcutters")], said("ˈæksᵻz", "ˈaksɪz")),
    ]),
    of("bases", &[
        when(&[Tagged("VBZ")], BASES),
        when(&[Near("military army air naval navy force loaded runner runners inning stolen stole cover \
                covered covering touch touched baseball troops soldiers missile dna rna nucleotide \
                nitrogenous acid acids pitcher steal overseas marine marines nato base class classes \
                tuple customer fan user")], BASES),
    ]),
    of("bass", &[
        when(&[Near("guitar guitars guitarist player players line lines drum drums clef treble note notes sing sings \
                sang singing tenor soprano baritone alto voice voices double electric amp music band \
                play plays played playing solo speaker speakers sound volume jazz song songs boost \
                beat synth keyboard strings bassoon")], As("ADJ")),
        when(&[Near("fish fishing fisherman caught catch catching lake river sea striped largemouth \
                smallmouth grilled fillet fillets pond boat bait hook angler anglers fry fried chilean trout \
                salmon perch pike cod shops recipe chef")], As("DEFAULT")),
        when(&[], As("ADJ")),
    ]),
    of("bow", &[
        when(&[Near("arrow arrows violin cello fiddle violinist cellist string strings ribbon ribbons archer archery \
                hunting tie ties knot quiver cupid hair tied shot shoot strung gift"), Not(&Tagged("VB"))], As("DEFAULT")),
        when(&[Tagged("NN"), Left("take takes took taking taken make makes made making gave deep low slight polite formal")], As("VERB")),
        when(&[Near("ship ships boat boats stern vessel port starboard deck hull sailor \
                sailors mast yacht wave waves anchor canoe")], As("VERB")),
        when(&[Tagged("NN"), Governed(&[Governor::Base])], As("VERB")),
    ]),
    of("bows", &[
        when(&[Near("arrow arrows violin violins ribbon ribbons archers knots tied hair gift crossbows")], As("DEFAULT")),
        when(&[Left("take takes took taking their deep low many")], As("VERB")),
        when(&[Near("ship ships boat stern vessel deck hull")], As("VERB")),
    ]),
    of("close", &[
        when(&[Next("to by together enough behind"), Not(&Governed(&[Governor::Base])), Not(&Second("the at"))], As("DEFAULT")),
        when(&[Next("friend friends call relative relatives relationship relations ties look attention range \
                quarters proximity race contact contest match eye second partner ally allies family \
                combat association cousin"), Not(&Governed(&[Governor::Base]))], As("DEFAULT")),
        when(&[Tagged("VB NN"), Previous("very too so pretty extremely really quite fairly")], As("DEFAULT")),
        when(&[First, NextTagged("DT PRP$")], As("VERB")),
        when(&[Tagged("JJ RB"), Governed(&[Governor::Base]), Not(&Previous("let"))
              , NextTagged(". DT PRP$ IN CD"), Not(&Next("to by together enough behind in"))], As("VERB")),
    ]),
    of("deserts", &[when(&[Previous("just")], As("VERB"))]),
    of("does", &[
        when(&[Near("buck bucks deer fawn fawns stag stags doe herd antlers hunter hunters")
              , Previous("the two three four five six several many few some and young pregnant")
              , Not(&NextTagged("PRP RB VB DT NN"))], said("dˈOz", "dˈQz")),
    ]),
    of("dove", &[
        when(&[Tagged("NN JJ"), Next("into in off under down headfirst underwater"), Not(&PreviousTagged("DT JJ CD"))], As("VERB")),
        when(&[Tagged("VB"), Previous("a the white turtle mourning")], As("DEFAULT")),
    ]),
    of("evening", &[when(&[Next("out up"), PreviousTagged("VB")], said("ˈivənɪŋ", "ˈiːvənɪŋ"))]),
    of("excuse", USE),
    of("grave", &[
        when(&[Next("accent accents")], GRAVE),
        when(&[Near("accent accents acute circumflex diacritic")], GRAVE),
    ]),
    of("lead", &[
        when(&[Next("pipe pipes piping poisoning paint paints roof roofs glass crystal pencil \
                pencils bullet bullets shot acid ore mine mines mining weight weights \
                sinker sinkers contamination exposure free lined shield shields shielding apron type \
                battery batteries plate plates sheet sheets solder oxide sulfide acetate azide chromate \
                glaze glazes foil dust toy toys coffin balloon soldiers smelter compounds \
                toxicity plumbing alloy alloys isotopes nitrate seal seals dioxide ions")], LEAD),
        when(&[Tagged("NN JJ"), Previous("molten tetraethyl pencil white red blood metallic")], LEAD),
        when(&[Tagged("NN JJ"), Previous("of in as and or , than contains containing contain")
              , Near("metal metals tin copper zinc iron mercury cadmium arsenic pounds tons \
                sheet sheets traces made roof poisoning toxic pipes paint molten heavy heavier levels covered lined")
              , Not(&Previous("the a"))], LEAD),
    ]),
    of("live", &[
        when(&[Governed(&[Governor::Base]), Tagged("VB"), Not(&Next("stream tweet blog")), Not(&Left("perform play sing stream broadcast appear go air"))], As("VERB")),
        when(&[Left("go goes went going gone come came perform performs performed performing sing sang \
                stream streams streamed streaming broadcast broadcasting aired airing recorded reporting \
                reported appear appeared watch watched"), Not(&Previous("to and who that i we you they")), Not(&Next("in with at near"))], As("DEFAULT")),
        when(&[Previous("played play plays playing"), Not(&Next("in with"))], As("DEFAULT")),
        when(&[Next("music show shows concert concerts audience band bands performance performances stream streams \
                streaming broadcast broadcasts tv television event events coverage ammunition bait \
                wire wires animals animal chat updates update demo recording album theater ammo birth births")
              , Not(&Previous("to we they you i who must"))], As("DEFAULT")),
        when(&[Tagged("JJ NN RB"), Governed(&[Governor::Plural]), NextTagged("IN RB ."), Not(&Next("from"))], As("VERB")),
        when(&[Tagged("VB"), Governed(&[Governor::Participle])], As("DEFAULT")),
    ]),
    of("lives", &[
        when(&[Tagged("VBZ"), PreviousTagged("PRP$ CD")], As("DEFAULT")),
        when(&[Tagged("VBZ"), Previous("human many of whose past save saved lost private own")], As("DEFAULT")),
        when(&[Tagged("NN"), Previous("he she it who"), Not(&Second("gave give gives"))], As("VERB")),
        when(&[Tagged("NN"), PreviousTagged("NN NNP"), Next("in with at on here there alone near")
              , Not(&PreviousTagged("NNS POS")), Not(&NearTagged("VBZ VBD VBP MD"))], As("VERB")),
    ]),
    of("minute", &[
        when(&[Next("detail details amount amounts quantity quantities particle particles trace \
                traces difference differences crack cracks fraction organisms variations examination inspection \
                crystals creatures specks speck fragments fragment portion portions doses droplets pieces \
                scrutiny changes proportion dimensions description")
              , Not(&PreviousTagged("CD HYPH")), Not(&Previous("last every"))], As("ADJ")),
        when(&[Previous("very so extremely incredibly most too almost"), Not(&NextTagged("NN"))], As("ADJ")),
        when(&[Previous("of are were is was no such its even tiny contains in many these those some"), NextTagged("NNS")
              , Not(&Next("hands minutes books walks steaks"))], As("ADJ")),
    ]),
    of("misread", &[
        when(&[Governed(&[Governor::Base])], said("mˌɪsɹˈid", "mˌɪsɹˈiːd")),
        when(&[Tagged("VBD VBN VBP"), Not(&First)], said("mˌɪsɹˈɛd", "mˌɪsɹˈɛd")),
    ]),
    of("moped", &[when(&[Tagged("VB"), Previous("a the his her my your their our this")], As("DEFAULT"))]),
    of("number", &[
        when(&[Previous("got grew grow growing felt feel feels feeling became become becoming getting gets much")
              , Not(&NextTagged("CD NN")), Not(&Next("of one"))
              , Near("finger fingers hand hands toe toes leg legs foot feet face lips numb \
                cold cheek cheeks arm arms nose heart than and")], said("nˈʌməɹ", "nˈʌmə")),
    ]),
    of("polish", &[
        when(&[First, Next("the your his her my our it with and up off"), Tagged("VB NN")], POLISH),
        when(&[Capitalized, Previous("nail shoe silver floor furniture french spit and"), Tagged("NN")
              , Not(&Next("and"))], POLISH),
    ]),
    of("primer", &[
        when(&[Near("paint paints painting coat coats wall wood dna pcr primers rna metal surface")], NOTHING_PRIMER),
        when(&[Next("on for about to")], said("pɹˈɪməɹ", "pɹˈImə")),
        when(&[Near("book reading school textbook latin chapter")], said("pɹˈɪməɹ", "pɹˈImə")),
    ]),
    of("putting", &[
        when(&[Near("golf golfer golfers green greens putter birdie par tee hole holes putts putt")
              , Not(&NextTagged("DT PRP NN CD"))], said("pˈʌɾɪŋ", "pˈʌtɪŋ")),
        when(&[Next("green greens stroke")], said("pˈʌɾɪŋ", "pˈʌtɪŋ")),
    ]),
    of("pâté", &[when(&[], said("pɑtˈA", "pˈatA"))]),
    of("read", PAST_READ),
    of("refuse", &[
        when(&[Tagged("NN"), MissingVerb], As("VERB")),
        when(&[Tagged("VB"), SurelyNoun], As("NOUN")),
        when(&[Tagged("VB JJ"), Next("collection bin bins collector collectors dump disposal sacks")], As("NOUN")),
    ]),
    of("reread", PAST_READ),
    of("resent", &[
        when(&[Governed(&[Governor::Participle])], NOTHING_RESENT),
        when(&[Near("email emails message messages letter packet packets request requests data file files invoice")], NOTHING_RESENT),
        when(&[], said("ɹizˈɛnt", "ɹɪzˈɛnt")),
    ]),
    of("resume", &[when(&[Tagged("NN"), Not(&First), Not(&Governed(&[Governor::Base, Governor::Plural]))], RESUME)]),
    of("resumes", &[when(&[Tagged("NNS"), Not(&Previous("it he she that which"))], said("ɹˈɛzəmˌAz", "ɹˈɛzjuːmAz"))]),
    of("rosé", &[when(&[], said("ɹOzˈA", "ɹˈQzA"))]),
    of("row", &[
        when(&[British, Second("in"), Previous("a"), Not(&Next("over about with"))], NOTHING_ROW),
        when(&[British, Tagged("NN"), Next("over about erupted broke between escalated intensified")
              , Not(&Previous("front back top bottom first last second"))], ROW),
        when(&[British, Tagged("NN"), Left("had having have has"), Next("with .")], ROW),
        when(&[British, Tagged("NN"), Previous("terrible blazing furious flaming political diplomatic almighty bitter heated")], ROW),
    ]),
    of("résumé", &[when(&[], RESUME)]),
    of("résumés", &[when(&[], said("ɹˈɛzəmˌAz", "ɹˈɛzjuːmAz"))]),
    of("sake", &[
        when(&[Left("the for 's ’s god goodness own heaven pete"), Not(&Previous("of warm hot drink drank"))], NOTHING_SAKE),
        when(&[Near("drink drank drinking drunk sushi rice warm hot cup cups bottle bottles glass \
                glasses japanese japan brewery brewing beer wine bar served sip sipped"), Not(&Previous("the 's ’s"))], said("sˈɑki", "sˈɑːki")),
    ]),
    of("sewer", &[
        when(&[Near("pipe pipes rat rats drain drains water underground manhole system line lines city")], NOTHING_SEWER),
        when(&[Near("quilter quilting sewing seamstress fabric needle expert garment garments dressmaker \
                stitches knitter avid thread patterns")], said("sˈOəɹ", "sˈQə")),
    ]),
    of("slough", &[
        when(&[Next("off away"), Not(&British)], said("slˈʌf", "slˈʌf")),
        when(&[British, Next("off away")], said("slˈʌf", "slˈʌf")),
    ]),
    of("sow", &[
        when(&[Tagged("NN"), Governed(&[Governor::Plural, Governor::Base])], As("VERB")),
        when(&[Tagged("NN"), Near("seed seeds reap wheat grain oats")], As("VERB")),
        when(&[Near("piglets piglet pigs pig boar boars litter"), Previous("a the his her their old"), Tagged("VB JJ")], As("NOUN")),
    ]),
    of("tear", &[
        when(&[Tagged("NN VB"), Previous("single"), Near("eye eyes cheek face")], As("DEFAULT")),
        when(&[Tagged("NN VB"), Near("eye eyes cheek cheeks shed wiped wipe weep sad cry gas duct ducts drop drops crying"), Not(&Governed(&[Governor::Base]))], As("DEFAULT")),
        when(&[Tagged("NN"), Near("jacket shirt fabric cloth pants jeans muscle ligament acl meniscus tendon \
                rotator skirt dress sail tent net curtain canvas cartilage wear sleeve coat seam sheet screen \
                bag page pages paper stocking stockings tights trousers hole repair")], As("VERB")),
        when(&[Tagged("NN"), Governed(&[Governor::Base])], As("VERB")),
        when(&[Tagged("NN"), MissingVerb], As("VERB")),
        when(&[Tagged("VB"), SurelyNoun], As("DEFAULT")),
    ]),
    of("tears", &[
        when(&[Previous("muscle ligament meniscus tendon acl rotator small"), Tagged("NN")], As("VERB")),
        when(&[Tagged("VBZ"), Previous("in into to of her his my their bitter burst hot")], As("DEFAULT")),
    ]),
    of("unionized", &[
        when(&[Near("ammonia form molecule molecules acid drug ph solution fraction species gas atoms")], said("ˌʌnˈIənˌIzd", "ˌʌnˈIənIzd")),
    ]),
    of("use", USE),
    of("used", &[
        when(&[Next("to"), Left("get gets got getting gotten become becomes became becoming"), Not(&Previous("being"))], USED),
        when(&[Next("to"), Left("is are was were am be been being 're ’re 'm ’m 's ’s not n't"), Tagged("VBN"), Right("it this that them him her me you seeing being having going doing working living")], USED),
        when(&[Next("to"), Left("is are was were be been being")], As("DEFAULT")),
    ]),
    of("uses", USE),
    of("viva", &[when(&[Next("la las el los mexico españa italia l")], said("vˈivə", "vˈiːvə"))]),
    of("wind", &[
        when(&[Next("turbine turbines power farm farms speed speeds energy chill instrument instruments tunnel gust gusts direction")], As("DEFAULT")),
        when(&[Tagged("VB"), SurelyNoun, Not(&Next("up down"))], As("DEFAULT")),
        when(&[Tagged("NN"), Governed(&[Governor::Base])], As("VERB")),
        when(&[Tagged("NN"), Governed(&[Governor::Plural]), Next("up down around through the")], As("VERB")),
    ]),
    of("winds", &[
        when(&[Tagged("VBZ"), Previous("strong high the cold warm trade gale prevailing light heavy north south east west")
              , Not(&Next("through along around its up down"))], As("DEFAULT")),
        when(&[Tagged("NN"), Previous("road river path trail street stream staircase it he she"), Next("through along around its up down between into")], As("VERB")),
    ]),
    of("wound", &[
        when(&[Tagged("VBD VBN VBP"), Previous("bullet gunshot stab head flesh open the a his her knife exit entry leg chest old"), Not(&Next("up around down"))], As("DEFAULT")),
        when(&[Tagged("NN VB"), Next("up around down tightly tight through"), Not(&PreviousTagged("DT JJ NN PRP$ TO MD"))], As("VBD")),
        when(&[Tagged("VB"), Governed(&[Governor::Base])], As("DEFAULT")),
        when(&[Tagged("NN"), Governed(&[Governor::Third, Governor::Plural, Governor::Participle]), NextTagged("DT PRP")], As("VBD")),
    ]),
];

const BASES: Reading = said("bˈAsᵻz", "bˈAsɪz");
const GRAVE: Reading = said("ɡɹˈɑv", "ɡɹˈɑːv");
const LEAD: Reading = said("lˈɛd", "lˈɛd");
const NOTHING_PRIMER: Reading = said("pɹˈIməɹ", "pɹˈImə");
const NOTHING_RESENT: Reading = said("ɹisˈɛnt", "ɹiːsˈɛnt");
const NOTHING_ROW: Reading = said("ɹˈO", "ɹˈQ");
const NOTHING_SAKE: Reading = said("sˈAk", "sˈAk");
const NOTHING_SEWER: Reading = said("sˈuəɹ", "sˈuːə");
const POLISH: Reading = said("pˈɑlɪʃ", "pˈɒlɪʃ");
const RESUME: Reading = said("ɹˈɛzəmˌA", "ɹˈɛzjuːmA");
const ROW: Reading = said("ɹˈW", "ɹˈW");
const USED: Reading = said("jˈust", "jˈuːst");

/// Use, excuse, abuse: the noun has the voiceless consonant.
const USE: &[Rule] = &[
    when(&[Tagged("VB"), Previous("no any much of into for its his drug substance energy common heavy")
          , Not(&Next("the a it them")), Not(&Governed(&[Governor::Base]))], As("NOUN")),
    when(&[Tagged("VB"), SurelyNoun], As("NOUN")),
    when(&[Tagged("NN"), Governed(&[Governor::Base]), NextTagged("DT PRP"), Not(&Previous("to"))], As("VERB")),
    when(&[Tagged("NN"), MissingVerb], As("VERB")),
];

/// Read, misread, reread: the past has the vowel of "red".
const PAST_READ: &[Rule] = &[
    when(&[Governed(&[Governor::Base])], BASE_READ),
    when(&[Governed(&[Governor::Participle]), Not(&Tagged("NN"))], As("VBD")),
    when(&[First, NextTagged("DT PRP$ RBR JJR"), Not(&Next("this , ")), Tagged("VB")], BASE_READ),
    when(&[Governed(&[Governor::Third, Governor::Past])], As("VBD")),
    when(&[Governed(&[Governor::Plural]), Near(PAST_CUES)], As("VBD")),
    when(&[Governed(&[Governor::Plural]), Near(HABITS), Not(&NearTagged("VBD"))], BASE_READ),
    when(&[Governed(&[Governor::Plural]), Tagged("VBP VB"), NearTagged("VBZ VBP"), Not(&NearTagged("VBD"))], BASE_READ),
];
const BASE_READ: Reading = As("DEFAULT");
const PAST_CUES: &str = "yesterday last ago once earlier previously then was were did had when";
const HABITS: &str = "every each usually often always never sometimes rarely seldom daily weekly \
                      regularly mostly generally normally on mornings evenings nowadays";
