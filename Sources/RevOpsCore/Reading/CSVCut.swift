/// One pass over one block: the inner loop of `CSVScanner`.
///
/// Works on raw memory, since it is what a million-row job spends its time in; every access is within `count`
/// bytes of the block, and `ends` has room for one field a byte and one more.
struct CSVCut {
  let base: UnsafeRawPointer
  let count: Int
  let ends: UnsafeMutablePointer<UInt32>
  private let separators: SIMD16<UInt8>
  private let allowsSpace: Bool

  /// The line of the record that is being cut.
  private(set) var line: Int
  /// Where that record starts; in the end, how many bytes belong to whole records.
  private(set) var recordStart = 0
  /// Fields before that record; in the end, the fields of all whole records.
  private(set) var recordFields = 0
  private(set) var blankLines = 0
  /// All bytes seen, one on the other: has a high bit where one is not ASCII.
  private(set) var highBits = SIMD16<UInt8>()
  private(set) var problem: CSVProblem?

  private var fields = 0
  private var fieldStart = 0
  private var fieldHasQuotes = false
  /// All ones while a quote is open at the end of the last step.
  private var inside: UInt64 = 0
  /// Bit 0 is set where the last step ended with a CR.
  private var afterCR: UInt64 = 0
  /// Line breaks inside quotes of this record, in the steps before this one.
  private var quotedBreaks = 0

  init(
    base: UnsafeRawPointer, count: Int, ends: UnsafeMutablePointer<UInt32>, separator: UInt8, line: Int,
    allowsSpace: Bool
  ) {
    self.base = base
    self.count = count
    self.ends = ends
    self.line = line
    self.allowsSpace = allowsSpace
    separators = SIMD16(repeating: separator)
  }

  /// Cuts all whole records, and the last one too where the file ends here.
  mutating func run(isLast: Bool, records: inout [CSVBatch.Record]) {
    var offset = 0
    while offset + 64 <= count {
      step(masks(of: base + offset), at: offset, records: &records)
      offset += 64
    }
    if offset < count { runTail(from: offset, records: &records) }
    guard isLast, problem == nil else { return }
    if inside != 0 {
      // A quote that no field begins with is the mistake itself, not the end of the file.
      checkQuotes(fieldStart..<count)
      if problem == nil { problem = CSVProblem(kind: .unclosedQuote, offset: openQuote()) }
    } else if recordStart < count {
      endField(at: count)
      endRecord(next: count, records: &records)
    }
  }

  /// The last bytes, fewer than a step, copied beside zeros that the masks leave out.
  private mutating func runTail(from offset: Int, records: inout [CSVBatch.Record]) {
    let length = count - offset
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { room in
      guard let copy = room.baseAddress else { return }
      room.initializeMemory(as: UInt8.self, repeating: 0)
      copy.copyMemory(from: base + offset, byteCount: length)
      var masks = masks(of: UnsafeRawPointer(copy))
      masks.zero &= (1 << UInt64(length)) &- 1
      step(masks, at: offset, records: &records)
    }
  }

  // MARK: 64 bytes

  /// Which of 64 bytes are what, one bit a byte, the first byte in the lowest bit.
  private struct Masks {
    var quote: UInt64 = 0
    var separator: UInt64 = 0
    var lf: UInt64 = 0
    var cr: UInt64 = 0
    var zero: UInt64 = 0
  }

