package dev.verbatim.telegram.answering;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.message.Truncation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A passage to be pasted elsewhere: the words, whose they are, where they stand, and the link that
/// opens them here.
///
/// The source and the link come first to what room there is. Words that don't fit are cut between
/// words, and that is marked; where only a few would be left there are none.
public final class Citation {

    /// Telegram's limit for what a button copies.
    static final int LONGEST = 256;

    private static final String CUT = " […]";
    private static final int WORTH_QUOTING = 40;

    private final MessageCatalog messages;

    public Citation(MessageCatalog messages) {
        this.messages = messages;
    }

    /// What is pasted, in at most [#LONGEST] units.
    ///
    /// @param link to the passage; empty while we don't know our own name
    public String of(Passage passage, TextSpan emphasis, @Nullable Speaker speaker, String link) {
        // A title is no quotation, and may be shortened.
        String source = Truncation.ellipsize(messages.source(passage), LONGEST - link.length() - 1);
        String place = lines(source, link);
        String by = speaker == null ? "" : messages.speaker(speaker);
        String words = emphasis.of(passage.article().text());
        return fitting(words, lines(by, place))
                .map(quoted -> lines(quoted, lines(by, place)))
                .orElse(place);
    }

    /// As many of the words as fit above the other lines; none when that is too few.
    private static Optional<String> fitting(String words, String below) {
        int room = LONGEST - below.length() - 1;
        if (words.length() <= room) {
            return Optional.of(words);
        }
        for (int end = room - CUT.length(); end >= WORTH_QUOTING; end--) {
            if (Character.isWhitespace(words.charAt(end))) {
                return Optional.of(words.substring(0, end).stripTrailing() + CUT);
            }
        }
        return Optional.empty();
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
