/// The criteria of the way as a whole.
extension Path {
  /// The mean rank correlation of the amounts with the distance from the first rhythm, and with the
  /// nearness to the last.
  var monotony: Double {
    courses.flatMap { course in
      [
        Spearman.correlation(Self.times, course.fromFirst),
        -Spearman.correlation(Self.times, course.toLast),
      ]
    }.mean
  }

  /// How much longer the way over a rhythm of the path is than the way from end to end.
  var slack: Double {
    courses.map { course in
      zip(course.fromFirst, course.toLast).map { ($0 + $1 - course.whole) / course.whole }.mean
    }.mean
  }

  /// The largest step of the path, as a part of the way.
  var largestStep: Double {
    courses.map { ($0.steps.max() ?? 0) / $0.whole }.mean
  }

  /// The most by which the part of the way that is done differs from the amount.
  var nonlinearity: Double {
    coursesOfProgress.map { course in
      views.indices.map { abs(course.progress($0) - Self.times[$0]) }.max() ?? 0
    }.mean
  }

  /// How unlike the four quarters of the circle are in how much of them is done, on average over
  /// the path: the standard deviation.
  var spread: Double {
    let quarters = (0..<4).compactMap { quarter -> Double? in
      let range = ring.length * quarter / 4..<ring.length * (quarter + 1) / 4
      guard Distance.area(first, last, in: range) > 0 else { return nil }
      return views.indices.map { index in
        let done = Distance.area(first, views[index], in: range)
        let left = Distance.area(views[index], last, in: range)
        return done + left > 0 ? done / (done + left) : Self.times[index]
      }.mean
    }
    let mean = quarters.mean
    return quarters.map { ($0 - mean) * ($0 - mean) }.mean.squareRoot()
  }
}

/// How alike the order of two lists is; equal numbers share the mean of their ranks.
///
/// Source: C. Spearman, "The Proof and Measurement of Association between Two Things", *American
/// Journal of Psychology* 15 (1904).
enum Spearman {
  /// From -1 to 1; 0 where one list is of equal numbers.
  static func correlation(_ left: [Double], _ right: [Double]) -> Double {
    let (a, b) = (ranks(left), ranks(right))
    let (meanA, meanB) = (a.mean, b.mean)
    func product(_ x: [Double], _ y: [Double], _ meanX: Double, _ meanY: Double) -> Double {
      zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    }
    let power = product(a, a, meanA, meanA) * product(b, b, meanB, meanB)
    return power > 0 ? product(a, b, meanA, meanB) / power.squareRoot() : 0
  }

  private static func ranks(_ values: [Double]) -> [Double] {
    // Distances that differ only by rounding are equal.
    let values = values.map { ($0 * 1e9).rounded() }
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var begin = 0
    while begin < order.count {
      var end = begin
      while end < order.count && values[order[end]] == values[order[begin]] { end += 1 }
      for index in begin..<end { ranks[order[index]] = Double(begin + end - 1) / 2 }
      begin = end
    }
    return ranks
  }
}
