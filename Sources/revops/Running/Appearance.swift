import RevOpsCore

/// How text output looks, settled from options and surroundings.
struct Appearance: Hashable, Sendable {
  /// Columns of text output.
  var width: Int
  /// Whether standard output is coloured.
  var outputColor: Bool
  /// Whether messages are coloured.
  var errorColor: Bool
  /// Whether text output is ASCII only.
  var ascii: Bool

  /// Options come first, then the environment, then what the terminal says.
  init(_ surroundings: Surroundings, _ invocation: Invocation? = nil) {
    width = invocation?.number(of: .width) ?? surroundings.columns
    ascii = invocation?.has(.ascii) == true || surroundings.wantsASCII
    let color = invocation?.value(of: .color) ?? "auto"
    let toFile = invocation?.value(of: .output).map { $0 != "-" } ?? false
    outputColor =
      color == "always"
      || (color == "auto" && surroundings.wantsColor(isTerminal: surroundings.outputIsTerminal && !toFile))
    errorColor =
      color == "always"
      || (color == "auto" && surroundings.wantsColor(isTerminal: surroundings.errorIsTerminal))
  }

  /// Problems of an input as standard error shows them; those without a place stand under the program's name.
  func text(of diagnostics: [Diagnostic]) -> String {
    let options = RenderOptions(width: width, ascii: ascii, color: errorColor)
    return diagnostics.inFileOrder.map { diagnostic in
      (diagnostic.place == nil ? "revops: " : "") + DiagnosticRenderer.render([diagnostic], options)
    }.joined()
  }
}
