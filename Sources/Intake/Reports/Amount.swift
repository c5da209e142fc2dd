/// An amount of money, exactly: so many of the smallest unit that it was written with.
struct Amount: Equatable, CustomStringConvertible {
  private var units: Int
  /// How many digits stand behind the point.
  private var places: Int

  /// Reads `1234.50`, `0`, `1000`; nil for signs, separators of thousands, and over 12 digits before or 6 behind the
  /// point.
  init?(_ text: String) {
    var units = 0
    var wholeDigits = 0
    var places: Int?
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), places == nil, wholeDigits > 0 {
        places = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      if let digits = places { places = digits + 1 } else { wholeDigits += 1 }
      guard wholeDigits <= 12, places ?? 0 <= 6 else { return nil }
      units = units * 10 + Int(byte - UInt8(ascii: "0"))
    }
    guard wholeDigits > 0, places != 0 else { return nil }
    self.units = units
    self.places = places ?? 0
  }

  var isZero: Bool { units == 0 }

  /// Nil where the sum is too large to be held.
  func adding(_ other: Amount) -> Amount? {
    guard places == other.places else {
      return places < other.places ? widened(to: other.places)?.adding(other) : other.adding(self)
    }
    let (sum, overflows) = units.addingReportingOverflow(other.units)
    var total = self
    total.units = sum
    return overflows ? nil : total
  }

  private func widened(to wider: Int) -> Amount? {
    var wide = self
    while wide.places < wider {
      let (tenfold, overflows) = wide.units.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      (wide.units, wide.places) = (tenfold, wide.places + 1)
    }
    return wide
  }

  var description: String {
    let digits = String(units)
    guard places > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
