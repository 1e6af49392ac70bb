/// How long whole commands take, and how fast patterns are evaluated.
///
/// Every figure stands beside one of the same run that does not depend on this program, as
/// machines differ and are noisy.
enum Timings {
  /// Prints all of them.
  static func run() throws {
    print("whole process, median of \(Command.runs) runs, and as a multiple of 'true':")
    let reference = try Command(path: "/bin/true", []).median()
    for arguments in Command.measured {
      let median = try Command.jorga(arguments).median()
      print(
        "  \(median.milliseconds) ms  \((median / reference).tenths)x  jorga \(arguments.joined(separator: " "))"
      )
    }

    let (loading, count) = try Loading.median()
    print("the whole library, \(count) rhythms, found and read: \(loading.milliseconds) ms")

    print("evaluation of mini-notation on one core, and as a part of plain additions of fractions:")
    let additions = try Evaluation.additionsPerSecond()
    for text in Evaluation.texts {
      let rate = try Evaluation.eventsPerSecond(of: text)
      print("  \((rate / 1e6).hundredths) M events/s  \((rate / additions).hundredths)  \(text)")
    }

    print("MIDI files in memory on one core, the best of some rounds:")
    for (name, result) in [
      ("one large file", try Files.large()), ("small files", try Files.small()),
    ] {
      print(result.report(named: name))
    }

    print(try Blending.report(additionsPerSecond: additions))
    try Songs.report()
  }
}
