package dev.verbatim.quotation;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The result of a check: what the articles tell of words that somebody is said to have said.
public sealed interface QuotationCheck {

    Claim claim();

    /// The articles have these words.
    record Exact(Claim claim, Source source) implements QuotationCheck {}

    /// The articles have these words, but for some.
    ///
    /// @param differences at least one; their places are in the claim's text and the article's
    record Altered(Claim claim, Source source, List<WordDifference> differences)
            implements QuotationCheck {

        public Altered {
            differences = List.copyOf(differences);
        }
    }

    /// The articles have these words, or nearly, from somebody else than the message says.
    ///
    /// @param source without a speaker when they are the article's own words
    /// @param differences none when all words are the same
    record OtherSpeaker(Claim claim, Source source, List<WordDifference> differences)
            implements QuotationCheck {

        public OtherSpeaker {
            differences = List.copyOf(differences);
        }
    }

    /// An article in another language says something close, as far as a dictionary can tell.
    record Close(Claim claim, Source source) implements QuotationCheck {}

    /// The articles have no such words.
    record NotFound(Claim claim) implements QuotationCheck {}

    /// The source; missing when the articles have none.
    default Optional<Source> found() {
        return switch (this) {
            case Exact(_, var source) -> Optional.of(source);
            case Altered(_, var source, _) -> Optional.of(source);
            case OtherSpeaker(_, var source, _) -> Optional.of(source);
            case Close(_, var source) -> Optional.of(source);
            case NotFound _ -> Optional.empty();
        };
    }

    /// The differences between claim and source; none where they aren't compared word by word.
    default List<WordDifference> wordDifferences() {
        return switch (this) {
            case Altered(_, _, var differences) -> differences;
            case OtherSpeaker(_, _, var differences) -> differences;
            case Exact _, Close _, NotFound _ -> List.of();
        };
    }

    /// The words of the claim at a difference; empty where it left some out.
    default String saidIn(WordDifference difference) {
        return difference.said().map(place -> place.of(claim().text())).orElse("");
    }

    /// The article's words at a difference; empty where the claim has added some.
    default String sourceOf(WordDifference difference) {
        return found().flatMap(
                        source ->
                                difference
                                        .source()
                                        .map(place -> place.of(source.passage().article().text())))
                .orElse("");
    }

    /// Words that a message says somebody said.
    ///
    /// @param text without the quotation marks
    /// @param attributedTo as the message names that person; missing when it names nobody
    /// @param denied whether the message's own words just before deny what follows
    record Claim(String text, @Nullable String attributedTo, boolean denied) {}

    /// Where the articles have the words.
    ///
    /// @param passage the sentences with them
    /// @param words in the passage
    /// @param speaker missing when the article names none, or leaves a doubt
    record Source(Passage passage, TextSpan words, @Nullable Speaker speaker) {}
}
