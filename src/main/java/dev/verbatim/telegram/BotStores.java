package dev.verbatim.telegram;

import dev.verbatim.group.AuthorRecords;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.replay.QuestionLog;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.EditedQuestionStore;
import dev.verbatim.telegram.answering.PersonalAnswers;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import dev.verbatim.telegram.answering.UnansweredQuestionStore;
import dev.verbatim.telegram.chat.ChannelSourceStore;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.editors.ConfirmationStore;
import dev.verbatim.telegram.pending.PendingQuestionStore;
import dev.verbatim.telegram.subscriptions.SubscriptionStore;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import dev.verbatim.telegram.update.MessageContext;
import java.time.Clock;

/// The stores of the bot's features. What they keep of conversations expires as [Retention] says.
final class BotStores {

    final AnswerStore answers;
    final UnansweredQuestionStore unansweredQuestions;
    final SettingsStore settings;
    final EditedQuestionStore editedQuestions;
    final ConfirmationStore confirmations;
    final MessageArchive archive;
    final AuthorRecords records;
    final PersonalAnswers personalAnswers;
    final BotProfileStore profile;
    final SubscriptionStore subscriptions;
    final ChannelSourceStore channelSources;
    final PendingQuestionStore pendingQuestions;
    final QuestionLog questionLog;

    BotStores(Store store, Clock clock, Retention retention) {
        archive = new MessageArchive(store, clock);
        records = new AuthorRecords(store);
        personalAnswers = new PersonalAnswers(store, retention);
        answers = new AnswerStore(store, clock, retention, this::mayKeepWords);
        unansweredQuestions = new UnansweredQuestionStore(store, clock, retention);
        settings = new SettingsStore(store);
        editedQuestions = new EditedQuestionStore(store);
        confirmations = new ConfirmationStore(store, clock);
        profile = new BotProfileStore(store);
        subscriptions = new SubscriptionStore(store, clock);
        channelSources = new ChannelSourceStore(store);
        pendingQuestions = new PendingQuestionStore(store, clock, retention);
        questionLog = new QuestionLog(store, clock, retention.questions());
    }

    /// What a user asks the bot is kept, unless the user has opted out. What others in a group said
    /// is kept only with their consent, also when somebody asks about it.
    private boolean mayKeepWords(Incoming.Asked asked) {
        MessageContext context = asked.context();
        String asker = Author.id(context.personId());
        boolean optedOut = context.kind().isGroup() && archive.isOptedOut(context.chatId(), asker);
        RepliedTo target = asked.repliedTo();
        return !optedOut
                && mayKeepWords(asked.authorId(), context)
                && (target == null || !target.quoted() || mayKeepWords(target.authorId(), context));
    }

    private boolean mayKeepWords(long authorId, MessageContext context) {
        return authorId == context.personId()
                || archive.mayStore(context.chatId(), Author.id(authorId));
    }

    /// Deletes what has expired.
    void purgeExpired() {
        answers.purgeExpired();
        unansweredQuestions.purgeExpired();
        confirmations.purgeExpired();
        subscriptions.purgeExpired();
        pendingQuestions.purgeExpired();
        questionLog.purgeExpired();
        archive.deleteExpired();
    }
}
