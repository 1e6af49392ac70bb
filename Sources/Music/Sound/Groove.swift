/// A timing template: how the players of a style lean away from the even grid.
///
/// It is made of layers that add up, each for some voices or for all. Nothing in it is left to
/// chance.
public struct Groove: Hashable, Sendable {
  /// What one layer does to a note.
  public enum Lean: Hashable, Sendable {
    /// Off-steps are held back.
    case swing(Swing)
    /// Places in a beat of some quarter notes move to others, both as parts of the beat; what lies
    /// between two of them is spread evenly.
    case places(beat: Fraction, [Fraction: Fraction])
    /// All notes, or those on one beat of the bar counted from 1, come late (above 0) or early, in
    /// microseconds.
    case late(Int, onBeat: Int? = nil)
    /// Off-beat eighths as a jazz drummer rides them, nearer to even the faster it goes.
    case ride
    /// Groups of three pulses last so many times as long as groups of two.
    case longGroups(Fraction)
  }

  /// A lean, and who has it.
  public struct Layer: Hashable, Sendable {
    /// The voices, or nothing for all.
    public let voices: Set<Voice>?
    /// What they do.
    public let lean: Lean

    /// A layer.
    public init(_ lean: Lean, voices: Set<Voice>? = nil) {
      self.voices = voices
      self.lean = lean
    }
  }

  /// The name by which a pattern asks for it.
  public let name: String
  /// What its figures rest on.
  public let source: String
  /// What it does.
  public let layers: [Layer]

  /// A template.
  public init(_ name: String, source: String, layers: [Layer]) {
    self.name = name
    self.source = source
    self.layers = layers
  }

  /// How far a note sounds from its exact place.
  ///
  /// - Throws: ``MusicError/tooFine``.
  public func shift(_ note: Feel.Situation) throws(MusicError) -> Shift {
    var shift = Shift.none
    for layer in layers where layer.voices?.contains(note.voice) ?? true {
      shift = try shift + layer.lean.shift(note)
    }
    return shift
  }
}

extension Groove.Lean {
  fileprivate func shift(_ note: Feel.Situation) throws(MusicError) -> Shift {
    switch self {
    case .swing(let swing):
      return Shift(beats: try swing.shift(at: note.place, inBarOf: note.metre.beats))
    case .places(let beat, let places):
      return Shift(beats: try Self.moved(note, inBeatOf: beat, places))
    case .late(let microseconds, let beat):
      let isMeant = beat.map { note.place == Fraction($0 - 1) } ?? true
      return isMeant ? Shift(microseconds: microseconds) : .none
    case .ride:
      let share = Self.rideShare(beatsPerMinute: note.beatsPerMinute)
      return Shift(beats: try Self.moved(note, inBeatOf: 1, [Fraction(1, 2): share]))
    case .longGroups(let ratio):
      return Shift(beats: try Self.stretched(note, ratio: ratio))
    }
  }

  /// A beat that the bar cuts short stays even.
  private static func moved(
    _ note: Feel.Situation, inBeatOf beat: Fraction, _ places: [Fraction: Fraction]
  ) throws(MusicError) -> Fraction {
    let phase = try note.place.modulo(beat)
    guard try note.place - phase + beat <= note.metre.beats else { return 0 }
    var bend = TimeBend()
    var (from, to) = (Fraction.zero, Fraction.zero)
    for (place, moved) in places.sorted(by: { $0.key < $1.key }) + [(1, 1)] {
      try bend.append((place - from) * beat, to: (moved - to) * beat)
      (from, to) = (place, moved)
    }
    return try bend(phase) - phase
  }

  /// The bar as long as before, its groups of three longer than they are written.
  private static func stretched(
    _ note: Feel.Situation, ratio: Fraction
  ) throws(MusicError) -> Fraction {
    let metre = note.metre
    let weights = try metre.groups.map { pulses throws(MusicError) in
      pulses == 3 ? try ratio * 2 : Fraction(pulses)
    }
    var sum = Fraction.zero
    for weight in weights { sum = try sum + weight }
    var bend = TimeBend()
    for (pulses, weight) in zip(metre.groups, weights) {
      try bend.append(Fraction(pulses * 4, metre.unit), to: weight / sum * metre.beats)
    }
    return try bend(note.place) - note.place
  }

  /// The share of a beat that its first eighth takes, in thousandths.
  ///
  /// The short note keeps about 100 ms: the long one is what the beat has left, from evenness to
  /// three and a half times the short one.
  ///
  /// Source: A. Friberg and A. Sundström, "Swing Ratios and Ensemble Timing in Jazz Performance",
  /// Music Perception 19 (2002), 333–349: its abstract; the straight line is our fit.
  private static func rideShare(beatsPerMinute: Double) -> Fraction {
    let ratio = min(max((60_000 / beatsPerMinute - 100) / 100, 1), 3.5)
    return Fraction(Int((1000 * ratio / (1 + ratio)).rounded()), 1000)
  }
}
