/// Records that stand for one company, found by keys, so that time grows with the records alone.
///
/// Two records are one company where their names have one key, where they have one domain, or where one name is the
/// other with a slip of the pen, unless their domains say that they are two.
struct AccountGroups: Hashable, Sendable {
  /// Why records are taken for one company.
  enum Reason: String, Hashable, Sendable, CaseIterable, Encodable { case name, domain, spelling }

  /// The records of one company.
  struct Group: Hashable, Sendable {
    /// Ascending.
    var records: [Int]
    /// What joins them, in a fixed order.
    var reasons: [Reason]
  }

  /// Each company that has several records; by the first of each.
  private(set) var groups: [Group] = []
  /// How many records stand for a company that another record already holds.
  var duplicates: Int { groups.reduce(0) { $0 + $1.records.count - 1 } }

  /// Groups records by name and, where they have one, by domain.
  init(names: [String], domains: [String?]) {
    var links = Links(count: names.count)
    var hasher = CompanyHash()
    let keys = names.map { hasher.hash(of: $0) }
    var known = EqualRows(capacity: names.count)
    var byDomain: [String: Int] = [:]
    var spellings = Spellings()
    for record in names.indices {
      var first: Int?
      if keys[record] != 0 {
        first = known.add(record, keys, equal: { companyKey(names[$0]) == companyKey(names[$1]) })
        if let first {
          links.join(first, record, .name)
        } else {
          spellings.add(names[record], record, &hasher)
        }
      }
      guard domains.indices.contains(record), let domain = domains[record].flatMap(companyDomain) else {
        continue
      }
      if keys[record] != 0 { spellings.add(domain: domain, of: first ?? record) }
      if let first = byDomain[domain] {
        links.join(first, record, .domain)
      } else {
        byDomain[domain] = record
      }
    }
    for (first, second) in spellings.pairs() { links.join(first, second, .spelling) }
    groups = links.groups()
  }

  /// Sets of records that grow together.
  private struct Links {
    private var parents: [Int]
    private var made: [(record: Int, reason: Reason)] = []

    init(count: Int) { parents = Array(0..<count) }

    private mutating func root(_ record: Int) -> Int {
      var record = record
      while parents[record] != record {
        parents[record] = parents[parents[record]]
        record = parents[record]
      }
      return record
    }

    mutating func join(_ first: Int, _ record: Int, _ reason: Reason) {
      let (a, b) = (root(first), root(record))
      parents[max(a, b)] = min(a, b)
      made.append((record, reason))
    }

    mutating func groups() -> [Group] {
      var members: [Int: [Int]] = [:]
      for record in parents.indices where parents[record] != record {
        let root = root(record)
        members[root, default: [root]].append(record)
      }
      var reasons: [Int: Set<Reason>] = [:]
      for (record, reason) in made { reasons[root(record), default: []].insert(reason) }
      return members.sorted { $0.key < $1.key }.map { root, records in
        Group(records: records, reasons: Reason.allCases.filter { reasons[root]?.contains($0) == true })
      }
    }
  }

  /// The names that no record before has, with what their domains call the company.
  private struct Spellings {
    private var names = MisspeltNames()
    private var records: [Int] = []
    private var labels: [Int: Set<String>] = [:]

    mutating func add(_ name: String, _ record: Int, _ reader: inout CompanyHash) {
      reader.forEachWord(of: name) { names.addWord($0) }
      names.endName()
      records.append(record)
    }

    mutating func add(domain: String, of record: Int) {
      labels[record, default: []].insert(domainLabel(domain))
    }

    /// The records whose names are one but for a slip; not those whose domains are of two companies.
    func pairs() -> [(Int, Int)] {
      names.pairs().map { (records[$0.0], records[$0.1]) }.filter { first, second in
        guard let ours = labels[first], let theirs = labels[second] else { return true }
        return !ours.isDisjoint(with: theirs)
      }
    }
  }
}

/// The name of a company as it is compared: `Acme, Inc.`, `ACME Corp` and `The Acme Company` are `acme`.
///
/// Case, accents, blanks and punctuation do not count, nor a legal form at the end or `The` at the beginning.
func companyKey(_ name: String) -> String { companyWords(name).joined() }

/// The words of the name of a company as they are compared.
func companyWords(_ name: String) -> [String] {
  var words = plainWords(name)[...]
  let forms = LegalForms()
  while words.count > 1, let last = words.last, forms.contains(last.utf8) { words.removeLast() }
  if words.count > 1, words.first == "the" { words.removeFirst() }
  return Array(words)
}

