/// What one step of a row says: how the sound is made, and how strongly it is meant.
///
/// The raw value is the letter in a pattern file. The strokes of the dombyra's right hand are read
/// as Western-style editions print them (⊓ down, V up; letters for thumb and index finger).
public enum Stroke: Character, CaseIterable, Hashable, Sendable {
  case accent = "X"
  case normal = "x"
  case ghost = "g"
  case accentedDown = "D"
  case down = "d"
  case accentedUp = "U"
  case up = "u"
  case thumb = "t"
  case index = "i"
  case damped = "m"
  case open = "o"
  case pull = "p"

  /// The stroke of a letter's ASCII code, or nothing where none has it.
  public init?(letter: UInt8) {
    guard let stroke = Int(letter) < Self.byCode.count ? Self.byCode[Int(letter)] : nil else {
      return nil
    }
    self = stroke
  }

  private static let byCode: [Stroke?] = (UInt8(0)..<0x80).map {
    Stroke(rawValue: Character(Unicode.Scalar($0)))
  }

  /// Whether a capital letter says that this stroke stands out.
  public var isAccented: Bool {
    switch self {
    case .accent, .accentedDown, .accentedUp: true
    default: false
    }
  }

  /// What the letter means, in a few words.
  public var meaning: String {
    switch self {
    case .accent: "accent"
    case .normal: "stroke"
    case .ghost: "ghost note"
    case .accentedDown: "accented down-stroke"
    case .down: "down-stroke"
    case .accentedUp: "accented up-stroke"
    case .up: "up-stroke"
    case .thumb: "thumb"
    case .index: "index finger"
    case .damped: "damped stroke"
    case .open: "open string"
    case .pull: "left-hand pull-off"
    }
  }
}
