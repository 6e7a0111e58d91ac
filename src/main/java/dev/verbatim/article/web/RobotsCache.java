package dev.verbatim.article.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// A cache of the robots.txt files of sites. A file that isn't there allows everything; a site that
/// can't say allows nothing, until it can (RFC 9309). Thread-safe.
final class RobotsCache {

    // The longest that RFC 9309 allows; a site in trouble is asked again sooner.
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_IN_TROUBLE = Duration.ofMinutes(1);
    private static final int MAX_SITES = 500;

    private static final FetchResult.Failed DISALLOWED =
            FetchResult.Failed.of(
                    "may not be fetched by programs, as its robots.txt says",
                    "Send the article as a file or as a text");

    private final String crawler;
    private final Clock clock;
    private final Function<HttpUrl, FetchResult> fetch;

    private final Map<String, Known> sites =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                    return size() > MAX_SITES;
                }
            };

    /// @param failure why there is no file, where the site can't say
    private record Known(RobotsRules rules, Optional<FetchResult.Failed> failure, Instant until) {}

    RobotsCache(String crawler, Clock clock, Function<HttpUrl, FetchResult> fetch) {
        this.crawler = crawler;
        this.clock = clock;
        this.fetch = fetch;
    }

    /// Why an address may not be fetched; empty when it may. Asks the site when it isn't known what
    /// it says.
    Optional<FetchResult.Failed> refusal(HttpUrl url) {
        HttpUrl file = url.newBuilder().encodedPath("/robots.txt").query(null).build();
        String query = url.encodedQuery();
        String path = url.encodedPath() + (query == null ? "" : "?" + query);
        Known site = site(file);
        return site.failure()
                .or(() -> site.rules().allows(path) ? Optional.empty() : Optional.of(DISALLOWED));
    }

    private Known site(HttpUrl file) {
        Known known = get(file.toString());
        if (known != null && known.until().isAfter(clock.instant())) {
            return known;
        }
        Known asked = ask(file);
        put(file.toString(), asked);
        return asked;
    }

    private synchronized @Nullable Known get(String site) {
        return sites.get(site);
    }

    private synchronized void put(String site, Known known) {
        sites.put(site, known);
    }

    private Known ask(HttpUrl file) {
        Instant now = clock.instant();
        return switch (fetch.apply(file)) {
            case FetchResult.Fetched fetched -> {
                RobotsRules rules = RobotsRules.parse(fetched.body().utf8(), crawler);
                yield new Known(rules, Optional.empty(), now.plus(KEPT));
            }
            case FetchResult.Failed failed when failed.status() / 100 == 4 ->
                    new Known(RobotsRules.ALLOW_ALL, Optional.empty(), now.plus(KEPT));
            case FetchResult.Failed failed ->
                    new Known(
                            RobotsRules.ALLOW_ALL, Optional.of(failed), now.plus(KEPT_IN_TROUBLE));
            case FetchResult.NotModified _ ->
                    throw new IllegalStateException("an unconditional request");
        };
    }
}
