/// The results of all analyses as one tree: the figure of a path stands where checks name it.
struct FigureTree {
  /// `{pipeline: {coverage: {...}, hygiene: {...}}, audit: {...}}`.
  private(set) var root: JSONValue = .object([])
  /// Why a figure is absent, by its path from the root.
  private(set) var reasons: [String: String] = [:]

  init(_ results: [Outcome]) {
    for result in results {
      root = Self.placing(result.result, at: result.key.split(separator: ".").map(String.init)[...], in: root)
      for member in result.absent {
        guard case .string(let reason) = member.value else { continue }
        reasons["\(result.key).\(member.key)"] = reason
      }
    }
  }

  /// The figure of a path, or nil where there is none.
  subscript(path: [String]) -> JSONValue? {
    var value: JSONValue? = root
    for key in path { value = value?[key] }
    return value
  }

  /// The figures that an assertion names, with their values: `audit.rubric.score is 48`.
  func described(_ assertion: Expression) -> String {
    let parts = assertion.names.compactMap { name -> String? in
      guard let value = self[name] else { return nil }
      switch value {
      case .array, .object, .null: return nil
      case .string(let text): return "\(name.joined(separator: ".")) is '\(printable(text))'"
      default: return "\(name.joined(separator: ".")) is \(JSONText.compact(value))"
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
