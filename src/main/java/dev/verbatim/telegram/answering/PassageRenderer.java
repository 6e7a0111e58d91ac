package dev.verbatim.telegram.answering;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.List;
import java.util.Optional;

/// A renderer of passages that are no answer: with context, as one of several, or as the target of
/// a link. Pure and word for word, as [AnswerRenderer].
final class PassageRenderer {

    private final MessageCatalog messages;

    PassageRenderer(MessageCatalog messages) {
        this.messages = messages;
    }

    /// Renders a passage with the ones before and after it, as far as there is room.
    ///
    /// @param speaker the line that names the speaker of the emphasised words; empty for none
    ReplyMessage renderWithContext(Passage passage, TextSpan emphasis, String speaker) {
        String header = MessageKey.CONTEXT_SHOWN.in(messages);
        String source = messages.source(passage);
        Optional<Passage> before = neighbour(passage, -1);
        Optional<Passage> after = neighbour(passage, 1);
        // Three quotations, each with its own marks and a blank line.
        int room =
                MessageBuilder.remainingRoom(ReplyMessage.MAX_LENGTH, header, speaker, source, "")
                        / 3;
        int each = MessageBuilder.remainingRoom(room, "");
        var message = new MessageBuilder().line(header);
        before.ifPresent(
                one -> message.quote(Excerpt.of(one, lastSentence(one), each)).blankLine());
        message.quote(Excerpt.of(passage, emphasis, each), emphasis);
        after.ifPresent(one -> message.blankLine().quote(Excerpt.of(one, one.opening(), each)));
        return finish(message, passage, emphasis, speaker);
    }

    /// Renders one of the passages that were found for a question.
    ///
    /// @param number counted from 1
    ReplyMessage renderNumbered(Passage passage, int number, int count) {
        return renderBelow(
                MessageKey.PASSAGE_OF.in(messages, number, count), passage, passage.opening());
    }

    /// Renders the target of a link in an unchanged article.
    ReplyMessage renderLinked(Passage passage, TextSpan emphasis, String speaker) {
        return renderLinked(passage, emphasis, speaker, "");
    }

    /// The same.
    ///
    /// @param note above the passage; empty for none
    ReplyMessage renderLinked(Passage passage, TextSpan emphasis, String speaker, String note) {
        String header = (MessageKey.LINKED_PASSAGE.in(messages) + "\n" + note).strip();
        int room =
                MessageBuilder.remainingRoom(
                        ReplyMessage.MAX_LENGTH, header, speaker, messages.source(passage));
        var message = new MessageBuilder().line(header);
        message.quote(Excerpt.of(passage, emphasis, room), emphasis);
        return finish(message, passage, emphasis, speaker);
    }

    /// Renders the target of a link in an article that has changed. Nothing is emphasised, because
    /// the words may have changed.
    ReplyMessage renderChanged(Passage passage) {
        return renderBelow(
                MessageKey.LINKED_PASSAGE_CHANGED.in(messages), passage, passage.opening());
    }

    /// Renders only the passage and its source.
    ReplyMessage render(Passage passage) {
        int room = MessageBuilder.remainingRoom(ReplyMessage.MAX_LENGTH, messages.source(passage));
        var message = new MessageBuilder().quote(Excerpt.of(passage, passage.opening(), room));
        return finish(message, passage, passage.opening(), "");
    }

    private ReplyMessage renderBelow(String header, Passage passage, TextSpan beginning) {
        int room =
                MessageBuilder.remainingRoom(
                        ReplyMessage.MAX_LENGTH, header, messages.source(passage));
        var message = new MessageBuilder().line(header);
        message.quote(Excerpt.of(passage, beginning, room));
        return finish(message, passage, beginning, "");
    }

    private ReplyMessage finish(
            MessageBuilder message, Passage passage, TextSpan sentence, String speaker) {
        if (!speaker.isEmpty()) {
            message.line(speaker);
        }
        return message.link(messages.source(passage), PageLink.to(passage, sentence)).build();
    }

    private static Optional<Passage> neighbour(Passage passage, int by) {
        List<Passage> all = passage.article().passages();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).span().overlaps(passage.span())) {
                return i + by >= 0 && i + by < all.size()
                        ? Optional.of(all.get(i + by)).filter(one -> !one.equals(passage))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static TextSpan lastSentence(Passage passage) {
        List<TextSpan> sentences = passage.sentences();
        return sentences.isEmpty() ? passage.span() : sentences.getLast();
    }
}
