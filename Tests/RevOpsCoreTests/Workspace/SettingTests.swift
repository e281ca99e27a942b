import Testing

@testable import RevOpsCore

@Suite("Values set on the command line")
struct SettingTests {
  static let document = """
    targets: {new: 1, "old": [1, 2, 3]}
    stages:
      - {name: Visitor, sla: 5 minutes}
      - {name: "MQL (Marketing)", sla: ""}
    empty:
    "esc\\u0061ped": x
    last: end
    """

  /// The value as JSON-like text, to compare whole documents.
  private func shown(_ node: Node) -> String {
    switch node.kind {
    case .mapping:
      "{" + node.entries.map { "\($0.key.text): \(shown($0.value))" }.joined(separator: ", ") + "}"
    case .sequence: "[" + node.items.map(shown).joined(separator: ", ") + "]"
    case .null: "~"
    default: node.text
    }
  }

  private func applying(_ settings: [String]) throws(InputErrors) -> Node {
    var node = try yaml(Self.document)
    for text in settings { node = try node.setting(try Setting(text)) }
    return node
  }

  @Test(
    "a value takes the place of the one at its path, and nothing else changes",
    arguments: [
      ("targets.new=2", "{targets: {new: 2, old: [1, 2, 3]}, "),
      ("targets.old[1]=x", "{targets: {new: 1, old: [1, x, 3]}, "),
      ("targets.old=[]", "{targets: {new: 1, old: []}, "),
      ("targets=~", "{targets: ~, "),
      ("targets.new={a: [1, {b: 2}]}", "{targets: {new: {a: [1, {b: 2}]}, old: [1, 2, 3]}, "),
      ("targets.more.deep=1", "{targets: {new: 1, old: [1, 2, 3], more: {deep: 1}}, "),
      ("targets.new=\"a\\nb\"", "{targets: {new: a\nb, old: [1, 2, 3]}, "),
      ("targets.new=", "{targets: {new: ~, old: [1, 2, 3]}, "),
    ])
  func replaces(setting: String, start: String) throws {
    let before = "{targets: {new: 1, old: [1, 2, 3]}, "
    let whole = shown(try yaml(Self.document))
    #expect(shown(try applying([setting])) == start + whole.dropFirst(before.count))
  }

  @Test(
    "the text behind '=' is taken whole, or refused where YAML would leave some of it out",
    arguments: [
      ("last=a #b", "a #b"), ("last=#b", "#b"), ("last= it's #1 ", "it's #1"), ("last=a#b", "a#b"),
      ("last=\"a #b\"", "a #b"), ("last=['a #b', c]", "[a #b, c]"), ("last={a: \"x\\\" #y\"}", "{a: x\" #y}"),
    ])
  func takesAll(setting: String, value: String) throws {
    #expect(shown(try Setting(setting).value) == value)
    #expect(shown(try applying([setting])).hasSuffix("last: \(value)}"))
  }

  @Test(
    "a comment behind what is no plain text is refused in its place",
    arguments: [
      ("last=\"a\" #b", 10), ("last={a: 1} #b", 13), ("last=['#'] #b", 12), ("last=a: 1 #b", 11),
    ])
  func refusesComments(setting: String, column: Int) {
    #expect(
      problems { () throws(InputErrors) in try Setting(setting) } == [
        "--set:1:\(column): what stands behind '#' would be left out (put a text that holds '#' in quotes)"
      ])
  }

  @Test("a note points into the option too")
  func notes() throws {
    let found = #expect(throws: InputErrors.self) { try Setting("company.fx={EUR: 1, EUR: 2}") }
    let problem = try #require(found?.diagnostics.first)
    #expect(problem.place?.column == 21)
    #expect(problem.notes.first?.place?.column == 13)
  }

  @Test("settings add up in their order, on escaped keys and empty sections too")
  func several() throws {
    let node = try applying([
      "stages[name=Visitor].sla=1 hour", "stages[name=MQL (Marketing)].sla=\"1\\td\"", "stages[1].owner=Ann",
      "empty.a.b=1", "empty.a.c=2", "empty.a.b=3", "added=yes", "last=\"\\u0041\"",
    ])
    #expect(
      shown(node)
        == "{targets: {new: 1, old: [1, 2, 3]}, stages: [{name: Visitor, sla: 1 hour}, "
        + "{name: MQL (Marketing), sla: 1\td, owner: Ann}], empty: {a: {b: 3, c: 2}}, escaped: x, last: A, added: yes}"
    )
  }

  @Test("a refused value is shown where it stands in the option")
  func places() throws {
    let found = problems { () throws(InputErrors) in
      try applying(["targets.rate=25", "targets.typo=1"])["targets"]?.decoded(at: "targets") { fields in
        _ = fields.count("new")
        _ = fields.list("old", of: .count)
        _ = fields.rate("rate")
      }
    }
    #expect(
      found == [
        "--set:1:14: 'targets.rate' is 25, but a rate is a percentage or a fraction (did you mean 25%?)",
        "--set:1:9: unknown key 'typo' in 'targets' (known here: new, old, rate)",
      ])
    let excerpt = try applying(["targets.rate=25"])["targets"]?["rate"]?.place.excerpt
    #expect(excerpt == "targets.rate=25")
  }

  @Test(
    "a path that cannot be followed is refused at the step that fails",
    arguments: [
      ("targets", "1:8: a setting is written PATH=VALUE, and '=' is missing"),
      ("=1", "1:1: a key is wanted here, such as plan.targets"),
      ("targets..new=1", "1:9: a key is wanted here, such as plan.targets"),
      ("stages[0=1", "1:7: ']' is missing"),
      ("stages[]=1", "1:8: an item is named by its place or a key of its own: [0] or [name=Visitor]"),
      ("stages[x]=1", "1:8: an item is named by its place or a key of its own: [0] or [name=Visitor]"),
      ("stages[0]x=1", "1:10: '.', '[' or '=' is wanted here"),
      ("stages[2].sla=1", "1:7: the list has 2 items, counted from [0]"),
      (
        "stages[99999999999].sla=1",
        "1:8: an item is named by its place or a key of its own: [0] or [name=Visitor]"
      ),
      (
        "stages[name=Vistor].sla=1",
        "1:7: no item of the list has 'name' 'Vistor' (did you mean 'Visitor'?)"
      ),
      (
        "stages.sla=1",
        "1:8: what stands here is a list, but keys with values would be needed (an item is named by its place or a key of its own: [0] or [name=Visitor])"
      ),
      ("last.more=1", "1:6: what stands here is 'end', but keys with values would be needed"),
      ("targets[0]=1", "1:8: what stands here is a mapping, but a list would be needed"),
      ("new[0]=1", "1:4: there is no list here to take an item of"),
    ])
  func refused(setting: String, message: String) {
    #expect(problems { () throws(InputErrors) in try applying([setting]) } == ["--set:" + message])
  }

  @Test("a value that is not YAML is refused in the option's own text")
  func brokenValue() {
    let found = problems { () throws(InputErrors) in try Setting("plan.stages=[1, 2") }
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasPrefix("--set:1:1") && !$0.hasPrefix("--set:1:1:") })
  }
}
