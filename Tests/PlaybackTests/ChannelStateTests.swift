import MIDI
import Music
import TestSupport
import Testing

@testable import Playback

@Suite struct ChannelStateTests {
  private static let channel = Channel(clamping: 3)

  private static func message(using random: inout SplitMix64) -> Message {
    let level = Level(clamping: Int.random(in: 0...127, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .program(Program(clamping: Int.random(in: 1...128, using: &random)), channel)
    case 1: return .bend(Bend(Int.random(in: -8192...8191, using: &random)) ?? .none, channel)
    case 2: return .channelPressure(level, channel)
    case 3: return .noteOn(Key(clamping: 60), level, channel)
    case 4:
      let choosing = [98, 99, 100, 101, 6, 38].randomElement(using: &random) ?? 6
      return .control(Controller(clamping: choosing), level, channel)
    default:
      let number = [0, 1, 7, 10, 11, 32, 64, 67, 74, 121].randomElement(using: &random) ?? 7
      return .control(Controller(clamping: number), level, channel)
    }
  }

  private static func state(using random: inout SplitMix64) -> ChannelState {
    var state = ChannelState()
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      state.note(Self.message(using: &random))
    }
    return state
  }

  /// Law: the messages from one state to another, noted in the one, leave nothing to be said.
  @Test(arguments: 0..<500 as Range<UInt64>)
  func `what is said between two states leads from one to the other`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var (old, new) = (Self.state(using: &random), Self.state(using: &random))
    for message in new.messages(from: old, on: Self.channel) { old.note(message) }
    #expect(new.messages(from: old, on: Self.channel) == [])
    new.reset()
    #expect(!new.isTurned)
  }

  /// Law: from a state to itself nothing is said.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a state says nothing to itself`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let state = Self.state(using: &random)
    #expect(state.messages(from: state, on: Self.channel) == [])
  }
}
