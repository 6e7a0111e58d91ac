package dev.verbatim;

import dev.verbatim.reader.PassageReader;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/// How many questions passages were read for and how long that took, and how many were answered
/// from retrieval alone because there was too much to do.
record ReaderMetrics(PassageReader reader) implements MeterBinder {

    private static final String NAME = "verbatim.readings";

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(NAME, reader, PassageReader::questionsRead)
                .tag("outcome", "read")
                .description("Questions that passages were read for")
                .register(registry);
        FunctionTimer.builder(
                        NAME + ".time",
                        reader,
                        PassageReader::questionsRead,
                        PassageReader::nanosRead,
                        TimeUnit.NANOSECONDS)
                .description("How long the passages of a question were read")
                .register(registry);
        FunctionCounter.builder(NAME, reader, PassageReader::questionsRejected)
                .tag("outcome", "busy")
                .description("Questions answered from retrieval alone: there was too much to read")
                .register(registry);
    }
}
