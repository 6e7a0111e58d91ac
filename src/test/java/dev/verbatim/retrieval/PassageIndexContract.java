package dev.verbatim.retrieval;

import static dev.verbatim.retrieval.IndexFixtures.article;
import static dev.verbatim.retrieval.IndexFixtures.changes;
import static dev.verbatim.retrieval.IndexFixtures.english;
import static dev.verbatim.retrieval.IndexFixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange.Published;
import dev.verbatim.article.ContentChange.Withdrawn;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an index does, whatever engine it is in: run against each of them.
public interface PassageIndexContract {

    Article SHIPS =
            english("ships", "Over thirty ships patrol the Baltic Sea.", "Aircraft support them.");
    Article BREAD = english("bread", "The baker opens at six.", "Rye bread is sold out by noon.");

    String PATROL = "Over thirty ships patrol the Baltic Sea.";

    /// An index without articles.
    PassageIndex open();

    /// How many updates a question may meet in the test of those.
    default int updates() {
        return 200;
    }

    static List<String> found(PassageIndex index, String question) {
        return texts(index.retrieve(Question.of(question), 10));
    }

    static List<String> texts(Ranking ranking) {
        return ranking.candidates().stream().map(Candidate::passage).map(Passage::text).toList();
    }

    static void publish(PassageIndex index, Article... articles) {
        changes(articles).forEach(index);
        index.accept(settled(Stream.of(articles).map(Article::id).toArray(String[]::new)));
    }

