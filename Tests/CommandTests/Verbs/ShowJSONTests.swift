import Foundation
import Testing

@Suite struct ShowJSONTests {
  private let folder = Folder()

  @Test func `the JSON of a rhythm, word for word`() throws {
    try folder.writePattern(
      "short", metre: "2/4",
      rows: "kick | X- |\nbass | .x |\nbass.shift +1/96-5ms\nbass.feel swing 60% 1/8\n"
        + "bass.key eb2\nbass.evidence B")
    let outcome = try Jorga.run(["show", "short.pattern", "--json"], in: folder)
    #expect(outcome.output == Self.short)
  }

  @Test func `two rhythms are a list of two`() throws {
    try folder.writePattern("short", metre: "2/4", rows: "kick | X- |")
    let one = try Jorga.run(["show", "short.pattern", "--json"], in: folder)
    let two = try Jorga.run(["show", "short.pattern", "bd*3", "--json"], in: folder)
    let list = try JSONSerialization.jsonObject(with: Data(two.bytes)) as? [NSDictionary]
    let single = try JSONSerialization.jsonObject(with: Data(one.bytes)) as? NSDictionary
    #expect(list?.count == 2)
    #expect(list?.first == single)
    #expect(list?.last?["name"] as? String == "bd*3")
  }

  /// Law: the bars join without a gap, and every note begins in them.
  @Test(arguments: ["korogly-chain", "samba-batucada", "break-amen-4bar"])
  func `bars join`(name: String) throws {
    struct Listing: Decodable {
      struct Bar: Decodable { let begin, length: String, groups: [Int] }
      let bars: [Bar]
      let length: String
    }
    let outcome = try Jorga.run(["show", name, "--json"], in: folder)
    let listing = try JSONDecoder().decode(Listing.self, from: Data(outcome.bytes))
    var line = 0.0
    for bar in listing.bars {
      #expect(try #require(bar.begin.asFraction) == line)
      line += try #require(bar.length.asFraction)
    }
    #expect(listing.length.asFraction == line)
  }

  private static let short = """
    {
      "bars" : [
        {
          "begin" : "0/1",
          "groups" : [
            2
          ],
          "length" : "2/1",
          "metre" : "2/4",
          "unit" : 4
        }
      ],
      "beatsPerMinute" : {
        "high" : 120,
        "low" : 100
      },
      "evidence" : "C",
      "feel" : "straight",
      "gloss" : "",
      "grid" : "1/4",
      "id" : "short",
      "length" : "2/1",
      "metres" : [
        "2/4"
      ],
      "name" : "Short",
      "native" : "Сынақ",
      "note" : "",
      "region" : "here",
      "source" : "a test",
      "tags" : [
        "test"
      ],
      "tempo" : "100-120",
      "voices" : [
        {
          "evidence" : "C",
          "feel" : "straight",
          "notes" : [
            {
              "length" : "2/1",
              "onset" : "0/1",
              "stroke" : "X",
              "velocity" : 115
            }
          ],
          "voice" : "kick"
        },
        {
          "evidence" : "B",
          "feel" : "swing 60% 1/8",
          "notes" : [
            {
              "key" : "eb2",
              "keyNumber" : 39,
              "length" : "1/1",
              "onset" : "1/1",
              "shift" : {
                "beats" : "1/24",
                "microseconds" : -5000
              },
              "stroke" : "x",
              "velocity" : 84
            }
          ],
          "voice" : "bass"
        }
      ]
    }

    """
}

extension String {
  /// The number of a text such as `7/2`.
  fileprivate var asFraction: Double? {
    let sides = split(separator: "/").compactMap { Double($0) }
    return sides.count == 2 ? sides[0] / sides[1] : nil
  }
}
