package dev.verbatim.telegram.answering;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.answer.RelatedQuestions.Related;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextHash;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A factory of the buttons under an answer and under what replaces it. Pure.
///
/// @param bot opens links and takes inline queries; what it can't do yet isn't offered
record AnswerButtons(MessageCatalog messages, BotIdentity bot) {

    private static final int MAX_SHARED_QUESTION = 256;

    // After a no, more would be a list to work through.
    private static final int MAX_SUGGESTED = 2;
    private static final int MAX_LABEL = 48;

    /// The buttons under an answer.
    List<List<ReplyMessage.Button>> answer(
            StoredAnswer answer, Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
        return rows(answer, around(answer), citations(passage, emphasis, speaker));
    }

    /// The buttons under an answer that is shown with its context.
    List<List<ReplyMessage.Button>> around(
            StoredAnswer answer, Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
        var back = button(MessageKey.CONTEXT_HIDE, new CallbackData.ShowPassage(answer.id(), 0));
        return rows(answer, back, citations(passage, emphasis, speaker));
    }

    private List<List<ReplyMessage.Button>> rows(
            StoredAnswer answer, ReplyMessage.Button first, List<ReplyMessage.Button> citations) {
        return answer.asked().question().isEmpty()
                ? List.of(List.of(first), citations)
                : List.of(
                        List.of(first, others(answer)), shares(answer, citations), ratings(answer));
    }

    /// The buttons under another passage that was found.
    ///
    /// @param number of this passage; the answer is 0
    List<List<ReplyMessage.Button>> forOtherPassage(
            StoredAnswer answer, Passage passage, int number, int count) {
        List<ReplyMessage.Button> paging = new ArrayList<>();
        paging.add(
                button(
                        MessageKey.EARLIER_PAGE,
                        new CallbackData.ShowPassage(answer.id(), number - 1)));
        if (number < count - 1) {
            paging.add(
                    button(
                            MessageKey.LATER_PAGE,
                            new CallbackData.ShowPassage(answer.id(), number + 1)));
        }
        boolean beside =
                answer.outcome() instanceof StoredAnswer.Outcome.Shown shown
                        && !shown.articleId().equals(passage.article().id());
        List<ReplyMessage.Button> comparing =
                beside
                        ? List.of(
                                button(
                                        MessageKey.SIDE_BY_SIDE,
                                        new CallbackData.ShowBeside(answer.id(), number)))
                        : List.of();
        return List.of(paging, comparing, citations(passage, passage.span(), null));
    }

    /// The buttons under the message that the articles don't answer.
    ///
    /// @param near the passages that come near
    /// @param related questions that they do answer
    /// @param later whether the user can be told when they do
    List<List<ReplyMessage.Button>> forAbstention(
            StoredAnswer answer, List<Passage> near, List<Related> related, boolean later) {
        var nearest = button(MessageKey.NEAREST, new CallbackData.ShowNearestTo(answer.id()));
        var pending = button(MessageKey.PENDING_OFFER, new CallbackData.TellLater(answer.id()));
        List<List<ReplyMessage.Button>> rows = new ArrayList<>();
        rows.add(near.isEmpty() ? List.of() : List.of(nearest));
        rows.add(later ? List.of(pending) : List.of());
        related.forEach(question -> rows.add(List.of(asking(question))));
        near.stream()
                .map(Passage::article)
                .filter(distinctBy(Article::id))
                .limit(MAX_SUGGESTED)
                .forEach(article -> rows.add(List.of(summaryOf(article))));
        rows.add(List.of(button(MessageKey.SUGGEST_ARTICLES, new CallbackData.NewsPage(0))));
        return rows;
    }

    private static ReplyMessage.Button asking(Related question) {
        return new ReplyMessage.Button(
                Truncation.ellipsize(question.text(), MAX_LABEL),
                new CallbackData.AskRelated(TextHash.of(question.article().id()), question.key()));
    }

    /// What the article is about that has something near.
    private static ReplyMessage.Button summaryOf(Article article) {
        return new ReplyMessage.Button(
                Truncation.ellipsize(article.publication().title(), MAX_LABEL),
                new CallbackData.ShowSummary(
                        TextHash.of(article.id()), CallbackData.SummaryLength.SHORT));
    }

    private static <T> Predicate<T> distinctBy(Function<T, ?> key) {
        Set<Object> seen = new HashSet<>();
        return one -> seen.add(key.apply(one));
    }

    /// The button under a passage that a user has sent into a chat by an inline query.
    List<List<ReplyMessage.Button>> forInlineResult(Passage passage, TextSpan emphasis) {
        String link = link(passage, emphasis);
        return link.isEmpty()
                ? List.of()
                : List.of(
                        List.of(
                                new ReplyMessage.Button(
                                        MessageKey.CONTEXT.in(messages),
                                        new ReplyMessage.OpenUrl("https://" + link))));
    }

    private ReplyMessage.Button around(StoredAnswer answer) {
        return button(MessageKey.CONTEXT, new CallbackData.ShowContext(answer.id()));
    }

    private ReplyMessage.Button others(StoredAnswer answer) {
        return button(MessageKey.OTHER_PASSAGES, new CallbackData.ShowPassage(answer.id(), 1));
    }

    private List<ReplyMessage.Button> shares(
            StoredAnswer answer, List<ReplyMessage.Button> citations) {
        List<ReplyMessage.Button> shares = new ArrayList<>(citations);
        if (bot.servesInline()) {
            shares.add(button(MessageKey.SHARE, new ReplyMessage.ShareQuestion(question(answer))));
        }
        return shares;
    }

    private List<ReplyMessage.Button> ratings(StoredAnswer answer) {
        return List.of(
                button(MessageKey.ANSWERS_IT, new CallbackData.RateAnswer(answer.id(), true)),
                button(MessageKey.ANSWERS_IT_NOT, new CallbackData.RateAnswer(answer.id(), false)));
    }

    private List<ReplyMessage.Button> citations(
            Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
        var reference = PassageReference.of(passage, emphasis);
        return List.of(
                citation(passage, emphasis, speaker),
                button(MessageKey.CHECK_CITATION, new CallbackData.CheckCitation(reference)));
    }

    private ReplyMessage.Button citation(
            Passage passage, TextSpan emphasis, @Nullable Speaker speaker) {
        String link = link(passage, emphasis);
        String text = new Citation(messages).format(passage, emphasis, speaker, link);
        return button(MessageKey.COPY_CITATION, new ReplyMessage.CopyText(text));
    }

    private String link(Passage passage, TextSpan emphasis) {
        return bot.link(PassageReference.of(passage, emphasis)).orElse("");
    }

    /// Telegram passes on no longer query than this.
    private static String question(StoredAnswer answer) {
        return Truncation.cut(answer.standaloneQuestion().strip(), MAX_SHARED_QUESTION);
    }

    private ReplyMessage.Button button(MessageKey label, ReplyMessage.Action action) {
        return new ReplyMessage.Button(label.in(messages), action);
    }
}
