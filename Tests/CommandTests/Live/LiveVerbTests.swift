import Testing

/// The verbs among programs of ALSA's own, on a real sequencer.
@Suite(.enabled(if: Machine.hasSequencer), .serialized) struct LiveVerbTests {
  private let folder = Folder()

  private func run(_ script: String) throws -> Jorga.Outcome {
    // Waits until a line is seen among the clients and their connections.
    try Jorga.shell(
      """
      await() { until aconnect -l | grep -q "$1"; do sleep 0.05; done; }
      \(script)
      """, in: folder)
  }

  @Test func `ports shows what aconnect shows`() throws {
    let outcome = try run(
      """
      aconnect 14:0 16:0
      COLUMNS=200 jorga ports
      aconnect -d 14:0 16:0
      """)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("PORT") == true)
    let through = lines.first { $0.hasPrefix("14:0 ") }
    #expect(through?.contains("  Midi Through Port-0  in, out ") == true)
    #expect(through?.hasSuffix("  to 16:0 Virtual Raw MIDI 0-0") == true)
    #expect(lines.contains { $0.hasSuffix("from 14:0 Midi Through") })
    #expect(!outcome.output.contains("Jorga"))
  }

  @Test func `a port that is none is refused`() throws {
    for verb in ["panic --to", "monitor --from"] {
      let outcome = try run("jorga \(verb) throuhg")
      #expect(outcome.status == 66)
      #expect(outcome.errors.hasPrefix("error: no port is called 'throuhg'\n"))
    }
    let outcome = try run("jorga panic")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("\n  14:0 Midi Through:Midi Through Port-0\n"))
  }

  /// Another program's default room, 200 events, is enough for all of it.
  @Test func `all of a panic arrives at each port`() throws {
    let outcome = try run(
      """
      numbers() { aconnect -l | sed -n "s/^client \\([0-9]*\\): 'aseqdump'.*/\\1/p"; }
      for name in one two; do aseqdump >$name & done
      until [ $(numbers | wc -l) = 2 ]; do sleep 0.05; done
      jorga panic $(numbers | sed 's/^/--to /') || exit
      sleep 0.2
      kill -INT $(jobs -p); wait
      grep -c "Note off" one; grep -c "Control change" one; grep -c "Pitch bend" one
      for name in one two; do sed -n 's/^1[0-9:]*//p' $name >$name.sent; done
      cmp one.sent two.sent && echo same
      """)
    #expect(outcome.output == "2048\n64\n16\nsame\n")
  }

  @Test func `a port that goes away ends a panic`() throws {
    let outcome = try run(
      """
      aseqdump >/dev/null & dump=$!
      await aseqdump
      { await Jorga; sleep 0.3; kill -KILL $dump; } &
      jorga panic --to aseqdump
      """)
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("aseqdump:aseqdump' is gone\n"))
  }

  /// Law: what a player sends is printed as the file lists it.
  @Test func `monitor prints what inspect lists`() throws {
    let outcome = try run(
      """
      jorga render --pattern "bd*4, c4 e4 g4, hh*8" --bars 2 -o a.mid >/dev/null
      jorga monitor --from "midi through" >heard 2>told & monitor=$!
      await "Connecting To: 1[23]"
      aplaymidi -p 14:0 a.mid
      sleep 0.2
      kill -TERM $monitor; wait $monitor; echo $?
      sed -n '1!s/^[0-9.]*  14:0  //p' heard | sort >one
      jorga inspect --events a.mid | sed -n '1!s/^[0-9]*  [0-9]*  //p' |
        grep channel | sort >two
      cmp one two && wc -l <one
      cat told
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "143")
    #expect(lines.count == 3 && (Int(lines[1]) ?? 0) > 60)
    #expect(lines.last == "listening: 14:0 Midi Through:Midi Through Port-0")
  }

  @Test func `monitor opens a port for others and ends with its reader`() throws {
    let outcome = try run(
      """
      jorga render --pattern "bd*4" --bars 2 -o a.mid >/dev/null
      { jorga monitor; echo $? >status; } 2>told | head -n 2 & await Jorga
      aplaymidi -p Jorga a.mid
      wait; cat status told
      """)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "time  source  event")
    #expect(lines.dropFirst().first?.hasSuffix("velocity 92") == true)
    #expect(lines.dropFirst(2).first == "0")
    #expect(lines.last?.hasPrefix("listening: 1") == true)
  }

  @Test func `a short run of jitter has a row for each clock, and ends at a signal`() throws {
    let table = try run("jorga jitter --count 50 --method all --load")
    #expect(table.status == 0)
    #expect(table.output.split(separator: "\n").count { $0.contains(" busy  ") } == 4)
    #expect(!table.output.contains("never arrived"))
    let json = try run("jorga jitter --count 50 --load 0 --json")
    #expect(json.output.contains("\"lost\" : 0"))
    let ended = try run("jorga jitter & sleep 0.5; kill -TERM $!; wait $!")
    #expect(ended.status == 143)
    #expect(ended.output == "")
  }
}
