/// Finds the bytes of one text inside another, in time that is the sum of both.
///
/// Source: Knuth, Morris & Pratt, SIAM Journal on Computing 6 (1977), 323-350.
struct ByteSearch {
  private let part: [UInt8]
  /// For each length of the part that fits, how much of it still fits after a byte that does not.
  private let fallback: [Int]

  init(_ text: String) {
    part = Array(text.utf8)
    var fallback = [Int](repeating: 0, count: part.count + 1)
    var fitting = 0
    for index in part.indices.dropFirst() {
      while fitting > 0, part[index] != part[fitting] { fitting = fallback[fitting] }
      if part[index] == part[fitting] { fitting += 1 }
      fallback[index + 1] = fitting
    }
    self.fallback = fallback
  }

  /// Whether the text holds the part; every text holds the empty one.
  func isFound(in text: String) -> Bool {
    guard !part.isEmpty else { return true }
    var fitting = 0
    for byte in text.utf8 {
      while fitting > 0, byte != part[fitting] { fitting = fallback[fitting] }
      if byte == part[fitting] { fitting += 1 }
      if fitting == part.count { return true }
    }
    return false
  }
}
