import FoundationEssentials
import MIDI
import Music
import Notation

/// Many variants of a piece, each a MIDI file with a number behind its name.
struct Variants {
  private let piece: Piece
  private let count: Int
  /// What the files are called, without their numbers and the ending.
  private let stem: String
  /// The folder that they are written into, if it may have to be made.
  private let folder: String?

  /// The most variants that are written at once.
  static let most = 100_000

  /// Variants with a name such as `night.mid`, or in a folder, such as `nights/`.
  init(of piece: Piece, count: Int, to output: String) {
    (self.piece, self.count) = (piece, count)
    if output.hasSuffix("/") || Self.isFolder(output) {
      let folder = output.hasSuffix("/") ? output : "\(output)/"
      (stem, self.folder) = (folder + piece.name, folder)
    } else {
      let isNamed = output.lowercased().hasSuffix(".mid")
      (stem, folder) = (isNamed ? String(output.dropLast(".mid".count)) : output, nil)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// Writes them all, one after the other: what stops it leaves whole files.
  func write(_ rendering: RenderingOptions, on kit: Kit) throws {
    if let folder { try OutputFile(path: folder).makeFolder() }
    var progress = Progress(of: count)
    defer { progress.clear() }
    for number in 0..<count {
      let performance = try rendering.performance(of: piece.timeline(number), on: kit)
      let file = MIDIFile(performance, layout: rendering.layout.layout)
      try OutputFile(path: path(of: number))
        .write(file.bytes, force: rendering.force, isUrgent: false)
      progress.advance()
    }
    progress.clear()
    try StandardOutput.write(summary)
  }

  /// The name of a file; all numbers have as many digits.
  private func path(of number: Int) -> String {
    let digits = "\(number + 1)"
    let zeros = String(repeating: "0", count: "\(count)".count - digits.count)
    return "\(stem)-\(zeros)\(digits).mid"
  }

  private var summary: String {
    let last = piece.seed &+ UInt64(count - 1)
    let seeds = count == 1 ? "seed \(last)" : "seeds \(piece.seed) to \(last)"
    let names = Set([path(of: 0), path(of: count - 1)]).sorted().joined(separator: " to ")
    return
      "\(names.printable): \(counted(count, "file")), \(counted(piece.bars, "bar")), \(seeds)\n"
  }
}
