/// Names in calls that differ from another in letter case and blanks alone, and count as two people.
struct CallerSpellings: Hashable, Sendable {
  /// Each person with all spellings, that which comes first in the file first.
  private(set) var people: [[String]] = []
  /// Where the first of the other spellings stands.
  private(set) var place: Place?

  /// Looks at callers and their managers, and at how the tables of people and of deals spell them.
  init(_ calls: [ForecastCall], _ hierarchy: ForecastHierarchy) {
    var spellings: [[Substring]: [String]] = [:]
    var order: [[Substring]] = []
    var places: [String: Place] = [:]
    func add(_ name: String, _ place: Place?) {
      guard places[name] == nil else { return }
      places[name] = place
      let plain = Labels.plain(name)
      if spellings[plain] == nil { order.append(plain) }
      let known = spellings[plain, default: []]
      // An id and a name of one row are one person however they are written.
      guard !known.contains(where: { hierarchy.key(of: $0) == hierarchy.key(of: name) }) else { return }
      spellings[plain] = known + [name]
    }
    guard !calls.isEmpty else { return }
    for name in hierarchy.names.values.sorted() { add(name, nil) }
    for call in calls {
      for name in [call.person, call.manager].compactMap(\.self) { add(name, call.place) }
    }
    for key in Set(hierarchy.managers.keys).union(hierarchy.managers.values).sorted() {
      add(hierarchy.name(of: key), nil)
    }
    let doubled = order.compactMap { spellings[$0] }.filter { $0.count > 1 }
    people = doubled.filter { names in names.contains { places[$0] != nil } }
    place = people.first.flatMap { ($0.dropFirst() + $0.prefix(1)).lazy.compactMap { places[$0] }.first }
  }

  /// What to say of them; nil where everybody has one spelling.
  func finding(_ command: String) -> Finding? {
    guard let first = people.first else { return nil }
    let who = people.count == 1 ? "1 person stands" : "\(people.count) people stand"
    return Finding(
      "forecast.person-spellings", .warning, subject: "person",
      "\(who) in several spellings, and each of them counts as another person",
      evidence: [.init("first", .array(first.map { .string($0) }))],
      advice: "give all calls of a person one spelling of the name", place: place, command: command)
  }
}
