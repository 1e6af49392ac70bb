import Music

/// How time becomes ticks: the one place that rounds.
///
/// Places are rounded, never distances, so that an error does not add up: it is half a tick at most.
struct Ticks {
  /// Ticks in a quarter note.
  let perBeat: Int

  /// The resolution for music without odd divisions; it divides into 2, 3, 4, 5, 6, 8, 10, 12, 15
  /// and 16 exactly.
  static let usual = 960

  /// The finest resolution that a file can state.
  ///
  /// Source: *Standard MIDI Files 1.0* (RP-001), header chunk: 15 bits.
  static let finest = 32_767

  /// The resolution in which some times are exact, where there is one, and others too if they can
  /// be; otherwise ``usual``.
  init(for times: some Sequence<Fraction>, andIfPossible others: some Sequence<Fraction> = []) {
    guard let needed = try? Fraction.commonDenominator(of: times, most: Self.finest) else {
      perBeat = Self.usual
      return
    }
    let all = try? Fraction.commonDenominator(
      of: [Fraction(1, needed)] + others, most: Self.finest)
    let common = all ?? needed
    let both = try? Fraction.leastCommonMultiple(common, Self.usual)
    perBeat = both.flatMap { $0 <= Self.finest ? $0 : nil } ?? common * (Self.finest / common)
  }

  /// The tick of a time in quarter notes.
  func callAsFunction(_ beats: Fraction) throws(MIDIError) -> Int {
    if let exact = exact(beats) { return exact }
    do { return try (beats * Fraction(perBeat)).rounded() } catch { throw .tooLong }
  }

  /// The tick of a time that is shifted, never before the beginning.
  func callAsFunction(
    _ beats: Fraction, shifted shift: Shift, at tempo: Tempo
  ) throws(MIDIError) -> Int {
    guard shift != .none else { return try self(beats) }
    do {
      let place = try beats + shift.beats
      guard shift.microseconds != 0 else { return max(0, try self(place)) }
      return max(0, try self(place + Fraction(shift.microseconds, tempo.microsecondsPerBeat)))
    } catch let error as MIDIError {
      throw error
    } catch {
      throw .tooLong
    }
  }

  /// The tick of a time that is a whole number of them.
  private func exact(_ beats: Fraction) -> Int? {
    let (share, rest) = perBeat.quotientAndRemainder(dividingBy: beats.denominator)
    guard rest == 0 else { return nil }
    let (tick, overflows) = beats.numerator.multipliedReportingOverflow(by: share)
    return overflows ? nil : tick
  }

  /// The largest distance of some times from their ticks, in ticks.
  func largestError(of times: some Sequence<Fraction>) -> Double {
    var largest = 0.0
    for time in times where perBeat % time.denominator != 0 {
      guard let exact = try? time * Fraction(perBeat), let tick = try? exact.rounded() else {
        return 0.5
      }
      largest = max(largest, abs(((try? exact - Fraction(tick)) ?? 0).approximation))
    }
    return largest
  }
}
