/// The two-stringed lute of the Kazakhs: how it is tuned, and how far it reaches.
///
/// Source: the tuning staff of a printed score (DW-aijan in `Patterns/README.md`), the frequencies in
/// two programs that teach the instrument, and nineteen frets in the same programs; old instruments
/// had fewer.
public struct Dombyra: Hashable, Sendable {
  /// The low string, open.
  public let low: Key
  /// The high string, open.
  public let high: Key

  /// Frets, each a semitone from the next.
  public static let frets = 19

  /// A fourth apart, the usual tuning: d3 and g3.
  public static let fourth = Dombyra(low: Key(clamping: 50), high: Key(clamping: 55))

  /// A fifth apart, as in *Aqsaq qulan*: c3 and g3.
  public static let fifth = Dombyra(low: Key(clamping: 48), high: Key(clamping: 55))

  /// The keys of the low string.
  public var lowKeys: ClosedRange<Key> { low...Key(clamping: low.number + Self.frets) }

  /// The keys of the high string.
  public var highKeys: ClosedRange<Key> { high...Key(clamping: high.number + Self.frets) }
}

extension Dombyra {
  /// A part of the neck with a role in the form of a kuy.
  ///
  /// Source: the names and their order of height are recalled from B. Amanov's model of the kuy (B);
  /// the limits are our numbers (C).
  public enum Zone: CaseIterable, Hashable, Sendable {
    /// At the nut: where a kuy opens, to where it returns, and where it closes.
    case basBuyn
    /// In the middle: link and expansion.
    case ortaBuyn
    /// Towards the body: the first culmination.
    case kishiSagha
    /// Nearest the body: the main culmination, over the open low string.
    case ulkenSagha

    /// What it is called.
    public var name: String {
      switch self {
      case .basBuyn: "bas buyn"
      case .ortaBuyn: "orta buyn"
      case .kishiSagha: "kishi sagha"
      case .ulkenSagha: "ulken sagha"
      }
    }

    /// The keys of the high string that sound in it.
    public var highKeys: ClosedRange<Key> {
      switch self {
      case .basBuyn: Key(clamping: 55)...Key(clamping: 60)
      case .ortaBuyn: Key(clamping: 60)...Key(clamping: 65)
      case .kishiSagha: Key(clamping: 65)...Key(clamping: 69)
      case .ulkenSagha: Key(clamping: 69)...Key(clamping: 74)
      }
    }

    /// Whether the degrees of the high register sound in it.
    public var isHigh: Bool { self == .kishiSagha || self == .ulkenSagha }
  }
}
