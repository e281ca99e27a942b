extension Workspace {
  /// Reads what an analysis asks of the data, and settles the day where only the data can say it.
  ///
  /// Then all tables are read, so that every analysis computes for the same day. What is wrong with a table is
  /// kept in `problems`.
  ///
  /// - Parameters:
  ///   - names: The tables asked for.
  ///   - columns: Which of their columns are asked for.
  ///   - lookups: Tables in which something is looked up for the rows of the others; a condition is about those.
  ///   - folds: Tells what takes the rows of a table in place of its columns, by table, once the day is known; before
  ///     it tells whether something will.
  mutating func readTables(
    _ names: [String], keeping columns: [String: [ColumnUse]] = [:], lookups: Set<String> = [],
    folding folds: (Workspace) -> [String: FoldMaker] = { _ in [:] }
  ) {
    let needsDay = asOf.origin == .today && !sources.isEmpty
    let read = Set(names.filter { tables[$0] == nil })
    let makers = folds(self)
    for name in Workspace.tableNames where tables[name] == nil && (needsDay || names.contains(name)) {
      guard let source = sources[name], let kind = ImportTable(rawValue: name) else { continue }
      keep { (workspace: inout Workspace) throws(InputErrors) in
        var source = source
        source.zone = workspace.company.zone
        try workspace.read(
          source, as: kind, keeping: columns[name] ?? [], makers[name], needsDay: needsDay)
      }
    }
    for name in names {
      keep { (workspace: inout Workspace) throws(InputErrors) in try workspace.checkColumns(of: name) }
    }
    if needsDay { settleDay() }
    foldAgain(folds(self), keeping: columns)
    for name in names where read.contains(name) {
      warnings += (tables[name]?.groupedAmounts ?? []) + (tables[name]?.doubledColumns ?? [])
    }
    warnings += unknownWords(in: read, columns)
    narrow(but: lookups)
  }

  /// Adds up the tables of which the first pass has told how, or keeps their columns where that fails.
  private mutating func foldAgain(_ makers: [String: FoldMaker], keeping columns: [String: [ColumnUse]]) {
    // A table that is touched drops what areas have made of all of them.
    for name in Workspace.tableNames
    where tables[name]?.fold is DayFold && tables[name]?.fold(again: makers[name]) == false {
      keep { (workspace: inout Workspace) throws(InputErrors) in
        try workspace.keep(columns[name] ?? [], of: name)
      }
    }
  }

  private mutating func read(
    _ source: TableSource, as kind: ImportTable, keeping uses: [ColumnUse], _ maker: FoldMaker?,
    needsDay: Bool
  ) throws(InputErrors) {
    let home = company.rates.home
    func plan(_ file: Table) throws(InputErrors) -> ReadingPlan {
      let mapping = try Self.mapping(of: file, source, as: kind)
      let deleted = DeletionMark.recycleBin(of: file)
      let flags = deleted.map { [ColumnRequest(column: $0.column, form: .labels)] } ?? []
      var plan = ReadingPlan(
        columns: (uses.requests(in: file, mapping, source, home: home) + flags).uniqued())
      if deleted == nil, let fold = maker?.make(file, mapping, source) {
        plan.folds = (needsDay ? [] : [fold]) + [DayFold(mapping, source, needsDay: needsDay)]
      }
      return plan
    }
    var options = Table.Options(separator: source.separator?.byte, encoding: source.encoding)
    if given[kind.rawValue] != nil { options.settings = "data.\(kind.rawValue)" }
    let file: Table
    let kept: KeptColumns
    let digest: String?
    if let parts = machine.open(source.file),
      let read = try Table.read(source.file, parts, options: options, machine: machine, keeping: plan)
    {
      (file, kept) = read
      digest = self.options.wantsDigests ? SHA256.hex(of: file.bytes) : nil
    } else {
      let text: SourceText
      do throws(InputErrors) {
        text = SourceText(name: source.file, bytes: try reader(source.file))
      } catch {
        throw error.placed(at: source.place)
      }
      (file, kept) = try Table.read(text, options: options, machine: machine, keeping: plan)
      digest = self.options.wantsDigests ? SHA256.hex(of: text.bytes) : nil
    }
    warnings += file.warnings
    let mapping = try Self.mapping(of: file, source, as: kind)
    var table = DataTable(name: kind.rawValue, source: source, table: file, mapping: mapping, kept: kept)
    if let deleted = try table.leaveOutDeleted() { warnings.append(deleted) }
    if let filter = source.filter {
      let condition = try Expression.parse(filter.text, at: filter.place).speakingOfColumns()
      try table.keep(where: condition, expressionEnvironment)
    }
    tables[kind.rawValue] = table
    inputs.append(
      Outcome.InputFile(
        name: source.file, role: kind.rawValue, rows: table.recordCount,
        rowsLeftOut: table.recordCount - table.rowCount, sha256: digest))
  }

  /// Reads columns of a table in one pass, unless they are kept already.
  mutating func keep(_ uses: [ColumnUse], of name: String) throws(InputErrors) {
    let home = company.rates.home
    // What was decoded of the tables stays as long as they are not touched.
    guard tables[name]?.keeps(uses, home: home) == false else { return }
    try tables[name]?.keep(uses, home: home)
  }

  /// Tables that nothing has read and that cannot be had: a mistyped name would hide behind the silence.
  func problemsOfUnreadTables() -> [Diagnostic] {
    Workspace.tableNames.filter { tables[$0] == nil }.flatMap { name -> [Diagnostic] in
      guard let source = sources[name], machine.open(source.file) == nil else { return [] }
      do throws(InputErrors) { _ = try reader(source.file) } catch {
        return error.placed(at: source.place).diagnostics
      }
      return []
    }
  }

  private static func mapping(
    of file: Table, _ source: TableSource, as kind: ImportTable
  ) throws(InputErrors) -> ImportMapping {
    do throws(InputErrors) {
      return try ImportMapping.find(in: file, as: kind, given: source.columns, places: source.columnPlaces)
    } catch {
      throw error.placed(at: source.columnsPlace)
    }
  }

  /// Refuses a table that is asked for without the columns that it cannot do without; one that is read only to
  /// learn the day may lack them.
  private func checkColumns(of name: String) throws(InputErrors) {
    guard let table = tables[name] else { return }
    let source = table.source
    let missing = table.mapping.missing.filter(\.isRequired).map(\.name)
    if missing.isEmpty, let other = table.otherKind(under: options.filter) { throw InputErrors(other) }
    guard !missing.isEmpty else { return }
    let message = "'\(source.file)' has no column for '" + missing.joined(separator: "', '") + "'"
    throw InputErrors(
      Diagnostic(
        "workspace.column-missing", message, at: source.place ?? table.table.place(column: 0),
        hint: table.wayOut(without: missing)))
  }

  private mutating func settleDay() {
    for name in Workspace.tableNames {
      guard let table = tables[name] else { continue }
      keep { (workspace: inout Workspace) throws(InputErrors) in
        let learned = table.fold as? DayFold
        let isOpen = learned.map { $0.order == nil } ?? true
        guard let latest = isOpen ? try table.latestRecord() : learned?.latestRecord else { return }
        if workspace.asOf.origin == .today || latest > workspace.asOf.date {
          workspace.asOf = AsOf(latest, from: .data)
        }
      }
    }
  }

  /// Applies `--where` to every table whose columns it speaks of.
  private mutating func narrow(but lookups: Set<String>) {
    guard let text = options.filter, !tables.isEmpty else { return }
    let names = Workspace.tableNames.filter { !lookups.contains($0) }
    keep { (workspace: inout Workspace) throws(InputErrors) in
      let place = SourceText(name: "--where", text: text).place(0..<text.utf8.count)
      let expression = try Expression.parse(text, at: place).speakingOfColumns()
      let fitting = names.filter { workspace.tables[$0]?.knows(expression) == true }
      guard !fitting.isEmpty else {
        let known = names.filter { workspace.tables[$0] != nil }
        throw workspace.unfit(expression, place, among: lookups.isEmpty ? Workspace.tableNames : known)
      }
      let environment = workspace.figureEnvironment
      for name in fitting where workspace.tables[name]?.isNarrowed == false {
        try workspace.tables[name]?.keep(where: expression, environment)
        workspace.tables[name]?.isNarrowed = true
        workspace.recount(name)
        if let empty = workspace.emptied(name, by: expression, place) { workspace.warnings.append(empty) }
      }
    }
  }

  /// Why a number that the files give for all deals says nothing of those that `--where` keeps; nil where all of them
  /// count, or `--set` gives one for these.
  func lack(of path: String) -> String? {
    guard tables["opportunities"]?.isNarrowed == true,
      !options.settings.contains(where: { $0.path.text == path })
    else { return nil }
    return "'\(path)' is for all deals; --set \(path)=… for these"
  }

  /// Whether `--where` keeps all deals of an owner or none of them: it speaks of nothing but the owner.
  var keepsWholeOwners: Bool {
    guard let text = options.filter, tables["opportunities"]?.isNarrowed == true else { return true }
    let place = SourceText(name: "--where", text: text).place(0..<text.utf8.count)
    return (try? Expression.parse(text, at: place))?.names.allSatisfy { $0 == ["owner"] } ?? false
  }

  /// That a condition holds for no row of a table, with the nearest word of a column that it speaks of.
  private func emptied(_ name: String, by expression: Expression, _ place: Place) -> Diagnostic? {
    guard let table = tables[name], table.rowCount == 0, table.table.rowCount > 0 else { return nil }
    let words = expression.names.compactMap(\.first).flatMap { column -> [String] in
      guard let index = table.mapping[column] ?? table.table.column(named: column),
        case .labels(let labels)? = try? table.column(index, as: .labels), labels.words.count <= 10_000
      else { return [] }
      return (0..<labels.words.count).map { labels.words.text($0) }
    }
    let hints = expression.texts.filter { !words.contains($0) }.compactMap { didYouMean($0, among: words) }
    return Diagnostic(
      "where.no-rows", "the condition holds for no row of '\(table.source.file)'", at: place,
      severity: .warning, hint: hints.first)
  }

  mutating func recount(_ name: String) {
    guard let table = tables[name], let index = inputs.firstIndex(where: { $0.role == name }) else { return }
    inputs[index].rowsLeftOut = table.recordCount - table.rowCount
  }

  /// Refuses a condition that tables at the side alone can hold where the figures are of the rows of another.
  func refuseCondition(onlyOf sides: Set<String>, besides name: String) throws(InputErrors) {
    guard let text = options.filter, tables[name]?.isNarrowed == false,
      !problems.contains(where: { $0.id == "where.columns" }),
      tables.values.allSatisfy({ !$0.isNarrowed || sides.contains($0.name) })
    else { return }
    let place = SourceText(name: "--where", text: text).place(0..<text.utf8.count)
    throw unfit(try Expression.parse(text, at: place), place, among: [name])
  }

  /// That no table has all the columns of a condition, with the nearest of those there are.
  private func unfit(
    _ expression: Expression, _ place: Place, among names: [String] = Workspace.tableNames
  ) -> InputErrors {
    let columns = names.flatMap { tables[$0]?.mapping.matches.map(\.column) ?? [] }
    let unknown = expression.names.compactMap(\.first).first { !columns.contains($0) }
    let who =
      names.count == 1
      ? "the table '\(names[0])'"
      : names.count == Workspace.tableNames.count
        ? "no table" : "none of the tables '\(names.joined(separator: "', '"))'"
    let has = names.count == 1 ? "has no" : "has a"
    let message =
      unknown.map { "\(who) \(has) column '\(printable($0))'" }
      ?? "no table has all columns of the condition"
    return InputErrors(
      Diagnostic(
        "where.columns", message, at: place, hint: unknown.flatMap { didYouMean($0, among: columns) }))
  }

  /// What expressions are read under here.
  var expressionEnvironment: ExpressionEnvironment {
    ExpressionEnvironment(
      asOf: asOf.date, rates: company.rates, fiscal: company.fiscal, work: company.work, zone: company.zone)
  }

  /// What expressions over figures and rows are read under: these are in the currency that money is shown in.
  var figureEnvironment: ExpressionEnvironment {
    var environment = expressionEnvironment
    if company.currency != company.rates.home { environment.shown = company.currency }
    return environment
  }

  /// Does something that may fail, and keeps its problems.
  mutating func keep(_ body: (inout Workspace) throws(InputErrors) -> Void) {
    do throws(InputErrors) { try body(&self) } catch { problems += error.diagnostics }
  }
}
