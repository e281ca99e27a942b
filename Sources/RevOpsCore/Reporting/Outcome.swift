/// Everything one run of an analysis has to say, whatever format it is asked for in.
public struct Outcome: Hashable, Sendable {
  /// A file that was read, and what of it was used.
  public struct InputFile: Hashable, Sendable {
    /// The path as the user wrote it.
    public var name: String
    /// The section or table it is: `pipeline`, `opportunities`.
    public var role: String
    /// Records below the header; nil for a document, which has none.
    public var rows: Int?
    /// Those of them that no figure counts: totals and notices, and what a condition or the report says.
    public var rowsLeftOut: Int
    /// The digest of its bytes in hex; nil where nobody asked for it.
    public var sha256: String?

    /// Makes an input file.
    public init(name: String, role: String, rows: Int? = nil, rowsLeftOut: Int = 0, sha256: String?) {
      self.name = name
      self.role = role
      self.rows = rows
      self.rowsLeftOut = rowsLeftOut
      self.sha256 = sha256
    }
  }

  /// How much of what a run has to say is wanted.
  public enum Share: Hashable, Sendable {
    /// The figures as JSON and the report.
    case all
    /// The report alone.
    case report
    /// The findings alone.
    case findings
  }

  /// The analysis: `pipeline.velocity`.
  public var key: String
  /// The day it was computed for, as YYYY-MM-DD.
  public var asOf: String
  /// The code that all money is in.
  public var currency: String
  /// The figures.
  public var result: JSONValue
  /// Why a figure is null, by its path in the result.
  public var absent: [JSONValue.Member]
  /// What should be acted on, gravest first.
  public var findings: [Finding]
  /// The same for people.
  public var report: Report
  /// The files in the order they were read.
  public var inputs: [InputFile]
  /// What is to be said of those files, though they could be used.
  public var warnings: [Diagnostic]
  /// The variant in force of each metric that has several: `nrr` by `waterfall`.
  public var definitions: [JSONValue.Member]
  /// Each default that stands in for what no file says, by path.
  public var assumptions: [JSONValue.Member]

  /// Makes an outcome of a result, which is encoded here.
  public init(
    key: String, asOf: String, currency: String, result: some Encodable, findings: [Finding], report: Report,
    inputs: [InputFile] = [], warnings: [Diagnostic] = [], definitions: [JSONValue.Member] = [],
    assumptions: [JSONValue.Member] = []
  ) {
    self.init(
      key: key, asOf: asOf, currency: currency, result: ResultEncoder.encode(result), findings: findings,
      report: report, inputs: inputs, warnings: warnings, definitions: definitions, assumptions: assumptions)
  }

  /// Makes an outcome of a result that is encoded already.
  init(
    key: String, asOf: String, currency: String, result encoded: ResultEncoder.Encoded, findings: [Finding],
    report: Report, inputs: [InputFile], warnings: [Diagnostic], definitions: [JSONValue.Member],
    assumptions: [JSONValue.Member]
  ) {
    self.key = key
    self.asOf = asOf
    self.currency = currency
    self.result = encoded.value
    self.absent = encoded.absent
    self.findings = findings
    self.report = report
    self.inputs = inputs
    self.warnings = warnings
    self.definitions = definitions
    self.assumptions = assumptions
  }
}

extension Table {
  /// The table as a file that was read, for a command that looks at it alone.
  public func inputFile(as role: String = "table") -> Outcome.InputFile {
    Outcome.InputFile(
      name: name, role: role, rows: rowCount + notes.footerRows, rowsLeftOut: notes.footerRows,
      sha256: SHA256.hex(of: bytes))
  }
}
