extension Workspace {
  /// The same files with other values in them; what is not changed is not read again.
  ///
  /// - Throws: That a path leads nowhere, or what is wrong with the company or the data after the change.
  func with(_ settings: [Setting]) throws(InputErrors) -> Workspace {
    var changed = self
    for setting in settings { changed.apply(setting) }
    let shared = settings.compactMap { try? section(of: $0.path).name }
    if shared.contains("company") || shared.contains("data") {
      let hadDay = company.asOf
      changed.tables = [:]
      changed.inputs.removeAll { $0.rows != nil }
      changed.settle()
      if options.asOf == nil, let day = changed.company.asOf, day != hadDay {
        changed.asOf = AsOf(day, from: .file)
      }
    }
    if let errors = InputErrors(changed.problems) { throw errors }
    return changed
  }

  /// Puts a setting's value into the section that its path names; what is wrong with it is kept.
  mutating func apply(_ setting: Setting) {
    do throws(InputErrors) {
      let (name, step) = try section(of: setting.path)
      sections[name] = try (sections[name] ?? Node.empty).setting(setting, from: step)
    } catch {
      problems += error.diagnostics
    }
  }

  /// The section that a path leads into, and the first step inside it: a document given alone needs no name.
  func section(of path: ValuePath) throws(InputErrors) -> (name: String, step: Int) {
    let first = path.firstKey
    if let document, first != document { return (document, 0) }
    guard !Workspace.readSections.contains(first) else { return (first, 1) }
    guard !Workspace.sectionNames.contains(first) else {
      throw InputErrors(
        Diagnostic(
          "set.path", "nothing in this version reads the section '\(first)'",
          at: path.place(of: path.steps[0]),
          hint: "the setting would change no figure; 'revops schema' lists the sections that are read"))
    }
    throw InputErrors(
      Diagnostic(
        "set.path", "there is no section '\(printable(first))'", at: path.place(of: path.steps[0]),
        hint: didYouMean(first, among: Workspace.sectionNames)))
  }

  /// What stands at a path; nil where nothing does.
  func value(at path: ValuePath) throws(InputErrors) -> Node? {
    let (name, step) = try section(of: path)
    return sections[name]?.value(at: path.steps.dropFirst(step))
  }

  /// Decodes what all areas share: the company, its currency and the tables there are.
  mutating func settle() {
    var fields = Fields(sections["company"], path: "company")
    company = Company(&fields, reader: reader)
    fields.refuseUnknownKeys()
    problems += fields.problems
    if let wanted = options.currency { show(wanted) }
    sources = given
    guard let node = sections["data"] else { return }
    var data = Fields(node, path: "data", context: company.fieldContext)
    sources = TableSource.decode(&data, folder: folder(of: path), given: given)
    data.refuseUnknownKeys()
    problems += data.problems
  }

  private mutating func show(_ currency: Currency) {
    guard company.rates.rate(of: currency) != nil else {
      let message = "--currency is \(currency), but 'company.fx' gives no rate for it"
      let hint = "give 1 \(currency) in \(company.rates.home) under company.fx"
      problems.append(Diagnostic("workspace.no-rate", message, hint: hint))
      return
    }
    company.currency = currency
  }
}

extension Node {
  /// A value that gives nothing, for settings to start from.
  static var empty: Node {
    let source = SourceText(name: "--set", text: "")
    let entry = Document.Entry(start: 0, length: 0, extra: 0, kind: .null, form: .plain, source: 0)
    return Document(sources: [source], entries: [entry], decoded: []).root
  }
}
