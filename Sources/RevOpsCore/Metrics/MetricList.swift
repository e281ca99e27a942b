/// Gathers the metrics of an area, one statement each, so that the compiler checks them one by one.
@resultBuilder
enum MetricList {
  static func buildBlock(_ metrics: Metric...) -> [Metric] { metrics }
}

extension Metric {
  init(
    _ id: String, _ title: String, _ unit: MetricUnit, _ direction: Direction, _ tier: MetricTier,
    _ owner: Role, _ definition: String, _ formula: String, terms: KeyValuePairs<String, MetricUnit> = [:],
    standard: String? = nil, standardSource: String = "", variants: [Variant] = [], bands: [BandList] = [],
    aliases: [String] = [], related: [String] = [], command: String
  ) {
    let ownTerms = terms.map { Term(key: $0.key, unit: $0.value) }
    let first = standard.map {
      Variant(id: $0, formula: formula, terms: ownTerms, source: standardSource)
    }
    self.init(
      id: id, title: title, area: .audit, unit: unit, direction: direction, tier: tier, owner: owner,
      definition: definition, formula: formula, terms: ownTerms,
      variants: first.map { [$0] + variants } ?? [], bands: bands, aliases: aliases, related: related,
      command: command)
  }
}

extension Metric.Variant {
  init(_ id: String, _ formula: String, _ source: String, _ terms: KeyValuePairs<String, MetricUnit>) {
    self.init(
      id: id, formula: formula, terms: terms.map { Metric.Term(key: $0.key, unit: $0.value) },
      source: source)
  }
}

/// The titles under which bands and definitions name their origin.
enum Source {
  static let audit = "RevOps Engine, phase 1"
  static let rubric = "RevOps Engine, quality rubric"
  static let edgeCases = "RevOps Engine, edge cases"
  static let operatingSystem = "Revenue Operating System"
  static let mergerGuidelines = "U.S. Horizontal Merger Guidelines (2010), 5.3"
  static let fieldManual = "Field Manual, module 1"
  static let quantiles = "the meaning of P10 and P90"

  static func engine(_ phase: Int) -> String { "RevOps Engine, phase \(phase)" }
  static func map(_ block: Int) -> String { "RevOps Knowledge Map, block \(block)" }
}
