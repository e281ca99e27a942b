/// Many numbers of which a few are asked for by their rank, without putting all of them in order.
struct OrderedTotals: Sendable {
  private let values: [Double]
  /// Where each bucket of `values` begins; buckets are in order, the numbers in each are not.
  private let starts: [Int]
  private let least: Double
  private let width: Double

  /// Spreads the numbers over buckets of equal width; there is at least one number.
  init(_ numbers: [Double]) {
    let (low, high) = numbers.reduce((Double.infinity, -Double.infinity)) { (min($0.0, $1), max($0.1, $1)) }
    let buckets = min(1 << 14, max(1, numbers.count / 8))
    least = low
    width = high > low ? (high - low) / Double(buckets) : 1
    let (start, each) = (least, 1 / width)
    func bucket(_ number: Double) -> Int { min(buckets - 1, max(0, Int((number - start) * each))) }
    var starts = [Int](repeating: 0, count: buckets + 1)
    for number in numbers { starts[bucket(number) + 1] += 1 }
    for index in 0..<buckets { starts[index + 1] += starts[index] }
    var next = starts
    var values = numbers
    for number in numbers {
      let place = bucket(number)
      values[next[place]] = number
      next[place] += 1
    }
    self.values = values
    self.starts = starts
  }

  var count: Int { values.count }

  /// The number at a place of all in order, from 0.
  func ranked(_ rank: Int) -> Double {
    var (low, high) = (0, starts.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= rank { low = middle } else { high = middle - 1 }
    }
    return values[starts[low]..<starts[low + 1]].sorted()[rank - starts[low]]
  }

  /// How many lie below a number.
  func below(_ number: Double) -> Int {
    guard number > least else { return 0 }
    let place = (number - least) / width
    // The neighbours too, for a number beside the edge of a bucket.
    let last = starts.count - 2
    let first = place > Double(last) ? last : max(0, Int(place) - 1)
    let end = min(last, first + 2)
    return starts[first] + values[starts[first]..<starts[end + 1]].count { $0 < number }
  }
}
