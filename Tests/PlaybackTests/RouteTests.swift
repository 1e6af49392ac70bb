import Playback
import Testing

@Suite struct RouteTests {
  @Test func `a route that says nothing is for all tracks that name no port`() {
    #expect(Route() == Route(to: nil, for: nil))
  }
}
