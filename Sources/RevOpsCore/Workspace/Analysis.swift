/// A pure function of a workspace: what one `revops AREA VERB` computes.
///
/// Everything else (what-if, checks, diff, reports, JSON) is built once on top of it, for all analyses.
public protocol Analysis: Sendable {
  /// What it needs, decoded and valid.
  associatedtype Input: Sendable
  /// What it computes: plain values, doubles in base units, figures that can be absent.
  associatedtype Result: Encodable & Sendable

  /// `area` or `area.verb`: the words of the command, and the first words of every figure's path.
  static var key: String { get }
  /// What the result shows, as a heading.
  static var title: String { get }
  /// The workspace sections it reads, its own first.
  static var sections: [String] { get }
  /// The data tables it cannot do without.
  static var tables: [String] { get }

  /// Data tables that it uses where they are there.
  static var optionalTables: [String] { get }
  /// The columns of tables that it will ask for, by table; what it does not say is read when it is asked for.
  static func columns(in workspace: Workspace) -> [String: [ColumnUse]]
  /// What takes the rows of tables in place of columns where the analysis runs alone, by table.
  static func folds(in workspace: Workspace) -> [String: FoldMaker]
  /// The metrics that it weighs where other analyses measure them, by catalogue id; their tables are read too.
  static var weighs: [String] { get }
  /// Whether it looks at rows that repeat a deal too; others count each deal once.
  static var looksAtRepeatedDeals: Bool { get }
  /// The metrics that it may measure for the others, by catalogue id; it is not computed for any else.
  static var measures: [String] { get }
  /// Whether it is about the whole workspace, so that what is wrong with any section of it is told.
  static var looksAtAllSections: Bool { get }
  /// The ids of what it finds, for one that looks back on the past at length: `check` computes it only where one of
  /// them, or a figure of it, is named. Nil for one whose findings are always told.
  static var findingsOnDemand: [String]? { get }
  /// The metrics it reports, by catalogue id; of those with several definitions the one in force is named.
  static var metrics: [String] { get }

  /// Whether there is nothing to say without its own section, so that a run of it alone is refused; no for one that
  /// measures from data, or says itself what it lacks.
  static var needsSection: Bool { get }
  /// Whether a workspace gives it what it needs: all its tables, or for one without tables its own section.
  static func isFed(by workspace: Workspace) -> Bool
  /// Reads its input from a workspace, or names every problem of it.
  static func input(from workspace: Workspace) throws(InputErrors) -> Input
  /// Keeps in a workspace what it makes of the tables, so that many runs over the same files make it once.
  static func keep(in workspace: inout Workspace)
  /// Whether two inputs are one, so that the result of the one is that of the other.
  static func isSame(_ input: Input, as other: Input) -> Bool
  /// Computes; cannot fail, since the input is valid.
  static func compute(_ input: Input) -> Result
  /// Judges a result by the bands of the metric catalogue and the area's rules.
  static func findings(of result: Result, for input: Input) -> [Finding]
  /// Lays a result out for people.
  static func report(_ result: Result, findings: [Finding], for input: Input) -> Report
  /// The defaults it used where the files were silent, by path.
  static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member]
  /// What it measures, by metric id, for analyses that weigh facts against statements.
  static func measurements(of result: Result, for input: Input) -> [Measurement]
}

extension Analysis {
  /// None, unless an analysis says otherwise.
  public static var tables: [String] { [] }
  /// None, unless an analysis says otherwise.
  public static var optionalTables: [String] { [] }
  /// None, unless an analysis says otherwise.
  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] { [:] }
  /// None, unless an analysis says otherwise.
  public static func folds(in workspace: Workspace) -> [String: FoldMaker] { [:] }
  /// None, unless an analysis says otherwise.
  public static var weighs: [String] { [] }
  /// No, unless an analysis says otherwise.
  public static var looksAtRepeatedDeals: Bool { false }
  /// Those that it reports, unless an analysis says otherwise.
  public static var measures: [String] { metrics }
  /// No, unless an analysis says otherwise.
  public static var looksAtAllSections: Bool { false }
  /// No, unless an analysis says otherwise.
  public static var needsSection: Bool { false }
  /// Nil, unless an analysis says otherwise.
  public static var findingsOnDemand: [String]? { nil }
  /// None, unless an analysis says otherwise.
  public static var metrics: [String] { [] }
  /// Whether all its tables are there, or for an analysis without tables its own section.
  public static func isFed(by workspace: Workspace) -> Bool {
    guard tables.isEmpty else { return tables.allSatisfy { workspace.sources[$0] != nil } }
    return sections.first.map(workspace.has) ?? false
  }
  /// No, unless its inputs can be compared.
  public static func isSame(_ input: Input, as other: Input) -> Bool { false }
  /// Nothing, unless an analysis says otherwise.
  public static func keep(in workspace: inout Workspace) {}
  /// None, unless an analysis says otherwise.
  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] { [] }
  /// None, unless an analysis says otherwise.
  public static func measurements(of result: Result, for input: Input) -> [Measurement] { [] }
}

extension Analysis where Input: Equatable {
  /// Whether they are equal.
  public static func isSame(_ input: Input, as other: Input) -> Bool { input == other }
}

/// A metric measured from data rather than stated by somebody.
public struct Measurement: Hashable, Sendable {
  /// How a figure is judged.
  public enum Judgement: Hashable, Sendable {
    /// By its value and the bands in force.
    case byValue
    /// By an analysis that knows more of it; nil where that cannot tell.
    case level(Level?)
  }

  /// The id in the metric catalogue.
  public var metric: String
  /// What was measured, in the metric's unit.
  public var figure: Figure
  /// The figure's path, such as `pipeline.hygiene.duplicate_rate`.
  public var source: String
  /// How it is judged.
  public var judgement: Judgement

  /// Makes a measurement.
  public init(_ metric: String, _ figure: Figure, source: String, judged judgement: Judgement = .byValue) {
    self.metric = metric
    self.figure = figure
    self.source = source
    self.judgement = judgement
  }

  /// The band of the figure; nil where it is absent, its metric has no bands, or none can be told.
  func level(by benchmarks: Benchmarks) -> Level? {
    switch judgement {
    case .byValue: figure.value.flatMap { benchmarks.judge(metric, $0)?.level }
    case .level(let level): level
    }
  }
}
