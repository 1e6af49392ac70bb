import Music
import TestSupport
import Testing

@testable import MIDI

/// Files that were cut or changed anywhere: nothing crashes, and what is read can be kept.
@Suite(.timeLimit(.minutes(10))) struct DamageTests {
  /// The middle of long texts is left out.
  @Test(arguments: CorpusFile.all)
  func `a file may be cut at any byte`(file: CorpusFile) {
    let bytes = file.bytes
    for count in 0..<bytes.count where count < 330 || bytes.count - count < 20 {
      let fault = ReadingLaw.fault(in: Array(bytes.prefix(count)))
      #expect(fault == nil, "\(count) bytes of \(bytes.count)")
    }
  }

  @Test(arguments: CorpusFile.all)
  func `the beginning of a file may be missing`(file: CorpusFile) {
    let bytes = file.bytes
    for count in 0..<bytes.count where count < 60 {
      #expect(ReadingLaw.fault(in: Array(bytes.dropFirst(count))) == nil, "without \(count) bytes")
    }
  }

  @Test(arguments: CorpusFile.all.filter { $0.bytes.count < 1000 })
  func `any byte may be another`(file: CorpusFile) {
    var bytes = file.bytes
    for place in bytes.indices where place < 100 {
      let byte = bytes[place]
      for other in [0, 0x7F, 0x80, 0xF7, 0xFF, byte ^ 1] where other != byte {
        bytes[place] = other
        #expect(ReadingLaw.fault(in: bytes) == nil, "byte \(place) is \(other)")
      }
      bytes[place] = byte
    }
  }

  /// Law: the same for tracks of any bytes; half of them are those that mean most.
  @Test(arguments: UInt64(1)...200)
  func `any bytes may be in a track`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let common: [UInt8] = [0, 0, 0x7F, 0x80, 0x90, 0xC0, 0xF0, 0xF7, 0xF8, 0xFF, 0x01, 0x2F, 0x4D]
    for _ in 0..<20 {
      let content = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : common.randomElement(using: &random) ?? 0
      }
      let claims = UInt32(Int.random(in: 0...80, using: &random))
      let head = Piece.header().bytes + Array("MTrk".utf8) + Piece.bytes(of: claims)
      let bytes = head + content + (Bool.random(using: &random) ? Piece.song.bytes : [])
      #expect(ReadingLaw.fault(in: bytes) == nil, "\(bytes)")
    }
  }

  @Test func `memory is kept only for bytes that there are`() throws {
    let track = Array("MTrk".utf8) + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0xFF, 0x2F, 0]
    let bytes = Piece.header(tracks: 2000).bytes + (0..<2000).flatMap { _ in track }
    let (file, repairs) = try MIDIFile.repaired(bytes)
    #expect(repairs.count == 2000)
    #expect(file.tracks.reduce(0) { $0 + $1.records.capacity } <= bytes.count)
  }
}
