/// How many columns of a terminal a text takes.
///
/// East Asian wide and full-width scalars take two, marks and format scalars none, an emoji sequence as much as
/// its first emoji. Control characters count as none: they must be escaped before they are measured.
///
/// Source: Unicode Standard Annex 11 (East Asian Width); UTS 51 for emoji.
enum DisplayWidth {
  /// The columns a text takes.
  static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    var meter = Meter()
    for scalar in text.unicodeScalars { meter.add(scalar) }
    return meter.columns
  }

  /// Adds up scalars one after another, since some depend on those before them.
  struct Meter {
    private(set) var columns = 0
    /// The last scalar that took columns, while marks may still widen it.
    private var base: Unicode.Scalar?
    private var joinsNext = false
    private var isSecondOfFlag = false

    mutating func add(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x200D:
        joinsNext = true
        return
      case 0xFE0F:
        if let base, base.properties.isEmoji, DisplayWidth.of(base) == 1 { columns += 1 }
        base = nil
        return
      case 0x1F1E6...0x1F1FF:
        if !isSecondOfFlag, !joinsNext { columns += 2 }
        isSecondOfFlag.toggle()
        joinsNext = false
        return
      case 0x1F3FB...0x1F3FF where base?.properties.isEmoji == true: return
      default: break
      }
      isSecondOfFlag = false
      if joinsNext {
        joinsNext = false
        return
      }
      if scalar.properties.generalCategory == .spacingMark {
        if let base, DisplayWidth.of(base) == 1 { columns += 1 }
        base = nil
        return
      }
      let width = DisplayWidth.of(scalar)
      columns += width
      if width > 0 { base = scalar }
    }
  }

  /// The columns of a scalar that stands alone.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) ? 0 : 1 }
    if isZeroWidth(scalar) { return 0 }
    return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Format scalars that are seen: signs that enclose or start Arabic, Syriac and Kaithi numbers.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return false
    // Hangul vowels and finals, which join the syllable before them, and the fillers.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x3164, 0xFFA0: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format, .lineSeparator, .paragraphSeparator:
      return true
    default: return false
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }

  /// Wide and full-width scalars apart from emoji; stretches go on over what is not assigned yet.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3163,
    0x3165...0x3247, 0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x191D2, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
