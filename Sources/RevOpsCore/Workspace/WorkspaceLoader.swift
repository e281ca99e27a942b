extension Workspace {
  /// Reads a workspace, or a document of one area given alone.
  ///
  /// Only a file that cannot be read at all is thrown; other problems are kept in `problems`, and a run names
  /// them together with its own.
  ///
  /// - Parameters:
  ///   - path: The file as the user named it; `-` for standard input.
  ///   - area: The section that a file without sections is taken for.
  ///   - options: What the run asks for.
  ///   - today: The day to compute for where nothing else says one.
  ///   - registry: The analyses that may be asked.
  ///   - machine: Who helps with large tables.
  ///   - reader: Opens files.
  /// - Returns: The workspace, with the problems found so far.
  /// - Throws: What keeps the file itself from being read.
  public static func load(
    _ path: String, as area: String? = nil, options: RunOptions = RunOptions(), today: CalendarDate,
    registry: AnalysisRegistry = .standard, machine: Machine = .plain, reader: @escaping FileReader
  ) throws(InputErrors) -> Workspace {
    let source = SourceText(name: path, bytes: try reader(path))
    try TextEncoding.refuseOtherFormats(source)
    let root = try Document.read(source).root
    var loader = WorkspaceLoader(path: path, reader: reader)
    if let area, !isWorkspace(root, for: area) {
      loader.note(source, role: area)
      loader.document = area
      loader.sections[area] = root
    } else {
      loader.note(source, role: "workspace")
      loader.readSections(of: root)
    }
    return loader.workspace(options, today: today, registry: registry, machine: machine)
  }

  /// A workspace of data tables and nothing else: CSV files given to a command without a workspace.
  ///
  /// - Parameters:
  ///   - tables: The files, each with the name of the table that it holds.
  ///   - options: What the run asks for.
  ///   - today: The day to compute for where nothing else says one.
  ///   - registry: The analyses that may be asked.
  ///   - machine: Who helps with large tables.
  ///   - reader: Opens files.
  /// - Returns: The workspace.
  public static func load(
    tables: [(path: String, name: String)], options: RunOptions = RunOptions(), today: CalendarDate,
    registry: AnalysisRegistry = .standard, machine: Machine = .plain, reader: @escaping FileReader
  ) -> Workspace {
    var loader = WorkspaceLoader(path: tables.first?.path ?? "", reader: reader)
    for table in tables { loader.given[table.name] = TableSource(file: table.path) }
    return loader.workspace(options, today: today, registry: registry, machine: machine)
  }

  /// Whether a file is a table of contents rather than a document of one area.
  ///
  /// It is one if it has a section of the area's name, of the company, data or checks, or nothing but sections. A list
  /// is no section: `deals:` over a list of deals belongs to a forecast.
  private static func isWorkspace(_ root: Node, for area: String) -> Bool {
    guard root.kind == .mapping else { return false }
    if [area, "company", "data", "checks"].contains(where: { root[$0] != nil }) { return true }
    let entries = root.entries.filter { key, _ in
      !key.text.hasPrefix("x-") && key.text != "$schema" && key.text != "as_of"
    }
    return !entries.isEmpty
      && entries.allSatisfy { key, value in sectionNames.contains(key.text) && value.kind != .sequence }
  }
}

/// Brings the files of a workspace together, and keeps what is wrong with any of them.
struct WorkspaceLoader {
  let path: String
  let reader: FileReader
  var sections: [String: Node] = [:]
  var sectionKeys: [String: Place] = [:]
  /// The tables that the command line gives.
  var given: [String: TableSource] = [:]
  /// The day that the workspace file gives.
  var asOf: Node?
  /// The days that files give beside a section of theirs, by its name.
  var days: [String: Node] = [:]
  /// The area whose document was given alone.
  var document: String?
  private var inputs: [Outcome.InputFile] = []
  private var problems: [Diagnostic] = []

  init(path: String, reader: @escaping FileReader) {
    self.path = path
    self.reader = reader
  }

  mutating func note(_ source: SourceText, role: String) {
    inputs.append(Outcome.InputFile(name: source.name, role: role, sha256: SHA256.hex(of: source.bytes)))
  }

  mutating func readSections(of root: Node) {
    var fields = Fields(root)
    for name in Workspace.sectionNames {
      guard let section = fields.node(name, "section") else { continue }
      sectionKeys[name] = fields.keyPlace(of: name)
      sections[name] = section.isCollection ? section : sectionFile(named: section, for: name)
    }
    asOf = fields.node("as_of", "date")
    fields.refuseUnknownKeys()
    problems += fields.problems
  }

