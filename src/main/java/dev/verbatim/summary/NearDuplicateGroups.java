package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.summary.Summary.NewsDigest;
import dev.verbatim.summary.Summary.NewsDigest.Fact;
import dev.verbatim.summary.Summary.NewsDigest.Item;
import dev.verbatim.summary.Summary.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A grouping of sentences of several articles that tell the same, so that a digest tells nothing
/// twice. For one thread.
final class NearDuplicateGroups {

    /// How many sentences of other articles are put beside a sentence.
    private static final int MAX_DUPLICATES = 2;

    private final List<Summary> summaries;
    private final List<Summary> searched;
    private final Map<Locale, Pool> pools = new HashMap<>();
    private final Set<Sentence> placed = new HashSet<>();

    /// @param summaries what the digest tells of each article, the newest first
    /// @param searched a longer summary of each, to find duplicates in
    /// @param measure compares sentences of one language
    NearDuplicateGroups(
            List<Summary> summaries,
            List<Summary> searched,
            BiFunction<List<String>, Locale, SentenceSimilarity> measure) {
        this.summaries = summaries;
        this.searched = searched;
        Stream.concat(summaries.stream(), searched.stream())
                .flatMap(summary -> summary.sentences().stream())
                .distinct()
                .collect(Collectors.groupingBy(NearDuplicateGroups::language))
                .forEach(
                        (language, sentences) ->
                                pools.put(language, Pool.of(sentences, language, measure)));
    }

    /// All sentences of one language. They are compared together, since what is rare among them
    /// distinguishes them.
    private record Pool(List<Sentence> sentences, SentenceSimilarity similarity) {

        static Pool of(
                List<Sentence> sentences,
                Locale language,
                BiFunction<List<String>, Locale, SentenceSimilarity> measure) {
            List<String> texts = sentences.stream().map(Sentence::text).toList();
            return new Pool(sentences, measure.apply(texts, language));
        }

        boolean areDuplicates(Sentence one, Sentence other) {
            return similarity.areDuplicates(sentences.indexOf(one), sentences.indexOf(other));
        }
    }

    /// The similarity of sentences of one language.
    ///
    /// @param semantic missing without vectors
    record SentenceSimilarity(SimilarityMatrix lexical, @Nullable SimilarityMatrix semantic) {

        // Of pairs written for this purpose, those that tell the same have semantic cosines from
        // .96 and lexical ones from .40; those about one subject have up to .91 and .35.
        private static final double SEMANTIC_THRESHOLD = 0.94;
        private static final double LEXICAL_THRESHOLD = 0.25;

        // Without vectors.
        private static final double LEXICAL_ONLY_THRESHOLD = 0.5;

        boolean areDuplicates(int one, int other) {
            return semantic == null
                    ? lexical.cosine(one, other) >= LEXICAL_ONLY_THRESHOLD
                    : lexical.cosine(one, other) >= LEXICAL_THRESHOLD
                            && semantic.cosine(one, other) >= SEMANTIC_THRESHOLD;
        }
    }

    NewsDigest digest() {
        List<Item> items = new ArrayList<>();
        for (int index = 0; index < summaries.size(); index++) {
            List<Fact> facts = new ArrayList<>();
            for (Sentence sentence : notPlaced(summaries.get(index))) {
                facts.add(new Fact(sentence, duplicatesAfter(index, sentence)));
            }
            if (!facts.isEmpty()) {
                items.add(new Item(summaries.get(index).article(), facts));
            }
        }
        return new NewsDigest(items);
    }

    /// The sentences of a summary that aren't beside another article's yet; without those that
    /// depend on one that is.
    private List<Sentence> notPlaced(Summary summary) {
        List<Sentence> left =
                summary.sentences().stream().filter(one -> !placed.contains(one)).toList();
        return new Summary(summary.article(), left).dangles()
                ? left.stream().filter(NearDuplicateGroups::isStandalone).toList()
                : left;
    }

    private static boolean isStandalone(Sentence sentence) {
        return !new Summary(sentence.passage().article(), List.of(sentence)).dangles();
    }

    /// The sentences of older articles that tell the same, one of each article.
    private List<Sentence> duplicatesAfter(int index, Sentence sentence) {
        List<Sentence> duplicates =
                searched.stream()
                        .skip(index + 1L)
                        .filter(other -> language(other.article()).equals(language(sentence)))
                        .flatMap(other -> firstDuplicate(other, sentence))
                        .limit(MAX_DUPLICATES)
                        .toList();
        placed.addAll(duplicates);
        return duplicates;
    }

    private Stream<Sentence> firstDuplicate(Summary other, Sentence sentence) {
        Pool pool = pools.get(language(sentence));
        return other.sentences().stream()
                .filter(one -> !placed.contains(one) && isStandalone(one))
                .filter(one -> pool != null && pool.areDuplicates(one, sentence))
                .limit(1);
    }

    private static Locale language(Sentence sentence) {
        return language(sentence.passage().article());
    }

    private static Locale language(Article article) {
        return article.publication().language();
    }
}
