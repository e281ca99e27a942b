/// Where a number goes that lies between two of the wanted places.
public enum RoundingMode: String, Hashable, Sendable, CaseIterable {
  /// To the nearer; a tie to the even digit, as banks do.
  case halfEven = "half_even"
  /// To the nearer; a tie away from zero, as taught in school.
  case halfUp = "half_up"
  /// To the nearer; a tie towards zero.
  case halfDown = "half_down"
  /// Away from zero.
  case up
  /// Towards zero.
  case down
  /// Towards the greater.
  case ceiling
  /// Towards the smaller.
  case floor
}

extension ExactDecimal {
  /// The value at so many digits after the point; negative places round tens, hundreds, thousands.
  public func rounded(to places: Int, _ mode: RoundingMode = .halfEven) -> ExactDecimal {
    guard places < self.places else { return self }
    let unit = WideInteger(1).timesPowerOfTen(self.places - places)
    return ExactDecimal(coefficient.divided(by: unit, mode), places: places)
  }

  /// The quotient at so many digits after the point, rounded once; nil for a divisor of zero.
  public func divided(by divisor: ExactDecimal, places: Int, _ mode: RoundingMode = .halfEven)
    -> ExactDecimal?
  {
    guard !divisor.isZero else { return nil }
    let shift = places + divisor.places - self.places
    let dividend = shift > 0 ? coefficient.timesPowerOfTen(shift) : coefficient
    let unit = shift < 0 ? divisor.coefficient.timesPowerOfTen(-shift) : divisor.coefficient
    return ExactDecimal(dividend.divided(by: unit, mode), places: places)
  }
}

extension WideInteger {
  /// The quotient as a whole number, rounded; the divisor is not zero.
  fileprivate func divided(by divisor: WideInteger, _ mode: RoundingMode) -> WideInteger {
    let (quotient, remainder) = dividedTruncating(by: divisor)
    guard !remainder.isZero else { return quotient }
    let isNegative = self.isNegative != divisor.isNegative
    let goesAway =
      switch mode {
      case .up: true
      case .down: false
      case .ceiling: !isNegative
      case .floor: isNegative
      case .halfUp: remainder.comparedWithHalf(of: divisor) >= 0
      case .halfDown: remainder.comparedWithHalf(of: divisor) > 0
      case .halfEven: remainder.comparedWithHalf(of: divisor) >= (quotient.isOdd ? 0 : 1)
      }
    return goesAway ? quotient + WideInteger(isNegative ? -1 : 1) : quotient
  }

  /// −1, 0 or 1 as twice this is less than, equal to or greater than a divisor, without regard to signs.
  private func comparedWithHalf(of divisor: WideInteger) -> Int {
    if let x = word?.magnitude, let y = divisor.word?.magnitude {
      // The remainder is smaller than the divisor, so the difference does not overflow.
      return x < y - x ? -1 : x == y - x ? 0 : 1
    }
    let (x, y) = ((self + self).magnitude, divisor.magnitude)
    return x < y ? -1 : x == y ? 0 : 1
  }

  private var isOdd: Bool {
    if let word { return word % 2 != 0 }
    return !dividedTruncating(by: WideInteger(2)).remainder.isZero
  }
}
