import CALSA
import MIDI
import Music
import Playback
import Testing

@testable import ALSA

@Suite struct PortEventRecordTests {
  private func read(_ event: PortEvent) -> [PortEvent] {
    event.withRecord { PortEvent.events(of: $0) }
  }

  /// Law: what is written as ALSA's is read as what it was.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `every event is read as it was written`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let event = PortEvent.random(using: &chance)
      #expect(read(event) == [event])
    }
  }

  @Test(arguments: [0, 1, -1, 1 << 40, Int.max, Int.min])
  func `an echo brings its number back`(number: Int) {
    #expect(read(.echo(number)) == [.echo(number)])
  }

  /// ALSA counts channels and programs from 0, and bends from −8192; its `seq_event.h`.
  @Test func `numbers are those of ALSA`() {
    let channel = Channel(clamping: 10)
    PortEvent.message(.program(Program(clamping: 25), channel)).withRecord { record in
      #expect(record.type == 11)
      #expect(record.data.control.channel == 9)
      #expect(record.data.control.value == 24)
    }
    PortEvent.message(.bend(.none, channel)).withRecord { #expect($0.data.control.value == 0) }
    PortEvent.message(.noteOn(Key(clamping: 60), Level(clamping: 100), channel)).withRecord {
      #expect($0.type == 6)
      #expect($0.data.note.channel == 9)
      #expect(($0.data.note.note, $0.data.note.velocity) == (60, 100))
    }
  }

  /// Source: *MIDI 1.0 Detailed Specification*, table of controllers: 0–31 and 32–63 are pairs,
  /// 98 to 101 choose a parameter, which 6 and 38 set.
  @Test(arguments: [
    (SND_SEQ_EVENT_CONTROL14, 1, 0x2000, [(1, 64), (33, 0)]),
    (SND_SEQ_EVENT_REGPARAM, 0, 256, [(101, 0), (100, 0), (6, 2), (38, 0)]),
    (SND_SEQ_EVENT_NONREGPARAM, 129, 3, [(99, 1), (98, 1), (6, 0), (38, 3)]),
    (SND_SEQ_EVENT_CONTROL14, 32, 0, []), (SND_SEQ_EVENT_REGPARAM, 16384, 0, []),
  ])
  func `short forms are written out`(
    type: snd_seq_event_type, number: UInt32, value: CInt, expected: [(Int, Int)]
  ) {
    var record = snd_seq_event_t()
    record.type = UInt8(type.rawValue)
    record.data.control.param = number
    record.data.control.value = value
    #expect(
      PortEvent.events(of: record)
        == expected.map {
          .message(
            .control(Controller(clamping: $0.0), Level(clamping: $0.1), Channel(clamping: 1)))
        })
  }

  /// Law: no numbers stop the reader, and none is read as another one.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `numbers out of range say nothing`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    for type in UInt8.min..<UInt8(SND_SEQ_EVENT_SYSEX.rawValue) {
      var record = snd_seq_event_t()
      record.type = type
      record.data.raw32.d = (chance.word, chance.word | 0x8000_0000, chance.word | 0x8000_0000)
      for event in PortEvent.events(of: record) {
        if case .echo = event { continue }
        let again = event.withRecord { PortEvent.events(of: $0) }
        #expect(again == [event])
      }
    }
    var note = snd_seq_event_t()
    note.type = UInt8(SND_SEQ_EVENT_NOTEON.rawValue)
    note.data.note.note = 128
    #expect(PortEvent.events(of: note).isEmpty)
    note.data.note.note = 1
    note.data.note.channel = 16
    #expect(PortEvent.events(of: note).isEmpty)
  }
}

extension SplitMix64 {
  fileprivate var word: UInt32 {
    mutating get { UInt32(truncatingIfNeeded: next()) }
  }
}
