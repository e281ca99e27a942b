import Testing

@testable import RevOpsCore

/// What `revops schema` lists is what the readers take: nothing less and nothing more.
@Suite struct WorkspaceSchemaTests {
  static let schema = WorkspaceSchema()

  /// A mapping with every key that a schema lists, none of which gives a value, in YAML's flow form.
  static func filled(_ fields: [FieldSpec], extra: String = "") -> String {
    let entries = fields.map { field -> String in
      let value =
        switch field.shape {
        case .section: filled(field.fields, extra: extra)
        case .sections: "[\(filled(field.fields, extra: extra))]"
        case .namedSections where !field.fields.isEmpty: "{own: \(filled(field.fields, extra: extra))}"
        default: "~"
        }
      return "\(field.key): \(value)"
    }
    return "{" + (entries + (extra.isEmpty ? [] : [extra])).joined(separator: ", ") + "}"
  }

  /// How many mappings of `filled` take an extra key.
  static func mappings(_ fields: [FieldSpec]) -> Int {
    fields.reduce(1) { sum, field in
      switch field.shape {
      case .section, .sections: sum + mappings(field.fields)
      case .namedSections where !field.fields.isEmpty: sum + mappings(field.fields)
      default: sum
      }
    }
  }

  /// The keys that nobody knows, of a workspace that is all in one file, after everybody has read it.
  static func unknownKeys(in text: String) -> [String] {
    let reader: FileReader = { path throws(InputErrors) in Array(path == "revops.yaml" ? text.utf8 : "".utf8)
    }
    let today = CalendarDate(year: 2026, month: 1, day: 1) ?? .earliest
    var problems: [Diagnostic] = []
    func collect(_ body: () throws(InputErrors) -> Void) {
      do throws(InputErrors) { try body() } catch { problems += error.diagnostics }
    }
    collect { () throws(InputErrors) in
      let workspace = try Workspace.load("revops.yaml", today: today, reader: reader)
      problems += workspace.problems
      for analysis in workspace.registry.analyses {
        collect { () throws(InputErrors) in try analysis.readInput(from: workspace) }
      }
      collect { () throws(InputErrors) in _ = try CheckSection.decode(from: workspace) }
      collect { () throws(InputErrors) in _ = try ScenarioSection.decode(from: workspace) }
      collect { () throws(InputErrors) in _ = try SensitivitySection.decode(from: workspace) }
      collect { () throws(InputErrors) in _ = try PlanTest.decode(from: workspace) }
    }
    return problems.uniqued().filter { $0.id == "decode.unknown-key" }.map(\.message)
  }

  @Test(arguments: schema.sections)
  func everyKeyListedIsRead(section: WorkspaceSchema.Section) {
    let mapping = Self.filled(section.isList ? section.items : section.fields)
    let text = section.isList ? "[\(mapping)]" : mapping
    #expect(Self.unknownKeys(in: "\(section.name): \(text)\n") == [])
    let items = "[\(Self.filled(section.items))]"
    if !section.items.isEmpty { #expect(Self.unknownKeys(in: "\(section.name): \(items)\n") == []) }
  }

  /// One key more in each mapping is missed nowhere: all mappings listed are really read.
  @Test(arguments: schema.sections)
  func everyMappingListedIsRead(section: WorkspaceSchema.Section) {
    let fields = section.isList ? section.items : section.fields
    let mapping = Self.filled(fields, extra: "nobody_reads_this: 1")
    let text = section.isList ? "[\(mapping)]" : mapping
    #expect(Self.unknownKeys(in: "\(section.name): \(text)\n").count == Self.mappings(fields))
  }

  /// Worked by hand from the documentation of the sections.
  @Test func theKeysOfSomeSections() throws {
    func keys(_ name: String) throws -> [String] {
      try #require(Self.schema.sections.first { $0.name == name }).fields.map(\.key)
    }
    #expect(try keys("plan").contains("assumptions"))
    #expect(try keys("quota").contains("over_assignment"))
    #expect(try keys("company").prefix(4) == ["name", "currency", "fx", "fiscal_year_start"])
    let pipeline = try #require(Self.schema.sections.first { $0.name == "pipeline" })
    let stages = try #require(pipeline.fields.first { $0.key == "stages" })
    #expect(stages.shape == .namedSections)
    #expect(stages.fields.first { $0.key == "outcome" }?.choices == ["open", "won", "lost"])
  }

  @Test func theJSONSaysWhatMayStandWhere() throws {
    let json = Self.schema.json
    #expect(json["$schema"] == "http://json-schema.org/draft-07/schema#")
    guard case .array(let ways)? = json["properties"]?["plan"]?["anyOf"] else { throw Missing() }
    let rate = ways[0]["properties"]?["assumptions"]?["properties"]?["new_win_rate"]
    #expect(rate?["type"] == .array(["string", "number", "null"]))
    #expect(rate?["description"] == "a percentage or a fraction such as 25% or 0.25")
    #expect(ways[0]["additionalProperties"] == .bool(false))
  }

  private struct Missing: Error {}
}
