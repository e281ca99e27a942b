/// What a user handed over: a workspace file or a single document, decoded as far as all areas share it.
public struct Workspace: Sendable {
  /// The sections by name, each the node that holds it.
  public var sections: [String: Node]

  /// Makes a workspace of sections that are already read.
  public init(sections: [String: Node]) {
    self.sections = sections
  }
}
