import Music

extension Way {
  /// The rhythm each aspect of which is some way of its own between the two.
  func rhythm(apart amounts: Amounts) throws(ComposerError) -> Rhythm {
    try exactly { () throws(MusicError) in try apart(amounts, bars: 0..<second.bars.count) }
  }

  /// One bar of it, counted from 0.
  func bar(_ index: Int, apart amounts: Amounts) throws(ComposerError) -> Rhythm {
    try exactly { () throws(MusicError) in try apart(amounts, bars: index..<index + 1) }
  }

  private func apart(_ amounts: Amounts, bars: Range<Int>) throws(MusicError) -> Rhythm {
    let steps = steps(at: amounts)
    let feels = feels
    let (begin, end) = (second.barLines[bars.lowerBound], second.barLines[bars.upperBound])
    var notes: [Voice: [Note]] = [:]
    for passage in passages {
      guard let voiced = try passage.note(at: steps, feels: feels),
        begin <= voiced.note.onset && voiced.note.onset < end
      else { continue }
      notes[voiced.voice, default: []].append(voiced.note)
    }
    let parts = try parts.map { part throws(MusicError) in
      let moved = try (notes[part.voice] ?? []).resolved.map { note throws(MusicError) in
        note.moved(to: try note.onset - begin)
      }
      return Rhythm.Part(voice: part.voice, notes: moved, feel: part.feel)
    }
    return try rhythm(at: amounts, bars: bars, parts)
  }

  /// Amounts in the plan's own direction.
  func steps(at amounts: Amounts) -> Steps {
    Steps(isReversed ? amounts.reversed : amounts)
  }
}
