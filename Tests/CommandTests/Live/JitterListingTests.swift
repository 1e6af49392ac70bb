import Testing

@testable import ALSA
@testable import Command

@Suite struct JitterListingTests {
  private func listing(
    priority: Int?, _ rounds: [(JitterBench.Method, Int, [Int], lost: Int)]
  ) throws -> JitterListing {
    let timer = try #require(
      QueueTimer(ofQueue: 0, in: "Timer for queue 0 : HR timer\n  Period time : 0.000160000\n"))
    var listing = JitterListing(of: TestPattern(), on: timer, priority: priority)
    for (method, load, late, lost) in rounds {
      let stamped = try #require(Lateness(of: late.map { .nanoseconds($0) }))
      let received = try #require(Lateness(of: late.map { .nanoseconds($0 * 10) }))
      listing.add(
        JitterBench.Figures(stamped: stamped, received: received, lost: lost), by: method,
        under: load)
    }
    return listing
  }

  @Test func `figures stand under each other`() throws {
    let listing = try listing(
      priority: 50, [(.queue, 0, [1600, 160_499], 0), (.direct, 16, [-9_999_600, 12_345_678], 0)])
    #expect(
      listing.text(columns: 80) == """
        timer: HR timer, 6250 times a second
        real-time rights: priority 50
        2000 events, 5123 microseconds apart; how late they were, in microseconds:

        METHOD  LOAD     AT            MIN  P50     P99     MAX  DEVIATION
        """)
  }

  @Test func `lost events and missing rights are told`() throws {
    let text = try listing(priority: nil, [(.queue, 0, [0], 1), (.queue, 2, [0], 2)]).text(
      columns: nil)
    #expect(text.contains("real-time rights: none\n"))
    #expect(text.contains("3 events never arrived\n"))
  }

  @Test(arguments: [20, 40, 60, 80])
  func `no line of the table is longer than there is room for`(columns: Int) throws {
    let text = try listing(priority: 50, [(.direct, 64, [Int.max / 20], 0)]).text(columns: columns)
    let table = text.split(separator: "\n").drop { !$0.hasPrefix("METHOD") }
    #expect(table.count == 3)
    #expect(table.allSatisfy { $0.count <= columns })
  }

  @Test func `JSON has microseconds to the tenth`() throws {
    let json = try JSON.text(of: listing(priority: 50, [(.queue, 2, [1_649, 160_499], 3)]))
    #expect(json == "")
  }
}
