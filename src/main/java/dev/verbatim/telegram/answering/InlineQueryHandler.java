package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.Library;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.InlinePage;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.TextHash;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Offers passages to somebody who asks in a chat of his own, behind our name. Thread-safe, and
/// nothing of it is kept: half of what comes in isn't typed to its end.
public final class InlineQueryHandler {

    // Telegram takes 50, but an offer of passages carries them whole.
    private static final int PAGE = 10;
    private static final int LONGEST_DESCRIPTION = 200;

    // Who types the same within this is offered the same without asking us. An article that has
    // changed meanwhile is told by the link under what was sent.
    private static final Duration KEEP = Duration.ofMinutes(5);

    private final QuestionAnsweringService questionAnsweringService;
    private final Library library;
    private final Supplier<BotIdentity> me;

    public InlineQueryHandler(
            QuestionAnsweringService questionAnsweringService,
            Library library,
            Supplier<BotIdentity> me) {
        this.questionAnsweringService = questionAnsweringService;
        this.library = library;
        this.me = me;
    }

    /// Offers now, or never: whoever types doesn't wait.
    public void answer(Incoming.InlineAsked asked, ReplyTransaction transaction) {
        transaction.now(
                "offering", BotApiGateway.NO_CHAT, CallFactory.offer(asked.queryId(), page(asked)));
    }

    /// The answer, then what came near, which is called so; the articles while nothing is typed.
    InlinePage page(Incoming.InlineAsked asked) {
        MessageCatalog messages = MessageCatalog.in(asked.language());
        List<InlinePage.Result> offers =
                asked.text().isBlank() ? articles(messages) : passages(asked.text(), messages);
        int from = Math.min(offset(asked.offset()), offers.size());
        int to = Math.min(from + PAGE, offers.size());
        return new InlinePage(
                offers.subList(from, to), to < offers.size() ? String.valueOf(to) : "", KEEP);
    }

    private static int offset(String offset) {
        return offset.matches("[0-9]{1,9}") ? Integer.parseInt(offset) : 0;
    }

    private List<InlinePage.Result> articles(MessageCatalog messages) {
        return library.articles().stream().map(article -> article(article, messages)).toList();
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
        Answer answer = questionAnsweringService.askAgain(question, DialogueContext.NONE).answer();
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
        return offer(
                found.passage(),
                found.emphasis(),
                messages.source(found.passage()),
                message,
                messages);
    }

    private InlinePage.Result closest(Answer.Closest closest, MessageCatalog messages) {
        ReplyMessage message = new AnswerRenderer(messages).render(closest);
        String title = MessageKey.INLINE_NEAREST.in(messages, messages.source(closest.passage()));
        return offer(closest.passage(), closest.emphasis(), title, message, messages);
    }

    private List<InlinePage.Result> notFound(
            Answer.NotFound answer, Question question, MessageCatalog messages) {
        List<InlinePage.Result> offers = new ArrayList<>();
        offers.add(
                new InlinePage.Result(
                        "none",
                        MessageKey.INLINE_NO_ANSWER.in(messages),
                        MessageKey.INLINE_NO_ANSWER_HINT.in(messages),
                        ReplyMessage.of(messages.notFound(answer))));
        if (!answer.nearest().isEmpty()) {
            near(question, null, messages).forEach(offers::add);
        }
        return offers;
    }

    private Stream<InlinePage.Result> near(
            Question question, @Nullable Passage answer, MessageCatalog messages) {
        return questionAnsweringService.near(question).stream()
                .filter(passage -> answer == null || !isSame(passage, answer))
                .map(passage -> near(passage, messages));
    }

    private static boolean isSame(Passage one, Passage other) {
        return one.article().id().equals(other.article().id()) && one.span().equals(other.span());
    }

    private InlinePage.Result near(Passage passage, MessageCatalog messages) {
        String title = MessageKey.INLINE_NEAREST.in(messages, messages.source(passage));
        ReplyMessage message = new PassageRenderer(messages).render(passage);
        return offer(passage, passage.opening(), title, message, messages);
    }

    private InlinePage.Result offer(
            Passage passage,
            TextSpan words,
            String title,
            ReplyMessage message,
            MessageCatalog messages) {
        return new InlinePage.Result(
                PassageReference.of(passage, words).encode(),
                title,
                Truncation.ellipsize(words.of(passage.article().text()), LONGEST_DESCRIPTION),
                message.withButtons(new AnswerButtons(messages, me.get()).sent(passage, words)));
    }
}
