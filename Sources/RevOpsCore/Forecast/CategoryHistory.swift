extension Workspace {
  /// How the closed deals of each forecast category came out.
  ///
  /// A deal counts once in every category that it stood in while it was open, by the snapshots and the stage history; a
  /// closed row of the table that still has an open category counts there too.
  ///
  /// One that was closed after the day of the run had not come out by then.
  ///
  /// - Parameter table: The deals as they are now, which say how each ended.
  /// - Returns: A tally for each category that a closed deal stood in.
  /// - Throws: Each word that is no forecast category.
  func categoryOutcomes(
    _ table: OpportunityTable
  ) throws(InputErrors) -> [ForecastCategory: CategoryChances.Outcomes] {
    guard let ids = table.labels("id") else { return [:] }
    var isWon: [String: Bool] = [:]
    var stood: Set<Standing> = []
    let closings = table.closings
    for row in 0..<table.count where table.outcomes[row] != .open && !closings.isLater(row, than: asOf.date) {
      guard let id = ids[row] else { continue }
      isWon[DealKey(id).text] = table.outcomes[row] == .won
      if let category = ForecastCategory(table.categories[row]) {
        stood.insert(Standing(deal: DealKey(id).text, category: category))
      }
    }
    let names = try pipelineSettings().categories
    let sources = [("snapshots", "id", "snapshot_date"), ("stage_history", "opportunity_id", "entered_at")]
    for (name, column, day) in sources {
      guard let data = self.table(name) else { continue }
      stood.formUnion(try Standing.all(of: data, deal: column, day: day, by: asOf.date, names))
    }
    var outcomes: [ForecastCategory: CategoryChances.Outcomes] = [:]
    for standing in stood {
      guard let won = isWon[standing.deal] else { continue }
      outcomes[standing.category, default: .init()].closed += 1
      if won { outcomes[standing.category, default: .init()].won += 1 }
    }
    return outcomes
  }
}

/// That a deal stood in a category.
private struct Standing: Hashable {
  var deal: String
  var category: ForecastCategory

  /// The deals of a table with the categories that its rows give them, those of later days left out.
  static func all(
    of data: DataTable, deal column: String, day dayColumn: String, by day: CalendarDate,
    _ names: CategoryNames
  ) throws(InputErrors) -> Set<Standing> {
    guard let deals = data.labels(column), let words = data.labels("forecast_category") else { return [] }
    let known = words.names.map { names[$0] }
    var problems: [Diagnostic] = []
    for (code, word) in words.names.enumerated() where known[code] == nil {
      let place = data.mapping["forecast_category"].map {
        data.table.place(data.rows[words.firstRows[code]], $0)
      }
      problems.append(
        Diagnostic(
          "pipeline.unknown-category", "'\(printable(word))' is no forecast category", at: place,
          hint: names.wayOut(word)))
    }
    if let errors = InputErrors(problems) { throw errors }
    let days = try data.days(dayColumn)
    var found: Set<Standing> = []
    for row in deals.codes.indices where words.codes[row] != Labels.missing {
      if let then = days?[row], then > day { continue }
      guard let deal = deals[row], let category = ForecastCategory(known[Int(words.codes[row])]) else {
        continue
      }
      found.insert(Standing(deal: DealKey(deal).text, category: category))
    }
    return found
  }
}
