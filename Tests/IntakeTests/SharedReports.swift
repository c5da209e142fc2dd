import Foundation

/// Amazon's own files, which lie beside the project where they do; `../shared/data/README.md` says where they are from.
enum SharedReports {
  private static let folder: URL = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appendingPathComponent("../shared/data/amazon").standardizedFileURL
  }()

  static var areThere: Bool { bytes("performance-v2-example.json") != nil }

  static func bytes(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init)
  }

  /// The names of the properties below a marketplace's figures in the schema.
  static func metricNames() -> [String] {
    let schema = bytes("performance-v2-schema.json").flatMap {
      try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
    let all = (schema ?? [:])["properties"] as? [String: Any]
    let metrics = (all?["performanceMetrics"] as? [String: Any])?["items"] as? [String: Any]
    return ((metrics?["properties"] as? [String: Any]) ?? [:]).keys.sorted()
  }
}
