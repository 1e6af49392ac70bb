/// A steady tempo, kept exactly as a MIDI file stores it.
///
/// The unit is the whole microsecond per beat, because that is what a *Set Tempo* event carries.
/// A beat is a quarter note.
///
///     Tempo(beatsPerMinute: 96)?.microsecondsPerBeat  // 625_000
///
/// Source: *Standard MIDI Files 1.0* (RP-001), meta event `FF 51 03 tttttt`.
public struct Tempo: Hashable, Sendable {
  /// The lengths of a beat that a MIDI file can hold, in microseconds: 24 bits, never zero.
  public static let storableLengths = 1...0xFF_FFFF

  /// The length of one beat, in microseconds; always one of ``storableLengths``.
  public let microsecondsPerBeat: Int

  /// The storable tempo nearest to a rate in quarter notes per minute.
  ///
  /// - Returns: Nothing where no MIDI file can store it: below 3.58 or above 60 000 000.
  public init?(beatsPerMinute: Double) {
    guard
      let length = Int(exactly: (60_000_000 / beatsPerMinute).rounded()),
      Self.storableLengths.contains(length)
    else { return nil }
    microsecondsPerBeat = length
  }

  /// A tempo of a length, or nothing where no MIDI file can store it.
  public init?(microsecondsPerBeat: Int) {
    guard Self.storableLengths.contains(microsecondsPerBeat) else { return nil }
    self.microsecondsPerBeat = microsecondsPerBeat
  }

  /// The rate, in quarter notes per minute.
  public var beatsPerMinute: Double {
    60_000_000 / Double(microsecondsPerBeat)
  }
}

/// The tempi at which a rhythm is played, counted in the note value that its musicians count.
public struct TempoRange: Hashable, Sendable {
  /// The rates that a rhythm may name, in counts per minute.
  public static let rates = 1...999

  /// The note value that is counted, as a part of a whole note: a quarter is 1/4.
  public let unit: Fraction

  /// The slowest and the fastest, in counts per minute.
  public let rate: ClosedRange<Int>

  /// A range of tempi.
  ///
  /// - Precondition: The unit is above zero.
  public init(unit: Fraction = Fraction(1, 4), rate: ClosedRange<Int>) {
    precondition(unit > 0, "a tempo counts a note value above zero")
    self.unit = unit
    self.rate = rate
  }

  /// The slowest and the fastest in quarter notes per minute.
  public var beatsPerMinute: ClosedRange<Double> {
    let quarters = unit.approximation * 4
    return Double(rate.lowerBound) * quarters...Double(rate.upperBound) * quarters
  }

  /// The middle of the range, in whole quarter notes per minute.
  public var middle: Double {
    ((beatsPerMinute.lowerBound + beatsPerMinute.upperBound) / 2).rounded()
  }
}
