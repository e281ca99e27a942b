extension Expression {
  /// How each function is written and what it gives, for help.
  public static var functions: [(signature: String, summary: String)] {
    Function.all.map { ($0.signature, $0.summary) }
  }
}
