extension Onsets {
  /// How nearly the onsets are spread like the corners of a regular polygon: from 0 to 1.
  ///
  /// It is the length of the mean of z(j) · exp(-2πi j/k), where z(j) is the j-th of k onsets as a
  /// point of the unit circle: 1 for regular polygons, however they are turned, and for them alone.
  ///
  /// Source: A. J. Milne and R. T. Dean, "Computational Creation and Morphing of Multilevel Rhythms
  /// by Control of Evenness", *Computer Music Journal* 40 (1) (2016), 35–53.
  ///
  /// - Returns: Nothing where there are no onsets.
  /// - Complexity: O(n) for n onsets.
  public var evenness: Double? {
    meanLength { index in
      UnitVector(turn: steps[index] * count - index * stepCount, of: stepCount * count)
    }
  }

  /// How near the onsets' centre of gravity is to the middle of the circle: from 0 to 1.
  ///
  /// It is 1 less the length of the mean of the onsets as points of the unit circle: 1 in perfect
  /// balance, as regular polygons and sums of them are, and 0 for a single onset.
  ///
  /// Source: A. J. Milne, D. Bulger, S. A. Herff and W. A. Sethares, "Perfect Balance: A Novel
  /// Principle for the Construction of Musical Scales and Meters", MCM 2015.
  ///
  /// - Returns: Nothing where there are no onsets.
  /// - Complexity: O(n) for n onsets.
  public var balance: Double? {
    meanLength { index in UnitVector(turn: steps[index], of: stepCount) }.map { 1 - $0 }
  }

  private func meanLength(of vector: (Int) -> UnitVector) -> Double? {
    guard count > 0 else { return nil }
    var (x, y) = (0.0, 0.0)
    for index in steps.indices {
      let vector = vector(index)
      (x, y) = (x + vector.x, y + vector.y)
    }
    return min(1, (x * x + y * y).squareRoot() / Double(count))
  }
}
