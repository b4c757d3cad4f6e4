//! French names of currencies.

use crate::european::grammar::{Currency, Money, feminine, masculine, whole, with_cents};

/// How amounts are said.
pub(crate) const MONEY: Money = Money {
    currencies: CURRENCIES,
    capitals: &["TRY", "ETH", "MAD"],
    and_cents: "",
    names_cents: false,
};

const CURRENCIES: &[Currency] = &[
    with_cents(
        &["€", "EUR", "euros"],
        masculine("euro", "euros"),
        masculine("centime", "centimes"),
    ),
    with_cents(
        &["US$", "USD", "$US"],
        masculine("dollar américain", "dollars américains"),
        masculine("cent", "cents"),
    ),
    with_cents(
        &["CA$", "CAD", "$CA", "$ CA", "C$"],
        masculine("dollar canadien", "dollars canadiens"),
        masculine("cent", "cents"),
    ),
    with_cents(
        &["A$", "AUD"],
        masculine("dollar australien", "dollars australiens"),
        masculine("cent", "cents"),
    ),
    with_cents(
        &["HK$", "HKD"],
        masculine("dollar de Hong Kong", "dollars de Hong Kong"),
        masculine("cent", "cents"),
    ),
    with_cents(
        &["R$", "BRL"],
        masculine("réal brésilien", "réaux brésiliens"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["MXN"],
        masculine("peso mexicain", "pesos mexicains"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["GBP"],
        feminine("livre sterling", "livres sterling"),
        masculine("penny", "pence"),
    ),
    with_cents(&["£"], feminine("livre", "livres"), masculine("penny", "pence")),
    whole(&["JPY", "¥"], masculine("yen", "yens")),
    whole(&["CNY", "RMB"], masculine("yuan", "yuans")),
    with_cents(
        &["CHF"],
        masculine("franc suisse", "francs suisses"),
        masculine("centime", "centimes"),
    ),
    whole(&["FCFA", "F CFA", "XAF", "XOF"], masculine("franc CFA", "francs CFA")),
    with_cents(&["FF", "₣", "F"], masculine("franc", "francs"), masculine("centime", "centimes")),
    whole(&["SEK"], feminine("couronne suédoise", "couronnes suédoises")),
    whole(&["NOK"], feminine("couronne norvégienne", "couronnes norvégiennes")),
    whole(&["DKK"], feminine("couronne danoise", "couronnes danoises")),
    whole(&["PLN"], masculine("zloty", "zlotys")),
    whole(&["CZK"], feminine("couronne tchèque", "couronnes tchèques")),
    whole(&["₩", "KRW"], masculine("won", "wons")),
    with_cents(&["₽", "RUB"], masculine("rouble", "roubles"), masculine("kopeck", "kopecks")),
    whole(&["₹", "INR"], feminine("roupie", "roupies")),
    whole(&["₺", "TRY"], feminine("livre turque", "livres turques")),
    whole(&["₪", "ILS"], masculine("shekel", "shekels")),
    whole(&["₴", "UAH"], feminine("hryvnia", "hryvnias")),
    whole(&["DZD"], masculine("dinar algérien", "dinars algériens")),
    whole(&["TND"], masculine("dinar tunisien", "dinars tunisiens")),
    whole(&["MAD", "DH"], masculine("dirham", "dirhams")),
    whole(&["₿", "BTC"], masculine("bitcoin", "bitcoins")),
    whole(&["ETH"], masculine("ether", "ethers")),
    with_cents(&["$"], masculine("dollar", "dollars"), masculine("cent", "cents")),
    whole(&["cts", "ct"], masculine("centime", "centimes")),
    whole(&["¢"], masculine("cent", "cents")),
];
