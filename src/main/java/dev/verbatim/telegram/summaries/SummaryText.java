package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.summary.Summary.Sentence;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.Optional;

/// Writes the sentences of summaries into messages, each as a quotation and with the paragraph it
/// stands in: that opens it where we show what stands around it. Pure, and word for word, as
/// [dev.verbatim.telegram.answering.AnswerRenderer].
///
/// @param me who opens those links; while we don't know our name, the article's page does
record SummaryText(MessageCatalog messages, BotIdentity me) {

    /// Adds a sentence if it fits whole.
    ///
    /// @return whether it did
    boolean add(Sentence sentence, MessageBuilder message) {
        boolean fits = fits(sentence, message, ReplyMessage.MAX_LENGTH);
        if (fits) {
            Passage passage = sentence.passage();
            message.quote(new Excerpt(passage, passage.span()))
                    .link(place(sentence), link(passage));
        }
        return fits;
    }

    /// Whether a sentence can be added to a message of a length, in UTF-16 units.
    boolean fits(Sentence sentence, MessageBuilder message, int longest) {
        int room = MessageBuilder.remainingRoom(longest - message.length(), place(sentence));
        return sentence.passage().span().length() <= room;
    }

    /// The article itself, on one line.
    void addSource(Article article, MessageBuilder message) {
        message.link(messages.source(article.publication()), PageLink.to(article.publication()));
    }

    private String place(Sentence sentence) {
        String paragraph = "¶" + sentence.passage().paragraph();
        Speaker speaker = sentence.speaker();
        return speaker == null || isNamedIn(sentence, speaker)
                ? paragraph
                : paragraph + " " + messages.speaker(speaker);
    }

    private static boolean isNamedIn(Sentence sentence, Speaker speaker) {
        return sentence.text().contains(speaker.name());
    }

    private Optional<String> link(Passage passage) {
        TextSpan span = passage.span();
        return me.link(PassageReference.of(passage, span))
                .map(address -> "https://" + address)
                .or(() -> PageLink.to(passage, span));
    }
}
