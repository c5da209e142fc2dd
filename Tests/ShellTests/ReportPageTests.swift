import Foundation
import TestSupport
import Testing

/// The page as a browser lays it out: headless Chromium, where it is installed.
@Suite("The report's page", .enabled(if: Browser.path != nil, "chromium-headless-shell is not installed"))
struct ReportPageTests {
  private static func desk() throws -> DeskSession {
    let desk = try DeskSession()
    desk.now = Date(timeIntervalSince1970: 1_772_442_000)
    let files = SourceTree.transcripts + "/desks"
    for line in [
      "account add shop --profile amazon", "import orders \(files)/audit-orders.csv",
      "import feedback \(files)/audit-feedback.csv", "import claims \(files)/audit-claims.csv",
      "import violations \(files)/audit-notices.csv", "import messages \(files)/three.csv",
      "resolve 114-0000001-0000001 refunded --cause carrier-delay --cost \"12.50 EUR\"",
    ] {
      let result = desk.run(line)
      #expect(result.code == 0, "\(line): \(result.text)")
    }
    return desk
  }

  @Test(
    "Nothing overflows, nothing is loaded, nothing fails, on a telephone and on a wide screen", arguments: [400, 1600])
  func layout(width: Int) throws {
    let desk = try Self.desk()
    let file = desk.folder.path + "/report.html"
    #expect(desk.run("report \(file)").code == 0)
    let found = try Browser.measure(
      try String(contentsOfFile: file, encoding: .utf8), width: width, in: desk.folder.path)
    #expect(found == ["width \(width) of \(width)", "sections 9", "outside 0", "faults 0", "unnamed charts 0"])
  }

  @Test("A plan's page fits a telephone and a wide screen too", arguments: [400, 1600])
  func plan(width: Int) throws {
    let desk = try Self.desk()
    #expect(desk.run("plan new poa order-defect-rate").code == 0)
    let file = desk.folder.path + "/plan.html"
    #expect(desk.run("plan export 1 \(file)").code == 0)
    let found = try Browser.measure(
      try String(contentsOfFile: file, encoding: .utf8), width: width, in: desk.folder.path)
    #expect(found.first == "width \(width) of \(width)")
    #expect(found.contains("outside 0") && found.contains("faults 0"))
  }

  @Test("Buyers stay out of report, plan and figures, whatever was imported")
  func personalData() throws {
    let desk = try Self.desk()
    let file = desk.folder.path + "/report.html"
    #expect(desk.run("report \(file)").code == 0)
    #expect(desk.run("plan new poa order-defect-rate").code == 0)
    let written = [
      try String(contentsOfFile: file, encoding: .utf8), desk.run("plan show 1").text,
      desk.run("plan export 1 --as html").text,
      desk.run("report --json").text, desk.run("report metrics").text, desk.run("audit --json").text,
      desk.run("causes --json").text,
    ]
    for name in ["Ann Lee", "Ben Roe", "Cho Kim", "Eve Ray", "Hal Poe", "flickers", "three weeks"] {
      for text in written { #expect(!text.contains(name), "\(name)") }
    }
  }
}

/// A browser without a window.
enum Browser {
  static let path = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What a page of a width turns out to be: a line for each thing measured. The page is put into a frame, as it may
  /// run no script of its own.
  static func measure(_ page: String, width: Int, in folder: String) throws -> [String] {
    let inner = page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    let wrapper = """
      <!doctype html><meta charset="utf-8"><body style="margin:0">
      <iframe id="f" style="width:\(width)px;height:3000px;border:0" srcdoc="\(inner)"></iframe><pre id="out"></pre>
      <script>
      let faults = 0;
      addEventListener('error', () => faults++);
      document.getElementById('f').addEventListener('load', event => {
        const doc = event.target.contentDocument;
        const root = doc.documentElement;
        const outside = [...doc.querySelectorAll('body *')].filter(e => !e.closest('.table') && !e.closest('.skip')
          && e.getBoundingClientRect().right > root.clientWidth + 1).length;
        faults += doc.querySelectorAll('script, link, img, iframe, object').length;
        const unnamed = [...doc.querySelectorAll('svg')].filter(e => e.getAttribute('role') !== 'img' || !e.querySelector('desc')).length;
        document.getElementById('out').textContent = ['width ' + root.scrollWidth + ' of ' + root.clientWidth,
          'sections ' + doc.querySelectorAll('section').length, 'outside ' + outside, 'faults ' + faults,
          'unnamed charts ' + unnamed].join('\\n');
      });
      </script>
      """
    let file = folder + "/measure-\(width).html"
    try wrapper.write(toFile: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = [
      "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=2000,2000",
      "--user-data-dir=\(folder)/browser-\(width)",
      "--virtual-time-budget=3000", "--dump-dom", "file://\(file)",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard let start = dom.range(of: "<pre id=\"out\">"),
      let end = dom.range(of: "</pre>", range: start.upperBound..<dom.endIndex)
    else { return ["the browser gave nothing"] }
    return dom[start.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
  }
}
