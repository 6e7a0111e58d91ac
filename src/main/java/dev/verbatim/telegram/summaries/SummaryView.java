package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.summary.Summary;
import dev.verbatim.summary.Summary.Sentence;
import dev.verbatim.telegram.message.Composition;
import dev.verbatim.telegram.message.Fingerprint;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.SummaryLength;
import dev.verbatim.telegram.update.Identity;
import java.util.Arrays;
import java.util.List;

/// Shows an article in its own sentences. Pure.
record SummaryView(MessageCatalog messages, Identity me) {

    /// As many of the sentences as fit, the first ones: none is cut.
    Reply of(Summary summary, SummaryLength length) {
        var text = new SummaryText(messages, me);
        var message = new Composition();
        text.addSource(summary.article(), message);
        if (summary.sentences().isEmpty()) {
            message.blankLine().line(messages.say("summary.none"));
        }
        for (Sentence sentence : summary.sentences()) {
            if (!text.fits(sentence, message, Reply.LONGEST - 1)) {
                break;
            }
            text.add(sentence, message.blankLine());
        }
        return message.reply().with(List.of(lengths(summary.article(), length)));
    }

    private List<Reply.Button> lengths(Article article, SummaryLength chosen) {
        return Arrays.stream(SummaryLength.values())
                .map(length -> button(article, length, length == chosen))
                .toList();
    }

    private Reply.Button button(Article article, SummaryLength length, boolean chosen) {
        return new Reply.Button(
                Reply.Button.mark(chosen) + length.label().in(messages),
                new Press.Summary(Fingerprint.of(article.id()), length));
    }
}
