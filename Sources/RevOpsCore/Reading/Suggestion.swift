/// The known word a typing error most likely meant, or nil where none is near enough.
///
/// Near enough is an edit distance of at most a third of the word's length, and at least 1; letter case does
/// not count, nor whether parts are joined by `_`, `-`, `.` or a space. Of equally near words the first wins.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  suggestions(for: word, among: candidates, limit: 1).first ?? begun(by: word, among: candidates)
}

/// The only known word that begins with a shortened one of three letters or more: `warning` for `warn`.
private func begun(by word: String, among candidates: some Sequence<String>) -> String? {
  let start = folded(word)
  guard start.count >= 3 else { return nil }
  let begun = Set(candidates.filter { folded($0).starts(with: start) })
  return begun.count == 1 ? begun.first : nil
}

/// The known words near a mistyped one, nearest first, at most `limit` of them.
public func suggestions(
  for word: String, among candidates: some Sequence<String>, limit: Int
) -> [String] {
  let wanted = folded(word)
  let cutoff = max(wanted.count, 3) / 3
  var near: [(distance: Int, order: Int, word: String)] = []
  for (order, candidate) in candidates.enumerated() {
    let scalars = folded(candidate)
    guard abs(scalars.count - wanted.count) <= cutoff else { continue }
    let distance = editDistance(wanted, scalars)
    if distance <= cutoff { near.append((distance, order, candidate)) }
  }
  near.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
  return near.prefix(max(limit, 0)).map(\.word)
}

/// How many letters to insert, delete, replace or swap with their neighbour turn one word into the other.
///
/// The optimal string alignment form of the Damerau-Levenshtein distance: no part is edited twice, so that
/// `ca` to `abc` takes 3. Time is the product of the lengths, memory that of three rows.
///
/// Source: Damerau, Communications of the ACM 7 (1964), 171-176.
func editDistance(_ a: [UInt32], _ b: [UInt32]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var row = beforeLast
  for i in 1...a.count {
    row[0] = i
    for j in 1...b.count {
      let replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      var best = min(replaced, last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        best = min(best, beforeLast[j - 2] + 1)
      }
      row[j] = best
    }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count]
}

/// The scalars of a word as it is compared: ASCII letters in lower case, separators as `_`.
func folded(_ word: String) -> [UInt32] {
  word.unicodeScalars.map { scalar in
    switch scalar {
    case "A"..."Z": scalar.value + 32
    case "-", " ", ".": 0x5F
    default: scalar.value
    }
  }
}
