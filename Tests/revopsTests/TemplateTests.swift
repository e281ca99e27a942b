import Testing

@testable import RevOpsCore
@testable import revops

/// The starter documents are read by the analyses that they are for.
@Suite struct TemplateTests {
  /// A workspace of one document and a table of people.
  static func run(_ name: String, _ text: String) throws(InputErrors) -> Outcome? {
    let reps =
      "name,role,manager,start_date,quota,ote\nAna,AE,Xu,2024-01-01,600000,130000\nXu,Manager,,2023-01-01,,\n"
    let files = [
      "revops.yaml": "company: {as_of: 2025-12-31}\n\(name): \(name).yaml\ndata: {reps: reps.csv}\n",
      "\(name).yaml": text, "reps.csv": reps,
    ]
    let registry = AnalysisRegistry.standard
    let today = CalendarDate(year: 2026, month: 1, day: 1) ?? .earliest
    let workspace = try Workspace.load(
      "revops.yaml", today: today, registry: registry,
      reader: { path throws(InputErrors) in Array((files[path] ?? "").utf8) })
    return try registry[name]?.run(workspace)
  }

  @Test(arguments: ["audit", "plan", "capacity", "quota", "demand"])
  func filledInItRuns(name: String) throws {
    let template = try #require(Template.all.first { $0.name == name })
    let outcome = try #require(try Self.run(name, template.filled))
    #expect(outcome.key == name)
  }

  /// The last part of the workspace's template with the first mark taken off each line, beside the plan's: $1.5M over
  /// $18,000 are 84 deals, over 20 % 420 opportunities.
  @Test func whatIsCommentedOutRunsWithoutTheMarks() throws {
    let text = Template.workspace.filled
    let start = try #require(text.firstRange(of: "# plan: revenue-plan.yaml"))
    let block = text[start.lowerBound...].split(separator: "\n", omittingEmptySubsequences: false)
    let bare = block.map { $0.hasPrefix("# ") ? String($0.dropFirst(2)) : $0 == "#" ? "" : String($0) }
    let files = [
      "revops.yaml": String(text[..<start.lowerBound]) + bare.joined(separator: "\n"),
      "revenue-plan.yaml": Template.plan.filled, "revops-audit.yaml": Template.audit.filled,
    ]
    let loaded = try Workspace.load(
      "revops.yaml", today: CalendarDate(year: 2026, month: 1, day: 1) ?? .earliest, registry: .standard,
      reader: { path throws(InputErrors) in Array((files[path] ?? "").utf8) })
    #expect(["scenarios", "sensitivity", "tests"].allSatisfy { loaded.has($0) })
    let run = try CheckRun.evaluate(loaded)
    #expect(run.outcomes.filter { $0.id.hasPrefix("tests.") }.map(\.status) == [.passed])
    let scenarios = try Scenarios.run(loaded, Scenarios.Options())
    guard case .array(let states)? = scenarios.result["scenarios"] else { return }
    #expect(states.map { $0["name"] } == ["Base", "Bear"])
    let sensitivity = try Sensitivity.run(loaded, Sensitivity.Options())
    guard case .array(let tornados)? = sensitivity.result["tornados"],
      case .array(let inputs)? = tornados[0]["inputs"]
    else {
      Issue.record("a tornado is wanted")
      return
    }
    #expect(inputs.count == 2)
  }

  /// A form that is empty may lack what is required, but nothing in it is unknown or misplaced.
  @Test(arguments: ["audit", "plan", "capacity", "quota", "demand"])
  func asAFormItHoldsNoUnknownKey(name: String) throws {
    let template = try #require(Template.all.first { $0.name == name })
    do throws(InputErrors) {
      _ = try Self.run(name, template.form)
    } catch {
      let lacks = ["decode.missing-key", "demand.no-deals", "capacity.no-target"]
      let other = error.diagnostics.filter { !lacks.contains($0.id) }
      #expect(other.map(\.message) == [])
    }
  }
}
