//! Portuguese names of currencies.

use crate::european::grammar::{Currency, Money, Noun, feminine, masculine, whole, with_cents};

/// How amounts are said.
pub(crate) const MONEY: Money = Money {
    currencies: CURRENCIES,
    capitals: &["ARS", "CAD", "CHF", "CLP", "COP", "MXN", "PEN", "UYU"],
    and_cents: "e",
    names_cents: true,
};

/// A currency with a hundredth that is called "centavo".
const fn with_centavos(written: &'static [&'static str], noun: Noun) -> Currency {
    with_cents(written, noun, masculine("centavo", "centavos"))
}

const CURRENCIES: &[Currency] = &[
    with_centavos(&["R$", "BRL", "reais"], masculine("real", "reais")),
    with_centavos(&["€", "EUR", "euros"], masculine("euro", "euros")),
    with_centavos(&["US$", "U$S", "U$", "USD"], masculine("dólar americano", "dólares americanos")),
    with_centavos(&["CA$", "C$", "CAD"], masculine("dólar canadense", "dólares canadenses")),
    with_centavos(&["A$", "AUD"], masculine("dólar australiano", "dólares australianos")),
    with_centavos(&["MX$", "MXN"], masculine("peso mexicano", "pesos mexicanos")),
    with_centavos(&["AR$", "ARS"], masculine("peso argentino", "pesos argentinos")),
    with_centavos(&["UYU"], masculine("peso uruguaio", "pesos uruguaios")),
    whole(&["CLP"], masculine("peso chileno", "pesos chilenos")),
    whole(&["COP"], masculine("peso colombiano", "pesos colombianos")),
    whole(&["PEN"], masculine("sol", "sóis")),
    with_centavos(&["$", "dólares"], masculine("dólar", "dólares")),
    with_cents(
        &["£", "GBP"],
        feminine("libra esterlina", "libras esterlinas"),
        masculine("centavo", "centavos"),
    ),
    whole(&["¥", "JPY"], masculine("iene", "ienes")),
    whole(&["CNY", "RMB"], masculine("iuane", "iuanes")),
    whole(&["CHF"], masculine("franco suíço", "francos suíços")),
    whole(&["₹", "INR"], feminine("rupia", "rupias")),
    whole(&["₩", "KRW"], masculine("won", "wons")),
    whole(&["₽", "RUB"], masculine("rublo", "rublos")),
    whole(&["₿", "BTC"], masculine("bitcoin", "bitcoins")),
];