/// The number of the name of a company as it is compared, the same for equal keys, and its words.
///
/// A name of ASCII letters is told by its bytes; any other by `companyKey`.
struct CompanyHash {
  private var letters = [UInt8](repeating: 0, count: 64)
  private var words = [Word](repeating: Word(), count: 64)
  private let classes = LetterClass.all
  private let forms = LegalForms()

  /// A word of the name: where it ends among the letters, and its own packed into a number.
  private struct Word {
    var end = 0
    /// Its letters, the last in the lowest byte; those of more than eight letters are told by their bytes.
    var packed: UInt64 = 0
  }

  /// The number of a name; zero for one whose key is empty.
  mutating func hash(of name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { hash(of: $0) }
  }

  mutating func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let counting = read(bytes) else { return slowHash(of: bytes) }
    guard !counting.isEmpty else { return 0 }
    let start = counting.lowerBound == 0 ? 0 : words[counting.lowerBound - 1].end
    let end = words[counting.upperBound - 1].end
    return letters.withUnsafeBufferPointer {
      max(TextHash.of(UnsafeBufferPointer(rebasing: $0[start..<end])), 1)
    }
  }

  /// Calls for each word of a name as `companyWords` has them; their bytes are valid during the call only.
  mutating func forEachWord(of name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var name = name
    guard let counting = name.withUTF8({ read($0) }) else {
      for word in companyWords(name) { Array(word.utf8).withUnsafeBufferPointer(body) }
      return
    }
    letters.withUnsafeBufferPointer { letters in
      for index in counting {
        let start = index == 0 ? 0 : words[index - 1].end
        body(UnsafeBufferPointer(rebasing: letters[start..<words[index].end]))
      }
    }
  }

  /// Reads a name into `letters` and `words`.
  ///
  /// - Parameter bytes: The name.
  /// - Returns: Which of the words count; nil where the full rules are needed.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    if letters.count < bytes.count {
      letters = [UInt8](repeating: 0, count: bytes.count * 2)
      words = [Word](repeating: Word(), count: bytes.count * 2)
    }
    let (classes, forms) = (classes, forms)
    return letters.withUnsafeMutableBufferPointer { letters in
      words.withUnsafeMutableBufferPointer { words in
        classes.withUnsafeBufferPointer { classes in Self.read(bytes, letters, words, classes, forms) }
      }
    }
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ letters: UnsafeMutableBufferPointer<UInt8>,
    _ words: UnsafeMutableBufferPointer<Word>, _ classes: UnsafeBufferPointer<UInt8>, _ forms: LegalForms
  ) -> Range<Int>? {
    var (count, start, wordCount) = (0, 0, 0)
    var packed: UInt64 = 0
    func endWord() {
      if count > start {
        words[wordCount] = Word(end: count, packed: packed)
        wordCount += 1
      }
      start = count
      packed = 0
    }
    for byte in bytes {
      let letter = classes[Int(byte)]
      if letter > LetterClass.joins {
        letters[count] = letter
        count += 1
        packed = packed << 8 | UInt64(letter)
      } else if letter == LetterClass.parts {
        endWord()
      } else if letter == LetterClass.special {
        return nil
      }
    }
    endWord()
    while wordCount > 1 {
      let (word, start) = (words[wordCount - 1], words[wordCount - 2].end)
      let isForm =
        word.end - start > 8
        ? forms.contains(UnsafeMutableBufferPointer(rebasing: letters[start..<word.end]))
        : forms.contains(packed: word.packed)
      guard isForm else { break }
      wordCount -= 1
    }
    let isArticle = wordCount > 1 && words[0].end == 3 && words[0].packed == LegalForms.the
    return (isArticle ? 1 : 0)..<wordCount
  }

  /// What a byte is in the name of a company.
  private enum LetterClass {
    static let parts: UInt8 = 0
    /// `&` and what is not ASCII: only the full rules know what it means.
    static let special: UInt8 = 1
    /// A point or an apostrophe, which joins what stands around it.
    static let joins: UInt8 = 2
    /// For each byte one of these, or the small letter or digit that it counts as.
    static let all: [UInt8] = (0..<256).map { value in
      switch UInt8(value) {
      case 0x30...0x39, 0x61...0x7A: UInt8(value)
      case 0x41...0x5A: UInt8(value) | 0x20
      case UInt8(ascii: "."), UInt8(ascii: "'"): joins
      case UInt8(ascii: "&"), 0x80...0xFF: special
      default: parts
      }
    }
  }

  private func slowHash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key = companyKey(String(decoding: bytes, as: UTF8.self))
    return key.isEmpty ? 0 : key.withUTF8 { max(TextHash.of($0), 1) }
  }
}

