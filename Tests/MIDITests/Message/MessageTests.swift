import Music
import Testing

@testable import MIDI

@Suite struct MessageTests {
  /// Source: *MIDI 1.0 Detailed Specification*, table of channel voice messages.
  @Test(
    arguments: [
      (1, 60, 1, [0x90, 60, 1]), (10, 36, 127, [0x99, 36, 127]), (16, 127, 64, [0x9F, 127, 64]),
    ] as [(Int, Int, Int, [UInt8])])
  func `a key that goes down has status 9n`(
    channel: Int, key: Int, velocity: Int, bytes: [UInt8]
  ) throws {
    let message = Message.noteOn(
      try #require(Key(key)), try #require(Level(velocity)), try #require(Channel(channel)))
    #expect(message.wire == bytes)
  }

  @Test(arguments: [(1, 0, [0x80, 0, 64]), (16, 127, [0x8F, 127, 64])] as [(Int, Int, [UInt8])])
  func `a key that goes up has status 8n and the usual release`(
    channel: Int, key: Int, bytes: [UInt8]
  ) throws {
    let message = Message.noteOff(
      try #require(Key(key)), release: .usualRelease, try #require(Channel(channel)))
    #expect(message.wire == bytes)
  }

  @Test(arguments: [(1, 1, [0xC0, 0]), (16, 128, [0xCF, 127])] as [(Int, Int, [UInt8])])
  func `a program has status Cn and counts from 0`(
    channel: Int, program: Int, bytes: [UInt8]
  ) throws {
    let message = Message.program(
      try #require(Program(program)), try #require(Channel(channel)))
    #expect(message.wire == bytes)
  }

  @Test(arguments: [Int.min, -1, 0, 17, 128, Int.max])
  func `there are sixteen channels`(number: Int) {
    #expect(Channel(number) == nil)
  }

  @Test(arguments: [Int.min, -1, 0, 129, Int.max])
  func `there are 128 programs`(number: Int) {
    #expect(Program(number) == nil)
  }

  @Test func `drums have channel 10 and all others are free`() {
    #expect(Channel.drums.number == 10)
    #expect(Channel.melodic.map(\.number) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16])
  }
}
