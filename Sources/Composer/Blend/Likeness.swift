import Music

/// What a stream of notes does in its rhythm, in numbers by which streams are compared.
struct Likeness {
  /// The whole scale of the density, the weight and the share.
  private static let scale = 1024

  /// Low, middle or high: 0, 1 or 2.
  private let register: Int
  private let kind: Kind
  /// Notes a quarter note; four or more are the whole scale.
  private let density: Int
  /// How strong the places of its notes are on average.
  private let weight: Int
  /// The share of its notes on the second, fourth … beat of their bar.
  private let backbeats: Int

  private enum Kind { case drum, line, drone }

  /// The likeness of a stream that has notes.
  init(of stream: SoundMap.Stream, in fitted: Fit.Fitted) {
    let rhythm = fitted.rhythm
    let notes = rhythm[stream.voice]?.notes.filter(stream.contains) ?? []
    let count = max(1, notes.count)
    register =
      switch stream.voice.role {
      case .low, .drone: 0
      case .backbeat: 1
      case .timeline: 2
      case .melodic: stream.accented == false ? 2 : 1
      }
    kind = stream.voice.isDrum ? .drum : stream.voice.role == .drone ? .drone : .line
    // Both factors are small: a rhythm has at most 65536 notes.
    let perBeat = Double(notes.count) / rhythm.beats.approximation
    density = Int((Double(Self.scale) * min(1, perBeat / 4)).rounded())
    weight =
      notes.reduce(0) { sum, note in
        sum + Int(((fitted.weights[note.onset] ?? 0) * Double(Self.scale)).rounded())
      } / count
    let places = rhythm.backbeats
    backbeats = notes.count { places.contains($0.onset) } * Self.scale / count
  }

  /// How unlike two streams are: a whole number, 0 for streams that do the same.
  ///
  /// Another register counts for as much as all else together.
  ///
  /// Source: the features are those that are usual for sorting drums by what they do (register,
  /// density, metrical place); their weights are ours.
  func distance(to other: Likeness) -> Int {
    4 * Self.scale * abs(register - other.register)
      + (kind == other.kind ? 0 : Self.scale) + abs(density - other.density)
      + abs(weight - other.weight) + abs(backbeats - other.backbeats)
  }
}

extension Rhythm {
  /// The beats of all bars that are the second, fourth … of their bar.
  fileprivate var backbeats: Set<Fraction> {
    let places = zip(bars, barLines).flatMap { bar, line in
      bar.countedPulses.enumerated().compactMap { index, pulse in
        index.isMultiple(of: 2) ? nil : try? line + Fraction(4 * pulse, bar.unit)
      }
    }
    return Set(places)
  }
}

extension SoundMap {
  /// Pairs the streams of two rhythms so that their distances together are as small as can be;
  /// what is left of the greater number is alone.
  static func likest(_ left: Sounds, _ right: Sounds) -> [Pair] {
    // One direction for both, so that the map of B and A is that of A and B even where several
    // assignments cost the same. No stream is on both sides.
    let isTurned =
      left.free.count == right.free.count
      ? right.free.lexicographicallyPrecedes(left.free) : right.free.count < left.free.count
    let (few, many) = isTurned ? (right, left) : (left, right)
    let others = many.free.map { Likeness(of: $0, in: many.rhythm) }
    let assignment = Assignment(
      few.free.map { stream in
        let own = Likeness(of: stream, in: few.rhythm)
        return others.map(own.distance)
      })
    let taken = Set(assignment.columns)
    let pairs =
      zip(few.free, assignment.columns).map { Pair(first: $0, second: many.free[$1]) }
      + many.free.indices.filter { !taken.contains($0) }.map {
        Pair(first: nil, second: many.free[$0])
      }
    return isTurned ? pairs.map(\.turned) : pairs
  }
}
