public import Music

/// One of the sixteen channels: 1 to 16 to people, 0 to 15 in bytes.
public struct Channel: Hashable, Sendable {
  /// The channel as people count it, 1 to 16.
  public let number: Int

  /// The channels there are.
  public static let numbers = 1...16

  /// A channel, or nothing where the number is out of range.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  private init(trusted number: Int) {
    self.number = number
  }

  /// The channel of drums.
  ///
  /// Source: *General MIDI System Level 1* (RP-003): percussion is on channel 10.
  public static let drums = Channel(trusted: 10)

  /// The channels that are not for drums, in order.
  public static let melodic = numbers.filter { $0 != 10 }.map(Channel.init(trusted:))

  var byte: UInt8 { UInt8(number - 1) }
}

/// A sound of a synthesizer: 1 to 128 to people, 0 to 127 in bytes.
public struct Program: Hashable, Sendable {
  /// The program as General MIDI's list counts it, 1 to 128.
  public let number: Int

  /// The programs there are.
  public static let numbers = 1...128

  /// A program, or nothing where the number is out of range.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  var byte: UInt8 { UInt8(number - 1) }
}

/// A message to one channel.
///
/// Source: *MIDI 1.0 Detailed Specification*, channel voice messages.
public enum Message: Hashable, Sendable {
  /// A key goes up: `8n kk vv`.
  case noteOff(Key, Channel)
  /// A sound is chosen: `Cn pp`.
  case program(Program, Channel)
  /// A key goes down: `9n kk vv`.
  case noteOn(Key, Velocity, Channel)

  /// The velocity with which a key goes up when nothing is known of it.
  ///
  /// Source: *MIDI 1.0 Detailed Specification*: 40H where release velocity is not sensed.
  static let usualRelease: UInt8 = 0x40

  /// The message as it is sent, status byte first.
  var bytes: [UInt8] {
    switch self {
    case .noteOff(let key, let channel):
      [0x80 | channel.byte, UInt8(key.number), Self.usualRelease]
    case .program(let program, let channel): [0xC0 | channel.byte, program.byte]
    case .noteOn(let key, let velocity, let channel):
      [0x90 | channel.byte, UInt8(key.number), UInt8(velocity.value)]
    }
  }
}
