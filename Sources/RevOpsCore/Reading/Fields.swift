/// The decoding of one mapping of a file: each getter reads a key, `finish()` throws every problem at once.
///
///     var fields = section.fields
///     let input = Input(winRate: fields.rate("win_rate"), note: fields.textIfGiven("note"))
///     try fields.finish()
///
/// A getter is required, `rate("win_rate")`; or has a default, `rate("win_rate", default: ...)`; or is optional,
/// `rateIfGiven("win_rate")`. A missing key, `""`, `~` and `null` all mean that nothing is given. After a problem
/// a getter returns a value that only fills the place until `finish()` throws. Keys that nobody asked for are
/// refused, apart from `$schema` and those that begin with `x-`.
public struct Fields {
  /// Where the mapping stands in the document: `stages[2].sla`, empty for the whole of it.
  public let path: String
  /// The problems so far.
  public internal(set) var problems: [Diagnostic] = []
  /// The keys asked for, with what each is read as: what may be written here.
  public internal(set) var known: [FieldSpec] = []
  /// The mapping, or nil where the file does not hold it.
  let node: Node?
  /// What a message about the mapping as a whole points at: its key, or the mapping itself.
  let owner: Node?
  let context: FieldContext
  /// Whether something else than a mapping stands here, so that nothing in it can be missed.
  let isMisshapen: Bool
  /// Whether only the known keys are wanted, and nothing is read.
  let isRecording: Bool
  /// Who is told of the keys of a whole section; nil for a part of one, and where values are read.
  let notes: SectionNotes?

  /// Reads a mapping; anything else is a problem.
  public init(
    _ node: Node?, path: String = "", owner: Node? = nil, context: FieldContext = FieldContext()
  ) {
    self.init(node, path: path, owner: owner, context: context, isRecording: false)
  }

  init(
    _ node: Node?, path: String, owner: Node?, context: FieldContext, isRecording: Bool,
    notes: SectionNotes? = nil
  ) {
    self.notes = notes
    self.path = path
    self.context = context
    self.owner = owner ?? node
    self.isRecording = isRecording
    self.node = node?.kind == .mapping ? node : nil
    isMisshapen = node.map { $0.kind != .mapping && !$0.isNotGiven } ?? false
    guard let node, isMisshapen else { return }
    let subject = path.isEmpty ? "the document" : "'\(path)'"
    problems.append(
      Diagnostic(
        "decode.wrong-shape", "\(subject) is \(node.inWords), but keys with values are wanted",
        at: node.place,
        hint: node.kind == .string && node.text.hasSuffix(".yaml")
          ? "the file of a section is named in the workspace itself" : nil))
  }

  /// Throws all problems found, unknown keys included, in the order of their places.
  public mutating func finish() throws(InputErrors) {
    refuseUnknownKeys()
    if let errors = InputErrors(problems) { throw errors }
  }

  /// All problems found, unknown keys included, for what goes on with the part that could be read.
  mutating func problemsOfAll() -> [Diagnostic] {
    refuseUnknownKeys()
    return problems
  }

  /// Adds a problem that only the area can see, such as two keys that contradict each other.
  public mutating func refuse(
    _ key: String, _ id: String, _ message: String, hint: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    guard !isRecording else { return }
    problems.append(Diagnostic(id, message, at: place(of: key), hint: hint, notes: notes))
  }

  /// Adds a problem of a key that stands for something unknown, at the key itself.
  mutating func refuseKey(_ key: String, _ id: String, _ message: String, hint: String? = nil) {
    problems.append(Diagnostic(id, message, at: keyPlace(of: key), hint: hint))
  }

  /// Adds a problem at a value of the section that no getter reads.
  public mutating func refuse(at node: Node, _ id: String, _ message: String, hint: String? = nil) {
    problems.append(Diagnostic(id, message, at: node.place, hint: hint))
  }

  /// Adds a problem as it is.
  public mutating func add(_ problem: Diagnostic) { problems.append(problem) }

  /// Lets a key pass that somebody else reads.
  public mutating func accept(_ key: String) { note(FieldSpec(key, "value")) }

