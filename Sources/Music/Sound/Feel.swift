/// How notes are meant to be timed, beside their exact places.
public enum Feel: Hashable, Sendable {
  /// On the grid.
  case straight
  /// With the off-steps held back.
  case swing(Swing)
  /// After a template, from nothing at depth 0 to all of it at 1.
  case groove(Groove, depth: Fraction)

  /// Where and when a note is played.
  public struct Situation: Sendable {
    /// Who plays it.
    public let voice: Voice
    /// Its place from the bar line on, in quarter notes.
    public let place: Fraction
    /// The bar.
    public let metre: Metre
    /// The tempo, in quarter notes a minute.
    public let beatsPerMinute: Double

    /// A situation.
    public init(voice: Voice, place: Fraction, metre: Metre, beatsPerMinute: Double) {
      self.voice = voice
      self.place = place
      self.metre = metre
      self.beatsPerMinute = beatsPerMinute
    }
  }

  /// How far a note sounds from its exact place.
  ///
  /// - Throws: ``MusicError/tooFine``.
  public func shift(_ note: Situation) throws(MusicError) -> Shift {
    switch self {
    case .straight: .none
    case .swing(let swing):
      Shift(beats: try swing.shift(at: note.place, inBarOf: note.metre.beats))
    case .groove(let groove, let depth): try groove.shift(note).scaled(by: depth)
    }
  }
}