  /// Reads the section that a path leads to.
  private mutating func sectionFile(named reference: Node, for name: String) -> Node? {
    let file = joined(folder(of: path), reference.text)
    guard normalised(file) != normalised(path) else {
      refuse("workspace.self", "'\(name)' names the workspace file itself", at: reference)
      return nil
    }
    do throws(InputErrors) {
      let source = SourceText(name: file, bytes: try reader(file))
      note(source, role: name)
      return section(name, in: try Document.read(source).root)
    } catch {
      problems += error.diagnostics.map { $0.placed(at: reference.place) }
      return nil
    }
  }

  /// The section of a file: the key of its name where there is one, else the whole file.
  private mutating func section(_ name: String, in root: Node) -> Node? {
    let section = root[name] ?? root
    days[name] = root["as_of"]
    guard section.isCollection || section.isNotGiven else {
      refuse(
        "workspace.no-section", "'\(name)' is \(section.inWords) here, but the section itself is wanted",
        at: section)
      return nil
    }
    guard root[name] != nil else { return section }
    let known = [name, "as_of", "$schema"]
    for (key, _) in root.entries where !known.contains(key.text) && !key.text.hasPrefix("x-") {
      refuse(
        "workspace.not-read", "'\(key.text)' is not read: the workspace takes only '\(name)' from this file",
        at: key)
    }
    return section
  }

  private mutating func refuse(_ id: String, _ message: String, at node: Node) {
    problems.append(Diagnostic(id, message, at: node.place))
  }

  /// Puts the settings of the command line in place, and decodes what all areas share.
  consuming func workspace(
    _ options: RunOptions, today: CalendarDate, registry: AnalysisRegistry, machine: Machine
  ) -> Workspace {
    var workspace = Workspace(
      path: path, document: document, company: Company(), options: options, sections: sections,
      sectionKeys: sectionKeys, given: given, inputs: inputs, problems: problems,
      asOf: AsOf(today, from: .today),
      registry: registry, reader: reader, machine: machine)
    for setting in options.settings { workspace.apply(setting) }
    workspace.settle()
    workspace.settleAsOf(asOf, days)
    return workspace
  }
}

extension Workspace {
  /// Fixes the day: the option's, else the company's or the workspace's, else that of its sections; the data may say it
  /// later.
  ///
  /// There is one day for a run, so that a section which says another one than what stands above it is told of that,
  /// and sections which say different ones are refused where nothing does.
  ///
  /// - Parameters:
  ///   - node: What the workspace file gives.
  ///   - days: What files give beside a section of theirs, by its name.
  fileprivate mutating func settleAsOf(_ node: Node?, _ days: [String: Node]) {
    var fields = Fields(nil)
    func day(_ node: Node?, _ path: String) -> CalendarDate? {
      guard let node, !node.isNotGiven else { return nil }
      return fields.read(node, under: path, as: .date)
    }
    var stated: [(name: String, date: CalendarDate, place: Place)] = []
    if let date = company.asOf, let place = sections["company"]?["as_of"]?.place {
      stated.append(("'company'", date, place))
    }
    if let node, let date = day(node, "as_of") { stated.append(("the workspace", date, node.place)) }
    let isSettled = !stated.isEmpty
    for name in Self.sectionNames where name != "company" && Self.readSections.contains(name) {
      guard let node = sections[name]?["as_of"] ?? days[name],
        let date = day(node, document == name ? "as_of" : "\(name).as_of")
      else { continue }
      stated.append(("'\(name)'", date, node.place))
    }
    problems += fields.problems
    if let option = options.asOf {
      asOf = AsOf(option, from: .option)
    } else if let first = stated.first {
      asOf = AsOf(first.date, from: .file)
      for other in stated where other.date != first.date {
        let message = "\(other.name) is as of \(other.date), but \(first.name) as of \(first.date)"
        let twoDays = Diagnostic(
          "workspace.two-days", isSettled ? message + ", which counts" : message, at: other.place,
          severity: isSettled ? .warning : .error,
          hint: isSettled
            ? "take this day out, or choose one with --as-of"
            : "say 'as_of' once, in the workspace, or choose a day with --as-of",
          notes: [Diagnostic.Note("\(first.name) says its day here", at: first.place)])
        if isSettled { warnings.append(twoDays) } else { problems.append(twoDays) }
      }
    }
  }
}
