/// How far figures move as one input after the other goes from the low to the high end of its range.
public enum Sensitivity {
  /// What is asked for on the command line.
  public struct Options: Sendable {
    /// The paths of the figures.
    var figures: [String]
    /// The inputs, `PATH` or `PATH=FROM..TO`; all quantities of the section where none is given.
    var inputs: [String]
    /// The range of inputs that give none.
    var range: String?

    /// Takes the values of the options.
    public init(figures: [String] = [], inputs: [String] = [], range: String? = nil) {
      self.figures = figures
      self.inputs = inputs
      self.range = range
    }
  }

  struct Result: Encodable, Sendable {
    var tornados: [Tornado]
    /// Inputs that could not be tried, with the reason.
    var leftOut: [LeftOut]
  }

  /// The inputs of one figure, the one that moves it most first.
  struct Tornado: Encodable, Sendable {
    var figure: String
    var base: Figure
    var inputs: [Swing]
    /// Inputs that do not move it.
    var withoutEffect: [String]
  }

  /// How far one input moves a figure.
  struct Swing: Encodable, Sendable {
    var path: String
    /// The input as the files give it.
    var input: String
    var low: End
    var high: End
    /// The figure at the high end less that at the low end.
    var sensitivitySwing: Figure
  }

  /// One end of an input's range.
  struct End: Encodable, Hashable, Sendable {
    var input: String
    var value: Figure
  }

  struct LeftOut: Encodable, Sendable {
    var path: String
    var reason: String
  }

  /// An input tried at both ends.
  fileprivate struct Trial {
    var path: String
    var input: String
    var texts: (low: String, high: String)
    var values: (low: [Figure], high: [Figure])
    /// Whether it moves any figure of the analyses asked for, or somebody named it: what touches nothing there is no
    /// input of them.
    var isInput: Bool
  }

  /// Computes the figures at both ends of every input.
  public static func run(_ workspace: Workspace, _ options: Options) throws(InputErrors) -> Outcome {
    let section = try SensitivitySection.decode(from: workspace)
    let paths = try figurePaths(options.figures, of: "--figure", else: section.figures)
    let whatIf = try WhatIf(workspace, figures: paths.map(\.leadingKeys))
    var wanted: [WantedFigure] = []
    for path in paths { wanted.append(try whatIf.figure(path)) }
    if wanted.isEmpty { wanted = [try whatIf.figure(ValuePath(RevenuePlan.headline, of: "--figure"))] }
    let range = try range(options.range, workspace.company.rates) ?? section.range ?? .tenth
    let inputs = try inputs(options.inputs, section, whatIf)
    var trials: [Trial] = []
    var leftOut: [LeftOut] = []
    for input in inputs {
      switch try whatIf.trial(input, input.range ?? range, wanted) {
      case .success(let trial): if trial.isInput { trials.append(trial) }
      case .failure(let reason): leftOut.append(LeftOut(path: input.path.text, reason: reason.text))
      }
    }
    let tornados = wanted.enumerated().map { tornado($1, $0, trials, whatIf) }
    let result = Result(tornados: tornados, leftOut: leftOut)
    return whatIf.outcome("plan.sensitivity", result, report: report(result, wanted, whatIf))
  }

  private static func range(_ text: String?, _ rates: ExchangeRates) throws(InputErrors) -> InputRange? {
    guard let text else { return nil }
    do throws(QuantityError) {
      return try InputRange.parse(text, rates: rates)
    } catch {
      let place = SourceText(name: "--range", text: text).place(0..<text.utf8.count)
      throw InputErrors(Diagnostic("what-if.range", error.message, at: place, hint: error.hint))
    }
  }

  /// The inputs asked for, else those of the files, else every quantity of the section.
  private static func inputs(
    _ texts: [String], _ section: SensitivitySection, _ whatIf: WhatIf
  ) throws(InputErrors) -> [RangedInput] {
    var inputs: [RangedInput] = []
    var problems: [Diagnostic] = []
    for text in texts {
      do throws(InputErrors) {
        inputs.append(try RangedInput.parse(text, of: "--input", rates: whatIf.workspace.company.rates))
      } catch {
        problems += error.diagnostics
      }
    }
    if let errors = InputErrors(problems) { throw errors }
    if inputs.isEmpty { inputs = section.inputs }
    return inputs.isEmpty ? whatIf.allInputs : inputs
  }

