/// Fetches pages from the web, and reads them as articles that can be filed.
///
/// Start at [WebArticleReader]. Whoever chooses an address chooses where this machine connects to,
/// so every connection goes through [WebFetcher]: public addresses only, each checked where the
/// socket connects and not when the name is resolved; redirects by hand; limits of size and time;
/// robots.txt.
///
/// Uses OkHttp, which the bot has for Telegram anyway: unlike the JDK's client it takes a socket
/// factory, and so can't be sent elsewhere by a second answer of a name server.
@NullMarked
package dev.verbatim.article.web;

import org.jspecify.annotations.NullMarked;
