/// A whole piece, flat: tracks of notes at absolute times, with tempo and metre changes.
///
/// Times are in quarter notes from the beginning.
public struct Timeline: Hashable, Sendable {
  /// One sound.
  public struct Note: Hashable, Sendable {
    /// Where it belongs; exact.
    public let onset: Fraction
    /// How long it lasts; above zero.
    public let length: Fraction
    /// How hard.
    public let velocity: Velocity
    /// How far it sounds from where it belongs.
    public let shift: Shift
    /// Its pitch, where its track's voice does not say it.
    public let key: Key?

    /// A sound.
    public init(
      onset: Fraction, length: Fraction, velocity: Velocity, shift: Shift = .none, key: Key? = nil
    ) {
      self.onset = onset
      self.length = length
      self.velocity = velocity
      self.shift = shift
      self.key = key
    }
  }

  /// Something that is turned while a voice plays.
  public enum Change: Hashable, Sendable {
    /// A controller, from 0 to 1; what lies outside is cut.
    case control(Controller, Fraction)
    /// The pitch of the voice, in semitones up from where it is written.
    case bend(Fraction)
  }

  /// What one voice plays through the piece.
  public struct Track: Hashable, Sendable {
    /// Who plays.
    public let voice: Voice
    /// Its notes, in order of onset.
    public let notes: [Note]
    /// What is turned while it plays, in order.
    public let changes: [Mark<Change>]
    /// The syllables that are sung to it, in order.
    public let lyrics: [Mark<String>]
    /// Who plays it, where that was said; voices of one player are one track of a file.
    public let player: Player?

    /// A track.
    public init(
      voice: Voice, notes: [Note], changes: [Mark<Change>] = [], lyrics: [Mark<String>] = [],
      player: Player? = nil
    ) {
      self.voice = voice
      self.notes = notes
      self.changes = changes
      self.lyrics = lyrics
      self.player = player
    }
  }

  /// Something that is so from a time on.
  public struct Mark<Content: Hashable & Sendable>: Hashable, Sendable {
    /// From when.
    public let time: Fraction
    /// What.
    public let content: Content

    /// A mark.
    public init(_ content: Content, at time: Fraction) {
      self.content = content
      self.time = time
    }
  }

  /// What the piece is called.
  public var title: String
  /// What must be known about it: sources, the seed.
  public var remarks: [String]
  /// How long it is.
  public var length: Fraction
  /// The tempo from each time on; the first at 0.
  public var tempi: [Mark<Tempo>]
  /// The metre from each bar line on; the first at 0.
  public var metres: [Mark<Metre>]
  /// The key signature from each time on; none where nothing is known of it.
  public var keys: [Mark<KeySignature>] = []
  /// Names of places.
  public var markers: [Mark<String>]
  /// What happens at places: the beginnings of sections.
  public var cues: [Mark<String>] = []
  /// What each voice plays.
  public var tracks: [Track]

  /// A piece.
  ///
  /// - Precondition: There is a tempo from the beginning on.
  public init(
    title: String, remarks: [String] = [], length: Fraction, tempi: [Mark<Tempo>],
    metres: [Mark<Metre>], markers: [Mark<String>] = [], tracks: [Track]
  ) {
    precondition(tempi.first?.time == 0, "a piece has a tempo from its beginning")
    self.title = title
    self.remarks = remarks
    self.length = length
    self.tempi = tempi
    self.metres = metres
    self.markers = markers
    self.tracks = tracks
  }
}
