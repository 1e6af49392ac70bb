import Composer
import Music
import Notation
import TestSupport
import Testing

@testable import Scores

/// What is said of arguments that cannot be.
@Suite struct WrongWordTests {
  private static func report(of track: String) throws -> String {
    do {
      let song = try Song(
        SourceText(name: "a.jorga", "bars(4)\na: \(track)"),
        on: Shelf(library: Sample.library.get()))
      _ = try song.timeline()
      return ""
    } catch let error as ScoreFaults {
      return error.description
    } catch let error as ScoreError {
      return error.description
    }
  }

  /// The whole report of each.
  @Test(arguments: [
    (
      #"s("bd").fast(0)"#,
      """
      a.jorga:2:17: error: 'factor' of 'fast' cannot be 0
      a: s("bd").fast(0)
                      ^
      write a number from 1/10000 to 10000, a mini-notation of such numbers or a signal
      """
    ),
    (
      #"s("bd hh").only("hhh")"#,
      """
      a.jorga:2:20: error: there is no sound 'hhh'
      a: s("bd hh").only("hhh")
                         ^
      did you mean 'hh'?
      """
    ),
    (
      #"blend(s("bd"), 0.5)"#,
      """
      a.jorga:2:4: error: 'blend' needs another pattern
      a: blend(s("bd"), 0.5)
         ^
      write two or more patterns, and behind them how far from 0 to 1, or a signal
      """
    ),
  ])
  func `a report has the place, the fault and what to write`(
    track: String, expected: String
  ) throws {
    let report = try Self.report(of: track)
    #expect(report == expected)
  }

