import Testing

@testable import RevOpsCore

@Suite("Loading a workspace")
struct WorkspaceTests {
  static let analyses = [
    AnyAnalysis(FakeCoverage.self), AnyAnalysis(FakeAudit.self), AnyAnalysis(FakeHygiene.self),
  ]

  @Test("one day holds for a run: the workspace's, else the one that its sections agree on")
  func oneDay() throws {
    let inline = "company: {name: X}\naudit: {as_of: 2026-02-02, coverage: 1}"
    #expect(try workspace(["revops.yaml": inline]).asOf == AsOf(day("2026-02-02"), from: .file))
    #expect(
      try workspace(["revops.yaml": inline], set: ["audit.as_of=2026-02-03"]).asOf.date == day("2026-02-03"))
    let same = try workspace(["revops.yaml": inline + "\nplan: {as_of: 2026-02-02}"])
    #expect(same.problems.isEmpty && same.asOf.date == day("2026-02-02"))
    let files = [
      "revops.yaml": "audit: a.yaml\nplan: p.yaml", "a.yaml": "as_of: 2026-01-02\naudit: {coverage: 1}",
      "p.yaml": "as_of: 2026-02-01",
    ]
    let two = try workspace(files).problems
    #expect(
      two.map(line) == [
        "p.yaml:1:8: 'plan' is as of 2026-02-01, but 'audit' as of 2026-01-02 "
          + "(say 'as_of' once, in the workspace, or choose a day with --as-of)"
      ])
    #expect(two.first?.notes.first?.place.map { "\($0.file):\($0.line):\($0.column)" } == "a.yaml:1:8")
    let chosen = try workspace(files, options: RunOptions(asOf: day("2026-05-05")))
    #expect(chosen.problems.isEmpty && chosen.asOf.date == day("2026-05-05"))
    let above = try workspace(
      files.merging(["revops.yaml": "as_of: 2026-03-03\naudit: a.yaml\nplan: p.yaml"]) { $1 })
    #expect(above.problems.isEmpty && above.asOf.date == day("2026-03-03"))
    #expect(
      above.warnings.map(line) == [
        "a.yaml:1:8: 'audit' is as of 2026-01-02, but the workspace as of 2026-03-03, which counts "
          + "(take this day out, or choose one with --as-of)",
        "p.yaml:1:8: 'plan' is as of 2026-02-01, but the workspace as of 2026-03-03, which counts "
          + "(take this day out, or choose one with --as-of)",
      ])
    #expect(chosen.warnings == [])
    let wrong = try workspace(["revops.yaml": "plan: {as_of: soon}"]).problems.map(line)
    #expect(wrong.first?.hasPrefix("revops.yaml:1:15: 'plan.as_of' is 'soon'") == true)
  }

  @Test("a section stands inline or in a file beside the workspace, under its own name or alone")
  func sections() throws {
    let files = [
      "team/revops.yaml": """
      company: {name: Northwind, currency: EUR}
      pipeline: pipeline.yaml
      audit: ./more/audit.yaml
      plan: {fiscal_year: 2026}
      """,
      "team/pipeline.yaml": "open: 3M\nquota: 1M",
      "team/./more/audit.yaml": "as_of: 2026-03-31\naudit: {coverage: 4}\nx-note: mine",
    ]
    let loaded = try workspace(files, "team/revops.yaml", registry: Self.analyses)
    #expect(loaded.problems == [])
    #expect(loaded.company.name == "Northwind")
    #expect(loaded.sections["audit"]?["coverage"]?.text == "4")
    #expect(loaded.sections["plan"]?["fiscal_year"]?.text == "2026")
    #expect(loaded.asOf == AsOf(day("2026-03-31"), from: .file))
    #expect(
      loaded.inputs.map(\.name) == ["team/revops.yaml", "team/./more/audit.yaml", "team/pipeline.yaml"])
    #expect(loaded.inputs.map(\.role) == ["workspace", "audit", "pipeline"])
    // printf 'open: 3M\nquota: 1M' | sha256sum
    #expect(loaded.inputs.last?.sha256 == "2fe1ea9be63e0e063715feda407509f8b963e765771cafa8f2bc842db302865d")
  }

  @Test("the problems of all files are named at once, each in its own file")
  func allFiles() throws {
    let files = [
      "revops.yaml": """
      company: {currency: EURO, fiscal_year_strat: May}
      pipline: {}
      pipeline: pipeline.yaml
      audit: {coverage: much}
      plan: plan.yaml
      """,
      "pipeline.yaml": "open: 3M\nquotta: 1M",
    ]
    let found = problems { () throws(InputErrors) in
      try AnyAnalysis(FakeAudit.self).run(try workspace(files, registry: Self.analyses))
    }
    #expect(
      Set(found) == [
        "revops.yaml:1:21: 'company.currency' is 'EURO', but a currency is an ISO 4217 code such as USD or EUR",
        "revops.yaml:1:27: unknown key 'fiscal_year_strat' in 'company' (did you mean 'fiscal_year_start'?)",
        "revops.yaml:2:1: unknown key 'pipline' (did you mean 'pipeline'?)",
        "revops.yaml:4:19: 'audit.coverage' is 'much', but a number is written like 1200, 1,200, 1.5e6 or 1.2M",
        "revops.yaml:5:7: no file 'plan.yaml'",
        "pipeline.yaml:1:1: 'pipeline' does not give 'quota' (wanted: an amount such as $1.2M or 1,200 EUR)",
        "pipeline.yaml:2:1: unknown key 'quotta' in 'pipeline' (did you mean 'quota'?)",
      ])
    #expect(found.count == 7)
  }

  @Test(
    "a reference that leads nowhere useful is refused where it stands",
    arguments: [
      ("audit: nowhere.yaml", "", ["revops.yaml:1:8: no file 'nowhere.yaml'"]),
      ("audit: ./revops.yaml", "", ["revops.yaml:1:8: 'audit' names the workspace file itself"]),
      ("audit: x/../revops.yaml", "", ["revops.yaml:1:8: 'audit' names the workspace file itself"]),
      (
        "audit: audit.yaml", "other.yaml",
        ["audit.yaml:1:1: 'audit' is 'other.yaml' here, but the section itself is wanted"]
      ),
      (
        "audit: audit.yaml", "audit: more.yaml",
        ["audit.yaml:1:8: 'audit' is 'more.yaml' here, but the section itself is wanted"]
      ),
      (
        "audit: audit.yaml", "audit: {coverage: 1}\nplan: {a: 1}",
        ["audit.yaml:2:1: 'plan' is not read: the workspace takes only 'audit' from this file"]
      ),
      ("[1]", "", ["revops.yaml:1:1: the document is a list, but keys with values are wanted"]),
      ("audit: true", "", ["revops.yaml:1:8: no file 'true'"]),
    ])
  func references(text: String, audit: String, expected: [String]) throws {
    let loaded = try workspace(["revops.yaml": text, "audit.yaml": audit])
    #expect(loaded.problems.map(line) == expected)
  }

  @Test("a file that is not there at all cannot be loaded")
  func missing() {
    #expect(problems { () throws(InputErrors) in try workspace([:]) } == ["no file 'revops.yaml'"])
  }

  @Test(
    "a document given alone is the section of the area that reads it",
    arguments: [
      ("coverage: 4", false), ("audit: {coverage: 4}", true), ("plan: {a: 1}\ncoverage: 4", false),
      ("company: {}\naudit: {coverage: 4}", true),
    ])
  func documents(text: String, isWorkspace: Bool) throws {
    let loaded = try workspace(["audit.yaml": text], "audit.yaml", as: "audit")
    #expect(loaded.sections["audit"]?["coverage"]?.text == "4")
    #expect(loaded.inputs.map(\.role) == [isWorkspace ? "workspace" : "audit"])
  }

  @Test("a workspace without the section of the area is still a workspace")
  func withoutSection() throws {
    let loaded = try workspace(["revops.yaml": "pipeline: {open: 1}\nx-a: 1"], as: "audit")
    #expect(loaded.sections.keys.sorted() == ["pipeline"])
    #expect(!loaded.has("audit"))
  }

  @Test("the company's money, calendar, zone and definitions")
  func company() throws {
    let text = """
      company:
        name: Northwind
        currency: EUR
        fx: {USD: 0.8, GBP: "1.15"}
        fiscal_year_start: February
        work_week: Mon-Thu 08:00-16:00
        holidays: [2026-01-01, "2026-12-25"]
        timezone: "+02:00"
        as_of: 2026-04-30
        definitions: {nrr: residual}
        benchmarks:
          nrr: {good: 100%, great: 110%}
      """
    let loaded = try workspace(["revops.yaml": text])
    #expect(loaded.problems.map(line) == [])
    let company = loaded.company
    #expect("\(company.rates.home)" == "EUR")
    #expect(company.fiscal.startMonth == 2)
    #expect(!company.work.isWorkDay(day("2026-12-25")))  // a holiday
    #expect(!company.work.isWorkDay(day("2026-04-03")))  // a Friday
    #expect(company.work.isWorkDay(day("2026-04-02")))
    #expect(company.zone.offset(at: Moment(seconds: 0)) == 7_200)
    #expect(company.definition(of: "nrr") == "residual")
    #expect(company.benchmarks.bandList(of: "nrr")?.edge(of: .great) == 1.1)
    #expect(loaded.asOf == AsOf(day("2026-04-30"), from: .file))
    var fields = Fields(try yaml("a: $100"), context: company.fieldContext)
    #expect(fields.money("a").units == 80)  // 100 × 0.8
  }

  @Test(
    "what is wrong with the company is said with the way out",
    arguments: [
      ("fx: {DOLLAR: 1}", "1:16: 'DOLLAR' is no ISO 4217 currency code"),
      ("fx: {EUR: 0}", "1:21: 'company.fx.EUR' is 0, but an exchange rate is above zero"),
      ("timezone: Berlin/..", "this machine knows no time zone 'Berlin/..'"),
      ("timezone: Mars/Olympus", "this machine knows no time zone 'Mars/Olympus'"),
      ("work_week: always", "a work week is written like Mon-Fri 09:00-17:00"),
      ("fiscal_year_start: Febtember", "a month is written like February or 2"),
      ("definitions: {nrrr: waterfall}", "there is no metric 'nrrr' (did you mean 'nrr'?)"),
      ("definitions: {nrr: waterfal}", "'nrr' has no definition 'waterfal' (did you mean 'waterfall'?)"),
      ("benchmarks: {nrrr: {good: 1}}", "there is no metric 'nrrr' (did you mean 'nrr'?)"),
      ("benchmarks: {nrr: {goood: 1}}", "1:30: 'goood' is not the name of a band (did you mean 'good'?)"),
      ("benchmarks: {nrr: 100%}", "'company.benchmarks.nrr' is '100%', but band edges are wanted"),
      (
        "benchmarks: {nrr: {good: 100}}",
        "'company.benchmarks.nrr.good' is 100, but a rate is a percentage or a fraction"
      ),
    ])
  func companyProblems(text: String, message: String) throws {
    let found = try workspace(["revops.yaml": "company: {\(text)}"]).problems.map(line)
    #expect(found.count == 1)
    #expect(found.first?.contains(message) == true, "\(found)")
  }

  @Test("the day is the option's, else the company's, else the document's, else today")
  func asOf() throws {
    let company = "company: {as_of: 2026-02-02}\nas_of: 2026-03-03"
    let option = RunOptions(asOf: day("2026-05-05"))
    #expect(
      try workspace(["revops.yaml": company], options: option).asOf == AsOf(day("2026-05-05"), from: .option))
    let two = try workspace(["revops.yaml": company])
    #expect(two.asOf == AsOf(day("2026-02-02"), from: .file))
    #expect(two.warnings.map(\.place?.line) == [2])
    #expect(try workspace(["revops.yaml": "as_of: 2026-03-03"]).asOf == AsOf(day("2026-03-03"), from: .file))
    let alone = try workspace(["a.yaml": "coverage: 1\nas_of: 2026-03-03"], "a.yaml", as: "audit")
    #expect(alone.asOf == AsOf(day("2026-03-03"), from: .file))
    let today = try workspace(["revops.yaml": "plan: {}"]).asOf
    #expect(today == AsOf(day("2026-01-01"), from: .today))
    #expect(today.remark == "as of 2026-01-01, today, since neither the files nor --as-of give a day")
  }

  @Test("settings reach sections in other files, the company, and a document given alone")
  func settings() throws {
    let files = ["revops.yaml": "pipeline: p.yaml", "p.yaml": "open: 3M\nquota: 1M"]
    let loaded = try workspace(
      files, set: ["pipeline.quota=2M", "company.currency=EUR", "plan.targets.new=1"], registry: Self.analyses
    )
    #expect(loaded.problems == [])
    #expect(loaded.sections["pipeline"]?["quota"]?.text == "2M")
    #expect("\(loaded.company.currency)" == "EUR")
    #expect(loaded.sections["plan"]?["targets"]?["new"]?.text == "1")
    for path in ["coverage=5", "audit.coverage=5"] {
      let alone = try workspace(["a.yaml": "coverage: 1"], "a.yaml", as: "audit", set: [path])
      #expect(alone.sections["audit"]?["coverage"]?.text == "5")
    }
    let wrong = try workspace(files, set: ["pipelin.quota=2M"])
    #expect(
      wrong.problems.map(line) == ["--set:1:1: there is no section 'pipelin' (did you mean 'pipeline'?)"])
  }

  @Test("a key that no decoder knows is refused in the option, not ignored")
  func unknownSetting() throws {
    let files = ["revops.yaml": "pipeline: {open: 3M, quota: 1M}"]
    let found = problems { () throws(InputErrors) in
      try AnyAnalysis(FakeCoverage.self).run(try workspace(files, set: ["pipeline.quotta=2M"]))
    }
    #expect(found == ["--set:1:10: unknown key 'quotta' in 'pipeline' (did you mean 'quota'?)"])
  }

  @Test("--currency turns all money into it, and needs a rate")
  func currency() throws {
    let euro = try #require(Currency("EUR"))
    let options = RunOptions(currency: euro)
    let files = ["revops.yaml": "company: {fx: {EUR: 1.25}}\npipeline: {open: 3M, quota: 1M}"]
    let outcome = try AnyAnalysis(FakeCoverage.self).run(try workspace(files, options: options))
    #expect(outcome.currency == "EUR")
    #expect(outcome.result["quota"] == .number(800_000))  // 1,000,000 / 1.25
    #expect(outcome.result["coverage"] == .number(3))
    let without = try workspace(["revops.yaml": "pipeline: {}"], options: options)
    #expect(
      without.problems.map(line)
        == ["--currency is EUR, but 'company.fx' gives no rate for it (give 1 EUR in USD under company.fx)"])
  }

  @Test("an analysis is run without being known by name, and says what it ran on")
  func registry() throws {
    let files = ["revops.yaml": "pipeline: {open: 3M, quota: 1M, note: ~}\naudit: {coverage: 4}"]
    let loaded = try workspace(files, registry: Self.analyses)
    #expect(loaded.registry.fed(by: loaded).map(\.key) == ["pipeline.coverage", "audit"])
    let audit = try #require(loaded.registry["audit"])
    let outcome = try audit.run(loaded)
    #expect(outcome.key == "audit")
    #expect(outcome.asOf == "2026-01-01")
    #expect(outcome.report.subtitle.hasPrefix("all of it; as of 2026-01-01, today"))
    #expect(outcome.inputs.map(\.name) == ["revops.yaml"])
    // 3M / 1M, measured by the other analysis.
    #expect(outcome.result["measured"] == .number(3))
    #expect(
      try loaded.measurements(of: ["coverage"], besides: "audit")["coverage"]?.source
        == "pipeline.coverage.coverage")
    #expect(
      try loaded.measurements(of: ["coverage"], besides: "pipeline.coverage")["coverage"]?.source
        == "audit.measured")
  }

  @Test("an analysis that runs alone refuses a setting of a section that neither it nor what it weighs reads")
  func settingsOfOtherSections() throws {
    let files = ["revops.yaml": "pipeline: {open: 3M, quota: 1M}\naudit: {coverage: 4}\nplan: {}"]
    let settings = ["plan.x=1", "pipeline.open=4M", "company.name=B"]
    let loaded = try workspace(files, set: settings, registry: Self.analyses)
    for analysis in Self.analyses.prefix(2) {
      let found = problems { () throws(InputErrors) in try analysis.runAlone(loaded) }
      #expect(
        found == [
          "--set:1:1: '\(analysis.key)' does not read the section 'plan' (the setting would change no figure of it)"
        ])
    }
    let read = try workspace(files, set: Array(settings.dropFirst()), registry: Self.analyses)
    #expect(try Self.analyses[1].runAlone(read).result["measured"] == .number(4))
  }

  @Test(
    "the audit refuses a setting of what only a check or a what-if reads",
    arguments: ["checks", "tests", "scenarios", "sensitivity"])
  func settingsOfTheAudit(section: String) throws {
    let files = ["revops.yaml": "audit: {arr_current: 5}"]
    let analysis = AnyAnalysis(Audit.self)
    let loaded = try workspace(files, set: ["\(section)=", "audit.arr_current=6"], registry: [analysis])
    #expect(
      problems { () throws(InputErrors) in try analysis.runAlone(loaded) } == [
        "--set:1:1: 'audit' does not read the section '\(section)' (the setting would change no figure of it)"
      ])
  }

  @Test("an unknown section that is like none says where the sections are listed")
  func unknownSections() throws {
    let loaded = try workspace(["revops.yaml": "company: {}\nplna: {}\nxyz: {}"], registry: [])
    #expect(
      loaded.problems.map(\.hint) == ["did you mean 'plan'?", "'revops schema' lists the sections"])
  }

  @Test("what keeps another analysis from measuring is named, not dropped")
  func brokenMeasurement() throws {
    let files = ["revops.yaml": "pipeline: {open: 3M}\naudit: {coverage: 4}"]
    let loaded = try workspace(files, registry: Self.analyses)
    let found = problems { () throws(InputErrors) in
      try loaded.measurements(of: ["coverage"], besides: "audit")
    }
    #expect(found.count == 1)
    #expect(found.first?.contains("'pipeline' does not give 'quota'") == true)
  }

  @Test("an analysis without its table says which one")
  func missingTable() throws {
    let loaded = try workspace(["revops.yaml": "pipeline: {}"], registry: Self.analyses)
    let found = problems { () throws(InputErrors) in try AnyAnalysis(FakeHygiene.self).run(loaded) }
    #expect(found == ["'pipeline.hygiene' needs the table 'opportunities', and 'data' does not give it"])
  }

  @Test(
    "what cannot be meant is refused with the way out",
    arguments: [
      (
        "company: {fx: {EUR:1}}\n", [],
        "revops.yaml:1:16: 'EUR:1' is a name without a value (a value stands behind a colon and a space)"
      ),
      (
        "plan: {assumptions: {gross_churn_rate: 110}}\n", [],
        "revops.yaml:1:40: 'plan.assumptions.gross_churn_rate' is 110, but a rate is a percentage or a fraction (a share lies between 0% and 100%)"
      ),
      (
        "checks: [1 = 1]\nplan: {}\n", ["checks.0.assert=1 = 2"],
        "--set:1:8: what stands here is a list, but keys with values would be needed (an item is named by its place or a key of its own: [0] or [name=Visitor])"
      ),
      (
        "plan: {current_arr: 5}\n", ["plan=x.yaml"],
        "--set:1:6: 'plan' is 'x.yaml', but keys with values are wanted (the file of a section is named in the workspace itself)"
      ),
    ])
  func refusedWithTheWayOut(text: String, settings: [String], problem: String) {
    let found = problems { () throws(InputErrors) in
      let files = try RevOpsCoreTests.workspace(
        ["revops.yaml": text], set: settings, registry: [AnyAnalysis(RevenuePlan.self)])
      _ = try CheckRun.evaluate(files)
    }
    #expect(found == [problem])
  }

  @Test("a section that is kept as it was decoded is decoded again once it or the company changes")
  func keptSection() throws {
    var files = try RevOpsCoreTests.workspace([
      "revops.yaml": "company: {fx: {EUR: 1.25}}\npipeline: {quota: €100}\n"
    ])
    files.keepPipelineSettings()
    #expect(files.pipeline?.quota == 125)
    func quota(_ setting: String) throws -> Double? {
      try files.with([Setting(setting)]).pipelineSettings().quota
    }
    #expect(try quota("pipeline.quota=€200") == 250)
    #expect(try quota("company.fx.EUR=2") == 200)
    #expect(try quota("plan.current_arr=5") == 125)
  }

  @Test("problems are told file by file and from top to bottom")
  func inFileOrder() {
    func problem(_ file: String, _ line: Int) -> Diagnostic {
      let source = SourceText(name: file, text: String(repeating: "a\n", count: 9))
      return Diagnostic("x.y", "\(file)\(line)", at: source.place((line * 2 - 2)..<(line * 2 - 1)))
    }
    let mixed = [
      problem("b", 7), problem("a", 3), problem("b", 2), Diagnostic("x.y", "none"), problem("a", 1),
    ]
    #expect(mixed.inFileOrder.map(\.message) == ["none", "b2", "b7", "a1", "a3"])
  }
}
