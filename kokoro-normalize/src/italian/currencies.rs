//! Italian names of currencies.

use crate::european::grammar::{Currency, Money, Noun, feminine, masculine, whole, with_cents};

/// How amounts are said.
pub(crate) const MONEY: Money = Money {
    currencies: CURRENCIES,
    capitals: &["TRY", "ETH", "MAD"],
    and_cents: "e",
    names_cents: true,
};

/// Cents of dollars.
const CENT: Noun = masculine("centesimo", "centesimi");

const CURRENCIES: &[Currency] = &[
    with_cents(&["€", "EUR", "euro"], masculine("euro", "euro"), CENT),
    with_cents(&["US$", "USD", "U$"], masculine("dollaro americano", "dollari americani"), CENT),
    with_cents(&["CA$", "CAD", "C$"], masculine("dollaro canadese", "dollari canadesi"), CENT),
    with_cents(&["A$", "AUD"], masculine("dollaro australiano", "dollari australiani"), CENT),
    with_cents(&["HK$", "HKD"], masculine("dollaro di Hong Kong", "dollari di Hong Kong"), CENT),
    with_cents(&["R$", "BRL"], masculine("real brasiliano", "real brasiliani"), CENT),
    with_cents(&["MXN"], masculine("peso messicano", "pesos messicani"), CENT),
    with_cents(&["£", "GBP"], feminine("sterlina", "sterline"), masculine("penny", "penny")),
    whole(&["JPY", "¥"], masculine("yen", "yen")),
    whole(&["CNY", "RMB"], masculine("yuan", "yuan")),
    with_cents(&["CHF"], masculine("franco svizzero", "franchi svizzeri"), CENT),
    whole(&["SEK"], feminine("corona svedese", "corone svedesi")),
    whole(&["NOK"], feminine("corona norvegese", "corone norvegesi")),
    whole(&["DKK"], feminine("corona danese", "corone danesi")),
    whole(&["PLN"], masculine("złoty", "złoty")),
    whole(&["CZK"], feminine("corona ceca", "corone ceche")),
    whole(&["HUF"], masculine("fiorino ungherese", "fiorini ungheresi")),
    whole(&["₩", "KRW"], masculine("won", "won")),
    with_cents(&["₽", "RUB"], masculine("rublo", "rubli"), feminine("copeca", "copeche")),
    whole(&["₹", "INR"], feminine("rupia", "rupie")),
    whole(&["₺", "TRY"], feminine("lira turca", "lire turche")),
    whole(&["₤", "ITL"], feminine("lira", "lire")),
    whole(&["₪", "ILS"], masculine("shekel", "shekel")),
    whole(&["₴", "UAH"], feminine("grivnia", "grivnie")),
    whole(&["DZD"], masculine("dinaro algerino", "dinari algerini")),
    whole(&["TND"], masculine("dinaro tunisino", "dinari tunisini")),
    whole(&["MAD"], masculine("dirham", "dirham")),
    whole(&["₿", "BTC"], masculine("bitcoin", "bitcoin")),
    whole(&["ETH"], masculine("ether", "ether")),
    with_cents(&["$"], masculine("dollaro", "dollari"), CENT),
    whole(&["¢"], CENT),
];
