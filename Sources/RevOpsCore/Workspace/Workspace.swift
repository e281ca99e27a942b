/// Reads the bytes of a file by the path the user gave, or says why it cannot.
///
/// The core opens nothing by itself: the executable hands this in, and a test hands in a dictionary.
public typealias FileReader = @Sendable (_ path: String) throws(InputErrors) -> [UInt8]

/// What a user handed over: a workspace file or a single document, decoded as far as all areas share it.
///
/// Problems of its files are kept, so that a run can name them together with those of the areas; nothing
/// computes while there is one.
public struct Workspace: Sendable {
  /// The path of the workspace file, or of the document given alone.
  public let path: String
  /// The area whose document was given alone; nil where the file is a table of contents.
  let document: String?
  /// The company: currency, calendar, definitions and bands.
  public internal(set) var company: Company {
    didSet {
      kept = [:]
      pipeline = nil
    }
  }
  /// What this run asks for.
  public internal(set) var options: RunOptions { didSet { kept = [:] } }
  /// The sections by name, each the node that holds it, with the settings of the run in it.
  public internal(set) var sections: [String: Node] { didSet { pipeline = nil } }
  /// Where the workspace file names each section; a section of a setting or of a document alone is not there.
  var sectionKeys: [String: Place] = [:]
  /// The data tables that the command line gives rather than a file.
  var given: [String: TableSource] = [:]
  /// The data tables by name, as the workspace declares them.
  public internal(set) var sources: [String: TableSource] = [:]
  /// The data tables read so far, by name.
  public internal(set) var tables: [String: DataTable] = [:] { didSet { kept = [:] } }
  /// The files read so far, in order.
  public internal(set) var inputs: [Outcome.InputFile] = []
  /// What is wrong with the files so far.
  public internal(set) var problems: [Diagnostic] = []
  /// What is to be said of the tables read so far, though they can be used.
  public internal(set) var warnings: [Diagnostic] = []
  /// The day everything is computed for.
  public internal(set) var asOf: AsOf { didSet { kept = [:] } }
  /// What areas have made of the tables, by a name of theirs, for runs that differ in other values alone.
  ///
  /// It may rest on the tables, the company, the options and the day, and is dropped when one of them changes; what
  /// it takes from a section it has to compare itself.
  var kept: [String: any Sendable] = [:]
  /// The section `pipeline` once it is decoded, since many analyses ask for it; dropped when a section or the company
  /// changes.
  var pipeline: PipelineSettings?
  /// The analyses that know this workspace.
  public internal(set) var registry: AnalysisRegistry
  let reader: FileReader
  /// Who helps with large tables.
  let machine: Machine
  /// Who is told of the keys that sections may hold, where nothing is read.
  var notes: SectionNotes? = nil

  /// The sections a workspace may have, in the order in which people read them.
  public static let sectionNames = [
    "company", "audit", "data", "funnel", "lead_scoring", "lead_routing", "pql", "pipeline", "forecast",
    "economics", "dashboard", "plan", "capacity", "quota", "comp", "territory", "attribution", "customers",
    "sla",
    "demand", "deals", "rhythm", "alignment", "checks", "scenarios", "sensitivity", "tests",
  ]

  /// The tables it may have under `data`.
  public static let tableNames = [
    "opportunities", "stage_history", "leads", "touches", "accounts", "subscriptions", "reps", "credits",
    "forecasts", "activities", "snapshots", "opportunities_before",
  ]

  /// Whether a section gives something.
  public func has(_ section: String) -> Bool { sections[section].map { !$0.isNotGiven } ?? false }

  /// The fields of a section, with the workspace's currency; a section that is not there has none.
  public func fields(of section: String) -> Fields {
    var fields = Fields(
      sections[section], path: section, owner: nil, context: company.fieldContext, isRecording: notes != nil,
      notes: notes)
    fields.note(FieldSpec("as_of", "date", wanted: "the day of all figures, such as 2026-03-31"))
    return fields
  }

  /// Decodes a section by one function that reads its fields, and throws all its problems.
  public func decode<Value>(
    _ section: String, _ read: (inout Fields) -> Value
  ) throws(InputErrors) -> Value {
    var fields = fields(of: section)
    let value = read(&fields)
    try fields.finish()
    return value
  }

  /// A table of the data; nil where the workspace does not declare it, or no analysis that runs asked for it.
  public func table(_ name: String) -> DataTable? { tables[name] }

  /// What the other analyses measure here of some metrics, by metric id, for one that weighs facts against statements.
  public func measurements(
    of metrics: [String], besides key: String
  ) throws(InputErrors) -> [String: Measurement] {
    try registry.measurements(of: metrics, in: self, besides: key)
  }
}

/// The day that figures are computed for, and who says so.
public struct AsOf: Hashable, Sendable {
  /// Who says which day it is, the strongest first.
  public enum Origin: Hashable, Sendable {
    /// `--as-of`.
    case option
    /// `as_of` of the company or of the document.
    case file
    /// The latest day that the data knows of.
    case data
    /// Nobody: it is today.
    case today
  }

  /// The day.
  public var date: CalendarDate
  /// Who says so.
  public var origin: Origin

  /// Makes a day with its origin.
  public init(_ date: CalendarDate, from origin: Origin) {
    self.date = date
    self.origin = origin
  }

  /// What a report says about the day: nothing where somebody chose it.
  public var remark: String? {
    switch origin {
    case .option, .file: nil
    case .data: "as of \(date), the latest day in the data"
    case .today: "as of \(date), today, since neither the files nor --as-of give a day"
    }
  }
}
