/// Finds names of companies that a slip of the pen made of others, in time that grows with the names.
///
/// Precision comes before reach: a pair that is missed costs a look, two companies taken for one cost a customer. Two
/// names are one where all words but one are equal, and that word differs by one `Slip` that people make in words of
/// its length. Of the two spellings one stands in no other name, since a word that many names share is no slip.
///
/// Words that share a spelling with one letter left out are compared and no others (the deletion neighbourhood), so
/// that no name is held against all the others. Only words of the letters A to Z are looked at.
struct MisspeltNames {
  private var words = Words()
  /// In how many names each word stands.
  private var uses: [Int32] = []
  /// The last name that each word stands in.
  private var lastNames: [Int32] = []
  /// The words of all names, one name behind the other.
  private var parts: [Int32] = []
  /// Where the words of each name end.
  private var ends: [Int] = []

  /// More words than this that differ in one place are a series, of which none is a slip.
  private static let series = 64

  /// Adds a name that no name before it equals, by its words in plain letters: one call for each.
  mutating func addWord(_ letters: UnsafeBufferPointer<UInt8>) {
    let number = words.number(of: letters)
    if Int(number) == uses.count {
      uses.append(0)
      lastNames.append(-1)
    }
    let name = Int32(truncatingIfNeeded: ends.count)
    if lastNames[Int(number)] != name {
      uses[Int(number)] += 1
      lastNames[Int(number)] = name
    }
    parts.append(number)
  }

  /// Ends the name of the words added last.
  mutating func endName() { ends.append(parts.count) }

  /// The words of a name.
  private func parts(of name: Int) -> [Int32] {
    Array(parts[(name == 0 ? 0 : ends[name - 1])..<ends[name]])
  }

  private func letters(of word: Int) -> [UInt8] { words.withBytes(of: word) { Array($0) } }

  /// The pairs of names that are one, by the order in which they were added; ascending, each once.
  func pairs() -> [(Int, Int)] {
    let entries = neighbourhood()
    // Only few words have a neighbour, and without any no name need be found by its words.
    guard zip(entries, entries.dropFirst()).contains(where: { $0.hash == $1.hash }) else { return [] }
    var byHash: [UInt64: Int32] = [:]
    byHash.reserveCapacity(ends.count)
    for name in ends.indices {
      let hash = Self.hash(parts[(name == 0 ? 0 : ends[name - 1])..<ends[name]])
      if byHash[hash] == nil { byHash[hash] = Int32(truncatingIfNeeded: name) }
    }
    var found: Set<[Int]> = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
      if end - start <= Self.series {
        for first in start..<end {
          for second in first + 1..<max(end, first + 1) {
            compare(Int(entries[first].word), Int(entries[second].word), byHash, &found)
          }
        }
      }
      start = end
    }
    return found.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }
  }

  /// Each word that can hold a slip, as it is and with each letter but its first left out, ordered by spelling.
  private func neighbourhood() -> [(hash: UInt64, word: Int32)] {
    var entries: [(hash: UInt64, word: Int32)] = []
    for word in 0..<words.count {
      let number = Int32(truncatingIfNeeded: word)
      words.withBytes(of: word) { letters in
        guard Slip.isPossible(in: letters) else { return }
        entries.append((Self.hash(letters, without: nil), number))
        // Leaving out either of two equal neighbours gives one spelling.
        for index in 1..<letters.count where index == 1 || letters[index] != letters[index - 1] {
          entries.append((Self.hash(letters, without: index), number))
        }
      }
    }
    entries.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
    return entries
  }

  private func compare(_ a: Int, _ b: Int, _ byHash: [UInt64: Int32], _ found: inout Set<[Int]>) {
    guard uses[a] == 1 || uses[b] == 1, let slip = Slip(letters(of: a), letters(of: b)) else { return }
    for (rare, other) in [(a, b), (b, a)] where uses[rare] == 1 {
      let name = Int(lastNames[rare])
      let own = parts(of: name)
      guard let place = own.firstIndex(of: Int32(rare)) else { continue }
      var others = own
      others[place] = Int32(other)
      guard let match = byHash[Self.hash(others)], parts(of: Int(match)) == others else { continue }
      let isAmongOthers = own.indices.contains { index in
        index != place && words.withBytes(of: Int(own[index])) { $0.count >= 3 }
      }
      if slip.isLikely(amongOtherWords: isAmongOthers) { found.insert([name, Int(match)].sorted()) }
    }
  }

  private static func hash(_ letters: UnsafeBufferPointer<UInt8>, without left: Int?) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for (index, letter) in letters.enumerated() where index != left {
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
    }
    return hash
  }

  private static func hash(_ words: some Collection<Int32>) -> UInt64 {
    words.reduce(UInt64(words.count)) { hash, word in
      TextHash.mixed(hash ^ UInt64(UInt32(bitPattern: word)) ^ 0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9)
    }
  }
}

