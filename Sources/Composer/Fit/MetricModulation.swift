public import Music

/// A change of metre at which one note value becomes another and nothing sounds different.
///
/// Triplet eighths that become eighths turn a bar of 4/4 into one of 12/8 half as fast again:
///
///     MetricModulation(from: Fraction(1, 12), to: Fraction(1, 8)).tempoRatio  // 3/2
///
/// Law: every note sounds at the same time as before when the tempo is multiplied by the ratio.
///
/// Source: "metric modulation", as in E. Carter's scores: *The New Grove Dictionary of Music and
/// Musicians*.
public struct MetricModulation: Hashable, Sendable {
  /// The note value before, as a part of a whole note.
  public let old: Fraction
  /// The note value that lasts as long afterwards.
  public let new: Fraction
  /// By what the tempo in quarter notes is multiplied.
  public let tempoRatio: Fraction

  /// A change from one note value to another.
  ///
  /// - Precondition: Both are above zero.
  /// - Throws: ``ComposerError`` where their ratio is too fine.
  public init(from old: Fraction, to new: Fraction) throws(ComposerError) {
    precondition(old > 0 && new > 0, "note values are above zero")
    self.old = old
    self.new = new
    tempoRatio = try exactly { () throws(MusicError) in try new / old }
  }

  /// The rhythm written in the new note values.
  ///
  /// - Parameters:
  ///   - rhythm: The rhythm as it was written.
  ///   - bars: Its new bars.
  /// - Returns: Nothing where the new bars together are not as long as the notes have become. The
  ///   usual tempi are multiplied too, rounded and kept in their range.
  /// - Throws: ``ComposerError`` where time is too fine.
  public func applied(to rhythm: Rhythm, in bars: [Metre]) throws(ComposerError) -> Rhythm? {
    guard !bars.isEmpty else { return nil }
    return try exactly { () throws(MusicError) in
      var length = Fraction.zero
      for bar in bars { length = try length + bar.beats }
      guard try length == rhythm.beats * tempoRatio else { return nil }
      let plain = try rhythm.withFeelInNotes()
      let parts = try plain.parts.map { part throws(MusicError) in
        part.playing(
          try part.notes.map { note throws(MusicError) in
            Note(
              onset: try note.onset * tempoRatio, length: try note.length * tempoRatio,
              stroke: note.stroke, velocity: note.velocity,
              shift: Shift(
                beats: try note.shift.beats * tempoRatio, microseconds: note.shift.microseconds),
              key: note.key)
          })
      }
      return try Rhythm(
        origin: plain.origin, bars: bars, grid: plain.grid, tempo: tempo(of: plain),
        feel: plain.feel,
        parts: parts)
    }
  }

  private func tempo(of rhythm: Rhythm) -> TempoRange {
    let (rates, ratio) = (rhythm.tempo.beatsPerMinute, tempoRatio.approximation)
    func scaled(_ rate: Double) -> Int {
      let range = TempoRange.rates
      let bounded = min(max(rate * ratio, Double(range.lowerBound)), Double(range.upperBound))
      return Int(bounded.rounded())
    }
    return TempoRange(rate: scaled(rates.lowerBound)...scaled(rates.upperBound))
  }
}
