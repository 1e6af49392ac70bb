public import Music

/// Which sound of one rhythm becomes which of the other.
///
/// First come the pairs that were chosen. A voice that both still have stays itself. Of the others a
/// plucked or sung line is two streams, its accents and its other strokes. Some pairs are stated
/// (``usual``): a dombyra's strokes run like hats, its accents answer like toms and claps, its bass
/// string is a kick. What is left is paired so that all streams together are as like each other as
/// can be, by register, kind, density and metre; see ``Likeness``. What finds no partner comes or
/// goes alone.
public struct SoundMap: Hashable, Sendable {
  /// Notes of one voice that become one other sound.
  public struct Stream: Hashable, Sendable {
    /// Whose notes.
    public let voice: Voice
    /// Whether only accented or only other strokes; all where nothing is said.
    public let accented: Bool?

    /// A voice's notes, or only its accented or other strokes.
    public init(voice: Voice, accented: Bool? = nil) {
      self.voice = voice
      self.accented = accented
    }

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

    /// Two streams that become each other, or one that comes or goes alone.
    public init(first: Stream?, second: Stream?) {
      self.first = first
      self.second = second
    }

    /// The pair seen from the other rhythm.
    public var turned: Pair { Pair(first: second, second: first) }

    /// When the pair changes in the order of voices: 0 for hats, shakers and bells, 1 for backbeats
    /// and lines, 2 for what is low or held; of two different sounds it is that of the later one.
    var order: Int {
      [first, second].compactMap { $0?.voice.role.order }.max() ?? 0
    }
  }

  /// The streams of both rhythms, each in one pair; those without notes only where they are chosen
  /// or where both rhythms have the voice.
  public let pairs: [Pair]

  /// The map between the voices of two rhythms.
  ///
  /// Law: the map from B to A is the map from A to B turned round, as the chosen pairs are.
  ///
  /// - Parameters:
  ///   - first: The first rhythm.
  ///   - second: The second rhythm.
  ///   - chosen: Pairs that must be in it.
  /// - Throws: ``ComposerError`` where a chosen sound is none of its rhythm's, or is chosen twice.
  /// - Complexity: O(v³) for v voices, and O(n) for n notes.
  public init(
    from first: Fit.Fitted, to second: Fit.Fitted, choosing chosen: [Pair] = []
  ) throws(ComposerError) {
    var (left, right) = (Sounds(of: first), Sounds(of: second))
    for pair in chosen {
      if let stream = pair.first { try left.take(stream) }
      if let stream = pair.second { try right.take(stream) }
    }
    var pairs = chosen + left.takeShared(with: &right)
    left.splitLines()
    right.splitLines()
    for (stream, partners) in Self.usual {
      for partner in partners.map({ Stream(voice: $0) }) {
        for (a, b) in [(stream, partner), (partner, stream)] where left.has(a) && right.has(b) {
          pairs.append(Pair(first: a, second: b))
          left.remove(a)
          right.remove(b)
        }
      }
    }
    self.pairs = pairs + Self.likest(left, right)
  }
}

extension Voice.Role {
  /// Its place in the order in which voices change.
  fileprivate var order: Int {
    switch self {
    case .timeline: 0
    case .backbeat, .melodic: 1
    case .low, .drone: 2
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