/// One slip of the pen between two spellings of a word: two letters swapped, one too many, or one in place of another.
struct Slip {
  private enum Kind {
    /// Two neighbours changed places.
    case swapped
    /// A vowel stands twice.
    case doubledVowel
    /// A letter too many, or one too few.
    case extra
    /// A letter in place of its neighbour on the keyboard, or of one that sounds like it.
    case neighbour
  }

  private let kind: Kind
  /// How long the shorter spelling is.
  private let length: Int

  /// Takes two spellings apart; nil where more than one slip, or none that people make, lies between them.
  init?(_ a: [UInt8], _ b: [UInt8]) {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    length = short.count
    guard
      let at = short.indices.first(where: { short[$0] != long[$0] }) ?? (long.count > length ? length : nil),
      at > 0
    else { return nil }
    if long.count == length + 1 {
      guard long[(at + 1)...].elementsEqual(short[at...]) else { return nil }
      let isDoubled = long[at] == long[at - 1]
      if isDoubled, Self.vowels.contains(long[at]) {
        kind = .doubledVowel
      } else if at < length || isDoubled {
        kind = .extra
      } else {
        return nil  // Endings make other words: marine, mariner.
      }
    } else if long.count == length, short[(at + 1)...].elementsEqual(long[(at + 1)...]) {
      guard Self.areNeighbours(short[at], long[at]) else { return nil }
      kind = .neighbour
    } else if long.count == length, at + 1 < length, short[at] == long[at + 1], short[at + 1] == long[at],
      short[(at + 2)...].elementsEqual(long[(at + 2)...])
    {
      kind = .swapped
    } else {
      return nil
    }
  }

  /// Whether the words are one rather than two that happen to be alike.
  ///
  /// Short words that differ in a letter are often two names (Weber and Webber, Intech and Initech): the shorter a
  /// word and the less stands beside it, the less is taken for a slip.
  func isLikely(amongOtherWords: Bool) -> Bool {
    switch kind {
    case .doubledVowel: length >= 4
    case .swapped: length >= 5
    case .extra: length >= (amongOtherWords ? 6 : 8)
    case .neighbour: length >= (amongOtherWords ? 6 : 9)
    }
  }

  /// Whether a word can hold a slip: at least four letters and no Roman number.
  static func isPossible(in word: some Collection<UInt8>) -> Bool {
    word.count >= 4 && word.allSatisfy { 0x61...0x7A ~= $0 }
      && !word.allSatisfy { $0 == UInt8(ascii: "i") || $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "x") }
  }

  private static let vowels = Array("aeiou".utf8)

  private static func areNeighbours(_ a: UInt8, _ b: UInt8) -> Bool {
    neighbours.contains([a, b]) || neighbours.contains([b, a])
  }

  /// Letters beside or above one another on QWERTY keyboards, and pairs that sound alike.
  private static let neighbours: Set<[UInt8]> = {
    let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }
    var pairs: Set<[UInt8]> = [Array("iy".utf8), Array("ck".utf8), Array("sz".utf8)]
    for row in rows { for (a, b) in zip(row, row.dropFirst()) { pairs.insert([a, b]) } }
    for (upper, lower) in zip(rows, rows.dropFirst()) {
      // Each key touches the one below it and the one below its left neighbour.
      for (index, letter) in lower.enumerated() {
        pairs.insert([upper[index], letter])
        if index + 1 < upper.count { pairs.insert([upper[index + 1], letter]) }
      }
    }
    return pairs
  }()
}
