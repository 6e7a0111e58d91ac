package dev.verbatim;

import dev.verbatim.retrieval.PassageIndex;
import java.io.UncheckedIOException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// A health indicator for the search: whether passages can be found now. While they can't,
/// questions wait.
@Component("search")
final class SearchHealth implements HealthIndicator {

    private final PassageIndex index;

    SearchHealth(PassageIndex index) {
        this.index = index;
    }

    @Override
    public Health health() {
        try {
            return Health.up().withDetail("passages", index.passages()).build();
        } catch (UncheckedIOException e) {
            return Health.down().withDetail("problem", String.valueOf(e.getMessage())).build();
        }
    }
}
