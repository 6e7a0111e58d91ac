package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.summary.Summary;
import dev.verbatim.summary.Summary.Sentence;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SummaryLength;
import dev.verbatim.telegram.message.TextHash;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.Arrays;
import java.util.List;

/// Shows an article in its own sentences. Pure.
record SummaryView(MessageCatalog messages, BotIdentity me) {

    /// As many of the sentences as fit, the first ones: none is cut.
    ReplyMessage of(Summary summary, SummaryLength length) {
        var text = new SummaryText(messages, me);
        var message = new MessageBuilder();
        text.addSource(summary.article(), message);
        if (summary.sentences().isEmpty()) {
            message.blankLine().line(messages.say("summary.none"));
        }
        for (Sentence sentence : summary.sentences()) {
            if (!text.fits(sentence, message, ReplyMessage.MAX_LENGTH - 1)) {
                break;
            }
            text.add(sentence, message.blankLine());
        }
        return message.build().withButtons(List.of(lengths(summary.article(), length)));
    }

    private List<ReplyMessage.Button> lengths(Article article, SummaryLength chosen) {
        return Arrays.stream(SummaryLength.values())
                .map(length -> button(article, length, length == chosen))
                .toList();
    }

    private ReplyMessage.Button button(Article article, SummaryLength length, boolean chosen) {
        return new ReplyMessage.Button(
                ReplyMessage.Button.checkMark(chosen) + length.label().in(messages),
                new CallbackData.ShowSummary(TextHash.of(article.id()), length));
    }
}
