import MIDI
public import Music

/// Where the knobs stand that a score follows, by the numbers of their controllers, from 0 to 1.
///
/// A knob goes where its controller is turned, over a time constant of 50 ms: several times the
/// distance of two messages of a hand controller, so that its steps are no stairs, and a third of
/// the usual lookahead, so that it has arrived but for a 20th when what is rendered next sounds. It
/// ends exactly where the controller stands. A controller that flickers by one step back and forth
/// does not move it.
///
/// Keys may move knobs too. The controller takes its knob back as soon as it is turned by more than
/// one step: the knob goes there by itself. (The other way, that a controller must first be turned to
/// where the knob stands, feels as if it were broken.)
///
///     var knobs = Knobs()
///     knobs.receive(.message(.control(.modulation, Level(clamping: 127), channel)), at: .zero)
///     knobs.values(at: .zero)  // [1: 1]
///
/// Method: a low-pass of one pole, S. W. Smith, *The Scientist and Engineer's Guide to Digital Signal
/// Processing* (1997), chapter 19.
public struct Knobs: Sendable {
  private var knobs: [Int: Knob] = [:]

  /// No knobs.
  public init() {}

  /// Says where a knob stands until it is first moved, which it may not know by itself.
  ///
  /// - Parameters:
  ///   - knob: Its number; those that no controller has are moved by keys alone.
  ///   - value: Where, from 0 to 1; what lies outside is cut.
  public mutating func place(_ knob: Int, at value: Fraction) {
    guard knobs[knob]?.isTouched != true else { return }
    knobs[knob] = Knob(at: Self.cut(value))
  }

  /// Takes what was received: a controller of any channel turns its knob.
  ///
  /// - Parameters:
  ///   - event: What; events that are no controller's do nothing.
  ///   - time: When; not before the last.
  public mutating func receive(_ event: PortEvent, at time: Duration) {
    guard case .message(.control(let controller, let level, _)) = event else { return }
    knobs[controller.number, default: Knob(at: level)].turn(to: level, at: time)
  }

  /// Moves a knob from where it goes, as a key does; one of which nothing is known from 0.
  ///
  /// - Parameters:
  ///   - knob: Its number.
  ///   - change: By how much; it stays from 0 to 1.
  ///   - time: When; not before the last.
  public mutating func nudge(_ knob: Int, by change: Fraction, at time: Duration) {
    var moved = knobs[knob] ?? Knob(at: 0)
    guard let goal = try? moved.goal + change else { return }
    moved.nudge(to: Self.cut(goal), at: time)
    knobs[knob] = moved
  }

  /// Where all knobs stand that are known.
  public func values(at time: Duration) -> [Int: Fraction] {
    knobs.mapValues { $0.value(at: time) }
  }

  /// Whether a knob is still on its way, so that it will stand elsewhere later.
  public func areMoving(at time: Duration) -> Bool {
    knobs.values.contains { $0.value(at: time) != $0.goal }
  }

  private static func cut(_ value: Fraction) -> Fraction { min(max(value, 0), 1) }
}
