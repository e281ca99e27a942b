#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension HiringPlan {
  /// The hires of each role in each month as an integer program: choice role × months + month.
  ///
  /// Beside the requirements it has a row for the hires of each role so far, which asks nothing and is
  /// what the search branches on.
  var program: IntegerProgram {
    let spans = roles.indices.flatMap { role in (0..<months).map { (role, $0) } }
    return IntegerProgram(
      costs: spans.map { role, month in cost(ofHiring: role, in: month) },
      most: spans.map { role, month in
        month < roles[role].recruitingLead
          ? 0 : Double(min(max(roles[role].mostHires, 0), Self.mostHiresEver))
      },
      rows: targets.map(row) + supports.flatMap(rows) + minima.flatMap(rows) + soFar + monthlyCaps)
  }

  /// More hires of one role in a month than this are not looked at.
  private static let mostHiresEver = 1_000_000

  func kept(_ role: Int, after months: Int) -> Double {
    pow(1 - roles[role].monthlyAttrition, Double(months))
  }

  /// What one hire costs until the end of the plan.
  private func cost(ofHiring role: Int, in month: Int) -> Double {
    cost(ofHiring: role, in: month, over: 0..<months)
  }

  /// What one who started `tenure` months ago carries in a month, in expectation.
  func capacity(of role: Int, in month: Int, tenure: Int) -> Double {
    let ramp = roles[role].ramp
    let share = ramp.indices.contains(tenure) ? ramp[tenure] : 1
    return roles[role].capacity * season(month) * share * kept(role, after: tenure)
  }

  private func season(_ month: Int) -> Double {
    seasons.isEmpty ? 1 : seasons[month % seasons.count]
  }

  /// How many of today's heads are there in a month.
  func heads(of role: Int, in month: Int) -> Double {
    let known = roles[role].headsByMonth
    return known.indices.contains(month) ? known[month] : roles[role].heads * kept(role, after: month)
  }

  /// What today's heads carry in a month.
  private func carried(by role: Int, in month: Int) -> Double {
    let known = roles[role].capacityByMonth
    if known.indices.contains(month) { return known[month] }
    return roles[role].capacity * season(month) * heads(of: role, in: month)
  }

  /// The roles that a target counts.
  func roles(of target: Target) -> [Int] {
    roles.indices.filter { target.roles.isEmpty || target.roles.contains(roles[$0].name) }
  }

  /// What today's team carries of a target.
  func carried(of target: Target) -> Double {
    roles(of: target).reduce(0) { sum, role in
      target.months.clamped(to: 0..<months).reduce(sum) {
        $0 + carried(by: role, in: $1)
      }
    }
  }

  /// What hires have to add to today's team for a target.
  private func row(_ target: Target) -> IntegerProgram.Row {
    let span = target.months.clamped(to: 0..<months)
    var terms: [IntegerProgram.Term] = []
    for role in roles(of: target) {
      for start in 0..<span.upperBound {
        let weight = (max(start, span.lowerBound)..<span.upperBound).reduce(0) {
          $0 + capacity(of: role, in: $1, tenure: $1 - start)
        }
        if weight > 0 { terms.append(.init(choice: role * months + start, weight: weight)) }
      }
    }
    return IntegerProgram.Row(terms, atLeast: target.amount - carried(of: target))
  }

  /// Enough heads of a support role in each month.
  private func rows(_ support: Support) -> [IntegerProgram.Row] {
    (0..<months).filter { $0 >= support.from }.map { month in
      var terms: [IntegerProgram.Term] = []
      var today = 0.0
      for (role, other) in roles.enumerated() {
        let share =
          other.name == support.role ? support.ratio : support.supported.contains(other.name) ? -1 : 0
        guard share != 0 else { continue }
        today += share * heads(of: role, in: month)
        terms += (0...month).map {
          IntegerProgram.Term(choice: role * months + $0, weight: share * kept(role, after: month - $0))
        }
      }
      return IntegerProgram.Row(terms, atLeast: -today)
    }
  }

  /// The hires of each role up to each month, without a limit.
  private var soFar: [IntegerProgram.Row] {
    roles.enumerated().flatMap { role, limits in
      (0..<months).filter { $0 > limits.recruitingLead }.map { month in
        IntegerProgram.Row((0...month).map { IntegerProgram.Term(choice: role * months + $0, weight: 1) })
      }
    }
  }

  /// The hires of all roles in each month, where they are limited.
  private var monthlyCaps: [IntegerProgram.Row] {
    guard let mostHires else { return [] }
    return (0..<months).map { month in
      let terms = roles.indices.map { IntegerProgram.Term(choice: $0 * months + month, weight: 1) }
      return IntegerProgram.Row(terms, atMost: Double(mostHires), links: true)
    }
  }
}
