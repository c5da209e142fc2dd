import HealthCore

/// An order as its item lines say it together.
struct OrderLines: GatheredRecord {
  var order: OrderFact
  /// What the lines' prices come to; nil where none has one, as with cancelled orders.
  var total: Amount?

  init(number: String) { order = OrderFact(number: number) }

  var facts: [IncomingFact] {
    var order = order
    order.total = total?.description
    return [.order(order)]
  }

  mutating func join(_ line: OrderLines) throws(IntakeFault) {
    let units = [order.units, line.order.units].compactMap(\.self)
    // Each item may be promised for another day; the order is late when the first of them is.
    let shipBy = [order.shipBy, line.order.shipBy].compactMap(\.self).min()
    var products = order.product.map { [$0] } ?? []
    if let another = line.order.product, !products.contains(another) { products.append(another) }
    order = order.updated(by: line.order)
    order.units = units.isEmpty ? nil : units.reduce(0, +)
    order.shipBy = shipBy
    order.product = products.isEmpty ? nil : products.joined(separator: ", ")
    if let more = line.total { try add(more) }
  }

  mutating func add(_ amount: Amount) throws(IntakeFault) {
    guard let total else { return total = amount }
    guard let sum = total.adding(amount) else { throw IntakeFault(reason: "its prices are too large to be added up") }
    self.total = sum
  }
}
