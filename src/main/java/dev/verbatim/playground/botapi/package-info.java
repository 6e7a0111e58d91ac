/// A Bot API server in small: chats, people and messages in memory, and the HTTP interface that
/// bots use, faithful where bots go wrong: offsets and confirmation, long polls that end one
/// another, privacy mode, limits and entities that are checked, and the real server's error texts.
///
/// Start at [FakeTelegram], where people write and groups are made, and [BotApiServer], which opens
/// it to bots. `new World(clock)`, a [BotAccount], a [PersonAccount], [BotApiServer#start], and a
/// test can talk to a bot within milliseconds: no framework is needed, and the HTTP side is the
/// JDK's own server, because a long poll holds its thread and a virtual thread costs nothing.
///
/// Messages are kept as the JSON trees that go over the wire: the wire is what this is about, and a
/// second model of it would only be a place to be wrong in. What one call does, no other call sees
/// half of: everything happens under the world's lock but waiting.
@NullMarked
package dev.verbatim.playground.botapi;

import org.jspecify.annotations.NullMarked;
