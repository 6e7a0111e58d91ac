package dev.verbatim;

import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.library.Library;
import dev.verbatim.retrieval.PassageIndex;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// A health indicator and gauges for the articles: what is served, and what is refused and why.
///
/// Refused files don't make the application unhealthy: the others are served, and so is the last
/// good version of a refused one.
@Component("articles")
final class ArticlesHealth implements HealthIndicator, MeterBinder {

    private final Library library;
    private final PassageIndex index;

    ArticlesHealth(Library library, PassageIndex index) {
        this.library = library;
        this.index = index;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("served", library.articles().size())
                .withDetail(
                        "refused",
                        library.refusals().stream().map(ValidationError::toString).toList())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("verbatim.articles.served", library, all -> all.articles().size())
                .description("Articles that questions are answered from")
                .register(registry);
        Gauge.builder("verbatim.articles.refused", library, all -> all.refusals().size())
                .description("Files that are not served in their present version")
                .register(registry);
        Gauge.builder("verbatim.passages", index, PassageIndex::passages)
                .description("Passages that questions are answered from")
                .register(registry);
    }
}
