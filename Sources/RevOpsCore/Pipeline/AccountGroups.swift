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
    var firsts: [String: Int] = [:]
    func join(_ key: String, _ record: Int) {
      guard let first = firsts[key] else {
        firsts[key] = record
        return
      }
      let (a, b) = (root(first), root(record))
      parents[max(a, b)] = min(a, b)
    }
    for record in names.indices {
      let key = companyKey(names[record])
      if !key.isEmpty { join("name " + key, record) }
      let domain = domains.indices.contains(record) ? domains[record].flatMap(companyDomain) : nil
      if let domain { join("domain " + domain, record) }
    }
    var members: [Int: [Int]] = [:]
    for record in names.indices { members[root(record), default: []].append(record) }
    groups = members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}

/// The name of a company as it is compared: `Acme, Inc.`, `ACME Corp` and `The Acme Company` are `acme`.
///
/// Case, accents, blanks and punctuation do not count, nor a legal form at the end or `The` at the beginning.
func companyKey(_ name: String) -> String {
  var words = plainWords(name)[...]
  while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
  if words.count > 1, words.first == "the" { words.removeFirst() }
  return words.joined()
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
private let legalForms: Set<String> = [
  "inc", "incorporated", "llc", "llp", "lp", "ltd", "limited", "corp", "corporation", "co", "company", "and",
  "plc", "gmbh", "ag", "kg", "se", "ug", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "asa",
  "oy",
  "oyj", "aps", "pty", "pte", "kk", "sl", "slu", "ltda", "sro", "zoo",
]
