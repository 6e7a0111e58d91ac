package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextHash;
import dev.verbatim.article.TextSpan;
import dev.verbatim.summary.Summary;
import dev.verbatim.summary.Summary.Sentence;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.CallbackData.SummaryLength;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A renderer of summaries: each sentence is a quotation, followed by a link to its paragraph. Pure
/// and word for word, as [dev.verbatim.telegram.answering.AnswerRenderer].
///
/// @param bot opens the links and shows the context; while its name isn't known, the links lead to
///   the article's page
record SummaryRenderer(MessageCatalog messages, BotIdentity bot) {

    /// Renders the first sentences, as many as fit: none is cut.
    ReplyMessage render(Summary summary, SummaryLength length) {
        var message = new MessageBuilder();
        addSource(summary.article(), message);
        if (summary.sentences().isEmpty()) {
            message.blankLine().line(messages.say("summary.none"));
        }
        for (Sentence sentence : summary.sentences()) {
            if (!fits(sentence, message, ReplyMessage.MAX_LENGTH - 1)) {
                break;
            }
            add(sentence, message.blankLine());
        }
        return message.build()
                .asSummary()
                .withButtons(List.of(lengthButtons(summary.article(), length)));
    }

    private List<ReplyMessage.Button> lengthButtons(Article article, SummaryLength chosen) {
        return Arrays.stream(SummaryLength.values())
                .map(
                        length ->
                                new ReplyMessage.Button(
                                        ReplyMessage.Button.checkMark(length == chosen)
                                                + length.label().in(messages),
                                        new CallbackData.ShowSummary(
                                                TextHash.of(article.id()), length)))
                .toList();
    }

    /// Adds the line that names the article.
    void addSource(Article article, MessageBuilder message) {
        message.title(messages.source(article.publication()), PageLink.to(article.publication()));
    }

    /// Adds a sentence if all of it fits.
    ///
    /// @return whether it was added
    boolean add(Sentence sentence, MessageBuilder message) {
        boolean fits = fits(sentence, message, ReplyMessage.MAX_LENGTH);
        if (fits) {
            Passage passage = sentence.passage();
            message.quote(new Excerpt(passage, passage.span()))
                    .link(place(sentence), link(passage));
        }
        return fits;
    }

    /// Whether a sentence can be added without exceeding this many UTF-16 units.
    boolean fits(Sentence sentence, MessageBuilder message, int maxLength) {
        int room = MessageBuilder.remainingRoom(maxLength - message.length(), place(sentence));
        return sentence.passage().span().length() <= room;
    }

    private String place(Sentence sentence) {
        String paragraph = "¶" + sentence.passage().paragraph();
        Speaker speaker = sentence.speaker();
        return speaker == null || sentence.text().contains(speaker.name())
                ? paragraph
                : paragraph + " " + messages.speaker(speaker);
    }

    private Optional<String> link(Passage passage) {
        TextSpan span = passage.span();
        return bot.link(PassageReference.of(passage, span))
                .map(address -> "https://" + address)
                .or(() -> PageLink.to(passage, span));
    }
}
