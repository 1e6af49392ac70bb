import Jorga
import Testing

@Suite struct WordsTests {
  /// A strain in Swift, and the same in a score.
  private static let table: [(Strain, String)] = [
    (pattern("clave-son-32").fit(.stretch), #"pattern("clave-son-32").fit("stretch")"#),
    (s("bd*4"), #"s("bd*4")"#),
    (note("c2 eb2"), #"note("c2 eb2")"#),
    (chord("<dm7 g7>").arp("up"), #"chord("<dm7 g7>").arp("up")"#),
    (n("0 2 4").scale("d dorian", near: 48), #"n("0 2 4").scale("d dorian", near: 48)"#),
    (silence, "silence()"),
    (pure("bd"), #"pure("bd")"#),
    (stack(s("bd"), s("hh")), #"stack(s("bd"), s("hh"))"#),
    (cat(s("bd"), s("hh")), #"cat(s("bd"), s("hh"))"#),
    (fastcat(s("bd"), s("hh")), #"fastcat(s("bd"), s("hh"))"#),
    (arrange((4, s("bd")), (2, s("hh"))), #"arrange([4, s("bd")], [2, s("hh")])"#),
    (s("bd").fast(2).slow(1.5), #"s("bd").fast(2).slow(1.5)"#),
    (s("bd").fast("<1 2>"), #"s("bd").fast("<1 2>")"#),
    (s("bd").early(Fraction(1, 8)).late(.sine), #"s("bd").early(1/8).late(sine())"#),
    (s("bd").rev().palindrome().iter(4), #"s("bd").rev().palindrome().iter(4)"#),
    (s("bd").ply(2).segment(4), #"s("bd").ply(2).segment(4)"#),
    (s("bd").euclid(3, 8).euclid(3, 8, 2), #"s("bd").euclid(3, 8).euclid(3, 8, 2)"#),
    (s("bd").struct("x ~").mask("1 0"), #"s("bd").struct("x ~").mask("1 0")"#),
    (note("c2").strokes(s("bd*4")), #"note("c2").strokes(s("bd*4"))"#),
    (s("bd").every(4) { $0.rev() }, #"s("bd").every(4, x => x.rev())"#),
    (s("bd").off(Fraction(1, 8)) { $0.gain(0.5) }, #"s("bd").off(1/8, x => x.gain(0.5))"#),
    (s("bd").degradeBy(0.25), #"s("bd").degradeBy(0.25)"#),
    (s("bd").sometimes { $0.ply(2) }, #"s("bd").sometimes(x => x.ply(2))"#),
    (s("bd").sometimesBy(0.1) { $0.ply(2) }, #"s("bd").sometimesBy(0.1, x => x.ply(2))"#),
    (s("bd").humanize(8), #"s("bd").humanize(8)"#),
    (n("0").add(2).mul(.tri), #"n("0").add(2).mul(tri())"#),
    (note("c3").transpose(-0.5), #"note("c3").transpose(-0.5)"#),
    (s("bd").velocity(.saw.range(0.2, 0.9)), #"s("bd").velocity(saw().range(0.2, 0.9))"#),
    (s("bd").gain(.square.slow(2)), #"s("bd").gain(square().slow(2))"#),
    (s("bd").legato(.rand.fast(2)), #"s("bd").legato(rand().fast(2))"#),
    (s("bd").swing(0.54), #"s("bd").swing(0.54)"#),
    (s("bd").swing(0.6, unit: Fraction(1, 8)), #"s("bd").swing(0.6, unit: 1/8)"#),
    (s("bd").groove("samba4", .perlin), #"s("bd").groove("samba4", perlin())"#),
    (s("bd hh").only("bd", "hh"), #"s("bd hh").only("bd", "hh")"#),
    (s("bd hh").without("bd"), #"s("bd hh").without("bd")"#),
    (s("bd hh").rename(["hat": "shaker"]), #"s("bd hh").rename(hat: "shaker")"#),
    (s("bd").channel(10).kit("tr808"), #"s("bd").channel(10).kit("tr808")"#),
    (note("c3").program(5).bank(8), #"note("c3").program(5).bank(8)"#),
    (note("c3").program("koto").port("synth"), #"note("c3").program("koto").port("synth")"#),
    (s("bd").volume(0.8).pan(.cc(10, initial: 0.5)), #"s("bd").volume(0.8).pan(cc(10, 0.5))"#),
    (s("bd").velocity(.smooth(0, 1).late(2)), #"s("bd").velocity(smooth(0, 1, 16).late(2))"#),
    (s("bd").velocity(.saw.early(1).segment(4)), #"s("bd").velocity(saw().early(1).segment(4))"#),
    (s("bd").groove(of: s("hh"), 0.5), #"s("bd").groove(s("hh"), 0.5)"#),
    (s("bd").interlock(with: s("hh"), rotates: true), #"s("bd").interlock(s("hh"), rotate: 1)"#),
    (s("bd").hocket(with: s("hh"), 0.5), #"s("bd").hocket(s("hh"), 0.5)"#),
    (s("bd").alternate(with: s("hh"), bars: 8), #"s("bd").alternate(s("hh"), bars: 8)"#),
    (s("bd").morphMetre("7/8", .sine), #"s("bd").morphMetre("7/8", sine())"#),
    (s("bd").keep(0.5).fill(0.2), #"s("bd").keep(0.5).fill(0.2)"#),
    (s("bd").syncopate(0.5, s("hh"), s("cp")), #"s("bd").syncopate(0.5, s("hh"), s("cp"))"#),
    (s("bd").choke().resolve().resolve(30), #"s("bd").choke().resolve().resolve(30)"#),
    (
      blend(s("bd"), s("sd"), s("cp"), weights: [2, .sine, 1]).lead(1),
      #"blend(s("bd"), s("sd"), s("cp"), weights: [2, sine(), 1]).lead(1)"#
    ),
    (
      s("bd").blend(
        with: s("sd"), 0.5, only: [.accents, .timing], apart: [.onsets: 0.2], map: "bd:sd",
        eachBeat: true),
      #"s("bd").blend(s("sd"), 0.5, only: "accents timing", onsets: 0.2, map: "bd:sd", at: "beats")"#
    ),
    (
      s("bd").blend(with: s("sd"), .ramp(0, 1, bars: 8), operator: .guided),
      #"s("bd").blend(s("sd"), ramp(0, 1, 8), operator: "guided")"#
    ),
  ]

  @Test(arguments: table.indices)
  func `a word in Swift is the word of a score`(index: Int) throws {
    let (strain, text) = Self.table[index]
    var score = Score()
    score.track("a", strain)
    #expect(score.description == "a: \(text)\n")
    #expect(try Score(parsing: score.description) == score)
  }

  @Test func `every word of the language has its place in Swift`() {
    let texts = Self.table.map(\.1).joined(separator: " ")
    let remarks = ["title", "tempo", "metre", "seed", "key", "bars", "pickup", "section", "ramp"]
    for word in Vocabulary.words.map(\.name) where !remarks.contains(word) {
      #expect(texts.contains("\(word)("), "\(word)")
    }
  }

  @Test func `changes inside changes have names of their own`() {
    var score = Score()
    let outer = s("bd").every(2) { x in x.off(0.5) { y in stack(x, y) } }
    score.track("x", outer)
    #expect(
      score.description == #"x: s("bd").every(2, x => x.off(0.5, y => stack(x, y)))"# + "\n")
    let track = score.track("y", s("hh"))
    score.track("z", track.every(2) { x in stack(x, track) })
    #expect(score.description.hasSuffix("z: y.every(2, x => stack(x, y))\n"))
  }
}
