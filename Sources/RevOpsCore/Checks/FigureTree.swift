/// The results of all analyses as one tree: the figure of a path stands where checks name it.
struct FigureTree: Sendable {
  /// `{pipeline: {coverage: {...}, hygiene: {...}}, audit: {...}}`.
  private(set) var root: JSONValue = .object([])
  /// Why a figure is absent, by its path from the root.
  private(set) var reasons: [String: String] = [:]

  /// The figures of one analysis.
  struct Part: Sendable {
    var key: String
    var value: JSONValue
    /// Why a figure is null, by its path in the result.
    var absent: [JSONValue.Member]
  }

  init(_ results: [Outcome]) {
    self.init(results.map { Part(key: $0.key, value: $0.result, absent: $0.absent) })
  }

  init(_ parts: [Part]) {
    for part in parts {
      root = Self.placing(part.value, at: part.key.split(separator: ".").map(String.init)[...], in: root)
      for member in part.absent {
        guard case .string(let reason) = member.value else { continue }
        reasons["\(part.key).\(member.key)"] = reason
      }
    }
  }

  /// The figure of a path, or nil where there is none; a key may name the item of a list, `quarters[0]`.
  subscript(path: [String]) -> JSONValue? {
    if path.contains(where: { $0.utf8.contains(UInt8(ascii: "[")) }) { return found(path)?.value }
    var value: JSONValue? = root
    for key in path { value = value?[key] }
    return value
  }

  private func found(_ names: [String]) -> (value: JSONValue, path: String)? {
    guard let path = try? ValuePath(names.joined(separator: "."), of: "figure") else { return nil }
    return find(path.steps)
  }

  /// The figures as an expression may name them: those of items of lists under their whole paths too.
  ///
  /// - Parameters:
  ///   - expression: What names them.
  ///   - home: The analysis that a path means which names none.
  ///   - isKnown: Whether every path has led somewhere before, so that one that does not has lost its item.
  /// - Returns: The root with a member for each such path, and the reasons with theirs.
  func naming(
    _ expression: Expression, home: String? = nil, isKnown: Bool = false
  ) -> (root: JSONValue, reasons: [String: String]) {
    guard case .object(var members) = root else { return (root, reasons) }
    var reasons = reasons
    for name in expression.names where name.contains(where: { $0.utf8.contains(UInt8(ascii: "[")) }) {
      let whole = home.map { $0.split(separator: ".").map(String.init) + name } ?? name
      let text = name.joined(separator: ".")
      if let (value, path) = found(name) ?? found(whole) {
        members.append(.init(text, value))
        reasons[text] = reasons[path]
      } else if isKnown {
        members.append(.init(text, .null))
        reasons[text] = "there is no such item any more"
      }
    }
    return (.object(members), reasons)
  }

  /// What stands at a path, and the path with each item by its place; nil where there is nothing.
  func find(_ steps: [ValuePath.Step]) -> (value: JSONValue, path: String)? {
    var value = root
    var path = ""
    for step in steps {
      var items: [JSONValue] = []
      if case .array(let all) = value { items = all }
      switch step.target {
      case .key(let key):
        guard let member = value[key] else { return nil }
        value = member
        path += (path.isEmpty ? "" : ".") + key
      case .item(let place):
        guard items.indices.contains(place) else { return nil }
        value = items[place]
        path += "[\(place)]"
      case .match(let key, let wanted):
        guard let place = items.firstIndex(where: { $0[key]?.word == wanted }) else { return nil }
        value = items[place]
        path += "[\(place)]"
      }
    }
    return (value, path)
  }

  /// The paths of all single figures.
  var leaves: [String] {
    var found: [String] = []
    func walk(_ value: JSONValue, _ path: String) {
      switch value {
      case .object(let members):
        for member in members { walk(member.value, path.isEmpty ? member.key : "\(path).\(member.key)") }
      case .array(let items):
        for (index, item) in items.enumerated() { walk(item, "\(path)[\(index)]") }
      default: found.append(path)
      }
    }
    walk(root, "")
    return found
  }

  /// The figures that an assertion names, with their values: `audit.rubric.score is 48`.
  func described(_ assertion: Expression) -> String {
    let parts = assertion.names.compactMap { name -> String? in
      guard let value = self[name] else { return nil }
      switch value {
      case .array, .object, .null: return nil
      case .string(let text): return "\(name.joined(separator: ".")) is '\(printable(text))'"
      default:
        let text = value.plainNumber.map(NumberFormat.plain) ?? JSONText.compact(value)
        return "\(name.joined(separator: ".")) is \(text)"
      }
    }
    return parts.joined(separator: ", ")
  }

  /// The reason of the first figure of an assertion that is absent.
  func firstReason(of assertion: Expression) -> String? {
    for name in assertion.names where self[name] == .null {
      let path = name.joined(separator: ".")
      return "\(path) is absent" + (reasons[path].map { ": \($0)" } ?? "")
    }
    return nil
  }

  private static func placing(_ value: JSONValue, at path: ArraySlice<String>, in tree: JSONValue)
    -> JSONValue
  {
    guard let key = path.first else {
      guard case .object(let old) = tree, case .object(let new) = value else { return value }
      return .object(new + old.filter { member in !new.contains { $0.key == member.key } })
    }
    var members: [JSONValue.Member] = []
    if case .object(let known) = tree { members = known }
    let index = members.firstIndex { $0.key == key } ?? members.count
    let below = index < members.count ? members[index].value : .object([])
    let member = JSONValue.Member(key, placing(value, at: path.dropFirst(), in: below))
    if index < members.count { members[index] = member } else { members.append(member) }
    return .object(members)
  }
}

extension JSONValue {
  /// A scalar as a path names it: `[period=2027-03]`.
  var word: String? {
    switch self {
    case .string(let text): text
    case .integer(let whole): "\(whole)"
    case .bool(let truth): truth ? "true" : "false"
    case .null, .number, .array, .object: nil
    }
  }
}
