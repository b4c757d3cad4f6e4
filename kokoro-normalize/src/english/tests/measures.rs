//! Money and measures.

use super::check;
use crate::Dialect;

#[test]
fn money() {
    check(
        Dialect::American,
        &[
            ("$5 and $5.00", "five dollars and five dollars"),
            ("$4.99", "four dollars and ninety nine cents"),
            ("$0.99", "ninety nine cents"),
            ("$.02", "two cents"),
            ("$5.3 billion", "five point three billion dollars"),
            (
                "$1.5bn, $1M and $100k",
                "one point five billion dollars, one million dollars and one hundred thousand \
             dollars",
            ),
            ("$5-10 million", "five to ten million dollars"),
            ("$250–$300", "two hundred fifty dollars to three hundred dollars"),
            ("$2.50-$3", "two dollars and fifty cents to three dollars"),
            ("-$5 and ($5)", "minus five dollars and (five dollars)"),
            ("US$20 or A$5", "twenty U S dollars or five Australian dollars"),
            ("20 USD, CHF 20 and EUR 5", "twenty U S dollars, twenty Swiss francs and five euros"),
            ("20 €, 3,50 € and €20", "twenty euros, three euros and fifty cents and twenty euros"),
            ("£3.20 and £1.01", "three pounds and twenty pence and one pound and one penny"),
            (
                "¥500, ₹20 and ₩460 billion",
                "five hundred yen, twenty rupees and four hundred sixty billion won",
            ),
            ("5¢", "five cents"),
            ("a $20 bill", "a twenty dollar bill"),
            ("the $5 million prize", "the five million dollar prize"),
            ("$20/mo", "twenty dollars per month"),
            ("a $5.3-billion deal", "a five point three billion dollar deal"),
            ("$20.506", "twenty point five zero six dollars"),
            ("2/$5 or 3/$10.50", "two for five dollars or three for ten dollars and fifty cents"),
            ("$(5) million", "minus five million dollars"),
            (
                "₹1 lakh and 1.299,00 €",
                "one lakh rupees and one thousand two hundred ninety nine euros",
            ),
            ("$5 bills or $20 notes", "five dollar bills or twenty dollar notes"),
            ("£1.99p", "one pound and ninety nine pence"),
            ("$1.5million", "one point five million dollars"),
            ("$2 per lb", "two dollars per pound"),
            ("R$5 and 20 kr", "five reais and twenty kroner"),
            ("the $ rose", "the dollar rose"),
            ("$1,234.56", "one thousand two hundred thirty four dollars and fifty six cents"),
            ("$1 or $1.00", "one dollar or one dollar"),
        ],
    );
}

#[test]
fn units() {
    check(
        Dialect::American,
        &[
            ("5kg and 1 kg", "five kilograms and one kilogram"),
            ("60 km/h", "sixty kilometers per hour"),
            ("9.8 m/s²", "nine point eight meters per second squared"),
            ("5 mg/dL", "five milligrams per deciliter"),
            ("350 kWh at 2 kW", "three hundred fifty kilowatt hours at two kilowatts"),
            (
                "2.4 GHz, 16GB and 50Mbps",
                "two point four gigahertz, sixteen gigabytes and fifty megabits per second",
            ),
            (
                "3 m², 5 cm³ and 2 km2",
                "three square meters, five cubic centimeters and two square kilometers",
            ),
            ("26 ft and 8m", "twenty six feet and eight meters"),
            ("5 sq ft", "five square feet"),
            ("30 fps and 72 dpi", "thirty frames per second and seventy two D P I"),
            ("12KG", "twelve kilograms"),
            ("5 lbs. of it", "five pounds of it"),
            ("6 ft. He", "six feet. He"),
            ("an 8 m tunnel", "an eight meter tunnel"),
            ("a 5 km run", "a five kilometer run"),
            ("5-km run", "five kilometer run"),
            ("1/2 mi", "one half mile"),
            ("1 1/2 lbs", "one and a half pounds"),
            ("100 million kg", "one hundred million kilograms"),
            ("5 µm and 10 μg", "five micrometers and ten micrograms"),
            ("3 x 4 cm", "three by four centimeters"),
            ("2 ± 0.1 mm", "two plus or minus zero point one millimeters"),
            ("120/80 mmHg", "one hundred twenty over eighty millimeters of mercury"),
            ("BP 118/76", "BP one hundred eighteen over seventy six"),
            ("lat. 40.7 N", "latitude forty point seven degrees north"),
            ("-5 to 10 degrees C", "minus five to ten degrees Celsius"),
            ("6 ft. 2 in. tall", "six feet two inches tall"),
            ("100 sq. ft., 2 cu. in.", "one hundred square feet, two cubic inches."),
            (
                "20 deg C and 350F",
                "twenty degrees Celsius and three hundred fifty degrees Fahrenheit",
            ),
            ("a 2\"x4\"", "a two inches by four inches"),
            ("5-10 km", "five to ten kilometers"),
            ("8–12 hrs", "eight to twelve hours"),
            ("300 K", "three hundred kelvins"),
            ("5 A", "five amps"),
        ],
    );
}

#[test]
fn not_units() {
    check(
        Dialect::American,
        &[
            ("5 in the morning", "five in the morning"),
            ("at 5 in a row", "at five in a row"),
            ("it is 12 in.", "it is twelve inches."),
            ("a 26 in screen", "a twenty six inch screen"),
            ("5 m and 3 s", "five meters and three s"),
            ("Room 5 a", "Room five a"),
            ("4K, 5G and 3D", "four K, five G and three D"),
        ],
    );
}

#[test]
fn temperatures_and_angles() {
    check(
        Dialect::American,
        &[
            ("40–60 °C", "forty to sixty degrees Celsius"),
            ("-5°C and 72°F", "minus five degrees Celsius and seventy two degrees Fahrenheit"),
            ("20°", "twenty degrees"),
            ("1°C", "one degree Celsius"),
            ("40.7° N", "forty point seven degrees north"),
            ("40°26′46″ N", "forty degrees twenty six minutes forty six seconds north"),
            ("a 30° angle", "a thirty degree angle"),
            ("5º", "five degrees"),
        ],
    );
}

#[test]
fn feet_and_inches() {
    check(
        Dialect::American,
        &[
            ("5'11\"", "five foot eleven"),
            ("6′2″", "six foot two"),
            ("6' 2\"", "six foot two"),
            ("a 12\" ruler", "a twelve inch ruler"),
            ("She said \"I am 12\" then", "She said \"I am twelve\" then"),
            ("5'11 tall", "five foot eleven tall"),
            ("8' long", "eight feet long"),
            ("3'45\"", "three minutes forty five seconds"),
        ],
    );
}

#[test]
fn durations() {
    check(
        Dialect::American,
        &[
            ("2h 30m", "two hours thirty minutes"),
            ("2h30", "two hours thirty"),
            ("16 min, 2 hrs", "sixteen minutes, two hours"),
            ("5 ft 11 in", "five feet eleven inches"),
            ("1 hr 5 min", "one hour five minutes"),
            ("6 lb 3 oz", "six pounds three ounces"),
            ("500ms", "five hundred milliseconds"),
        ],
    );
}

#[test]
fn percent() {
    check(
        Dialect::American,
        &[
            ("50% of 5.5%", "fifty percent of five point five percent"),
            ("10–20%", "ten to twenty percent"),
            ("5‰", "five per mille"),
            ("50 bps", "fifty basis points"),
            ("or %", "or percent"),
        ],
    );
}
