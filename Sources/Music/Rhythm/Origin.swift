/// Where a rhythm comes from, in its own words and ours.
public struct Origin: Hashable, Sendable {
  /// How well a rhythm is documented.
  public enum Evidence: String, CaseIterable, Hashable, Sendable {
    case notated = "A"
    case recalled = "B"
    case reconstructed = "C"

    /// What the letter says.
    public var meaning: String {
      switch self {
      case .notated: "a notation was opened"
      case .recalled: "recalled from a named work or common practice, not opened again"
      case .reconstructed: "a reconstruction, not a tradition"
      }
    }
  }

  /// The short name by which the library finds it.
  public var id: String
  /// Its name in plain Latin letters.
  public var name: String
  /// Its name in its own language.
  public var native: String
  /// What it is, in a few words.
  public var gloss: String
  /// Whose it is: the name of its folder.
  public var region: String
  /// How well it is documented.
  public var evidence: Evidence
  /// What it was read from.
  public var source: String
  /// Words to find it by.
  public var tags: [String]
  /// What else must be known about it.
  public var note: String

  /// An origin; what is not given is empty.
  public init(
    id: String, name: String, native: String = "", gloss: String = "", region: String = "",
    evidence: Evidence, source: String, tags: [String] = [], note: String = ""
  ) {
    self.id = id
    self.name = name
    self.native = native
    self.gloss = gloss
    self.region = region
    self.evidence = evidence
    self.source = source
    self.tags = tags
    self.note = note
  }
}
