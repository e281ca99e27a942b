/// The words by which exports say yes and no, by their `ImportKey`.
enum FlagWord {
  /// Yes or no; nil for a word that is neither.
  static func truth(_ word: String) -> Bool? {
    switch word {
    case "true", "yes", "y", "1", "x", "checked", "wahr", "vrai", "verdadero": true
    case "false", "no", "n", "0", "unchecked", "falsch", "faux", "falso": false
    default: nil
    }
  }

  /// What the status of a deal says, in words or as Dynamics numbers it.
  static func status(_ word: String) -> (isClosed: Bool, isWon: Bool)? {
    switch word {
    case "open", "0": (false, false)
    case "won", "closedwon", "1": (true, true)
    case "lost", "closedlost", "canceled", "cancelled", "2": (true, false)
    default: nil
    }
  }
}
