@testable import RevOpsCore

/// The value of a YAML text.
func yaml(_ text: String, name: String = "plan.yaml") throws(InputErrors) -> Node {
  try Document.read(SourceText(name: name, text: text)).root
}

/// The problems of a body that has to fail, one a line: `plan.yaml:2:5: message (hint)`; none where it does not.
func problems<Value>(of body: () throws(InputErrors) -> Value) -> [String] {
  do throws(InputErrors) {
    _ = try body()
    return []
  } catch {
    return error.diagnostics.map(line)
  }
}

/// A problem on one line.
func line(_ problem: Diagnostic) -> String {
  let place = problem.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
  return place + problem.message + (problem.hint.map { " (\($0))" } ?? "")
}

/// A reader over files that exist only here.
func reader(_ files: [String: String]) -> FileReader {
  { path throws(InputErrors) in
    guard let text = files[path] else { throw InputErrors(Diagnostic("file.missing", "no file '\(path)'")) }
    return Array(text.utf8)
  }
}

/// A workspace of files that exist only here; the first day of 2026 is today.
func workspace(
  _ files: [String: String], _ path: String = "revops.yaml", as area: String? = nil,
  set settings: [String] = [],
  options: RunOptions = RunOptions(), registry: [AnyAnalysis] = [], machine: Machine = .plain
) throws(InputErrors) -> Workspace {
  var options = options
  for text in settings { options.settings.append(try Setting(text)) }
  return try Workspace.load(
    path, as: area, options: options, today: day("2026-01-01"), registry: AnalysisRegistry(registry),
    machine: machine, reader: reader(files))
}

/// A day that a test is sure of.
func day(_ text: String) -> CalendarDate { (try? CalendarDate.parse(text)) ?? .earliest }
