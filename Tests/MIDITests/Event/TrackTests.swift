@testable import MIDI
import Music
import Testing

@Suite struct TrackTests {
  private func note(_ number: Int) -> TrackEvent {
    .message(.noteOn(Key(clamping: number % 128), .usualRelease, .drums))
  }

  /// Law: what is put into a track comes out of it, however far apart it is.
  @Test(arguments: [1, 1 << 20, 1 << 31, 1 << 32, 1 << 33 + 7, 1 << 50])
  func `events keep their ticks`(step: Int) {
    let events = (0..<9).map { TimedEvent(note($0), at: $0 * step) }
    let track = Track(events)
    #expect(Array(track) == events)
    #expect(track.end == 8 * step)
    #expect(track == Track(events))
  }

  @Test func `a content is found behind 16 MB of others`() {
    let events = (0..<20).map { number in
      TimedEvent(.systemExclusive(Array(repeating: UInt8(number), count: 1 << 20)), at: number)
    }
    let track = Track(events + [TimedEvent(.meta(.text(.marker, Text("end"))), at: 20)])
    #expect(Array(track.prefix(20)) == events)
    #expect(track.last?.event == .meta(.text(.marker, Text("end"))))
    #expect(track.pages.count == 1)
  }

  /// Law: a file of more than 2^32 ticks is read as it was written; what bridges its gaps is read
  /// as empty texts.
  @Test func `a file may be longer than 32 bits of ticks`() throws {
    let events = (0..<3).map { TimedEvent(note($0), at: $0 << 33) }
    let file = MIDIFile(division: .perBeat(480), tracks: [Track(events)])
    let read = try MIDIFile(strictly: file.bytes)
    let notes = read.tracks[0].filter { event in
      if case .message = event.event { true } else { false }
    }
    #expect(notes == events)
    #expect(try MIDIFile(strictly: read.bytes) == read)
  }

  @Test func `an event takes eight bytes`() {
    #expect(MemoryLayout<Track.Record>.stride == 8)
  }
}
