import Music
import Playback
import Testing

@testable import ALSA

@Suite struct BacklogTests {
  /// Law: it is a stable sort by time, whatever is added, taken and cut in between.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `events leave by their time, and those of one time as they came`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    var backlog = Backlog()
    var model: [(Duration, Int)] = []
    for number in 0..<300 {
      let time = Duration.milliseconds(Int.random(in: 0...40, using: &chance))
      switch Int.random(in: 0..<12, using: &chance) {
      case 0:
        backlog.removeAll(from: time)
        model.removeAll { $0.0 >= time }
      case 1..<4 where !model.isEmpty:
        #expect(backlog.first?.event == .echo(model.removeFirst().1))
        backlog.removeFirst()
      default:
        backlog.append(DueEvent(.echo(number), at: time, on: 0))
        model.insert((time, number), at: model.firstIndex { $0.0 > time } ?? model.count)
      }
      #expect(backlog.isEmpty == model.isEmpty)
      #expect(backlog.first?.time == model.first?.0)
    }
  }

  @Test func `a long system exclusive leaves in parts`() {
    let bytes = [0xF0] + [UInt8](repeating: 1, count: 600) + [0xF7]
    var backlog = Backlog()
    backlog.append(DueEvent(.systemExclusive(bytes), at: .seconds(1), on: 0))
    var (parts, whole) = (0, [UInt8]())
    while let next = backlog.first {
      guard case .systemExclusive(let part) = next.event else { return }
      #expect(part.count <= 256)
      parts += 1
      whole += part
      backlog.removeFirst()
    }
    #expect((parts, whole) == (3, bytes))
  }
}
