import Testing

@Suite struct BlendMapTests {
  private let folder = Folder()

  private func blend(_ arguments: String...) throws -> Jorga.Outcome {
    try Jorga.run(["blend", "balbyrauyn-core", "house-classic"] + arguments, in: folder)
  }

  private func sounds(_ outcome: Jorga.Outcome) -> Substring? {
    outcome.output.split(separator: "\n").last { $0.hasPrefix("sounds: ") }
  }

  @Test func `what is chosen becomes what it should`() throws {
    let outcome = try blend("--map", "dombyra.accents:kick", "--map", "dombyra.strokes:clap")
    #expect(outcome.status == 0)
    #expect(sounds(outcome) == "sounds: dombyra accents ↔ kick, dombyra strokes ↔ clap")
    let listed = try blend("--map", "dombyra.accents:kick,dombyra.strokes:clap")
    #expect(listed.output == outcome.output)
  }

  @Test func `a sound may go or come alone`() throws {
    let alone = try blend("--map", "dombyra:")
    #expect(alone.status == 0 && sounds(alone) == nil)
    let others = try blend("--map", ":clap,:hat,:kick,:open-hat,:bass,:chord")
    #expect(others.status == 0 && sounds(others) == nil)
  }

  @Test func `a voice that both have can become another`() throws {
    let outcome = try Jorga.run(
      ["blend", "house-classic", "bossa-nova", "--map", "kick:rim"], in: folder)
    #expect(outcome.status == 0)
    #expect(sounds(outcome)?.hasPrefix("sounds: kick ↔ rim") == true)
  }

  @Test(arguments: [
    (
      "dombra:kick", Int32(66),
      "--map: error: balbyrauyn-core has no voice 'dombra'\ndid you mean 'dombyra'?\n"
    ),
    (
      "kick:dombyra", 66,
      "--map: error: balbyrauyn-core has no voice 'kick'\n"
        + "house-classic has it: turn the pair round\n"
    ),
    (
      "zurna:kick", 66,
      "--map: error: balbyrauyn-core has no voice 'zurna'\ntake one of its own: dombyra\n"
    ),
    (
      "dombyra:hat,dombyra.accents:kick", 65,
      "--map: error: 'dombyra accents' has become something already\n"
        + "say once what each sound becomes\n"
    ),
  ])
  func `a map that cannot be is refused with what to write`(
    map: String, status: Int32, errors: String
  ) throws {
    let outcome = try blend("--map", map)
    #expect(outcome.status == status)
    #expect(outcome.errors == errors)
  }

  @Test(arguments: ["dombyra", ":", "a:b:c", "dombyra.loud:kick", "", ".accents:kick", "a:b,"])
  func `a map is pairs of sounds`(map: String) throws {
    let outcome = try blend("--map", map)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--map is a pair such as tek:snare or dombyra.accents:clap"))
  }
}
