import ServiceDesk
import Testing

@Suite struct ThanksTests {
  @Test(
    "plain thanks are told",
    arguments: [
      "Thank you!", "thx, great service", "Danke, alles gut angekommen.", "谢谢", "Merci beaucoup !",
      "Thanks a lot, Dana",
    ])
  func thanks(_ text: String) { #expect(Thanks.isAll(text)) }

  @Test(
    "thanks with something more are no mere thanks",
    arguments: [
      "Thanks, but the lamp is broken.", "Thank you. When will it come?", "Danke, aber es fehlt noch eine Schraube.",
      "谢谢，请问什么时候发货？", "Where is my lamp", "", "Thank you for nothing, I still wait for my money",
    ])
  func more(_ text: String) { #expect(!Thanks.isAll(text)) }
}
