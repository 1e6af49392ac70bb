import Testing

@testable import ALSA

@Suite struct PortSearchTests {
  private static func port(_ client: Int, _ port: Int, _ clientName: String, _ name: String) -> Port
  {
    Port(
      address: Address(client: client, port: port), client: clientName, name: name,
      isSource: true, isDestination: true, isHardware: false, listeners: [], sources: [])
  }

  /// As `aconnect -l` names them.
  private static let ports = [
    port(14, 0, "Midi Through", "Midi Through Port-0"),
    port(20, 0, "Launchpad X", "Launchpad X LPX DAW In"),
    port(20, 1, "Launchpad X", "Launchpad X LPX MIDI In"),
    port(24, 0, "Virtual Raw MIDI 0-0", "VirMIDI 0-0"),
    port(25, 0, "Virtual Raw MIDI 0-1", "VirMIDI 0-1"),
    port(128, 0, "FLUID Synth (411)", "Synth input port (411:0)"),
    port(129, 0, "TiMidity", "TiMidity port 0"),
    port(129, 1, "TiMidity", "TiMidity port 1"),
    port(130, 0, "TiMidity++", "in"), port(131, 0, "Yoshimi", "in"),
  ]

  @Test(arguments: [
    ("128:0", "128:0"), ("129:1", "129:1"), ("129", "129:0"), ("14", "14:0"),
    ("FLUID Synth (411)", "128:0"), ("fluid", "128:0"), ("synth input", "128:0"),
    ("midi through", "14:0"), ("Midi Through Port-0", "14:0"),
    ("midi through:midi through port-0", "14:0"), ("launchpad", "20:0"),
    ("Launchpad X LPX MIDI In", "20:1"), ("launchpad x lpx m", "20:1"),
    ("launchpad x:launchpad x lpx m", "20:1"), ("timidity", "129:0"), ("timidity port 1", "129:1"),
    ("timidity+", "130:0"), ("yoshimi:in", "131:0"), ("virmidi 0-1", "25:0"),
  ])
  func `a word finds the port that it names`(word: String, address: String) {
    #expect(PortSearch(word, among: Self.ports).port?.address == Address(address))
  }

  @Test(arguments: [
    "", "128:1", "13:0", "through", "nobody", ":", "128:", "1:2:3", "-1:0", "300:0",
  ])
  func `a word that names nothing finds nothing`(word: String) {
    #expect(PortSearch(word, among: Self.ports) == .nothing)
  }

  @Test(arguments: [
    ("virtual", ["24:0", "25:0"]), ("in", ["130:0", "131:0"]), ("timi", ["129:0", "130:0"]),
    ("timidity port", ["129:0", "129:1"]),
  ])
  func `a word that may mean several says which`(word: String, addresses: [String]) {
    guard case .several(let ports) = PortSearch(word, among: Self.ports) else {
      Issue.record("\(word) is not several")
      return
    }
    #expect(ports.map(\.address.description) == addresses)
  }
}
