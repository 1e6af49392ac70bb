import Music
import Testing

@testable import MIDI

@Suite struct MIDIFileTests {
  /// Source: *Standard MIDI Files 1.0* (RP-001): the bytes were put together by hand.
  @Test func `a small file, byte by byte`() throws {
    var piece = Timeline.of(
      [
        Timeline.Track(voice: "kick", notes: [.at(0), .at(2)]),
        Timeline.Track(voice: "dombyra", notes: [.at(1, for: 2)]),
      ], title: "Қу")
    piece.remarks = ["a"]
    piece.markers = [Timeline.Mark("b", at: 2)]
    let file = try MIDIFile(Performance(of: piece, on: .generalMIDI))
    let expected = """
      4D 54 68 64 00 00 00 06 00 01 00 03 03 C0
      4D 54 72 6B 00 00 00 27
      00 FF 03 04 D2 9A D1 83
      00 FF 01 01 61
      00 FF 51 03 07 A1 20
      00 FF 58 04 04 02 18 08
      8F 00 FF 06 01 62
      8F 00 FF 2F 00
      4D 54 72 6B 00 00 00 20
      00 FF 03 04 6B 69 63 6B
      00 99 24 5A
      87 40 89 24 40
      87 40 99 24 5A
      87 40 89 24 40
      87 40 FF 2F 00
      4D 54 72 6B 00 00 00 38
      00 FF 03 07 64 6F 6D 62 79 72 61
      00 FF 04 17 41 63 6F 75 73 74 69 63 20 47 75 69 74 61 72 20 28 6E 79 6C 6F 6E 29
      00 C0 18
      87 40 90 37 5A
      8F 00 80 37 40
      87 40 FF 2F 00
      """
    #expect(file.bytes.hex == expected.split(separator: "\n").joined(separator: " "))
  }

  @Test(arguments: [(1, 960), (7, 6720), (128, 1920), (32_767, 32_767)])
  func `the header says format 1, all tracks and the resolution`(
    denominator: Int, perBeat: Int
  ) throws {
    let notes = [Timeline.Note.at(Fraction(1, denominator))]
    let tracks = ["kick", "snare", "hat"].map { Timeline.Track(voice: $0, notes: notes) }
    let file = try MIDIFile(Performance(of: .of(tracks), on: .generalMIDI))
    let division = [UInt8(perBeat >> 8), UInt8(perBeat & 0xFF)]
    let header = Array("MThd".utf8) + [0, 0, 0, 6, 0, 1, 0, 4] + division
    #expect(Array(file.bytes.prefix(14)) == header)
  }

