// Teaches: the score language in Swift. The words are those of a .jorga file, and mean the same.
//
//   swift run AlmatyNights almaty.mid
import Foundation
import Jorga

let steppe = pattern("balbyrauyn-core")
let club = pattern("house-classic")

var score = Score(title: "Almaty nights", tempo: 122, metre: "4/4", seed: 7)
let drums = score.track(
  "drums", steppe.blend(with: club, .ramp(0, 1, bars: 16)).swing(0.54))
let bass = score.track("bass", note("d2 ~ [a2 d2] ~").slow(2).program("synth bass 1"))
let dombyra = score.track(
  "dombyra", steppe.every(4) { $0.rev() }.program("nylon guitar"))

score.section("bas buyn", bars: 8, [dombyra])
score.section("orta buyn", bars: 16, [dombyra, drums], tempo: .ramp(118, 126))
score.section("sagha", bars: 16, [dombyra, drums, bass], tempo: 124)

// The score as text, to go on with by hand; or as a MIDI file, where one is named.
if CommandLine.arguments.count > 1 {
  let bytes = try score.midiFile().bytes
  try Data(bytes).write(to: URL(filePath: CommandLine.arguments[1]))
} else {
  print(score, terminator: "")
}
