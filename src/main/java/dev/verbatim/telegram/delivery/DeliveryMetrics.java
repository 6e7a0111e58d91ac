package dev.verbatim.telegram.delivery;

import io.micrometer.core.instrument.MeterRegistry;

/// The counters of delivery. No name and no tag says who asked, or what.
final class DeliveryMetrics {

    private final MeterRegistry registry;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void polled(boolean successfully) {
        registry.counter("verbatim.telegram.polls", "outcome", successfully ? "ok" : "failed")
                .increment();
    }

    /// An update that couldn't be read.
    void skipped() {
        registry.counter("verbatim.telegram.updates.skipped").increment();
    }

    /// An update that was read, but whose handling failed.
    void failed() {
        registry.counter("verbatim.telegram.updates.failed").increment();
    }

    /// An update that is given up.
    void parked() {
        registry.counter("verbatim.telegram.updates.parked").increment();
    }

    /// Questions that were too old to be answered.
    void missed(int questions) {
        registry.counter("verbatim.telegram.questions.missed").increment(questions);
    }

    /// A question that has to wait, because its person or group asks too fast.
    void slowed() {
        registry.counter("verbatim.telegram.questions.slowed").increment();
    }

    /// A webhook's request that is not Telegram's.
    void turnedAway() {
        registry.counter("verbatim.telegram.webhook.refused").increment();
    }

    /// A call that didn't get through, whatever was tried.
    void undelivered() {
        registry.counter("verbatim.telegram.sends.failed").increment();
    }
}
