import Testing

@testable import BlendBenchmark

@Suite struct AnswersTests {
  private static func ideal(_ criterion: Criterion) -> Double {
    [.monotony, .anchors, .visits].contains(criterion) ? 1 : 0
  }

  @Test func `a perfect path scores one, and one that fails all a hundredth`() {
    #expect(Answers(Self.ideal).score == 1)
    #expect(Answers(Self.ideal).failures.isEmpty)
    let worst = Answers { 2 * (1 - Self.ideal($0)) }
    #expect(abs(worst.score - 0.01) < 1e-9)
    #expect(worst.failures == Criterion.allCases)
  }

  /// Law: one bad answer among twelve is the twelfth root of its share.
  @Test func `the score is a geometric mean`() {
    let answers = Answers { $0 == .largestStep ? 1 - 1.0 / 4096 : Self.ideal($0) }
    #expect(abs(answers.score - 0.68129206905796) < 1e-9)
    let half = Answers { $0 == .largestStep ? 0.5 : Self.ideal($0) }
    #expect(abs(half.score - 0.943874312681694) < 1e-9)
  }

  @Test(arguments: Criterion.allCases) func `a gate lets through what is as good as it`(
    _ criterion: Criterion
  ) {
    let worse = criterion.gate + (Self.ideal(criterion) > criterion.gate ? -1e-6 : 1e-6)
    #expect(criterion.passes(criterion.gate))
    #expect(!criterion.passes(worse))
    #expect(criterion.prefers(criterion.gate, to: worse))
    #expect(!criterion.prefers(worse, to: criterion.gate))
    #expect(!criterion.prefers(criterion.gate, to: criterion.gate))
  }
}
