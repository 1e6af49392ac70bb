/// A Standard MIDI File: its tracks, and what else is in it.
///
///     let (file, repairs) = try MIDIFile.repaired(bytes)
///     for track in file.tracks { print(track.count) }
///
/// Law: a file that is written and read again is the same file, but for the empty texts that bridge
/// a gap of over 28 bits. Bytes that were written plainly (no running status or all that is possible,
/// the shortest lengths) come back byte for byte.
///
/// Source: *Standard MIDI Files 1.0* (RP-001) for every byte.
public struct MIDIFile: Hashable, Sendable {
  /// How the tracks of a file belong together.
  public enum Format: UInt16, CaseIterable, Hashable, Sendable {
    /// One track for all.
    case single
    /// Tracks that sound together, the first with the tempo.
    case simultaneous
    /// Tracks that are pieces of their own.
    case independent
  }

  /// A part of a file.
  public enum Chunk: Hashable, Sendable {
    /// A track.
    case track(Track)
    /// Something that is no track, kept as it is: four bytes of its name, and its content.
    case alien(id: [UInt8], content: [UInt8])
  }

  /// A RIFF file around the MIDI file, as Windows programs write it (`.rmi`).
  public struct Wrapper: Hashable, Sendable {
    /// The chunks before the file, with their heads.
    public var before: [UInt8] = []
    /// The chunks behind it.
    public var after: [UInt8] = []
  }

  /// How the tracks belong together.
  public var format: Format
  /// What a tick is.
  public var division: Division
  /// What the header says beyond its six bytes.
  public var headerRest: [UInt8] = []
  /// Everything behind the header.
  public var chunks: [Chunk]
  /// Whether a status byte is left out where it is that of the message before.
  public var usesRunningStatus = false
  /// The RIFF file around it, where there is one.
  public var wrapper: Wrapper?

  /// A file of some tracks.
  public init(format: Format = .simultaneous, division: Division, tracks: [Track]) {
    self.format = format
    self.division = division
    chunks = tracks.map(Chunk.track)
  }

  /// The tracks, without what is between them.
  public var tracks: [Track] {
    chunks.compactMap { chunk in
      if case .track(let track) = chunk { track } else { nil }
    }
  }
}
