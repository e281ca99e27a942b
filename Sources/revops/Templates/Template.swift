/// A starter document: as a form to fill in, or filled in for a made-up company.
struct Template: Sendable {
  let name: String
  /// What the document is, in half a line.
  let summary: String
  /// The document; what a user fills in stands in double braces, with the made-up company's value.
  private let source: String

  /// Declares a template.
  init(_ name: String, _ summary: String, _ source: String) {
    self.name = name
    self.summary = summary
    self.source = source
  }

  /// All starter documents.
  static let all: [Template] = [.workspace, .audit, .plan, .capacity, .quota, .demand]

  /// The form: every value that is the user's is `""`, which means not given.
  var form: String { replaced { _ in "\"\"" } }

  /// The document of the made-up company.
  var filled: String { replaced { $0 } }

  private func replaced(_ value: (String) -> String) -> String {
    var text = ""
    for (index, part) in source.split(separator: "{{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let close = part.firstRange(of: "}}") else {
        text += part
        continue
      }
      text += value(String(part[..<close.lowerBound])) + part[close.upperBound...]
    }
    return text
  }
}
