/// A small Bot API server: chats, users and messages in memory, and the HTTP interface that bots
/// use. It is faithful where bots go wrong: offsets and confirmation, concurrent long polls,
/// privacy mode, checked limits and entities, and the real server's error texts. It has the methods
/// that our bot calls; any other, and a parse mode, is refused by name.
///
/// Start at [FakeTelegram], which creates users and groups, and [BotApiServer], which opens it to
/// bots. `new FakeTelegram(clock)`, a [BotAccount], a [PersonAccount], [BotApiServer#start], and a
/// test talks to a bot within milliseconds. No framework is needed: the HTTP side is the JDK's
/// server, because a long poll holds its thread and a virtual thread costs nothing. Faults are
/// injected with [FaultInjector], calls and updates are observed with [BotApiServer#observeCalls]
/// and [FakeTelegram#observe], and [BotAccount#queueUpdate] queues an update that no user could
/// cause.
///
/// Messages are kept as the JSON trees that go over HTTP: this package is about that format, and a
/// second model of it could only differ from it. Each call is atomic: everything but waiting
/// happens under one lock. The package may use no other package of the project.
@NullMarked
package dev.verbatim.playground.botapi;

import org.jspecify.annotations.NullMarked;
