/// Why a pattern cannot be had from a folder.
public enum LibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No pattern has this name; the nearest name there is.
  case noSuchPattern(String, nearest: String?)
  /// No kit has this name; the nearest name there is.
  case noSuchKit(String, nearest: String?)
  /// Nothing is at this path.
  case noSuchFile(String)
  /// A path leads out of the folder in which it may lie.
  case outside(String)
  /// A folder stands where a file should.
  case isAFolder(String)
  /// A device or a pipe stands where a file should.
  case notARegularFile(String)
  /// No folder is at this path.
  case notAFolder(String)
  /// The system refuses to read it.
  case unreadable(String)
  /// It has more bytes than a pattern file may have.
  case tooLarge(String, limit: Int)
  /// Its text is wrong.
  case notation(NotationError)

  /// What the user sees: the place, the fault, and what to do.
  public var description: String {
    switch self {
    case .noSuchPattern(let name, let nearest):
      "error: no pattern is called '\(name.excerpt.printable)'\n"
        + (nearest.map { "did you mean '\($0)'?" } ?? "see 'jorga list' for all names")
    case .noSuchKit(let name, let nearest):
      "error: no kit is called '\(name.excerpt.printable)'\n"
        + (nearest.map { "did you mean '\($0)'?" } ?? "see Patterns/kits for all names")
    case .noSuchFile(let path): "\(path.printable): error: there is no such file\ncheck the name"
    case .outside(let path):
      "\(path.printable): error: this is outside the folder of the score\n"
        + "copy the file there, and name it without '..'"
    case .isAFolder(let path): "\(path.printable): error: this is a folder\nname a file in it"
    case .notARegularFile(let path):
      "\(path.printable): error: this is a device or a pipe\nname a file on the disk"
    case .notAFolder(let path): "\(path.printable): error: there is no such folder\ncheck the name"
    case .unreadable(let path):
      "\(path.printable): error: this cannot be read\ncheck its permissions"
    case .tooLarge(let path, let limit):
      "\(path.printable): error: this has more than \(limit) bytes\nname a smaller file"
    case .notation(let error): error.description
    }
  }
}
