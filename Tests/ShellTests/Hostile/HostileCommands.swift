import ArgumentParser

@testable import Shell

/// What is typed on the hostile desk: at least one line for every command of the tree, by its name.
///
/// POISON stands for a quoted word of poison, TMP for the desk's folder.
enum HostileCommands {
  static let lines: [String: [String]] = [
    "queue": ["queue --all", "queue POISON", "queue text:POISON", "queue due:POISON", "queue @POISON"],
    "next": ["next", "next buyer:POISON"],
    "show": ["show 1", "show 2", "show 3", "show 5", "show 20", "show mail", "show POISON"],
    "find": ["find lamp", "find owned", "find POISON", "find lamp tag:POISON"],
    "explain": ["explain 1", "explain 2", "explain POISON"],
    "note": ["note 1 POISON", "note POISON x"],
    "tag": ["tag 1 +POISON", "tag POISON +x", "tag 1 POISON"],
    "assign": ["assign 1 POISON", "assign POISON me"],
    "snooze": ["snooze 1 POISON", "snooze 1 2h"],
    "priority": ["priority 1 POISON", "priority 1 high"],
    "merge": ["merge 6 7", "merge POISON 1"],
    "link": ["link 1 POISON", "link POISON 1"],
    "history": ["history 1", "history 2", "history 4", "history POISON"],
    "undo": ["undo"],
    "responses list": ["responses list", "responses list POISON", "responses list --language POISON"],
    "responses show": ["responses show hostile", "responses show hostile --case 1", "responses show POISON"],
    "responses check": ["responses check"],
    "responses fields": ["responses fields", "responses fields --case 1"],
    "responses new": ["responses new POISON --from TMP/x", "responses new x --from POISON"],
    "responses edit": ["responses edit POISON", "responses edit hostile --language POISON"],
    "responses stats": ["responses stats"],
    "responses export": ["responses export", "responses export POISON"],
    "responses import": ["responses import POISON", "responses import \"TMP/messages\u{1B}[31m.jsonl\""],
    "suggest": ["suggest 1", "suggest --text POISON", "suggest --evaluate POISON"],
    "reply": [
      "reply 1 hostile", "reply 1 hostile --set gift=POISON", "reply 1 POISON", "reply 6 --text POISON",
      "reply 6 hostile --set POISON=x", "reply 1 thanks",
    ],
    "drafts": ["drafts"],
    "send": ["send 1", "send POISON"],
    "outbox list": ["outbox list --all", "outbox list"],
    "outbox retry": ["outbox retry POISON", "outbox retry 1"],
    "outbox cancel": ["outbox cancel POISON", "outbox cancel 1"],
    "outbox mark-sent": ["outbox mark-sent POISON", "outbox mark-sent 1"],
    "no-reply": ["no-reply 8 --reason POISON", "no-reply POISON --reason x"],
    "resolve": ["resolve 9 POISON", "resolve 9 refunded --cause POISON --note POISON --cost POISON"],
    "reopen": ["reopen 4", "reopen POISON"],
    "timers": ["timers", "timers POISON"],
    "compliance": [
      "compliance", "compliance --by response", "compliance --by agent", "compliance account:POISON",
      "compliance tag:POISON",
    ],
    "watch": ["watch", "watch POISON"],
    "check": ["check", "check --due-within POISON", "check --min-rate POISON"],
    "policy": ["policy --text POISON --profile amazon", "policy POISON", "policy --text x --profile POISON"],
    "health": ["health", "health --all", "health --account POISON"],
    "metric": ["metric order-defect-rate --cases", "metric late-shipment-rate --cases", "metric POISON"],
    "headroom": ["headroom"],
    "forecast": ["forecast"],
    "whatif": ["whatif POISON", "whatif claim on order POISON", "whatif 3 more orders"],
    "alerts": ["alerts --all"],
    "reconcile": ["reconcile"],
    "standing": ["standing", "standing set POISON", "standing set at-risk --note POISON"],
    "feedback list": ["feedback list --all", "feedback list POISON"],
    "feedback show": ["feedback show 1", "feedback show 2", "feedback show 3", "feedback show POISON"],
    "feedback ask": ["feedback ask 1 --despite POISON", "feedback ask 2 --despite POISON", "feedback ask POISON"],
    "feedback follow-up": ["feedback follow-up", "feedback follow-up --prepare"],
    "feedback ground": ["feedback ground --text POISON --profile amazon", "feedback ground POISON"],
    "audit": ["audit"],
    "review walk": ["review"],
    "review done": ["review done lamps --note POISON", "review done POISON"],
    "review tasks": ["review tasks"],
    "review every": ["review every POISON 7d", "review every lamps POISON"],
    "review history": ["review history"],
    "causes": [
      "causes", "causes lost", "causes POISON", "causes --by carrier", "causes --by product", "causes --by POISON",
      "causes --carrier POISON",
    ],
    "plan list": ["plan"],
    "plan new": ["plan new poa order-defect-rate --days 60 --notice 1", "plan new POISON x", "plan new poa POISON"],
    "plan show": ["plan show 1", "plan show 1 --versions", "plan show POISON"],
    "plan edit": ["plan edit 1 --from POISON", "plan edit 1"],
    "plan check": ["plan check 1", "plan check POISON"],
    "plan export": [
      "plan export 1 --as markdown", "plan export 1 --as html", "plan export 1 --as print", "plan export 1 --as text",
      "plan export 1 --as POISON",
    ],
    "plan start": ["plan start 1"],
    "plan progress": ["plan progress 1"],
    "plan close": ["plan close 1"],
    "report": ["report", "report health", "report metrics", "report TMP/report.html", "report POISON"],
    "account add": ["account add POISON --profile plain", "account add x --profile POISON"],
    "account list": ["account list"],
    "account set": ["account set shop POISON x", "account set shop zone POISON", "account set POISON shop x"],
    "account rules": ["account rules plain", "account rules \"hostile\u{1B}[31m\"", "account rules POISON"],
    "import": ["import mail POISON", "import POISON x", "import orders TMP/none --map POISON", "import messages TMP"],
    "export": [
      "export everything", "export cases", "export messages", "export orders", "export feedback", "export claims",
      "export violations", "export examples", "export everything --masked", "export messages POISON", "export POISON",
      "export orders --output TMP/POISON",
    ],
    "backup": ["backup TMP/b.backup", "backup TMP", "backup TMP/none/POISON"],
    "restore": ["restore TMP/none", "restore POISON", "restore TMP/b.backup"],
    "purge": ["purge --dry-run", "purge"],
    "verify": ["verify"],
    "demo": ["demo"],
    "use": ["use 1", "use POISON"],
    "set": ["set", "set POISON x", "set prompt POISON", "set filter.hostile"],
    "alias": ["alias", "alias POISON queue", "alias hostile", "hostile"],
    "notices": ["notices"],
    "quit": ["quit POISON", "quit"],
    "completions": [
      "completions bash", "completions candidates -- queue tag:", "completions candidates -- reply 1 ",
      "completions candidates -- show \"\"", "completions candidates -- account add x --profile \"\"",
      "completions candidates -- import mail TMP/", "completions candidates -- \"\"",
    ],
    "manual": ["manual"],
    "help": ["help", "help POISON", "POISON", "\"unclosed \u{1B}[31m", "queue --POISON", "queue --format POISON"],
  ]

  /// The commands of the tree that do something, by what is typed for them.
  static let names: [String] =
    Replywell.commands.flatMap { command -> [String] in
      let name = command.configuration.commandName ?? ""
      let parts = command.configuration.subcommands
      return parts.isEmpty ? [name] : parts.map { "\(name) \($0.configuration.commandName ?? "")" }
    } + ["help"]
}
