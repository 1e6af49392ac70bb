/// Something in a file that is not as it should be, and was read all the same.
public struct Repair: Hashable, Sendable {
  /// What was wrong.
  public let kind: Kind
  /// In which track, counted from 1; nothing where it is in none.
  public let track: Int?
  /// At which byte of the input, counted from 0.
  public let offset: Int

  /// Everything that is read although it is wrong.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case leadingBytes
    case missingHeader
    case headerLength
    case unknownFormat
    case badDivision
    case trackCount
    case tracksOfFormatZero
    case bytesBetweenChunks
    case trailingBytes
    case wrapperLength
    case chunkTooLong
    case trackTooLong
    case trackTooShort
    case truncatedTrack
    case truncatedEvent
    case missingEndOfTrack
    case eventsAfterEnd
    case longNumber
    case paddedNumber
    case missingStatus
    case brokenRunningStatus
    case strayStatus
    case highDataByte
    case badMetaEvent

    /// What was wrong and what was done, in a few words.
    public var meaning: String {
      switch self {
      case .leadingBytes: "bytes before the header were passed over"
      case .missingHeader: "the header is missing; 480 ticks a quarter note were taken"
      case .headerLength: "the header is too short; what is missing was taken as usual"
      case .unknownFormat: "the format is unknown and was read as format 1"
      case .badDivision: "the division is damaged; 480 ticks a quarter note were taken"
      case .trackCount: "the header counts other tracks than there are"
      case .tracksOfFormatZero: "a file of format 0 has not one track and was read as format 1"
      case .bytesBetweenChunks: "bytes between two chunks were passed over"
      case .trailingBytes: "bytes behind the last chunk were passed over"
      case .wrapperLength: "the RIFF file around it has another length than it says"
      case .chunkTooLong: "a chunk says that it is longer than the file"
      case .trackTooLong: "the track says that it is longer than it is"
      case .trackTooShort: "the track says that it is shorter than it is"
      case .truncatedTrack: "the file ends before the track does"
      case .truncatedEvent: "the last event is not whole and was left out"
      case .missingEndOfTrack: "the track has no end"
      case .eventsAfterEnd: "bytes behind the end of the track were passed over"
      case .longNumber: "a number has more than four bytes"
      case .paddedNumber: "a number is written with more bytes than it needs"
      case .missingStatus: "data bytes without a status byte were passed over"
      case .brokenRunningStatus: "the status byte from before a meta or sysex event was kept"
      case .strayStatus: "a status byte that no track may have was passed over with its data"
      case .highDataByte: "the highest bit of a data byte was cleared"
      case .badMetaEvent: "a meta event with a wrong length or value was kept as bytes"
      }
    }
  }
}

/// Why a file was refused.
public enum MIDIFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing in it can be read.
  case noMIDIFile
  /// It is not as it should be, and was to be read strictly.
  case refused(Repair)

  /// What the user sees: what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .noMIDIFile: "this is not a MIDI file\ngive a Standard MIDI File"
    case .refused(let repair):
      "byte \(repair.offset)\(repair.track.map { ", track \($0)" } ?? ""): \(repair.kind.meaning)\n"
        + "read it without --strict to have it repaired"
    }
  }
}
