/// One input varied until a goal holds, or two varied together.
public enum GoalSeek {
  /// What is asked for on the command line.
  public struct Options: Sendable {
    /// One or two inputs, `PATH` or `PATH=FROM..TO`.
    var inputs: [String]
    /// What has to hold.
    var goal: String
    /// Figures to show as they stand and as the answer makes them.
    var figures: [String]
    /// How many values of each of two inputs are shown.
    var steps: Int

    /// Takes the values of the options.
    public init(inputs: [String], goal: String, figures: [String] = [], steps: Int = 5) {
      self.inputs = inputs
      self.goal = goal
      self.figures = figures
      self.steps = steps
    }
  }

  /// How a search ended.
  enum Verdict: String, Encodable, Sendable {
    /// The goal holds with the files as they stand.
    case holdsAlready = "holds_already"
    /// It holds with the solution in place.
    case solved
    /// It holds nowhere in the range.
    case noSolution = "no_solution"
    /// A figure of the goal is absent in all of it, so that nobody can say.
    case unknown
  }

  struct Result: Encodable, Sendable {
    var goal: String
    var input: String
    /// The input as the files give it.
    var from: String
    /// The ends of the range looked at.
    var range: [String]
    var verdict: Verdict
    /// The nearest value at which the goal holds, in the fewest digits; null where there is none.
    var solution: String?
    /// The same to the last digit, in the unit it is written in.
    var boundary: Figure
    /// The stretches over which the goal holds.
    var holds: [[String]]
    /// Whether the goal, once met on the way through the range, is not lost again.
    var isMonotone: Bool
    /// Where there is no solution: the value seen that comes closest, and the left side of the goal there.
    var closest: Closest?
    var figures: [Entry]
    /// For two inputs: the second's value that each of the first's asks for.
    var grid: Grid?
  }

  struct Closest: Encodable, Sendable {
    var value: String
    var left: Figure
  }

  /// A figure as the files stand and with the solution in place.
  struct Entry: Encodable, Sendable {
    var figure: String
    var now: WantedFigure.Value
    var then: WantedFigure.Value
  }

  /// Two inputs: whether the goal holds for each pair.
  struct Grid: Encodable, Sendable {
    var rows: String
    var columns: String
    var columnValues: [String]
    var cells: [Row]
  }

  struct Row: Encodable, Sendable {
    /// The first input.
    var value: String
    /// The left side of the goal for each value of the second input.
    var left: [Figure]
    var holds: [Bool?]
    /// The nearest value of the second input at which the goal holds; null where it holds at none.
    var needed: String?
    /// Whether that is there, or whether anybody can say.
    var verdict: Verdict
  }

  /// Searches.
  public static func run(_ workspace: Workspace, _ options: Options) throws(InputErrors) -> Outcome {
    let goalPlace = SourceText(name: "--goal", text: options.goal).place(0..<options.goal.utf8.count)
    let expression = try Expression.parse(options.goal, at: goalPlace)
    let paths = try figurePaths(options.figures, of: "--figure", else: [])
    let whatIf = try WhatIf(workspace, figures: expression.names + paths.map(\.leadingKeys))
    let goal = try Goal(expression, whatIf)
    var wanted: [WantedFigure] = []
    for path in paths { wanted.append(try whatIf.figure(path)) }
    if wanted.isEmpty {
      for name in expression.names {
        guard let figure = try? whatIf.figure(ValuePath(name.joined(separator: "."), of: "--goal")) else {
          continue
        }
        wanted.append(figure)
      }
    }
    var variables: [Variable] = []
    for text in options.inputs {
      let input = try RangedInput.parse(text, of: "--for", rates: workspace.company.rates)
      variables.append(try Variable(input, whatIf))
    }
    var result = solve(goal, variables[variables.count - 1], wanted, whatIf, with: [])
    if variables.count == 2 {
      result.grid = grid(goal, variables[0], variables[1], options.steps, whatIf)
    }
    return whatIf.outcome("plan.solve", result, report: report(result, goal, wanted, whatIf))
  }

