package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.telegram.message.AnswerLength;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A renderer of answers as messages. Pure: the same answer in the same language gives the same
/// message.
///
/// Words of an article are quoted exactly, each quotation by itself. All other words are the bot's.
final class AnswerRenderer {

    /// More would be a list to work through, and none of them answers.
    private static final int MAX_NEAREST = 3;

    /// Of a number on a line of its own.
    private static final int NUMBER_LENGTH = 4;

    private final MessageCatalog messages;
    private final AnswerLength length;

    AnswerRenderer(MessageCatalog messages) {
        this(messages, AnswerLength.NORMAL);
    }

    AnswerRenderer(MessageCatalog messages, AnswerLength length) {
        this.messages = messages;
        this.length = length;
    }

    ReplyMessage render(Answer answer) {
        return switch (answer) {
            case Answer.Found(var passage, var emphasis, var speaker, _, var translation) ->
                    quoted("", passage, emphasis, speakerLine(speaker), note(translation));
            case Answer.Closest(var passage, var emphasis, var speaker, _, var translation) ->
                    quoted(
                            messages.closest(),
                            passage,
                            emphasis,
                            speakerLine(speaker),
                            note(translation));
            case Answer.Unattributed(var passage, var emphasis) ->
                    quoted("", passage, emphasis, messages.nobodyNamed(), "");
            case Answer.NotFound notFound -> notFound(notFound);
            case Answer.NoQuestion(var intent) -> ReplyMessage.of(messages.to(intent));
        };
    }

    /// Renders the answers to several questions, numbered, as many as fit: with their sentences
    /// only where all would be too long.
    ReplyMessage render(List<Answer> answers) {
        if (answers.size() == 1) {
            return render(answers.getFirst());
        }
        List<ReplyMessage> parts = answers.stream().map(this::render).toList();
        boolean fits =
                parts.stream().mapToInt(part -> part.text().length() + NUMBER_LENGTH).sum()
                        <= ReplyMessage.MAX_LENGTH;
        return fits || length == AnswerLength.SHORT
                ? numbered(parts)
                : new AnswerRenderer(messages, AnswerLength.SHORT).render(answers);
    }

    private static ReplyMessage numbered(List<ReplyMessage> parts) {
        var message = new MessageBuilder();
        for (int i = 0; i < parts.size(); i++) {
            int end = message.length() + parts.get(i).text().length() + NUMBER_LENGTH;
            if (end <= ReplyMessage.MAX_LENGTH) {
                message.bold((i + 1) + ".").add(parts.get(i));
            }
        }
        return message.build();
    }

    /// Renders an answer; for a question that the articles don't answer, with the nearest passages.
    ReplyMessage renderWithNearest(Answer answer) {
        return switch (answer) {
            case Answer.NotFound notFound when !notFound.nearest().isEmpty() ->
                    renderNearest(notFound);
            case Answer.NotFound _,
                    Answer.Found _,
                    Answer.Closest _,
                    Answer.Unattributed _,
                    Answer.NoQuestion _ ->
                    render(answer);
        };
    }

    private String speakerLine(@Nullable Speaker speaker) {
        return speaker == null ? "" : messages.speaker(speaker);
    }

    private String note(@Nullable TranslatedQuestion translation) {
        return messages.translated(translation);
    }

    /// @param above the line above the quotation; empty for none
    /// @param below the line that names the speaker, and the one that says what was looked for;
    ///   each may be empty
    private ReplyMessage quoted(String above, Passage passage, TextSpan emphasis, String... below) {
        String source = messages.source(passage);
        String lines = String.join("\n", below);
        int room = MessageBuilder.remainingRoom(ReplyMessage.MAX_LENGTH, above, lines, source);
        var message = new MessageBuilder();
        if (!above.isEmpty()) {
            message.line(above);
        }
        for (Excerpt excerpt : length.excerpts(passage, emphasis, room)) {
            message.quote(excerpt, emphasis);
        }
        Stream.of(below).filter(line -> !line.isEmpty()).forEach(message::line);
        return message.link(source, PageLink.to(passage, emphasis)).build();
    }

    private ReplyMessage notFound(Answer.NotFound answer) {
        String text = messages.notFound(answer);
        if (answer.nearest().isEmpty()) {
            return ReplyMessage.of(text);
        }
        return ReplyMessage.of(
                text,
                new ReplyMessage.Button(
                        MessageKey.NEAREST.in(messages), new CallbackData.ShowNearest()));
    }

    private ReplyMessage renderNearest(Answer.NotFound answer) {
        List<Passage> passages = answer.nearest().stream().limit(MAX_NEAREST).toList();
        var message =
                new MessageBuilder()
                        .line(messages.notFound(answer))
                        .line(messages.nearestButNoAnswer());
        int room =
                MessageBuilder.remainingRoom(
                        ReplyMessage.MAX_LENGTH,
                        messages.notFound(answer),
                        messages.nearestButNoAnswer());
        for (Passage passage : passages) {
            addNearest(message, passage, room / passages.size());
        }
        return message.build();
    }

    private void addNearest(MessageBuilder message, Passage passage, int room) {
        String source = messages.source(passage);
        TextSpan beginning = passage.opening();
        int forQuote = MessageBuilder.remainingRoom(room, source);
        message.blankLine()
                .quote(Excerpt.of(passage, beginning, forQuote))
                .link(source, PageLink.to(passage, beginning));
    }
}
