package dev.verbatim.telegram;

import dev.verbatim.group.MessageArchive;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.EditedQuestionStore;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import dev.verbatim.telegram.answering.UnansweredQuestionStore;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.editors.ConfirmationStore;
import java.time.Clock;

/// The stores of the bot's features. What they keep of conversations expires as [Retention] says.
record BotStores(
        AnswerStore answers,
        UnansweredQuestionStore unansweredQuestions,
        SettingsStore settings,
        EditedQuestionStore editedQuestions,
        ConfirmationStore confirmations,
        MessageArchive archive) {

    static BotStores in(Store store, Clock clock, Retention retention) {
        return new BotStores(
                new AnswerStore(store, clock, retention),
                new UnansweredQuestionStore(store, clock, retention),
                new SettingsStore(store),
                new EditedQuestionStore(store),
                new ConfirmationStore(store, clock),
                new MessageArchive(store, clock));
    }

    /// Deletes what has expired.
    void purgeExpired() {
        answers.purgeExpired();
        unansweredQuestions.purgeExpired();
        confirmations.purgeExpired();
        archive.deleteExpired();
    }
}
