/// Who plays: a name such as `kick`, `clave` or `dombyra-bass`.
///
/// Any name may stand in a pattern; the ones in ``known`` also have a ``role`` and their own usual
/// velocities.
public struct Voice: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name, as a pattern file writes it.
  public let name: String

  /// A voice of any name.
  public init(_ name: String) {
    self.name = name
  }

  /// A voice named in the source.
  public init(stringLiteral name: String) {
    self.name = name
  }

  /// What a voice does in a rhythm.
  public enum Role: Int, CaseIterable, Hashable, Sendable {
    /// Hats, shakers and bells: the fine grid, which may change first.
    case timeline
    /// Snares, claps and toms: the answer to the low voice.
    case backbeat
    /// Plucked and sung lines.
    case melodic
    /// Kicks, low drums and bass: the ground, which changes last.
    case low
    /// What is held under all others: gongs, drone strings and pads.
    case drone
  }

  /// What this voice does; a name that is not known is taken for a melody.
  public var role: Role { kind.role }

  /// Whether it is played on the drum channel; a name that is not known is not.
  public var isDrum: Bool { kind.isDrum }

  /// How hard this voice plays a stroke when nothing else is said.
  ///
  /// Our own choice, after common practice with drum machines. For plucked strings 108 and 78: in
  /// the recordings that `Patterns/README.md` lists as AU, the onsets of off-beat strokes were
  /// measured a little over half as strong as those on the beat.
  public func usualVelocity(of stroke: Stroke) -> Velocity {
    kind.velocity(of: stroke)
  }

  private var kind: Kind {
    Self.known[name] ?? (drumKey == nil ? line.flatMap { Self.known[$0.name] } ?? .melody : .drum)
  }

  /// Whether this voice has its role because it is known, or is a further one of a known line, or a
  /// drum of some key; any other is only taken for a melody.
  public var hasOwnRole: Bool {
    Self.known[name] != nil || drumKey != nil || line != nil
  }

  /// The known melodic voice of which this is a further one: `melody` of `melody-2`, `bass` of
  /// `bass-left`; nothing where its name begins with none up to a hyphen, or is known itself.
  public var line: Voice? {
    guard Self.known[name] == nil else { return nil }
    var beginning = Substring(name)
    while let hyphen = beginning.lastIndex(of: "-") {
      beginning = beginning[..<hyphen]
      if let kind = Self.known[String(beginning)], !kind.isDrum { return Voice(String(beginning)) }
    }
    return nil
  }

  /// The key of the drum channel in a name such as `drum-27`, which a drum has that has no other.
  public var drumKey: Key? {
    guard name.hasPrefix("drum-"), let number = Int(name.dropFirst(5)) else { return nil }
    return name == "drum-\(number)" ? Key(number) : nil
  }

  /// The voices that have a role and velocities of their own, and what kind each is of.
  public static let known: [String: Kind] = [
    Kind.lowDrum: ["kick", "low-kick", "o-daiko"],
    .drum: [
      "snare", "electric-snare", "clap", "rim", "low-tom", "mid-tom", "high-mid-tom", "high-tom",
      "low-floor-tom", "high-floor-tom", "caixa", "tamborim", "shime", "effect",
    ],
    .cymbal: [
      "hat", "pedal-hat", "open-hat", "crash", "crash-2", "china", "splash", "ride", "ride-2",
      "ride-bell",
    ],
    .shaker: ["tambourine", "shaker", "maracas", "cabasa", "ganza", "asatayaq-rings"],
    .bell: [
      "cowbell", "claves", "high-agogo", "low-agogo", "short-guiro", "long-guiro", "open-triangle",
      "mute-triangle", "high-block", "low-block", "qraqeb", "kethuk", "kajar", "tuyaqtas-low",
      "tuyaqtas-high", "asatayaq-butt", "vibraslap", "short-whistle", "long-whistle",
    ],
    .lowHandDrum: [
      "low-conga", "open-surdo", "dum", "tabla-ge", "dauylpaz", "shyngdauyl", "dangyra-low",
      "kepshik-low", "doira-low", "dap-low",
    ],
    .handDrum: [
      "open-conga", "mute-conga", "high-bongo", "low-bongo", "high-timbale", "low-timbale",
      "mute-surdo", "third-surdo", "mute-cuica", "open-cuica", "tek", "ka", "slap", "conga-heel",
      "conga-tip", "tabla-na",
      "tabla-tin", "tabla-ka", "dangyra-high", "kepshik-high", "doira-high", "dap-high",
    ],
    .bass: ["bass", "dombyra-bass"],
    .drone: ["drone", "tanpura", "gong", "kempul", "kenong", "pad"],
    .melody: [
      "dombyra", "dombyra-treble", "chord", "arp", "melody", "piano", "mallets", "guitar",
      "strings", "choir", "brass", "reed", "pipe", "lead", "plucked", "percussive", "voice",
      "voice-1", "voice-2",
      "voice-3", "vocal", "organ", "polos", "sangsih", "komuz", "dutar",
      "qylqobyz", "shanqobyz",
      "sybyzgy", "morin-khuur", "igil", "doshpuluur",
    ],
  ].reduce(into: [:]) { kinds, entry in
    for name in entry.value { kinds[name] = entry.key }
  }

  /// A family of voices that share a role and velocities.
  public enum Kind: Hashable, Sendable {
    case lowDrum, drum, cymbal, shaker, bell, lowHandDrum, handDrum, bass, drone, melody

    /// What voices of this kind do.
    public var role: Role {
      switch self {
      case .lowDrum, .lowHandDrum, .bass: .low
      case .drum, .handDrum: .backbeat
      case .cymbal, .shaker, .bell: .timeline
      case .drone: .drone
      case .melody: .melodic
      }
    }

    /// Whether voices of this kind are played on the drum channel.
    public var isDrum: Bool {
      switch self {
      case .lowDrum, .drum, .cymbal, .shaker, .bell, .lowHandDrum, .handDrum: true
      case .bass, .drone, .melody: false
      }
    }

    func velocity(of stroke: Stroke) -> Velocity {
      let (accent, normal, ghost) =
        switch self {
        case .lowDrum, .drum, .bell: (115, 92, 42)
        case .cymbal: (100, 78, 50)
        case .shaker: (84, 66, 44)
        case .lowHandDrum, .handDrum: (112, 90, 45)
        case .bass, .drone, .melody: (108, 84, 45)
        }
      let value =
        switch stroke {
        case .accent: accent
        case .normal: normal
        case .ghost: ghost
        case .accentedDown: 108
        case .down: 92
        case .accentedUp: 104
        case .up: 78
        case .thumb, .open: 84
        case .index: 80
        case .damped: 45
        case .pull: 55
        }
      return Velocity(clamping: value)
    }
  }
}

extension Voice: CustomStringConvertible, Comparable {
  /// The name.
  public var description: String { name }

  /// By name, so that an order of voices does not depend on where they came from.
  public static func < (left: Voice, right: Voice) -> Bool { left.name < right.name }
}
