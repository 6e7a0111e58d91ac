package dev.verbatim.telegram;

import dev.verbatim.group.MessageArchive;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.EditedQuestions;
import dev.verbatim.telegram.answering.GivenAnswers;
import dev.verbatim.telegram.answering.Retention;
import dev.verbatim.telegram.answering.Unanswered;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.office.Proposals;
import dev.verbatim.telegram.office.Statistics;
import java.time.Clock;

/// What is kept of conversations, for as long as [Retention] says, and of an editor's work.
record BotStores(
        GivenAnswers given,
        Unanswered unanswered,
        Statistics statistics,
        SettingsStore settings,
        EditedQuestions edited,
        Proposals proposals,
        MessageArchive archive) {

    static BotStores in(Store store, Clock clock, Retention retention) {
        var unanswered = new Unanswered(store, clock, retention);
        return new BotStores(
                new GivenAnswers(store, clock, retention),
                unanswered,
                new Statistics(store, unanswered),
                new SettingsStore(store),
                new EditedQuestions(store),
                new Proposals(store, clock),
                new MessageArchive(store, clock));
    }

    /// Deletes what is older than it may be.
    void tidy() {
        given.tidy();
        unanswered.tidy();
        proposals.tidy();
        archive.tidy();
    }
}
