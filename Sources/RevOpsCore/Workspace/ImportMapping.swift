/// Which column of a file stands for which of ours.
public struct ImportMapping: Hashable, Sendable {
  /// One of our columns and the file's column that it is read from.
  public struct Match: Hashable, Sendable, Encodable {
    /// Our name.
    public var column: String
    /// The file's name for it.
    public var header: String
    /// What its cells hold.
    public var kind: ImportColumn.Kind
    /// Its index in the file.
    public let index: Int

    enum CodingKeys: CodingKey { case column, header, kind }
  }

  /// The table that the file was read as.
  public var table: ImportTable
  /// Whose names were looked for.
  public var vendor: ImportVendor
  /// The columns found, in the order in which the table declares them.
  public var matches: [Match]

  /// The index of the file's column for one of ours, or nil.
  public subscript(column: String) -> Int? {
    matches.first { $0.column == column }?.index
  }

  /// Our columns that the file does not have.
  public var missing: [ImportColumn] {
    table.columns.filter { self[$0.name] == nil }
  }

  /// Whether the file says how a deal ended apart from its stage, which stays the last one that the deal was in.
  ///
  /// One column of status (Open, Won, Lost) says it so, as do the CRMs whose stages are steps alone. Elsewhere the
  /// columns of flags repeat what the stage says.
  var keepsOutcomesApart: Bool {
    guard let closed = self["is_closed"] else { return false }
    return self["is_won"] == closed || vendor == .pipedrive || vendor == .dynamics
  }

  /// Finds our columns in a file.
  ///
  /// First what the user says, then the vendor's names in the order of preference, then our own, then those
  /// that others use. Names are compared by `ImportKey`, never by likeness. A column of the file serves
  /// one of ours, but for a vendor's status that says both whether a deal is closed and whether it is won.
  ///
  /// - Parameters:
  ///   - file: The table as read.
  ///   - table: What it is to be read as.
  ///   - given: Our name to the file's, as the user wrote it under `columns:`.
  ///   - places: Where each of those names of ours is written.
  ///   - vendor: Whose file it is; nil to tell by its headers.
  /// - Returns: The columns found.
  /// - Throws: A name under `columns:` that is no column of ours or not in the file.
  public static func find(
    in file: Table, as table: ImportTable, given: [String: String] = [:], places: [String: Place] = [:],
    vendor: ImportVendor? = nil
  ) throws(InputErrors) -> ImportMapping {
    let vendor = vendor ?? ImportVendor.detect(file.columns)
    var search = Search(headers: file.columns, vendor: vendor)
    try search.take(given, places, of: table, in: file)
    let matches = table.columns.compactMap { column -> Match? in
      guard let index = search.index(for: column) else { return nil }
      return Match(column: column.name, header: file.columns[index], kind: column.kind, index: index)
    }
    return ImportMapping(table: table, vendor: vendor, matches: matches)
  }

  /// The table that most of a file's columns speak for, or nil where none has all that it needs.
  ///
  /// A history of stages is told by its columns, since it has most of those of opportunities too. Else the first
  /// three characters of Salesforce ids tell the object; else the table with the most columns found, each needed one
  /// counted three times; of equals the one declared first.
  ///
  /// - Parameters:
  ///   - file: The table as read.
  ///   - tables: Those that it may be.
  /// - Returns: The table, or nil.
  public static func table(of file: Table, among tables: [ImportTable] = ImportTable.allCases) -> ImportTable?
  {
    if isStageHistory(file) { return tables.contains(.stageHistory) ? .stageHistory : nil }
    if let object = salesforceObject(file) { return object.table.flatMap { tables.contains($0) ? $0 : nil } }
    var best: (table: ImportTable, score: Int)?
    for table in tables {
      guard let mapping = try? find(in: file, as: table) else { continue }
      let needed = Set(table.columns.filter(\.isRequired).map(\.name))
      let found = mapping.matches.count { needed.contains($0.column) }
      // Two columns, such as an id and a name, are in every file and tell nothing.
      guard mapping.matches.count >= 3, found * 2 > needed.count else { continue }
      let score = found * 3 + mapping.matches.count - (needed.count - found) * 3
      if score > (best?.score ?? 0) { best = (table, score) }
    }
    return best?.table
  }

