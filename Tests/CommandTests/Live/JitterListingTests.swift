import Testing

@testable import ALSA
@testable import Command

@Suite struct JitterListingTests {
  private func listing(
    isRealTime: Bool = true, _ rounds: [(JitterBench.Method, Int, [Int], lost: Int)]
  ) throws -> JitterListing {
    let timer = try #require(
      QueueTimer(ofQueue: 0, in: "Timer for queue 0 : HR timer\n  Period time : 0.000160000\n"))
    var listing = JitterListing(of: TestPattern(), on: timer, isRealTime: isRealTime)
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
      [(.queue, 0, [1600, 160_400], 0), (.direct, 16, [-9_999_600, 12_345_678], 0)])
    #expect(
      listing.text(columns: 80) == """
        timer: HR timer, 6250 times a second
        real-time rights: given
        2000 events, 5123 microseconds apart; how late they were, in microseconds:

        METHOD  LOAD     AT           MIN     P50     P99     MAX  DEVIATION
        queue   idle     kernel         2       2     160     160         79
        queue   idle     receiver      16      16    1604    1604        794
        direct  16 busy  kernel    -10000  -10000   12346   12346      11173
        direct  16 busy  receiver  -99996  -99996  123457  123457     111726

        """)
  }

  @Test func `lost events and missing rights are told`() throws {
    let text = try listing(isRealTime: false, [(.queue, 0, [0], 1), (.queue, 2, [0], 2)]).text(
      columns: nil)
    #expect(text.contains("real-time rights: none\n"))
    #expect(text.contains("3 events never arrived\n"))
  }

  @Test(arguments: [20, 40, 60, 80])
  func `no line of the table is longer than there is room for`(columns: Int) throws {
    let text = try listing([(.direct, 64, [Int.max / 20], 0)]).text(columns: columns)
    let table = text.split(separator: "\n").drop { !$0.hasPrefix("METHOD") }
    #expect(table.count == 3)
    #expect(table.allSatisfy { $0.count <= columns })
  }

  @Test func `JSON has microseconds to the tenth`() throws {
    let json = try JSON.text(of: listing([(.queue, 2, [1_649, 160_499], 3)]))
    #expect(
      json == """
        {
          "events" : 2000,
          "isRealTime" : true,
          "rounds" : [
            {
              "kernel" : {
                "deviation" : 79.4,
                "maximum" : 160.5,
                "median" : 1.6,
                "minimum" : 1.6,
                "percentile99" : 160.5
              },
              "load" : 2,
              "lost" : 3,
              "method" : "queue",
              "receiver" : {
                "deviation" : 794.3,
                "maximum" : 1605,
                "median" : 16.5,
                "minimum" : 16.5,
                "percentile99" : 1605
              }
            }
          ],
          "step" : 5123,
          "timer" : {
            "name" : "HR timer",
            "period" : 160
          }
        }

        """)
  }
}
