import Foundation

/// How many columns a character takes.
struct CharacterWidth {
  private let locale: locale_t
  private let wcwidth: @convention(c) (wchar_t) -> Int32

  // Never changed once it is made; glibc lets every thread use a locale at the same time.
  private nonisolated(unsafe) static let shared = CharacterWidth()

  private init() {
    // Glibc's wcwidth is hidden from Swift, as an extension of X/Open, but it is there.
    guard let symbol = dlsym(nil, "wcwidth"), let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else {
      fatalError("no wcwidth, or no locale C.UTF-8: how wide characters are can't be known")
    }
    wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
    self.locale = locale
  }

  /// 0, 1 or 2, as glibc has it in the locale C.UTF-8; 1 for what it doesn't know.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    // Only for this thread and only now: the locale of the process belongs to what is tested in it.
    let before = uselocale(shared.locale)
    defer { uselocale(before) }
    let width = shared.wcwidth(wchar_t(bitPattern: scalar.value))
    return width < 0 ? 1 : Int(width)
  }
}
