import Testing

@testable import ALSA

@Suite struct LinkTests {
  private let ours = Address(client: 128, port: 0)
  private let synth = Port(
    address: Address(client: 129, port: 0), client: "Synth", name: "in", isSource: false,
    isDestination: true, isHardware: false, listeners: [], sources: [])

  private func tied() -> Link {
    var link = Link(ours, to: "synth")
    link.tie(among: [synth]) { $0 == ours && $1 == synth.address }
    link.connected(synth.address)
    return link
  }

  @Test func `what is wanted is awaited until it is there`() {
    var link = Link(ours, to: "synth")
    link.tie(among: []) { _, _ in true }
    #expect(link.isAwaiting)
    link.tie(among: [synth]) { _, _ in false }
    #expect(link.isAwaiting)
    #expect(tied().state == .tied(synth.address))
  }

  @Test func `what is gone is awaited again, what was disconnected is not`() {
    var link = tied()
    link.gone { $0.client == 129 }
    #expect(link.isAwaiting && link.peers.isEmpty)
    link = tied()
    link.disconnected(synth.address)
    #expect(!link.isAwaiting && link.peers.isEmpty)
  }

  @Test func `others may be connected besides`() {
    var link = tied()
    let other = Address(client: 130, port: 3)
    for _ in 0..<2 { link.connected(other) }
    #expect(link.peers == [synth.address, other])
    link.disconnected(other)
    #expect(link.state == .tied(synth.address))
  }

  @Test func `nothing is awaited where nothing is wanted`() {
    #expect(!Link(ours, to: nil).isAwaiting)
  }
}
