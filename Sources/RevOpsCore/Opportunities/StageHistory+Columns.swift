extension StageHistory {
  /// Reads the history that a HubSpot export of deals holds itself: a column a stage, with the moment a deal entered it.
  ///
  /// A deal that entered a stage twice has the last time alone, and amounts and close dates are those of today.
  ///
  /// - Parameters:
  ///   - workspace: The workspace with the opportunities read.
  ///   - settings: What it says of its stages.
  /// - Returns: The history; nil where the opportunities have no such columns.
  /// - Throws: Cells that are no dates, and stages that nothing places.
  static func readColumns(
    from workspace: Workspace, _ settings: PipelineSettings
  ) throws(InputErrors) -> StageHistory? {
    guard let data = workspace.table("opportunities"), data.has("id") else { return nil }
    let stages = data.labels("stage")?.names ?? []
    let columns = StageColumn.all(of: data, stages: stages)
    // A million ids are not read for nothing.
    guard !columns.isEmpty, let ids = data.labels("id") else { return nil }
    var deals: [DealKey: Deal] = [:]
    var problems: [Diagnostic] = []
    for column in columns {
      let entered = try data.moments(column.entered)
      let exited = try column.exited.map { index throws(InputErrors) in try data.moments(index) }
      guard entered.contains(where: { $0 != nil }) else { continue }
      if settings.stages.rule(for: column.stage) == nil, !stages.contains(column.stage) {
        problems.append(column.refused(in: data, settings.stages))
      }
      for row in data.rows.indices {
        guard let moment = entered[row], let id = ids[row] else { continue }
        let change = Change(
          second: moment.second, day: moment.day, stage: column.stage, exit: exited?[row]?.second,
          exitDay: exited?[row]?.day, row: row)
        let key = DealKey(id)
        deals[key, default: Deal(id: id, key)].add(change)
      }
    }
    if let errors = InputErrors(Array(problems.prefix(CellProblems.listed))) { throw errors }
    return StageHistory(
      deals.values, settings, hasAmounts: false, hasCloseDates: false, hasCategories: false,
      isByField: false)
  }
}

extension StageHistory {
  /// Whether an export of deals has such columns.
  static func isColumns(_ headers: [String]) -> Bool { StageColumn.isAny(of: headers) }

  /// Those of the columns of an export of deals, by their places, that say when deals entered and left a stage.
  static func columns(among headers: [String]) -> [Int] {
    StageColumn.isAny(of: headers) ? headers.indices.filter { StageColumn.isOne(headers[$0]) } : []
  }
}

extension Workspace {
  /// Whether the opportunities say themselves when deals entered their stages, which the head of their file tells.
  var hasStageColumns: Bool {
    if let table = tables["opportunities"] { return StageHistory.isColumns(table.table.columns) }
    guard let source = sources["opportunities"], let parts = machine.open(source.file) else { return false }
    var head = [UInt8](repeating: 0, count: min(parts.size, 1 << 16))
    guard let count = head.withUnsafeMutableBytes({ parts.read(0, $0) }) else { return false }
    head.removeLast(head.count - min(count, head.count))
    let end = parts.size > head.count ? head.firstIndex(of: 0x0A) ?? head.count : head.count
    let options = Table.Options(separator: source.separator?.byte, encoding: source.encoding)
    let text = SourceText(name: source.file, bytes: Array(head[..<end]))
    guard let table = try? Table.read(text, options: options) else { return false }
    return StageHistory.isColumns(table.columns)
  }
}

/// The columns that say when deals entered and left one stage.
private struct StageColumn {
  var stage: String
  var entered: Int
  var exited: Int?

  /// The columns of a file, in its order, each stage once.
  ///
  /// - Parameters:
  ///   - data: The deals.
  ///   - stages: The stages that they are in today, by which a stage is called.
  /// - Returns: The columns.
  static func all(of data: DataTable, stages: [String]) -> [StageColumn] {
    var columns: [StageColumn] = []
    var exits: [String: Int] = [:]
    for (index, header) in data.table.columns.enumerated() {
      if let stage = stage(
        in: header, behind: exitLabels, exitNames, stages)
      {
        exits[stage] = exits[stage] ?? index
      } else if let stage = stage(in: header, behind: labels, names, stages),
        !columns.contains(where: { $0.stage == stage })
      {
        columns.append(StageColumn(stage: stage, entered: index))
      }
    }
    for index in columns.indices { columns[index].exited = exits[columns[index].stage] }
    return columns
  }

  /// Whether any header names a stage that deals entered.
  static func isAny(of headers: [String]) -> Bool {
    headers.contains { stage(in: $0, behind: labels, names, []) != nil }
  }

  /// Whether a header names a stage that deals entered or left.
  static func isOne(_ header: String) -> Bool {
    stage(in: header, behind: labels + exitLabels, names + exitNames, []) != nil
  }

  private static let labels = ["Date entered "]
  private static let names = ["hs_v2_date_entered_", "hs_date_entered_"]
  private static let exitLabels = ["Date exited "]
  private static let exitNames = ["hs_v2_date_exited_", "hs_date_exited_"]

  /// The stage that a header names: `Date entered "Demo (Sales Pipeline)"`, `hs_v2_date_entered_demo`.
  private static func stage(
    in header: String, behind labels: [String], _ names: [String], _ stages: [String]
  ) -> String? {
    let plain = ImportVendor.withoutLoader(header)
    if let prefix = names.first(where: { plain.hasPrefix($0) }) {
      let id = String(plain.dropFirst(prefix.count))
      return id.isEmpty ? nil : stages.first { $0.lowercased() == id.lowercased() } ?? id
    }
    guard let label = labels.first(where: { header.lowercased().hasPrefix($0.lowercased()) }) else {
      return nil
    }
    let quotes: Set<Character> = ["\"", "'", "“", "”"]
    let text = header.dropFirst(label.count).drop { quotes.contains($0) }
    let name = String(text.reversed().drop { quotes.contains($0) }.reversed())
    guard !name.isEmpty, !stages.contains(name), name.hasSuffix(")"), let open = name.lastIndex(of: "(")
    else {
      return name.isEmpty ? nil : name
    }
    let alone = String(name[..<open].reversed().drop { $0 == " " }.reversed())
    return alone.isEmpty ? name : alone
  }

  func refused(in data: DataTable, _ known: StageRules) -> Diagnostic {
    Diagnostic(
      "pipeline.unknown-stage", "stage '\(printable(stage))' of this column is none of the known stages",
      at: data.table.place(column: entered),
      hint: didYouMean(stage, among: known.names)
        ?? "name the stages under 'pipeline.stages', such as {\"\(printable(stage))\": {outcome: open}}")
  }
}

extension DataTable {
  /// The moments of a column of the file, one for each row that counts; nil for an empty cell.
  fileprivate func moments(_ index: Int) throws(InputErrors) -> [(second: Int, day: CalendarDate)?] {
    guard case .dates(let days) = try column(index, as: .dates(source.dateOrder, zone: source.zone)) else {
      return []
    }
    let seconds = try table.seconds(index, order: source.dateOrder)
    return rows.map { row in days[row].map { (seconds[row] ?? 0, $0) } }
  }
}
