import Music

extension Note {
  /// The same note with another length.
  func lasting(_ length: Fraction) -> Note {
    Note(onset: onset, length: length, stroke: stroke, velocity: velocity, shift: shift, key: key)
  }
}

extension [Note] {
  /// Notes that end at the latest where the next of some places is, around a circle.
  ///
  /// A note at one of the places is not cut by it.
  ///
  /// - Parameters:
  ///   - places: Where notes are cut, rising, each on the circle's first turn.
  ///   - length: The length of the circle, in quarter notes.
  /// - Returns: As many notes at the same places.
  /// - Throws: ``MusicError/tooFine``.
  /// - Complexity: O(n log m) for n notes and m places.
  func cut(at places: [Fraction], around length: Fraction) throws(MusicError) -> [Note] {
    guard let first = places.first else { return self }
    return try map { note throws(MusicError) in
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if places[middle] <= note.onset { low = middle + 1 } else { high = middle }
      }
      let end = low < places.count ? places[low] : try first + length
      let room = try end - note.onset
      return note.length <= room ? note : note.lasting(room)
    }
  }
}
