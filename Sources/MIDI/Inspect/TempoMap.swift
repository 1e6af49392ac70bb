public import Music

/// When the ticks of a file are, in time and in bars.
///
/// Seconds are sums of whole microseconds per beat times ticks, exact until the last division.
public struct TempoMap: Sendable {
  /// A tempo from a tick on.
  public struct Change: Hashable, Sendable {
    /// From when, in ticks.
    public let tick: Int
    /// How fast.
    public let tempo: Tempo
  }

  /// A time signature from a tick on.
  public struct Signature: Hashable, Sendable {
    /// From when, in ticks; there a bar begins.
    public let tick: Int
    /// How bars are written.
    public let signature: TimeSignature
  }

  /// The tempi in order; before the first it is 120 beats a minute.
  public let tempi: [Change]
  /// The time signatures in order; before the first it is 4/4.
  public let signatures: [Signature]
  /// What a tick is.
  public let division: Division

  /// Source: *Standard MIDI Files 1.0* (RP-001): 120 beats a minute and 4/4 where nothing is said.
  private static let usualMicrosecondsPerBeat = 500_000

  /// The map of some tracks that sound together.
  ///
  /// - Complexity: O(n) for n events.
  public init(of tracks: [Track], division: Division) {
    var tempi: [Change] = []
    var signatures: [Signature] = []
    for track in tracks {
      for event in track.metaEvents {
        switch event.event {
        case .meta(.tempo(let tempo)): tempi.append(Change(tick: event.tick, tempo: tempo))
        case .meta(.timeSignature(let signature)):
          signatures.append(Signature(tick: event.tick, signature: signature))
        default: break
        }
      }
    }
    self.tempi = tempi.enumerated()
      .sorted { ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset) }.map(\.element)
    self.signatures = signatures.enumerated()
      .sorted { ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset) }.map(\.element)
    self.division = division
  }

  /// How long it is from the beginning to a tick, in seconds.
  public func seconds(at tick: Int) -> Double {
    switch division {
    case .perFrame(let ticks, let rate):
      return Double(tick) / (Double(ticks) * rate.framesPerSecond)
    case .perBeat(let ticks):
      var (sum, now, length) = (0.0, 0, Self.usualMicrosecondsPerBeat)
      for change in tempi where change.tick < tick {
        sum += Double(change.tick - now) * Double(length)
        (now, length) = (change.tick, change.tempo.microsecondsPerBeat)
      }
      return (sum + Double(tick - now) * Double(length)) / (Double(ticks) * 1_000_000)
    }
  }

  /// How many bars begin before a tick; nothing where ticks are no parts of beats.
  public func bars(before tick: Int) -> Int? {
    guard case .perBeat(let ticks) = division else { return nil }
    var (count, now) = (0, 0)
    var length = ticks * 4
    for change in signatures where change.tick < tick {
      count += (change.tick - now + length - 1) / length
      let bar =
        (ticks * 4 * Int(change.signature.numerator)) >> Int(change.signature.denominatorPower)
      (now, length) = (change.tick, Swift.max(1, bar))
    }
    return count + (tick - now + length - 1) / length
  }
}