/// A text as it is compared: its letters and digits in small letters, without blanks.
func plainKey(_ text: String) -> String { plainWords(text).joined() }

/// The words of a text in small letters without accents; `&` is `and`, points and apostrophes join.
private func plainWords(_ text: String) -> [String] {
  var words: [String] = []
  var word: [UInt8] = []
  func end() {
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
  }
  for scalar in text.unicodeScalars {
    switch scalar {
    case ".", "'", "’": continue
    case "&":
      end()
      words.append("and")
    default:
      let count = word.count
      ImportKey.add(scalar, to: &word)
      guard word.count == count else { continue }
      if scalar.value >= 0x80, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word += scalar.properties.lowercaseMapping.utf8
      } else {
        end()
      }
    }
  }
  end()
  return words
}

/// The domain as it is compared: without scheme, path and `www`; nil for none, and for those of free mail.
private func companyDomain(_ text: String) -> String? {
  var domain = text.lowercased().utf8[...]
  // Most are without a scheme, and to look for one takes long.
  if domain.contains(UInt8(ascii: ":")), let scheme = domain.firstRange(of: "://".utf8) {
    domain = domain[scheme.upperBound...]
  }
  if let at = domain.lastIndex(of: UInt8(ascii: "@")) { domain = domain[at...].dropFirst() }
  domain = domain.prefix { !"/?#:".utf8.contains($0) }
  if domain.starts(with: "www.".utf8) { domain = domain.dropFirst(4) }
  guard domain.contains(UInt8(ascii: ".")) else { return nil }
  let name = String(Substring(domain))
  return freeMail.contains(name) ? nil : name
}

/// What a domain calls the company: `acme` of `acme.com`, `eu.acme.de` and `acme.co.uk`.
private func domainLabel(_ domain: String) -> String {
  var parts = domain.utf8.split(separator: UInt8(ascii: ".")).map { Substring($0) }.dropLast()
  if parts.count > 1, let last = parts.last, ["co", "com", "org", "net", "ac", "gov"].contains(last) {
    parts.removeLast()
  }
  return parts.last.map { String($0) } ?? domain
}

private let freeMail: Set<String> = [
  "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com",
  "me.com",
  "aol.com", "gmx.de", "gmx.net", "web.de", "proton.me", "protonmail.com", "qq.com", "163.com",
]

/// Legal forms as they stand at the end of a name.
private struct LegalForms {
  private static let words = [
    "inc", "incorporated", "llc", "llp", "lp", "ltd", "limited", "corp", "corporation", "co", "company",
    "and",
    "plc", "gmbh", "ag", "kg", "se", "ug", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "asa",
    "oy", "oyj", "aps", "pty", "pte", "kk", "sl", "slu", "ltda", "sro", "zoo",
  ]
  /// The words of up to eight letters as numbers, each in the first free place from its own on; 0 is free.
  private static let all: [UInt64] = {
    var places = [UInt64](repeating: 0, count: 256)
    for word in words.compactMap({ pack($0.utf8) }) {
      var place = LegalForms.place(of: word)
      while places[place] != 0 { place = (place + 1) & 255 }
      places[place] = word
    }
    return places
  }()
  private static let long = words.filter { $0.utf8.count > 8 }
  private let packed = Self.all

  private static func place(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  func contains(_ word: some Collection<UInt8>) -> Bool {
    Self.pack(word).map { contains(packed: $0) } ?? Self.long.contains { word.elementsEqual($0.utf8) }
  }

  /// Whether a word of up to eight letters is one, by its number.
  func contains(packed word: UInt64) -> Bool {
    var place = Self.place(of: word)
    while packed[place] != 0 {
      if packed[place] == word { return true }
      place = (place + 1) & 255
    }
    return false
  }

  /// The article, as words are packed.
  static let the: UInt64 = 0x746865

  /// A word of up to eight letters as a number.
  private static func pack(_ word: some Collection<UInt8>) -> UInt64? {
    guard word.count <= 8 else { return nil }
    return word.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
