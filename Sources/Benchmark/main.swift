import Glibc

/// Without an argument, measures how long things take, with `songs` scores alone; `live` measures
/// how steady the time of live play is; `blends`, and a seed if need be, how good blends are.
let arguments = CommandLine.arguments.dropFirst()

/// Says why nothing was measured, and ends.
func stop(_ reason: String, status: CInt) -> Never {
  let text = Array("\(reason)\n".utf8)
  _ = write(STDERR_FILENO, text, text.count)
  exit(status)
}

do {
  switch (arguments.count, arguments.first, arguments.dropFirst().first.map { UInt64($0) }) {
  case (0, _, _): try Timings.run()
  case (1, "songs", _): try Songs.report()
  case (1, "live", _): try Command.jorga(["jitter", "--method", "all"]).show()
  case (1, "blends", _): try Blends.run()
  case (2, "blends", .some(.some(let seed))): try Blends.run(seed: seed)
  default:
    stop(
      "error: unknown arguments\nsay nothing, 'songs', 'live', 'blends', or 'blends' and a seed",
      status: EX_USAGE)
  }
} catch {
  stop("\(error)", status: EXIT_FAILURE)
}
