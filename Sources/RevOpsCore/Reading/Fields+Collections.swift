extension Fields {
  /// The values of a list in order, none where it is not given; one value alone is a list of one.
  ///
  /// Items that give nothing (`- ""`) are left out.
  public mutating func list<Value>(_ key: String, of kind: FieldKind<Value>) -> [Value] {
    note(FieldSpec(key, kind.name, wanted: kind.wanted, choices: kind.choices, holds: .list))
    guard let value = given(key) else { return [] }
    guard value.kind == .sequence else { return read(value, under: key, as: kind).map { [$0] } ?? [] }
    var values: [Value] = []
    for (index, item) in value.items.enumerated() where !item.isNotGiven {
      if let read = read(item, under: "\(key)[\(index)]", as: kind) { values.append(read) }
    }
    return values
  }

  /// The values of a list, or nil where it is not given.
  public mutating func listIfGiven<Value>(_ key: String, of kind: FieldKind<Value>) -> [Value]? {
    let values = list(key, of: kind)
    return given(key) == nil ? nil : values
  }

  /// The names and values of a mapping whose names the user chooses, in the order of the file.
  public mutating func map<Value>(
    _ key: String, of kind: FieldKind<Value>
  ) -> [(name: String, value: Value)] {
    note(FieldSpec(key, kind.name, wanted: kind.wanted, choices: kind.choices, holds: .map))
    var values: [(name: String, value: Value)] = []
    for (name, value) in namedValues(of: key) {
      if let read = read(value, under: "\(key).\(name)", as: kind) { values.append((name, read)) }
    }
    return values
  }

  /// The entries of a mapping by fiscal quarter; what names no quarter, or one that stands there already, is refused.
  mutating func quarters<Value>(
    _ key: String, _ entries: [(name: String, value: Value)]
  ) -> [(quarter: Period, key: String, value: Value)] {
    var names: [Period: String] = [:]
    return entries.compactMap { name, value in
      let own = "\(key).\(name)"
      guard let quarter = quarter(named: name, at: own) else { return nil }
      guard let first = names.updateValue(name, forKey: quarter) else { return (quarter, own, value) }
      refuseKey(
        own, "decode.wrong-value", "'\(printable(name))' is the quarter of '\(printable(first))' once more")
      return nil
    }
  }

  /// The fiscal quarter that a key names; any other period is refused at the key.
  private mutating func quarter(named name: String, at key: String) -> Period? {
    guard !isRecording else { return nil }
    if let period = try? Period.parse(name, fiscal: context.fiscal) {
      let quarter = context.fiscal.quarter(containing: period.start)
      if (quarter.start, quarter.end) == (period.start, period.end) { return quarter }
    }
    refuseKey(
      key, "decode.no-quarter", "'\(printable(name))' is no quarter of the fiscal year",
      hint: "write it as FY2027-Q1 or 2027-Q1")
    return nil
  }

  /// A mapping inside this one; where it is not given it is read as an empty one, so that its defaults hold
  /// and its required keys are missed.
  public mutating func section<Value>(_ key: String, _ read: (inout Fields) -> Value) -> Value {
    part(FieldSpec(key, "section", holds: .section), given(key), at: path(of: key), read)
  }

  /// A mapping inside this one, or nil where it is not given.
  public mutating func sectionIfGiven<Value>(_ key: String, _ read: (inout Fields) -> Value) -> Value? {
    guard isRecording || given(key) != nil else {
      note(FieldSpec(key, "section", holds: .section))
      return nil
    }
    return section(key, read)
  }

  /// A list of mappings, none where it is not given; the problems of all of them are kept.
  public mutating func sections<Value>(_ key: String, _ read: (inout Fields) -> Value) -> [Value] {
    let spec = FieldSpec(key, "section", holds: .sections)
    guard !isRecording else { return [part(spec, nil, at: "\(path(of: key))[]", read)] }
    note(spec)
    guard let value = given(key) else { return [] }
    guard value.kind == .sequence else {
      refuse(key, "decode.wrong-shape", "'\(path(of: key))' is \(value.inWords), but a list is wanted")
      return []
    }
    var values: [Value] = []
    for (index, item) in value.items.enumerated() where !item.isNotGiven {
      values.append(part(spec, item, at: "\(path(of: key))[\(index)]", read))
    }
    return values
  }

  /// Mappings under names that the user chooses, in the order of the file.
  public mutating func namedSections<Value>(
    _ key: String, _ read: (inout Fields) -> Value
  ) -> [(name: String, value: Value)] {
    let spec = FieldSpec(key, "section", holds: .namedSections)
    guard !isRecording else { return [("name", part(spec, nil, at: "\(path(of: key)).NAME", read))] }
    note(spec)
    return namedValues(of: key).map { name, value in
      (name, part(spec, value, at: "\(path(of: key)).\(name)", read))
    }
  }

  /// The names of a mapping with what stands under them, for what no kind reads.
  mutating func nodes(_ key: String) -> [(name: String, value: Node)] {
    note(FieldSpec(key, "section", holds: .namedSections))
    return namedValues(of: key)
  }

  /// The entries of a mapping under a key that give something; anything but a mapping is a problem.
  private mutating func namedValues(of key: String) -> [(name: String, value: Node)] {
    guard let value = given(key) else { return [] }
    guard value.kind == .mapping else {
      let message = "'\(path(of: key))' is \(value.inWords), but names with values are wanted"
      refuse(key, "decode.wrong-shape", message)
      return []
    }
    for entry in value.entries where entry.value.isNotGiven && entry.key.text.contains(":") {
      let name = printable(entry.key.text)
      add(
        Diagnostic(
          "decode.wrong-value", "'\(name)' is a name without a value", at: entry.key.place,
          hint: "a value stands behind a colon and a space"))
    }
    return value.entries.lazy.filter { !$0.value.isNotGiven }.map { ($0.key.text, $0.value) }
  }

  /// Reads an item of a list that is not under a key of its own.
  mutating func item<Value>(_ item: Node, at path: String, _ read: (inout Fields) -> Value) -> Value {
    var fields = Fields(item, path: path, owner: item, context: context)
    let value = read(&fields)
    fields.refuseUnknownKeys()
    take(fields.problems)
    return value
  }

  /// Reads a mapping below this one and takes over its problems, or notes what it may hold.
  private mutating func part<Value>(
    _ spec: FieldSpec, _ value: Node?, at path: String, _ read: (inout Fields) -> Value
  ) -> Value {
    var fields = Fields(value, path: path, owner: value ?? owner, context: context, isRecording: isRecording)
    let result = read(&fields)
    fields.refuseUnknownKeys()
    take(fields.problems)
    var spec = spec
    if isRecording { spec.fields = fields.known }
    note(spec)
    return result
  }
}
