import Music
import Testing

@testable import Command

@Suite struct StatusTests {
  private static let full = Status(
    state: .playing, bar: 12, bars: 64, beat: 3, section: "sagha", tempo: 124,
    amounts: [
      Status.Amount(name: "blend", value: Fraction(7, 20), isChosen: true),
      Status.Amount(name: "cc1", value: Fraction(1, 2)),
    ], muted: [4, 2], soloed: [1], lateness: .microseconds(83))

  /// Law: no line is wider than its terminal, less one column, and none is empty but where there is
  /// no room at all.
  @Test func `a line fits any terminal`() {
    for columns in -1...200 {
      for isUnicode in [true, false] {
        let line = Self.full.text(columns: columns, isUnicode: isUnicode)
        #expect(line.count <= max(0, columns - 1))
        #expect(line.isEmpty == (columns <= 1))
      }
    }
  }

  /// Law: what a narrow terminal shows, a wider one shows too, from the first word on.
  @Test func `room adds and never takes away`() {
    let word = "playing".count + 1
    var before: [Substring] = []
    for columns in word...200 {
      let parts = Self.full.text(columns: columns).split(separator: "  ")
      #expect(before.allSatisfy { parts.contains($0) })
      before = parts.map { $0 }
    }
    #expect(before.count == 10)
  }

  @Test(arguments: [
    (
      120,
      "playing  bar 12/64  beat 3  sagha  124 BPM  *blend 0.35  cc1 0.50  solo 1  mute 2 4  late 83 µs"
    ),
    (
      96,
      "playing  bar 12/64  beat 3  sagha  124 BPM  *blend 0.35  cc1 0.50  solo 1  mute 2 4  late 83 µs"
    ),
    (95, "playing  bar 12/64  beat 3  sagha  124 BPM  *blend 0.35  cc1 0.50  solo 1  mute 2 4"),
    (80, "playing  bar 12/64  beat 3  sagha  124 BPM  *blend 0.35  solo 1  mute 2 4"),
    (66, "playing  bar 12/64  sagha  124 BPM  *blend 0.35  solo 1  mute 2 4"),
    (65, "playing  bar 12/64  sagha  124 BPM  solo 1  mute 2 4"),
    (50, "playing  bar 12/64  124 BPM  solo 1  mute 2 4"),
    (40, "playing  bar 12/64  124 BPM  solo 1"),
    (30, "playing  bar 12/64  124 BPM"), (20, "playing  bar 12/64"), (10, "playing"), (6, "play…"),
  ])
  func `the least important goes first`(columns: Int, line: String) {
    #expect(Self.full.text(columns: columns) == line)
  }

  @Test(arguments: [
    (Status(), "playing"), (Status(state: .paused, bar: 3), "paused  bar 3"),
    (Status(state: .waiting, tempo: 122.46), "waiting for clock  122.5 BPM"),
    (Status(state: .waitingForStart, tempo: 122), "waiting for start  122 BPM"),
    (Status(state: .stopped), "stopped"),
    (Status(question: "solo of which track?"), "playing  solo of which track?"),
    (
      Status(amounts: [Status.Amount(name: "blend", value: 1, isChosen: true)]),
      "playing  blend 1.00"
    ),
    (Status(amounts: [Status.Amount(name: "x", value: Fraction(-1, 3))]), "playing  x -0.33"),
    (Status(section: "two\nlines\u{1B}[2J", tempo: .infinity), nil),
  ])
  func `only what is known is told`(status: Status, line: String?) {
    let text = status.text(columns: 80)
    if let line { #expect(text == line) }
    #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test(arguments: [
    (Duration.zero, "0 µs"), (.microseconds(-5), "0 µs"), (.nanoseconds(83_400), "83 µs"),
    (.microseconds(999), "999 µs"), (.nanoseconds(999_600), "1 ms"),
    (.microseconds(1240), "1.2 ms"), (.microseconds(9960), "10 ms"), (.milliseconds(123), "123 ms"),
    (.seconds(2), "2000 ms"),
  ])
  func `lateness is told in the unit that suits it`(lateness: Duration, words: String) {
    #expect(Status(lateness: lateness).text(columns: 80) == "playing  late \(words)")
  }

  @Test func `a terminal without Unicode gets ASCII`() {
    let status = Status(section: "Ülken saғa", lateness: .microseconds(7))
    let line = status.text(columns: 80, isUnicode: false)
    #expect(line.allSatisfy { $0.isASCII })
    #expect(line.hasPrefix("playing  Ulken sa") && line.hasSuffix("late 7 us"))
  }

  @Test func `a long name of a section leaves room for others`() {
    let status = Status(section: String(repeating: "long ", count: 20), tempo: 120)
    #expect(status.text(columns: 80).hasSuffix("…  120 BPM"))
  }
}
