extension RandomAccessCollection {
  /// Where the elements begin of which something is true, when it is true of none before them and of
  /// all behind; the end where there are none.
  ///
  /// - Complexity: O(log n) for n elements.
  package func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isBehind(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
