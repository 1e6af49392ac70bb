import Notation

/// How long it takes to read the whole library.
enum Loading {
  private static let runs = 21

  /// The median time to find and read all pattern files, in seconds, and how many there are.
  static func median() throws -> (seconds: Double, count: Int) {
    var times: [Double] = []
    var count = 0
    for _ in 0..<runs {
      let start = ContinuousClock.now
      let (read, failed) = try Library(folders: ["Patterns"]).rhythms()
      times.append((ContinuousClock.now - start) / .seconds(1))
      guard failed.isEmpty else { throw Failure(description: "the library has faults") }
      count = read.count
    }
    return (times.sorted()[runs / 2], count)
  }
}
