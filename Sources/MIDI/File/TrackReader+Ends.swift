extension TrackReader {
  /// Goes on behind the length that the track claims, where no chunk begins there.
  mutating func extend() throws(MIDIFileError) -> Bool {
    guard end == nil, !isExtended, declaredEnd < fileEnd,
      !ChunkHead.isPlausible(bytes, at: declaredEnd, before: fileEnd)
    else { return false }
    try note(.trackTooShort, at: start - 4)
    isExtended = true
    bound = ChunkHead.firstTrack(bytes, from: declaredEnd, to: fileEnd) ?? fileEnd
    limit = bound
    return true
  }

  /// Takes down how the track ended, and goes to where the next chunk begins.
  mutating func finish() throws(MIDIFileError) {
    if end == nil {
      if position < bound { try note(.truncatedEvent, at: position) }
      try note(declaredEnd > fileEnd ? .truncatedTrack : .missingEndOfTrack, at: bound)
      position = bound
    } else if !isExtended {
      let isFollowed = position < bound && ChunkHead.isLikely(bytes, at: position, before: fileEnd)
      if isFollowed || declaredEnd > fileEnd { try note(.trackTooLong, at: start - 4) }
      guard !isFollowed else { return }
      if position < bound { try note(.eventsAfterEnd, at: position) }
      position = bound
    }
  }
}
