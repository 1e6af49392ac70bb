import Music
import Testing

@testable import MIDI

@Suite struct PerformanceLawTests {
  static let seeds = UInt64(1)...120

  /// Law: each track has each key of its channel go up exactly once after it went down, and up
  /// before it goes down again.
  @Test(arguments: seeds)
  func `what goes down goes up, track by track`(seed: UInt64) throws {
    for track in try performance(of: seed).tracks {
      #expect(faults(in: track.messages) == [])
    }
  }

  /// Law: the same holds for the whole piece, however a program merges tracks: at one tick it may
  /// play the whole of one track before the next.
  @Test(arguments: seeds)
  func `what goes down goes up, all tracks in one`(seed: UInt64) throws {
    let tracks = try performance(of: seed).tracks.map(\.messages)
    #expect(faults(in: merged(tracks)) == [])
    #expect(faults(in: merged(tracks.reversed())) == [])
  }

  @Test func `keys one tick apart on two tracks do not overlap when tracks are merged`() throws {
    let notes = [Timeline.Note.at(Fraction(1, 960)), .at(0)]
    let piece = Timeline.of(
      zip(["low-conga", "dum"], notes).map { Timeline.Track(voice: $0, notes: [$1]) })
    let tracks = try Performance(of: piece, on: .generalMIDI).tracks.map(\.messages)
    #expect(faults(in: merged(tracks)) == [])
    #expect(faults(in: merged(tracks.reversed())) == [])
  }

  /// Law: ticks never go back, and at one tick keys go up before others go down.
  @Test(arguments: seeds)
  func `messages are in order`(seed: UInt64) throws {
    for track in try performance(of: seed).tracks {
      for (message, next) in zip(track.messages, track.messages.dropFirst()) {
        #expect(message.tick <= next.tick)
        #expect(message.tick < next.tick || message.message.rank <= next.message.rank)
      }
      #expect(track.messages.allSatisfy { $0.tick >= 0 })
    }
  }

  /// Law: the notes are those of the piece at the nearest ticks, none lost and none added.
  @Test(arguments: seeds)
  func `every track holds the notes of the piece`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let piece = Timeline.random(using: &random)
    let performance = try Performance(of: piece, on: .generalMIDI)
    let expected = try ExpectedNote.notes(of: piece, ticksPerBeat: performance.ticksPerBeat)
    #expect(performance.tracks.map { notes(of: $0.messages) } == expected)
  }

  /// Law: drums are on channel 10 and choose no program; any other track has one channel of its
  /// own, and chooses its program once, before all else.
  @Test(arguments: seeds)
  func `each voice has its channel`(seed: UInt64) throws {
    var taken: Set<Channel> = []
    for track in try performance(of: seed).tracks {
      let channels = Set(track.messages.map(\.message.channel))
      if case .drum = Kit.generalMIDI.byVoice[Voice(track.name)]?.sound {
        #expect(channels.isSubset(of: [.drums]))
        #expect(track.messages.allSatisfy { !$0.message.isProgram })
      } else {
        #expect(channels.count == 1)
        #expect(taken.isDisjoint(with: channels))
        #expect(track.messages.map(\.message.isProgram).firstIndex(of: true) == 0)
        #expect(track.messages.count { $0.message.isProgram } == 1)
        taken.formUnion(channels)
      }
    }
    #expect(!taken.contains(.drums))
  }

  /// Law: the same piece gives the same performance.
  @Test(arguments: seeds)
  func `a performance depends on nothing but the piece`(seed: UInt64) throws {
    let (first, second) = (try performance(of: seed), try performance(of: seed))
    #expect(first == second)
  }

  private func performance(of seed: UInt64) throws -> Performance {
    var random = SplitMix64(seed: seed)
    return try Performance(of: .random(using: &random), on: .generalMIDI)
  }

  /// All messages by their tick, those of one tick in the order of their tracks.
  private func merged(_ tracks: [[Performance.TimedMessage]]) -> [Performance.TimedMessage] {
    tracks.joined().enumerated()
      .sorted { ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset) }
      .map(\.element)
  }

  /// The notes of a track: each key that goes down, and where it goes up next.
  private func notes(of messages: [Performance.TimedMessage]) -> [ExpectedNote] {
    messages.enumerated().compactMap { index, message in
      guard case .noteOn(let key, let velocity, let channel) = message.message else { return nil }
      let off = messages[index...].first {
        $0.message == .noteOff(key, release: .usualRelease, channel)
      }
      return ExpectedNote(
        on: message.tick, off: off?.tick ?? -1, key: key.number, velocity: velocity.value,
        channel: channel.number)
    }
    .sorted()
  }

  /// What a synthesizer could not make sense of.
  private func faults(in messages: [Performance.TimedMessage]) -> [String] {
    var sounding: [String: Int] = [:]
    var faults: [String] = []
    for message in messages {
      switch message.message {
      case .keyPressure, .control, .program, .channelPressure, .bend: break
      case .noteOn(let key, _, let channel):
        let name = "channel \(channel.number) key \(key.number)"
        if sounding[name] != nil { faults.append("\(name) goes down twice at \(message.tick)") }
        sounding[name] = message.tick
      case .noteOff(let key, _, let channel):
        let name = "channel \(channel.number) key \(key.number)"
        guard let begin = sounding.removeValue(forKey: name), begin < message.tick else {
          faults.append("\(name) goes up too soon at \(message.tick)")
          continue
        }
      }
    }
    return faults + sounding.keys.sorted().map { "\($0) never goes up" }
  }
}
