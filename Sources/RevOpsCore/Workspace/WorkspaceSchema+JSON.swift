extension WorkspaceSchema {
  /// The schema of a whole workspace for editors, in JSON Schema, draft 7.
  ///
  /// It lets through whatever the readers let through: words of a closed list in any case and quantities in any form, so
  /// that an editor completes and describes but never contradicts the program. Unknown keys it refuses as they do.
  public var json: JSONValue {
    var members = Self.head("A revops workspace")
    let known = Workspace.sectionNames.map { name in
      JSONValue.Member(name, sections.first { $0.name == name }.map(Self.reference) ?? Self.unread)
    }
    members += Self.closed([.init("as_of", Self.day)] + known, required: [])
    return .object(members)
  }

  /// The schema of a document that holds one section and nothing else.
  public static func json(of section: Section) -> JSONValue {
    let title = "The section '\(section.name)' of a revops workspace"
    guard case .object(let body) = content(section) else { return .null }
    return .object(head(title) + body)
  }

  private static func head(_ title: String) -> [JSONValue.Member] {
    [.init("$schema", "http://json-schema.org/draft-07/schema#"), .init("title", .string(title))]
  }

  /// A section that may stand in a workspace, for a version to come.
  private static let unread = JSONValue.object([
    .init("description", "nothing in this version reads this section: no figure and no check counts it")
  ])

  private static let day = JSONValue.object([
    .init("description", "the day that all figures are for: a date such as 2026-03-31"),
    .init("type", types("string")),
  ])

  /// A section where a workspace holds it: itself, or the path of the file that does.
  private static func reference(_ section: Section) -> JSONValue {
    .object([
      .init(
        "anyOf",
        .array([
          content(section),
          .object([
            .init("type", types("string")), .init("description", "the path of the file that holds it"),
          ]),
        ]))
    ])
  }

  private static func content(_ section: Section) -> JSONValue {
    // What a whole section needs depends on the others: a plan gives the capacity its target.
    guard !section.items.isEmpty else { return mapping(section.fields, required: []) }
    let list = JSONValue.object([
      .init("type", types("array")), .init("items", itemOrText(section.items)),
    ])
    guard let key = section.listKey else { return list }
    let others = section.fields.filter { $0.key != key }.map { JSONValue.Member($0.key, schema(of: $0)) }
    return .object([
      .init("anyOf", .array([list, .object(object(closed([.init(key, list)] + others, required: [])))]))
    ])
  }

  /// An item of a list: a mapping, or one line of text, as checks may be.
  private static func itemOrText(_ fields: [FieldSpec]) -> JSONValue {
    .object([.init("anyOf", .array([mapping(fields), .object([.init("type", types("string"))])]))])
  }

  private static func mapping(_ fields: [FieldSpec]) -> JSONValue {
    mapping(fields, required: fields.filter(\.isRequired).map(\.key))
  }

  private static func mapping(_ fields: [FieldSpec], required: [String]) -> JSONValue {
    .object(object(closed(fields.map { .init($0.key, schema(of: $0)) }, required: required)))
  }

  private static func object(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    [.init("type", types("object"))] + members
  }

  /// Keys and no others, apart from those that every reader passes over.
  private static func closed(_ known: [JSONValue.Member], required: [String]) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("properties", .object([.init("$schema", .object([.init("type", "string")]))] + known)),
      .init("patternProperties", .object([.init("^x-", .object([]))])),
      .init("additionalProperties", .bool(false)),
    ]
    if !required.isEmpty { members.append(.init("required", .array(required.map { .string($0) }))) }
    return members
  }

  private static func schema(of field: FieldSpec) -> JSONValue {
    guard !field.isAlsoValue else {
      var section = field
      section.isAlsoValue = false
      let value = JSONValue.object([.init("type", types("string", "number"))])
      return .object([.init("anyOf", .array([schema(of: section), value]))])
    }
    return switch field.shape {
    case .value: value(field)
    case .list:
      .object([
        .init(
          "anyOf",
          .array([.object([.init("type", types("array")), .init("items", value(field))]), value(field)]))
      ])
    case .map: .object(object([.init("additionalProperties", value(field))]))
    case .section: mapping(field.fields)
    case .sections: .object([.init("type", types("array")), .init("items", mapping(field.fields))])
    case .namedSections:
      .object(
        object([.init("additionalProperties", field.fields.isEmpty ? .object([]) : mapping(field.fields))]))
    }
  }

  private static func value(_ field: FieldSpec) -> JSONValue {
    var members: [JSONValue.Member] = []
    if !field.wanted.isEmpty { members.append(.init("description", .string(field.wanted))) }
    if let fallback = field.fallback, !fallback.isEmpty {
      members.append(.init("default", .string(fallback)))
    }
    switch field.kind {
    case "text": members.append(.init("type", types("string", "number", "boolean")))
    case "flag": members.append(.init("type", types("boolean", "string")))
    case _ where field.wanted.isEmpty: break
    case "choice":
      let words = JSONValue.object([.init("enum", .array(field.choices.map { .string($0) }))])
      members.append(.init("anyOf", .array([words, .object([.init("type", types("string", "number"))])])))
    default: members.append(.init("type", types("string", "number")))
    }
    return .object(members)
  }

  /// Types, with null among them: a key without a value gives nothing, and may stand anywhere.
  private static func types(_ names: String...) -> JSONValue {
    .array((names + ["null"]).map { .string($0) })
  }
}