  private static func tornado(
    _ figure: WantedFigure, _ index: Int, _ trials: [Trial], _ whatIf: WhatIf
  ) -> Tornado {
    let base = figure.value(in: whatIf.base).figure
    var swings: [Swing] = []
    var still: [String] = []
    for trial in trials {
      let (low, high) = (trial.values.low[index], trial.values.high[index])
      guard low != base || high != base else {
        still.append(trial.path)
        continue
      }
      let swing: Figure =
        if let a = low.value, let b = high.value {
          .value(b - a)
        } else {
          .absent(because: low.reason ?? high.reason ?? "")
        }
      swings.append(
        Swing(
          path: trial.path, input: trial.input, low: End(input: trial.texts.low, value: low),
          high: End(input: trial.texts.high, value: high), sensitivitySwing: swing))
    }
    let widths = swings.map { reach(of: $0, base.value) }
    let order = swings.indices.sorted { widths[$0] != widths[$1] ? widths[$0] > widths[$1] : $0 < $1 }
    return Tornado(
      figure: figure.path, base: base, inputs: order.map { swings[$0] }, withoutEffect: still)
  }

  /// How wide a stretch an input covers, the base within; widest for one that makes the figure absent.
  private static func reach(of swing: Swing, _ base: Double?) -> Double {
    guard let low = swing.low.value.value, let high = swing.high.value.value else { return .infinity }
    let base = base ?? low
    return max(low, high, base) - min(low, high, base)
  }
}

extension WhatIf {
  /// Every quantity of the sections that the figures' analyses read.
  var allInputs: [RangedInput] {
    inputSections.flatMap { name, node in
      InputPath.quantities(of: node, rates: workspace.company.rates).map {
        RangedInput(path(into: name, $0))
      }
    }
  }

  /// Why an input is not tried.
  fileprivate struct Reason: Error { var text: String }

  /// The figures at both ends of an input; an input of the files that cannot be changed is passed over, one that
  /// somebody named is an error.
  fileprivate func trial(
    _ input: RangedInput, _ range: InputRange, _ wanted: [WantedFigure]
  ) throws(InputErrors) -> Swift.Result<Sensitivity.Trial, Reason> {
    let isNamed = input.path.source.name != "path"
    do throws(InputErrors) {
      guard let (node, ends) = try ends(of: input, range) else {
        return .failure(Reason(text: "is not given"))
      }
      guard let base = WrittenQuantity(node.text, rates: workspace.company.rates) else {
        return .failure(Reason(text: "is no quantity"))
      }
      if base.amount.isZero,
        ends.allSatisfy({ $0.setting.value.text == node.text || isZero($0.setting.value) })
      {
        return .failure(
          Reason(text: "is 0: give it a range, such as \(input.path.text)=\(base.exampleRange)"))
      }
      let low = end(ends[0], base, .floor, wanted)
      let high = end(ends[1], base, .ceiling, wanted)
      if let refusal = low.refusal ?? high.refusal, input.range?.isAbsolute == true { throw refusal }
      if let reason = low.refusal?.reason, high.refusal != nil { return .failure(Reason(text: reason)) }
      return .success(
        Sensitivity.Trial(
          path: input.path.text, input: ends[0].from ?? "not given", texts: (low.text, high.text),
          values: (low.values, high.values),
          isInput: isNamed || input.node != nil || low.touches || high.touches))
    } catch {
      guard isNamed || input.node != nil else {
        return .failure(Reason(text: error.reason))
      }
      throw error
    }
  }

