package dev.verbatim.telegram.answering;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.message.Truncation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A formatter of passages to be pasted elsewhere: the words, their speaker, their source, and the
/// link that opens them in the bot.
///
/// The source and the link always fit. A quotation that doesn't is cut between words, which is
/// marked; when only a few words would be left, it is omitted.
final class Citation {

    /// Telegram's limit for the text that a button copies.
    static final int MAX_LENGTH = 256;

    private static final String OMISSION = " […]";
    private static final int MIN_QUOTED = 40;

    private final MessageCatalog messages;

    Citation(MessageCatalog messages) {
        this.messages = messages;
    }

    /// Formats a citation of at most [#MAX_LENGTH] UTF-16 units.
    ///
    /// @param link to the passage; empty while the bot's name isn't known
    String format(Passage passage, TextSpan emphasis, @Nullable Speaker speaker, String link) {
        // A title is no quotation, and may be shortened.
        String source =
                Truncation.ellipsize(messages.source(passage), MAX_LENGTH - link.length() - 1);
        String place = lines(source, link);
        String speakerLine = speaker == null ? "" : messages.speaker(speaker);
        String words = emphasis.of(passage.article().text());
        return fitting(words, lines(speakerLine, place))
                .map(quoted -> lines(quoted, lines(speakerLine, place)))
                .orElse(place);
    }

    /// As many of the words as fit above the other lines; empty when too few would fit.
    private static Optional<String> fitting(String words, String below) {
        int room = MAX_LENGTH - below.length() - 1;
        if (words.length() <= room) {
            return Optional.of(words);
        }
        for (int end = room - OMISSION.length(); end >= MIN_QUOTED; end--) {
            if (Character.isWhitespace(words.charAt(end))) {
                return Optional.of(words.substring(0, end).stripTrailing() + OMISSION);
            }
        }
        return Optional.empty();
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
