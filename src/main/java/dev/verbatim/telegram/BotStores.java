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
final class BotStores {

    final AnswerStore answers;
    final UnansweredQuestionStore unansweredQuestions;
    final SettingsStore settings;
    final EditedQuestionStore editedQuestions;
    final ConfirmationStore confirmations;
    final MessageArchive archive;
    final BotProfileStore profile;

    BotStores(Store store, Clock clock, Retention retention) {
        answers = new AnswerStore(store, clock, retention);
        unansweredQuestions = new UnansweredQuestionStore(store, clock, retention);
        settings = new SettingsStore(store);
        editedQuestions = new EditedQuestionStore(store);
        confirmations = new ConfirmationStore(store, clock);
        archive = new MessageArchive(store, clock);
        profile = new BotProfileStore(store);
    }

    /// Deletes what has expired.
    void purgeExpired() {
        answers.purgeExpired();
        unansweredQuestions.purgeExpired();
        confirmations.purgeExpired();
        archive.deleteExpired();
    }
}
