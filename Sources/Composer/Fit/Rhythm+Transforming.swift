package import Music

extension Rhythm {
  /// The rhythm with its feel written into its notes' shifts: it sounds the same.
  package func withFeelInNotes() throws(MusicError) -> Rhythm {
    guard feel != .straight || parts.contains(where: { $0.feel != nil }) else { return self }
    let straight = try parts.map { part throws(MusicError) in
      let notes = try part.notes.map { note throws(MusicError) in
        note.shifted(by: try shift(of: note, in: part))
      }
      return Part(voice: part.voice, notes: notes, evidence: part.evidence)
    }
    return try Rhythm(origin: origin, bars: bars, grid: grid, tempo: tempo, parts: straight)
  }

  /// How far a note sounds from its place, its own shift and the feel together, at the middle of
  /// the usual tempi.
  package func shift(of note: Note, in part: Part) throws(MusicError) -> Shift {
    let feel = part.feel ?? feel
    guard feel != .straight else { return note.shift }
    return try note.shift + feel.shift(situation(of: part.voice, at: note.onset))
  }

  /// How far the feel alone moves what a voice plays at some place, whether it plays there or not.
  func feelShift(of voice: Voice, at onset: Fraction) throws(MusicError) -> Shift {
    try (self[voice]?.feel ?? feel).shift(situation(of: voice, at: onset))
  }

  private func situation(of voice: Voice, at onset: Fraction) throws(MusicError) -> Feel.Situation {
    let bar = barIndex(at: onset)
    return Feel.Situation(
      voice: voice, place: try onset - barLines[bar], metre: bars[bar],
      beatsPerMinute: tempo.middle)
  }

  /// The bar in which a time lies.
  private func barIndex(at time: Fraction) -> Int {
    var (low, high) = (0, bars.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if barLines[middle] <= time { low = middle } else { high = middle }
    }
    return low
  }

  /// The rhythm some times over.
  package func repeated(_ times: Int) throws(MusicError) -> Rhythm {
    guard times > 1 else { return self }
    let length = beats
    let parts = try parts.map { part throws(MusicError) in
      var notes: [Note] = []
      for turn in 0..<times {
        let start = try length * Fraction(turn)
        for note in part.notes { notes.append(note.moved(to: try start + note.onset)) }
      }
      return part.playing(notes)
    }
    return try Rhythm(
      origin: origin, bars: Array(repeatElement(bars, count: times).joined()), grid: grid,
      tempo: tempo, feel: feel, parts: parts)
  }
}
