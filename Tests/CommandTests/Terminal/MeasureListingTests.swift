import Foundation
import Testing

@Suite struct MeasureListingTests {
  private let folder = Folder()

  private static let legend = """

    density: share of steps that sound; off-beat: onsets that no
    even beat meets; LHL, Keith, WNBD, Witek: syncopation; nPVI:
    contrast of neighbouring intervals; swing: what the first of
    two steps takes of both; -: has no meaning here

    """

  private static let clave = """
                onsets  density  off-beat  LHL  Keith  WNBD  Witek  evenness  balance  nPVI  swing
    all voices       5     5/16         1    4      2  14/5      -     0.988    0.984  40.5    1/2
    claves           5     5/16         1    4      2  14/5      -     0.988    0.984  40.5    1/2

    """

  /// The whole table in a wide window; the numbers of the son clave are the published ones.
  @Test func `a clave as a table`() throws {
    let outcome = try Jorga.run(
      ["show", "clave-son-32", "--measures"], in: folder, environment: ["COLUMNS": "100"])
    #expect(outcome.status == 0)
    #expect(outcome.output == Self.clave + Self.legend)
  }

  @Test func `columns that do not fit stand below`() throws {
    let outcome = try Jorga.run(
      ["show", "bd ~ ~ bd, hh*4", "--measures"], in: folder, environment: ["COLUMNS": "60"])
    #expect(
      outcome.output == """
                    onsets  density  off-beat  LHL  Keith  WNBD
        all voices       4      1/4         0    0      0     0
        kick             2      1/8         0    0      0     0
        hat              4      1/4         0    0      0     0

                    Witek  evenness  balance   nPVI  swing
        all voices      0     1.000    1.000    0.0    1/2
        kick            0     0.707    0.293  100.0    1/2
        hat             -     1.000    1.000    0.0    1/2

        """ + Self.legend)
  }

  /// In a pipe and without a locale nothing is broken, at any width.
  @Test(arguments: [1, 60, 80, 140])
  func `no line is longer than the window`(columns: Int) throws {
    for name in ["break-amen-4bar", "korogly-chain", "samba-batucada", "korogly-7-223"] {
      let outcome = try Jorga.run(
        ["show", name, "--measures"], in: folder,
        environment: ["COLUMNS": "\(columns)", "LC_ALL": "C"])
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= max(columns, 60) })
      #expect(outcome.bytes.allSatisfy { $0 < 0x80 })
      let blocks = lines.count { $0.hasPrefix("all voices") }
      #expect(blocks == [1: 11, 60: 2, 80: 2, 140: 1][columns])
    }
  }

  // A kick on the bar line, a snare a dotted quarter later: two onsets 135° apart. Evenness is cos
  // 22.5°, balance 1 - cos 67.5°; intervals of 3 and 5 differ by half their mean. The snare, at -3,
  // stands before the silent half bar, at -1; alone, before the silent bar line. It is half a beat
  // from its beat, and Witek's weights are -2 and -1 there, and 6 for silence.
  @Test func `the JSON, word for word`() throws {
    try folder.writePattern(
      "short", metre: "4/4", grid: "1/8", rows: "kick | X....... |\nsnare | ...X.... |")
    let outcome = try Jorga.run(["show", "short.pattern", "--measures", "--json"], in: folder)
    #expect(
      outcome.output == """
        {
          "measures" : {
            "balance" : 0.6173165676349103,
            "density" : "1/4",
            "evenness" : 0.9238795325112867,
            "keith" : 1,
            "lhl" : 2,
            "nPVI" : 50,
            "offBeatness" : 1,
            "onsets" : 2,
            "swing" : "1/2",
            "witek" : 7,
            "wnbd" : "1"
          },
          "voices" : {
            "kick" : {
              "balance" : 0,
              "density" : "1/8",
              "evenness" : 1,
              "keith" : 0,
              "lhl" : 0,
              "nPVI" : null,
              "offBeatness" : 0,
              "onsets" : 1,
              "swing" : "1/2",
              "witek" : 0,
              "wnbd" : "0"
            },
            "snare" : {
              "balance" : 0,
              "density" : "1/8",
              "evenness" : 1,
              "keith" : 1,
              "lhl" : 3,
              "nPVI" : null,
              "offBeatness" : 1,
              "onsets" : 1,
              "swing" : "1/2",
              "witek" : 7,
              "wnbd" : "2"
            }
          }
        }

        """)
  }

  private struct Listing: Decodable {
    let measures: [String: Entry?]
    let voices: [String: [String: Entry?]]
  }

  /// A number, or a ratio as a fraction in text.
  private enum Entry: Decodable {
    case number(Double)
    case ratio(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .ratio(text)
      } else {
        self = .number(try container.decode(Double.self))
      }
    }

    var isFraction: Bool {
      guard case .ratio(let text) = self else { return false }
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      return (1...2).contains(parts.count) && parts.allSatisfy { Int($0) != nil }
    }
  }

  private static let ratios: Set = ["density", "wnbd", "swing"]

  private static let keys: Set = [
    "onsets", "density", "offBeatness", "lhl", "keith", "wnbd", "witek", "evenness", "balance",
    "nPVI", "swing",
  ]

  /// Law: every rhythm can be measured, whatever its metre, and every key is there.
  @Test(arguments: [
    "korogly-chain", "aqsaq-qulan-chain", "bucimis", "tintal", "buleria", "ukg-2step-a", "silence",
  ])
  func `every rhythm has all keys`(name: String) throws {
    try folder.writePattern("silence", metre: "4/4", rows: "kick | .... |")
    let outcome = try Jorga.run(
      ["show", name, "--measures", "--json", "--patterns", "."], in: folder)
    let listing = try JSONDecoder().decode(Listing.self, from: Data(outcome.bytes))
    #expect(Set(listing.measures.keys) == Self.keys)
    #expect(!listing.voices.isEmpty)
    for voice in listing.voices.values { #expect(Set(voice.keys) == Self.keys) }
    for measures in [listing.measures] + listing.voices.values {
      for (key, entry) in measures {
        guard let entry else { continue }
        #expect(entry.isFraction == Self.ratios.contains(key), "\(key): \(entry)")
      }
    }
  }

  @Test func `a rhythm that is too fine for a grid is refused`() throws {
    let outcome = try Jorga.run(["show", "bd*61, sd*67, hh*71", "--measures"], in: folder)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.hasSuffix(
        "this divides time too finely\nuse speeds, weights and step counts with fewer digits\n"))
  }

  @Test func `measures and events are two lists`() throws {
    let outcome = try Jorga.run(["show", "adai-bas", "--measures", "--events"], in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--measures and --events are two lists: ask for one of them"))
  }
}
