public import Music

/// To which of its two neighbours on a grid a note goes.
///
/// Source: F. Gómez and others, "Mathematical Models for Binarization and Ternarization of Musical
/// Rhythms", Bridges 2007.
public enum SnapRule: String, CaseIterable, Hashable, Sendable {
  /// The nearer one; of two equally near ones the later.
  case nearest
  /// The later one.
  case clockwise
  /// The earlier one.
  case counterclockwise
  /// The farther one; of two equally far ones the later.
  case furthest
}

extension Rhythm {
  /// The rhythm with its notes brought to a grid that begins anew at each bar line.
  ///
  /// Laws: a note on the grid stays; snapping twice is snapping once; no note moves by a whole step;
  /// of notes of one voice that come to one place the strongest is kept.
  ///
  /// A step that the bar cuts short is a step. After the last bar line comes the first, around the
  /// circle.
  ///
  /// - Parameters:
  ///   - step: The length of a step, in quarter notes.
  ///   - rule: Where notes between steps go.
  /// - Returns: The same rhythm with the notes on the grid; their shifts are as they were.
  /// - Precondition: The step is above zero.
  /// - Throws: ``ComposerError`` where time is too fine.
  public func snapped(to step: Fraction, by rule: SnapRule) throws(ComposerError) -> Rhythm {
    precondition(step > 0, "a step lasts")
    return try exactly { () throws(MusicError) in
      let parts = try parts.map { part throws(MusicError) in
        var (notes, bar) = ([Note](), 0)
        for note in part.notes {
          while barLines[bar + 1] <= note.onset { bar += 1 }
          let begin = barLines[bar]
          let phase = try (note.onset - begin).modulo(step)
          let before = try note.onset - phase
          let after = try min(before + step, barLines[bar + 1])
          let place = phase == 0 ? before : try rule.chosen(note.onset, before, after)
          notes.append(note.moved(to: try place.modulo(beats)))
        }
        return part.playing(notes.sorted { $0.velocity < $1.velocity })
      }
      return try Rhythm(
        origin: origin, bars: bars, grid: grid, tempo: tempo, feel: feel, parts: parts)
    }
  }
}

extension SnapRule {
  fileprivate func chosen(
    _ place: Fraction, _ before: Fraction, _ after: Fraction
  ) throws(MusicError) -> Fraction {
    let (back, ahead) = (try place - before, try after - place)
    switch self {
    case .nearest: return back < ahead ? before : after
    case .clockwise: return after
    case .counterclockwise: return before
    case .furthest: return back > ahead ? before : after
    }
  }
}
