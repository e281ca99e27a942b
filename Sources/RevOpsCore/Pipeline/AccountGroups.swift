/// Records that stand for one company, found by keys, so that time grows with the records alone.
///
/// Two records are one company where their names have one key, or they have one domain.
struct AccountGroups: Hashable, Sendable {
  /// The records of each company that has several, ascending; by the first of each.
  private(set) var groups: [[Int]] = []
  /// How many records stand for a company that another record already holds.
  var duplicates: Int { groups.reduce(0) { $0 + $1.count - 1 } }

  /// Groups records by name and, where they have one, by domain.
  init(names: [String], domains: [String?]) {
    var parents = Array(names.indices)
    func root(_ record: Int) -> Int {
      var record = record
      while parents[record] != record {
        parents[record] = parents[parents[record]]
        record = parents[record]
      }
      return record
    }
    var hasher = CompanyHash()
    let keys = names.map { hasher.hash(of: $0) }
    var known = EqualRows(capacity: names.count)
    func join(_ first: Int, _ record: Int) {
      let (a, b) = (root(first), root(record))
      parents[max(a, b)] = min(a, b)
    }
    var byDomain: [String: Int] = [:]
    for record in names.indices {
      if keys[record] != 0,
        let first = known.add(record, keys, equal: { companyKey(names[$0]) == companyKey(names[$1]) })
      {
        join(first, record)
      }
      guard domains.indices.contains(record), let domain = domains[record].flatMap(companyDomain) else {
        continue
      }
      if let first = byDomain[domain] { join(first, record) } else { byDomain[domain] = record }
    }
    var members: [Int: [Int]] = [:]
    for record in names.indices where parents[record] != record {
      let root = root(record)
      members[root, default: [root]].append(record)
    }
    groups = members.values.sorted { $0[0] < $1[0] }
  }
}

/// The name of a company as it is compared: `Acme, Inc.`, `ACME Corp` and `The Acme Company` are `acme`.
///
/// Case, accents, blanks and punctuation do not count, nor a legal form at the end or `The` at the beginning.
func companyKey(_ name: String) -> String {
  var words = plainWords(name)[...]
  while words.count > 1, let last = words.last, LegalForms.contains(last.utf8) { words.removeLast() }
  if words.count > 1, words.first == "the" { words.removeFirst() }
  return words.joined()
}

/// The number of the name of a company as it is compared, the same for equal keys; zero for an empty one.
///
/// A name of ASCII letters is told by its bytes; any other by `companyKey`.
struct CompanyHash {
  private var letters: [UInt8] = []
  /// Where each word ends.
  private var ends: [Int] = []

  mutating func hash(of name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { hash(of: $0) }
  }

  private mutating func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    letters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: letters.append(byte)
      case 0x41...0x5A: letters.append(byte | 0x20)
      case UInt8(ascii: "."), UInt8(ascii: "'"): continue
      case UInt8(ascii: "&"), 0x80...: return slowHash(of: bytes)
      default: endWord()
      }
    }
    endWord()
    while ends.count > 1, LegalForms.contains(letters[ends[ends.count - 2]..<ends[ends.count - 1]]) {
      ends.removeLast()
    }
    let start = ends.count > 1 && letters[..<ends[0]].elementsEqual("the".utf8) ? ends[0] : 0
    guard let end = ends.last else { return 0 }
    return letters.withUnsafeBufferPointer {
      max(TextHash.of(UnsafeBufferPointer(rebasing: $0[start..<end])), 1)
    }
  }

  private mutating func endWord() {
    if letters.count > ends.last ?? 0 { ends.append(letters.count) }
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
  var word = ""
  func end() {
    if !word.isEmpty { words.append(word) }
    word = ""
  }
  for scalar in text.unicodeScalars {
    switch scalar {
    case ".", "'", "’": continue
    case "&":
      end()
      words.append("and")
    default:
      let letter = ImportKey.base(of: scalar)
      if !letter.isEmpty {
        word += letter
      } else if scalar.value >= 0x80, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word += scalar.properties.lowercaseMapping
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
  var domain = text.lowercased()[...]
  if let scheme = domain.firstRange(of: "://") { domain = domain[scheme.upperBound...] }
  if let at = domain.lastIndex(of: "@") { domain = domain[domain.index(after: at)...] }
  if let end = domain.firstIndex(where: { "/?#:".contains($0) }) { domain = domain[..<end] }
  if domain.hasPrefix("www.") { domain = domain.dropFirst(4) }
  return domain.contains(".") && !freeMail.contains(String(domain)) ? String(domain) : nil
}

private let freeMail: Set<String> = [
  "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com",
  "me.com",
  "aol.com", "gmx.de", "gmx.net", "web.de", "proton.me", "protonmail.com", "qq.com", "163.com",
]

/// Legal forms as they stand at the end of a name.
private enum LegalForms {
  private static let words = [
    "inc", "incorporated", "llc", "llp", "lp", "ltd", "limited", "corp", "corporation", "co", "company",
    "and",
    "plc", "gmbh", "ag", "kg", "se", "ug", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "asa",
    "oy", "oyj", "aps", "pty", "pte", "kk", "sl", "slu", "ltda", "sro", "zoo",
  ]
  private static let packed = Set(words.compactMap { pack($0.utf8) })
  private static let long = words.filter { $0.utf8.count > 8 }

  static func contains(_ word: some Collection<UInt8>) -> Bool {
    if let packed = pack(word) { return Self.packed.contains(packed) }
    return long.contains { word.elementsEqual($0.utf8) }
  }

  /// A word of up to eight letters as a number.
  private static func pack(_ word: some Collection<UInt8>) -> UInt64? {
    guard word.count <= 8 else { return nil }
    return word.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
