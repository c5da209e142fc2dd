/// Which web addresses belong to an order.
enum Hosts {
  /// Carriers' own, each with its subdomains and countries.
  private static let carriers = [
    "ups", "fedex", "usps", "dhl", "dpd", "gls", "gls-group", "hermesworld", "myhermes", "evri", "royalmail",
    "parcelforce", "laposte", "colissimo", "chronopost", "mondialrelay", "correos", "seur", "mrw", "nacex", "tnt",
    "sf-express", "ems", "canadapost", "postescanada", "auspost", "ontrac", "lasership", "purolator", "yodel",
    "deutschepost", "post", "poste", "postnl", "bpost", "postnord", "17track", "yto", "zto", "sto", "yunda", "cainiao",
    "yuntrack", "4px", "aramex", "swisspost", "inpost", "packeta", "dachser", "dbschenker", "gofo", "amazonlogistics",
    "correosexpress", "ctt", "yunexpress", "jdl", "dpdgroup", "trackyourparcel", "colisprive", "relaiscolis",
  ]

  static func isCarrier(_ host: String) -> Bool {
    name(of: host).map { carriers.contains($0) } ?? false
  }

  static func isAmazon(_ host: String) -> Bool { name(of: host) == "amazon" }

  /// Amazon's pages about orders, returns and help: not the shelves.
  static func isAmazonOrderPage(_ link: Link) -> Bool {
    guard isAmazon(link.host) else { return false }
    let path = link.path
    if path.isEmpty || path == "/" { return true }
    let shelves = ["/stores", "/shops", "/dp/", "/s?", "/s/", "/gp/product", "/gp/aw/d", "/deal", "/sp?", "/b?", "/b/"]
    let reviews = ["/review", "/product-reviews", "/gp/customer-reviews"]
    return !shelves.contains { path.hasPrefix($0) } && !path.contains("/dp/")
      && !reviews.contains { path.hasPrefix($0) }
  }

  /// "ups" of "www.ups.com", "amazon" of "sellercentral.amazon.co.uk".
  private static func name(of host: String) -> String? {
    var labels = host.split(separator: ".").map(String.init)
    guard labels.count >= 2 else { return nil }
    labels.removeLast()
    if labels.count >= 2, ["co", "com", "org", "net"].contains(labels[labels.count - 1]) { labels.removeLast() }
    return labels.last
  }
}
