import Music
import Testing

@testable import Composer

/// The laws of what goes on from one amount of a blend to another.
@Suite struct TieTests {
  private static let amounts = [0, 1, 13_107, 32_768, 50_001, 65_535, 65_536].map(
    Amount.init(step:))

  /// A few random pairs and pairs of the library with each kind of blend.
  private static let cases = BlendCase.Kind.all.flatMap { kind in
    stride(from: 0, to: BlendCase.sample.count, by: 3)
      .map { BlendCase(pair: BlendCase.sample[$0], kind: kind) }
  }

  /// Law: from an amount to itself each note goes on as it is.
  @Test(arguments: cases)
  func `at one amount each note is tied to itself`(pair: BlendCase) throws {
    let blend = try pair.blend()
    for amount in Self.amounts {
      let ties = try blend.ties(from: amount, to: amount)
      #expect(ties.allSatisfy { $0.first == $0.second })
      #expect(try Set(ties.map(\.first.place)) == blend.rhythm(at: amount).places)
    }
  }

  /// Law: a tie leads from a note that sounds to a note that sounds, and no two share an end.
  @Test(arguments: cases)
  func `ties lead from notes to notes`(pair: BlendCase) throws {
    let blend = try pair.blend()
    for (from, to) in zip(Self.amounts, Self.amounts.dropFirst()) {
      let ties = try blend.ties(from: from, to: to)
      let (starts, ends) = (Set(ties.map(\.first.place)), Set(ties.map(\.second.place)))
      #expect(starts.count == ties.count && ends.count == ties.count)
      #expect(try starts.isSubset(of: blend.rhythm(at: from).places))
      #expect(try ends.isSubset(of: blend.rhythm(at: to).places))
    }
  }

  /// Law: the blend of B and A at 1 − t has the ties of A and B at t, turned round.
  @Test(arguments: cases)
  func `seen from the other side ties are turned round`(pair: BlendCase) throws {
    let (blend, turned) = (try pair.blend(), try pair.turned.blend())
    for (from, to) in zip(Self.amounts, Self.amounts.dropFirst()) {
      let ties = try blend.ties(from: from, to: to)
      let others = try turned.ties(from: to.reversed, to: from.reversed)
      #expect(
        Set(ties.map { [$0.first, $0.second] }) == Set(others.map { [$0.second, $0.first] }))
    }
  }

  /// Law: where notes switch, what goes on to the end goes on by way of each amount between.
  @Test(arguments: cases.filter { BlendCase.Kind.switching.contains($0.kind) })
  func `ties are made of ties`(pair: BlendCase) throws {
    let blend = try pair.blend()
    let whole = try blend.ties(from: Amount(0), to: Amount(1))
    for amount in Self.amounts {
      let left = try blend.ties(from: Amount(0), to: amount)
      let right = Dictionary(
        uniqueKeysWithValues: try blend.ties(from: amount, to: Amount(1))
          .map { ($0.first.place, $0.second.place) })
      let joined = left.compactMap { tie in
        right[tie.second.place].map { [tie.first.place, $0] }
      }
      #expect(Set(joined) == Set(whole.map { [$0.first.place, $0.second.place] }))
    }
  }

  /// Law: a note that both rhythms have is tied to itself all the way.
  @Test(arguments: cases.filter { BlendCase.Kind.switching.contains($0.kind) })
  func `what both share is tied to itself`(pair: BlendCase) throws {
    let ties = try pair.blend().ties(from: Amount(0), to: Amount(1))
    let still = Set(ties.filter { $0.first.place == $0.second.place }.map(\.first.place))
    #expect(still == pair.a.places.intersection(pair.b.places))
  }
}

extension VoicedNote {
  fileprivate var place: Place { Place(voice: voice, onset: note.onset) }
}
