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
          table: path, as: table, options: options, today: surroundings.today, machine: machine, reader: read)
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
    options.limit = invocation.number(of: .limit)
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