  /// Where the value of a key stands, or the mapping where the key is missing; `fx.EUR` is a key inside another.
  public func place(of key: String) -> Place? {
    (entry(of: key)?.value ?? owner)?.place
  }

  /// Where the value of a key stands; nil where it is not given.
  func placeIfGiven(_ key: String) -> Place? { entry(of: key)?.value.place }

  /// Where a key itself stands, or the mapping where it is missing.
  func keyPlace(of key: String) -> Place? {
    (entry(of: key)?.key ?? owner)?.place
  }

  private func entry(of key: String) -> (key: Node, value: Node)? {
    if let own = node?.entries.first(where: { $0.key.hasText(key) }) { return own }
    guard let dot = key.firstIndex(of: ".") else { return nil }
    let inner = String(key[key.index(after: dot)...])
    return node?[String(key[..<dot])]?.entries.first { $0.key.hasText(inner) }
  }

  /// The value of a key as it stands, for what no getter reads; nil where nothing is given.
  public mutating func node(_ key: String, _ kind: String = "value") -> Node? {
    note(FieldSpec(key, kind))
    return given(key)
  }

  /// The full path of a key: `stages[2].sla`.
  func path(of key: String) -> String { path.isEmpty ? key : path + "." + key }

  func given(_ key: String) -> Node? {
    guard let value = node?[key], !value.isNotGiven else { return nil }
    return value
  }

  mutating func note(_ spec: FieldSpec) {
    notes?.add(spec, to: path)
    guard let index = known.firstIndex(where: { $0.key == spec.key }) else { return known.append(spec) }
    if isRecording { known[index].learn(from: spec) }
  }

  /// Adds the problems of a part that was read by itself.
  mutating func take(_ part: [Diagnostic]) {
    if !isRecording { problems += part }
  }

  /// More unknown keys than this in one mapping are only counted.
  private static let unknownKeysListed = 20

  mutating func refuseUnknownKeys() {
    guard let node, !isRecording else { return }
    let words = known.map(\.key)
    var unlisted = 0
    for (key, _) in node.entries where !isKnown(key, among: words) {
      unlisted += 1
      guard unlisted <= Self.unknownKeysListed else { continue }
      let text = key.text
      let whole = path.isEmpty ? "" : " in '\(path)'"
      let hint = didYouMean(text, among: words) ?? (words.count <= 12 ? Self.listed(words) : whereListed)
      problems.append(
        Diagnostic(
          "decode.unknown-key", "unknown key '\(printable(text))'\(whole)", at: key.place, hint: hint))
    }
    guard unlisted > Self.unknownKeysListed else { return }
    let more = unlisted - Self.unknownKeysListed
    problems.append(.more("and \(more) more unknown keys", than: problems))
  }

  private func isKnown(_ key: Node, among words: [String]) -> Bool {
    let bytes = key.document.textBytes(of: key.index)
    if bytes.starts(with: "x-".utf8) || bytes.elementsEqual("$schema".utf8) { return true }
    return words.contains { bytes.elementsEqual($0.utf8) }
  }

  /// Where all keys of a section can be looked up, where they are too many for a hint.
  private var whereListed: String? {
    guard !path.isEmpty else {
      return known.contains { $0.key == "company" } ? "'revops schema' lists the sections" : nil
    }
    let section = String(path.prefix { $0 != "." && $0 != "[" })
    return Workspace.sectionNames.contains(section) ? "'revops schema \(section)' lists the keys" : nil
  }

  private static func listed(_ words: [String]) -> String? {
    words.isEmpty ? nil : "known here: " + words.joined(separator: ", ")
  }
}

extension Node {
  /// Starts decoding the mapping.
  public var fields: Fields { Fields(self) }

  /// Decodes the mapping by one function that reads its fields, and throws all its problems.
  public func decoded<Value>(
    at path: String = "", _ read: (inout Fields) -> Value
  ) throws(InputErrors) -> Value {
    var fields = Fields(self, path: path)
    let value = read(&fields)
    try fields.finish()
    return value
  }
}
