import FoundationEssentials
import Glibc
import Notation

extension Songs {
  /// Prints how fast scores become songs, beside other programs.
  static func report() throws {
    print(
      "scores on one core: 64 bars, 8 tracks, three blends; other programs' songs of that size:")
    let library = try Library(folders: ["Patterns"])
    let path = FileManager.default.temporaryDirectory.appending(path: "jorga-\(getpid()).jorga")
    try Data(score.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let process = try Command.jorga(["render", path.path, "-o", "/dev/null"]).median()
    let reference = try Command(path: "/bin/true", []).median()
    print(
      "  \(process.milliseconds) ms  \((process / reference).tenths)x  whole process, beside 'true'"
    )
    let folder = FileManager.default.temporaryDirectory.appending(path: "jorga-\(getpid())/").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let variants = try Command.jorga(
      ["render", path.path, "--variants", "1000", "-o", folder]
    ).seconds()
    print("  \(variants.tenths) s  1000 variants of it, in one process")
    let file = try file(on: library)
    print(
      "  \((1 / file.seconds).tenths) files/s  \(file.notes) notes  read, played and written in memory"
    )
    for program in ["mido", "isobar"] {
      guard let seconds = try seconds(with: program) else {
        print("  \(program) is not there: install it for the Python of JORGA_READERS")
        continue
      }
      print(
        "  \((1 / seconds).hundredths) files/s  \((seconds / file.seconds).tenths)x as long  \(program)"
      )
    }
    let rate = try notesPerSecond(on: library)
    print("  \((rate / 1e6).hundredths) M notes/s  eight tracks, each of them a blend")
  }

  /// How long another program takes for a song of the same size, in seconds, or nothing where it is
  /// not installed.
  private static func seconds(with program: String) throws -> Double? {
    guard let python = getenv("JORGA_READERS").map({ String(cString: $0) }), !python.isEmpty,
      let output = popen("'\(python)' Tests/Readers/songs.py \(program)", "r")
    else { return nil }
    defer { pclose(output) }
    var line = [CChar](repeating: 0, count: 100)
    guard fgets(&line, CInt(line.count), output) != nil else { return nil }
    return Double(
      String(decoding: line.prefix { $0 >= 32 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
  }
}
