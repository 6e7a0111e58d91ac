package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Kind;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.format.BoilerplateFilter;
import dev.verbatim.language.WordTokenizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A filter of the sentences of an article that can be shown, alone or with the previous one. Its
/// rules are hard: no sentence is so relevant that it may mislead.
final class StandaloneFilter {

    private static final WordTokenizer WORDS = WordTokenizer.joinedBy("-'’");
    private static final int MIN_WORDS = 5;

    // A sentence or a quotation as long as a page is no summary.
    private static final int MAX_CHARACTERS = 700;

    // Marks may close after the full stop. A question tells nothing, and a colon only announces.
    private static final Pattern END =
            Pattern.compile("[.!…。！։۔।](?:[\\p{Pe}\\p{Pf}\\p{Pi}\"'\\s\\p{Z}]|\\[\\d+])*+$");
    private static final Pattern FRAGMENT = Pattern.compile("^[^\\p{L}\\p{N}]*+\\p{Ll}");

    private final Article article;
    private final SummaryCues cues;
    private final boolean isCased;
    private final BackReferences backReferences;

    /// @param sentences of the article
    StandaloneFilter(Article article, List<CandidateSentence> sentences) {
        this.article = article;
        this.cues = SummaryCues.of(article.publication().language());
        this.backReferences = new BackReferences(article);
        this.isCased =
                sentences.stream().filter(StandaloneFilter::isFragment).count() * 2
                        <= sentences.size();
    }

    /// Whether it starts in lower case; where most sentences do, that means nothing.
    private static boolean isFragment(CandidateSentence sentence) {
        return FRAGMENT.matcher(sentence.text()).find();
    }

    /// Whether it is a whole sentence that tells something, and whose speakers are known.
    boolean isPresentable(CandidateSentence sentence) {
        return sentence.uncut()
                && !(isCased && isFragment(sentence))
                && isSentence(sentence.text())
                && hasKnownSpeakers(sentence.span());
    }

    private boolean isSentence(String text) {
        return text.length() <= MAX_CHARACTERS
                && END.matcher(text).find()
                && WORDS.words(text).limit(MIN_WORDS).count() == MIN_WORDS
                && !BoilerplateFilter.isBoilerplate(text)
                && !cues.isAside(text);
    }

    /// Whether everything quoted in it is one known person's, or the sentence names the speakers.
    private boolean hasKnownSpeakers(TextSpan sentence) {
        return speaker(sentence).isPresent()
                || quoted(sentence).stream().allMatch(quotation -> isNamed(quotation, sentence));
    }

    private List<Quotation> quoted(TextSpan sentence) {
        return article.quotationsIn(sentence).stream().filter(StandaloneFilter::isQuoted).toList();
    }

    private static boolean isQuoted(Quotation quotation) {
        return quotation.kind() != Kind.INDIRECT;
    }

    private boolean isNamed(Quotation quotation, TextSpan sentence) {
        TextSpan source = quotation.source();
        return source != null && sentence.contains(source) && !isPronoun(source);
    }

    private boolean isPronoun(TextSpan mention) {
        return cues.isPronoun(mention.of(article.text()));
    }

    /// The speaker of everything that is quoted in it; empty unless that is one person.
    Optional<Speaker> speaker(TextSpan sentence) {
        return article.onlySpeaker(sentence, StandaloneFilter::isQuoted);
    }

    /// Whether it needs the previous sentence, see [BackReferences].
    boolean dependsOnPrevious(CandidateSentence sentence) {
        return backReferences.isIn(sentence.span());
    }
}
