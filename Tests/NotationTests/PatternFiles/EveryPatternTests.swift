import Music
import Notation
import TestSupport
import Testing

@Suite struct EveryPatternTests {
  @Test func `there are pattern files`() {
    #expect(!Repository.patternFiles.isEmpty)
  }

  @Test(arguments: Repository.patternFiles)
  func `every file is written back byte for byte`(path: String) throws {
    let text = try Repository.text(of: path)
    #expect(try Rhythm(parsing: text, name: path).patternFile() == text)
  }

  @Test(arguments: Repository.patternFiles)
  func `every file says whose it is and where it was found`(path: String) throws {
    let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
    let names = path.split(separator: "/").map(String.init)
    #expect(names == ["Patterns", rhythm.origin.region, "\(rhythm.origin.id).pattern"])
    #expect(!rhythm.origin.source.isEmpty && !rhythm.origin.name.isEmpty)
    #expect(rhythm.parts.contains { !$0.notes.isEmpty })
  }

  @Test(arguments: Repository.patternFiles)
  func `every note lies in its rhythm`(path: String) throws {
    let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
    for note in rhythm.parts.flatMap(\.notes) {
      #expect(note.onset < rhythm.beats)
    }
  }

  @Test(arguments: Repository.patternFiles)
  func `every voice is known`(path: String) throws {
    let rhythm = try Rhythm(parsing: Repository.text(of: path), name: path)
    for part in rhythm.parts { #expect(Voice.known[part.voice.name] != nil, "\(part.voice)") }
  }

  /// Law: the role of a voice that a rhythm or a kit of the library has was chosen for it.
  @Test(
    arguments: Repository.patternFiles + Repository.files(below: "Patterns/kits", ending: ".kit"))
  func `every voice has a role of its own`(path: String) throws {
    let text = try Repository.text(of: path)
    let voices =
      path.hasSuffix(".kit")
      ? Array(try Kit(parsing: text, name: path, over: .generalMIDI).byVoice.keys)
      : try Rhythm(parsing: text, name: path).parts.map(\.voice)
    for voice in voices { #expect(voice.hasOwnRole, "\(voice)") }
  }

  @Test(arguments: Repository.patternFiles)
  func `tags and ids are lower-case words`(path: String) throws {
    let origin = try Rhythm(parsing: Repository.text(of: path), name: path).origin
    for word in origin.tags + [origin.id] {
      let isPlain = word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
      #expect(isPlain, "\(word)")
    }
  }
}
