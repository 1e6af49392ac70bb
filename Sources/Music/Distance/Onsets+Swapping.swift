extension Onsets {
  /// The swap distance: how many swaps of an onset with a rest beside it turn one into the other.
  ///
  /// It is the sum of the ways, in steps of the common grid, from each onset to that of the same
  /// number in the other rhythm. No swap goes over the beginning of the circle.
  ///
  /// Law: a metric.
  ///
  /// Source: G. T. Toussaint, "A Comparison of Rhythmic Similarity Measures", ISMIR 2004.
  ///
  /// - Returns: Nothing unless both last equally long and have equally many onsets.
  /// - Throws: ``MusicError/tooFine`` where the common grid is too fine.
  /// - Complexity: O(n) for n onsets.
  public func swapDistance(to other: Onsets) throws(MusicError) -> Int? {
    guard count == other.count, let (a, b) = try Self.aligned(self, other) else { return nil }
    return zip(a.steps, b.steps).reduce(0) { $0 + abs($1.0 - $1.1) }
  }

  /// The directed swap distance: the least way, in steps, on which every onset of the denser rhythm
  /// moves to one of the sparser, so that each of those is met.
  ///
  /// Of equally many onsets it is the swap distance. No onset moves over the beginning of the
  /// circle.
  ///
  /// Law: symmetric, and 0 only where both are equal. It is no metric: a third rhythm may make the
  /// way shorter.
  ///
  /// Source: J. M. Díaz-Báñez, G. Farigu, F. Gómez, D. Rappaport and G. T. Toussaint, "El Compás
  /// Flamenco: A Phylogenetic Analysis", BRIDGES 2004.
  ///
  /// - Returns: Nothing unless both last equally long and both or neither have onsets.
  /// - Throws: ``MusicError``; `tooMuch` where the table has more than ``Bounds/matchingCells``
  ///   cells.
  /// - Complexity: O(n m) for n and m onsets.
  public func directedSwapDistance(to other: Onsets) throws(MusicError) -> Int? {
    guard count >= other.count else { return try other.directedSwapDistance(to: self) }
    guard (count == 0) == (other.count == 0), let (dense, sparse) = try Self.aligned(self, other)
    else { return nil }
    try Self.checkTable(count, other.count)
    // The least way of the onsets so far, by how many of the sparser rhythm they have met.
    var ways: [Int?] = [0] + Array(repeating: nil, count: sparse.count)
    for step in dense.steps {
      for met in (1...sparse.count).reversed() {
        let before = [ways[met - 1], ways[met]].compactMap(\.self).min()
        ways[met] = before.map { $0 + abs(step - sparse.steps[met - 1]) }
      }
      ways[0] = nil
    }
    return ways[sparse.count]
  }

  /// The edit distance: how many steps must be put in, taken out or turned from onset to rest or
  /// back.
  ///
  /// It sees the common grid as a word of onsets and rests (V. I. Levenshtein, 1966).
  ///
  /// Law: a metric between rhythms on one grid.
  ///
  /// Source: G. T. Toussaint, L. Matthews, M. Campbell and N. Brown, "Measuring Musical Rhythm
  /// Similarity: Transformation versus Feature-Based Methods", *Journal of Interdisciplinary Music
  /// Studies* 6 (1) (2012), 23–53.
  ///
  /// - Returns: Nothing unless both last equally long.
  /// - Throws: ``MusicError``; `tooMuch` where the table has more than ``Bounds/matchingCells``
  ///   cells.
  /// - Complexity: O(n²) for n steps of the common grid.
  public func editDistance(to other: Onsets) throws(MusicError) -> Int? {
    guard let (a, b) = try Self.aligned(self, other) else { return nil }
    try Self.checkTable(a.stepCount, b.stepCount)
    let (left, right) = (a.word, b.word)
    var edits = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var diagonal = row
      edits[0] = row + 1
      for (column, other) in right.enumerated() {
        let turned = diagonal + (letter == other ? 0 : 1)
        diagonal = edits[column + 1]
        edits[column + 1] = min(turned, diagonal + 1, edits[column] + 1)
      }
    }
    return edits[right.count]
  }

  /// Step by step, whether something begins.
  private var word: [Bool] {
    var word = Array(repeating: false, count: stepCount)
    for step in steps { word[step] = true }
    return word
  }

  private static func checkTable(_ rows: Int, _ columns: Int) throws(MusicError) {
    guard rows == 0 || columns <= Bounds.matchingCells / rows else { throw .tooMuch }
  }
}
