/// What is wrong with an expression, by bytes of its text.
struct ExpressionProblem: Error, Hashable {
  /// The kinds of problems, each with its page under `revops explain`.
  enum Kind: String, CaseIterable {
    case syntax = "expression.syntax"
    case size = "expression.size"
    case literal = "expression.literal"
    case pattern = "expression.pattern"
    case unknownName = "expression.unknown-name"
    case unknownFunction = "expression.unknown-function"
    case arguments = "expression.arguments"
    case type = "expression.type"
    case calendar = "expression.calendar"
  }

  var kind: Kind
  var message: String
  var range: Range<Int>
  var hint: String?

  init(_ kind: Kind, _ message: String, at range: Range<Int>, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.range = range
    self.hint = hint
  }
}

/// Where the text of an expression stands in the user's file.
struct ExpressionOrigin: Hashable, Sendable {
  let text: String
  let place: Place?

  /// A problem of the text as the user meets it.
  func diagnostic(_ problem: ExpressionProblem) -> Diagnostic {
    Diagnostic(problem.kind.rawValue, problem.message, at: place(of: problem.range), hint: problem.hint)
  }

  /// The place of some bytes of the text.
  ///
  /// Exact where the line of the file shows the text as it is; where it stands folded or escaped, the place
  /// of the whole value.
  func place(of range: Range<Int>) -> Place {
    guard let place else {
      return SourceText(name: "expression", text: text).place(range)
    }
    let shown = Array(place.excerpt.unicodeScalars)
    let own = Array(text.unicodeScalars)
    // The text begins at the value's column, or one on behind an opening quote.
    let first = place.column - place.excerptColumn
    for start in [first, first + 1] where start >= 0 && shown.count - start >= own.count {
      guard shown[start..<(start + own.count)].elementsEqual(own) else { continue }
      let bytes = text.utf8
      let lower = bytes.index(bytes.startIndex, offsetBy: min(max(range.lowerBound, 0), bytes.count))
      let upper = bytes.index(bytes.startIndex, offsetBy: min(max(range.upperBound, 0), bytes.count))
      let before = text.unicodeScalars[..<lower].count
      return Place(
        file: place.file, line: place.line, column: place.excerptColumn + start + before,
        length: text.unicodeScalars[lower..<upper].count, excerpt: place.excerpt,
        excerptColumn: place.excerptColumn)
    }
    return place
  }
}
