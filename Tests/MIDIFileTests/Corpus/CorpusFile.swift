import Testing

@testable import MIDI

/// A small file, what it means, and what is wrong with it.
struct CorpusFile: Sendable, CustomTestStringConvertible {
  /// What a reader is to say of a file.
  enum Verdict: Sendable {
    /// It is as it should be.
    case valid
    /// It is read, with repairs of these kinds in this order.
    case repaired([Repair.Kind])
    /// Nothing in it can be read.
    case refused

    /// The kinds of the repairs.
    var kinds: [Repair.Kind] {
      if case .repaired(let kinds) = self { kinds } else { [] }
    }
  }

  let name: String
  let verdict: Verdict
  private let pieces: [Piece]
  /// The chunks of a RIFF file before and behind it, where there is one.
  private var wrapper: MIDIFile.Wrapper?
  /// The bytes before the first piece.
  private var head: [UInt8] = []
  /// The bytes behind the last piece.
  private var tail: [UInt8] = []
  /// What is wrong before the first piece or behind the last.
  private var faults: [(kind: Repair.Kind, offset: Int)] = []

  /// A file of some pieces.
  init(_ name: String, _ verdict: Verdict, _ pieces: Piece...) {
    self.init(name, verdict, pieces)
  }

  /// A file of one track; its end is added.
  init(_ name: String, _ verdict: Verdict, events first: Item, _ rest: Item...) {
    self.init(name, verdict, [.header(), .track([first] + rest + [.end])])
  }

  private init(_ name: String, _ verdict: Verdict, _ pieces: [Piece]) {
    self.name = name
    self.verdict = verdict
    self.pieces = pieces
  }

  var testDescription: String { name }

  /// The whole file.
  var bytes: [UInt8] { head + pieces.flatMap(\.bytes) + tail }

  /// What the file means.
  var meaning: MIDIFile {
    var file = MIDIFile(division: .perBeat(480), tracks: [])
    for piece in pieces {
      switch piece.meaning {
      case .nothing: break
      case .header(let format, let division, let rest):
        (file.format, file.division, file.headerRest) = (format, division, rest)
      case .chunk(let chunk): file.chunks.append(chunk)
      }
    }
    file.usesRunningStatus = pieces.contains(where: \.runs)
    file.wrapper = wrapper
    return file
  }

  /// What is wrong and where, in order of the bytes.
  var repairs: [Repair] {
    var (offset, track) = (head.count, 0)
    var repairs = faults.map { Repair(kind: $0.kind, track: nil, offset: $0.offset) }
    for piece in pieces {
      if piece.isTrack { track += 1 }
      repairs += piece.faults.map {
        Repair(kind: $0.kind, track: piece.isTrack ? track : nil, offset: offset + $0.offset)
      }
      offset += piece.bytes.count
    }
    return repairs
  }

  /// The same in a RIFF file with chunks around it.
  ///
  /// The whole and the chunk of the MIDI file may claim to have so many bytes more than they have,
  /// and something else may stand for the padding.
  func wrapped(
    before: [UInt8] = [], after: [UInt8] = [], claims: Int = 0, dataClaims: Int = 0,
    padding: [UInt8]? = nil
  ) -> CorpusFile {
    var file = self
    let count = pieces.reduce(0) { $0 + $1.bytes.count }
    file.wrapper = MIDIFile.Wrapper(before: before, after: after)
    file.tail = (padding ?? [UInt8](repeating: 0, count: count & 1)) + after
    let content =
      Array("RMID".utf8) + before + Array("data".utf8) + Self.littleEndian(count + dataClaims)
    file.head =
      Array("RIFF".utf8) + Self.littleEndian(content.count + count + file.tail.count + claims)
      + content
    return file
  }

  /// The same with something wrong at a byte of the whole.
  func wrong(_ kind: Repair.Kind, at offset: Int) -> CorpusFile {
    var file = self
    file.faults.append((kind, offset))
    return file
  }

  /// The same, but the RIFF file is not recognized as one.
  var unwrapped: CorpusFile {
    var file = self
    file.wrapper = nil
    return file
  }

  /// A chunk of a RIFF file.
  static func riff(_ id: String, _ content: [UInt8]) -> [UInt8] {
    Array(id.utf8) + littleEndian(content.count) + content
      + [UInt8](repeating: 0, count: content.count & 1)
  }

  private static func littleEndian(_ number: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(number).littleEndian, Array.init)
  }
}
