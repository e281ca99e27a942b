extension Workspace {
  /// A setting that names words of a column, whose deals alone a figure is of.
  private struct WordSetting {
    /// Where the section holds it; `routes` has the words as its keys.
    var path: [String]
    var table = "opportunities"
    var column: String
    /// A column that only the analyses ask for which read the setting.
    var askedWith: String
  }

  private static let wordSettings = [
    WordSetting(path: ["demand", "types"], column: "type", askedWith: "type"),
    WordSetting(path: ["plan", "recovery", "types"], column: "type", askedWith: "type"),
    WordSetting(path: ["pipeline", "health", "icp_tiers"], column: "icp_tier", askedWith: "icp_tier"),
    WordSetting(path: ["deals", "winloss", "routes"], column: "loss_reason", askedWith: "competitor"),
    WordSetting(path: ["deals", "winloss", "reviewed"], column: "id", askedWith: "competitor"),
  ]

  /// What is to be said of words that settings name and no row of their column has.
  ///
  /// - Parameters:
  ///   - read: The tables that were read now.
  ///   - columns: Which of their columns are asked for.
  /// - Returns: A warning for each word.
  func unknownWords(in read: Set<String>, _ columns: [String: [ColumnUse]]) -> [Diagnostic] {
    Self.wordSettings.flatMap { setting -> [Diagnostic] in
      guard read.contains(setting.table),
        columns[setting.table]?.contains(where: { $0.column == setting.askedWith }) == true,
        let section = setting.path.first.flatMap({ sections[$0] }),
        let node = setting.path.dropFirst().reduce(section, { $0?[$1] }), !node.isNotGiven,
        let table = tables[setting.table], table.fold == nil, let index = table.mapping[setting.column],
        case .labels(let labels)? = try? table.column(index, as: .labels)
      else { return [] }
      let known = (0..<labels.words.count).map { labels.words.text($0) }
      let keys = Set(known.map { ImportKey($0).text })
      let ids = setting.column == "id" ? Set(known.map { DealKey($0) }) : []
      let words = node.kind == .mapping ? node.entries.map(\.key) : node.items
      return words.filter { !keys.contains(ImportKey($0.text).text) && !ids.contains(DealKey($0.text)) }.map {
        Diagnostic(
          "data.no-such-word",
          "no row of '\(table.source.file)' has '\(printable($0.text))' as its \(setting.column)",
          at: $0.place,
          severity: .warning,
          hint: didYouMean($0.text, among: known)
            ?? (known.count <= 8 ? "there are: " + known.map(printable).joined(separator: ", ") : nil))
      }
    }
  }
}
