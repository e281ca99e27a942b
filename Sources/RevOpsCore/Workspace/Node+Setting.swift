extension Node {
  /// A copy of the value in which a setting's value stands at its path, from a step of it on.
  ///
  /// A key that is not there is added, with the mappings on the way to it; whether it means anything is for
  /// decoding to say.
  func setting(_ setting: Setting, from first: Int = 0) throws(InputErrors) -> Node {
    var overlay = Overlay(self)
    try overlay.apply(setting, from: first)
    return overlay.document.root
  }
}

/// The values of one node while settings change them.
private struct Overlay {
  private var entries: [Document.Entry]
  private var decoded: [UInt8]
  private var sources: [SourceText]

  init(_ node: Node) {
    let all = node.document.entries
    entries = Array(all[node.index..<(node.index + all[node.index].span)])
    decoded = node.document.decoded
    sources = node.document.sources
  }

  var document: Document { Document(sources: sources, entries: entries, decoded: decoded) }

  mutating func apply(_ setting: Setting, from first: Int) throws(InputErrors) {
    let added = setting.value.document.sources
    guard UInt16(exactly: sources.count + added.count) != nil else {
      throw InputErrors(Diagnostic("set.too-many", "at most 32,767 values can be set in one run"))
    }
    let source = UInt16(truncatingIfNeeded: sources.count)
    sources.append(setting.path.source)
    sources += added
    defer { decoded += setting.value.document.decoded }
    var index = 0
    var ancestors: [Int] = []
    for (offset, step) in setting.path.steps.enumerated().dropFirst(first) {
      ancestors.append(index)
      if case .key = step.target, isNotGiven(index) { makeMapping(index) }
      if let child = try child(of: index, step, setting) {
        index = child
        continue
      }
      let added = try chain(setting, from: offset, source: source)
      insert(added, at: index + entries[index].span, below: ancestors)
      return
    }
    replace(index, by: value(of: setting, source: source), below: ancestors)
  }

  /// The index of what a step names; nil for a key that is not there yet.
  private func child(of index: Int, _ step: ValuePath.Step, _ setting: Setting) throws(InputErrors) -> Int? {
    let node = Node(document: document, index: index)
    let isList = if case .key = step.target { false } else { true }
    guard node.kind == (isList ? .sequence : .mapping) else {
      let wanted = isList ? "a list" : "keys with values"
      throw refused(
        "what stands here is \(node.inWords), but \(wanted) would be needed", step, setting,
        hint: node.kind == .sequence
          ? "an item is named by its place or a key of its own: [0] or [name=Visitor]" : nil)
    }
    switch step.target {
    case .key(let key):
      return node[key]?.index
    case .item(let place):
      let items = node.items
      guard place < items.count else {
        throw refused("the list has \(items.count) items, counted from [0]", step, setting)
      }
      return items[place].index
    case .match(let key, let value):
      let items = node.items
      if let match = items.first(where: { $0[key]?.hasText(value) == true }) { return match.index }
      let values = items.compactMap { $0[key]?.text }
      throw refused(
        "no item of the list has '\(key)' '\(value)'", step, setting, hint: didYouMean(value, among: values))
    }
  }

  /// A key with its value, and the keys between where the path goes on.
  private func chain(
    _ setting: Setting, from offset: Int, source: UInt16
  ) throws(InputErrors) -> [Document.Entry] {
    var chain = value(of: setting, source: source)
    for index in (offset..<setting.path.steps.count).reversed() {
      let step = setting.path.steps[index]
      guard case .key = step.target else {
        throw refused("there is no list here to take an item of", step, setting)
      }
      chain.insert(entry(.string, at: step.range, source: source), at: 0)
      guard index > offset else { break }
      var mapping = entry(.mapping, at: step.range, source: source)
      mapping.extra = UInt32(truncatingIfNeeded: chain.count + 1)
      chain.insert(mapping, at: 0)
    }
    return chain
  }

  /// The setting's own value with all that it holds; its sources follow that of the path.
  private func value(of setting: Setting, source: UInt16) -> [Document.Entry] {
    let (all, index) = (setting.value.document.entries, setting.value.index)
    return all[index..<(index + all[index].span)].map { entry in
      var entry = entry
      entry.source += source + 1
      if entry.form == .decoded { entry.extra += UInt32(truncatingIfNeeded: decoded.count) }
      return entry
    }
  }

  private mutating func replace(_ index: Int, by value: [Document.Entry], below ancestors: [Int]) {
    let old = entries[index].span
    entries.replaceSubrange(index..<(index + old), with: value)
    grow(ancestors, by: value.count - old)
  }

  private mutating func insert(_ added: [Document.Entry], at index: Int, below ancestors: [Int]) {
    entries.insert(contentsOf: added, at: index)
    grow(ancestors, by: added.count)
  }

  private mutating func grow(_ ancestors: [Int], by change: Int) {
    for index in ancestors {
      entries[index].extra = UInt32(truncatingIfNeeded: entries[index].span + change)
    }
  }

  private func isNotGiven(_ index: Int) -> Bool { Node(document: document, index: index).isNotGiven }

  private mutating func makeMapping(_ index: Int) {
    entries[index].kind = .mapping
    entries[index].extra = 1
    entries[index].form = .plain
  }

  private func entry(_ kind: Node.Kind, at range: Range<Int>, source: UInt16) -> Document.Entry {
    Document.Entry(
      start: UInt32(truncatingIfNeeded: range.lowerBound), length: UInt32(truncatingIfNeeded: range.count),
      extra: kind == .mapping ? 1 : 0, kind: kind, form: .plain, source: source)
  }

  private func refused(
    _ message: String, _ step: ValuePath.Step, _ setting: Setting, hint: String? = nil
  ) -> InputErrors {
    InputErrors(Diagnostic("set.path", message, at: setting.path.place(of: step), hint: hint))
  }
}