  /// The search over one input, others already in place.
  static func solve(
    _ goal: Goal, _ variable: Variable, _ wanted: [WantedFigure], _ whatIf: WhatIf, with others: [Setting]
  ) -> Result {
    let search = InputSearch(
      isWhole: variable.isWhole,
      evaluate: { amount in
        (try? whatIf.figures(with: others + [variable.setting(amount)])).map(goal.state)
      }, isEquality: goal.isEquality)
    let (low, high, base) = (variable.low, variable.high, variable.now ?? variable.low)
    let (stretches, changes, probes) = search.stretches(from: low, to: high, through: base)
    let nearest = stretches.min { distance($0, base) < distance($1, base) }
    var result = Result(
      goal: goal.text, input: variable.path, from: variable.text,
      range: [variable.words(low), variable.words(high)], verdict: .noSolution, solution: nil,
      boundary: .absent(because: "the goal holds nowhere in the range"), holds: [], isMonotone: changes <= 1,
      closest: nil, figures: [], grid: nil)
    result.holds = stretches.map { stretch in
      [
        rounded(stretch.from, within: stretch, variable, search),
        rounded(stretch.to, within: stretch, variable, search),
      ]
      .map(variable.words)
    }
    guard let nearest else {
      let told = probes.filter { $0.state.distance != nil }
      if told.isEmpty, let lack = probes.lazy.compactMap(\.state.lack).first {
        result.verdict = .unknown
        result.boundary = .absent(because: lack)
      }
      let closest = told.min { abs($0.state.distance ?? 0) < abs($1.state.distance ?? 0) }
      result.closest = closest.map { Closest(value: variable.words($0.amount), left: $0.state.left) }
      return result
    }
    let exact = min(max(base, nearest.from), nearest.to)
    let isMet = exact == variable.now
    let amount = isMet ? base : rounded(exact, within: nearest, variable, search)
    result.verdict = isMet ? .holdsAlready : .solved
    result.solution = isMet ? variable.text : variable.words(amount)
    result.boundary = .value(exact)
    let tree = (try? whatIf.figures(with: others + [variable.setting(amount)])) ?? whatIf.base
    result.figures = wanted.map {
      Entry(figure: $0.path, now: $0.value(in: whatIf.base), then: $0.value(in: tree))
    }
    return result
  }

  private static func distance(_ stretch: InputSearch.Stretch, _ base: Double) -> Double {
    max(stretch.from - base, base - stretch.to, 0)
  }

  /// The amount nearest to one with the fewest digits at which the goal still holds.
  ///
  /// At least three digits are kept, so that the answer says no less than the files do.
  private static func rounded(
    _ exact: Double, within stretch: InputSearch.Stretch, _ variable: Variable, _ search: InputSearch
  ) -> Double {
    guard !variable.isWhole, let decimal = ExactDecimal(exact), exact != 0 else { return exact }
    let mode: RoundingMode =
      stretch.from == stretch.to ? .halfEven : exact == stretch.from ? .ceiling : .floor
    let size = Int(exactly: (log10Floor(abs(exact)))) ?? 0
    for places in (2 - size)...(14 - size) {
      let candidate = decimal.rounded(to: places, mode).double
      guard stretch.from == stretch.to || (stretch.from...stretch.to).contains(candidate) else { continue }
      if search.evaluate(candidate)?.holds == true { return candidate }
    }
    return exact
  }

  /// The power of ten that a number begins with.
  private static func log10Floor(_ value: Double) -> Double {
    var (power, rest) = (0.0, value)
    while rest >= 10, power < 300 { (rest, power) = (rest / 10, power + 1) }
    while rest < 1, power > -300 { (rest, power) = (rest * 10, power - 1) }
    return power
  }

  private static func grid(
    _ goal: Goal, _ first: Variable, _ second: Variable, _ steps: Int, _ whatIf: WhatIf
  ) -> Grid {
    let columns = second.values(steps)
    let rows = first.values(steps).map { amount -> Row in
      let setting = first.setting(amount)
      let states = columns.map { column in
        (try? whatIf.figures(with: [setting, second.setting(column)])).map(goal.state)
      }
      let found = solve(goal, second, [], whatIf, with: [setting])
      return Row(
        value: first.words(amount),
        left: states.map { $0?.left ?? .absent(because: "the files refuse it") },
        holds: states.map { $0?.holds },
        needed: found.solution, verdict: found.verdict)
    }
    return Grid(
      rows: first.path, columns: second.path, columnValues: columns.map(second.words), cells: rows)
  }
}
