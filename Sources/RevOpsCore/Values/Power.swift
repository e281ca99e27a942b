#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A base, not negative, to any power.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
