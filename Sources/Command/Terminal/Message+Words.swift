import MIDI
import Music
import Playback

extension Message {
  /// What it says, in words.
  var words: String {
    let channel = "channel \(channel.number)"
    return switch self {
    case .noteOff(let key, let release, _):
      "note off \(channel) key \(key.number) \(key) release \(release.value)"
    case .noteOn(let key, let level, _):
      "note on \(channel) key \(key.number) \(key) velocity \(level.value)"
    case .keyPressure(let key, let level, _):
      "key pressure \(channel) key \(key.number) \(key) \(level.value)"
    case .control(let controller, let level, _):
      "controller \(channel) \(controller.number) \(level.value)"
    case .program(let program, .drums): "program \(channel) \(program.number)"
    case .program(let program, _): "program \(channel) \(program.number) \(program.name)"
    case .channelPressure(let level, _): "channel pressure \(channel) \(level.value)"
    case .bend(let bend, _): "pitch bend \(channel) \(bend.value)"
    }
  }
}

extension PortEvent {
  /// What it says, in words; those of `inspect --events` where a file can hold it.
  var words: String {
    switch self {
    case .message(let message): message.words
    case .systemExclusive(let bytes): "system exclusive \(bytes.hexadecimal)"
    case .clock: "clock"
    case .start: "start"
    case .continue: "continue"
    case .stop: "stop"
    case .songPosition(let position): "song position \(position)"
    case .echo(let number): "echo \(number)"
    }
  }
}

extension [UInt8] {
  /// Two digits a byte.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined(separator: " ")
  }
}
