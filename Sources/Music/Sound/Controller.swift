/// What can be turned on an instrument: 0 to 127; 120 and above are modes of the whole channel.
public struct Controller: Hashable, Sendable {
  /// The controllers there are.
  public static let numbers = 0...127

  /// The controller's number, always one of ``numbers``.
  public let number: Int

  /// A controller, or nothing where the number is out of range.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// The controller nearest to a number.
  public init(clamping number: Int) {
    self.number = min(max(number, Self.numbers.lowerBound), Self.numbers.upperBound)
  }
}

/// Source of the numbers: *MIDI 1.0 Detailed Specification*, table of controllers; 91 and 93 after
/// *General MIDI 2*.
extension Controller {
  /// The high seven bits of a bank's number.
  public static let bankHigh = Controller(clamping: 0)
  /// The wheel or lever for the left hand.
  public static let modulation = Controller(clamping: 1)
  /// The high seven bits of what a parameter is set to.
  public static let dataHigh = Controller(clamping: 6)
  /// How loud the whole part is.
  public static let volume = Controller(clamping: 7)
  /// Where it is heard, from the left at 0 to the right at 1.
  public static let pan = Controller(clamping: 10)
  /// How loud the moment is, within the volume.
  public static let expression = Controller(clamping: 11)
  /// The low seven bits of a bank's number.
  public static let bankLow = Controller(clamping: 32)
  /// The low seven bits of what a parameter is set to.
  public static let dataLow = Controller(clamping: 38)
  /// The pedal that keeps notes sounding: down from 1/2 on.
  public static let sustain = Controller(clamping: 64)
  /// How bright the sound is.
  public static let brightness = Controller(clamping: 74)
  /// How much of it goes to the reverberation.
  public static let reverb = Controller(clamping: 91)
  /// How much of it goes to the chorus.
  public static let chorus = Controller(clamping: 93)
  /// The low seven bits of the number of a registered parameter.
  public static let parameterLow = Controller(clamping: 100)
  /// The high seven bits of the number of a registered parameter.
  public static let parameterHigh = Controller(clamping: 101)
}
