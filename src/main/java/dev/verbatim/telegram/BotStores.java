package dev.verbatim.telegram;

import dev.verbatim.group.MessageArchive;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.EditedQuestionStore;
import dev.verbatim.telegram.answering.Retention;
import dev.verbatim.telegram.answering.UnansweredQuestionStore;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.office.Proposals;
import dev.verbatim.telegram.office.Statistics;
import java.time.Clock;

/// What is kept of conversations, for as long as [Retention] says, and of an editor's work.
record BotStores(
        AnswerStore given,
        UnansweredQuestionStore unansweredQuestionStore,
        Statistics statistics,
        SettingsStore settings,
        EditedQuestionStore edited,
        Proposals proposals,
        MessageArchive archive) {

    static BotStores in(Store store, Clock clock, Retention retention) {
        var unansweredQuestionStore = new UnansweredQuestionStore(store, clock, retention);
        return new BotStores(
                new AnswerStore(store, clock, retention),
                unansweredQuestionStore,
                new Statistics(store, unansweredQuestionStore),
                new SettingsStore(store),
                new EditedQuestionStore(store),
                new Proposals(store, clock),
                new MessageArchive(store, clock));
    }

    /// Deletes what is older than it may be.
    void tidy() {
        given.tidy();
        unansweredQuestionStore.tidy();
        proposals.tidy();
        archive.tidy();
    }
}
