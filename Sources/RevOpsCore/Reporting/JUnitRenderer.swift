/// Writes a check run as JUnit XML: a suite a file, a case a check.
///
/// A warning passes and says so on its output, unless warnings fail the run. Times are 0 and no timestamp is
/// written, so that the same files give the same bytes.
///
/// Source: testmoapp/junitxml, which describes what common readers take; there is no official schema.
enum JUnitRenderer {
  static func render(_ run: CheckReport) -> String {
    var paths: [String] = []
    var suites: [String: [CheckOutcome]] = [:]
    for outcome in run.outcomes {
      let path = run.path(of: outcome)
      if suites[path] == nil { paths.append(path) }
      suites[path, default: []].append(outcome)
    }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines.append("<testsuites name=\"revops check\"\(counts(run.outcomes, run))>")
    for path in paths { lines += suite(path, suites[path] ?? [], run) }
    lines.append("</testsuites>")
    return lines.map { $0 + "\n" }.joined()
  }

  private static func suite(_ path: String, _ outcomes: [CheckOutcome], _ run: CheckReport) -> [String] {
    let name = XMLText.escaped(path)
    let properties = [("revops.version", run.version), ("as-of", run.asOf)].map {
      "<property name=\"\($0.0)\" value=\"\(XMLText.escaped($0.1))\"/>"
    }
    return ["  <testsuite name=\"\(name)\"\(counts(outcomes, run)) file=\"\(name)\">"]
      + ["    <properties>\(properties.joined())</properties>"]
      + outcomes.flatMap { testCase($0, run) }
      + ["  </testsuite>"]
  }

  private static func counts(_ outcomes: [CheckOutcome], _ run: CheckReport) -> String {
    func count(_ verdict: CheckReport.Verdict) -> Int {
      outcomes.filter { run.verdict(on: $0) == verdict }.count
    }
    return " tests=\"\(outcomes.count)\" failures=\"\(count(.failure))\" errors=\"\(count(.error))\""
      + " skipped=\"\(count(.skip))\" time=\"0\""
  }

  private static func testCase(_ outcome: CheckOutcome, _ run: CheckReport) -> [String] {
    var start = "    <testcase classname=\"\(XMLText.escaped("revops." + outcome.area))\""
    start += " name=\"\(XMLText.escaped(outcome.title))\" time=\"0\""
    if let place = outcome.place {
      start += " file=\"\(XMLText.escaped(outcome.path))\" line=\"\(place.line)\""
    }
    guard let child = child(of: outcome, run) else { return [start + "/>"] }
    return [start + ">", "      " + child, "    </testcase>"]
  }

  /// What a case that did not simply pass holds.
  private static func child(of outcome: CheckOutcome, _ run: CheckReport) -> String? {
    switch (run.verdict(on: outcome), outcome.status) {
    case (.failure, _): return problem("failure", outcome)
    case (.error, _): return problem("error", outcome)
    case (_, .skipped(let reason)): return "<skipped message=\"\(XMLText.escaped(reason))\"/>"
    case (_, .waived(let reason)): return "<system-out>\(XMLText.escaped("waived: " + reason))</system-out>"
    case (_, .failed): return "<system-out>\(XMLText.escaped(outcome.report))</system-out>"
    default: return nil
    }
  }

  private static func problem(_ element: String, _ outcome: CheckOutcome) -> String {
    "<\(element) type=\"\(XMLText.escaped(outcome.id))\" message=\"\(XMLText.escaped(outcome.statement))\">"
      + "\(XMLText.escaped(outcome.report))</\(element)>"
  }
}

extension CheckOutcome {
  /// Place, severity, message and help in the order of a compiler's line.
  var report: String {
    let start = place.map { "\(path):\($0.line):\($0.column): " } ?? ""
    return "\(start)\(severity.word): \(statement)" + (help.isEmpty ? "" : "\nhelp: \(help)")
  }
}

/// Text as XML 1.0 can hold it.
enum XMLText {
  /// Escapes markup, also for quoted attributes, and what a runner would obey, and drops what XML forbids even as a reference.
  ///
  /// A tab or line end becomes a reference, since a reader would make a space of it in an attribute.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "[" where LogCommand.opens(behind: safe.unicodeScalars): safe += "&#91;"
      case "\t", "\n", "\r": safe += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