  @inline(__always)
  private mutating func masks(of bytes: UnsafeRawPointer) -> Masks {
    var masks = Masks()
    // Quotes, and bytes below 0x0E, are rare beside separators: only where there is one, look which.
    var quotes = Flags(repeating: false)
    var controls = Flags(repeating: false)
    for index in 0..<4 {
      let part = Self.part(index, of: bytes)
      masks.separator |= Self.bits(part .== separators) << UInt64(index * 16)
      quotes = quotes .| (part .== Part(repeating: CSVByte.quote))
      controls = controls .| (part .< Part(repeating: 0x0E))
      highBits |= part
    }
    if Self.isAny(quotes) { masks.quote = Self.mask(of: bytes, equalTo: CSVByte.quote) }
    guard Self.isAny(controls) else { return masks }
    masks.lf = Self.mask(of: bytes, equalTo: CSVByte.lf)
    var others = Flags(repeating: false)
    for index in 0..<4 {
      let part = Self.part(index, of: bytes)
      others = others .| (part .== Part(repeating: CSVByte.cr)) .| (part .== Part())
    }
    guard Self.isAny(others) else { return masks }
    masks.cr = Self.mask(of: bytes, equalTo: CSVByte.cr)
    masks.zero = Self.mask(of: bytes, equalTo: 0)
    return masks
  }

  @inline(__always)
  private mutating func step(_ masks: Masks, at offset: Int, records: inout [CSVBatch.Record]) {
    // A CRLF is one break, at its CR.
    let breaks = masks.cr | (masks.lf & ~(masks.cr << 1 | afterCR))
    afterCR = masks.cr >> 63
    if masks.zero != 0 { report(.zeroByte, at: offset + masks.zero.trailingZeroBitCount) }
    if masks.quote == 0 && !fieldHasQuotes {
      stepPlain(breaks, (masks.separator | breaks), at: offset, records: &records)
    } else {
      stepQuoted(masks, breaks, at: offset, records: &records)
    }
  }

  /// 64 bytes with no quote in or around them.
  @inline(__always)
  private mutating func stepPlain(
    _ breaks: UInt64, _ cuts: UInt64, at offset: Int, records: inout [CSVBatch.Record]
  ) {
    guard cuts != 0 else { return }
    var rest = cuts
    var field = fields
    while rest != 0 {
      let at = offset + rest.trailingZeroBitCount
      ends[field] = UInt32(truncatingIfNeeded: at)
      field += 1
      if breaks & rest & (0 &- rest) != 0 {
        fields = field
        endRecord(next: afterBreak(at), records: &records)
        field = fields
      }
      rest &= rest &- 1
    }
    fields = field
    let last = 63 - cuts.leadingZeroBitCount
    if (breaks >> UInt64(last)) & 1 == 0 { fieldStart = offset + last + 1 }
  }

  private mutating func stepQuoted(
    _ masks: Masks, _ breaks: UInt64, at offset: Int, records: inout [CSVBatch.Record]
  ) {
    let quoted = Self.prefixSum(masks.quote) ^ inside
    inside = 0 &- (quoted >> 63)
    var quotes = masks.quote
    var inner = breaks & quoted
    var rest = (masks.separator | breaks) & ~quoted
    while rest != 0 {
      let bit = rest & (0 &- rest)
      let below = bit &- 1
      rest ^= bit
      if quotes & below != 0 { fieldHasQuotes = true }
      quotes &= ~below
      let at = offset + bit.trailingZeroBitCount
      endField(at: at)
      guard breaks & bit != 0 else { continue }
      quotedBreaks += (inner & below).nonzeroBitCount
      inner &= ~below
      endRecord(next: afterBreak(at), records: &records)
    }
    if quotes != 0 { fieldHasQuotes = true }
    quotedBreaks += inner.nonzeroBitCount
  }

  // MARK: Fields and records

  @inline(__always)
  private mutating func endField(at end: Int) {
    var mark = UInt32(truncatingIfNeeded: end)
    if fieldHasQuotes {
      mark |= CSVBatch.quotesBit
      checkQuotes(fieldStart..<end)
      fieldHasQuotes = false
    }
    ends[fields] = mark
    fields += 1
    fieldStart = end + 1
  }

