import Music
import Testing

@testable import ALSA

@Suite struct SystemExclusivePartsTests {
  private let sources = [Address(client: 20, port: 0), Address(client: 21, port: 0)]

  /// Law: however two are cut and mixed, each comes out whole, at its last part.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func `parts become wholes`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    let wholes = sources.map { _ in
      [0xF0]
        + (0..<Int.random(in: 0...40, using: &chance)).map { _ in
          UInt8.random(in: 0...127, using: &chance)
        } + [0xF7]
    }
    var rests = wholes.map { $0[...] }
    var parts = SystemExclusiveParts()
    while let index = rests.indices.filter({ !rests[$0].isEmpty }).randomElement(using: &chance) {
      let part = rests[index].prefix(.random(in: 1...7, using: &chance))
      rests[index] = rests[index].dropFirst(part.count)
      let joined = parts.join(Array(part), from: sources[index])
      #expect(joined == (rests[index].isEmpty ? wholes[index] : nil))
    }
  }

  @Test func `a part without a beginning is nothing, and a new beginning ends what was begun`() {
    var parts = SystemExclusiveParts()
    #expect(parts.join([1, 0xF7], from: sources[0]) == nil)
    #expect(parts.join([], from: sources[0]) == nil)
    #expect(parts.join([0xF0, 1], from: sources[0]) == nil)
    #expect(parts.join([0xF0, 2], from: sources[0]) == nil)
    #expect(parts.join([3, 0xF7], from: sources[0]) == [0xF0, 2, 3, 0xF7])
    #expect(parts.join([4, 0xF7], from: sources[0]) == nil)
  }

  @Test func `what a client that is gone had begun is forgotten`() {
    var parts = SystemExclusiveParts()
    for source in sources { #expect(parts.join([0xF0, 1], from: source) == nil) }
    parts.forget(client: 20)
    #expect(parts.join([0xF7], from: sources[0]) == nil)
    #expect(parts.join([0xF7], from: sources[1]) == [0xF0, 1, 0xF7])
  }
}
