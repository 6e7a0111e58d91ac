package dev.verbatim.telegram;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.ChatData;
import dev.verbatim.telegram.delivery.Receipt;
import java.time.Clock;
import java.util.List;

/// All that is kept about chats, and of what was asked in them.
record ChatMemory(
        SettingsStore settings,
        AnsweredQuestions answered,
        GivenAnswers given,
        Unanswered unanswered,
        Statistics statistics) {

    static ChatMemory in(Store store, Clock clock, Retention retention) {
        var unanswered = new Unanswered(store, clock, retention);
        return new ChatMemory(
                new SettingsStore(store),
                new AnsweredQuestions(store, clock),
                new GivenAnswers(store, clock, retention),
                unanswered,
                new Statistics(store, unanswered));
    }

    List<Receipt> receipts() {
        return List.of(answered);
    }

    List<ChatData> chatData() {
        return List.of(settings, answered, given);
    }

    /// Deletes what is older than it may be.
    void tidy() {
        given.tidy();
        unanswered.tidy();
    }
}
