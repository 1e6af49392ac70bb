import Music

/// Prints how long whole commands take, and how fast patterns are evaluated.
///
/// Every figure stands beside one of the same run that does not depend on this program, as
/// machines differ and are noisy.
print("whole process, median of \(Command.runs) runs, and as a multiple of 'true':")
let reference = try Command(path: "/bin/true", []).median()
for arguments in Command.measured {
  let median = try Command.jorga(arguments).median()
  print(
    "  \(median.milliseconds) ms  \((median / reference).tenths)x  jorga \(arguments.joined(separator: " "))"
  )
}

print("evaluation of mini-notation on one core, and as a part of plain additions of fractions:")
let additions = try Evaluation.additionsPerSecond()
for text in Evaluation.texts {
  let rate = try Evaluation.eventsPerSecond(of: text)
  print("  \((rate / 1e6).hundredths) M events/s  \((rate / additions).hundredths)  \(text)")
}

let (writing, reading) = try Files.rates()
print("MIDI files in memory, on one core:")
print("  \((writing / 1e6).tenths) M events/s written, \((reading / 1e6).tenths) M events/s read")
