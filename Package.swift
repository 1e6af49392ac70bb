// swift-tools-version: 6.3

import PackageDescription

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "jorga",
  products: [
    .executable(name: "jorga", targets: ["Command"]),
    .library(name: "Jorga", targets: ["Jorga"]),
    .library(name: "JorgaLive", targets: ["Playback", "ALSA"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .target(name: "Music"),
    .target(name: "Notation", dependencies: ["Music"]),
    .target(name: "Composer", dependencies: ["Music"]),
    .target(name: "MIDI", dependencies: ["Music"]),
    .target(name: "Playback", dependencies: ["Music", "MIDI"]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CALSA", pkgConfig: "alsa", providers: [.apt(["libasound2-dev"])]),
    .target(name: "ALSA", dependencies: ["CALSA", "Playback", "MIDI", "Music"]),
    .target(name: "Drawing", dependencies: ["Music", "Notation"]),
    .target(name: "Scores", dependencies: ["Music", "Notation", "Composer"]),
    .target(
      name: "Jorga",
      dependencies: ["Music", "Notation", "Composer", "Scores", "MIDI", "Playback"]),
    .executableTarget(
      name: "Command",
      dependencies: [
        "Music", "Notation", "Composer", "Scores", "MIDI", "Drawing", "Playback", "ALSA", "CLinux",
        argumentParser,
      ]),
    .executableTarget(name: "AlmatyNights", dependencies: ["Jorga"], path: "Examples/Swift"),
    .target(name: "BlendBenchmark", dependencies: ["Music", "Composer"]),
    .executableTarget(
      name: "Benchmark",
      dependencies: ["Music", "Notation", "Composer", "Scores", "MIDI", "BlendBenchmark"]),

    .target(
      name: "TestSupport", dependencies: ["Music", "Notation", "MIDI"], path: "Tests/TestSupport"),
    .testTarget(name: "MusicTests", dependencies: ["Music", "TestSupport"]),
    .testTarget(name: "NotationTests", dependencies: ["Music", "Notation", "TestSupport"]),
    .testTarget(
      name: "ComposerTests", dependencies: ["Music", "Notation", "Composer", "TestSupport"]),
    .testTarget(
      name: "ScoresTests",
      dependencies: ["Music", "Notation", "Composer", "Scores", "MIDI", "TestSupport"]),
    .testTarget(name: "JorgaTests", dependencies: ["Jorga", "TestSupport"]),
    .testTarget(
      name: "MIDITests", dependencies: ["Music", "Notation", "Composer", "MIDI", "TestSupport"]),
    .testTarget(
      name: "BlendBenchmarkTests",
      dependencies: ["BlendBenchmark", "Music", "Composer", "Notation", "TestSupport"]),
    .testTarget(
      name: "DrawingTests", dependencies: ["Music", "Notation", "Drawing", "TestSupport"]),
    .testTarget(name: "PlaybackTests", dependencies: ["Playback", "Music", "MIDI", "TestSupport"]),
    .testTarget(
      name: "ALSATests", dependencies: ["ALSA", "Playback", "Music", "MIDI", "TestSupport"]),
    .testTarget(name: "MIDIFileTests", dependencies: ["Music", "MIDI", "TestSupport"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Command", "Music", "Notation", "Composer", "MIDI", "Playback", "ALSA", "TestSupport",
      ]),
  ])

// Built on demand, as libFuzzer brings a main function of its own: see .ci/fuzz.
if Context.environment["JORGA_FUZZ"] != nil {
  package.targets += [
    .executableTarget(
      name: "FuzzFiles", dependencies: ["MIDI", "TestSupport"], path: "Tests/Fuzz/Files",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "FuzzScores", dependencies: ["Music", "Notation", "Scores"],
      path: "Tests/Fuzz/Scores", swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
  ]
}

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .treatAllWarnings(as: .error),
    ]
}
