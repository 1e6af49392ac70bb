public import Music

/// Which sound of one rhythm becomes which of the other.
///
/// A voice that both have stays itself. Of the others, each stream of one rhythm is paired with one
/// of the other that has the same role, then what is left of one with what is left of the other; what
/// finds no partner comes or goes alone. A plucked line is two streams: its accented strokes answer
/// like toms and claps, its other strokes run like hats; its bass string is low, like a kick.
public struct SoundMap: Hashable, Sendable {
  /// Notes of one voice that become one other sound.
  public struct Stream: Hashable, Sendable {
    /// Whose notes.
    public let voice: Voice
    /// Whether only accented or only other strokes; all where nothing is said.
    public let accented: Bool?

    /// Whether a note belongs to the stream.
    func contains(_ note: Note) -> Bool {
      accented.map { $0 == note.stroke.isAccented } ?? true
    }
  }

  /// A stream of each rhythm, or one alone.
  public struct Pair: Hashable, Sendable {
    /// The stream of the first rhythm.
    public let first: Stream?
    /// The stream of the second rhythm.
    public let second: Stream?
    /// When the pair changes in the order of voices: 0 for hats, shakers and bells, 1 for backbeats
    /// and lines, 2 for what is low; of two different sounds it is that of the later one.
    var order: Int {
      [first, second].compactMap { $0?.voice.role.order }.max() ?? 0
    }
  }

  /// All streams of both rhythms, each in one pair.
  public let pairs: [Pair]

  /// The map between the voices of two rhythms.
  ///
  /// Law: the map from B to A is the map from A to B turned round.
  public init(from first: [Voice], to second: [Voice]) {
    let shared = Set(first).intersection(second)
    var pairs = shared.sorted().map { voice in
      let stream = Stream(voice: voice, accented: nil)
      return Pair(first: stream, second: stream)
    }
    let firstStreams = Self.streams(of: first.filter { !shared.contains($0) })
    let secondStreams = Self.streams(of: second.filter { !shared.contains($0) })
    var rest: (first: [Stream], second: [Stream]) = ([], [])
    for role in [Voice.Role.timeline, .backbeat, .low] {
      let left = firstStreams.filter { $0.role == role }
      let right = secondStreams.filter { $0.role == role }
      pairs += zip(left, right).map { Pair(first: $0, second: $1) }
      rest.first += left.dropFirst(right.count)
      rest.second += right.dropFirst(left.count)
    }
    pairs += zip(rest.first, rest.second).map { Pair(first: $0, second: $1) }
    pairs += rest.first.dropFirst(rest.second.count).map { Pair(first: $0, second: nil) }
    pairs += rest.second.dropFirst(rest.first.count).map { Pair(first: nil, second: $0) }
    self.pairs = pairs
  }

  private static func streams(of voices: [Voice]) -> [Stream] {
    let streams = voices.flatMap { voice in
      voice.role == .melodic
        ? [Stream(voice: voice, accented: true), Stream(voice: voice, accented: false)]
        : [Stream(voice: voice, accented: nil)]
    }
    return streams.sorted { left, right in
      let (a, b) = (precedence(of: left.voice), precedence(of: right.voice))
      return a == b ? left.voice < right.voice : a < b
    }
  }

  private static func precedence(of voice: Voice) -> Int {
    order[voice] ?? order.count
  }

  /// Who is paired first among voices of one role; names that are not here follow in their order.
  private static let order: [Voice: Int] = {
    let voices: [Voice] = [
      "dombyra", "dombyra-treble", "dombyra-bass", "kick", "low-tom", "mid-tom", "high-tom",
      "snare", "clap", "rim", "hat", "open-hat", "pedal-hat", "ride", "shaker", "cowbell", "claves",
    ]
    return Dictionary(
      uniqueKeysWithValues: voices.enumerated().map { ($0.element, $0.offset) })
  }()
}

extension SoundMap.Stream {
  /// What the stream does in its rhythm, a line's accents and other strokes apart.
  fileprivate var role: Voice.Role {
    guard voice.role == .melodic else { return voice.role }
    return accented == false ? .timeline : .backbeat
  }
}

extension Voice.Role {
  /// Its place in the order in which voices change.
  fileprivate var order: Int {
    switch self {
    case .timeline: 0
    case .backbeat, .melodic: 1
    case .low: 2
    }
  }
}

extension SoundMap.Stream: CustomStringConvertible {
  /// The stream in words, such as `dombyra accents`.
  public var description: String {
    switch accented {
    case true: "\(voice) accents"
    case false: "\(voice) strokes"
    default: voice.name
    }
  }
}