  /// Whether rows are changes of deals: they say of which deal, when, and what its stage or a field became.
  ///
  /// A row has an id of its own beside that of the deal, as Salesforce writes it, or more of its columns are those of a
  /// history than of deals. A table of deals on several days says the day of each row.
  static func isStageHistory(_ file: Table) -> Bool {
    guard let history = try? find(in: file, as: .stageHistory), let deal = history["opportunity_id"],
      history["entered_at"] != nil, history["stage"] != nil || history["field"] != nil,
      let snapshots = try? find(in: file, as: .snapshots), snapshots["snapshot_date"] == nil,
      let deals = try? find(in: file, as: .opportunities)
    else { return false }
    if let own = deals["id"], own != deal { return true }
    return history.matches.count > deals.matches.count
  }

  /// What the ids of a Salesforce export are: 15 or 18 letters and digits, the first three for the object.
  ///
  /// Nil for a file of another kind; a table of nil for an object that no area reads, such as a campaign.
  private static func salesforceObject(_ file: Table) -> SalesforceObject? {
    guard let column = file.columns.firstIndex(where: { $0.lowercased() == "id" }), file.rowCount > 0 else {
      return nil
    }
    let id = file.text(0, column)
    guard id.utf8.count == 15 || id.utf8.count == 18,
      id.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 })
    else { return nil }
    let vendor = ImportVendor.detect(file.columns)
    guard vendor == .salesforceAPI || vendor == .generic else { return nil }
    let prefix = String(id.prefix(3))
    guard prefix.utf8.first == UInt8(ascii: "0") || prefix.utf8.first == UInt8(ascii: "7") else { return nil }
    return SalesforceObject(table: salesforceTables[prefix])
  }

  private struct SalesforceObject {
    var table: ImportTable?
  }

  private static let salesforceTables: [String: ImportTable] = [
    "006": .opportunities, "008": .stageHistory, "00Q": .leads, "001": .accounts, "005": .reps,
    "00T": .activities, "00U": .activities, "00v": .touches,
  ]

  /// The headers of a file with those that are taken.
  private struct Search {
    let headers: [String]
    let vendor: ImportVendor
    private let keys: [String]
    private var given: [String: Int] = [:]
    private var taken: Set<Int> = []

    init(headers: [String], vendor: ImportVendor) {
      self.headers = headers
      self.vendor = vendor
      keys = headers.map { ImportKey(vendor == .hubspotNames ? ImportVendor.withoutLoader($0) : $0).text }
    }

    mutating func take(
      _ columns: [String: String], _ places: [String: Place], of table: ImportTable, in file: Table
    ) throws(InputErrors) {
      var problems: [Diagnostic] = []
      let names = table.columns.map(\.name)
      for (column, header) in columns.sorted(by: { $0.key < $1.key }) {
        if !names.contains(column) {
          let near = nearest(to: column, among: names).map { "did you mean '\($0)'?" }
          problems.append(
            Diagnostic(
              "data.unknown-column", "'\(printable(column))' is no column of \(table.rawValue)",
              at: places[column], hint: near))
        } else if let index = file.column(named: header) ?? only(ImportKey(header).text) {
          given[column] = index
          taken.insert(index)
        } else {
          let near = nearest(to: header, among: headers).map { "did you mean '\($0)'?" }
          problems.append(
            Diagnostic(
              "data.missing-column",
              "'\(file.name)' has no column '\(header)', which '\(column)' is to be read from",
              at: file.place(column: 0), hint: near))
        }
      }
      if let errors = InputErrors(problems) { throw errors }
    }

    mutating func index(for column: ImportColumn) -> Int? {
      if let index = given[column.name] { return index }
      let names = (column.aliases[vendor] ?? []) + [column.name] + column.otherNames
      let strangers = vendor == .generic ? ImportVendor.allCases.flatMap { column.aliases[$0] ?? [] } : []
      for name in names + (column.kind == .flag ? [] : strangers) {
        guard let index = first(ImportKey(name).text) else { continue }
        guard column.kind != .flag else { return index }
        taken.insert(index)
        return index
      }
      return nil
    }

    /// The first header of a key that serves no other column.
    private func first(_ key: String) -> Int? {
      guard !key.isEmpty else { return nil }
      return keys.indices.first { keys[$0] == key && !taken.contains($0) }
    }

    private func only(_ key: String) -> Int? { first(key) }
  }
}
