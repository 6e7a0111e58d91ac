package dev.verbatim.answer;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Kind;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who says what in an article.
record SpeakerLookup(Article article) {

    /// Who said some words of a passage: named only when all that is quoted in them is one
    /// person's. What an article tells in its own words ("she said that …") is the article's.
    static @Nullable Speaker of(Passage passage, TextSpan words) {
        return passage.article()
                .onlySpeaker(words, quotation -> quotation.kind() != Kind.INDIRECT)
                .orElse(null);
    }

    /// Whose the words are or, where the article tells them in its own, whose the thought is.
    static Optional<Speaker> behind(Passage passage, TextSpan words) {
        return Optional.ofNullable(of(passage, words))
                .or(() -> passage.article().onlySpeaker(words, _ -> true));
    }

    /// Everybody whose words or thoughts stand in a place, in the order of the text.
    Stream<Speaker> in(TextSpan span) {
        return article.speakersIn(span);
    }

    /// Those whose name has one of the words.
    Stream<Speaker> named(Utterance words) {
        return article.quotations().stream()
                .map(Quotation::speaker)
                .filter(Objects::nonNull)
                .distinct()
                .filter(speaker -> isNamed(speaker, words));
    }

    static boolean isNamed(Speaker speaker, String text) {
        return isNamed(speaker, Utterance.of(text));
    }

    static boolean isNamed(Speaker speaker, Utterance words) {
        String surname = Utterance.of(speaker.name()).lower().getLast();
        return words.lower().contains(surname);
    }

    /// The quotations in a place that are somebody's.
    List<Quotation> of(Speaker speaker, TextSpan place) {
        return article.quotationsIn(place).stream()
                .filter(quotation -> isBy(quotation, speaker))
                .toList();
    }

    boolean speaksIn(Speaker speaker, Passage passage) {
        return !of(speaker, passage.span()).isEmpty();
    }

    private static boolean isBy(Quotation quotation, Speaker speaker) {
        Speaker said = quotation.speaker();
        return said != null && said.name().equals(speaker.name());
    }

    /// Whether nothing in the article speaks against a pronoun for somebody: not "he" for whom it
    /// calls "she".
    boolean mayBeCalled(Speaker speaker, Utterance pronoun) {
        return Phrasebook.all().stream()
                .allMatch(
                        book ->
                                !(book.hasAny(PhraseClass.HE, pronoun)
                                                && isCalled(speaker, PhraseClass.SHE))
                                        && !(book.hasAny(PhraseClass.SHE, pronoun)
                                                && isCalled(speaker, PhraseClass.HE)));
    }

    private boolean isCalled(Speaker speaker, PhraseClass pronoun) {
        Phrasebook book = Phrasebook.of(article.publication().language());
        return article.quotations().stream()
                .filter(quotation -> isBy(quotation, speaker))
                .map(Quotation::source)
                .filter(Objects::nonNull)
                .map(source -> Utterance.of(source.of(article.text())))
                .anyMatch(source -> source.size() == 1 && book.hasAny(pronoun, source));
    }
}
