package dev.verbatim.telegram.subscriptions;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.TransactionSender;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.subscriptions.SubscriptionStore.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A scheduler that announces new articles to those who have subscribed: several in one message,
/// not in a chat's quiet hours, and at most so many messages a day.
///
/// That an article was announced is committed together with the call that does it, so none is
/// announced twice and none is lost, whenever the process ends.
public final class AnnouncementScheduler {

    private static final Logger log = LoggerFactory.getLogger(AnnouncementScheduler.class);

    // What a feed brings at one time comes within this, and is announced together.
    private static final Duration GATHERING = Duration.ofSeconds(45);

    // An article that can't be found by then was removed again, or is refused.
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final SubscriptionStore store;
    private final PassageRetriever articles;
    private final ChatRules rules;
    private final TransactionSender sender;

    /// Settings of announcements.
    ///
    /// @param quietFrom when a chat's night begins, in its time zone, and
    /// @param quietUntil when it ends; the same time for no night
    /// @param perDay most messages into one chat within 24 hours
    @ConfigurationProperties("verbatim.announcements")
    public record AnnouncementSettings(
            @DefaultValue("22:00") LocalTime quietFrom,
            @DefaultValue("07:00") LocalTime quietUntil,
            @DefaultValue("10") int perDay) {

        QuietHours quietHours() {
            return new QuietHours(quietFrom, quietUntil);
        }
    }

    /// The hours in which a chat is told nothing it hasn't asked for at that moment.
    ///
    /// @param from in the chat's time zone
    /// @param until the same time for no such hours
    public record QuietHours(LocalTime from, LocalTime until) {

        public boolean include(LocalTime time) {
            boolean isAfter = !time.isBefore(from);
            boolean isBefore = time.isBefore(until);
            return from.isBefore(until)
                    ? isAfter && isBefore
                    : !from.equals(until) && (isAfter || isBefore);
        }
    }

    /// When and in which language a chat may be written to.
    public static final class ChatRules {

        private final AnnouncementSettings settings;
        private final LongPredicate mayUseTheBot;
        private final LongFunction<ZoneId> zone;
        private final LongFunction<Locale> language;

        /// @param language that is set in a chat; [Locale#ROOT] when none is
        public ChatRules(
                AnnouncementSettings settings,
                LongPredicate mayUseTheBot,
                LongFunction<ZoneId> zone,
                LongFunction<Locale> language) {
            this.settings = settings;
            this.mayUseTheBot = mayUseTheBot;
            this.zone = zone;
            this.language = language;
        }

        private boolean isQuiet(long chatId, Instant now) {
            LocalTime time = LocalTime.ofInstant(now, zone.apply(chatId));
            return settings.quietHours().include(time);
        }
    }

    public AnnouncementScheduler(
            SubscriptionStore store,
            PassageRetriever articles,
            ChatRules rules,
            TransactionSender sender) {
        this.store = store;
        this.articles = articles;
        this.rules = rules;
        this.sender = sender;
    }

    /// Announces what is due now, if it is this instance that works. What fails stays due.
    public void announceDue() {
        try {
            if (store.isWorker()) {
                store.waitingChats().forEach(this::announceDue);
            }
        } catch (RuntimeException e) {
            log.error("announcements can't be read", e);
        }
    }

    private void announceDue(long chat) {
        Instant now = store.clock().instant();
        List<Waiting> waiting = store.waiting(chat);
        Optional<Subscription> subscription = store.of(chat).stream().findFirst();
        if (subscription.isEmpty() || !rules.mayUseTheBot.test(chat)) {
            store.drop(chat, waiting);
            return;
        }
        boolean isGathering = waiting.getFirst().found().isAfter(now.minus(GATHERING));
        boolean isSpent =
                store.sentSince(now.minus(Duration.ofDays(1)), chat) >= rules.settings.perDay();
        if (!isGathering && !isSpent && !rules.isQuiet(chat, now)) {
            announce(subscription.get(), waiting, now);
        }
    }

    private void announce(Subscription subscription, List<Waiting> waiting, Instant now) {
        List<Waiting> ready = new ArrayList<>();
        List<Waiting> lost = new ArrayList<>();
        List<Article> found = new ArrayList<>();
        for (Waiting one : waiting) {
            Optional<Article> article = articles.article(one.articleId());
            article.ifPresent(found::add);
            if (article.isPresent()) {
                ready.add(one);
            } else if (one.found().isBefore(now.minus(PATIENCE))) {
                lost.add(one);
            }
        }
        if (!lost.isEmpty()) {
            store.drop(subscription.chatId(), lost);
        }
        if (!ready.isEmpty()) {
            send(subscription, ready, AnnouncementRenderer.render(found, messages(subscription)));
        }
    }

    private MessageCatalog messages(Subscription subscription) {
        Locale language = rules.language.apply(subscription.chatId());
        return MessageCatalog.in(language.equals(Locale.ROOT) ? subscription.language() : language);
    }

    private void send(Subscription subscription, List<Waiting> announced, ReplyMessage message) {
        long chat = subscription.chatId();
        String key = "announcement/" + chat + "/" + announced.getFirst().articleId();
        try {
            sender.send(key, transaction -> send(subscription, announced, message, transaction));
        } catch (CancellationException e) {
            log.warn("chat {}: announcements are given up: {}", chat, e.getMessage());
            store.drop(chat, announced);
        } catch (RuntimeException e) {
            log.error("chat {}: announcements fail", chat, e);
        }
    }

    private void send(
            Subscription subscription,
            List<Waiting> announced,
            ReplyMessage message,
            ReplyTransaction transaction) {
        transaction.write(rows -> store.markSent(subscription.chatId(), announced, rows));
        transaction.send(CallFactory.send(subscription.context(), message));
    }
}
