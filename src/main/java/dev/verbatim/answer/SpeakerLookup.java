package dev.verbatim.answer;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Kind;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A view of an article by its speakers: who says what, and under which names and pronouns.
final class SpeakerLookup {

    private final Article article;

    SpeakerLookup(Article article) {
        this.article = article;
    }

    /// Who said some words of a passage: a name only when everything quoted in them is one
    /// person's. Indirect speech ("she said that …") is in the article's own words.
    static @Nullable Speaker speakerOf(TextSpan words, Passage passage) {
        return passage.article()
                .onlySpeaker(words, quotation -> quotation.kind() != Kind.INDIRECT)
                .orElse(null);
    }

    /// Who said some words or, where the article has them in indirect speech, whose thought they
    /// are.
    static Optional<Speaker> sourceOf(TextSpan words, Passage passage) {
        return Optional.ofNullable(speakerOf(words, passage))
                .or(() -> passage.article().onlySpeaker(words, _ -> true));
    }

    /// The speakers whose surname is among the words.
    Stream<Speaker> namedIn(Utterance words) {
        return article.quotations().stream()
                .map(Quotation::speaker)
                .filter(Objects::nonNull)
                .distinct()
                .filter(speaker -> isNamedIn(words, speaker));
    }

    /// Whether a text has a speaker's surname.
    static boolean isNamedIn(Utterance words, Speaker speaker) {
        String surname = Utterance.of(speaker.name()).lower().getLast();
        return words.lower().contains(surname);
    }

    /// A person's quotations in a span, in the order of the text.
    List<Quotation> quotations(Speaker speaker, TextSpan span) {
        return article.quotationsIn(span).stream()
                .filter(quotation -> isBy(speaker, quotation))
                .toList();
    }

    boolean isQuoted(Speaker speaker, Passage passage) {
        return !quotations(speaker, passage.span()).isEmpty();
    }

    /// The sentence with a person's first words in a passage that quotes the person.
    TextSpan firstQuotedSentence(Speaker speaker, Passage passage) {
        TextSpan words = quotations(speaker, passage.span()).getFirst().content();
        return passage.sentences().stream()
                .filter(words::overlaps)
                .findFirst()
                .orElse(passage.span());
    }

    private static boolean isBy(Speaker speaker, Quotation quotation) {
        Speaker said = quotation.speaker();
        return said != null && said.name().equals(speaker.name());
    }

    /// Whether a pronoun may refer to a person: "he" may not when the article calls that person
    /// "she".
    boolean mayBeReferredToBy(Utterance pronoun, Speaker speaker) {
        return Phrasebook.all().stream()
                .noneMatch(
                        book ->
                                (book.hasAny(PhraseClass.HE, pronoun)
                                                && isCalled(PhraseClass.SHE, speaker))
                                        || (book.hasAny(PhraseClass.SHE, pronoun)
                                                && isCalled(PhraseClass.HE, speaker)));
    }

    private boolean isCalled(PhraseClass pronoun, Speaker speaker) {
        Phrasebook book = Phrasebook.of(article.publication().language());
        return article.quotations().stream()
                .filter(quotation -> isBy(speaker, quotation))
                .map(Quotation::source)
                .filter(Objects::nonNull)
                .map(source -> Utterance.of(source.of(article.text())))
                .anyMatch(source -> source.size() == 1 && book.hasAny(pronoun, source));
    }
}
