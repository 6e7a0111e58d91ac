package dev.verbatim.telegram;

import dev.verbatim.group.MessageArchive;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.EditedQuestionStore;
import dev.verbatim.telegram.answering.Retention;
import dev.verbatim.telegram.answering.UnansweredQuestionStore;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.editors.ConfirmationStore;
import dev.verbatim.telegram.editors.StatisticsReport;
import java.time.Clock;

/// What is kept of conversations, for as long as [Retention] says, and of an editor's work.
record BotStores(
        AnswerStore given,
        UnansweredQuestionStore unansweredQuestionStore,
        StatisticsReport statisticsReport,
        SettingsStore settings,
        EditedQuestionStore edited,
        ConfirmationStore confirmations,
        MessageArchive archive) {

    static BotStores in(Store store, Clock clock, Retention retention) {
        var unansweredQuestionStore = new UnansweredQuestionStore(store, clock, retention);
        return new BotStores(
                new AnswerStore(store, clock, retention),
                unansweredQuestionStore,
                new StatisticsReport(store, unansweredQuestionStore),
                new SettingsStore(store),
                new EditedQuestionStore(store),
                new ConfirmationStore(store, clock),
                new MessageArchive(store, clock));
    }

    /// Deletes what is older than it may be.
    void tidy() {
        given.purgeExpired();
        unansweredQuestionStore.purgeExpired();
        confirmations.purgeExpired();
        archive.tidy();
    }
}
