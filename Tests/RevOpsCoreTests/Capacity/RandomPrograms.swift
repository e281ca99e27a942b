@testable import RevOpsCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Small whole numbers from a seed, the same as those of Tests/Oracles/hiring_optima.py.
private struct Draw {
  private var source: SplitMix64

  init(seed: Int) { source = SplitMix64(seed: UInt64(seed)) }

  mutating func callAsFunction(_ below: Int) -> Int { Int(source.next() % UInt64(below)) }

  mutating func number(_ below: Int) -> Double { Double(self(below)) }
}

/// The random program of a seed.
func randomProgram(seed: Int) -> IntegerProgram {
  var draw = Draw(seed: seed)
  let choices = 4 + draw(7)
  let rows = 1 + draw(6)
  let costs = (0..<choices).map { _ in 1 + draw.number(1000) / 97 }
  let most = (0..<choices).map { _ in 1 + draw.number(6) }
  return IntegerProgram(
    costs: costs, most: most,
    rows: (0..<rows).map { row in
      let weights = (0..<choices).map { _ in draw(3) == 0 ? 0 : draw.number(900) / 83 - 2 }
      let lower = draw.number(2000) / 41
      let upper = lower + 2 + draw.number(1000) / 31
      let terms = weights.enumerated().map { IntegerProgram.Term(choice: $0, weight: $1) }
      return IntegerProgram.Row(terms, atLeast: lower, atMost: row % 3 == 2 ? upper : .infinity)
    })
}

/// The random hiring plan of a seed; a limited one may have budgets of spans and of the whole, and least heads.
func randomPlan(seed: Int, limited: Bool = false) -> HiringPlan {
  var draw = Draw(seed: seed)
  let months = 4 + draw(7)
  let count = 1 + draw(3)
  let roles = (0..<count).map { randomRole(&draw, $0) }
  var targets: [HiringPlan.Target] = []
  for role in roles.prefix(2) { targets += randomTargets(&draw, role, months: months) }
  if count > 1, draw(2) == 0 {
    let ramped = roles.reduce(0) { $0 + $1.capacity * $1.heads }
    targets.append(.init("together", months: 0..<months, amount: ramped * Double(months) * 1.15))
  }
  let ratio = 2 + draw.number(3)
  let seasons = draw(2) == 0 ? [0.8, 1.1, 1.3, 0.9] : []
  let most = draw(2) == 0 ? 1 + draw(4) : nil
  var plan = HiringPlan(
    months: months, roles: roles, targets: targets,
    supports: count == 3 ? [.init("role 2", for: ["role 1"], ratio: ratio, from: 2)] : [],
    seasons: seasons, mostHires: most)
  if limited { addLimits(to: &plan, &draw) }
  return plan
}

private func addLimits(to plan: inout HiringPlan, _ draw: inout Draw) {
  if draw(2) == 0 {
    let (role, heads) = (draw(plan.roles.count), draw.number(6))
    plan.minima = [.init("role \(role)", heads: heads, from: draw(plan.months))]
  }
  let width = [1, 3, nil][draw(3)]
  if let width {
    let amount = width == 1 ? 10 + draw.number(150) : 30 + draw.number(400)
    plan.spending = stride(from: 0, to: plan.months, by: width).map {
      .init("from \($0)", months: $0..<min($0 + width, plan.months), amount: amount)
    }
  }
  if draw(2) == 0 { plan.budget = 100 + draw.number(1500) }
}

private func randomRole(_ draw: inout Draw, _ index: Int) -> HiringPlan.Role {
  var role = HiringPlan.Role("role \(index)", heads: 0, capacity: 0, monthlyPay: 0, mostHires: 0)
  role.heads = draw.number(5)
  role.capacity = 20 + draw.number(60)
  role.ramp = (0..<draw(4)).map { _ in draw.number(10) / 10 }
  role.monthlyAttrition = draw.number(5) / 100
  role.monthlyPay = 5 + draw.number(200) / 11
  role.hireCost = draw.number(300) / 13
  role.mostHires = 1 + draw(3)
  role.recruitingLead = draw(3)
  if index == 2 { role.capacity = 0 }
  return role
}

