import Synchronization

/// The keys of sections, noted while sections that give nothing are read.
final class SectionNotes: Sendable {
  private let noted = Mutex<[String: [FieldSpec]]>([:])

  /// The keys noted so far, by section.
  var sections: [String: [FieldSpec]] { noted.withLock { $0 } }

  /// Notes a key of a section; what several looks say of it comes together.
  func add(_ spec: FieldSpec, to section: String) {
    noted.withLock { sections in
      if let index = sections[section]?.firstIndex(where: { $0.key == spec.key }) {
        sections[section]?[index].learn(from: spec)
      } else {
        sections[section, default: []].append(spec)
      }
    }
  }
}
