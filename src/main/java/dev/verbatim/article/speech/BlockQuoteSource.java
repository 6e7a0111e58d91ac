package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon.Gender;
import dev.verbatim.article.speech.NounPhraseFinder.NounPhrase;
import dev.verbatim.article.speech.TokenizedSentence.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The line below a block quote that says whose words it has: "— Marta Olsen, harbour master".
///
/// @param content the words above it
/// @param dash that ties both
record BlockQuoteSource(TextSpan content, TextSpan dash, Mention.Name name) {

    private static final String DASHES = "—–―-";
    private static final int MAX_LENGTH = 16;

    /// The source on the last line of a paragraph; missing where the line is anything but a name
    /// and what the person is.
    static @Nullable BlockQuoteSource of(String text, List<TokenizedSentence> paragraph) {
        if (paragraph.isEmpty()) {
            return null;
        }
        TokenizedSentence last = paragraph.getLast();
        int dash = lastDash(text, last);
        Mention.Name name = dash < 0 ? null : name(last, dash + 1);
        int end = dash > 0 ? dash : -1;
        TextSpan before =
                end > 0
                        ? last.span(0, end)
                        : paragraph.size() > 1 ? paragraph.get(paragraph.size() - 2).span() : null;
        return name == null || before == null
                ? null
                : new BlockQuoteSource(
                        paragraph.getFirst().span().to(before), last.at(dash).span(), name);
    }

    /// A dash that begins a line; -1 when the last line begins with none.
    private static int lastDash(String text, TokenizedSentence sentence) {
        for (int at = Math.max(0, sentence.size() - MAX_LENGTH); at < sentence.size(); at++) {
            Token token = sentence.at(at);
            int start = token.span().start();
            if (token.isMark(DASHES) && start > 0 && text.charAt(start - 1) == '\n') {
                return at;
            }
        }
        return -1;
    }

    private static Mention.@Nullable Name name(TokenizedSentence sentence, int from) {
        NounPhrase phrase = new NounPhraseFinder(sentence).after(from);
        if (phrase == null
                || !(phrase.mention() instanceof Mention.Name name)
                || !isPerson(sentence, name)) {
            return null;
        }
        int rest = phrase.to();
        if (isEnd(sentence, rest)) {
            return name;
        }
        boolean apposition = sentence.at(rest).isMark(",") && name.role() == null;
        return apposition ? withRole(name, sentence, rest + 1) : null;
    }

    private static boolean isPerson(TokenizedSentence sentence, Mention.Name name) {
        long words =
                sentence.tokens().stream()
                        .filter(token -> name.name().contains(token.span()))
                        .count();
        return name.role() != null || name.gender() != Gender.UNKNOWN || words > 1;
    }

    private static Mention.@Nullable Name withRole(
            Mention.Name name, TokenizedSentence sentence, int from) {
        int to = sentence.size();
        while (to > from && !sentence.at(to - 1).isWord()) {
            to--;
        }
        return to == from
                ? name
                : new Mention.Name(
                        name.span(), name.name(), sentence.span(from, to), name.gender());
    }

    private static boolean isEnd(TokenizedSentence sentence, int from) {
        int at = from;
        while (at < sentence.size() && !sentence.at(at).isWord()) {
            at++;
        }
        return at == sentence.size();
    }
}
