import Music
import Testing

@testable import Composer

@Suite struct SpliceTests {
  /// Pairs of random rhythms of different metres with as many bars.
  static let pairs: [(a: Rhythm, b: Rhythm)] = Materials.random.indices.flatMap { index in
    [4, 12, 20].map { distance in
      (Materials.random[index].a, Materials.random[(index + distance) % Materials.random.count].b)
    }
  }.filter { $0.0.bars.count == $0.1.bars.count }

  /// Law: cutting keeps the opening of each bar, note for note, and nothing else.
  @Test(arguments: pairs.indices)
  func `a cut keeps the opening of each bar`(index: Int) throws {
    let (a, b) = Self.pairs[index]
    let (first, second) = try Fit.cut.fitted(a, to: b)
    #expect(first.rhythm.bars == b.bars && second.rhythm == b)
    for bar in a.bars.indices {
      let (old, new) = (try a.bar(bar), try first.rhythm.bar(bar))
      let room = min(a.bars[bar].beats, b.bars[bar].beats)
      #expect(new.places == old.places.filter { $0.onset < room })
    }
  }

  /// Law: each run of groups keeps its opening, and begins where the run that answers it begins.
  @Test(arguments: pairs.indices)
  func `elastic groups keep their openings`(index: Int) throws {
    let (a, b) = Self.pairs[index]
    let elastic = try Fit.elastic.fitted(a, to: b).0.rhythm
    var expected: Set<Place> = []
    for bar in a.bars.indices {
      let (from, to) = (a.bars[bar], b.bars[bar])
      for run in GroupAlignment(of: from.groups, with: to.groups).runs {
        let begin = Fraction(from.boundaries[run.first.lowerBound] * 4, from.unit)
        let end = Fraction(from.boundaries[run.first.upperBound] * 4, from.unit)
        let start = Fraction(to.boundaries[run.second.lowerBound] * 4, to.unit)
        let stop = Fraction(to.boundaries[run.second.upperBound] * 4, to.unit)
        for place in try a.bar(bar).places where begin <= place.onset && place.onset < end {
          let onset = try start + place.onset - begin
          guard onset < stop else { continue }
          expected.insert(Place(voice: place.voice, onset: try b.barLines[bar] + onset))
        }
      }
    }
    #expect(elastic.places == expected)
  }

  /// Law: a note at a place is as strong there as it was in its own metre.
  @Test(arguments: pairs.indices, [Fit.cut, .elastic])
  func `weights go along`(index: Int, fit: Fit) throws {
    let (a, b) = Self.pairs[index]
    let fitted = try fit.fitted(a, to: b).0
    let places = Set(fitted.rhythm.places.map(\.onset))
    #expect(places.isSubset(of: fitted.weights.keys))
    #expect(fitted.weights[0] == 1)
  }

  @Test func `two plus two plus three becomes three plus two plus three`() throws {
    let seven = try #require(Metre(groups: [2, 2, 3], unit: 8))
    let eight = try #require(Metre(groups: [3, 2, 3], unit: 8))
    let rhythm = try Materials.rhythm(["kick": Array(0..<7)], metre: seven, grid: 8)
    let target = try Materials.rhythm([:], metre: eight, grid: 8)
    let elastic = try Fit.elastic.fitted(rhythm, to: target).0.rhythm
    #expect(elastic.steps(of: "kick", grid: 8) == [0, 1, 3, 4, 5, 6, 7])
    let back = try Fit.elastic.fitted(elastic, to: rhythm).0.rhythm
    #expect(back.places == rhythm.places)
  }

  @Test func `a bar that is too short goes on with its last group`() throws {
    let seven = try #require(Metre(groups: [2, 2, 3], unit: 8))
    let twelve = try #require(Metre(pulses: 12, unit: 8))
    let rhythm = try Materials.rhythm(["kick": [0, 4, 6]], metre: seven, grid: 8)
    #expect(try rhythm.continued(in: [twelve]).steps(of: "kick", grid: 8) == [0, 4, 6, 7, 9, 10])
    let four = try #require(Metre(pulses: 2, unit: 4))
    #expect(try rhythm.continued(in: [four]).steps(of: "kick", grid: 8) == [0])
    #expect(try rhythm.continued(in: [seven]) == rhythm)
  }
}
