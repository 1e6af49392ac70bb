import MIDI
import Music
import Notation

/// All events of a file as text, one a line.
struct EventLines {
  private let file: MIDIFile

  init(_ file: MIDIFile) {
    self.file = file
  }

  /// Lines that are written at once, so that a large file takes little memory.
  private static let linesAtOnce = 20_000

  func write() throws {
    var text = "track  tick  event\n"
    var count = 0
    for (number, track) in file.tracks.enumerated() {
      for event in track {
        text += "\(number + 1)  \(event.tick)  \(Self.words(for: event.event))\n"
        count += 1
        if count.isMultiple(of: Self.linesAtOnce) {
          try StandardOutput.write(text)
          text = ""
        }
      }
      text += "\(number + 1)  \(track.end)  end of track\n"
    }
    try StandardOutput.write(text)
  }

  private static func words(for event: TrackEvent) -> String {
    switch event {
    case .message(let message): words(for: message)
    case .meta(let meta): words(for: meta)
    case .systemExclusive(let bytes): "system exclusive F0 \(hexadecimal(bytes))"
    case .escape(let bytes): "escape F7 \(hexadecimal(bytes))"
    }
  }

  private static func words(for message: Message) -> String {
    let channel = "channel \(message.channel.number)"
    return switch message {
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

  private static func words(for meta: MetaEvent) -> String {
    switch meta {
    case .sequenceNumber(let number): "sequence number \(number)"
    case .text(let kind, let text): "\(kind) '\(text.decoded.printable)'"
    case .channelPrefix(let channel): "channel prefix \(channel.number)"
    case .port(let port): "port \(port)"
    case .tempo(let tempo): "tempo \(tempo.microsecondsPerBeat) microseconds a quarter note"
    case .smpteOffset(let hours, let minutes, let seconds, let frames, let hundredths):
      "SMPTE offset \(hours):\(minutes):\(seconds):\(frames).\(hundredths)"
    case .timeSignature(let signature):
      "time signature \(signature.numerator)/\(signature.denominator), "
        + "\(signature.clocksPerClick) clocks a click"
    case .keySignature(let key):
      "key signature \(key)"
    case .sequencerSpecific(let bytes): "sequencer specific \(hexadecimal(bytes))"
    case .other(let type, let bytes): "meta \(hexadecimal([type])): \(hexadecimal(bytes))"
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined(separator: " ")
  }
}
