extension Company {
  /// Reads `company.benchmarks`: bands by metric, in the metric's unit, with a scope between where one is named.
  static func benchmarks(_ fields: inout Fields) -> Benchmarks {
    var own: [String: [BandList]] = [:]
    for (id, value) in fields.nodes("benchmarks") {
      let key = "benchmarks.\(id)"
      guard let metric = Metrics[id] else {
        let hint = didYouMean(id, among: Metrics.all.lazy.map(\.id))
        fields.refuseKey(key, "company.unknown-metric", "there is no metric '\(printable(id))'", hint: hint)
        continue
      }
      let scopes = value.entries.filter { $0.value.kind == .mapping }
      for (name, edges) in scopes {
        guard let scope = Scope(rawValue: name.text) else {
          let hint = didYouMean(name.text, among: Scope.allCases.map(\.rawValue))
          fields.refuse(
            at: name, "company.unknown-scope", "there is no scope '\(printable(name.text))' of bands",
            hint: hint)
          continue
        }
        bands(&fields, metric, scope, edges, at: "\(key).\(name.text)").map {
          own[id, default: []].append($0)
        }
      }
      guard scopes.count < value.entries.count || value.entries.isEmpty else { continue }
      bands(&fields, metric, .company, value, at: key).map { own[id, default: []].append($0) }
    }
    return Benchmarks(own)
  }

  /// Reads the edges of one list; other mappings inside it are scopes, and are not edges.
  private static func bands(
    _ fields: inout Fields, _ metric: Metric, _ scope: Scope, _ node: Node, at key: String
  ) -> BandList? {
    guard node.kind == .mapping else {
      fields.refuse(
        at: node, "decode.wrong-shape",
        "'\(fields.path(of: key))' is \(node.inWords), but band edges are wanted",
        hint: "write it like {good: 100%, great: 110%}")
      return nil
    }
    var edges: [(key: String, value: Double)] = []
    for (name, value) in node.entries where value.kind != .mapping && !value.isNotGiven {
      let kind = FieldKind<Double>.figure(in: metric.unit)
      guard let edge = fields.read(value, under: "\(key).\(name.text)", as: kind) else { return nil }
      edges.append((name.text, edge))
    }
    do throws(BandProblem) {
      return try BandList.own(for: metric, in: scope, edges: edges)
    } catch {
      let fault = node.entries.first { $0.key.text == error.key }?.key ?? node
      fields.refuse(at: fault, "company.benchmarks", error.message, hint: error.hint)
      return nil
    }
  }
}

extension FieldKind where Value == Double {
  /// A value of a metric, written in its unit: `25%`, `3x`, `12 months`, `$1.2M`.
  static func figure(in unit: MetricUnit) -> FieldKind {
    let span: TimeSpan.Unit? =
      switch unit {
      case .minutes: .minutes
      case .hours: .hours
      case .businessHours: .businessHours
      case .days: .days
      case .months: .months
      case .years: .years
      default: nil
      }
    return quantity("figure", "a value in the metric's unit", placeholder: 0) {
      text, context throws(QuantityError) in
      if let span { return try TimeSpan.parse(text, unit: span).count(of: span) }
      switch unit {
      case .rate: return try Rate.parse(text).fraction
      case .ratio: return try Ratio.parse(text).value
      case .money, .moneyPerDay: return try context.money(text).units
      default: return try Number.parse(text)
      }
    }
  }
}