private func randomTargets(_ draw: inout Draw, _ role: HiringPlan.Role, months: Int) -> [HiringPlan.Target] {
  let kind = draw(3)
  let push = draw.number(100)
  func target(_ span: Range<Int>, _ heads: Double) -> HiringPlan.Target {
    let amount = role.capacity * Double(span.count) * (role.heads + heads)
    return .init("\(role.name) \(span)", roles: [role.name], months: span, amount: amount)
  }
  switch kind {
  case 0:
    let first = 3 + draw(2)
    return (first..<max(first, months)).map { month in
      target(month..<(month + 1), Double(month - first + 1) * (20 + push) / 150)
    }
  case 1:
    return stride(from: 3, to: months, by: 3).map { target($0..<min($0 + 3, months), push / 40) }
  default:
    return [target(0..<months, push / 50)]
  }
}

extension HiringPlan {
  /// What keeps hires from being a plan, found by following every cohort from month to month.
  func objections(to hires: [[Int]]) -> [String] {
    var found: [String] = []
    var capacity = roles.map { _ in [Double]() }
    var heads = roles.map { _ in [Double]() }
    for (index, role) in roles.enumerated() {
      var cohorts = [(heads: role.heads, tenure: 1_000)]
      for month in 0..<months {
        let hired = hires[index][month]
        if hired > role.mostHires || hired < 0 || (hired > 0 && month < role.recruitingLead) {
          found.append("\(role.name) in month \(month): \(hired)")
        }
        cohorts.append((Double(hired), 0))
        let season = seasons.isEmpty ? 1 : seasons[month % seasons.count]
        heads[index].append(cohorts.reduce(0) { $0 + $1.heads })
        capacity[index].append(
          cohorts.reduce(0) { sum, cohort in
            let share = cohort.tenure < role.ramp.count ? role.ramp[cohort.tenure] : 1
            return sum + cohort.heads * share * role.capacity * season
          })
        for cohort in cohorts.indices {
          cohorts[cohort].heads *= 1 - role.monthlyAttrition
          cohorts[cohort].tenure += 1
        }
      }
    }
    for target in targets {
      let members = roles.indices.filter { target.roles.isEmpty || target.roles.contains(roles[$0].name) }
      let carried = members.reduce(0) { sum, role in target.months.reduce(sum) { $0 + capacity[role][$1] } }
      if carried < target.amount - 1e-3 { found.append("'\(target.name)' is missed") }
    }
    for support in supports {
      func total(_ names: [String], _ month: Int) -> Double {
        roles.indices.filter { names.contains(roles[$0].name) }.reduce(0) { $0 + heads[$1][month] }
      }
      for month in support.from..<months
      where support.ratio * total([support.role], month) < total(support.supported, month) - 1e-4 {
        found.append("too few of '\(support.role)' in month \(month)")
      }
    }
    for minimum in minima {
      let role = roles.firstIndex { $0.name == minimum.role } ?? 0
      for month in minimum.from..<months where heads[role][month] < minimum.heads - 1e-4 {
        found.append("too few of '\(minimum.role)' in month \(month)")
      }
    }
    let whole = budget.map { [Spending("all", months: 0..<months, amount: $0)] } ?? []
    for limit in spending + whole where spent(on: hires, limit.months) > limit.amount + 1e-3 {
      found.append("too much is spent in '\(limit.name)'")
    }
    for month in 0..<months where hires.reduce(0, { $0 + $1[month] }) > mostHires ?? .max {
      found.append("too many hires in month \(month)")
    }
    return found
  }

  /// What hires cost in some months, each cohort followed from its start.
  private func spent(on hires: [[Int]], _ span: Range<Int>) -> Double {
    var sum = 0.0
    for (index, role) in roles.enumerated() {
      for start in 0..<months {
        var heads = Double(hires[index][start])
        if span.contains(start) { sum += heads * role.hireCost }
        for month in start..<months {
          if span.contains(month) { sum += heads * role.monthlyPay }
          heads *= 1 - role.monthlyAttrition
        }
      }
    }
    return sum
  }
}