  /// The fault and the advice of each, with a caret under it.
  @Test(arguments: [
    (#"s("bd").fast(-1)"#, "cannot be -1", "from 1/10000"),
    (#"s("bd").fast(1e30)"#, "", ""), (#"s("bd").fast(99999999)"#, "cannot be", "10000"),
    (#"s("bd").fast("2 0")"#, "cannot be 0", "from 1/10000"),
    (#"s("bd").ply(1.5)"#, "cannot be 1.5", "whole number"),
    (#"s("bd").ply("x")"#, "cannot be a text", "whole number"),
    (#"s("bd").every(0, x => x)"#, "cannot be 0", "from 1 to 1024"),
    (#"s("bd").every(2, 3)"#, "cannot be a number", "a function"),
    (#"s("bd").euclid(9, 8)"#, "cannot be 9", "as slots"),
    (#"s("bd").degradeBy(2)"#, "cannot be 2", "0 to 1"),
    (#"s("bd").swing(90%)"#, "cannot be 90%", "from 25% to 75%"),
    (#"s("bd").without("bdd")"#, "no sound 'bdd'", "did you mean"),
    (#"s("bd").rename(bd: "snarre")"#, "no sound 'snarre'", "did you mean 'snare'"),
    (#"s("bd").rename(kik: "snare")"#, "no sound 'kik'", "did you mean 'kick'"),
    (#"s("kkick")"#, "no sound 'kkick'", "did you mean 'kick'"),
    (#"chord("<dm7 h7>")"#, "cannot be h7", "dm7 g7"),
    (#"chord("c").arp("upp")"#, "cannot be upp", "updown"),
    (#"blend(s("bd"), s("hh"), 2)"#, "cannot be 2", "from 0 to 1"),
    (#"blend(s("bd"), s("hh"), 0.5, amount: 1)"#, "said twice", "keep one"),
    (#"blend(s("bd"), s("hh"), s("cp"), operator: "jump")"#, "of 3 patterns", "race"),
    (#"blend(s("bd"), s("hh"), operator: "hocket")"#, "cannot be 'hocket'", "hocket(a, b, 0.5)"),
    (#"blend(s("bd"), s("hh"), operator: "guidet")"#, "not one of the choices", "'guided'"),
    (#"blend(s("bd"), s("hh"), operator: "guided", order: "weak")"#, "said of 'guided'", "leave"),
    (#"blend(s("bd"), s("hh"), weights: [1])"#, "1 for 2 patterns", "a list"),
    (#"blend(s("bd"), s("hh"), weights: [0, 0])"#, "cannot be", "a list"),
    (#"blend(s("bd"), s("hh"), only: "accent")"#, "not one of the choices", "'accents'"),
    (#"blend(s("bd"), s("hh"), map: "cp:hh")"#, "no sound 'clap'", "here are: kick"),
    (#"blend(s("bd"), s("hh"), map: "bd-hh")"#, "cannot be", "pairs of sounds"),
    (#"blend(s("bd"), s("hh"), s("cp"), accents: 1)"#, "said of a mix", "leave it out"),
    (#"s("bd").fit("stretch")"#, "without a rhythm of the library", "pattern("),
    (#"s("bd").lead(1)"#, "without a blend", "blend("),
    (#"s("bd").morphMetre("7/9")"#, "", ""), (#"s("bd").keep(110%)"#, "cannot be 110%", "0 to 1"),
    (#"s("bd").syncopate(1)"#, "needs material", "patterns"),
    (#"s("bd").groove("samba5")"#, "not one of the choices", "'samba4'"),
    (#"s("bd").groove(3)"#, "cannot be a number", "timing template"),
    (#"s("bd").range(0, 1)"#, "cannot be a pattern", "a signal"),
    (#"s("bd").resolve(-1)"#, "cannot be -1", "from 0 to 1000"),
    (#"s("bd").gain(cc(200))"#, "cannot be 200", "0 to 127"),
    (#"s("bd").late(99999)"#, "cannot be 99999", "a number of cycles"),
    (#"interlock(s("bd"))"#, "needs second", "a pattern"),
    (#"sine"#, "cannot be a signal", "a pattern"),
  ])
  func `a wrong argument is told with a caret and what to write`(
    track: String, fault: String, advice: String
  ) throws {
    let lines = try Self.report(of: track).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4, "\(lines)")
    guard lines.count == 4 else { return }
    #expect(lines[0].contains(": error: ") && lines[0].contains(fault), "\(lines[0])")
    #expect(lines[2].allSatisfy { " ^".contains($0) } && lines[2].contains("^"))
    #expect(lines[3].contains(advice), "\(lines[3])")
  }

  /// Neither a deep nor a wide text takes time or memory without bound: work is counted before it is
  /// done.
  @Test(arguments: [
    "s(\"bd\")" + String(repeating: ".off(1/8, x => x.ply(2))", count: 80),
    "s(\"bd*64\")" + String(repeating: ".ply(64)", count: 20),
    "s(\"bd*64\")" + String(repeating: ".fast(10000)", count: 3),
    "s(\"bd\").off(1/8, " + String(repeating: "x => x.off(1/8, ", count: 40) + "x => x"
      + String(repeating: ")", count: 41),
    "s(\"bd\")" + String(repeating: ".every(2, x => stack(x, x.rev()))", count: 80),
    "s(\"bd*2\")" + String(repeating: ".struct(\"x*8\")", count: 80),
    "s(\"bd\").slow(10000).slow(10000).ply(64).segment(1024)",
    "s(\"bd\")" + String(repeating: ".off(1/4, x => blend(x, x.rev(), 0.5))", count: 6),
    "s(\"bd ~ sd\")" + String(repeating: ".every(2, x => blend(x, x.fast(2), 0.5))", count: 8),
  ])
  func `what would never end is an error, or ends`(track: String) throws {
    guard let sample = try? Sample(track) else { return }
    var scene = Scene(metre: .common, budget: 20_000)
    guard let notes = try? sample.theme.notes(in: Span(cycle: 3), &scene) else { return }
    #expect(notes.count <= 20_000)
  }

  /// A word that only stands behind a dot is never taken for a name, nor a name for it.
  @Test func `a track may be called as a change`() throws {
    #expect(
      try Self.report(of: "s(\"bd\")\nlead: s(\"hh\").fill(50%)\nfill: lead.off(1/8, rev)") == "")
    #expect(try Self.report(of: "s(\"bd\")\nlead: lead(1)").contains("made of itself"))
    #expect(try Self.report(of: "s(\"bd\")\nstack: s(\"hh\")").contains("a word of the language"))
  }

  /// A name that is made of itself, or a function that goes on, is told when the score is read.
  @Test func `nothing is made of itself`() throws {
    let deep = String(repeating: "x => x.off(1/8, ", count: 220)
    #expect(
      try Self.report(of: "s(\"bd\").off(1/8, \(deep)x => x\(String(repeating: ")", count: 221))")
        .contains("deep"))
    #expect(try Self.report(of: "s(\"bd\")\nlet x = x.rev()").contains("made of itself"))
  }
}
