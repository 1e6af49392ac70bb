import Music

/// A number for every time: a wave, a ramp, a knob or chance.
///
/// Waves go from 0 to 1 and take a cycle each. What is no exact number is kept to 1/65536.
indirect enum Signal: Hashable, Sendable {
  /// From one half up, down and back.
  case sine
  /// Up, and back at once.
  case saw
  /// Up for half a cycle, and down again.
  case triangle
  /// 0 for half a cycle, then 1.
  case square
  /// Another number at each time, decided by the construct's number.
  case random(Int)
  /// A smooth way from one random number to another in each cycle.
  case wander(Int)
  /// From one number to another over some bars; then that other.
  case ramp(from: Fraction, to: Fraction, bars: Fraction)
  /// From one number to another over some bars, slowly, fast and slowly again; then that other.
  case smooth(from: Fraction, to: Fraction, bars: Fraction)
  /// Where a knob stands, by the number of its controller, and where it stands before it is turned.
  case knob(Int, Fraction)
  /// Another signal, 0 and 1 laid on two numbers.
  case range(Signal, from: Fraction, to: Fraction)
  /// Another signal, so many times as fast.
  case fast(Signal, Fraction)
  /// Another signal, so many cycles later.
  case late(Signal, Fraction)
  /// Another signal, looked at so many times a cycle and kept between.
  case held(Signal, Fraction)

  /// What it depends on: the time, if not chance or a knob.
  var constancy: Constancy {
    switch self {
    case .sine, .saw, .triangle, .square, .ramp, .smooth: .time
    case .random, .wander, .knob: .chance
    case .range(let inner, _, _), .fast(let inner, _), .late(let inner, _), .held(let inner, _):
      inner.constancy
    }
  }

  /// The number at a time, in cycles.
  func value(at time: Fraction, _ scene: Scene) throws(MusicError) -> Fraction {
    switch self {
    case .sine: return try Self.wave(at: time)
    case .saw: return try time.modulo(1)
    case .triangle:
      let doubled = try time.modulo(1) * 2
      return doubled <= 1 ? doubled : try 2 - doubled
    case .square: return try time.modulo(1) < Fraction(1, 2) ? 0 : 1
    case .random(let construct): return Self.chance(construct, at: time, scene)
    case .wander(let construct):
      let cycle = Fraction(time.floor)
      let (a, b) = (
        Self.chance(construct, at: cycle, scene),
        Self.chance(construct, at: try cycle + 1, scene)
      )
      let part = try (time - cycle).rounded(to: Self.step)
      let way = try (part * part * (3 - 2 * part)).rounded(to: Self.step)
      return try a + (b - a) * way
    case .ramp(let from, let to, let bars):
      guard bars > 0, time < bars else { return to }
      return time <= 0 ? from : try from + (to - from) * (time / bars)
    case .smooth(let from, let to, let bars):
      guard bars > 0, time < bars else { return to }
      guard time > 0 else { return from }
      let part = try (time / bars).rounded(to: Self.step)
      return try from + (to - from) * (part * part * (3 - 2 * part)).rounded(to: Self.step)
    case .knob(let number, let initial): return scene.knobs[number] ?? initial
    case .range(let inner, let from, let to):
      return try from + (to - from) * inner.value(at: time, scene)
    case .fast(let inner, let factor): return try inner.value(at: time * factor, scene)
    case .late(let inner, let delay): return try inner.value(at: time - delay, scene)
    case .held(let inner, let rate):
      return try inner.value(at: Fraction((time * rate).floor) / rate, scene)
    }
  }

  /// How many signals stand inside one another.
  var depth: Int {
    switch self {
    case .range(let inner, _, _), .fast(let inner, _): inner.depth + 1
    default: 1
    }
  }

  private static let step = Fraction(1, 1 << 16)

  private static func chance(_ construct: Int, at time: Fraction, _ scene: Scene) -> Fraction {
    let part = scene.chance.part(UInt64(construct)).number(for: 0, at: time)
    return Fraction(Int(part * 65_536), 65_536)
  }

  private static func wave(at time: Fraction) throws(MusicError) -> Fraction {
    let turn = try time.modulo(1).rounded(to: step)
    let y = UnitVector(turn: turn.numerator, of: turn.denominator).y
    return Fraction(Int(((y + 1) / 2 * 65_536).rounded()), 65_536)
  }
}
