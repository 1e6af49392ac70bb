import CALSA
import MIDI
import Music
import Playback

extension PortEvent {
  /// Lends the event as ALSA writes it, without time and addresses, while something is done.
  func withRecord<Result>(_ body: (inout snd_seq_event_t) -> Result) -> Result {
    var record = snd_seq_event_t()
    switch self {
    case .message(let message): record.set(message)
    case .systemExclusive(var bytes):
      record.set(SND_SEQ_EVENT_SYSEX)
      record.flags |= UInt8(SND_SEQ_EVENT_LENGTH_VARIABLE)
      record.data.ext.len = UInt32(clamping: bytes.count)
      return bytes.withUnsafeMutableBytes { memory in
        record.data.ext.ptr = memory.baseAddress
        return body(&record)
      }
    case .clock: record.set(SND_SEQ_EVENT_CLOCK)
    case .start: record.set(SND_SEQ_EVENT_START)
    case .continue: record.set(SND_SEQ_EVENT_CONTINUE)
    case .stop: record.set(SND_SEQ_EVENT_STOP)
    case .songPosition(let position):
      record.set(SND_SEQ_EVENT_SONGPOS)
      record.data.control.value = CInt(clamping: position)
    case .echo(let number):
      record.set(SND_SEQ_EVENT_ECHO)
      let bits = UInt64(bitPattern: Int64(number))
      record.data.raw32.d = (UInt32(truncatingIfNeeded: bits), UInt32(bits >> 32), 0)
    }
    return body(&record)
  }
}

extension snd_seq_event_t {
  fileprivate mutating func set(_ type: snd_seq_event_type) {
    self.type = UInt8(type.rawValue)
  }

  fileprivate mutating func set(_ message: Message) {
    switch message {
    case .noteOff(let key, let release, _): setNote(SND_SEQ_EVENT_NOTEOFF, key, release)
    case .noteOn(let key, let level, _): setNote(SND_SEQ_EVENT_NOTEON, key, level)
    case .keyPressure(let key, let level, _): setNote(SND_SEQ_EVENT_KEYPRESS, key, level)
    case .control(let controller, let level, _):
      setControl(SND_SEQ_EVENT_CONTROLLER, level.value, of: controller.number)
    case .program(let program, _): setControl(SND_SEQ_EVENT_PGMCHANGE, program.number - 1)
    case .channelPressure(let level, _): setControl(SND_SEQ_EVENT_CHANPRESS, level.value)
    case .bend(let bend, _): setControl(SND_SEQ_EVENT_PITCHBEND, bend.value)
    }
    // Notes and controllers have their channel at the same place.
    data.control.channel = UInt8(message.channel.number - 1)
  }

  private mutating func setNote(_ type: snd_seq_event_type, _ key: Key, _ level: Level) {
    set(type)
    data.note.note = UInt8(key.number)
    data.note.velocity = UInt8(level.value)
  }

  private mutating func setControl(_ type: snd_seq_event_type, _ value: Int, of number: Int = 0) {
    set(type)
    data.control.param = UInt32(number)
    data.control.value = CInt(value)
  }
}
