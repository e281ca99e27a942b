/// Writes an outcome as the JSON document that `--format json` promises.
public enum JSONRenderer {
  /// The document as text, two spaces a level.
  public static func render(_ outcome: Outcome) -> String {
    JSONText.pretty(envelope(of: outcome))
  }

  /// The document; its members stand in this order and are always all there.
  public static func envelope(of outcome: Outcome) -> JSONValue {
    .object([
      .init("schema", .string("revops.\(outcome.key)/1")),
      .init("as_of", .string(outcome.asOf)),
      .init("currency", .string(outcome.currency)),
      .init("result", outcome.result),
      .init("absent", .object(outcome.absent)),
      .init("findings", .array(outcome.findings.map(finding))),
      .init("inputs", .array(outcome.inputs.map(input))),
      .init("definitions", .object(outcome.definitions)),
      .init("assumptions", .object(outcome.assumptions)),
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
