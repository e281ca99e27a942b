extension OpportunityReader {
  /// Refuses owners that the table of reps does not have: nobody would answer for their deals.
  ///
  /// An owner is written as a rep's name, id or address; letter case, accents and punctuation do not count.
  mutating func placeOwners(among reps: DataTable) {
    guard let owners = data.labels("owner") else { return }
    let unknown = Self.unplaced(owners.names, among: reps)
    guard !unknown.isEmpty else { return }
    let names = reps.labels("name")?.names ?? []
    var rows: [Int: Int] = [:]
    for code in owners.codes where code != Labels.missing { rows[Int(code), default: 0] += 1 }
    for code in unknown.prefix(CellProblems.listed) {
      let name = owners.names[code]
      add(
        "pipeline.unknown-owner",
        "owner '\(printable(name))' of \(Self.rows(rows[code] ?? 0)) is not in the table of reps",
        owners.firstRows[code], "owner",
        hint: didYouMean(name, among: names) ?? "add the rep to '\(reps.source.file)', or mend the owner")
    }
    let unlisted = unknown.count - CellProblems.listed
    if unlisted > 0 { problems.append(.more("and \(unlisted) more owners", than: problems)) }
  }

  /// Which of some owners the table of reps does not have; none where it names nobody.
  ///
  /// A condition on the deals leaves out no person: a deal of one region may be owned by a rep of another.
  static func unplaced(_ owners: [String], among reps: DataTable) -> [Int] {
    let reps = reps.withAllRows
    var known: Set<String> = []
    for column in ["name", "id", "email"] {
      for word in reps.labels(column)?.names ?? [] { known.formUnion(spellings(word)) }
    }
    guard !known.isEmpty else { return [] }
    return owners.indices.filter { known.isDisjoint(with: spellings(owners[$0])) }
  }

  /// A word and its key, under either of which it is found.
  private static func spellings(_ word: String) -> Set<String> {
    if RecordID.isSalesforce(word) { return [RecordID.plain(word)] }
    let key = ImportKey(word).text
    return key.isEmpty ? [word] : [word, key]
  }
}
