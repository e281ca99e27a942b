/// Writes a check run as TAP version 14.
///
/// Source: testanything.org, "TAP 14 specification".
enum TAPRenderer {
  static func render(_ run: CheckReport) -> String {
    let plan = run.outcomes.isEmpty ? "1..0 # SKIP no checks" : "1..\(run.outcomes.count)"
    var lines = ["TAP version 14", plan]
    for (index, outcome) in run.outcomes.enumerated() { lines += self.lines(of: outcome, index + 1, run) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(of outcome: CheckOutcome, _ number: Int, _ run: CheckReport) -> [String] {
    let verdict = run.verdict(on: outcome)
    let isOK = verdict == .pass || verdict == .skip
    var line = "\(isOK ? "ok" : "not ok") \(number) - \(escaped(outcome.title))"
    switch outcome.status {
    case .skipped(let reason): line += " # SKIP \(escaped(reason))"
    case .waived(let reason): line += " # TODO \(escaped(reason))"
    case .failed, .errored: return [line] + details(of: outcome)
    case .passed: break
    }
    return [line]
  }

  private static func details(of outcome: CheckOutcome) -> [String] {
    var lines = [
      "---", "message: \(JSONText.quoted(outcome.statement))", "severity: \(outcome.severity.rawValue)",
    ]
    if let place = outcome.place {
      lines.append(
        "at: {file: \(JSONText.quoted(outcome.path)), line: \(place.line), column: \(place.column)}")
    }
    if !outcome.help.isEmpty { lines.append("help: \(JSONText.quoted(outcome.help))") }
    return (lines + ["..."]).map { "  " + $0 }
  }

  /// The text on one line, with what TAP reads as a directive or an escape behind a backslash.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in SafeText.escaped(text).unicodeScalars {
      if scalar == "#" || scalar == "\\" { safe += "\\" }
      safe.unicodeScalars.append(scalar)
    }
    return safe
  }
}
