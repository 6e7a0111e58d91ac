/// The playground: simulated chats and users, and a page to talk to the bot in a browser, without a
/// token.
///
/// Start at [Playground]. The bot is the one that runs on Telegram, with the same client and over
/// HTTP; only the server is simulated (`playground.botapi`). The package may use no other package
/// of the project, so it can't cheat: suggestions and the restart are handed in, and everything
/// else goes over HTTP.
///
/// The page is static files and server-sent events, served to this machine only. A foreign page in
/// the same browser must not be able to act here: see [LoopbackOnlyFilter].
@NullMarked
package dev.verbatim.playground;

import org.jspecify.annotations.NullMarked;
