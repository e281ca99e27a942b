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
    if FileKind(path: path) == .csv {
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
  /// Of two exports of the opportunities the first is the earlier one.
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
    let tables = paths.filter { FileKind(path: $0) == .csv }
    guard !tables.isEmpty else {
      guard paths.count == 1 else {
        throw .usage(
          UsageError(
            "unexpected '\(paths[1])'", hint: "one workspace, or the CSV files of its tables",
            command: invocation.command.name))
      }
      return try workspace(paths[0], as: area)
    }
    if let other = paths.first(where: { FileKind(path: $0) != .csv }) {
      let message = "'\(other)' is no CSV file, and tables are given beside it"
      throw .input(
        InputErrors(
          Diagnostic("file.table", message, hint: "name the tables under 'data' in the workspace instead")))
    }
    var given: [(path: String, name: String)] = []
    for path in paths {
      let kind = try kind(of: path, among: kinds)
      if kind == .opportunities, let first = given.firstIndex(where: { $0.name == kind.rawValue }) {
        given[first].name = ImportTable.opportunitiesBefore.rawValue
      } else if let other = given.first(where: { $0.name == kind.rawValue }) {
        let message = "'\(other.path)' and '\(path)' are both taken for '\(kind.rawValue)'"
        throw .input(InputErrors(Diagnostic("file.table", message, hint: "give one of them")))
      }
      given.append((path, kind.rawValue))
    }
    return Workspace.load(
      tables: given, options: try runOptions(), today: surroundings.today, machine: machine, reader: read)
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

  /// The files given, or `revops.yaml` where it is in this folder.
  func files() throws(Failure) -> [String] {
    guard invocation.operands.isEmpty else { return invocation.operands }
    let standard = "revops.yaml"
    guard fileExists(standard) else {
      throw .input(
        InputErrors(
          Diagnostic(
            "file.none", "no file is given, and there is no '\(standard)' in this folder",
            hint: "name a file, or make a workspace with 'revops init'")))
    }
    return [standard]
  }

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
    options.filter = invocation.value(of: .rows)
    options.cuts = invocation.value(of: .cuts).map { $0.split(separator: ",").map(String.init) } ?? []
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