  /// Law: the chunks fill the file; each ends with its only end of track, and not before the end.
  @Test(arguments: UInt64(1)...60)
  func `every chunk has its length and its end`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let performance = try Performance(of: .random(using: &random), on: .generalMIDI)
    let chunks = try Chunk.all(of: MIDIFile(performance).bytes)
    #expect(chunks.map(\.id) == ["MThd"] + Array(repeating: "MTrk", count: chunks.count - 1))
    #expect(chunks.count == performance.tracks.count + 2)
    for chunk in chunks.dropFirst() {
      let events = try chunk.events()
      let ends = events.indices.filter { events[$0].bytes.starts(with: [0xFF, 0x2F]) }
      #expect(ends == [events.count - 1])
      #expect(events.last?.tick == performance.end)
    }
  }

  /// Law: a track's bytes are its name and its messages at their ticks.
  @Test(arguments: UInt64(1)...60)
  func `every message stands at its tick`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let performance = try Performance(of: .random(using: &random), on: .generalMIDI)
    let chunks = try Chunk.all(of: MIDIFile(performance).bytes)
    for (chunk, track) in zip(chunks.dropFirst(2), performance.tracks) {
      let events = try chunk.events()
      let name = Array(track.name.utf8)
      let head = try [0xFF, 0x03] + #require(VariableLength.bytes(of: name.count))
      #expect(events.first?.bytes == head + name)
      let messages = events.dropFirst(track.instrument == nil ? 1 : 2).dropLast()
      #expect(messages.map(\.tick) == track.messages.map(\.tick))
      #expect(messages.map(\.bytes) == track.messages.map(\.message.wire))
    }
  }

  @Test(arguments: [40_000, 70_000, 1_000_000])
  func `a title of any length leaves the file whole`(count: Int) throws {
    let piece = Timeline.of(
      [Timeline.Track(voice: "kick", notes: [.at(0)])],
      title: String(repeating: "ғ", count: count))
    let chunks = try Chunk.all(of: MIDIFile(Performance(of: piece, on: .generalMIDI)).bytes)
    let title = try #require(chunks[1].events().first)
    #expect(title.bytes.starts(with: [0xFF, 0x03]))
    #expect(chunks.count == 3)
  }

  @Test(arguments: [Fraction(279_620), Fraction(0x0FFF_FFFF, 960)])
  func `a gap of 28 bits is held`(length: Fraction) throws {
    let performance = try Performance(of: .of([], length: length), on: .generalMIDI)
    let chunks = try Chunk.all(of: MIDIFile(performance).bytes)
    #expect(try chunks[1].events().last?.tick == performance.end)
  }

  @Test(arguments: [Fraction(279_621), Fraction(0x1000_0000, 960), Fraction(900_000)])
  func `a longer gap is bridged by texts that say nothing`(length: Fraction) throws {
    let performance = try Performance(of: .of([], length: length), on: .generalMIDI)
    let chunks = try Chunk.all(of: MIDIFile(performance).bytes)
    #expect(try chunks[1].events().last?.tick == performance.end)
  }

  /// Law: the same piece gives the same bytes.
  @Test(arguments: UInt64(1)...20)
  func `a file depends on nothing but the piece`(seed: UInt64) throws {
    let files = try (0..<2).map { _ in
      var random = SplitMix64(seed: seed)
      return try MIDIFile(Performance(of: .random(using: &random), on: .generalMIDI)).bytes
    }
    #expect(files[0] == files[1])
  }
}

/// A part of a file, read as the specification says and no more kindly.
private struct Chunk {
  struct Damage: Error { let place: Int }

  let id: String
  let content: ArraySlice<UInt8>

  static func all(of bytes: [UInt8]) throws -> [Chunk] {
    var rest = bytes[...]
    var chunks: [Chunk] = []
    while !rest.isEmpty {
      guard rest.count >= 8 else { throw Damage(place: rest.startIndex) }
      let length = rest.dropFirst(4).prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard rest.count >= 8 + length else { throw Damage(place: rest.startIndex) }
      chunks.append(
        Chunk(
          id: String(decoding: rest.prefix(4), as: UTF8.self),
          content: rest.dropFirst(8).prefix(length)))
      rest = rest.dropFirst(8 + length)
    }
    return chunks
  }

  /// The events and their ticks; every one has its own status byte.
  func events() throws -> [(tick: Int, bytes: [UInt8])] {
    var rest = content
    var tick = 0
    var events: [(tick: Int, bytes: [UInt8])] = []
    while let status = try Self.delta(&rest, &tick) {
      var length = 0
      switch status & 0xF0 {
      case 0x80, 0x90: length = 3
      case 0xC0: length = 2
      case 0xF0 where status == 0xFF:
        var after = rest.dropFirst(2)
        var count = 0
        _ = try Self.delta(&after, &count)
        length = after.startIndex - rest.startIndex + count
      default: throw Damage(place: rest.startIndex)
      }
      guard rest.count >= length else { throw Damage(place: rest.startIndex) }
      events.append((tick, Array(rest.prefix(length))))
      rest = rest.dropFirst(length)
    }
    return events
  }

  /// Adds a variable-length number to a sum, and gives the byte behind it.
  private static func delta(_ rest: inout ArraySlice<UInt8>, _ sum: inout Int) throws -> UInt8? {
    guard !rest.isEmpty else { return nil }
    var number = 0
    for _ in 0..<4 {
      guard let byte = rest.popFirst() else { throw Damage(place: rest.startIndex) }
      number = number << 7 | Int(byte & 0x7F)
      if byte < 0x80 {
        sum += number
        return rest.first
      }
    }
    throw Damage(place: rest.startIndex)
  }
}
