/// Without an argument, measures how long things take; `blends`, and a seed if need be, measures how
/// good blends are.
let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first.map(UInt64.init)) {
case (nil, _): try Timings.run()
case ("blends", nil): try Blends.run()
case ("blends", .some(.some(let seed))): try Blends.run(seed: seed)
default: throw Failure(description: "say nothing, 'blends', or 'blends' and a seed")
}

print("blends on one core: a plan of 16 steps in 3 voices, of 64 x 64 notes; a rhythm of 48 notes:")
for result in try Blending.results() {
  let times = [result.small, result.large, result.evaluation].map { "\(($0 * 1e6).tenths) µs" }
  print("  \(times.joined(separator: "  "))  \(result.operation)")
}
