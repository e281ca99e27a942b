extension Quota {
  /// A person's quota against their pay, against the one now in force, and how likely it is to be reached.
  struct Person: Hashable, Sendable, Encodable {
    var rep: String
    var quota: Double
    /// The quota of a whole year at work.
    var annualised: Figure
    /// The yearly quota now in force.
    var lastQuota: Figure
    var quotaInflation: Figure
    var ote: Figure
    var quotaToOte: Figure
    /// Whether the person is through the ramp for the whole of their time.
    var ramped: Bool
    /// The chance to reach the quota.
    var chance: Figure
    /// The role and segment that quota:OTE is judged in.
    var scope: Scope
    /// Where the person's row stands.
    var place: Place?

    enum CodingKeys: String, CodingKey {
      case rep, quota, annualised, lastQuota = "last_quota", quotaInflation = "quota_inflation", ote
      case quotaToOte = "quota_to_ote", ramped, chance
    }
  }

  /// How people's bookings lie about their quota: as if drawn from a normal distribution.
  struct Attainment: Hashable, Sendable, Encodable {
    /// Where it comes from.
    enum Source: String, Hashable, Sendable, Encodable { case stated, measured, none }

    var source: Source
    var mean: Figure
    var sd: Figure
    /// People it was measured over.
    var n: Int

    /// Why there is none.
    var reason: String? { mean.reason }

    /// The chance to reach a quota that is so many times the one the distribution belongs to.
    func chance(at growth: Double) -> Figure {
      guard let mean = mean.value, let sd = sd.value else { return mean.value == nil ? self.mean : self.sd }
      guard sd > 0 else { return .value(mean >= growth ? 1 : 0) }
      return .value(1 - NormalCurve.share(below: (growth - mean) / sd))
    }

    /// The mean and the sample's standard deviation; fewer than five people make no distribution.
    static func measured(_ attainments: [Double]) -> Attainment {
      let count = attainments.count
      guard count >= leastPeople else {
        return Attainment(
          .none,
          because:
            "needs quota.attainment, or credits of \(leastPeople) people over a whole year; \(count) have them"
        )
      }
      let mean = attainments.reduce(0, +) / Double(count)
      let squares = attainments.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return Attainment(
        source: .measured, mean: .value(mean), sd: .value((squares / Double(count - 1)).squareRoot()),
        n: count)
    }

    static let leastPeople = 5

    init(source: Source, mean: Figure, sd: Figure, n: Int) {
      (self.source, self.mean, self.sd, self.n) = (source, mean, sd, n)
    }

    init(_ source: Source, because reason: String) {
      self.init(source: source, mean: .absent(because: reason), sd: .absent(because: reason), n: 0)
    }
  }

  /// The people in the order of the table, those who move once.
  static func people(_ input: Input, _ assignments: [Assignment]) -> [Person] {
    var order: [String] = []
    var rows: [String: [Int]] = [:]
    for (index, seller) in input.sellers.enumerated() {
      if rows[seller.key] == nil { order.append(seller.key) }
      rows[seller.key, default: []].append(index)
    }
    return order.compactMap { key in
      guard let indices = rows[key], let last = indices.last else { return nil }
      return person(input.sellers[last], indices, input, assignments)
    }
  }

  private static func person(
    _ seller: Seller, _ indices: [Int], _ input: Input, _ assignments: [Assignment]
  ) -> Person {
    let quota = indices.reduce(0) { $0 + assignments[$1].quota }
    let present = indices.reduce(0) { $0 + assignments[$1].present }
    let ramped = indices.reduce(0) { $0 + rampedDays(input.sellers[$1], input) }
    let years = present * input.period.years
    let annualised: Figure =
      years > 0 ? .value(quota / years) : .absent(because: "is not at work in the period")
    let last = given(seller.quota, "no quota now")
    let ote = given(seller.ote, "no OTE is known")
    let growth = annualised.flatMap { new in last.flatMap { over(new, $0, "has no quota now") } }
    return Person(
      rep: seller.name, quota: quota, annualised: annualised, lastQuota: last, quotaInflation: growth,
      ote: ote,
      quotaToOte: annualised.flatMap { new in
        ote.flatMap { $0 > 0 ? .value(new / $0) : .absent(because: "has no OTE") }
      },
      ramped: ramped >= present * Double(input.period.days) - 0.5,
      chance: chance(growth, input), scope: scope(seller.role, seller.segment), place: seller.place)
  }

  /// Without a quota now, a person is taken to carry what the distribution belongs to.
  private static func chance(_ growth: Figure, _ input: Input) -> Figure {
    input.attainment.chance(at: 1 + (growth.value ?? 0))
  }

  private static func given(_ value: Double?, _ reason: String) -> Figure {
    value.map { .value($0) } ?? .absent(because: reason)
  }

  /// All people's quotas of a year against those now in force, over people who have one.
  static func inflation(_ people: [Person]) -> Figure {
    let pairs = people.compactMap { person in
      person.annualised.value.flatMap { new in person.lastQuota.value.map { (new, $0) } }
    }
    return over(
      pairs.reduce(0) { $0 + $1.0 }, pairs.reduce(0) { $0 + $1.1 }, "needs the column 'quota' of the reps")
  }

  /// Where quota:OTE of a role is judged.
  private static func scope(_ role: String?, _ segment: String?) -> Scope {
    let role = ImportKey(role ?? "").text
    if role.hasPrefix("sdr") || role.hasPrefix("bdr") { return .sdr }
    guard role.hasPrefix("ae") || role.hasPrefix("accountexecutive") else { return .general }
    let place = role + ImportKey(segment ?? "").text
    if place.contains("smb") || place.contains("small") { return .aeSMB }
    if place.contains("midmarket") { return .aeMidMarket }
    if place.contains("enterprise") || place.contains("strategic") { return .aeEnterprise }
    return .general
  }
}
