/// Writes an outcome as the JSON document that `--format json` promises.
public enum JSONRenderer {
  /// The document; its members stand in this order and are always all there.
  public static func envelope(of outcome: Outcome) -> JSONValue {
    envelope(
      key: outcome.key, asOf: outcome.asOf, currency: outcome.currency, result: outcome.result,
      absent: outcome.absent, findings: outcome.findings, inputs: outcome.inputs,
      definitions: outcome.definitions, assumptions: outcome.assumptions)
  }

  /// The document of whatever a command answers; a day and a currency that nothing rests on are null.
  public static func envelope(
    key: String, asOf: String? = nil, currency: String? = nil, result: JSONValue,
    absent: [JSONValue.Member] = [], findings: [Finding] = [], inputs: [Outcome.InputFile] = [],
    definitions: [JSONValue.Member] = [], assumptions: [JSONValue.Member] = []
  ) -> JSONValue {
    .object([
      .init("schema", .string("revops.\(key)/1")),
      .init("as_of", asOf.map(JSONValue.string) ?? .null),
      .init("currency", currency.map(JSONValue.string) ?? .null),
      .init("result", result),
      .init("absent", .object(absent)),
      .init("findings", .array(findings.map(finding))),
      .init("inputs", .array(inputs.map(input))),
      .init("definitions", .object(definitions)),
      .init("assumptions", .object(assumptions)),
    ])
  }

  /// A finding as every JSON output shows it.
  static func finding(_ finding: Finding) -> JSONValue {
    .object([
      .init("id", .string(finding.id)),
      .init("severity", .string(finding.severity.rawValue)),
      .init("subject", .string(finding.subject)),
      .init("message", .string(finding.message)),
      .init("evidence", .object(finding.evidence)),
      .init("advice", .string(finding.advice)),
      .init("location", finding.place.map(location) ?? .null),
    ])
  }

  /// A place without its excerpt.
  static func location(_ place: Place) -> JSONValue {
    .object([
      .init("file", .string(place.file)),
      .init("line", .integer(place.line)),
      .init("column", .integer(place.column)),
    ])
  }

  private static func input(_ input: Outcome.InputFile) -> JSONValue {
    .object([
      .init("file", .string(input.name)),
      .init("role", .string(input.role)),
      .init("rows", input.rows.map(JSONValue.integer) ?? .null),
      .init("rows_left_out", .integer(input.rowsLeftOut)),
      .init("sha256", input.sha256.map(JSONValue.string) ?? .null),
    ])
  }
}
