package dev.verbatim;

import dev.verbatim.article.feed.FeedPoller;
import dev.verbatim.article.feed.FeedPoller.FeedState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// A health indicator of the feeds: what each has brought, and why one can't be read.
///
/// A feed that can't be read doesn't make the application unhealthy: what was filed is served.
@Component("feeds")
@Profile("!cli")
final class FeedsHealth implements HealthIndicator {

    private final FeedPoller feeds;

    FeedsHealth(FeedPoller feeds) {
        this.feeds = feeds;
    }

    @Override
    public Health health() {
        var health = Health.up();
        feeds.states().forEach(feed -> health.withDetail(feed.address(), details(feed)));
        return health.build();
    }

    private static Map<String, Object> details(FeedState feed) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", feed.name());
        details.put("articles", feed.articles());
        details.put("lastRead", feed.read().equals(Instant.EPOCH) ? "never" : feed.read());
        if (!feed.problem().isEmpty()) {
            details.put("problem", feed.problem());
        }
        return details;
    }
}
