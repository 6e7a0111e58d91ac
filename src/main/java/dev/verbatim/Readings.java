package dev.verbatim;

import dev.verbatim.reader.Reader;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/// How many questions passages were read for, and how many were answered from retrieval alone
/// because there was too much to do, as counters.
record Readings(Reader reader) implements MeterBinder {

    private static final String NAME = "verbatim.readings";

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(NAME, reader, Reader::questionsRead)
                .tag("outcome", "read")
                .description("Questions that passages were read for")
                .register(registry);
        FunctionCounter.builder(NAME, reader, Reader::questionsTurnedAway)
                .tag("outcome", "busy")
                .description("Questions answered from retrieval alone: there was too much to read")
                .register(registry);
    }
}
