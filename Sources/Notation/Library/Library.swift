import FoundationEssentials
public import Music

/// Rhythms by name: all pattern files of some folders.
///
///     let library = try Library(folders: ["Patterns"])
///     try library.rhythm(named: "balbyrauyn-core")
///
/// Files stand in a folder or one level below it. Where two have one name, that of the first folder
/// is taken, so that a user's folder can replace a rhythm.
public struct Library: Sendable {
  /// The names of all rhythms, in order.
  public let ids: [String]

  /// Files that have the name of another in the same folder, each with that other.
  public let duplicates: [(path: String, other: String)]

  /// The names of all kits, in order.
  public var kits: [String] { kitPaths.keys.sorted() }

  private let paths: [String: String]
  private let kitPaths: [String: String]

  /// Finds the pattern files of some folders; none is read yet.
  ///
  /// - Throws: ``LibraryError`` where one of them is no folder.
  /// - Complexity: O(n log n) for n files.
  public init(folders: [String]) throws(LibraryError) {
    var paths: [String: String] = [:]
    var kitPaths: [String: String] = [:]
    var duplicates: [(path: String, other: String)] = []
    for folder in folders {
      guard let entries = Self.entries(of: folder) else { throw .notAFolder(folder) }
      let nested = entries.flatMap { entry in
        Self.id(of: entry) == nil ? Self.entries(of: entry) ?? [] : []
      }
      for path in entries + nested {
        if let kit = Self.id(of: path, ending: ".kit"), kitPaths[kit] == nil {
          kitPaths[kit] = path
        }
        guard let id = Self.id(of: path) else { continue }
        if let other = paths[id] {
          if other != path, other.hasPrefix("\(folder)/") { duplicates.append((path, other)) }
        } else {
          paths[id] = path
        }
      }
    }
    self.paths = paths
    self.kitPaths = kitPaths
    self.duplicates = duplicates
    ids = paths.keys.sorted()
  }

  /// Where the file of a rhythm is, or nothing where no rhythm has this name.
  public func path(of id: String) -> String? {
    paths[id]
  }

  /// Reads a rhythm.
  ///
  /// - Throws: ``LibraryError``, with the nearest name where there is no such rhythm.
  public func rhythm(named id: String) throws(LibraryError) -> Rhythm {
    guard let path = paths[id] else {
      throw .noSuchPattern(id, nearest: Suggestion.nearest(to: id, among: ids))
    }
    return try Self.rhythm(at: path)
  }

  /// Reads a rhythm from a file of its own.
  ///
  /// - Throws: ``LibraryError``.
  public static func rhythm(at path: String) throws(LibraryError) -> Rhythm {
    let text = try InputFile.text(of: path)
    do { return try Rhythm(parsing: text, name: path) } catch { throw .notation(error) }
  }

  /// Everything that is wrong with a pattern file.
  ///
  /// - Throws: ``LibraryError`` where it cannot be opened.
  public static func faults(at path: String) throws(LibraryError) -> [NotationError] {
    Rhythm.faults(in: try InputFile.text(of: path), name: path)
  }

  /// Reads a rhythm from a file that lies in a folder, or below it.
  ///
  /// - Throws: ``LibraryError``, also where the path leads out of the folder.
  public static func rhythm(
    at path: String, inside folder: String
  ) throws(LibraryError) -> Rhythm {
    try rhythm(at: InputFile.path(of: path, inside: folder))
  }

  /// Reads a kit from a file that lies in a folder, or below it; it is laid over General MIDI.
  ///
  /// - Throws: ``LibraryError``, also where the path leads out of the folder.
  public func kit(at path: String, inside folder: String) throws(LibraryError) -> Kit {
    try kit(named: InputFile.path(of: path, inside: folder))
  }

  /// Reads all rhythms; what cannot be read is listed beside them.
  public func rhythms() -> (read: [Rhythm], failed: [LibraryError]) {
    var (read, failed): ([Rhythm], [LibraryError]) = ([], [])
    for id in ids {
      do throws(LibraryError) { read.append(try rhythm(named: id)) } catch { failed.append(error) }
    }
    return (read, failed)
  }

  /// Reads a kit by its name, or from a file that ends in `.kit`; it is laid over General MIDI.
  ///
  /// - Throws: ``LibraryError``, with the nearest name where there is no such kit.
  public func kit(named name: String) throws(LibraryError) -> Kit {
    let path = name.hasSuffix(".kit") ? name : kitPaths[name]
    if path == nil, name == "gm" { return .generalMIDI }
    guard let path else {
      throw .noSuchKit(name, nearest: Suggestion.nearest(to: name, among: kits + ["gm"]))
    }
    let text = try InputFile.text(of: path)
    do { return try Kit(parsing: text, name: path, over: .generalMIDI) } catch {
      throw .notation(error)
    }
  }

  private static func entries(of folder: String) -> [String]? {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return names?.filter { !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
  }

  private static func id(of path: String, ending: String = ".pattern") -> String? {
    guard path.hasSuffix(ending), let file = path.split(separator: "/").last else { return nil }
    return String(file.dropLast(ending.count))
  }
}
