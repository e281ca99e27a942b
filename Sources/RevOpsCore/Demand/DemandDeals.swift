extension Demand {
  /// The deals of the workspace, summed as the analysis needs them.
  struct Deals {
    /// Created in the period, by segment and source, in the order of the file.
    private(set) var created: [Cell] = []
    /// Open and closing in each coming quarter, by source.
    private(set) var open: [[DemandSource?: Double]] = []
    /// The same by segment, and by region.
    private(set) var openBySegment: [[String: [DemandSource?: Double]]] = []
    private(set) var openByRegion: [[String: [DemandSource?: Double]]] = []
    /// Created in the period by region; nil where the file has no such column.
    private(set) var createdByRegion: [String: Double]?
    /// Deals of either that have no amount.
    private(set) var missingAmounts = 0
    private(set) var cuts: [Cut] = []
    private var isOfType: [Bool] = []

    init() {}

    /// - Parameters:
    ///   - table: The deals.
    ///   - types: The types that count; empty for all.
    ///   - sources: What words stand for which source.
    ///   - period: When a deal was created to be in the mix.
    ///   - quarters: The coming quarters.
    ///   - columns: The columns that figures are cut by.
    init(
      _ table: OpportunityTable, types: [String], _ sources: DemandSources, _ period: Period,
      _ quarters: [Period], cuts columns: [String]
    ) {
      let wanted = Set(types.map { ImportKey($0).text })
      let kinds = wanted.isEmpty ? nil : table.labels("type")
      isOfType = (0..<table.count).map { row in
        kinds.map { wanted.contains(ImportKey($0[row] ?? "").text) } ?? true
      }
      let words = table.labels("source") ?? Labels()
      let segments = table.labels("segment") ?? Labels()
      let standsFor = words.names.map(sources.source)
      let regions = table.labels("region")
      if regions != nil { createdByRegion = [:] }
      open = quarters.map { _ in [:] }
      (openBySegment, openByRegion) = (quarters.map { _ in [:] }, quarters.map { _ in [:] })
      var places: [[Int32]: Int] = [:]
      var tallies = columns.map { _ in [String: Cut.Group]() }
      let labels = columns.map { table.labels($0) ?? Labels() }
      for row in 0..<table.count where isOfType[row] {
        let code = words.codes.indices.contains(row) ? words.codes[row] : Labels.missing
        let source = code == Labels.missing ? nil : standsFor[Int(code)]
        let isCreated = table.date("created_date", row).map(period.contains) ?? false
        let quarter =
          table.outcomes[row] == .open
          ? table.date("close_date", row).flatMap { day in quarters.firstIndex { $0.contains(day) } } : nil
        guard isCreated || quarter != nil else { continue }
        guard !table.coins[row].isNaN else {
          missingAmounts += 1
          continue
        }
        let amount = table.units(table.coins[row])
        if let quarter {
          open[quarter][source, default: 0] += amount
          openBySegment[quarter][segments[row] ?? "", default: [:]][source, default: 0] += amount
          if let regions {
            openByRegion[quarter][regions[row] ?? "", default: [:]][source, default: 0] += amount
          }
        }
        if isCreated, let regions { createdByRegion?[regions[row] ?? "", default: 0] += amount }
        for (index, labels) in labels.enumerated() {
          let name = labels[row] ?? ""
          let none = Cut.Group(group: name, created: 0, open: quarters.map { _ in 0 })
          if isCreated { tallies[index][name, default: none].created += amount }
          if let quarter { tallies[index][name, default: none].open[quarter] += amount }
        }
        guard isCreated else { continue }
        let segment = segments.codes.indices.contains(row) ? segments.codes[row] : Labels.missing
        let place = places[[segment, code]] ?? created.count
        if place == created.count {
          places[[segment, code]] = place
          created.append(
            Cell(segment: segments[row] ?? "", source: source, word: words[row] ?? "", deals: 0, amount: 0))
        }
        created[place].deals += 1
        created[place].amount += amount
      }
      cuts = zip(columns, tallies).map { column, groups in
        Cut(
          by: column,
          groups: groups.values.sorted { ($1.created, $0.group) < ($0.created, $1.group) })
      }
    }

    /// Whether a row is of a type that counts.
    func counts(_ row: Int) -> Bool { isOfType.indices.contains(row) && isOfType[row] }
  }
}
