import Music
public import Notation

/// Where a score finds the rhythms and kits that it names.
public struct Shelf: Sendable {
  /// The library.
  public let library: Library
  /// The folder of the score, in which it may name files.
  public let folder: String

  private let rhythms = Memo<String, Rhythm>()
  private let kits = Memo<String, Kit>()

  /// A shelf.
  public init(library: Library, folder: String = ".") {
    self.library = library
    self.folder = folder
  }

  /// The rhythm of a name of the library, or of a file in the score's folder or below it.
  func rhythm(named name: String) throws(LibraryError) -> Rhythm {
    try rhythms.answer(to: name) { () throws(LibraryError) in
      name.hasSuffix(".pattern")
        ? try Library.rhythm(at: name, inside: folder) : try library.rhythm(named: name)
    }
  }

  /// The kit of a name.
  func kit(named name: String) throws(LibraryError) -> Kit {
    try kits.answer(to: name) { () throws(LibraryError) in
      name.hasSuffix(".kit")
        ? try library.kit(at: name, inside: folder) : try library.kit(named: name)
    }
  }
}
