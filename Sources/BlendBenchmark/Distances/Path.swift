package import Composer
import Music

/// The rhythms on the way from one to another, and how far they are from each other.
package struct Path {
  /// How many rhythms a path has.
  static let count = 33

  /// The amounts at which a path is looked at, evenly from 0 to 1.
  package static let amounts = (0..<count).map { Amount(step: Amount.steps * $0 / (count - 1)) }

  /// The amounts as numbers.
  static let times = amounts.map(\.fraction.approximation)

  /// How far a path is by one distance.
  struct Course {
    let distance: Distance
    /// From the first rhythm to the last.
    let whole: Double
    let fromFirst: [Double]
    let toLast: [Double]
    /// From each rhythm to the next.
    let steps: [Double]

    /// The part of the way that is done, of what is done and left.
    func progress(_ index: Int) -> Double {
      let both = fromFirst[index] + toLast[index]
      return both > 0 ? fromFirst[index] / both : Path.times[index]
    }
  }

  let ring: Ring
  let views: [View]
  /// By each distance by which the ends differ.
  let courses: [Course]

  init(_ views: [View], on ring: Ring) {
    self.ring = ring
    self.views = views
    courses = Distance.allCases.compactMap { distance in
      let (first, last) = (views[0], views[views.count - 1])
      let whole = distance(first, last, on: ring)
      guard whole > 0 else { return nil }
      return Course(
        distance: distance, whole: whole,
        fromFirst: views.map { distance(first, $0, on: ring) },
        toLast: views.map { distance($0, last, on: ring) },
        steps: zip(views, views.dropFirst()).map { distance($0, $1, on: ring) })
    }
  }

  /// The part of the way that is done, by all distances that can say it.
  func progress(_ index: Int) -> Double {
    coursesOfProgress.map { $0.progress(index) }.mean
  }

  /// The courses by the distances that can say how far a rhythm is on its way.
  var coursesOfProgress: [Course] {
    courses.filter { Distance.ofProgress.contains($0.distance) }
  }

  var first: View { views[0] }
  var last: View { views[views.count - 1] }
}

extension Array where Element == Double {
  /// The mean; 0 of none.
  var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
