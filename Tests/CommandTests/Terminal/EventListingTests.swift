import Foundation
import Music
import Testing

@Suite struct EventListingTests {
  private let folder = Folder()

  @Test func `every onset has its exact beginning and end, as a user sees it`() throws {
    let outcome = try Jorga.run(["show", "bd(3,8), <hh:2 oh> 1.5", "--events"], in: folder)
    #expect(
      outcome.output == """
        cycle  begin  end    value
        0      0/1    1/8    bd
        0      0/1    1/2    hh:2
        0      3/8    1/2    bd
        0      1/2    1/1    1.5
        0      3/4    7/8    bd

        """)
  }

  @Test func `the JSON of events, word for word`() throws {
    let outcome = try Jorga.run(["show", "bd 2", "--events", "--json"], in: folder)
    #expect(
      outcome.output == """
        {
          "events" : [
            {
              "begin" : "0/1",
              "cycle" : 0,
              "end" : "1/2",
              "value" : "bd"
            },
            {
              "begin" : "1/2",
              "cycle" : 0,
              "end" : "1/1",
              "value" : 2
            }
          ]
        }

        """)
  }

  @Test(arguments: [
    ("bd*2", 1, ["0 0/1 1/2 bd", "0 1/2 1/1 bd"]),
    ("bd(3,8)", 1, ["0 0/1 1/8 bd", "0 3/8 1/2 bd", "0 3/4 7/8 bd"]),
    ("<a b>", 3, ["0 0/1 1/1 a", "1 1/1 2/1 b", "2 2/1 3/1 a"]),
    ("a/2", 3, ["0 0/1 2/1 a", "2 2/1 4/1 a"]),
    ("bd:3 ~ [x x]", 1, ["0 0/1 1/3 bd:3", "0 2/3 5/6 x", "0 5/6 1/1 x"]),
    ("a@3 b", 1, ["0 0/1 3/4 a", "0 3/4 1/1 b"]),
    ("0 .. 2", 1, ["0 0/1 1/3 0", "0 1/3 2/3 1", "0 2/3 1/1 2"]),
    ("-1 0.25 1e2", 1, ["0 0/1 1/3 -1", "0 1/3 2/3 0.25", "0 2/3 1/1 100"]),
    ("{a b c}%2", 2, ["0 0/1 1/2 a", "0 1/2 1/1 b", "1 1/1 3/2 c", "1 3/2 2/1 a"]),
    ("a _ b!2", 1, ["0 0/1 1/2 a", "0 1/2 3/4 b", "0 3/4 1/1 b"]),
    ("a . b c", 1, ["0 0/1 1/2 a", "0 1/2 3/4 b", "0 3/4 1/1 c"]),
    ("a*1.5", 2, ["0 0/1 2/3 a", "0 2/3 4/3 a", "1 4/3 2/1 a"]),
    ("қобыз [домбыра]", 1, ["0 0/1 1/2 қобыз", "0 1/2 1/1 домбыра"]),
    ("~", 2, []), ("bd*0", 1, []),
  ])
  func `the events of a mini-notation are exact`(
    text: String, cycles: Int, events: [String]
  ) throws {
    let found = try list(["--cycles", "\(cycles)", "--", text])
    #expect(found.map(\.description) == events)
  }

  @Test func `the events of a rhythm are parts of its bars`() throws {
    try folder.writePattern(
      "mixed", metre: "2/4, 3/8", grid: "1/8", rows: "kick | x--. | ..x |\ntek | ..x. | x.. |")
    let found = try list(["mixed.pattern", "--cycles", "3"])
    #expect(
      found.map(\.description) == [
        "0 0/1 3/4 kick", "0 1/2 3/4 tek", "1 1/1 4/3 tek", "1 5/3 2/1 kick", "2 2/1 11/4 kick",
        "2 5/2 11/4 tek",
      ])
  }

  @Test func `a number is a number, anything else is text`() throws {
    let values = try list(["1 -2.5 c4 bd:3 1:2 t"]).map(\.value)
    #expect(
      values == [
        .number(1), .number(-2.5), .text("c4"), .text("bd:3"), .text("1:2"), .text("t"),
      ])
  }

  @Test func `the same seed makes the same choices, another makes others`() throws {
    let text = "bd? sd? [hh|oh|cp]*8 cr?0.3"
    let runs = try ["1", "1", "2", "18446744073709551615"].map { seed in
      try list([text, "--cycles", "16", "--seed", seed])
    }
    #expect(runs[0] == runs[1])
    #expect(Set(runs).count == 3)
    #expect(try list([text, "--cycles", "16"]) == list([text, "--cycles", "16", "--seed", "0"]))
  }

  @Test func `a few cycles are the beginning of many`() throws {
    let text = "bd? <sd cp>? [hh|oh]*3"
    let many = try list([text, "--cycles", "40"])
    #expect(try list([text, "--cycles", "7"]) == many.filter { $0.cycle < 7 })
  }

  @Test(arguments: ["bd*60000", "[bd*250]*250"])
  func `more events than can be held are refused`(text: String) throws {
    let outcome = try Jorga.run(["show", text, "--events", "--cycles", "10000"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors.contains("error: \(MusicError.tooMuch.message)\n"))
  }

  private struct Event: Decodable, Hashable, CustomStringConvertible {
    enum Value: Hashable {
      case number(Double)
      case text(String)
    }

    private enum Key: CodingKey { case cycle, begin, end, value }

    let cycle: Int
    let begin, end: String
    let value: Value

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      cycle = try fields.decode(Int.self, forKey: .cycle)
      begin = try fields.decode(String.self, forKey: .begin)
      end = try fields.decode(String.self, forKey: .end)
      if let number = try? fields.decode(Double.self, forKey: .value) {
        value = .number(number)
      } else {
        value = .text(try fields.decode(String.self, forKey: .value))
      }
    }

    var description: String {
      switch value {
      case .number(let number):
        "\(cycle) \(begin) \(end) \(number == number.rounded() ? "\(Int(number))" : "\(number)")"
      case .text(let text): "\(cycle) \(begin) \(end) \(text)"
      }
    }
  }

  private func list(_ arguments: [String]) throws -> [Event] {
    let outcome = try Jorga.run(["show", "--events", "--json"] + arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let events = try JSONDecoder().decode([String: [Event]].self, from: Data(outcome.bytes))
    return try #require(events["events"])
  }
}
