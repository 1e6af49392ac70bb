import Testing

@testable import ALSA
@testable import Command

@Suite struct PortChoiceTests {
  private static func port(
    _ address: String, _ client: String, _ name: String, isSource: Bool, isDestination: Bool
  ) throws -> Port {
    Port(
      address: try #require(Address(address)), client: client, name: name, isSource: isSource,
      isDestination: isDestination, isHardware: false, listeners: [], sources: [])
  }

  private let ports: [Port]

  init() throws {
    ports = [
      try Self.port(
        "14:0", "Midi Through", "Midi Through Port-0", isSource: true, isDestination: true),
      try Self.port("20:0", "Keystation", "Keys", isSource: true, isDestination: false),
      try Self.port("128:0", "FLUID\u{1B}Synth", "in", isSource: false, isDestination: true),
      try Self.port("129:0", "Yoshimi", "in", isSource: false, isDestination: true),
    ]
  }

  private func message(_ word: String, _ direction: PortChoice.Direction) -> String? {
    do {
      _ = try PortChoice(ports, direction).port(word)
      return nil
    } catch {
      #expect(error.code == .noInput)
      return error.message
    }
  }

  @Test func `a word finds a port of its direction`() throws {
    #expect(try PortChoice(ports, .to).port("yosh").address.description == "129:0")
    #expect(try PortChoice(ports, .from).port("keys").address.description == "20:0")
  }

  @Test(arguments: [
    ("yoshmii", "did you mean 'Yoshimi'? "), ("through", "did you mean 'Midi Through'? "),
    ("Mdii", "did you mean 'Midi'? "), ("zzzzzz", ""), ("", ""),
  ])
  func `a word that names no port gets the nearest`(word: String, advice: String) {
    #expect(
      message(word, .to) == """
        error: no port is called '\(word)'
        \(advice)list them with 'jorga ports'
        """)
  }

  @Test func `a port of the wrong direction is told so`() {
    #expect(
      message("keystation", .to) == """
        error: the port '20:0 Keystation:Keys' takes no events
        list all with 'jorga ports'
        """)
    #expect(message("yoshimi", .from)?.contains("sends no events") == true)
  }

  @Test func `several are listed, without what a terminal would obey`() {
    #expect(
      message("in", .to) == """
        error: more than one port is called 'in'
        write one of:
          128:0 FLUID·Synth:in
          129:0 Yoshimi:in
        """)
  }
}
