package dev.verbatim.telegram.answering;

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

    private void add(Passage passage, Passage other, MessageBuilder message) {
        List<TextSpan> marks = SourceComparison.onlyIn(passage, other);
        TextSpan first = marks.isEmpty() ? passage.opening() : marks.getFirst();
        message.quote(Excerpt.of(passage, first, ROOM), marks)
                .link(messages.source(passage), PageLink.to(passage, passage.opening()));
    }
}
