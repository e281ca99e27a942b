/// Where a table of the data comes from, and how its columns are to be read.
public struct TableSource: Hashable, Sendable {
  /// The file, relative to where the program runs.
  public var file: String
  /// Where the workspace names it.
  public var place: Place?
  /// The column of the file for each of ours that is not found by its name.
  public var columns: [String: String] = [:]
  /// Where those are written.
  public var columnsPlace: Place?
  /// Where the name of each of ours stands among them.
  var columnPlaces: [String: Place] = [:]
  /// Which of day and month comes first.
  var dateOrder: TableDate.Order?
  /// Whose day counts of a moment with an offset from UTC: the company's.
  var zone = ZoneRules.utc
  /// The currency of amounts that name none.
  public var currency: Currency?
  /// The mark before the decimals.
  public var decimal: NumberStyle.DecimalMark?
  /// The mark between cells.
  public var separator: Separator?
  /// How bytes stand for characters, where a guess has to be confirmed.
  public var encoding: TextEncoding?
  /// Which rows count, as an expression over the columns.
  public var filter: Filter?

  /// The mark between the cells of a row.
  public enum Separator: String, Hashable, Sendable, CaseIterable {
    case comma, semicolon, tab, pipe

    var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: 0x09
      case .pipe: UInt8(ascii: "|")
      }
    }
  }

  /// A condition on rows, with the place where it is written.
  public struct Filter: Hashable, Sendable {
    /// The expression.
    public var text: String
    /// Where it stands.
    public var place: Place?
  }

  /// A file whose columns say themselves what they are.
  public init(file: String, place: Place? = nil) {
    self.file = file
    self.place = place
  }
}

extension TableSource {
  /// Reads the `data` section: a path, or a mapping with `file` and what its columns need, for each table.
  ///
  /// - Parameters:
  ///   - fields: The section.
  ///   - folder: What paths in it are relative to.
  ///   - given: Tables that the command line gives, of which the section may say the rest.
  /// - Returns: The tables by name.
  static func decode(
    _ fields: inout Fields, folder: String, given: [String: TableSource] = [:]
  ) -> [String: TableSource] {
    var sources = given
    for name in Workspace.tableNames {
      let node = fields.node(name, "table")
      guard node != nil || fields.isRecording else { continue }
      guard let node, !node.isCollection else {
        let source = fields.section(name) { TableSource(&$0, folder: folder, given: given[name]) }
        if let source { sources[name] = source }
        continue
      }
      sources[name] = TableSource(file: joined(folder, node.text), place: node.place)
    }
    return sources
  }

  /// Reads one table; nil where it names no file.
  private init?(_ fields: inout Fields, folder: String, given: TableSource?) {
    let name = given == nil ? fields.text("file") : fields.textIfGiven("file")
    place = given == nil || name != nil ? fields.place(of: "file") : nil
    file = name.flatMap { $0.isEmpty ? nil : joined(folder, $0) } ?? given?.file ?? ""
    columnsPlace = fields.place(of: "columns")
    for (column, header) in fields.map("columns", of: .text) {
      columns[column] = header
      columnPlaces[column] = fields.keyPlace(of: "columns.\(column)")
    }
    dateOrder = fields.choiceIfGiven("date_order")
    currency = fields.valueIfGiven("currency", as: .currency)
    decimal = fields.choiceIfGiven("decimal")
    separator = fields.choiceIfGiven("separator")
    encoding = fields.choiceIfGiven("encoding")
    filter = fields.textIfGiven("where").map { Filter(text: $0, place: fields.place(of: "where")) }
    if file.isEmpty { return nil }
  }
}

/// The folder of a path with the slash behind it; empty for a name alone.
func folder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
  return String(path[...slash])
}

/// A path as seen from a folder; an absolute one stays as it is.
func joined(_ folder: String, _ path: String) -> String {
  path.utf8.first == UInt8(ascii: "/") ? path : folder + path
}

/// A path without `.` and with each `..` taken up by the folder before it, to see whether two are one.
public func normalised(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
  }
  return (path.utf8.first == UInt8(ascii: "/") ? "/" : "") + parts.joined(separator: "/")
}
