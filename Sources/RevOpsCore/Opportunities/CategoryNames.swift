/// What a company calls its forecast categories, where they are not the words that vendors deliver.
///
///     pipeline:
///       forecast_categories: {Probable: best_case, "In the bag": commit}
struct CategoryNames: Hashable, Sendable {
  private var byKey: [String: DealCategory] = [:]
  /// The words that the workspace gives, in its order.
  private(set) var names: [String] = []

  mutating func add(_ name: String, _ category: DealCategory) {
    byKey[Self.key(name)] = category
    names.append(name)
  }

  /// The category of a word: the company's, else a vendor's; nil for a word that neither uses.
  ///
  /// Letter case, blanks and punctuation do not count.
  subscript(word: String) -> DealCategory? { byKey[Self.key(word)] ?? DealCategory(word) }

  /// The way out of a word that is no category.
  func wayOut(_ word: String) -> String {
    let known = DealCategory.allCases.map(\.rawValue)
    if let near = didYouMean(word, among: names + known) { return near }
    return
      "name it under 'pipeline.forecast_categories', such as {\"\(printable(word))\": best_case}; known: "
      + (names + known).joined(separator: ", ")
  }

  private static func key(_ word: String) -> String {
    let key = ImportKey(word).text
    return key.isEmpty ? word : key
  }
}
