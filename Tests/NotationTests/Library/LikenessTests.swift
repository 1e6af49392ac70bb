import Music
import Notation
import TestSupport
import Testing

/// How the rhythms of the library lie to each other.
@Suite struct LikenessTests {
  private static let rhythms: [Rhythm] =
    (try? Library(folders: ["\(Repository.root)/Patterns"]))?.rhythms().read ?? []

  private static let outlines: [String: Outline] = rhythms.reduce(into: [:]) { outlines, rhythm in
    outlines[rhythm.origin.id] = try? Outline(rhythm)
  }

  /// The ids of all other rhythms, the nearest first; equally near ones in order of their ids.
  private func neighbours(of id: String) throws -> [(id: String, distance: Fraction)] {
    let outline = try #require(Self.outlines[id])
    let others = try Self.outlines.filter { $0.key != id }.map { other in
      (id: other.key, distance: try outline.distance(to: other.value))
    }
    return others.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
  }

  @Test func `every rhythm has an outline, and is nearest to itself`() throws {
    #expect(Self.outlines.count == Repository.patternFiles.count)
    for outline in Self.outlines.values { #expect(try outline.distance(to: outline) == 0) }
  }

  /// Law: what is as near as a rhythm to itself has the same outline, or repeats it in more bars.
  @Test(arguments: [
    "aijan-qyz-a", "adai-bas", "house-classic", "bembe-bell", "tango-332", "zhyr-8",
  ])
  func `only the same onsets are at no distance`(id: String) throws {
    let bars = Dictionary(uniqueKeysWithValues: Self.rhythms.map { ($0.origin.id, $0.bars.count) })
    let same = try neighbours(of: id).prefix { $0.distance == 0 }.map(\.id)
    #expect(same.allSatisfy { Self.outlines[$0] == Self.outlines[id] || bars[$0] != bars[id] })
  }

  /// Each of these has its own variant nearer than any other rhythm of the library.
  @Test(arguments: [
    ("clave-son-32", "clave-rumba-32"), ("clave-son-23", "clave-rumba-23"),
    ("clave-rumba-32", "clave-son-32"), ("clave-rumba-23", "clave-son-23"),
    ("korogly-7-223", "korogly-7-43"),
  ])
  func `a variant is the nearest other rhythm`(id: String, variant: String) throws {
    #expect(try neighbours(of: id).first?.id == variant)
  }

  /// Law: the members of a family are on average nearer to each other than to the rest.
  @Test(arguments: [
    "house", "techno", "break", "hiphop", "dnb", "korogly", "balbyrauyn", "trance", "ukg",
  ])
  func `families stay together`(family: String) throws {
    let members = Self.outlines.keys.filter { $0.hasPrefix("\(family)-") }
    #expect(members.count > 1)
    var (kin, strangers): ([Double], [Double]) = ([], [])
    for member in members {
      for other in try neighbours(of: member) {
        if members.contains(other.id) {
          kin.append(other.distance.approximation)
        } else {
          strangers.append(other.distance.approximation)
        }
      }
    }
    let (near, far) = (
      kin.reduce(0, +) / Double(kin.count), strangers.reduce(0, +) / Double(strangers.count)
    )
    #expect(near < 0.8 * far, "\(near) within, \(far) without")
  }
}
