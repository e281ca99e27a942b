/// The form in which the id of a record is compared.
///
/// A Salesforce id of 18 characters is one of 15 with three that repeat which of them are capitals; reports write
/// the short form and exports the long one. Every other id stands for itself. Ids that differ by capitals alone are
/// different records.
///
/// Source: Salesforce, Object Reference, ID field type.
enum RecordID {
  /// The id without what a longer form of it repeats.
  static func plain(_ id: String) -> String {
    guard id.utf8.count == 18 else { return id }
    var id = id
    let count = id.withUTF8 { plain($0).count }
    return count < 18 ? String(id.prefix(count)) : id
  }

  /// The same of its bytes.
  @inline(__always)
  static func plain(_ id: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard id.count == 18, isLong(id) else { return id }
    return UnsafeBufferPointer(rebasing: id[..<15])
  }

  /// Whether a text is an id as Salesforce writes it, long or short: letters, digits, and one digit at least.
  static func isSalesforce(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 15 || bytes.count == 18 else { return false }
    return bytes.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
      && bytes.contains { 0x30...0x39 ~= $0 }
      && (bytes.count == 15 || bytes.withUnsafeBufferPointer { isLong($0) })
  }

  /// Whether the last three of 18 bytes say which of the first fifteen are capitals.
  @inline(never)
  private static func isLong(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    for block in 0..<3 {
      var capitals = 0
      for index in 0..<5 {
        switch id[block * 5 + index] {
        case 0x41...0x5A: capitals |= 1 << index
        case 0x61...0x7A, 0x30...0x39: break
        default: return false
        }
      }
      // A to Z for 0 to 25, then 0 to 5.
      let letter = capitals < 26 ? UInt8(0x41 + capitals) : UInt8(0x30 + capitals - 26)
      if id[15 + block] != letter { return false }
    }
    return true
  }

  /// Whether a cell holds what a spreadsheet made of a long id: `1.00E+15`, or an error such as `#NAME?`.
  ///
  /// No id of a CRM has a plus sign behind an E.
  @inline(__always)
  static func isDamaged(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 4, let last = bytes.last else { return false }
    let plus = UInt8(ascii: "+")
    guard
      bytes[bytes.count - 3] == plus || bytes[bytes.count - 2] == plus || last == UInt8(ascii: "?")
        || last == UInt8(ascii: "!")
    else { return false }
    return isDamage(bytes)
  }

  /// How to come by the ids again.
  static let wayOut =
    "digits are lost for good: export again, and import the file there as text instead of opening it"

  @inline(never)
  private static func isDamage(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes[0] == UInt8(ascii: "#") {
      return bytes.dropFirst().dropLast().allSatisfy {
        0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "/")
      }
    }
    guard let exponent = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }),
      exponent + 2 < bytes.count
    else { return false }
    let digits = bytes[..<exponent].filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }
    return !digits.isEmpty && digits.count + 1 >= exponent && digits.allSatisfy { 0x30...0x39 ~= $0 }
      && bytes[exponent + 1] == UInt8(ascii: "+")
      && bytes[(exponent + 2)...].allSatisfy { 0x30...0x39 ~= $0 }
  }
}
