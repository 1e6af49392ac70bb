import Music

/// Stretches of a rhythm laid one by one into other bars, at the speed that they had.
///
/// What lies in no stretch is left out; what lies in several is there several times.
struct Splice {
  /// A stretch of the old time, and where it begins in the new; all in quarter notes.
  private struct Strip {
    let begin: Fraction
    let end: Fraction
    let newBegin: Fraction
  }

  /// What stands in a bar after one that is shorter is over.
  enum Filling: Hashable {
    case rest
    case lastGroup
  }

  private var strips: [Strip] = []

  /// Each run of groups laid where the run that answers it begins, cut or left open at its end.
  static func elastic(from bars: [Metre], to others: [Metre]) throws(MusicError) -> Splice {
    var (splice, old, new) = (Splice(), Fraction.zero, Fraction.zero)
    for (bar, other) in zip(bars, others) {
      for run in GroupAlignment(of: bar.groups, with: other.groups).runs {
        let length = Fraction(bar.groups[run.first].reduce(0, +) * 4, bar.unit)
        let room = Fraction(other.groups[run.second].reduce(0, +) * 4, other.unit)
        try splice.append(min(length, room), from: old, at: new)
        (old, new) = (try old + length, try new + room)
      }
    }
    return splice
  }

  /// Each bar laid where the bar that answers it begins, cut at its end or filled up.
  static func cut(
    from bars: [Metre], to others: [Metre], filling: Filling = .rest
  ) throws(MusicError) -> Splice {
    var (splice, old, new) = (Splice(), Fraction.zero, Fraction.zero)
    for (bar, other) in zip(bars, others) {
      try splice.append(min(bar.beats, other.beats), from: old, at: new)
      let (oldEnd, newEnd) = (try old + bar.beats, try new + other.beats)
      if filling == .lastGroup, let pulses = bar.groups.last {
        let group = Fraction(pulses * 4, bar.unit)
        var place = try new + bar.beats
        while place < newEnd {
          try splice.append(min(group, newEnd - place), from: oldEnd - group, at: place)
          place = try place + group
        }
      }
      (old, new) = (oldEnd, newEnd)
    }
    return splice
  }

  private mutating func append(
    _ length: Fraction, from begin: Fraction, at newBegin: Fraction
  ) throws(MusicError) {
    strips.append(Strip(begin: begin, end: try begin + length, newBegin: newBegin))
  }

  /// The rhythm in other bars, and the weights of its places.
  ///
  /// - Complexity: O(s log n + k) for s stretches and k of n notes.
  func applied(to fitted: Fit.Fitted, in bars: [Metre]) throws(MusicError) -> Fit.Fitted {
    let plain = try fitted.rhythm.withFeelInNotes()
    var parts: [Rhythm.Part] = []
    for part in plain.parts {
      var notes: [Note] = []
      for strip in strips {
        for note in part.notes(from: strip.begin, to: strip.end) {
          notes.append(note.moved(to: try strip.newBegin + note.onset - strip.begin))
        }
      }
      parts.append(part.playing(notes))
    }
    let places = fitted.weights.keys.sorted()
    var (weights, from) = ([Fraction: Double](), 0)
    for strip in strips {
      while from > 0 && places[from - 1] >= strip.begin { from -= 1 }
      while from < places.count && places[from] < strip.begin { from += 1 }
      while from < places.count && places[from] < strip.end {
        weights[try strip.newBegin + places[from] - strip.begin] = fitted.weights[places[from]]
        from += 1
      }
    }
    return Fit.Fitted(
      try Rhythm(
        origin: plain.origin, bars: bars, grid: plain.grid, tempo: plain.tempo, feel: plain.feel,
        parts: parts),
      weights: weights)
  }
}
