import Music

/// A search for a rhythm that is as syncopated as wished, one exchange of a note after the other.
struct SyncopationSearch {
  /// A note of one line that goes and one of the same or another line that comes.
  private struct Exchange {
    let from: (line: Int, place: Int)
    let to: (line: Int, place: Int)
    /// By how much the syncopation rises.
    let rise: Int
    /// How far apart they are.
    let way: Fraction

    /// Whether it is a lesser change: in rise, then in voice, then in time, then the earlier.
    func isBefore(_ other: Exchange) -> Bool {
      let (crosses, otherCrosses) = (from.line != to.line, other.from.line != other.to.line)
      let change = (abs(rise), crosses ? 1 : 0, way)
      let otherChange = (abs(other.rise), otherCrosses ? 1 : 0, other.way)
      if change != otherChange { return change < otherChange }
      return (from.line, from.place, to.line, to.place)
        < (other.from.line, other.from.place, other.to.line, other.to.place)
    }
  }

  /// A place of a line in a bar, and by how much the syncopation rises when it changes.
  private typealias Change = (line: Int, place: Int, rise: Int)

  private let company: Company
  private var lines: [SyncopatedLine]
  private let noteCount: Int
  private var total: Int
  /// How many exchanges may still be weighed against each other.
  private var patience = 4_000_000

  /// - Precondition: All have the same bars.
  init(_ rhythm: Rhythm, within others: [Rhythm]) throws(ComposerError) {
    company = try Company([rhythm] + others)
    let (plain, guests) = (company.rhythms[0], company.rhythms.dropFirst())
    let places = company.rhythms.flatMap(\.voicedNotes).map(\.note.onset)
    let rhythms = company.rhythms
    let metre = try exactly { () throws(MusicError) in
      let grids = try rhythms.map { rhythm throws(MusicError) in try rhythm.grid * 4 }
      return try MetricalLevels(bars: rhythm.bars, places: places + grids)
    }
    lines = company.voices.compactMap { voice in
      SyncopatedLine(
        voice, plain[voice]?.notes ?? [], guests.map { $0[voice]?.notes ?? [] }, plain.barLines,
        metre)
    }
    noteCount = plain.voicedNotes.count
    total = lines.reduce(0) { $0 + $1.syncopation }
  }

  /// The syncopation for each note; 0 where there is none.
  var syncopation: Fraction { noteCount == 0 ? 0 : Fraction(total, noteCount) }

  /// What plays now.
  func rhythm(origin: Origin) throws(ComposerError) -> Rhythm {
    try company.rhythm(lines.flatMap(\.notes), origin: origin)
  }

  /// Exchanges notes until nothing leads nearer to a goal.
  ///
  /// - Returns: How many notes were exchanged.
  mutating func exchanges(to goal: Fraction) -> Int {
    let isRising = syncopation < goal
    var ofLines = lines.indices.map { bestExchange(in: $0, isRising: isRising) }
    var count = 0
    while noteCount > 0, syncopation != goal, (syncopation < goal) == isRising {
      let candidates = ofLines + [bestCrossing(isRising: isRising)]
      guard let next = candidates.compactMap(\.self).min(by: { $0.isBefore($1) }),
        isNearer(total + next.rise, to: goal)
      else { break }
      lines[next.from.line].set(next.from.place, false)
      lines[next.to.line].set(next.to.place, true)
      total += next.rise
      count += 1
      for line in Set([next.from.line, next.to.line]) {
        ofLines[line] = bestExchange(in: line, isRising: isRising)
      }
    }
    return count
  }

  /// Whether a sum is nearer to a goal than the present one.
  private func isNearer(_ sum: Int, to goal: Fraction) -> Bool {
    let aim = goal.approximation * Double(noteCount)
    return abs(Double(sum) - aim) < abs(Double(total) - aim)
  }

  /// The least change in the wished direction within a line.
  private mutating func bestExchange(in index: Int, isRising: Bool) -> Exchange? {
    var best: Exchange?
    let bars = lines[index].bars
    let free = Dictionary(grouping: lines[index].free, by: { bars[$0] })
    for from in lines[index].loose {
      for to in free[bars[from]] ?? [] {
        guard patience > 0 else { return best }
        patience -= 1
        let rise = lines[index].rise(from, to: to)
        consider((index, from), (index, to), rise, isRising, &best)
      }
    }
    return best
  }

  /// The least change in the wished direction by which one line loses a note and another gains one.
  private mutating func bestCrossing(isRising: Bool) -> Exchange? {
    var (going, coming) = ([Int: [Change]](), [Int: [Change]]())
    for index in lines.indices {
      if lines[index].mayLose {
        for place in lines[index].loose {
          going[lines[index].bars[place], default: []].append(
            (index, place, lines[index].rise(place, false)))
        }
      }
      if lines[index].mayGain {
        for place in lines[index].free {
          coming[lines[index].bars[place], default: []].append(
            (index, place, lines[index].rise(place, true)))
        }
      }
    }
    var best: Exchange?
    for bar in going.keys.sorted() {
      for from in going[bar] ?? [] {
        for to in coming[bar] ?? [] where to.line != from.line {
          guard patience > 0 else { return best }
          patience -= 1
          let rise = from.rise + to.rise
          consider((from.line, from.place), (to.line, to.place), rise, isRising, &best)
        }
      }
    }
    return best
  }

  private func consider(
    _ from: (line: Int, place: Int), _ to: (line: Int, place: Int), _ rise: Int, _ isRising: Bool,
    _ best: inout Exchange?
  ) {
    guard rise != 0, (rise > 0) == isRising, abs(rise) <= best.map({ abs($0.rise) }) ?? .max else {
      return
    }
    let (a, b) = (lines[from.line].places[from.place], lines[to.line].places[to.place])
    let way = (try? max(a, b) - min(a, b)) ?? 0
    let exchange = Exchange(from: from, to: to, rise: rise, way: way)
    if best.map(exchange.isBefore) ?? true { best = exchange }
  }
}
