package dev.verbatim.telegram.checking;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.TextSpan;
import dev.verbatim.quotation.CheckText;
import dev.verbatim.quotation.QuotationCheck;
import dev.verbatim.quotation.QuotationCheck.Source;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import java.util.List;

/// A renderer of what the articles tell of quotations: the verdict, what was said, the article's
/// words with their source, and each difference. Pure and word for word.
///
/// @param searched how many articles were searched
record CheckRenderer(MessageCatalog messages, int searched) {

    /// More would not fit one message, or not be read.
    private static final int MAX_CHECKS = 5;

    private static final int MAX_DIFFERENCES = 6;
    private static final int MAX_SAID = 160;
    private static final int MAX_LINE = 120;

    /// For the lines around the quotations.
    private static final int RESERVED = 600;

    ReplyMessage render(List<QuotationCheck> checks) {
        var message = new MessageBuilder();
        List<QuotationCheck> shown = checks.stream().limit(MAX_CHECKS).toList();
        for (QuotationCheck check : shown) {
            if (message.length() > 0) {
                message.blankLine();
            }
            add(check, shown.size(), message);
        }
        if (checks.size() > MAX_CHECKS) {
            message.blankLine().line(messages.say("check.more", MAX_CHECKS));
        }
        return message.build();
    }

    private CheckText text() {
        return new CheckText(messages, searched);
    }

    private void add(QuotationCheck check, int count, MessageBuilder message) {
        message.bold(text().verdict(check));
        message.said(messages.quoted(line(check.claim().text(), MAX_SAID)));
        check.found().ifPresent(source -> add(check, source, count, message));
    }

    private void add(QuotationCheck check, Source source, int count, MessageBuilder message) {
        List<String> differences =
                text().differences(check).stream()
                        .limit(MAX_DIFFERENCES)
                        .map(line -> Truncation.ellipsize(line, MAX_LINE))
                        .toList();
        int room = (ReplyMessage.MAX_LENGTH - RESERVED) / count - differences.size() * MAX_LINE;
        Excerpt excerpt = Excerpt.of(source.passage(), source.words(), Math.max(MAX_SAID, room));
        message.quote(excerpt, emphases(check, source));
        if (source.speaker() != null) {
            message.line(messages.speaker(source.speaker()));
        }
        message.link(
                messages.source(source.passage()), PageLink.to(source.passage(), source.words()));
        differences.forEach(message::said);
    }

    /// What differs; all of the words where nothing does.
    private static List<TextSpan> emphases(QuotationCheck check, Source source) {
        return check.wordDifferences().isEmpty()
                ? List.of(source.words())
                : check.wordDifferences().stream()
                        .flatMap(difference -> difference.source().stream())
                        .toList();
    }

    private static String line(String text, int maxLength) {
        return Truncation.ellipsize(MessageCatalog.onOneLine(text), maxLength);
    }
}
