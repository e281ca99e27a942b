extension Report {
  /// The tables of the report by which one of them can be asked for alone, in reading order.
  ///
  /// A table is called by its key, or with that of its section before it where two share one: `owners`,
  /// `cuts.segment.groups`.
  public var tableNames: [String] {
    let paths = tables.map { path(of: $0.table, in: $0.section) }
    return zip(paths, tables).map { path, place in
      tables.count { $0.table.key == place.table.key } > 1 ? path : place.table.key
    }
  }

  /// The report with one of its tables and nothing else; nil where none has that name.
  public func only(_ name: String) -> Report? {
    let names = tableNames
    let found = tables.indices.filter {
      names[$0] == name || path(of: tables[$0].table, in: tables[$0].section) == name
    }
    guard let index = found.first else { return nil }
    var report = self
    let section = tables[index].section
    report.sections = [Section(section.key, section.title, [.table(tables[index].table)])]
    return report
  }

  private var tables: [(section: Section, table: Table)] {
    sections.flatMap { section in
      section.blocks.compactMap { block in
        guard case .table(let table) = block else { return nil }
        return (section, table)
      }
    }
  }

  private func path(of table: Table, in section: Section) -> String {
    [section.key, table.key].filter { !$0.isEmpty }.joined(separator: ".")
  }
}
