//! The names of currencies.

/// A currency: how it is written and what it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Currency {
    /// The name after 1. Words in capitals are read as letters.
    pub(crate) one: &'static str,
    /// The name after other numbers.
    pub(crate) many: &'static str,
    /// The hundredth part after 1 and after others; empty if there is none in use.
    pub(crate) cent: &'static str,
    pub(crate) cents: &'static str,
}

const fn currency(
    one: &'static str,
    many: &'static str,
    cent: &'static str,
    cents: &'static str,
) -> Currency {
    Currency { one, many, cent, cents }
}

const fn dollar(one: &'static str, many: &'static str) -> Currency {
    currency(one, many, "cent", "cents")
}

const fn whole(one: &'static str, many: &'static str) -> Currency {
    currency(one, many, "", "")
}

const DOLLAR: Currency = dollar("dollar", "dollars");
const EURO: Currency = currency("euro", "euros", "cent", "cents");
const POUND: Currency = currency("pound", "pounds", "penny", "pence");
const YEN: Currency = whole("yen", "yen");
const YUAN: Currency = currency("yuan", "yuan", "fen", "fen");
const RUPEE: Currency = currency("rupee", "rupees", "paisa", "paise");
const WON: Currency = whole("won", "won");
const RUBLE: Currency = currency("ruble", "rubles", "kopeck", "kopecks");
const FRANC: Currency = currency("Swiss franc", "Swiss francs", "centime", "centimes");
const KRONA: Currency = whole("krona", "kronor");
const KRONE: Currency = whole("krone", "kroner");
const ZLOTY: Currency = currency("zloty", "zlotys", "grosz", "groszy");
const REAL: Currency = currency("real", "reais", "centavo", "centavos");
const US: Currency = dollar("US dollar", "US dollars");
const CANADIAN: Currency = dollar("Canadian dollar", "Canadian dollars");
const AUSTRALIAN: Currency = dollar("Australian dollar", "Australian dollars");
const NEW_ZEALAND: Currency = dollar("New Zealand dollar", "New Zealand dollars");
const HONG_KONG: Currency = dollar("Hong Kong dollar", "Hong Kong dollars");
const SINGAPORE: Currency = dollar("Singapore dollar", "Singapore dollars");
const TAIWAN: Currency = dollar("Taiwan dollar", "Taiwan dollars");
const MEXICAN: Currency = currency("Mexican peso", "Mexican pesos", "centavo", "centavos");

/// Signs that stand before or after a number, longer ones first.
pub(crate) const SIGNS: [(&str, Currency); 37] = [
    ("US$", US),
    ("CAD$", CANADIAN),
    ("CA$", CANADIAN),
    ("Can$", CANADIAN),
    ("C$", CANADIAN),
    ("AUD$", AUSTRALIAN),
    ("AU$", AUSTRALIAN),
    ("A$", AUSTRALIAN),
    ("NZ$", NEW_ZEALAND),
    ("HK$", HONG_KONG),
    ("NT$", TAIWAN),
    ("S$", SINGAPORE),
    ("R$", REAL),
    ("MX$", MEXICAN),
    ("Mex$", MEXICAN),
    ("$", DOLLAR),
    ("€", EURO),
    ("£", POUND),
    ("¥", YEN),
    ("￥", YEN),
    ("₹", RUPEE),
    ("₩", WON),
    ("₽", RUBLE),
    ("₺", currency("lira", "lira", "kurus", "kurus")),
    ("₴", currency("hryvnia", "hryvnias", "kopiyka", "kopiykas")),
    ("₦", currency("naira", "naira", "kobo", "kobo")),
    ("₫", whole("dong", "dong")),
    ("₱", currency("peso", "pesos", "centavo", "centavos")),
    ("฿", currency("baht", "baht", "satang", "satang")),
    ("₪", currency("shekel", "shekels", "agora", "agorot")),
    ("₡", whole("colon", "colones")),
    ("₵", currency("cedi", "cedis", "pesewa", "pesewas")),
    ("₸", whole("tenge", "tenge")),
    ("₿", whole("bitcoin", "bitcoins")),
    ("₲", whole("guarani", "guaranis")),
    ("₭", whole("kip", "kip")),
    ("₮", whole("tugrik", "tugriks")),
];

/// Codes and abbreviations that stand before or after a number, mostly with a space.
pub(crate) const CODES: [(&str, Currency); 46] = [
    ("USD", US),
    ("EUR", EURO),
    ("GBP", currency("British pound", "British pounds", "penny", "pence")),
    ("JPY", currency("Japanese yen", "Japanese yen", "", "")),
    ("CNY", YUAN),
    ("RMB", YUAN),
    ("INR", currency("Indian rupee", "Indian rupees", "paisa", "paise")),
    ("KRW", whole("Korean won", "Korean won")),
    ("AUD", AUSTRALIAN),
    ("CAD", CANADIAN),
    ("NZD", NEW_ZEALAND),
    ("HKD", HONG_KONG),
    ("SGD", SINGAPORE),
    ("TWD", TAIWAN),
    ("CHF", FRANC),
    ("SEK", whole("Swedish krona", "Swedish kronor")),
    ("NOK", whole("Norwegian krone", "Norwegian kroner")),
    ("DKK", whole("Danish krone", "Danish kroner")),
    ("ISK", KRONA),
    ("PLN", ZLOTY),
    ("CZK", whole("Czech koruna", "Czech korunas")),
    ("HUF", whole("Hungarian forint", "Hungarian forints")),
    ("RUB", currency("Russian ruble", "Russian rubles", "kopeck", "kopecks")),
    ("BRL", currency("Brazilian real", "Brazilian reais", "centavo", "centavos")),
    ("MXN", MEXICAN),
    ("ARS", currency("Argentine peso", "Argentine pesos", "centavo", "centavos")),
    ("CLP", whole("Chilean peso", "Chilean pesos")),
    ("COP", whole("Colombian peso", "Colombian pesos")),
    ("PHP", currency("Philippine peso", "Philippine pesos", "centavo", "centavos")),
    ("ZAR", currency("rand", "rand", "cent", "cents")),
    ("TRY", currency("Turkish lira", "Turkish lira", "kurus", "kurus")),
    ("THB", currency("baht", "baht", "satang", "satang")),
    ("IDR", whole("Indonesian rupiah", "Indonesian rupiah")),
    ("MYR", currency("ringgit", "ringgit", "sen", "sen")),
    ("VND", whole("Vietnamese dong", "Vietnamese dong")),
    ("ILS", currency("shekel", "shekels", "agora", "agorot")),
    ("AED", whole("dirham", "dirhams")),
    ("SAR", whole("Saudi riyal", "Saudi riyals")),
    ("EGP", whole("Egyptian pound", "Egyptian pounds")),
    ("NGN", currency("naira", "naira", "kobo", "kobo")),
    ("UAH", currency("hryvnia", "hryvnias", "kopiyka", "kopiykas")),
    ("BTC", whole("bitcoin", "bitcoins")),
    ("kr", KRONE),
    ("zł", ZLOTY),
    ("Rs", RUPEE),
    ("Kč", whole("Czech koruna", "Czech korunas")),
];
