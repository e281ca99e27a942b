/// One value of a YAML or JSON file, with its place.
///
/// A node is a view: all values of a file lie in one flat list of its `Document`, so that reading
/// allocates nothing a value and freeing a deep file needs no recursion.
public struct Node: Sendable {
  /// What a value is under the YAML 1.2 core schema; a JSON value is one of the same.
  public enum Kind: UInt8, Sendable {
    case null, bool, integer, float, string, sequence, mapping
  }

  let document: Document
  let index: Int

  /// What the value is.
  public var kind: Kind { entry.kind }

  /// The text of a scalar: decoded for strings, as written for everything else; empty for collections.
  public var text: String { String(decoding: document.textBytes(of: index), as: UTF8.self) }

  /// Where the value stands.
  public var place: Place { document.place(of: index) }

  /// The values of a sequence in order; empty for anything else.
  public var items: [Node] {
    guard kind == .sequence else { return [] }
    return children()
  }

  /// The keys and values of a mapping in the order of the file; empty for anything else.
  public var entries: [(key: Node, value: Node)] {
    guard kind == .mapping else { return [] }
    let all = children()
    return stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }
  }

  /// The value of a key, compared byte for byte, or nil where the mapping has none.
  public subscript(key: String) -> Node? {
    guard kind == .mapping else { return nil }
    var index = self.index + 1
    let end = self.index + entry.span
    while index < end {
      let value = index + document.entries[index].span
      if document.textBytes(of: index).elementsEqual(key.utf8) {
        return Node(document: document, index: value)
      }
      index = value + document.entries[value].span
    }
    return nil
  }

  /// Whether a scalar has this very text, byte for byte.
  func hasText(_ text: String) -> Bool { document.textBytes(of: index).elementsEqual(text.utf8) }

  /// Whether the file gives nothing here: `null`, `~` or an empty string, all read alike.
  public var isNotGiven: Bool {
    kind == .null || (kind == .string && document.textBytes(of: index).isEmpty)
  }

  private var entry: Document.Entry { document.entries[index] }

  private func children() -> [Node] {
    var nodes: [Node] = []
    var index = self.index + 1
    let end = self.index + entry.span
    while index < end {
      nodes.append(Node(document: document, index: index))
      index += document.entries[index].span
    }
    return nodes
  }
}
