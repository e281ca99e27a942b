/// A ramp fitted from what sellers were credited with in each month of their tenure.
///
///     y(k)    = credited in month k of tenure / (quota / 12)
///     full    = mean of y over the months after the twelfth
///     ramp(k) = mean of y(k) over sellers / full, made to never fall, at most 1
///
/// Only months of tenure that lie whole within the data count, and only sellers with a quota and a start. A later
/// month below an earlier one is pooled with it, weighed by sellers (isotonic regression). The fit is used where
/// enough sellers were seen in each month up to one that is full.
///
/// Source: Ayer and others, Annals of Mathematical Statistics 26 (1955), 641–647, on the pooling.
public struct RampFit: Hashable, Sendable, Encodable {
  /// A month of tenure.
  struct Month: Hashable, Sendable, Encodable {
    /// From 1.
    var tenure: Int
    /// Sellers seen through the whole of it.
    var sellers: Int
    /// Their mean share of a full month, and how far they lie apart: the sample's standard deviation.
    var share: Figure
    var sd: Figure
    /// The share after pooling.
    var fitted: Figure
  }

  /// Sellers with at least one month within their first year.
  var sellers: Int
  /// What a month after the first year brings, as a share of a month's quota, and over how many months.
  var fullLevel: Figure
  var fullMonths: Int
  /// Months that each take part with at least this many sellers.
  var leastSellers: Int
  var months: [Month]
  /// Whether the model counts with it.
  var isUsed = false
  /// Why it cannot be used; empty where it can.
  var reason: String

  enum CodingKeys: String, CodingKey {
    case sellers, fullLevel = "full_level", fullMonths = "full_months", leastSellers = "least_sellers"
    case months, isUsed = "is_used", reason
  }

  /// The ramp that follows; nil where there is too little to go by.
  var ramp: Ramp? {
    guard reason.isEmpty else { return nil }
    let shares = months.compactMap(\.fitted.value)
    let full = shares.firstIndex { $0 >= Self.fullFrom } ?? shares.count
    return Ramp(shares: Array(shares[..<full]) + [1])
  }

  private static let horizon = 12
  /// A month at this share of a full one ends the ramp.
  private static let fullFrom = 0.95

  /// Fits what the tables hold up to a day.
  ///
  /// - Parameters:
  ///   - sellers: Who started when, at which quota; people who moved once.
  ///   - credits: What they were credited with.
  ///   - asOf: The last day of the data.
  ///   - leastSellers: How many have to be seen in a month of tenure.
  init(_ sellers: [Seller], _ credits: [SellerCredit], asOf: CalendarDate, leastSellers: Int) {
    self.leastSellers = leastSellers
    let firstDay = credits.map(\.day).min().map(\.startOfMonth) ?? asOf
    let data = Period(from: firstDay, to: asOf.adding(days: 1))
    var byTenure = [[Double]](repeating: [], count: Self.horizon)
    var later: [Double] = []
    var seen = 0
    let byKey = credits.byKey(of: sellers)
    for seller in sellers {
      guard let start = seller.start, let quota = seller.quota, quota > 0 else { continue }
      let own = byKey[seller.key] ?? []
      let last = min(data.end, seller.lastDay?.adding(days: 1) ?? .latest)
      var hasEarly = false
      // Months of tenure that end before the data begins are not looked at.
      let from = max(1, (data.start - start) / 32)
      for tenure in from...max(from, (last - start) / 28 + 1) {
        let month = Period(from: start.adding(months: tenure - 1), to: start.adding(months: tenure))
        guard month.start >= data.start, month.end <= last,
          !seller.leaves.contains(where: { $0.overlap(with: month).days > 0 })
        else { continue }
        let credited = own.reduce(0) { month.contains($1.day) ? $0 + $1.amount : $0 }
        if tenure <= Self.horizon {
          byTenure[tenure - 1].append(credited / quota * 12)
          hasEarly = true
        } else {
          later.append(credited / quota * 12)
        }
      }
      if hasEarly { seen += 1 }
    }
    self.sellers = seen
    fullMonths = later.count
    let full = later.isEmpty ? 0 : later.reduce(0, +) / Double(later.count)
    fullLevel =
      full > 0 ? .value(full) : .absent(because: "needs credits of sellers in their second year or later")
    months = Self.months(byTenure, full: fullLevel)
    reason = ""
    reason = obstacle
  }

  private static func months(_ byTenure: [[Double]], full: Figure) -> [Month] {
    let none = Figure.absent(because: "nobody was seen in this month of tenure")
    let means: [Double?] = byTenure.map { values in
      full.value.flatMap { full in
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) / full
      }
    }
    let known = means.prefix { $0 != nil }.compactMap(\.self)
    let fitted = neverFalling(known, weights: byTenure.map { Double($0.count) })
    return byTenure.indices.map { index in
      let values = byTenure[index]
      let sd: Figure = full.flatMap { full in
        guard values.count > 1 else { return .absent(because: "needs two sellers") }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return .value((squares / Double(values.count - 1)).squareRoot() / full)
      }
      return Month(
        tenure: index + 1, sellers: values.count, share: means[index].map { .value($0) } ?? none, sd: sd,
        fitted: fitted.indices.contains(index) ? .value(min(1, max(0, fitted[index]))) : none)
    }
  }

  /// The nearest course that never falls, by weighed squares: neighbours that fall are pooled.
  static func neverFalling(_ values: [Double], weights: [Double]) -> [Double] {
    var pools: [(mean: Double, weight: Double, count: Int)] = []
    for (value, weight) in zip(values, weights) {
      pools.append((value, max(weight, 1e-12), 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        let before = pools.removeLast()
        let weight = before.weight + last.weight
        pools.append(
          (
            (before.mean * before.weight + last.mean * last.weight) / weight, weight,
            before.count + last.count
          ))
      }
    }
    return pools.flatMap { [Double](repeating: $0.mean, count: $0.count) }
  }

  private var obstacle: String {
    if let reason = fullLevel.reason { return reason }
    let enough = months.prefix { $0.sellers >= leastSellers }
    guard let last = enough.last else {
      return
        "needs \(leastSellers) sellers in each month of tenure; \(months.map(\.sellers).max() ?? 0) were seen"
    }
    let reaches = enough.contains { ($0.fitted.value ?? 0) >= Self.fullFrom }
    guard reaches || enough.count == Self.horizon else {
      return
        "\(leastSellers) sellers were seen up to month \(last.tenure) only, and were not through their ramp"
    }
    return ""
  }
}
