@testable import MIDI

/// A part of a file: its bytes, what they mean, and what is wrong.
struct Piece: Sendable {
  /// What a part of a file means.
  enum Meaning: Sendable {
    case nothing
    case header(MIDIFile.Format, Division, rest: [UInt8])
    case chunk(MIDIFile.Chunk)
  }

  var bytes: [UInt8]
  var meaning: Meaning
  /// What is wrong, and at which byte, counted from the first of the piece.
  var faults: [(kind: Repair.Kind, offset: Int)] = []
  /// Whether a status byte is left out in it, and may be.
  var runs = false

  /// Whether a reader counts it as a track.
  var isTrack: Bool { bytes.starts(with: "MTrk".utf8) && bytes.count >= 8 }

  /// A header of six bytes or more; it may claim another length, and be read as another format or
  /// division where its numbers are none.
  static func header(
    _ format: UInt16 = 1, tracks: UInt16 = 1, division: UInt16 = 96, rest: [UInt8] = [],
    claims: UInt32? = nil, means otherFormat: MIDIFile.Format? = nil,
    _ otherDivision: Division? = nil
  ) -> Piece {
    let length = claims ?? UInt32(6 + rest.count)
    let numbers = bytes(of: format) + bytes(of: tracks) + bytes(of: division)
    return Piece(
      bytes: Array("MThd".utf8) + bytes(of: length) + numbers + rest,
      meaning: .header(
        otherFormat ?? MIDIFile.Format(rawValue: format) ?? .simultaneous,
        otherDivision ?? .perBeat(Int(division)), rest: rest))
  }

  /// A track; it may claim another length.
  static func track(_ items: Item..., claims: UInt32? = nil) -> Piece {
    track(items, claims: claims)
  }

  static func track(_ items: [Item], claims: UInt32? = nil) -> Piece {
    var (content, tick): ([UInt8], Int) = ([], 0)
    var (events, faults): ([TimedEvent], [(Repair.Kind, Int)]) = ([], [])
    for item in items {
      tick += item.ticks
      if let event = item.event { events.append(TimedEvent(event, at: tick)) }
      faults += item.faults.map { ($0.kind, 8 + content.count + $0.offset) }
      content += item.bytes
    }
    let head = Array("MTrk".utf8) + bytes(of: claims ?? UInt32(content.count))
    return Piece(
      bytes: head + content, meaning: .chunk(.track(Track(events, end: tick))), faults: faults,
      runs: items.contains(where: \.runs))
  }

  /// A track of one note: 20 bytes.
  static let song = Piece.track(.on(60), .off(60), .end)

  /// A chunk that is no track.
  static func alien(_ id: String, _ content: UInt8..., claims: UInt32? = nil) -> Piece {
    let id = Array(id.utf8)
    return Piece(
      bytes: id + bytes(of: claims ?? UInt32(content.count)) + content,
      meaning: .chunk(.alien(id: id, content: content)))
  }

  /// Bytes that mean nothing.
  static func junk(_ bytes: UInt8...) -> Piece { junk(bytes) }

  static func junk(_ bytes: [UInt8]) -> Piece { Piece(bytes: bytes, meaning: .nothing) }

  /// The same with something wrong at one of its bytes.
  func wrong(_ kind: Repair.Kind, at offset: Int) -> Piece {
    var piece = self
    piece.faults.append((kind, offset))
    return piece
  }

  /// The same without its last bytes.
  func cut(_ count: Int) -> Piece {
    var piece = self
    piece.bytes.removeLast(count)
    return piece
  }

  /// The same, but nothing of it is kept.
  var unread: Piece {
    var piece = self
    piece.meaning = .nothing
    return piece
  }

  /// A number with its most significant byte first.
  static func bytes(of number: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian, Array.init)
  }
}
