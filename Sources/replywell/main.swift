import Mail
import Foundation
let d = FileManager.default.contents(atPath: CommandLine.arguments[1])!
let t = ContinuousClock().now
var n = 0
for _ in 0..<20000 { d.withUnsafeBytes { if let m = MailReader.read($0) { n += m.text.utf8.count } } }
print(n, ContinuousClock().now - t)
