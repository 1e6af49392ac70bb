/// Without an argument, measures how long things take; `blends`, and a seed if need be, measures how
/// good blends are.
let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first.map(UInt64.init)) {
case (nil, _): try Timings.run()
case ("blends", nil): try Blends.run()
case ("blends", .some(.some(let seed))): try Blends.run(seed: seed)
default: throw Failure(description: "say nothing, 'blends', or 'blends' and a seed")
}
