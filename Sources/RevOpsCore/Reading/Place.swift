/// Where something stands in a file the user can open: the thing every message points at.
public struct Place: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// How many Unicode scalars of the line are meant; 0 for a point between two.
  public var length: Int
  /// The line as it stands in the file, for the excerpt under a message; of a very long one the part around it.
  public var excerpt: String
  /// The column at which the excerpt begins: 1, but in a very long line.
  public var excerptColumn: Int

  /// Makes a place from parts that a reader counted itself.
  public init(
    file: String, line: Int, column: Int, length: Int, excerpt: String, excerptColumn: Int = 1
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
  }

  /// The place as messages and reports name it: `plan.yaml:12:22`.
  var text: String { "\(file):\(line):\(column)" }
}

extension Place: Encodable {
  /// The excerpt stays out: it is for people.
  enum CodingKeys: String, CodingKey { case file, line, column }
}
