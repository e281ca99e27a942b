import Testing

@testable import RevOpsCore

@Suite("Decoding the fields of a section")
struct FieldsTests {
  enum Owner: String, CaseIterable { case marketing, sales, customerSuccess = "customer_success" }

  @Test("every quantity is read from a bare scalar and from quotes")
  func quantities() throws {
    let text = """
      deals: 1,200
      quoted_deals: "12"
      number: 1.2M
      negative: (500)
      rate: 25%
      fraction: 0.25
      ratio: "3:1"
      money: $1.2M
      cycle_days: 60
      lead_time: 2 weeks
      ramp_months: "6"
      date: 2026-03-31
      quoted_date: '2026-03-31'
      period: 2026-Q1
      flag: true
      name: 2026
      """
    var fields = try yaml(text).fields
    #expect(fields.count("deals") == 1_200)
    #expect(fields.count("quoted_deals") == 12)
    #expect(fields.number("number") == 1_200_000)
    #expect(fields.number("negative") == -500)
    #expect(fields.rate("rate") == Rate(fraction: 0.25))
    #expect(fields.rate("fraction") == Rate(fraction: 0.25))
    #expect(fields.ratio("ratio") == Ratio(3))
    #expect(fields.money("money") == Money(1_200_000))
    #expect(fields.duration("cycle_days") == TimeSpan(60, .days))
    #expect(fields.duration("lead_time") == TimeSpan(2, .weeks))
    #expect(fields.duration("ramp_months") == TimeSpan(6, .months))
    #expect(fields.date("date") == CalendarDate(year: 2026, month: 3, day: 31))
    #expect(fields.date("quoted_date") == CalendarDate(year: 2026, month: 3, day: 31))
    #expect(fields.period("period") == Period.quarter(1, of: 2026))
    #expect(fields.flag("flag") == true)
    #expect(fields.text("name") == "2026")
    try fields.finish()
  }

