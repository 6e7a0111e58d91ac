package dev.verbatim.telegram.pending;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.article.Article;
import dev.verbatim.article.TextHash;
import dev.verbatim.article.history.ArticleHistory.Version;
import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.ranking.QuestionMatcher;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.answering.QuestionHandler;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.delivery.TransactionSender;
import dev.verbatim.telegram.subscriptions.AnnouncementScheduler.QuietHours;
import dev.verbatim.telegram.update.Incoming;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A scheduler that answers pending questions when an article has come or changed that answers
/// them: each once, in reply to it, and not in a chat's quiet hours.
///
/// A question is asked again as its reader would ask it, of the chat's articles, and the answer has
/// to be as sure as any other. That it is no longer pending is committed together with the call
/// that answers it, so none is answered twice and none is lost, whenever the process ends. All of
/// it is on one thread, one question after the other: readers who ask meanwhile don't wait.
public final class PendingQuestionScheduler {

    private static final Logger log = LoggerFactory.getLogger(PendingQuestionScheduler.class);

    /// Of so many new articles it is found out at once which questions about them can be offered.
    private static final int FEW = 20;

    private final PendingQuestionStore store;
    private final Sources sources;
    private final ChatRules rules;
    private final TransactionSender sender;
    private volatile boolean prepared;

    /// The settings of questions that are answered later.
    ///
    /// @param quietFrom when a chat's night begins, in its time zone, and
    /// @param quietUntil when it ends; the same time for no night
    @ConfigurationProperties("verbatim.pending-questions")
    public record PendingQuestionSettings(
            @DefaultValue("22:00") LocalTime quietFrom,
            @DefaultValue("07:00") LocalTime quietUntil) {}

    /// What answers.
    ///
    /// @param articles know which have come or changed, and when
    /// @param matcher finds the questions that one may answer
    /// @param questions sends an answer
    public record Sources(
            Answerer answerer,
            CurrentArticles articles,
            QuestionMatcher matcher,
            QuestionHandler questions) {}

    /// When and how a chat may be written to.
    public record ChatRules(
            PendingQuestionSettings settings,
            LongPredicate mayUseTheBot,
            LongFunction<ZoneId> zone,
            SettingsStore chats) {

        private boolean isQuiet(long chatId, Instant now) {
            return new QuietHours(settings.quietFrom(), settings.quietUntil())
                    .include(LocalTime.ofInstant(now, zone.apply(chatId)));
        }
    }

    public PendingQuestionScheduler(
            PendingQuestionStore store,
            Sources sources,
            ChatRules rules,
            TransactionSender sender) {
        this.store = store;
        this.sources = sources;
        this.rules = rules;
        this.sender = sender;
    }

    /// Compares pending questions with the articles that have come or changed, and answers what can
    /// be answered now, if it is this instance that works. What fails stays due.
    public void answerDue() {
        try {
            if (store.isWorker()) {
                prepare();
                compare(sources.articles().history().notCompared());
                store.due().forEach(this::answerOrKeep);
            }
        } catch (UnavailableException e) {
            log.debug("pending questions wait: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("pending questions can't be answered", e);
        }
    }

    /// What waits since before the start is got ready, so that a new article needn't wait for it.
    private void prepare() {
        if (!prepared) {
            texts(store.all()).forEach(sources.matcher()::prepare);
            prepared = true;
        }
    }

    private static List<String> texts(List<PendingQuestion> questions) {
        return questions.stream().map(question -> question.asked().question()).toList();
    }

    /// When a whole collection is new, as at the first start, readers' questions go first.
    private void compare(List<Version> versions) {
        boolean few = versions.size() <= FEW;
        if (few || !store.all().isEmpty()) {
            versions.forEach(version -> compare(version, few));
        } else {
            store.markCompared(versions);
        }
    }

    /// A version that isn't in the index yet waits for the next time; one that was replaced since
    /// was compared with nothing, and needn't be.
    private void compare(Version version, boolean few) {
        served(version)
                .ifPresent(
                        article -> {
                            store.markDue(matching(article), version);
                            if (few) {
                                sources.questions().prepareRelated(article);
                            }
                        });
    }

    private List<PendingQuestion> matching(Article article) {
        List<PendingQuestion> questions = store.all();
        sources.matcher().retain(texts(questions));
        Predicate<String> matches =
                sources.matcher()
                        .matches(article)
                        .and(
                                question ->
                                        sources.answerer()
                                                .mayAnswer(
                                                        new Question(
                                                                question, Set.of(article.id()))));
        return questions.stream()
                .filter(question -> matches.test(question.asked().question()))
                .toList();
    }

    private Optional<Article> served(Version version) {
        return sources.articles().withHash(version.articleHash()).filter(version::isOf);
    }

    /// One that fails doesn't hold up the others.
    private void answerOrKeep(PendingQuestion question) {
        try {
            answer(question);
        } catch (UnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("chat {}: a late answer fails", question.asked().chatId(), e);
        }
    }

    private void answer(PendingQuestion question) {
        long chat = question.asked().chatId();
        if (!rules.mayUseTheBot().test(chat)) {
            store.delete(question);
        } else if (!rules.isQuiet(chat, store.clock().instant())) {
            ChatSettings settings = rules.chats().load(chat);
            DialogueContext.Turn turn = askAgain(question, settings);
            if (answers(turn.answer(), question)) {
                send(question, settings, turn);
            } else {
                store.markUnanswered(question);
                sources.matcher().prepare(question.asked().question());
            }
        }
    }

    private DialogueContext.Turn askAgain(PendingQuestion question, ChatSettings settings) {
        var asked = new Question(question.asked().question(), settings.articleIds());
        return sources.answerer().answer(asked, DialogueContext.NONE);
    }

    /// Whether it is an answer, and by an article that has come or changed since the question: what
    /// the articles said before didn't answer it.
    private boolean answers(Answer answer, PendingQuestion question) {
        return answer instanceof Answer.Found found
                && sources.articles()
                        .history()
                        .since(
                                found.passage().article().id(),
                                TextHash.of(found.passage().article().text()))
                        .filter(since -> since.isAfter(question.asked().askedAt()))
                        .isPresent();
    }

    private void send(PendingQuestion question, ChatSettings settings, DialogueContext.Turn turn) {
        var asked = new Incoming.Asked(question.context(), question.asked().question(), null);
        try {
            sender.send(
                    "pending/" + question.id(),
                    transaction -> {
                        transaction.write(rows -> store.delete(question, rows));
                        var responder = new Responder(question.context(), settings, transaction);
                        sources.questions().answerLater(asked, turn, responder);
                    });
        } catch (CancellationException e) {
            log.warn(
                    "chat {}: a late answer is given up: {}",
                    question.asked().chatId(),
                    e.getMessage());
            store.delete(question);
        }
    }
}
