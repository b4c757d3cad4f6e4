//! Spanish names of currencies.

use crate::european::grammar::{Currency, Money, feminine, masculine, whole, with_cents};

/// How amounts are said.
pub(crate) const MONEY: Money = Money {
    currencies: CURRENCIES,
    capitals: &["ARS", "CAD", "CLP", "COP", "CUP", "FR", "PEN", "TRY", "VES", "ETH"],
    and_cents: "",
    names_cents: true,
};

const CURRENCIES: &[Currency] = &[
    with_cents(
        &["€", "EUR", "euros"],
        masculine("euro", "euros"),
        masculine("céntimo", "céntimos"),
    ),
    with_cents(
        &["US$", "us$", "U$S", "u$s", "USD", "$USD"],
        masculine("dólar estadounidense", "dólares estadounidenses"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["MEX$", "Mex$", "mex$", "MX$", "MXN"],
        masculine("peso mexicano", "pesos mexicanos"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["AR$", "ARS"],
        masculine("peso argentino", "pesos argentinos"),
        masculine("centavo", "centavos"),
    ),
    whole(&["CLP"], masculine("peso chileno", "pesos chilenos")),
    with_cents(
        &["COL$", "COP"],
        masculine("peso colombiano", "pesos colombianos"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["UYU"],
        masculine("peso uruguayo", "pesos uruguayos"),
        masculine("centésimo", "centésimos"),
    ),
    with_cents(
        &["DOP", "RD$"],
        masculine("peso dominicano", "pesos dominicanos"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["CUP"],
        masculine("peso cubano", "pesos cubanos"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["BOB", "BOP"],
        masculine("peso boliviano", "pesos bolivianos"),
        masculine("centavo", "centavos"),
    ),
    with_cents(&["R$", "r$"], masculine("real", "reales"), masculine("centavo", "centavos")),
    with_cents(
        &["BRL"],
        masculine("real brasileño", "reales brasileños"),
        masculine("centavo", "centavos"),
    ),
    with_cents(&["S/.", "S/"], masculine("sol", "soles"), masculine("céntimo", "céntimos")),
    with_cents(
        &["PEN"],
        masculine("sol peruano", "soles peruanos"),
        masculine("céntimo", "céntimos"),
    ),
    with_cents(&["C$", "NIO"], feminine("córdoba", "córdobas"), masculine("centavo", "centavos")),
    with_cents(
        &["PAB", "B/."],
        masculine("balboa", "balboas"),
        masculine("centésimo", "centésimos"),
    ),
    with_cents(&["₡"], masculine("colón", "colones"), masculine("céntimo", "céntimos")),
    with_cents(
        &["CRC"],
        masculine("colón costarricense", "colones costarricenses"),
        masculine("céntimo", "céntimos"),
    ),
    with_cents(
        &["GTQ", "Q", "q"],
        masculine("quetzal", "quetzales"),
        masculine("centavo", "centavos"),
    ),
    with_cents(&["HNL"], masculine("lempira", "lempiras"), masculine("centavo", "centavos")),
    whole(&["PYG", "₲"], masculine("guaraní", "guaraníes")),
    with_cents(
        &["VES", "Bs.", "Bs"],
        masculine("bolívar", "bolívares"),
        masculine("céntimo", "céntimos"),
    ),
    with_cents(
        &["TTD"],
        masculine("dólar de Trinidad y Tobago", "dólares de Trinidad y Tobago"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["HKD", "HK$"],
        masculine("dólar de Hong Kong", "dólares de Hong Kong"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["CAD", "CA$"],
        masculine("dólar canadiense", "dólares canadienses"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["AUD", "AU$", "A$"],
        masculine("dólar australiano", "dólares australianos"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["NZD"],
        masculine("dólar neozelandés", "dólares neozelandeses"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["AWG"],
        masculine("florín arubeño", "florines arubeños"),
        masculine("centavo", "centavos"),
    ),
    with_cents(
        &["GBP"],
        feminine("libra esterlina", "libras esterlinas"),
        masculine("penique", "peniques"),
    ),
    with_cents(&["£"], feminine("libra", "libras"), masculine("penique", "peniques")),
    with_cents(&["JPY"], masculine("yen", "yenes"), masculine("centavo", "centavos")),
    with_cents(&["¥"], masculine("yen", "yenes"), masculine("centavo", "centavos")),
    with_cents(&["CNY", "RMB"], masculine("yuan", "yuanes"), masculine("centavo", "centavos")),
    with_cents(
        &["CHF"],
        masculine("franco suizo", "francos suizos"),
        masculine("céntimo", "céntimos"),
    ),
    with_cents(
        &["FR", "fr", "Fr.", "FF"],
        masculine("franco", "francos"),
        masculine("céntimo", "céntimos"),
    ),
    whole(&["SEK"], feminine("corona sueca", "coronas suecas")),
    whole(&["NOK"], feminine("corona noruega", "coronas noruegas")),
    whole(&["DKK"], feminine("corona danesa", "coronas danesas")),
    whole(&["kr"], feminine("corona", "coronas")),
    whole(&["mk"], masculine("marco", "marcos")),
    whole(&["₩", "KRW"], masculine("won", "wones")),
    with_cents(&["₽", "RUB"], masculine("rublo", "rublos"), masculine("kopek", "kopeks")),
    with_cents(&["₹", "INR", "Rs", "rs"], feminine("rupia", "rupias"), feminine("paisa", "paisas")),
    whole(&["TRY", "₺"], feminine("lira turca", "liras turcas")),
    whole(&["ILS", "₪"], masculine("séquel", "séqueles")),
    whole(&["PLN"], masculine("esloti", "eslotis")),
    whole(&["₴", "UAH"], feminine("grivna", "grivnas")),
    whole(&["₧", "ptas.", "ptas", "Pts"], feminine("peseta", "pesetas")),
    whole(&["₿", "BTC"], masculine("bitcoin", "bitcoins")),
    whole(&["ETH"], masculine("ether", "ethers")),
    with_cents(&["$"], masculine("dólar", "dólares"), masculine("centavo", "centavos")),
    whole(&["cts.", "cts", "cént."], masculine("céntimo", "céntimos")),
    whole(&["¢"], masculine("centavo", "centavos")),
    whole(&["XAF", "XOF"], masculine("franco CFA", "francos CFA")),
];
