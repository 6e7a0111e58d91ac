/// The playground: chats, people and a page to talk to the bot in a browser, with no token and
/// nobody else around.
///
/// Start at [Playground]. The bot on the other side is the one that runs on Telegram, with the same
/// client and over HTTP; only the server is ours (`playground.botapi`). This package uses none of
/// our others, so it can't cheat: what the bot should suggest or do is handed in, or asked of it
/// over the wire.
///
/// The page is static files and server-sent events, served to this machine only. A page of somebody
/// else's, open in the same browser, must not be able to act here: see [LoopbackOnlyFilter].
@NullMarked
package dev.verbatim.playground;

import org.jspecify.annotations.NullMarked;
