package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.quotation.SourceComparison;
import dev.verbatim.quotation.SourceComparison.Pair;
import dev.verbatim.summary.Summarizer;
import dev.verbatim.summary.Summary;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A renderer of what two articles have in common: what both say, where they differ, and what only
/// one says. Pure and word for word.
///
/// @param summarizer picks the sentences of one article that can stand alone
record CompareRenderer(MessageCatalog messages, Summarizer summarizer) {

    private static final int MAX_PAIRS = 3;
    private static final int MAX_ONLY = 2;

    /// Of an article's sentences, so many of the best are looked through for what only it says.
    private static final int CANDIDATES = 8;

    /// Below Telegram's limit by a heading and a line.
    private static final int MAX_LENGTH = 3800;

    ReplyMessage render(Article one, Article other, SourceComparison comparison) {
        var message = new MessageBuilder();
        addSource("1. ", one, message);
        addSource("2. ", other, message);
        addPairs(MessageKey.COMPARE_DIFFER, comparison.differing(), message);
        addPairs(MessageKey.COMPARE_BOTH, comparison.agreeing(), message);
        if (comparison.differing().isEmpty() && comparison.agreeing().isEmpty()) {
            message.blankLine().line(MessageKey.COMPARE_NOTHING.in(messages));
        }
        addOnly(1, one, comparison.first(), message);
        addOnly(2, other, comparison.second(), message);
        return message.build().asSummary();
    }

    private void addSource(String number, Article article, MessageBuilder message) {
        message.link(
                number + messages.source(article.publication()),
                PageLink.to(article.publication()));
    }

    private void addPairs(MessageKey heading, List<Pair> pairs, MessageBuilder message) {
        List<Pair> shown = pairs.stream().limit(MAX_PAIRS).toList();
        for (Pair pair : shown) {
            int length = pair.first().span().length() + pair.second().span().length();
            if (message.length() + length < MAX_LENGTH) {
                if (pair.equals(shown.getFirst())) {
                    message.blankLine().bold(heading.in(messages));
                }
                add(1, pair.first(), SourceComparison.onlyIn(pair.first(), pair.second()), message);
                add(
                        2,
                        pair.second(),
                        SourceComparison.onlyIn(pair.second(), pair.first()),
                        message);
            }
        }
    }

    private static void add(
            int article, Passage sentence, List<TextSpan> marks, MessageBuilder message) {
        message.quote(new Excerpt(sentence, sentence.span()), marks)
                .link(
                        article + " · ¶" + sentence.paragraph(),
                        PageLink.to(sentence, sentence.span()));
    }

    private void addOnly(int number, Article article, List<Passage> only, MessageBuilder message) {
        Set<TextSpan> spans = new HashSet<>();
        only.forEach(passage -> spans.add(passage.span()));
        List<Passage> shown =
                summarizer.summarize(article, CANDIDATES).sentences().stream()
                        .map(Summary.Sentence::passage)
                        .filter(passage -> spans.contains(passage.span()))
                        .limit(MAX_ONLY)
                        .toList();
        for (Passage sentence : shown) {
            if (message.length() + sentence.span().length() < MAX_LENGTH) {
                if (sentence.equals(shown.getFirst())) {
                    message.blankLine().bold(MessageKey.COMPARE_ONLY.in(messages, number));
                }
                add(number, sentence, List.of(), message);
            }
        }
    }
}
