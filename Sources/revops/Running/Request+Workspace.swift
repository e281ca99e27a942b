import RevOpsCore

extension OptionSpec {
  static let asOf = OptionSpec("--as-of", value: "DATE", "the day to compute for")
  static let set = OptionSpec(
    "--set", value: "PATH=VALUE", isRepeatable: true, "put a value in place of one of the files")
  static let currency = OptionSpec("--currency", value: "CODE", "the currency that all money is shown in")
  static let failOn = OptionSpec(
    "--fail-on", value: "SEVERITY", choices: FailOn.allCases.map(\.rawValue),
    "what makes the exit code other than 0 (error)")
  static let rows = OptionSpec("--where", value: "EXPR", "count only rows of the data for which EXPR is true")
  static let cuts = OptionSpec("--by", value: "KEY[,KEY]", "cut figures by columns of the data")

  /// What every command takes that reads a workspace.
  static let workspace: [OptionSpec] = [.asOf, .set, .currency, .failOn]
}

extension Request {
  /// When what was found makes the exit code other than 0.
  var failOn: FailOn { invocation.value(of: .failOn).flatMap(FailOn.init(rawValue:)) ?? .error }

  /// The workspace of a file, the document of an area given alone, or the one table that an analysis needs.
  func workspace(
    _ path: String, as area: String? = nil, tables: [String] = []
  ) throws(Failure) -> Workspace {
    let options = try runOptions()
    if try isTable(path) {
      if let table = tables.first, tables.count == 1 {
        return Workspace.load(
          tables: [(path, table)], options: options, today: surroundings.today, machine: machine,
          reader: read)
      }
      let message = "'\(path)' is a table, but a workspace or a document of it is wanted"
      let hint = "name the table under 'data' in a workspace; 'revops inspect' prints the lines"
      throw .input(InputErrors(Diagnostic("file.table", message, hint: hint)))
    }
    let reader: FileReader = { [read] file throws(InputErrors) in
      let bytes = try read(file)
      if file == path, bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
        let name = file == "-" ? "standard input" : "'\(file)'"
        throw InputErrors(
          Diagnostic(
            "file.empty", "\(name) is empty", hint: "'revops template' prints documents to start from"))
      }
      return bytes
    }
    do throws(InputErrors) {
      return try Workspace.load(
        path, as: area, options: options, today: surroundings.today, machine: machine, reader: reader)
    } catch {
      throw .input(error)
    }
  }

  /// The workspace of a file, or one of several tables, each known by its columns.
  ///
  /// Of two exports of the opportunities the first is the earlier one, for a command that compares two.
  ///
  /// - Parameters:
  ///   - paths: The files given.
  ///   - area: The section that a document without sections is taken for.
  ///   - kinds: The tables that a CSV may hold.
  /// - Returns: The workspace, with the problems of its files.
  /// - Throws: Files that do not go together, and one that is none of the tables.
  func workspace(
    _ paths: [String], as area: String?, among kinds: [ImportTable]
  ) throws(Failure) -> Workspace {
    var others: [String] = []
    for path in paths where try !isTable(path) { others.append(path) }
    guard others.count < paths.count else {
      guard paths.count == 1 else {
        throw .usage(
          UsageError(
            "unexpected '\(paths[1])'", hint: "one workspace, or the CSV files of its tables",
            command: invocation.command.name))
      }
      return try workspace(paths[0], as: area)
    }
    if let other = others.first {
      let message = "'\(other)' is no CSV file, and tables are given beside it"
      throw .input(
        InputErrors(
          Diagnostic("file.table", message, hint: "name the tables under 'data' in the workspace instead")))
    }
    var given: [(path: String, name: String)] = []
    let earlier = kinds.contains(.opportunitiesBefore) ? ImportTable.opportunitiesBefore.rawValue : nil
    for path in paths {
      let kind = try kind(of: path, among: kinds.filter { $0 != .opportunitiesBefore })
      if let other = given.firstIndex(where: { $0.name == kind.rawValue }) {
        guard kind == .opportunities, let earlier, !given.contains(where: { $0.name == earlier }) else {
          throw .input(InputErrors(taken(given[other].path, path, for: kind.rawValue)))
        }
        given[other].name = earlier
      }
      given.append((path, kind.rawValue))
    }
    // Deals of one day by themselves are the deals, whatever column says the day.
    if kinds.contains(.opportunities), given.count == 1, given[0].name == ImportTable.snapshots.rawValue,
      try isOfOneDay(given[0].path)
    {
      given[0].name = ImportTable.opportunities.rawValue
    }
    return Workspace.load(
      tables: given, options: try runOptions(), today: surroundings.today, machine: machine, reader: read)
  }

  /// That two files hold one table.
  private func taken(_ one: String, _ other: String, for table: String) -> Diagnostic {
    Diagnostic(
      "file.table", "'\(one)' and '\(other)' are both taken for '\(table)'",
      hint: "give one of them, or one file with the rows of both")
  }

  /// Whether a file given is a table by itself: by its name, or for standard input by its first line.
  private func isTable(_ path: String) throws(Failure) -> Bool {
    guard path == "-" else { return FileKind(path: path) == .csv }
    do throws(InputErrors) {
      return FileKind.beginsTable(try read(path))
    } catch {
      throw .input(error)
    }
  }

  /// The request with what stands on standard input in hand, so that it can be looked at more than once.
  func keepingStandardInput(of paths: [String]) throws(Failure) -> Request {
    guard paths.contains("-") else { return self }
    do throws(InputErrors) {
      let bytes = try read("-")
      var request = self
      request.read = { [read] path throws(InputErrors) in path == "-" ? bytes : try read(path) }
      return request
    } catch {
      throw .input(error)
    }
  }

  /// What a CSV file is a table of.
  private func kind(of path: String, among kinds: [ImportTable]) throws(Failure) -> ImportTable {
    guard kinds.count > 1 else { return kinds[0] }
    do throws(InputErrors) {
      let file = try Table.read(SourceText(name: path, bytes: try read(path)))
      if let kind = ImportMapping.table(of: file, among: kinds) { return kind }
      let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw InputErrors(
        Diagnostic(
          "file.table", "the columns of '\(path)' are those of none of \(names)", at: file.place(column: 0),
          hint: "'revops inspect \(path)' says what it lacks"))
    } catch {
      throw .input(error)
    }
  }

  /// Whether the snapshots of a file are those of one day.
  private func isOfOneDay(_ path: String) throws(Failure) -> Bool {
    do throws(InputErrors) {
      return try Table.read(SourceText(name: path, bytes: try read(path))).isOfOneDay
    } catch {
      throw .input(error)
    }
  }

  /// The files given, or `revops.yaml` where it is in this folder.
  func files() throws(Failure) -> [String] {
    guard invocation.operands.isEmpty else { return invocation.operands }
    guard let workspaceOfFolder else {
      throw .input(
        InputErrors(
          Diagnostic(
            "file.none", "no file is given, and there is no '\(Self.standardFile)' in this folder",
            hint: "name a file, or make a workspace with 'revops init'")))
    }
    return [workspaceOfFolder]
  }

  private static let standardFile = "revops.yaml"

  /// The workspace that a command means which names none; nil where this folder has none.
  var workspaceOfFolder: String? { fileExists(Self.standardFile) ? Self.standardFile : nil }

  /// The day of `--as-of`, or nil where it is not given.
  func asOf() throws(Failure) -> CalendarDate? {
    try quantity(of: .asOf) { text throws(QuantityError) in try CalendarDate.parse(text) }
  }

  /// The options that every analysis understands.
  private func runOptions() throws(Failure) -> RunOptions {
    var options = RunOptions()
    options.asOf = try asOf()
    options.currency = try quantity(of: .currency) { text throws(QuantityError) in try Currency.parse(text) }
    options.wantsDigests = format == .json
    options.limit = invocation.number(of: .limit).flatMap { $0 == 0 ? nil : $0 }
    let isForPeople = format != .json && format != .csv
    options.isBrief =
      isForPeople && invocation.number(of: .limit) == nil
      && invocation.command.options.contains { $0.name == OptionSpec.limit.name }
    options.filter = invocation.value(of: .rows)
    var cuts: [String] = []
    for cut in invocation.value(of: .cuts)?.split(separator: ",").map(String.init) ?? []
    where !cuts.contains(cut) { cuts.append(cut) }
    options.cuts = cuts
    var problems: [Diagnostic] = []
    for text in invocation.values(of: .set) {
      do throws(InputErrors) { options.settings.append(try Setting(text)) } catch {
        problems += error.diagnostics
      }
    }
    if let errors = InputErrors(problems) { throw .input(errors) }
    return options
  }

  private func quantity<Value>(
    of option: OptionSpec, _ parse: (String) throws(QuantityError) -> Value
  ) throws(Failure) -> Value? {
    guard let text = invocation.value(of: option) else { return nil }
    do throws(QuantityError) {
      return try parse(text)
    } catch {
      throw .usage(
        UsageError(error.message(for: option.name), hint: error.hint, command: invocation.command.name))
    }
  }
}
