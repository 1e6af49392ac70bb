import Music

@testable import MIDI

/// Some bytes of a track: the time before an event and the event, what they mean, and what is wrong.
struct Item: Sendable {
  /// The bytes of the time.
  var time: [UInt8]
  /// The bytes behind the time.
  var body: [UInt8]
  /// The ticks that pass with it.
  var ticks: Int
  /// The event that is meant, if any.
  var event: TrackEvent?
  /// What is wrong, and at which byte, counted from the first of the item.
  var faults: [(kind: Repair.Kind, offset: Int)] = []
  /// Whether its status byte is left out, and may be.
  var runs = false

  var bytes: [UInt8] { time + body }
}

// MARK: Events

extension Item {
  /// An event as it should be written.
  static func event(_ event: TrackEvent, _ body: [UInt8], after ticks: Int = 0) -> Item {
    Item(time: number(ticks), body: body, ticks: ticks, event: event)
  }

  /// A message of one or two data bytes.
  static func message(_ message: Message, _ body: UInt8..., after ticks: Int = 0) -> Item {
    event(.message(message), body, after: ticks)
  }

  /// A key that goes down.
  static func on(
    _ key: UInt8, _ level: UInt8 = 100, after ticks: Int = 0, channel: UInt8 = 0
  ) -> Item {
    .message(
      .noteOn(Key(data: key), Level(data: level), Channel(status: channel)),
      0x90 | channel, key, level, after: ticks)
  }

  /// A key that goes up.
  static func off(
    _ key: UInt8, _ level: UInt8 = 64, after ticks: Int = 96, channel: UInt8 = 0
  ) -> Item {
    .message(
      .noteOff(Key(data: key), release: Level(data: level), Channel(status: channel)),
      0x80 | channel, key, level, after: ticks)
  }

  /// A sound that is chosen.
  static func program(_ number: UInt8, after ticks: Int = 0, channel: UInt8 = 0) -> Item {
    .message(
      .program(Program(data: number), Channel(status: channel)), 0xC0 | channel, number,
      after: ticks)
  }

  /// A meta event; where no other meaning is given, one that is kept as it is.
  static func meta(
    _ type: UInt8, _ content: [UInt8], _ meaning: MetaEvent? = nil, after ticks: Int = 0
  ) -> Item {
    event(
      .meta(meaning ?? .other(type, content)), [0xFF, type] + number(content.count) + content,
      after: ticks)
  }

  /// A text of some kind.
  static func text(
    _ bytes: [UInt8], _ kind: MetaEvent.TextKind = .text, after ticks: Int = 0
  ) -> Item {
    meta(kind.rawValue, bytes, .text(kind, Text(bytes: bytes)), after: ticks)
  }

  /// A system exclusive message or its first packet.
  static func sysex(_ content: UInt8..., after ticks: Int = 0) -> Item {
    event(.systemExclusive(content), [0xF0] + number(content.count) + content, after: ticks)
  }

  /// A further packet, or bytes to be sent as they are.
  static func escape(_ content: UInt8..., after ticks: Int = 0) -> Item {
    event(.escape(content), [0xF7] + number(content.count) + content, after: ticks)
  }

  /// The end of the track.
  static let end = Item.end(after: 0)

  /// The end of the track some ticks later.
  static func end(after ticks: Int) -> Item { skipped([0xFF, 0x2F, 0x00], after: ticks) }

  /// Bytes behind a time that mean nothing, though the time passes.
  static func skipped(_ body: [UInt8], after ticks: Int = 0) -> Item {
    Item(time: number(ticks), body: body, ticks: ticks, event: nil)
  }

  /// Bytes that mean nothing.
  static func raw(_ bytes: UInt8...) -> Item { Item(time: [], body: bytes, ticks: 0, event: nil) }

  /// A place between two events at which something is wrong.
  static func here(_ kind: Repair.Kind) -> Item { raw().wrong(kind, at: 0) }

  /// A number of the format, seven bits a byte.
  static func number(_ number: Int) -> [UInt8] {
    (number >= 0x80 ? self.number(number >> 7).map { $0 | 0x80 } : []) + [UInt8(number & 0x7F)]
  }
}

// MARK: Changes

extension Item {
  /// The same without its status byte, which is that of the message before.
  var running: Item {
    var item = self
    item.body.removeFirst()
    item.runs = true
    return item
  }

  /// The same without its status byte, behind a meta or sysex event.
  var broken: Item {
    var item = running.wrong(.brokenRunningStatus, at: time.count)
    item.runs = false
    return item
  }

  /// The same, but its bytes are left out when it is read, and no time passes.
  var unread: Item {
    var item = self
    (item.event, item.ticks, item.runs) = (nil, 0, false)
    return item
  }

  /// The same with more bytes to its time than it needs.
  func padded(to count: Int) -> Item {
    var item = self
    item.time = [UInt8](repeating: 0x80, count: count - time.count) + time
    return item.wrong(count > 4 ? .longNumber : .paddedNumber, at: 0)
  }

  /// The same with something wrong at one of its bytes.
  func wrong(_ kind: Repair.Kind, at offset: Int) -> Item {
    var item = self
    item.faults.append((kind, offset))
    return item
  }

  /// The same with other bytes.
  func written(_ bytes: UInt8...) -> Item {
    var item = self
    (item.time, item.body) = ([], bytes)
    return item
  }
}
