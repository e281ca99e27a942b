/// Two versions of the files mixed: the earlier one with some of its differences to the later one made.
///
/// What is made of the tables is kept for each set of tables, day and company that comes up, since the values of the
/// sections leave it as it is.
struct Mixture {
  private let before: WhatIf
  private let after: WhatIf
  private let differences: [DocumentDifference]
  /// The earlier version with some shared differences made, by their places.
  private var prepared: [[Int]: Result<Workspace, InputErrors>] = [:]

  init(of before: WhatIf, and after: WhatIf, _ differences: [DocumentDifference]) {
    (self.before, self.after, self.differences) = (before, after, differences)
  }

  /// The values of some figures with some of the differences made, by their places; all absent where the files refuse
  /// the mixture.
  mutating func values(of wanted: [WantedFigure], with made: [Int]) -> [Figure] {
    do throws(InputErrors) {
      let tree = try figures(with: made)
      return wanted.map { $0.value(in: tree).figure }
    } catch {
      let reason = error.diagnostics.first?.message ?? "the files refuse it"
      return wanted.map { _ in .absent(because: reason) }
    }
  }

  /// All figures with some of the differences made.
  mutating func figures(with made: [Int]) throws(InputErrors) -> FigureTree {
    let shared = made.filter { differences[$0].isShared }
    if prepared[shared] == nil {
      do throws(InputErrors) {
        prepared[shared] = .success(try workspace(with: shared))
      } catch {
        prepared[shared] = .failure(error)
      }
    }
    let mixed = try (prepared[shared] ?? .success(before.workspace)).get()
    let others = made.filter { !differences[$0].isShared }.compactMap { differences[$0].setting }
    return try before.figures(of: try mixed.with(others), changed: nil)
  }

  private func workspace(with shared: [Int]) throws(InputErrors) -> Workspace {
    guard !shared.isEmpty else { return before.workspace }
    let made = shared.map { differences[$0] }
    var mixed = try before.workspace.with(made.compactMap(\.setting))
    for difference in made { difference.takeOver(&mixed, from: after.workspace) }
    before.prepare(&mixed)
    if let errors = InputErrors(mixed.problems) { throw errors }
    return mixed
  }
}
