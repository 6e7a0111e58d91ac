package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextHash;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.InlinePage;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.Incoming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A handler of inline queries: questions that a user types after the bot's name in any chat.
/// Thread-safe. Nothing of a query is stored: half of them aren't typed to their end.
public final class InlineQueryHandler {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}+");

    // Telegram takes 50, but each result carries its whole passage.
    private static final int PAGE_SIZE = 10;
    private static final int MAX_DESCRIPTION = 200;
    private static final int MAX_NEAREST = 12;

    // For this long Telegram answers the same query without asking the bot. If the article changes
    // in the meantime, the link under the sent message says so.
    private static final Duration CACHE_TIME = Duration.ofMinutes(5);

    private final Answerer answerer;
    private final PassageRetriever retriever;
    private final CurrentArticles articles;
    private final Supplier<BotIdentity> bot;

    public InlineQueryHandler(
            Answerer answerer,
            PassageRetriever retriever,
            CurrentArticles articles,
            Supplier<BotIdentity> bot) {
        this.answerer = answerer;
        this.retriever = retriever;
        this.articles = articles;
        this.bot = bot;
    }

    /// Answers at once or never: a user who is typing doesn't wait.
    public void handle(Incoming.InlineAsked asked, ReplyTransaction transaction) {
        transaction.callNow(
                "offering", BotApiGateway.NO_CHAT, CallFactory.offer(asked.queryId(), page(asked)));
    }

    /// The answer and then the nearest passages, labelled as such; the articles while nothing is
    /// typed.
    InlinePage page(Incoming.InlineAsked asked) {
        MessageCatalog messages = MessageCatalog.in(asked.language());
        List<InlinePage.Result> results =
                asked.text().isBlank() ? articles(messages) : passages(asked.text(), messages);
        int from = Math.min(offset(asked.offset()), results.size());
        int to = Math.min(from + PAGE_SIZE, results.size());
        return new InlinePage(
                results.subList(from, to),
                to < results.size() ? String.valueOf(to) : "",
                CACHE_TIME);
    }

    private static int offset(String offset) {
        return NUMBER.matcher(offset).matches() ? Integer.parseInt(offset) : 0;
    }

    private List<InlinePage.Result> articles(MessageCatalog messages) {
        return articles.list(ChatSettings.DEFAULT).stream()
                .map(article -> article(article, messages))
                .toList();
    }

    private static InlinePage.Result article(ArticleInfo article, MessageCatalog messages) {
        Publication publication = article.publication();
        String source = messages.source(publication);
        return new InlinePage.Result(
                Long.toString(TextHash.of(article.articleId()), Character.MAX_RADIX),
                source,
                "",
                new MessageBuilder().link(source, PageLink.to(publication)).build());
    }

    private List<InlinePage.Result> passages(String text, MessageCatalog messages) {
        Question question = Question.of(text);
        Answer answer = answerer.answer(question, DialogueContext.NONE).answer();
        return switch (answer) {
            case Answer.Found found ->
                    Stream.concat(
                                    Stream.of(found(found, messages)),
                                    near(question, found.passage(), messages))
                            .toList();
            case Answer.Closest closest ->
                    Stream.concat(
                                    Stream.of(closest(closest, messages)),
                                    near(question, closest.passage(), messages))
                            .toList();
            case Answer.NotFound notFound -> notFound(notFound, question, messages);
            case Answer.Unattributed _, Answer.NoQuestion _ -> List.of();
        };
    }

    private InlinePage.Result found(Answer.Found found, MessageCatalog messages) {
        ReplyMessage message = new AnswerRenderer(messages).render(found);
        return result(
                found.passage(),
                found.emphasis(),
                messages.source(found.passage()),
                message,
                messages);
    }

    private InlinePage.Result closest(Answer.Closest closest, MessageCatalog messages) {
        ReplyMessage message = new AnswerRenderer(messages).render(closest);
        String title = MessageKey.INLINE_NEAREST.in(messages, messages.source(closest.passage()));
        return result(closest.passage(), closest.emphasis(), title, message, messages);
    }

    private List<InlinePage.Result> notFound(
            Answer.NotFound answer, Question question, MessageCatalog messages) {
        List<InlinePage.Result> results = new ArrayList<>();
        results.add(
                new InlinePage.Result(
                        "none",
                        MessageKey.INLINE_NO_ANSWER.in(messages),
                        MessageKey.INLINE_NO_ANSWER_HINT.in(messages),
                        ReplyMessage.of(messages.notFound(answer))));
        if (!answer.nearest().isEmpty()) {
            near(question, null, messages).forEach(results::add);
        }
        return results;
    }

    /// The passages as retrieval ranks them: reading them takes several times as long, and the user
    /// is still typing.
    private Stream<InlinePage.Result> near(
            Question question, @Nullable Passage answer, MessageCatalog messages) {
        return retriever.retrieve(question, MAX_NEAREST).candidates().stream()
                .map(Candidate::passage)
                .filter(passage -> answer == null || !isSame(passage, answer))
                .map(passage -> near(passage, messages));
    }

    private static boolean isSame(Passage one, Passage other) {
        return one.article().id().equals(other.article().id()) && one.span().equals(other.span());
    }

    private InlinePage.Result near(Passage passage, MessageCatalog messages) {
        String title = MessageKey.INLINE_NEAREST.in(messages, messages.source(passage));
        ReplyMessage message = new PassageRenderer(messages).render(passage);
        return result(passage, passage.opening(), title, message, messages);
    }

    private InlinePage.Result result(
            Passage passage,
            TextSpan teaser,
            String title,
            ReplyMessage message,
            MessageCatalog messages) {
        return new InlinePage.Result(
                PassageReference.of(passage, teaser).encode(),
                title,
                Truncation.ellipsize(teaser.of(passage.article().text()), MAX_DESCRIPTION),
                message.withButtons(
                        new AnswerButtons(messages, bot.get()).forInlineResult(passage, teaser)));
    }
}
