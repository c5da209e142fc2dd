// swift-tools-version: 6.1
import PackageDescription

let rooms: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let package = Package(
  name: "replywell",
  products: [.executable(name: "replywell", targets: ["replywell"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    // Opened when they are first used, so nothing of them is linked: Sources/CGMime/shim.h says why.
    .systemLibrary(name: "CGMime", providers: [.apt(["libgmime-3.0-0"])]),
    .systemLibrary(name: "CLibXML2", providers: [.apt(["libxml2"])]),
    .target(name: "CLanguage"),
    .target(name: "LineEditor", dependencies: ["CEditline"], swiftSettings: rooms),
    .target(name: "Mail", dependencies: ["CGMime", "CLibXML2"], swiftSettings: rooms),
    .target(name: "HealthCore", swiftSettings: rooms),
    .target(
      name: "ServiceDesk",
      dependencies: ["Yams", .product(name: "Mustache", package: "swift-mustache")], swiftSettings: rooms),
    .target(
      name: "Marketplaces", dependencies: ["HealthCore", "ServiceDesk", "Yams"],
      resources: [.embedInCode("Profiles")], swiftSettings: rooms),
    .target(
      name: "Intake", dependencies: ["Mail", "HealthCore", "ServiceDesk", "Marketplaces", "CLanguage"],
      swiftSettings: rooms),
    .target(
      name: "DeskStore",
      dependencies: [
        "HealthCore", "ServiceDesk", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: rooms),
    .target(name: "Reviews", dependencies: ["HealthCore", "ServiceDesk"], swiftSettings: rooms),
    .target(name: "Outbox", dependencies: ["Mail", "ServiceDesk"], swiftSettings: rooms),
    .target(
      name: "Shell",
      dependencies: [
        "LineEditor", "Mail", "HealthCore", "ServiceDesk", "Marketplaces", "Intake", "DeskStore", "Outbox", "Reviews",
        "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], resources: [.embedInCode("Demo/messages.jsonl"), .embedInCode("Completing/Scripts")], swiftSettings: rooms),
    .executableTarget(
      name: "replywell", dependencies: ["Shell"], swiftSettings: rooms),
    .target(
      name: "TestSupport", dependencies: ["DeskStore", "ServiceDesk", "Shell"], path: "Tests/TestSupport",
      // Compiled by the tests that preload it into the program.
      exclude: ["faults.c"]),
    .testTarget(name: "ServiceDeskTests", dependencies: ["ServiceDesk"], exclude: ["PolicyTables", "GroundTables"]),
    .testTarget(name: "HealthCoreTests", dependencies: ["HealthCore"]),
    .testTarget(name: "MarketplacesTests", dependencies: ["Marketplaces", "HealthCore", "ServiceDesk"]),
    .testTarget(name: "ReviewsTests", dependencies: ["Reviews", "HealthCore", "ServiceDesk"]),
    .testTarget(name: "LineEditorTests", dependencies: ["LineEditor"]),
    .testTarget(name: "MailTests", dependencies: ["Mail", "CGMime"]),
    .testTarget(name: "IntakeTests", dependencies: ["Intake", "HealthCore", "Mail", "Marketplaces", "ServiceDesk"]),
    .testTarget(name: "OutboxTests", dependencies: ["Outbox", "Mail", "ServiceDesk"]),
    .testTarget(
      name: "DeskStoreTests",
      dependencies: [
        "DeskStore", "ServiceDesk", "HealthCore", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Fixtures"]),
    .testTarget(
      name: "ShellTests",
      dependencies: ["Shell", "DeskStore", "Intake", "Marketplaces", "ServiceDesk", "TestSupport", "replywell"],
      path: "Tests/ShellTests"),
  ],
  swiftLanguageModes: [.v6]
)