  /// What an input is, or what stands in for it, and both ends of its range; nil where the range has nothing to start
  /// from.
  ///
  /// - Throws: That the path leads nowhere, or that the range does not fit what stands there.
  func ends(
    of input: RangedInput, _ range: InputRange
  ) throws(InputErrors) -> (node: Node, ends: [Override.Resolved])? {
    let given = try workspace.value(at: input.path).flatMap { $0.isNotGiven ? nil : $0 }
    let standIn = given == nil ? standIn(for: input.path) : nil
    // A range of values needs nothing to start from, but a key that something reads.
    let isOpen = given == nil && standIn == nil && field(at: input.path) != nil
    let pointed = input.node ?? given ?? Node.empty
    let first = isOpen ? range.ends.first.map { Node.scalar($0, standingFor: pointed) } : nil
    guard let node = given ?? standIn?.node ?? first else {
      _ = try resolved([Override(input.path, .factor(.one), at: pointed)])
      return nil
    }
    // One end says what is wrong with both, in the words of the end without a sign of its own.
    let high = try resolved([Override(input.path, range.high, at: pointed)])
    let ends = try resolved([Override(input.path, range.low, at: pointed)]) + high
    let rates = workspace.company.rates
    let quantities = ends.compactMap { WrittenQuantity($0.setting.value.text, rates: rates) }
    if quantities.count == 2, !quantities[1].amount.isNegative,
      quantities[1].isBelow(quantities[0], rates) == true
    {
      throw InputErrors(
        Diagnostic(
          "what-if.range", range.falling.message(for: input.path.text), at: pointed.place,
          hint: range.falling.hint))
    }
    return (node, ends)
  }

  /// What is wrong with an input and the values that its range names, as the files would say it of themselves.
  func problems(of input: RangedInput, _ range: InputRange) -> [Diagnostic] {
    do throws(InputErrors) {
      guard let (node, ends) = try ends(of: input, range), range.isAbsolute,
        let base = WrittenQuantity(node.text, rates: workspace.company.rates)
      else { return [] }
      return zip(ends, [RoundingMode.floor, .ceiling])
        .lazy.compactMap { end($0, base, $1, []).refusal }.first?.diagnostics ?? []
    } catch {
      return error.diagnostics
    }
  }

  private func isZero(_ node: Node) -> Bool {
    WrittenQuantity(node.text, rates: workspace.company.rates)?.amount.isZero == true
  }

  /// One end of an input's range: what is put in place, and what comes of it.
  fileprivate struct TriedEnd {
    var text: String
    var values: [Figure]
    /// Why the files do not take it.
    var refusal: InputErrors?
    /// Whether any figure is another than it was.
    var touches: Bool
  }

  /// The figures at one end; where the files take only whole numbers there, at the next one outwards, and where they
  /// take only parts of a whole, at the whole.
  private func end(
    _ resolved: Override.Resolved, _ base: WrittenQuantity, _ mode: RoundingMode, _ wanted: [WantedFigure]
  ) -> TriedEnd {
    func tried(_ tree: FigureTree, _ text: String) -> TriedEnd {
      TriedEnd(
        text: text, values: wanted.map { $0.value(in: tree).figure }, touches: tree.root != self.base.root)
    }
    do throws(InputErrors) {
      return tried(try figures(with: [resolved.setting]), resolved.to)
    } catch {
      let value = resolved.setting.value
      if let next = next(to: value, base, mode) {
        let setting = Setting(resolved.setting.path, Node.scalar(next.text, standingFor: value))
        if let tree = try? figures(with: [setting]) { return tried(tree, next.words) }
      }
      return TriedEnd(
        text: resolved.to, values: wanted.map { _ in .absent(because: error.reason) }, refusal: error,
        touches: true)
    }
  }

  /// What may be meant by an end that the files refuse: the next whole number outwards, or the whole.
  private func next(to value: Node, _ base: WrittenQuantity, _ mode: RoundingMode) -> WrittenQuantity? {
    guard let tried = WrittenQuantity(value.text, rates: workspace.company.rates) else { return nil }
    let whole = ExactDecimal(100)
    if tried.form == .percent, tried.amount > whole, base.amount <= whole {
      return WrittenQuantity(whole, .percent)
    }
    guard base.amount.whole != nil, tried.amount.whole == nil else { return nil }
    let outward = base.amount.isNegative == tried.amount.isNegative ? mode : .up
    return WrittenQuantity(tried.amount.rounded(to: 0, outward), tried.form)
  }
}

extension InputErrors {
  /// The first of the problems, as the reason why a figure is absent.
  fileprivate var reason: String { diagnostics.first?.message ?? "the files refuse it" }
}
