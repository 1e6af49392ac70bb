import Music
import Testing

/// The table in Patterns/README.md.
@Suite struct VoiceTests {
  private static let loudness: [([Voice], accent: Int, normal: Int, ghost: Int)] = [
    (["hat", "pedal-hat", "open-hat", "ride", "ride-bell", "crash"], 100, 78, 50),
    (["shaker", "maracas", "cabasa", "tambourine"], 84, 66, 44),
    (
      [
        "open-conga", "mute-conga", "low-conga", "high-bongo", "low-bongo", "high-timbale",
        "low-timbale", "open-surdo", "mute-surdo", "dum", "tek", "ka",
      ], 112, 90, 45
    ),
    (
      [
        "kick", "snare", "clap", "rim", "low-tom", "mid-tom", "high-tom", "cowbell", "claves",
        "high-agogo", "low-agogo", "short-guiro", "long-guiro", "open-triangle", "mute-triangle",
        "high-block", "low-block",
      ], 115, 92, 42
    ),
    (["dombyra", "dombyra-treble", "dombyra-bass", "bass", "chord", "arp", "қобыз"], 108, 84, 45),
  ]

  @Test(arguments: loudness)
  func `a letter is as loud as its voice makes it`(
    voices: [Voice], accent: Int, normal: Int, ghost: Int
  ) {
    for voice in voices {
      #expect(voice.usualVelocity(of: .accent).value == accent, "\(voice)")
      #expect(voice.usualVelocity(of: .normal).value == normal, "\(voice)")
      #expect(voice.usualVelocity(of: .ghost).value == ghost, "\(voice)")
      #expect(voice.name == "қобыз" || Voice.known[voice.name] != nil, "\(voice)")
    }
  }

  @Test(arguments: [
    (Stroke.accentedDown, 108), (.down, 92), (.accentedUp, 104), (.up, 78), (.thumb, 84),
    (.index, 80),
    (.damped, 45), (.open, 84), (.pull, 55),
  ])
  func `a stroke of the dombyra has its own loudness`(stroke: Stroke, velocity: Int) {
    #expect(Voice("dombyra").usualVelocity(of: stroke).value == velocity)
  }

  @Test(arguments: [
    (Voice("kick"), Voice.Role.low), ("dombyra-bass", .low), ("dum", .low), ("snare", .backbeat),
    ("tek", .backbeat), ("hat", .timeline), ("cowbell", .timeline), ("dombyra", .melodic),
    ("қобыз", .melodic), ("gong", .drone), ("tanpura", .drone), ("drone-2", .drone),
    ("drum-27", .backbeat), ("bass-left", .low),
  ])
  func `a voice has a role, and an unknown one is a melody`(voice: Voice, role: Voice.Role) {
    #expect(voice.role == role)
    #expect(voice.hasOwnRole == (voice != "қобыз"))
  }

  @Test func `a stroke has a letter and a meaning of its own`() {
    #expect(Set(Stroke.allCases.map(\.rawValue)).count == Stroke.allCases.count)
    #expect(Set(Stroke.allCases.map(\.meaning)).count == Stroke.allCases.count)
    #expect(Stroke.allCases.filter(\.isAccented).map(\.rawValue) == ["X", "D", "U"])
  }
}
