package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.quotation.SourceComparison;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A renderer of two passages of different articles, with the numbers, dates and names in bold that
/// the other doesn't have. Pure and word for word.
public record SideBySide(MessageCatalog messages) {

    private static final int ROOM = 1500;

    public ReplyMessage render(Passage one, Passage other) {
        var message = new MessageBuilder();
        add(one, other, message);
        add(other, one, message.blankLine());
        boolean marked =
                !SourceComparison.onlyIn(one, other).isEmpty()
                        || !SourceComparison.onlyIn(other, one).isEmpty();
        return marked
                ? message.blankLine().line(MessageKey.COMPARE_MARKED.in(messages)).build()
                : message.build();
    }

    /// Two articles' answers to one question; where nothing differs, with the sentences that answer
    /// in bold.
    ReplyMessage render(Answer.Found one, Answer.Found other) {
        boolean marked =
                !SourceComparison.onlyIn(one.passage(), other.passage()).isEmpty()
                        || !SourceComparison.onlyIn(other.passage(), one.passage()).isEmpty();
        var message = new MessageBuilder();
        add(one, marked ? other : null, message);
        message.blankLine().line(MessageKey.SECOND_SOURCE.in(messages));
        add(other, marked ? one : null, message);
        return marked
                ? message.blankLine().line(MessageKey.COMPARE_MARKED.in(messages)).build()
                : message.build();
    }

    private void add(Answer.Found found, Answer.@Nullable Found other, MessageBuilder message) {
        List<TextSpan> bold =
                other == null
                        ? List.of(found.emphasis())
                        : SourceComparison.onlyIn(found.passage(), other.passage());
        message.quote(Excerpt.of(found.passage(), found.emphasis(), ROOM), bold);
        if (found.speaker() != null) {
            message.line(messages.speaker(found.speaker()));
        }
        message.link(
                messages.source(found.passage()), PageLink.to(found.passage(), found.emphasis()));
    }

    private void add(Passage passage, Passage other, MessageBuilder message) {
        List<TextSpan> marks = SourceComparison.onlyIn(passage, other);
        TextSpan first = marks.isEmpty() ? passage.opening() : marks.getFirst();
        message.quote(Excerpt.of(passage, first, ROOM), marks)
                .link(messages.source(passage), PageLink.to(passage, passage.opening()));
    }
}
