/// Notes of two voices that sound together, and so stay together while the voices change.
///
/// Rhythms of two metres have places that are all but the same; a note that both have there must not
/// vanish on the way because the two moved to other partners.
enum Pins {
  /// The partner of each note in the other voice, as an index.
  ///
  /// Two notes are partners where each is the nearest to the other, no farther away than notes
  /// that sound together, and loud enough to move there. Nearest neighbours never cross.
  ///
  /// - Complexity: O(n log m + m log n) for n and m notes, each voice's in order.
  static func of(
    _ first: [Matching.Point], _ second: [Matching.Point], length: Int, reach: Int, together: Int
  ) -> (first: [Int?], second: [Int?]) {
    func nearest(to point: Matching.Point, in notes: [Matching.Point]) -> (index: Int, way: Int)? {
      var (low, high) = (0, notes.count)
      while low < high {
        let middle = (low + high) / 2
        if notes[middle].place < point.place { low = middle + 1 } else { high = middle }
      }
      let neighbours =
        notes.isEmpty ? [] : [low == 0 ? notes.count - 1 : low - 1, low % notes.count]
      let ways = neighbours.map { index in
        let line = abs(notes[index].place - point.place)
        return (index: index, way: min(line, length - line))
      }
      return ways.min { $0.way < $1.way }.flatMap { $0.way <= together ? $0 : nil }
    }
    var pins: (first: [Int?], second: [Int?]) = (
      Array(repeating: nil, count: first.count), Array(repeating: nil, count: second.count)
    )
    for index in first.indices {
      guard let (other, way) = nearest(to: first[index], in: second),
        nearest(to: second[other], in: first)?.index == index,
        254 * way <= 2 * reach * min(first[index].velocity, second[other].velocity)
      else { continue }
      pins.first[index] = other
      pins.second[other] = index
    }
    return pins
  }
}
