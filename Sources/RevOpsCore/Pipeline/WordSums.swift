/// Sums that can be made of those over parts.
protocol Summable: Sendable {
  /// The sums over nothing.
  init()
  /// Takes in the sums over others.
  mutating func add(_ other: Self)
}

/// Sums over deals by the words of one column, made of any number of parts of a table.
struct WordSums<Sums: Summable>: Sendable {
  /// The column; nil for all deals together.
  let column: String?
  /// The words; empty until all deals have gone by.
  private(set) var names: [String] = [] {
    didSet { numbers = Dictionary(uniqueKeysWithValues: names.indices.map { (names[$0], Int32($0)) }) }
  }
  /// The number of each word.
  private var numbers: [String: Int32] = [:]
  /// The sums of the deals without a word, then of those of each word.
  private(set) var sums = [Sums()]

  /// No deals yet.
  init(column: String?) { self.column = column }

  /// Adds to the sums of each row's word.
  ///
  /// - Parameters:
  ///   - rows: How many rows there are.
  ///   - codes: The number of each row's word; not looked at for all deals together.
  ///   - body: Adds a row to its sums.
  @inline(__always)
  mutating func add(_ rows: Int, _ codes: [Int32], _ body: (inout Sums, Int) -> Void) {
    for row in 0..<rows {
      let place = column == nil ? 0 : place(of: codes[row])
      while place >= sums.count { sums.append(Sums()) }
      body(&sums[place], row)
    }
  }

  /// Changes the sums of a word by its number.
  mutating func change(_ code: Int32, _ body: (inout Sums) -> Void) { body(&sums[place(of: code)]) }

  /// Changes the sums of a word.
  mutating func change(_ word: String?, _ body: (inout Sums) -> Void) {
    change(word.flatMap { numbers[$0] } ?? Labels.missing, body)
  }

  /// Names the words.
  mutating func name(_ names: [String]) { self.names = names }

  /// Takes in the sums of others by the same column, in which words may have other numbers.
  mutating func append(_ next: Self) {
    sums += (sums.count..<max(names.count + 1, sums.count)).map { _ in Sums() }
    sums[0].add(next.sums[0])
    names += next.names.filter { numbers[$0] == nil }
    sums += (sums.count..<names.count + 1).map { _ in Sums() }
    for (index, name) in next.names.enumerated() where index + 1 < next.sums.count {
      if let number = numbers[name] { sums[Int(number) + 1].add(next.sums[index + 1]) }
    }
  }

  /// The sums over all deals.
  var total: Sums { sums.reduce(into: Sums()) { $0.add($1) } }

  /// Where the sums of a word stand.
  private func place(of code: Int32) -> Int { code == Labels.missing ? 0 : Int(code) + 1 }
}
