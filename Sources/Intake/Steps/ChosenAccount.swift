import ServiceDesk

/// Finds the account that a mail belongs to: by the marketplace id in it, by one of the seller's addresses, by the
/// marketplace that sent it; where there is only one account, it is that.
enum ChosenAccount {
  @Sendable static func apply(to reading: inout MailReading) {
    reading.account = choose(reading)
  }

  private static func choose(_ reading: MailReading) -> IntakeAccount? {
    if reading.accounts.count == 1 { return reading.accounts.first }
    if let id = reading.mail.headers["x-marketplace-id"],
      let named = reading.accounts.first(where: { $0.account.settings.marketplaceIDs?.contains(id) ?? false })
    {
      return named
    }
    var addresses = reading.mail.to.map { $0.address.lowercased() }
    addresses.append(reading.sender)
    if let delivered = reading.mail.headers["delivered-to"] { addresses.append(delivered.lowercased()) }
    let addressed = reading.accounts.filter { $0.account.addresses.contains { addresses.contains($0) } }
    if addressed.count == 1 { return addressed.first }
    guard let marketplace = reading.marketplace else { return nil }
    let pool = addressed.isEmpty ? reading.accounts : addressed
    let onMarketplace = pool.filter { $0.profile.senders == marketplace.senders }
    return onMarketplace.count == 1 ? onMarketplace.first : nil
  }
}
