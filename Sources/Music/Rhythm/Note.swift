/// One sound of a voice.
public struct Note: Hashable, Sendable {
  /// Where it belongs, in quarter notes from the beginning of its rhythm; exact.
  public let onset: Fraction

  /// How long it lasts, in quarter notes; above zero.
  public let length: Fraction

  /// How it is struck.
  public let stroke: Stroke

  /// How hard.
  public let velocity: Velocity

  /// How far it sounds from where it belongs.
  public let shift: Shift

  /// Its pitch, where it has one of its own; otherwise its voice's usual one.
  public let key: Key?

  /// A note.
  ///
  /// - Precondition: The length is above zero, the onset not below.
  public init(
    onset: Fraction, length: Fraction, stroke: Stroke, velocity: Velocity,
    shift: Shift = .none, key: Key? = nil
  ) {
    precondition(onset >= 0 && length > 0, "a note begins in its rhythm and lasts")
    self.onset = onset
    self.length = length
    self.stroke = stroke
    self.velocity = velocity
    self.shift = shift
    self.key = key
  }
}

extension Note {
  /// The same note with another shift.
  public func shifted(by shift: Shift) -> Note {
    Note(onset: onset, length: length, stroke: stroke, velocity: velocity, shift: shift, key: key)
  }

  /// The same note at another place.
  public func moved(to onset: Fraction) -> Note {
    Note(onset: onset, length: length, stroke: stroke, velocity: velocity, shift: shift, key: key)
  }
}
