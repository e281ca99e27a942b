/// The lines under `data:` that make a workspace read an export as it was told to be.
struct ImportBlock {
  let inspection: ImportInspection
  let table: ImportTable

  /// YAML, with a comment wherever the user has to decide.
  var text: String {
    var lines = currency + ["data:", "  \(table.rawValue):", "    file: \(quoted(inspection.file))"]
    if let order = dateOrder { lines.append("    date_order: \(order)") }
    if let decimal { lines.append("    decimal: \(decimal)") }
    let needed = Set(inspection.missing.filter(\.isRequired).map(\.column))
    let own = inspection.mapping.filter { ImportKey($0.column).text != ImportKey($0.header).text }
    if !own.isEmpty || !needed.isEmpty {
      lines.append("    columns:")
      lines += own.map { "      \($0.column): \(quoted($0.header))" }
      lines += inspection.missing.filter(\.isRequired).map {
        "      # \($0.column): the header that holds it"
      }
    }
    let settings = stages + categories
    if !settings.isEmpty { lines.append("pipeline:") }
    return (lines + settings).joined(separator: "\n") + "\n"
  }

  /// What makes amounts count that are not in dollars: the currency of all of them, or the rates of each.
  private var currency: [String] {
    let named = inspection.currencies.filter { !$0.name.isEmpty }.compactMap { Currency($0.name) }.uniqued()
    let others = named.filter { $0 != .usd }
    guard !others.isEmpty else { return [] }
    if named.count == 1, !inspection.currencies.contains(where: \.name.isEmpty) {
      return ["company:", "  currency: \(named[0])"]
    }
    return ["company:", "  # what 1 of each is in USD, or in the 'currency' that you name here", "  fx:"]
      + others.map { "    # \($0): its rate" }
  }

  /// The forecast categories that no vendor delivers.
  private var categories: [String] {
    let own = inspection.categories.map(\.name).filter { !$0.isEmpty && DealCategory($0) == nil }
    guard table == .opportunities, !own.isEmpty else { return [] }
    return [
      "  # omitted, pipeline, upside, best_case, most_likely, commit or closed", "  forecast_categories:",
    ]
      + own.map { "    \(quoted($0)): # which of them" }
  }

  /// The stages, where one is among them that nothing places; whoever names stages names all open ones.
  private var stages: [String] {
    let rules = StageRules()
    let names = inspection.stages.map(\.stage).filter { !$0.isEmpty }
    let hasFlags = inspection.mapping.contains { $0.column == "is_closed" }
    guard table == .opportunities, !hasFlags, names.contains(where: { rules.rule(for: $0) == nil }) else {
      return []
    }
    let open = names.filter { rules.rule(for: $0)?.outcome ?? .open == .open }
    let endings = inspection.stages.reduce(into: [:]) { $0[$1.stage] = $1.ending }
    return [
      "  # in the order in which deals go through them; mark ends {outcome: won} or {outcome: lost}",
      "  stages:",
    ]
      + open.map { name in
        guard let ending = endings[name] else { return "    \(quoted(name)): {outcome: open}" }
        let chance = ending == .won ? "100%" : "0%"
        return
          "    \(quoted(name)): {outcome: \(ending.rawValue)} # proposed: all its rows have a chance of \(chance)"
      }
  }

  /// The order of day and month where a column needs one: the proved one, else what to decide.
  private var dateOrder: String? {
    let verdicts = inspection.dates.map(\.order)
    if verdicts.contains(.contradictory) { return "# one column has both orders: export it again" }
    switch (verdicts.contains(.dmy), verdicts.contains(.mdy)) {
    case (true, true): return "# the columns differ: export them in one format"
    case (true, false): return "dmy"
    case (false, true): return "mdy"
    case (false, false): return verdicts.contains(.ambiguous) ? "# dmy or mdy: no date tells" : nil
    }
  }

  private var decimal: String? {
    let verdicts = inspection.numbers.map(\.decimal)
    if verdicts.contains(.contradictory) { return "# point or comma: the cells contradict each other" }
    if verdicts.contains(.comma) { return "comma" }
    return verdicts.contains(.ambiguous) ? "# point or comma: no cell tells" : nil
  }

  /// A scalar that YAML reads back as this very text.
  private func quoted(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
        || [0x20, 0x2E, 0x2F, 0x5F].contains(byte)
    }
    if plain, let first = text.utf8.first, let last = text.utf8.last, 0x41...0x7A ~= first, last != 0x20,
      !["null", "true", "false"].contains(text.lowercased())
    {
      return text
    }
    // A JSON string is a YAML one.
    var string: [UInt8] = []
    appendJSONString(text.utf8, to: &string)
    return String(decoding: string, as: UTF8.self)
  }
}
