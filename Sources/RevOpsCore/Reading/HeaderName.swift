/// What a header cell is called once invisible characters around it are gone.
enum HeaderName {
  /// Leaves out blanks, no-break spaces, zero-width characters and byte-order marks at both ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isInvisible($0) }),
      let last = scalars.lastIndex(where: { !isInvisible($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x200B...0x200F, 0x2060, 0x202F, 0xFEFF: true
    default: false
    }
  }
}