  @inline(__always)
  private mutating func endRecord(next: Int, records: inout [CSVBatch.Record]) {
    if fields == recordFields + 1, ends[recordFields] == UInt32(truncatingIfNeeded: recordStart) {
      blankLines += 1
      fields = recordFields
    } else {
      records.append(
        CSVBatch.Record(
          start: UInt32(truncatingIfNeeded: recordStart),
          firstField: UInt32(truncatingIfNeeded: recordFields), line: line))
    }
    line += 1 + quotedBreaks
    quotedBreaks = 0
    recordFields = fields
    recordStart = next
    fieldStart = next
  }

  @inline(__always)
  private func afterBreak(_ at: Int) -> Int {
    guard at + 1 < count, byte(at) == CSVByte.cr, byte(at + 1) == CSVByte.lf else { return at + 1 }
    return at + 2
  }

  private func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }

  // MARK: Quotes

  /// Finds what RFC 4180 does not allow in a field that has a quote somewhere.
  private mutating func checkQuotes(_ range: Range<Int>) {
    var at = range.lowerBound
    if allowsSpace { while at < range.upperBound, byte(at) == CSVByte.space { at += 1 } }
    guard byte(at) == CSVByte.quote else {
      while at < range.upperBound, byte(at) != CSVByte.quote { at += 1 }
      return report(.quoteInside, at: at)
    }
    at += 1
    while at < range.upperBound {
      if byte(at) != CSVByte.quote {
        at += 1
      } else if at + 1 < range.upperBound, byte(at + 1) == CSVByte.quote {
        at += 2
      } else {
        break
      }
    }
    at += 1
    // Blanks after the closing quote are left out by every reader that accepts them.
    while at < range.upperBound, byte(at) == CSVByte.space { at += 1 }
    if at < range.upperBound { report(.afterQuote, at: at) }
  }

  /// Where the field starts that the file ends in.
  private func openQuote() -> Int {
    var at = fieldStart
    while at < count, byte(at) != CSVByte.quote { at += 1 }
    return at
  }

  private mutating func report(_ kind: CSVProblem.Kind, at offset: Int) {
    guard problem.map({ offset < $0.offset }) ?? true else { return }
    problem = CSVProblem(kind: kind, offset: offset)
  }

  // MARK: Sixteen bytes

  private typealias Part = SIMD16<UInt8>
  private typealias Flags = SIMDMask<SIMD16<Int8>>

  @inline(__always)
  private static func part(_ index: Int, of bytes: UnsafeRawPointer) -> Part {
    bytes.loadUnaligned(fromByteOffset: index * 16, as: Part.self)
  }

  /// One bit for each of 64 bytes, set where it is a byte.
  @inline(__always)
  private static func mask(of bytes: UnsafeRawPointer, equalTo byte: UInt8) -> UInt64 {
    var mask: UInt64 = 0
    for index in 0..<4 {
      mask |= bits(part(index, of: bytes) .== Part(repeating: byte)) << UInt64(index * 16)
    }
    return mask
  }

  /// One bit for each flag; a flag is a byte of ones or of zeros.
  @inline(__always)
  private static func bits(_ flags: Flags) -> UInt64 {
    let words = unsafeBitCast(flags, to: SIMD2<UInt64>.self)
    return packed(UInt64(littleEndian: words[0])) | packed(UInt64(littleEndian: words[1])) << 8
  }

  /// The lowest bit of each of eight bytes, side by side.
  @inline(__always)
  private static func packed(_ word: UInt64) -> UInt64 {
    ((word & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) >> 56
  }

  @inline(__always)
  private static func isAny(_ flags: Flags) -> Bool {
    let words = unsafeBitCast(flags, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
  }

  /// Each bit becomes the parity of itself and all below: set from an opening quote up to the closing one.
  @inline(__always)
  private static func prefixSum(_ bits: UInt64) -> UInt64 {
    var sum = bits
    sum ^= sum << 1
    sum ^= sum << 2
    sum ^= sum << 4
    sum ^= sum << 8
    sum ^= sum << 16
    sum ^= sum << 32
    return sum
  }
}
