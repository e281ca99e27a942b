/// Finds names of companies that a slip of the pen made of others, in time that grows with the names.
///
/// Precision comes before reach: a pair that is missed costs a look, two companies taken for one cost a customer. Two
/// names are one where all words but one are equal, and that word differs by one `Slip` that people make in words of
/// its length. Of the two spellings one stands in no other name, since a word that many names share is no slip.
///
/// Words that share a spelling with one letter left out are compared and no others (the deletion neighbourhood), so
/// that no name is held against all the others. Only words of the letters A to Z are looked at.
struct MisspeltNames {
  /// The number of each word.
  private var numbers: [String: Int32] = [:]
  private var words: [Word] = []
  /// The words of each name.
  private var names: [[Int32]] = []
  private var byHash: [UInt64: Int32] = [:]

  private struct Word {
    var letters: [UInt8]
    /// How many names it stands in, and the last of them.
    var uses = 0
    var name: Int32 = -1
  }

  /// More words than this that differ in one place are a series, of which none is a slip.
  private static let series = 64

  /// Adds a name that no other name before it equals, by its words in plain letters.
  mutating func add(_ parts: [String]) {
    let name = Int32(truncatingIfNeeded: names.count)
    var numbers: [Int32] = []
    for part in parts {
      let number = self.number(of: part)
      if words[Int(number)].name != name {
        words[Int(number)].uses += 1
        words[Int(number)].name = name
      }
      numbers.append(number)
    }
    names.append(numbers)
    let hash = Self.hash(numbers)
    if byHash[hash] == nil { byHash[hash] = name }
  }

  private mutating func number(of word: String) -> Int32 {
    if let number = numbers[word] { return number }
    let number = Int32(truncatingIfNeeded: words.count)
    numbers[word] = number
    words.append(Word(letters: Array(word.utf8)))
    return number
  }

  /// The pairs of names that are one, by the order in which they were added; ascending, each once.
  func pairs() -> [(Int, Int)] {
    let entries = neighbourhood()
    var found: Set<[Int]> = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
      if end - start <= Self.series {
        for first in start..<end {
          for second in first + 1..<max(end, first + 1) {
            compare(Int(entries[first].word), Int(entries[second].word), &found)
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
    for (number, word) in words.enumerated() where Slip.isPossible(in: word.letters) {
      let number = Int32(truncatingIfNeeded: number)
      entries.append((Self.hash(word.letters, without: nil), number))
      // Leaving out either of two equal neighbours gives one spelling.
      for index in 1..<word.letters.count
      where index == 1 || word.letters[index] != word.letters[index - 1] {
        entries.append((Self.hash(word.letters, without: index), number))
      }
    }
    entries.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
    return entries
  }

  private func compare(_ a: Int, _ b: Int, _ found: inout Set<[Int]>) {
    guard words[a].uses == 1 || words[b].uses == 1, let slip = Slip(words[a].letters, words[b].letters) else {
      return
    }
    for (rare, other) in [(a, b), (b, a)] where words[rare].uses == 1 {
      let name = Int(words[rare].name)
      guard let place = names[name].firstIndex(of: Int32(rare)) else { continue }
      var others = names[name]
      others[place] = Int32(other)
      guard let match = byHash[Self.hash(others)], names[Int(match)] == others else { continue }
      let isAmongOthers = names[name].indices.contains {
        $0 != place && words[Int(names[name][$0])].letters.count >= 3
      }
      if slip.isLikely(amongOtherWords: isAmongOthers) { found.insert([name, Int(match)].sorted()) }
    }
  }

  private static func hash(_ letters: [UInt8], without left: Int?) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for (index, letter) in letters.enumerated() where index != left {
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
    }
    return hash
  }

  private static func hash(_ words: [Int32]) -> UInt64 {
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
  static func isPossible(in word: [UInt8]) -> Bool {
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
