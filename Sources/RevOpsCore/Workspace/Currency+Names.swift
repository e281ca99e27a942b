extension Currency {
  /// The currency of a code, or of a name in English as CRMs write it: `CAD`, `Canadian Dollar`; nil for any other text.
  ///
  /// Dynamics writes the name of a transaction currency, Zoho that of its list; Salesforce and HubSpot write codes.
  init?(named text: String) {
    if let currency = Currency(text) {
      self = currency
      return
    }
    let key = ImportKey(text).text
    guard let code = Currency.codes[key] ?? (key.last == "s" ? Currency.codes[String(key.dropLast())] : nil),
      let currency = Currency(code)
    else { return nil }
    self = currency
  }

  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for line in names.split(separator: "\n") {
      let code = String(line.prefix(3))
      for name in line.dropFirst(3).split(separator: ",") { codes[ImportKey(String(name)).text] = code }
    }
    return codes
  }()

  /// Source: ISO 4217 list one and Unicode CLDR, English names.
  private static let names = """
    AED UAE Dirham, United Arab Emirates Dirham
    ARS Argentine Peso
    AUD Australian Dollar
    BGN Bulgarian Lev
    BHD Bahraini Dinar
    BRL Brazilian Real
    CAD Canadian Dollar
    CHF Swiss Franc
    CLP Chilean Peso
    CNY Yuan, Chinese Yuan, Yuan Renminbi, Chinese Yuan Renminbi, Renminbi
    COP Colombian Peso
    CZK Czech Koruna
    DKK Danish Krone
    EGP Egyptian Pound
    EUR Euro
    GBP Pound Sterling, British Pound, British Pound Sterling, Sterling
    HKD Hong Kong Dollar
    HUF Forint, Hungarian Forint
    IDR Rupiah, Indonesian Rupiah
    ILS Israeli New Shekel, New Israeli Sheqel, Israeli Shekel
    INR Indian Rupee
    ISK Iceland Krona, Icelandic Krona
    JPY Yen, Japanese Yen
    KES Kenyan Shilling
    KRW Won, South Korean Won
    KWD Kuwaiti Dinar
    MAD Moroccan Dirham
    MXN Mexican Peso
    MYR Malaysian Ringgit
    NGN Naira, Nigerian Naira
    NOK Norwegian Krone
    NZD New Zealand Dollar
    PEN Sol, Peruvian Sol
    PHP Philippine Peso
    PKR Pakistan Rupee, Pakistani Rupee
    PLN Zloty, Polish Zloty
    QAR Qatari Rial, Qatari Riyal
    RON Romanian Leu
    RUB Russian Ruble, Russian Rouble
    SAR Saudi Riyal
    SEK Swedish Krona
    SGD Singapore Dollar
    THB Baht, Thai Baht
    TRY Turkish Lira
    TWD New Taiwan Dollar, Taiwan Dollar
    UAH Hryvnia, Ukrainian Hryvnia
    USD US Dollar, United States Dollar
    VND Dong, Vietnamese Dong
    ZAR Rand, South African Rand
    """
}