    @Test
    default void passageWithTheQuestionsWordsRanksFirst() {
        try (PassageIndex index = open()) {
            publish(index, SHIPS, BREAD);

            assertThat(found(index, "How many ships patrol the Baltic?"))
                    .startsWith("Over thirty ships patrol the Baltic Sea.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wie viele Schiffe patrouillieren in der Ostsee?",
                "Combien de navires patrouillent dans la mer Baltique ?",
                "¿Cuántos barcos patrullan el mar Báltico?",
                "Quante navi pattugliano il mar Baltico?",
                "Скільки кораблів патрулює Балтійське море?",
                "Сколько кораблей патрулирует Балтийское море?"
            })
    default void aQuestionInAnotherLanguageFindsThePassage(String question) {
        try (PassageIndex index = open()) {
            publish(index, SHIPS, BREAD);

            assertThat(found(index, question))
                    .startsWith("Over thirty ships patrol the Baltic Sea.");
        }
    }

    @Test
    default void aNameInAnotherScriptFindsThePassage() {
        try (PassageIndex index = open()) {
            publish(
                    index,
                    english("nato", "Many spoke.", "Jens Stoltenberg opened the meeting."),
                    BREAD);

            assertThat(found(index, "Де Столтенберг?"))
                    .startsWith("Jens Stoltenberg opened the meeting.");
            assertThat(found(index, "О Штольтенберге?"))
                    .startsWith("Jens Stoltenberg opened the meeting.");
        }
    }

    @Test
    default void aQuestionInEnglishFindsAGermanPassage() {
        try (PassageIndex index = open()) {
            publish(
                    index,
                    article(
                            "hafen",
                            Locale.GERMAN,
                            "Im Hafen warten dreißig Schiffe.",
                            "Der Bäcker öffnet um sechs."));

            assertThat(found(index, "How many ships are in the port?"))
                    .startsWith("Im Hafen warten dreißig Schiffe.");
        }
    }

    @Test
    default void articlesInBothLanguagesAreFound() {
        try (PassageIndex index = open()) {
            publish(
                    index,
                    SHIPS,
                    article("hafen", Locale.GERMAN, "Dreißig Schiffe warten.", "Brot ist aus."));

            Ranking ranking = index.retrieve(Question.of("Wie viele Schiffe warten?"), 10);

            assertThat(texts(ranking))
                    .startsWith("Dreißig Schiffe warten.")
                    .contains("Over thirty ships patrol the Baltic Sea.");
            assertThat(ranking.translations()).hasSize(1);
            assertThat(index.retrieveAsAsked(Question.of("Wie viele Schiffe warten?"), 10))
                    .hasValueSatisfying(
                            own -> assertThat(texts(own)).startsWith("Dreißig Schiffe warten."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Wie viele Schiffe sind in der Ostsee?, false", // clearly German, and all is in English
        "price per dose poor countries, true", // "per" is Italian, too
        "How many ships are there?, false"
    })
    default void ownWordsAreSearchedWhereTheQuestionsLanguageIsHardToTell(
            String question, boolean expected) {
        try (PassageIndex index = open()) {
            publish(index, SHIPS, BREAD);

            assertThat(index.retrieveAsAsked(Question.of(question), 3).isPresent())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, Was ist mit dem Seegras?, Die Seegraswiesen sterben.",
        "de, Was ist mit den Seegraswiesen?, Das Seegras stirbt.",
        "de, Wo liegt der Hafen?, Der Fährhafen liegt im Norden.",
        "de, Wo liegt der Fährhafen?, Im Norden liegt ein Hafen.",
        "es, ¿Quién administra eso?, Ayala ocupa la administración.",
        "ru, Кто будет строить мост?, Мост построит завод."
    })
    default void compoundsAndOtherFormsOfAWordAreFound(
            String language, String question, String passage) {
        try (PassageIndex index = open()) {
            publish(index, article("one", Locale.of(language), "Nada. Ничего. Nichts.", passage));

            assertThat(found(index, question)).startsWith(passage);
        }
    }

    @Test
    default void aQuestionOfManyRelatedWordsInEveryLanguageIsNoTooLargeQuery() {
        String words =
                IntStream.range(0, 300)
                        .mapToObj(i -> "seegras" + Character.toString('a' + i % 26) + "wiese" + i)
                        .collect(Collectors.joining(" "));
        String letters = words.replaceAll("[0-9]", "");
        try (PassageIndex index = open()) {
            publish(
                    index,
                    Stream.of("de", "fr", "es", "it", "uk", "ru", "en")
                            .map(code -> article(code, Locale.of(code), letters + "."))
                            .toArray(Article[]::new));

            assertThat(found(index, letters)).isNotEmpty();
        }
    }

    @Test
    default void emptyIndexFindsNothing() {
        try (PassageIndex index = open()) {
            assertThat(index.retrieve(Question.of("Anything?"), 3))
                    .isEqualTo(new Ranking(List.of(), 0, 0));
        }
    }

    @Test
    default void rankingReportsSearchedCounts() {
        try (PassageIndex index = open()) {
            publish(index, SHIPS, BREAD);

            Ranking ranking = index.retrieve(Question.of("bread"), 1);

            assertThat(ranking.articles()).isEqualTo(2);
            assertThat(ranking.passages()).isEqualTo(4);
            assertThat(ranking.candidates()).hasSize(1);
        }
    }

    @Test
    default void findsTheCurrentVersionOfAnArticleById() {
        Article later = english("ships", "No ships patrol the Baltic Sea.");
        try (PassageIndex index = open()) {
            publish(index, SHIPS, BREAD);
            index.accept(new Published(later));

            assertThat(index.article("ships")).contains(later);
            assertThat(index.article("bread")).contains(BREAD);
            assertThat(index.article("planes")).isEmpty();
        }
    }

    @Test
    default void searchesOnlyArticlesInScope() {
        try (PassageIndex index = open()) {
            publish(index, SHIPS, BREAD);

            Ranking ranking = index.retrieve(new Question("ships at sea", Set.of("bread")), 10);

            assertThat(texts(ranking))
                    .containsExactlyInAnyOrder(
                            "The baker opens at six.", "Rye bread is sold out by noon.");
        }
    }

    @Test
    default void newVersionReplacesAnArticle() {
        try (PassageIndex index = open()) {
            publish(index, SHIPS);

            index.accept(new Published(english("ships", "Forty ships patrol the Baltic Sea.")));

            assertThat(found(index, "ships patrol"))
                    .containsExactly("Forty ships patrol the Baltic Sea.");
        }
    }

    @Test
    default void withdrawnArticleIsNotFound() {
        try (PassageIndex index = open()) {
            publish(index, SHIPS, BREAD);

            index.accept(new Withdrawn("ships"));

            assertThat(found(index, "ships patrol")).noneMatch(text -> text.contains("ships"));
        }
    }

    @Test
    default void articlesAreFoundInTheirOwnLanguages() {
        try (PassageIndex index = open()) {
            publish(
                    index,
                    SHIPS,
                    IndexFixtures.article("häfen", Locale.GERMAN, "Die Häfen wurden geschlossen."));

            assertThat(found(index, "Welcher Hafen ist geschlossen?"))
                    .startsWith("Die Häfen wurden geschlossen.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:*",
                "/(((a+)+)+/",
                "ships~",
                "[* TO *]",
                "\"",
                "ships AND (",
                "text.en:ships",
                "\\",
                "",
                "   ",
                "🙂",
                "\uD800",
                "a:b:c^",
                "!!!",
                "ships?*"
            })
    default void noCharacterOfAQuestionIsAnOperator(String question) {
        try (PassageIndex index = open()) {
            publish(index, SHIPS);

            assertThat(index.retrieve(Question.of(question), 3).articles()).isEqualTo(1);
        }
    }

    @Test
    default void queryNeverSeesTwoVersionsOfAnArticle() throws Exception {
        try (PassageIndex index = open();
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            publish(index, version(0));
            AtomicBoolean done = new AtomicBoolean();
            List<Future<Integer>> reading =
                    Stream.generate(() -> readers.submit(() -> readUntil(done, index)))
                            .limit(2)
                            .toList();

            for (int version = 1; version <= updates(); version++) {
                index.accept(new Published(version(version)));
            }
            done.set(true);

            for (Future<Integer> reader : reading) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    private static Article version(int version) {
        return english(
                "news", "Edition " + version + " is out.", "Read edition " + version + " now.");
    }

    private static int readUntil(AtomicBoolean done, PassageIndex index) {
        int queries = 0;
        do {
            List<Candidate> seen = index.retrieve(Question.of("which edition"), 5).candidates();
            assertThat(seen).hasSize(2);
            assertThat(seen.getFirst().passage().article())
                    .isEqualTo(seen.getLast().passage().article());
            queries++;
        } while (!done.get());
        return queries;
    }
}
