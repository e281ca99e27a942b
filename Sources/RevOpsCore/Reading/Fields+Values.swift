extension Fields {
  /// A value that has to be there.
  public mutating func value<Value>(_ key: String, as kind: FieldKind<Value>) -> Value {
    note(FieldSpec(key, kind.name, wanted: kind.wanted, choices: kind.choices, isRequired: true))
    guard let value = given(key) else {
      if !isRecording, !isMisshapen { problems.append(missing(key, wanted: kind.wanted)) }
      return kind.placeholder
    }
    return read(value, under: key, as: kind) ?? kind.placeholder
  }

  /// A value with the one that holds where nothing is given.
  public mutating func value<Value>(_ key: String, as kind: FieldKind<Value>, default fallback: Value)
    -> Value
  {
    let shown = isRecording ? FieldSpec.shown(fallback) : nil
    note(FieldSpec(key, kind.name, wanted: kind.wanted, choices: kind.choices, fallback: shown))
    guard let value = given(key) else { return fallback }
    return read(value, under: key, as: kind) ?? fallback
  }

  /// A value, or nil where nothing is given.
  public mutating func valueIfGiven<Value>(_ key: String, as kind: FieldKind<Value>) -> Value? {
    note(FieldSpec(key, kind.name, wanted: kind.wanted, choices: kind.choices))
    guard let value = given(key) else { return nil }
    return read(value, under: key, as: kind)
  }

  /// A required value, or one with a default.
  mutating func value<Value>(_ key: String, as kind: FieldKind<Value>, or fallback: Value?) -> Value {
    guard let fallback else { return value(key, as: kind) }
    return value(key, as: kind, default: fallback)
  }

  /// Reads one value, or keeps the problem and returns nil.
  mutating func read<Value>(_ value: Node, under key: String, as kind: FieldKind<Value>) -> Value? {
    switch kind.read(value, context) {
    case .success(let read): return read
    case .failure(let problem) where !problem.located.isEmpty:
      problems += problem.located
      return nil
    case .failure(let problem):
      let reason = problem.reason ?? "\(kind.wanted) is wanted"
      let message = "'\(path(of: key))' is \(value.inWords), but \(reason)"
      problems.append(Diagnostic(problem.id, message, at: value.place, hint: problem.hint))
      return nil
    }
  }

  private func missing(_ key: String, wanted: String) -> Diagnostic {
    let whole = path.isEmpty ? "the document" : "'\(path)'"
    return Diagnostic(
      "decode.missing-key", "\(whole) does not give '\(key)'", at: owner?.place, hint: "wanted: \(wanted)")
  }
}

extension Fields {
  /// Text as it is written.
  public mutating func text(_ key: String, default fallback: String? = nil) -> String {
    value(key, as: .text, or: fallback)
  }

  /// Text, or nil where nothing is given.
  public mutating func textIfGiven(_ key: String) -> String? { valueIfGiven(key, as: .text) }

  /// `true` or `false`.
  public mutating func flag(_ key: String, default fallback: Bool? = nil) -> Bool {
    value(key, as: .flag, or: fallback)
  }

  /// `true` or `false`, or nil where nothing is given.
  public mutating func flagIfGiven(_ key: String) -> Bool? { valueIfGiven(key, as: .flag) }

  /// One word of an enum, by its raw value.
  public mutating func choice<Choice: CaseIterable & RawRepresentable & Sendable>(
    _ key: String, default fallback: Choice? = nil
  ) -> Choice where Choice.RawValue == String {
    value(key, as: .choice(Choice.self), or: fallback)
  }

  /// One word of an enum, or nil where nothing is given.
  public mutating func choiceIfGiven<Choice: CaseIterable & RawRepresentable & Sendable>(
    _ key: String
  ) -> Choice? where Choice.RawValue == String {
    valueIfGiven(key, as: .choice(Choice.self))
  }
}
