extension Checker {
  /// A name: of the element at hand, of a field, of a known value, or a path below one of these.
  mutating func name(_ parts: [String], _ range: Range<Int>) -> Checked {
    guard let first = parts.first else { return unknown(range) }
    if let checked = elementName(parts, range) { return checked }
    // A column may have dots in its own name.
    if parts.count > 1, let index = schema.index(of: parts.joined(separator: ".")) {
      return field(index, [], parts, range)
    }
    if let index = schema.index(of: first) { return field(index, parts.dropFirst(), parts, range) }
    if parts.count == 1, let value = schema.constants[first] { return constant(value, range) }
    if let level = elements.indices.last, elements[level] == .unknown {
      return reference(.element(0), .unknown, parts[...], parts, range)
    }
    reportUnknown(first, range, among: known)
    return unknown(range)
  }

  /// The names that an expression may begin with here.
  private var known: [String] {
    var names = schema.fields.map(\.name)
    for case .record(let fields) in elements { names += fields.map(\.name) }
    return names + schema.constants.keys.sorted()
  }

  private mutating func elementName(_ parts: [String], _ range: Range<Int>) -> Checked? {
    for (level, type) in elements.reversed().enumerated() {
      if level == 0, parts[0] == "it" {
        return reference(.element(0), type, parts.dropFirst(), parts, range)
      }
      guard case .record(let fields) = type, fields.contains(where: { $0.name == parts[0] }) else { continue }
      return reference(.element(level), type, parts[...], parts, range)
    }
    return nil
  }

  private mutating func field(
    _ index: Int, _ path: ArraySlice<String>, _ parts: [String], _ range: Range<Int>
  ) -> Checked {
    reference(.field(index), schema.fields[index].type, path, parts, range)
  }

  private mutating func reference(
    _ root: Plan.Reference.Root, _ type: ExpressionType, _ path: ArraySlice<String>, _ parts: [String],
    _ range: Range<Int>
  ) -> Checked {
    var type = type
    for part in path {
      switch type.member(part) {
      case .success(let member): type = member
      case .failure(let names):
        let owner = parts.prefix { $0 != part }.joined(separator: ".")
        reportUnknown(part, range, among: names.names, in: owner.isEmpty ? "the list" : owner)
        return unknown(range)
      }
    }
    let name = parts.joined(separator: ".")
    let reference = Plan.Reference(root: root, path: Array(path), type: type, name: name)
    return Checked(plan: .reference(reference), type: type, range: range)
  }

  private mutating func reportUnknown(
    _ name: String, _ range: Range<Int>, among names: [String], in owner: String? = nil
  ) {
    let shown = QuantityError(name, "").text
    let message =
      owner.map { "'\($0)' has no \(schema.noun) '\(shown)'" } ?? "there is no \(schema.noun) '\(shown)'"
    report(.unknownName, message, range, suggestion(for: name, among: names, isPath: owner != nil))
  }

  private func suggestion(for name: String, among names: [String], isPath: Bool) -> String? {
    if let near = nearest(to: name, among: names) { return "did you mean '\(near)'?" }
    guard !names.isEmpty, names.count <= 12 else {
      return isPath ? nil : "a text stands in quotes: '\(QuantityError(name, "").text)'"
    }
    return "known are \(names.joined(separator: ", "))" + (isPath ? "" : "; a text stands in quotes")
  }
}

/// The names there are where one was not found.
private struct KnownNames: Error {
  var names: [String]
}

extension ExpressionType {
  /// The type of a member of a record, or of that member of every record of a list.
  fileprivate func member(_ name: String) -> Result<ExpressionType, KnownNames> {
    switch self {
    case .unknown: .success(.unknown)
    case .list(let element): element.member(name).map(ExpressionType.list)
    case .record(let fields):
      fields.first { $0.name == name }.map { .success($0.type) }
        ?? .failure(KnownNames(names: fields.map(\.name)))
    default: .failure(KnownNames(names: []))
    }
  }
}
