import CALSA
import MIDI
import Music
import Playback

extension PortEvent {
  /// What an event of ALSA says.
  ///
  /// There are several events where it is short for them, none where it says nothing that we know or
  /// has numbers out of range. A part of a system exclusive is one.
  static func events(of record: snd_seq_event_t) -> [PortEvent] {
    switch snd_seq_event_type(UInt32(record.type)) {
    case SND_SEQ_EVENT_NOTEON: note(record.data.note) { .noteOn($0, $1, $2) }
    case SND_SEQ_EVENT_NOTEOFF: note(record.data.note) { .noteOff($0, release: $1, $2) }
    case SND_SEQ_EVENT_KEYPRESS: note(record.data.note) { .keyPressure($0, $1, $2) }
    case SND_SEQ_EVENT_CONTROLLER, SND_SEQ_EVENT_CONTROL14, SND_SEQ_EVENT_NONREGPARAM,
      SND_SEQ_EVENT_REGPARAM, SND_SEQ_EVENT_PGMCHANGE, SND_SEQ_EVENT_CHANPRESS,
      SND_SEQ_EVENT_PITCHBEND:
      control(record).map { .message($0) }
    case SND_SEQ_EVENT_SYSEX: [.systemExclusive(bytes(of: record))]
    case SND_SEQ_EVENT_CLOCK: [.clock]
    case SND_SEQ_EVENT_START: [.start]
    case SND_SEQ_EVENT_CONTINUE: [.continue]
    case SND_SEQ_EVENT_STOP: [.stop]
    case SND_SEQ_EVENT_SONGPOS:
      positions.contains(Int(record.data.control.value))
        ? [.songPosition(Int(record.data.control.value))] : []
    case SND_SEQ_EVENT_ECHO:
      [.echo(Int(record.data.raw32.d.0) | Int(bitPattern: UInt(record.data.raw32.d.1)) << 32)]
    default: []
    }
  }

  /// The song positions there are, in sixteenth notes.
  private static let positions = 0...16383

  private static func note(
    _ note: snd_seq_ev_note_t, _ message: (Key, Level, Channel) -> Message
  ) -> [PortEvent] {
    guard
      let key = Key(Int(note.note)), let level = Level(Int(note.velocity)),
      let channel = Channel(Int(note.channel) + 1)
    else { return [] }
    return [.message(message(key, level, channel))]
  }

  private static func control(_ record: snd_seq_event_t) -> [Message] {
    let number = Int(record.data.control.param)
    let value = Int(record.data.control.value)
    guard let channel = Channel(Int(record.data.control.channel) + 1) else { return [] }
    switch snd_seq_event_type(UInt32(record.type)) {
    case SND_SEQ_EVENT_CONTROLLER: return controllers([(number, value)], channel)
    case SND_SEQ_EVENT_CONTROL14 where number < 32 && fourteen.contains(value):
      return controllers([(number, value >> 7), (number + 32, value & 127)], channel)
    case SND_SEQ_EVENT_REGPARAM where fourteen.contains(number) && fourteen.contains(value):
      return controllers(
        [(101, number >> 7), (100, number & 127), (6, value >> 7), (38, value & 127)], channel)
    case SND_SEQ_EVENT_NONREGPARAM where fourteen.contains(number) && fourteen.contains(value):
      return controllers(
        [(99, number >> 7), (98, number & 127), (6, value >> 7), (38, value & 127)], channel)
    case SND_SEQ_EVENT_PGMCHANGE: return Program(value + 1).map { [.program($0, channel)] } ?? []
    case SND_SEQ_EVENT_CHANPRESS:
      return Level(value).map { [.channelPressure($0, channel)] } ?? []
    case SND_SEQ_EVENT_PITCHBEND: return Bend(value).map { [.bend($0, channel)] } ?? []
    default: return []
    }
  }

  /// The numbers that two data bytes can say.
  private static let fourteen = 0...16383

  /// Some controllers and what each is turned to; none where one is out of range.
  private static func controllers(_ numbers: [(Int, Int)], _ channel: Channel) -> [Message] {
    let messages: [Message] = numbers.compactMap { number, value in
      guard let controller = Controller(number), let level = Level(value) else { return nil }
      return .control(controller, level, channel)
    }
    return messages.count == numbers.count ? messages : []
  }

  private static func bytes(of record: snd_seq_event_t) -> [UInt8] {
    guard let start = record.data.ext.ptr else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(record.data.ext.len)))
  }
}
