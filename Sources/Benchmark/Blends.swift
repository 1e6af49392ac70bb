import BlendBenchmark
import Notation

/// How good the blends of the library's rhythms and of random ones are.
enum Blends {
  /// Prints the tables.
  static func run(seed: UInt64 = 1) throws {
    let (read, failed) = try Library(folders: ["Patterns"]).rhythms()
    guard failed.isEmpty else { throw Failure(description: "the library has faults") }
    try Report.run(on: read, seed: seed)
  }
}
