package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.summary.NewsDigest.Fact;
import dev.verbatim.summary.NewsDigest.Item;
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

/// Puts sentences of several articles that say the same side by side, so that nothing is told
/// twice. For one thread.
final class NearDuplicateGroups {

    private static final int TOLD = 2;

    /// What one article tells first another may tell fifth.
    private static final int SEARCHED = 5;

    private static final int SIDE_BY_SIDE = 2;

    private final List<Summary> told;
    private final List<Summary> searched;
    private final Map<Locale, Pool> pools = new HashMap<>();
    private final Set<Sentence> placed = new HashSet<>();

    /// @param articles the newest first
    /// @param measure compares sentences of one language
    NearDuplicateGroups(
            List<ScoredArticle> articles, BiFunction<List<String>, Locale, Alike> measure) {
        this.told = articles.stream().map(article -> article.summary(TOLD)).toList();
        this.searched = articles.stream().map(article -> article.summary(SEARCHED)).toList();
        Stream.concat(told.stream(), searched.stream())
                .flatMap(summary -> summary.sentences().stream())
                .distinct()
                .collect(Collectors.groupingBy(NearDuplicateGroups::language))
                .forEach(
                        (language, sentences) ->
                                pools.put(language, Pool.of(sentences, language, measure)));
    }

    /// All sentences of one language: what is rare among them is what tells them apart.
    private record Pool(List<Sentence> sentences, Alike alike) {

        static Pool of(
                List<Sentence> sentences,
                Locale language,
                BiFunction<List<String>, Locale, Alike> measure) {
            List<String> texts = sentences.stream().map(Sentence::text).toList();
            return new Pool(sentences, measure.apply(texts, language));
        }

        boolean same(Sentence one, Sentence other) {
            return alike.same(sentences.indexOf(one), sentences.indexOf(other));
        }
    }

    /// How alike some sentences are.
    ///
    /// @param meaning where they have vectors
    record Alike(SimilarityMatrix words, @Nullable SimilarityMatrix meaning) {

        // Of pairs that we wrote, those that tell the same have cosines of .96 and more by their
        // meaning and of .40 by their words; those of one subject up to .91 and .35.
        private static final double SAME_MEANING = 0.94;
        private static final double SOME_WORDS = 0.25;

        // Where there are no vectors.
        private static final double SAME_WORDS = 0.5;

        boolean same(int one, int other) {
            return meaning == null
                    ? words.between(one, other) >= SAME_WORDS
                    : words.between(one, other) >= SOME_WORDS
                            && meaning.between(one, other) >= SAME_MEANING;
        }
    }

    NewsDigest digest() {
        List<Item> items = new ArrayList<>();
        for (int at = 0; at < told.size(); at++) {
            List<Sentence> left = left(told.get(at));
            List<Fact> facts = new ArrayList<>();
            for (Sentence sentence : left) {
                facts.add(new Fact(sentence, elsewhere(sentence, at)));
            }
            if (!facts.isEmpty()) {
                items.add(new Item(told.get(at).article(), facts));
            }
        }
        return new NewsDigest(items);
    }

    /// What of an article hasn't been placed beside another's; without what would now lean on
    /// something that has.
    private List<Sentence> left(Summary summary) {
        List<Sentence> left =
                summary.sentences().stream().filter(one -> !placed.contains(one)).toList();
        return new Summary(summary.article(), left).dangles()
                ? left.stream().filter(NearDuplicateGroups::standsAlone).toList()
                : left;
    }

    private static boolean standsAlone(Sentence sentence) {
        return !new Summary(sentence.passage().article(), List.of(sentence)).dangles();
    }

    /// The sentences of older articles that say the same, one an article.
    private List<Sentence> elsewhere(Sentence sentence, int at) {
        List<Sentence> same =
                searched.stream()
                        .skip(at + 1L)
                        .filter(other -> language(other.article()).equals(language(sentence)))
                        .flatMap(other -> sameIn(other, sentence))
                        .limit(SIDE_BY_SIDE)
                        .toList();
        placed.addAll(same);
        return same;
    }

    private Stream<Sentence> sameIn(Summary other, Sentence sentence) {
        Pool pool = pools.get(language(sentence));
        return other.sentences().stream()
                .filter(one -> !placed.contains(one) && standsAlone(one))
                .filter(one -> pool != null && pool.same(one, sentence))
                .limit(1);
    }

    private static Locale language(Sentence sentence) {
        return language(sentence.passage().article());
    }

    private static Locale language(Article article) {
        return article.publication().language();
    }
}
