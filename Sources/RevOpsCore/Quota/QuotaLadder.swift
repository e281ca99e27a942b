extension Quota {
  /// The quotas from the company's target down to the sellers, in coins.
  ///
  ///     quotas of those under somebody = what is handed to them × (1 + over-assignment of their level)
  ///
  /// Each to the coin, and exactly: the parts are multiples of the unit, and what somebody's people have below one unit
  /// stays on the largest part. Where the table knows no managers, sellers are handed the target itself.
  struct Ladder: Hashable, Sendable {
    let coinsPerUnit: Double
    let unit: Int
    /// Everybody who has people, those of the highest line first, then in the order of the table.
    private(set) var leaders: [Leader] = []
    /// One for each assignment.
    private(set) var reps: [Int]
    private var overs: [Double]
    /// What each level was handed before over-assignment, the sellers at 0.
    private var handed: [Int: Int] = [:]

    /// Somebody with people; the empty name leads those who have nobody.
    struct Leader: Hashable, Sendable {
      var name: String
      /// The place of whoever they report to among the leaders.
      var above: Int?
      /// Leaders and assignments directly under them.
      var leaders: [Int] = []
      var members: [Int] = []
      /// How many lines there are below: 1 for those whose people all sell.
      var line = 1
      var weight = 0.0
      var quota = 0
    }

    init(_ input: Input, _ weights: [Double]) {
      coinsPerUnit = input.coinsPerUnit
      unit = max(1, Self.whole(input.unit * input.coinsPerUnit))
      reps = input.sellers.map { _ in 0 }
      overs = [input.overReps, input.overManagers] + input.overHigher
      let target = input.target * input.coinsPerUnit
      if input.sellers.contains(where: { $0.manager != nil }) { place(input, weights) }
      guard !leaders.isEmpty else {
        handed[0] = Self.whole(target)
        reps = QuotaSplit.parts(of: Self.whole(target * (1 + input.overReps)), unit: unit, by: weights)
        return
      }
      hand(target, to: leaders.indices.filter { leaders[$0].above == nil }, [], weights)
      for index in leaders.indices {
        hand(Double(leaders[index].quota), to: leaders[index].leaders, leaders[index].members, weights)
      }
    }

    /// Finds who leads whom, and how many lines of managers there are.
    private mutating func place(_ input: Input, _ weights: [Double]) {
      var found: [Leader] = []
      var places: [String: Int] = [:]
      for (index, seller) in input.sellers.enumerated() {
        var name = seller.manager ?? ""
        var below: Int?
        // Up to the first who is known; who stands above themselves has been refused.
        while true {
          let known = places[name]
          let place = known ?? found.count
          if known == nil {
            places[name] = place
            found.append(Leader(name: name))
          }
          if let below {
            found[below].above = place
            found[place].leaders.append(below)
          } else {
            found[place].members.append(index)
          }
          // A circle is refused when it is read, and must not be gone around here.
          guard known == nil, let next = input.above[name], !isBelow(places[next], place, found) else {
            break
          }
          (below, name) = (place, next)
        }
      }
      for index in found.indices {
        let weight = found[index].members.reduce(0) { $0 + weights[$1] }
        var (place, line) = (Optional(index), 1)
        while let one = place {
          found[one].weight += weight
          found[one].line = max(found[one].line, line)
          (place, line) = (found[one].above, line + 1)
        }
      }
      let order = found.indices.sorted { (-found[$0].line, $0) < (-found[$1].line, $1) }
      var moved = found.map { _ in 0 }
      for (new, old) in order.enumerated() { moved[old] = new }
      leaders = order.map { old in
        var leader = found[old]
        leader.above = leader.above.map { moved[$0] }
        leader.leaders = leader.leaders.map { moved[$0] }
        return leader
      }
    }

    /// Whether somebody is another or stands below them.
    private func isBelow(_ one: Int?, _ other: Int, _ found: [Leader]) -> Bool {
      var place = one
      while let here = place {
        if here == other { return true }
        place = found[here].above
      }
      return false
    }

    /// Hands an amount to some leaders and assignments: each level gets its part by weight, with its over-assignment.
    private mutating func hand(_ amount: Double, to people: [Int], _ members: [Int], _ weights: [Double]) {
      var levels: [(line: Int, weight: Double)] = []
      for line in Set(people.map { leaders[$0].line }).sorted(by: >) {
        levels.append((line, people.reduce(0) { leaders[$1].line == line ? $0 + leaders[$1].weight : $0 }))
      }
      if !members.isEmpty { levels.append((0, members.reduce(0) { $0 + weights[$1] })) }
      let shares =
        levels.count > 1
        ? QuotaSplit.parts(of: Self.whole(amount), unit: unit, by: levels.map(\.weight)).map(Double.init)
        : [amount]
      for (level, share) in zip(levels, shares) {
        handed[level.line, default: 0] += Self.whole(share)
        let all = Self.whole(share * (1 + over(level.line)))
        if level.line == 0 {
          let parts = QuotaSplit.parts(of: all, unit: unit, by: members.map { weights[$0] })
          for (index, part) in zip(members, parts) { reps[index] = part }
        } else {
          let those = people.filter { leaders[$0].line == level.line }
          let parts = QuotaSplit.parts(of: all, unit: unit, by: those.map { leaders[$0].weight })
          for (index, part) in zip(those, parts) { leaders[index].quota = part }
        }
      }
    }

    /// How far the quotas of a line add up to more than is handed to it.
    private func over(_ line: Int) -> Double { overs.indices.contains(line) ? overs[line] : 0 }

    func units(_ coins: Int) -> Double { Double(coins) / coinsPerUnit }

    private static func whole(_ coins: Double) -> Int { Int(exactly: coins.rounded()) ?? 0 }

    /// What a line of managers is called, sellers being 0.
    static func name(of line: Int) -> String {
      switch line {
      case 0: "reps"
      case 1: "managers"
      case 2: "second_line"
      case 3: "third_line"
      default: "line_\(line)"
      }
    }

    /// The target, the lines of managers from the highest, and the sellers.
    func levels(_ input: Input) -> [Rung] {
      let none = Figure.absent(because: "nothing stands above the target")
      var levels = [
        Rung(level: "company", count: 1, quotas: input.target, overAbove: none, overTarget: .value(0))
      ]
      for line in handed.keys.sorted(by: >) {
        let quotas = line == 0 ? reps : leaders.filter { $0.line == line }.map(\.quota)
        let sum = units(quotas.reduce(0, +))
        levels.append(
          Rung(
            level: Self.name(of: line), count: quotas.count, quotas: sum,
            overAbove: Quota.over(sum, units(handed[line] ?? 0), "the level above has no quota"),
            overTarget: Quota.over(sum, input.target, "needs a target above 0")))
      }
      return levels
    }

    /// Everybody with people, beside what these carry.
    func shares(_ input: Input) -> [Share] {
      // Those below stand behind those above them.
      var below = leaders.map(\.members)
      for index in leaders.indices.reversed() {
        if let above = leaders[index].above { below[above] += below[index] }
      }
      return leaders.enumerated().map { index, leader in
        let direct =
          leader.leaders.reduce(0) { $0 + leaders[$1].quota } + leader.members.reduce(0) { $0 + reps[$1] }
        return Share(
          manager: leader.name, level: Self.name(of: leader.line),
          above: leader.above.map { leaders[$0].name } ?? "",
          reps: Set(below[index].map { input.sellers[$0].key }).count, quota: units(leader.quota),
          reportQuotas: units(direct), repQuotas: units(below[index].reduce(0) { $0 + reps[$1] }),
          overAssignment: Quota.over(units(direct), units(leader.quota), "the manager has no quota"))
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
