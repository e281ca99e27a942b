/// A column of words: each distinct word once, and a number for every row.
///
/// Words are told apart by their bytes alone. Names stand in the order in which they come up.
struct Labels: Hashable, Sendable {
  /// The number of a row without a word.
  static let missing = LabelColumn.missing

  /// The distinct words.
  private(set) var names: [String] = []
  /// One for each row: the index of its word in `names`, or `missing`.
  private(set) var codes: [Int32] = []
  /// The row in which each word comes up first.
  private(set) var firstRows: [Int] = []

  /// The word of a row, or nil where it has none.
  subscript(row: Int) -> String? {
    guard codes.indices.contains(row), names.indices.contains(Int(codes[row])) else { return nil }
    return names[Int(codes[row])]
  }

  /// The place of a row among groups by word, of which those without a word are the last.
  func group(of row: Int) -> Int {
    let code = Int(codes[row])
    return names.indices.contains(code) ? code : names.count
  }

  /// The word of a group; empty for that of the rows without one.
  func name(ofGroup group: Int) -> String { names.indices.contains(group) ? names[group] : "" }

  /// Gives a row another word.
  ///
  /// - Returns: Whether no row had it before.
  mutating func set(_ row: Int, to word: String) -> Bool {
    if let code = names.firstIndex(of: word) {
      codes[row] = Int32(code)
      return false
    }
    codes[row] = Int32(names.count)
    names.append(word)
    firstRows.append(row)
    return true
  }

  /// The words of some rows that differ from another in letter case and blanks alone.
  ///
  /// - Parameter rows: The rows that are looked at.
  /// - Returns: The numbers of words that are one, the most frequent first and of equals the first to come up.
  func spellings(in rows: some Sequence<Int>) -> [[Int]] {
    var uses = [Int](repeating: 0, count: names.count)
    for row in rows where codes[row] != Self.missing { uses[Int(codes[row])] += 1 }
    let used = names.indices.filter { uses[$0] > 0 }
    return Dictionary(grouping: used) { Self.plain(names[$0]) }.values.filter { $0.count > 1 }
      .map { $0.sorted { (uses[$1], $0) < (uses[$0], $1) } }
      .sorted { $0[0] < $1[0] }
  }

  /// What two words have in common that differ in letter case and blanks alone.
  static func plain(_ name: String) -> [Substring] {
    name.lowercased().split(whereSeparator: \.isWhitespace)
  }

  /// Gives the rows of several words the first of them.
  mutating func join(_ spellings: [[Int]]) {
    var own = names.indices.map { Int32(truncatingIfNeeded: $0) }
    for words in spellings { for word in words { own[word] = Int32(truncatingIfNeeded: words[0]) } }
    codes = codes.map { $0 == Self.missing ? $0 : own[Int($0)] }
  }

  /// How many rows have a word.
  var filled: Int { codes.count { $0 != Self.missing } }
}

extension DataTable {
  /// A column of words by our name or the file's, one for each row that counts; nil where the file has none.
  func labels(_ column: String) -> Labels? {
    guard let index = mapping[column] ?? table.column(named: column),
      case .labels(let words)? = try? self.column(index, as: .labels)
    else { return nil }
    return isWhole ? Labels(all: words) : Labels(rows.lazy.map { words.codes[$0] }, words: words.words)
  }

  /// The numbers of the words of a column alone; where some rows of the file do not count, as `labels` has them.
  func codes(_ column: String) -> [Int32]? {
    guard isWhole else { return labels(column)?.codes }
    guard let index = mapping[column] ?? table.column(named: column),
      case .labels(let words)? = try? self.column(index, as: .labels)
    else { return nil }
    return words.codes
  }
}

extension Labels {
  /// Takes the words of all rows.
  fileprivate init(all column: LabelColumn) {
    names = column.words.texts
    codes = column.codes
    firstRows = column.firstRows.map { Int($0) }
  }

  /// Keeps the words that the rows use, in the order in which they use them.
  fileprivate init(_ numbers: some Sequence<Int32>, words: Words) {
    var renumbered = [Int32](repeating: Labels.missing, count: words.count)
    for (row, number) in numbers.enumerated() {
      guard number != Labels.missing else {
        codes.append(Labels.missing)
        continue
      }
      if renumbered[Int(number)] == Labels.missing {
        renumbered[Int(number)] = Int32(names.count)
        names.append(words.text(Int(number)))
        firstRows.append(row)
      }
      codes.append(renumbered[Int(number)])
    }
  }
}
