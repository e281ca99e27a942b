/// What somebody was credited with on a day.
struct SellerCredit: Hashable, Sendable {
  /// The id or the name of the `reps` table.
  var rep: String
  var day: CalendarDate
  /// The deal's amount times the share, in currency units.
  var amount: Double
}

extension Workspace {
  /// The rows of the `credits` table that name somebody, a day and an amount; nil where the workspace has no such
  /// table.
  func sellerCredits() throws(InputErrors) -> [SellerCredit]? {
    if let roster = keptRoster { return roster.credits }
    guard let table = table("credits") else { return nil }
    let reps = table.texts("rep")
    let days = try table.dates("date") ?? []
    let amounts = try table.values("amount", "credits.mixed-currencies", in: company)
    let shares = try table.shares("share")
    return table.rows.indices.compactMap { row in
      guard let rep = reps[row], days.indices.contains(row), let day = days[row], let amount = amounts[row]
      else { return nil }
      return SellerCredit(rep: RecordID.plain(rep), day: day, amount: amount * (shares[row] ?? 1))
    }
  }
}

extension DataTable {
  /// A column of shares as fractions; where one of them is above 1 without a sign, all are hundredths.
  fileprivate func shares(_ column: String) throws(InputErrors) -> [Double?] {
    guard let index = mapping[column] else { return Array(repeating: nil, count: rowCount) }
    var rates = try table.rates(index, isPercent: false, decimal: source.decimal)
    if rows.contains(where: { rates[$0] > 1 }) {
      rates = try table.rates(index, isPercent: true, decimal: source.decimal)
    }
    return rows.map { rates[$0].isNaN ? nil : rates[$0] }
  }
}

extension [SellerCredit] {
  /// What each person was credited with in a period, by `Seller.key`.
  func sums(in period: Period, of sellers: [Seller]) -> [String: Double] {
    let keys = keys(of: sellers)
    var sums: [String: Double] = [:]
    for credit in self where period.contains(credit.day) {
      if let key = keys[credit.rep] { sums[key, default: 0] += credit.amount }
    }
    return sums
  }

  /// The credits of each person, by `Seller.key`.
  func byKey(of sellers: [Seller]) -> [String: [SellerCredit]] {
    let keys = keys(of: sellers)
    var groups: [String: [SellerCredit]] = [:]
    for credit in self {
      if let key = keys[credit.rep] { groups[key, default: []].append(credit) }
    }
    return groups
  }

  /// How many credits belong to nobody of the table.
  func unmatched(with sellers: [Seller]) -> Int {
    let keys = keys(of: sellers)
    return count { keys[$0.rep] == nil }
  }

  private func keys(of sellers: [Seller]) -> [String: String] {
    var keys: [String: String] = [:]
    for seller in sellers {
      keys[seller.key] = seller.key
      if keys[seller.name] == nil { keys[seller.name] = seller.key }
    }
    return keys
  }
}