  @Test(
    "a missing key, an empty text, ~ and null all mean that nothing is given",
    arguments: [
      "other: 1", "rate: \"\"\nother: 1", "rate: ''\nother: 1", "rate: ~\nother: 1", "rate: null\nother: 1",
      "rate:\nother: 1",
    ])
  func notGiven(text: String) throws {
    var fields = try yaml(text).fields
    #expect(fields.rateIfGiven("rate") == nil)
    #expect(fields.rate("rate", default: Rate(fraction: 0.5)) == Rate(fraction: 0.5))
    #expect(fields.list("rate", of: .rate) == [])
    let section = fields.sectionIfGiven("rate") { $0.rate("x") }
    #expect(section == nil)
    #expect(fields.count("other") == 1)
    try fields.finish()
    #expect(
      problems { () throws(InputErrors) in
        var fields = try yaml(text).fields
        _ = fields.rate("rate")
        _ = fields.count("other")
        try fields.finish()
      } == [
        "plan.yaml:1:1: the document does not give 'rate' (wanted: a percentage or a fraction such as 25% or 0.25)"
      ])
  }

  @Test(
    "a value of another kind is refused at its place with the way out",
    arguments: [
      ("rate: 25", "1:7: 'rate' is 25, but a rate is a percentage or a fraction (did you mean 25%?)"),
      ("rate: true", "1:7: 'rate' is true, but a percentage or a fraction such as 25% or 0.25 is wanted"),
      ("rate: [1]", "1:7: 'rate' is a list, but a percentage or a fraction such as 25% or 0.25 is wanted"),
      ("deals: -1", "1:8: 'deals' is -1, but a count is 0 or more"),
      ("deals: 2.5", "1:8: 'deals' is 2.5, but a count is a whole number"),
      ("flag: yes", "1:7: 'flag' is 'yes', but true or false is wanted (did you mean true?)"),
      ("flag: y", "1:7: 'flag' is 'y', but true or false is wanted (did you mean true?)"),
      ("flag: [true]", "1:7: 'flag' is a list, but true or false is wanted"),
      ("flag: maybe", "1:7: 'flag' is 'maybe', but true or false is wanted"),
      ("owner: [sales]", "1:8: 'owner' is a list, but one of marketing, sales or customer_success is wanted"),
      ("flag: \"off\"", "1:7: 'flag' is 'off', but true or false is wanted (did you mean false?)"),
      ("name: {a: 1}", "1:7: 'name' is a mapping, but text is wanted"),
      (
        "owner: marketting",
        "1:8: 'owner' is 'marketting', but one of marketing, sales or customer_success is wanted "
          + "(did you mean 'marketing'?)"
      ),
      ("lead_time: 60", "1:12: 'lead_time' is 60, but a duration needs its unit (did you mean 60 days?)"),
      ("fte: 6", "1:6: 'fte' is 6, but a whole number from 1 to 5 is wanted"),
      ("date: 2026-02-30", "1:7: 'date' is '2026-02-30', but February 2026 has the days 1 to 28"),
      ("ratee: 25%", "1:1: unknown key 'ratee' (did you mean 'rate'?)"),
    ])
  func refused(text: String, message: String) {
    let found = problems { () throws(InputErrors) in
      var fields = try yaml(text).fields
      _ = fields.rateIfGiven("rate")
      _ = fields.countIfGiven("deals")
      _ = fields.flagIfGiven("flag")
      _ = fields.textIfGiven("name")
      let _: Owner? = fields.choiceIfGiven("owner")
      _ = fields.durationIfGiven("lead_time")
      _ = fields.valueIfGiven("fte", as: .count(in: 1...5))
      _ = fields.dateIfGiven("date")
      try fields.finish()
    }
    #expect(found == ["plan.yaml:" + message])
  }

  @Test(
    "a choice is found whatever its letter case and separators",
    arguments: ["customer_success", "Customer Success", "CUSTOMER-SUCCESS"])
  func choices(word: String) throws {
    var fields = try yaml("owner: \(word)").fields
    let owner: Owner = fields.choice("owner")
    try fields.finish()
    #expect(owner == .customerSuccess)
  }

  struct Stage {
    var name: String
    var rate: Rate

    init(_ fields: inout Fields) {
      name = fields.text("name")
      rate = fields.rate("rate", default: Rate(fraction: 1))
    }
  }

  @Test("the problems of all items of a list of sections are named at once, with those around it")
  func allAtOnce() {
    let text = """
      stages:
        - name: Visitor
          rate: 25
        - nam: Known
        - Lead
      teams:
        sales: {rate: 3%}
        cs: {name: CS, ratte: 3%}
      goal: x
      """
    let found = problems { () throws(InputErrors) in
      try yaml(text).decoded { fields in
        _ = fields.sections("stages", Stage.init)
        _ = fields.namedSections("teams", Stage.init)
        _ = fields.count("goal")
      }
    }
    #expect(
      found == [
        "plan.yaml:3:11: 'stages[0].rate' is 25, but a rate is a percentage or a fraction (did you mean 25%?)",
        "plan.yaml:4:5: 'stages[1]' does not give 'name' (wanted: text)",
        "plan.yaml:4:5: unknown key 'nam' in 'stages[1]' (did you mean 'name'?)",
        "plan.yaml:5:5: 'stages[2]' is 'Lead', but keys with values are wanted",
        "plan.yaml:7:10: 'teams.sales' does not give 'name' (wanted: text)",
        "plan.yaml:8:18: unknown key 'ratte' in 'teams.cs' (did you mean 'rate'?)",
        "plan.yaml:9:7: 'goal' is 'x', but a number is written like 1200, 1,200, 1.5e6 or 1.2M",
      ])
  }

  @Test("$schema and keys that begin with x- are for others and pass")
  func keysOfOthers() throws {
    let node = try yaml("$schema: https://example.com\nx-owner: ops\nrate: 1%\ninner: {x-note: 1}")
    try node.decoded { fields in
      _ = fields.rate("rate")
      fields.section("inner") { _ in }
    }
  }

  @Test("items of a list that give nothing are left out, and one value stands for a list of one")
  func lists() throws {
    var fields = try yaml("pains: [\"\", slow, ~]\ntools: CRM\nrates: {a: 1%, b: ~, c: 50%}").fields
    #expect(fields.list("pains", of: .text) == ["slow"])
    #expect(fields.list("tools", of: .text) == ["CRM"])
    #expect(fields.listIfGiven("none", of: .text) == nil)
    let rates = fields.map("rates", of: .rate)
    #expect(rates.map(\.name) == ["a", "c"])
    #expect(rates.map(\.value) == [Rate(fraction: 0.01), Rate(fraction: 0.5)])
    try fields.finish()
  }

  @Test("a section that is not given is read as an empty one")
  func emptySection() throws {
    let defaults = try yaml("name: a").decoded { fields in
      _ = fields.text("name")
      return fields.section("team") { $0.count("sales", default: 3) }
    }
    #expect(defaults == 3)
    let missing = problems { () throws(InputErrors) in
      try yaml("name: a").decoded { fields in
        _ = fields.text("name")
        _ = fields.section("team") { $0.count("sales") }
      }
    }
    #expect(
      missing == [
        "plan.yaml:1:1: 'team' does not give 'sales' (wanted: a whole number of 0 or more such as 12)"
      ])
  }

  @Test("a thousand unknown keys are counted rather than listed")
  func manyUnknownKeys() {
    let text = (0..<1_000).map { "key\($0): 1\n" }.joined()
    let found = problems { () throws(InputErrors) in
      try yaml(text).decoded { fields in _ = fields.textIfGiven("name") }
    }
    #expect(found.count == 21)
    #expect(found.last == "plan.yaml:20:1: and 980 more unknown keys")
  }

  @Test("a message shows no control characters of the file")
  func controlCharacters() {
    let found = problems { () throws(InputErrors) in
      try yaml("\"a\\e[31m\": 1\nname: {}\nflag: \"\\a\"").decoded { fields in _ = fields.flag("flag") }
    }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
  }

  @Test("amounts are turned into the currency of the run")
  func currencies() throws {
    var rates = ExchangeRates(home: .usd)
    let euro = try #require(Currency("EUR"))
    try rates.add(euro, ExactDecimal.parse("1.25"))
    var fields = Fields(try yaml("a: 100 EUR\nb: $50"), context: FieldContext(rates: rates))
    #expect(fields.money("a").units == 125)  // 100 × 1.25
    #expect(fields.money("b").units == 50)
    try fields.finish()
    var shown = Fields(try yaml("a: 100 EUR\nb: $50"), context: FieldContext(rates: rates, currency: euro))
    #expect(shown.money("a") == Money(100, euro))
    #expect(shown.money("b").units == 40)  // 50 / 1.25
    try shown.finish()
  }

  @Test("a list where names are wanted, the reverse, and money without a rate are refused at their place")
  func shapes() throws {
    let text = "stages: {name: a}\nteams: [a]\nrates: 5\nprice: 5 CHF"
    let found = problems { () throws(InputErrors) in
      try yaml(text).decoded { fields in
        _ = fields.sections("stages", Stage.init)
        _ = fields.namedSections("teams", Stage.init)
        _ = fields.map("rates", of: .rate)
        _ = fields.moneyIfGiven("price")
      }
    }
    #expect(
      found.map { $0.split(separator: " ", maxSplits: 1)[0] } == [
        "plan.yaml:1:9:", "plan.yaml:2:8:", "plan.yaml:3:8:", "plan.yaml:4:8:",
      ])
    #expect(found[0].hasSuffix("'stages' is a mapping, but a list is wanted"))
    #expect(found[1].hasSuffix("'teams' is a list, but names with values are wanted"))
    #expect(found[2].hasSuffix("'rates' is 5, but names with values are wanted"))
    #expect(found[3].contains("CHF"))
  }

  @Test("a list is refused one item at a time, and nothing known is nothing to offer")
  func unknownAmongMany() throws {
    let found = problems { () throws(InputErrors) in try yaml("zzz: 1").decoded { _ in } }
    #expect(found == ["plan.yaml:1:1: unknown key 'zzz'"])
    let many = problems { () throws(InputErrors) in
      try yaml("zzz: 1").decoded { fields in
        for key in 0..<13 { _ = fields.textIfGiven("key_\(key)") }
      }
    }
    #expect(many == ["plan.yaml:1:1: unknown key 'zzz'"])
    let empty = problems { () throws(InputErrors) in
      try yaml("rates: [1%, x]").decoded { fields in _ = fields.list("rates", of: .rate) }
    }
    #expect(empty.count == 1 && empty[0].hasPrefix("plan.yaml:1:13: 'rates[1]' is 'x'"))
  }

  @Test("the code that reads a section also tells what may stand in it")
  func specs() {
    let specs = FieldSpec.known { fields in
      _ = fields.rate("win_rate")
      _ = fields.durationIfGiven("cycle_days")
      _ = fields.choice("owner", default: Owner.sales)
      _ = fields.sections("stages", Stage.init)
      _ = fields.sectionIfGiven("team") { $0.count("sales", default: 1) }
    }
    #expect(specs.map(\.key) == ["win_rate", "cycle_days", "owner", "stages", "team"])
    #expect(specs.map(\.isRequired) == [true, false, false, false, false])
    #expect(specs.map(\.kind) == ["rate", "duration", "choice", "section", "section"])
    #expect(specs[2].choices == ["marketing", "sales", "customer_success"])
    #expect(specs[2].fallback == "sales")
    #expect(specs[3].shape == .sections)
    #expect(specs[3].fields.map(\.key) == ["name", "rate"])
    #expect(specs[4].fields.map(\.fallback) == ["1"])
  }
}
