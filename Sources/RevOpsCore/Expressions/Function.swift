/// A function of the language: what it takes, what it gives, how.
struct Function: Sendable {
  /// What may stand at one place of its brackets.
  struct Parameter: Sendable {
    /// What it is called in messages.
    var name: String
    /// The types it takes; none for any.
    var types: [ExpressionType]
  }

  var name: String
  var parameters: [Parameter]
  /// How many of the parameters must be given.
  var required: Int
  /// Whether the last one may be repeated.
  var isVariadic = false
  /// The type of the result, from those of the arguments.
  var result: @Sendable ([ExpressionType]) -> ExpressionType
  /// One line for the help.
  var summary: String
  /// Computes it; no argument is missing.
  var body: @Sendable ([ExpressionValue], Arithmetic) -> ExpressionValue

  init(
    _ name: String, _ parameters: [Parameter], required: Int? = nil, isVariadic: Bool = false,
    gives result: ExpressionType, _ summary: String,
    body: @escaping @Sendable ([ExpressionValue], Arithmetic) -> ExpressionValue
  ) {
    self.init(
      name, parameters, required: required, isVariadic: isVariadic, summary, result: { _ in result },
      body: body)
  }

  init(
    _ name: String, _ parameters: [Parameter], required: Int? = nil, isVariadic: Bool = false,
    _ summary: String, result: @escaping @Sendable ([ExpressionType]) -> ExpressionType,
    body: @escaping @Sendable ([ExpressionValue], Arithmetic) -> ExpressionValue
  ) {
    self.name = name
    self.parameters = parameters
    self.required = required ?? parameters.count
    self.isVariadic = isVariadic
    self.result = result
    self.summary = summary
    self.body = body
  }

  /// The function as it is written: `round(x[, places])`.
  var signature: String {
    var text = "\(name)("
    for (index, parameter) in parameters.enumerated() {
      let part = (index == 0 ? "" : ", ") + parameter.name
      text += index < required ? part : "[\(part)]"
    }
    return text + (isVariadic ? ", ...)" : ")")
  }

  /// The function of a name in any case.
  static func named(_ name: String) -> Function? {
    let wanted = name.lowercased()
    return all.first { $0.name == wanted }
  }

  /// Every function but those over lists and the two that choose, `if` and `coalesce`.
  static let all: [Function] = dates + periods + numbers + texts
}

extension Function.Parameter {
  static let date = Function.Parameter(name: "date", types: [.date, .moment])
  static let start = Function.Parameter(name: "start", types: [.date, .moment])
  static let end = Function.Parameter(name: "end", types: [.date, .moment])
  static let period = Function.Parameter(name: "period", types: [.period])
  static let span = Function.Parameter(name: "duration", types: [.span])
  static let figure = Function.Parameter(name: "x", types: [.number, .rate, .money, .span])
  static let places = Function.Parameter(name: "places", types: [.number])
  static let text = Function.Parameter(name: "text", types: [.text])
  static let any = Function.Parameter(name: "x", types: [])
}
