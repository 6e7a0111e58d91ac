package dev.verbatim.telegram;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.ChatData;
import dev.verbatim.telegram.delivery.Receipt;
import java.time.Clock;
import java.util.List;

/// All that is kept about chats.
record ChatMemory(SettingsStore settings, AnsweredQuestions answered) {

    static ChatMemory in(Store store, Clock clock) {
        return new ChatMemory(new SettingsStore(store), new AnsweredQuestions(store, clock));
    }

    List<Receipt> receipts() {
        return List.of(answered);
    }

    List<ChatData> chatData() {
        return List.of(settings, answered);
    }
}
