import Music
import Testing

@testable import Composer

@Suite struct SeveralTests {
  /// Law: all have the same bars; of two it is the fit of two.
  @Test(arguments: Fit.allCases)
  func `some rhythms meet in the bars of the last`(fit: Fit) throws {
    let all = BlendPair.rhythms
    for index in stride(from: 0, to: all.count - 30, by: 29) {
      let rhythms = [all[index], all[index + 7], all[index + 30]]
      guard let fitted = try? Fit.fitted(rhythms, by: [fit, fit]) else { continue }
      #expect(fitted.count == 3)
      #expect(Set(fitted.map(\.rhythm.bars)).count == 1)
      let turns = fitted[2].rhythm.bars.count / rhythms[2].bars.count
      #expect(try fitted[2].rhythm == rhythms[2].repeated(turns))
      let pair = try fit.fitted(rhythms[0], to: rhythms[2])
      let two = try Fit.fitted([rhythms[0], rhythms[2]], by: [fit])
      #expect(two.map(\.rhythm) == [pair.0.rhythm, pair.1.rhythm])
      #expect(two.map(\.weights) == [pair.0.weights, pair.1.weights])
    }
  }
}
