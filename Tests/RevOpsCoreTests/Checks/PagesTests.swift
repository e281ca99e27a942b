import Foundation
import Testing

@testable import RevOpsCore

@Suite("Pages of errors and findings")
struct PagesTests {
  @Test("an id has one page, and every part of it says something")
  func complete() {
    #expect(Set(Explanations.pages.map(\.id)).count == Explanations.pages.count)
    for page in Explanations.pages {
      for text in [page.title, page.what, page.why, page.example, page.remedy, page.limits] {
        #expect(!text.isEmpty, "\(page.id)")
      }
    }
  }

  @Test("every id that the sources raise has its page")
  func explained() throws {
    let raised = try Self.raised()
    #expect(raised.count > 80, "the sources were not found or not understood")
    for id in raised.sorted() {
      #expect(Explanations.page(id) != nil, "\(id) is raised and has no page")
    }
  }

  @Test("every page belongs to an id that the sources raise")
  func raised() throws {
    let raised = try Self.raised()
    for page in Explanations.pages {
      #expect(raised.contains(page.id), "\(page.id) has a page, and nothing raises it")
    }
  }

  /// The ids as they stand in the text of the sources, and those put together from other names.
  private static func raised() throws -> Set<String> {
    // A failed assertion or test carries its own name, and shows this page.
    var ids: Set<String> = ["check.failed", "test.failed"]
    ids.formUnion(ExpressionProblem.Kind.allCases.map(\.rawValue))
    ids.formUnion(Mistake.titles.keys.map { "audit." + $0.replacingOccurrences(of: "_", with: "-") })
    for source in try sources() {
      for pattern in patterns {
        let whole = NSRange(source.startIndex..., in: source)
        for match in pattern.matches(in: source, range: whole) {
          guard let range = Range(match.range(at: 1), in: source) else { continue }
          ids.insert(String(source[range]))
        }
      }
    }
    return ids
  }

  /// A call that takes an id, perhaps behind a key; one behind its label; and any literal whose last word has a hyphen,
  /// as no key of a figure has.
  private static let patterns = [
    #"\b(?:Diagnostic|Finding|FieldProblem|problem|add|values|refuse\w*)\((?:\s*"[^"]*",)?[^"()]{0,60}"([a-z-]+\.[a-z-]+)""#,
    #"\bid:(?: String =)? "([a-z-]+\.[a-z-]+)""#,
    #""([a-z]+\.[a-z]+-[a-z-]+)""#,
  ].compactMap { try? NSRegularExpression(pattern: $0) }

  /// The text of all sources except the pages themselves.
  private static func sources() throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Sources")
      .standardizedFileURL
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (paths?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" && !$0.path.contains("Pages") }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }
}
