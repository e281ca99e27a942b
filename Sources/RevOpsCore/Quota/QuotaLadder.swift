extension Quota {
  /// The quotas from the company's target down, in coins.
  ///
  ///     managers' quotas = target × (1 + over-assignment of managers)
  ///     sellers' quotas of a manager = their manager's quota × (1 + over-assignment of sellers)
  ///
  /// Each to the coin, and exactly: the parts are multiples of the unit, and what a level has below one unit stays
  /// on its largest part. Where the table knows no managers, sellers are handed the target itself.
  struct Ladder: Hashable, Sendable {
    let coinsPerUnit: Double
    let unit: Int
    /// The managers in the order of the table, the empty name for people without one.
    let managers: [String]
    /// The assignments of each, in the same order.
    let members: [[Int]]
    let managerQuotas: [Int]
    /// One for each assignment.
    private(set) var reps: [Int]

    init(_ input: Input, _ weights: [Double]) {
      coinsPerUnit = input.coinsPerUnit
      unit = max(1, Self.whole(input.unit * input.coinsPerUnit))
      var byManager: [String: [Int]] = [:]
      var order: [String] = []
      for (index, seller) in input.sellers.enumerated() {
        let name = seller.manager ?? ""
        if byManager[name] == nil { order.append(name) }
        byManager[name, default: []].append(index)
      }
      let hasManagers = order != [""]
      managers = hasManagers ? order : []
      members = managers.map { byManager[$0] ?? [] }
      let target = input.target * input.coinsPerUnit
      reps = input.sellers.map { _ in 0 }
      guard hasManagers else {
        managerQuotas = []
        reps = QuotaSplit.parts(of: Self.whole(target * (1 + input.overReps)), unit: unit, by: weights)
        return
      }
      managerQuotas = QuotaSplit.parts(
        of: Self.whole(target * (1 + input.overManagers)), unit: unit,
        by: members.map { $0.reduce(0) { $0 + weights[$1] } })
      for (group, quota) in zip(members, managerQuotas) {
        let parts = QuotaSplit.parts(
          of: Self.whole(Double(quota) * (1 + input.overReps)), unit: unit, by: group.map { weights[$0] })
        for (index, part) in zip(group, parts) { reps[index] = part }
      }
    }

    func units(_ coins: Int) -> Double { Double(coins) / coinsPerUnit }

    private static func whole(_ coins: Double) -> Int { Int(exactly: coins.rounded()) ?? 0 }

    /// The target, the managers and the sellers.
    func levels(_ input: Input) -> [Rung] {
      let none = Figure.absent(because: "nothing stands above the target")
      let sums = [("managers", managerQuotas), ("reps", reps)].filter { !$0.1.isEmpty }
      var above = input.target
      var levels = [
        Rung(level: "company", count: 1, quotas: input.target, overAbove: none, overTarget: .value(0))
      ]
      for (name, quotas) in sums {
        let sum = units(quotas.reduce(0, +))
        levels.append(
          Rung(
            level: name, count: quotas.count, quotas: sum,
            overAbove: over(sum, above, "the level above has no quota"),
            overTarget: over(sum, input.target, "needs a target above 0")))
        above = sum
      }
      return levels
    }

    /// Each manager beside their people.
    func shares(_ input: Input) -> [Share] {
      zip(zip(managers, members), managerQuotas).map { entry, quota in
        let (manager, indices) = entry
        let sum = units(indices.reduce(0) { $0 + reps[$1] })
        return Share(
          manager: manager, reps: Set(indices.map { input.sellers[$0].key }).count, quota: units(quota),
          repQuotas: sum, overAssignment: over(sum, units(quota), "the manager has no quota"))
      }
    }

    /// The quota of an assignment by fiscal quarter: by season, and by the days there at the share of the ramp.
    func quarters(of index: Int, _ input: Input) -> [Int] {
      guard !input.quarters.isEmpty else { return [] }
      let seller = input.sellers[index]
      let start = input.starts[seller.key] ?? seller.start
      func weights(_ ramp: Ramp) -> [Double] {
        input.quarters.enumerated().map { quarter, span in
          span.months.enumerated().reduce(0) { sum, month in
            let there = seller.days(in: month.element.overlap(with: span))
            let days = seller.leaves.reduce(ramp.presence(in: there, since: start).rre) {
              $0 - ramp.presence(in: $1.overlap(with: there), since: start).rre
            }
            let season = input.seasonality[min(11, quarter * 3 + month.offset)]
            return sum + season * days / Double(max(1, month.element.days))
          }
        }
      }
      let ramped = weights(input.ramp)
      let spread = ramped.contains { $0 > 0 } ? ramped : weights(Ramp(shares: []))
      return QuotaSplit.parts(of: reps[index], unit: unit, by: spread)
    }
  }
}
