package dev.verbatim.answer;

import static dev.verbatim.answer.WeatherArticle.CATS;
import static dev.verbatim.answer.WeatherArticle.DOGS;
import static dev.verbatim.answer.WeatherArticle.END;
import static dev.verbatim.answer.WeatherArticle.FIRST;
import static dev.verbatim.answer.WeatherArticle.QUESTION;
import static dev.verbatim.answer.WeatherArticle.candidate;
import static dev.verbatim.answer.WeatherArticle.in;
import static dev.verbatim.answer.WeatherArticle.lexical;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Kind;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.language.Language;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.reader.ReadingComprehension.Excerpt;
import dev.verbatim.reader.ReadingComprehension.Inquiry;
import dev.verbatim.reader.ReadingComprehension.Sentence;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RerankerTest {

    private static final Candidate NEAREST = candidate(CATS, 0.90, 0.5, 0.9);
    private static final Candidate CLOSE_BEHIND = candidate(DOGS, 0.88, 0.5, 0.88);
    private static final Candidate FAR = candidate(END, 0.70, 0.1, 0.7);

    private final PassageReader reader = mock(PassageReader.class);
    private final Reranker reranker = new Reranker(reader);
    private final List<Excerpt> read = new ArrayList<>();
    private Inquiry asked = Inquiry.of("");

    @Test
    void movesUpThePassageThatTheReaderAccepts() {
        reads(-3, 3, -3);

        RerankedPassages rerankedPassages =
                reranker.rerank(QUESTION, WeatherArticle.of(NEAREST, CLOSE_BEHIND, FAR));

        assertThat(rerankedPassages.ranking().candidates())
                .containsExactly(CLOSE_BEHIND, NEAREST, FAR);
        assertThat(rerankedPassages.readerOutput().orElseThrow().answerability()).isEqualTo(3);
        assertThat(rerankedPassages.readerOutput(1).orElseThrow().answerability()).isEqualTo(-3);
    }

    @Test
    void doesNotMoveUpADistantPassage() {
        reads(-3, -3, 3);

        RerankedPassages rerankedPassages =
                reranker.rerank(QUESTION, WeatherArticle.of(NEAREST, CLOSE_BEHIND, FAR));

        assertThat(rerankedPassages.ranking().candidates())
                .containsExactly(NEAREST, CLOSE_BEHIND, FAR);
    }

    @Test
    void equalReaderOutputsKeepTheOrder() {
        reads(2, 2, 2);

        RerankedPassages rerankedPassages =
                reranker.rerank(QUESTION, WeatherArticle.of(NEAREST, CLOSE_BEHIND, FAR));

        assertThat(rerankedPassages.ranking().candidates())
                .containsExactly(NEAREST, CLOSE_BEHIND, FAR);
    }

    @Test
    void withoutReaderOutputsTheRankingStays() {
        when(reader.read(any(), any(), any())).thenReturn(List.of());
        Ranking ranking = WeatherArticle.of(NEAREST, CLOSE_BEHIND);

        assertThat(reranker.rerank(QUESTION, ranking))
                .isEqualTo(RerankedPassages.unread(QUESTION, ranking));
    }

    @Test
    void passageWithoutAVectorIsNotRead() {
        reads(3);

        RerankedPassages rerankedPassages =
                reranker.rerank(
                        QUESTION, WeatherArticle.of(NEAREST, lexical(FIRST, 3, 1), CLOSE_BEHIND));

        assertThat(rerankedPassages.readerOutputs()).hasSize(1);
        assertThat(rerankedPassages.ranking().candidates()).hasSize(3);
    }

    @Test
    void passageInALanguageWithAGlossIsReadInItsOwnWords() {
        reads(3);
        Question question = Question.of("Regnet es in der Stadt?");

        reranker.rerank(question, WeatherArticle.of(in(Locale.GERMAN, CATS)));

        assertThat(read).extracting(Excerpt::language).containsExactly(Locale.GERMAN);
        assertThat(read).extracting(Excerpt::text).containsExactly("Cats stay in.");
        assertThat(asked.asked()).isEqualTo("Regnet es in der Stadt?");
        assertThat(asked.inEnglish()).contains("rain").contains("city");
    }

    @Test
    void questionInEnglishIsReadAsItIsWithAGloss() {
        reads(3);

        reranker.rerank(QUESTION, WeatherArticle.of(in(Locale.GERMAN, CATS)));

        assertThat(asked).isEqualTo(Inquiry.of(QUESTION.text()));
    }

    @Test
    void passageInALanguageWithoutAGlossIsNotRead() {
        reads();

        reranker.rerank(QUESTION, WeatherArticle.of(in(Locale.of("nl"), CATS)));

        assertThat(read).isEmpty();
    }

    @Test
    void onlyTheFirstFourAreRead() {
        reads(1, 1, 1, 1);
        Candidate[] many = Stream.generate(() -> NEAREST).limit(9).toArray(Candidate[]::new);

        RerankedPassages rerankedPassages = reranker.rerank(QUESTION, WeatherArticle.of(many));

        assertThat(rerankedPassages.readerOutputs()).hasSize(4);
        assertThat(rerankedPassages.ranking().candidates()).hasSize(9);
    }

    /// The words of one without grammar leave the reader unsure, and reading on would only take
    /// time.
    @Test
    void ofACarriedOverQuestionNoPassageIsReadThatCouldHardlyComeFirst() {
        Ranking asked = WeatherArticle.of(NEAREST, CLOSE_BEHIND, FAR);
        Ranking carriedOver =
                new Ranking(asked.candidates(), 7, 70, List.of(translated("Regnet es?")));

        assertThat(isEnoughAfter(asked, -1, -1)).isFalse();
        assertThat(isEnoughAfter(carriedOver, -1, -1)).isTrue();
        assertThat(isEnoughAfter(carriedOver, -1)).isFalse();
        assertThat(isEnoughAfter(carriedOver)).isFalse();
    }

    /// Whether no further passage is read after these.
    private static boolean isEnoughAfter(Ranking ranking, double... answerabilities) {
        List<Boolean> enough = new ArrayList<>();
        PassageReader asked = mock();
        when(asked.read(any(), any(), any()))
                .thenAnswer(
                        call -> {
                            Predicate<List<ReaderOutput>> isEnough = call.getArgument(2);
                            enough.add(isEnough.test(outputs(answerabilities)));
                            return List.of();
                        });
        new Reranker(asked).rerank(QUESTION, ranking);
        return enough.getFirst();
    }

    private static TranslatedQuestion translated(String question) {
        return TranslatedQuestion.of(question, Language.GERMAN, Language.ENGLISH, _ -> false)
                .orElseThrow();
    }

    @Test
    void readerTextStartsWithTheNameOfAnUnnamedSpeaker() {
        reads(1);

        reranker.rerank(QUESTION, WeatherArticle.of(quoting(CATS, CATS)));

        assertThat(read)
                .containsExactly(
                        new Excerpt(
                                Locale.ENGLISH,
                                "Weather. “It pours,” said Ben.",
                                "Ann: Cats stay in.",
                                List.of(new Sentence(5, 18))));
    }

    @Test
    void speakerNamedInThePassageIsNotAddedAgain() {
        reads(1);

        reranker.rerank(QUESTION, WeatherArticle.of(quoting(FIRST, new TextSpan(0, 11))));

        assertThat(read)
                .containsExactly(
                        new Excerpt(
                                Locale.ENGLISH,
                                "Weather.",
                                FIRST.of(WeatherArticle.TEXT),
                                List.of(new Sentence(0, 21), new Sentence(22, 43))));
    }

    @Test
    void predictionInsideTheNamePrefixIsDropped() {
        var name = new ReaderOutput.Piece(0, 3, 0.6);
        var cats = new ReaderOutput.Piece(5, 9, 0.4);
        when(reader.read(any(), any(), any()))
                .thenReturn(List.of(new ReaderOutput(1, 1, List.of(name, cats))));

        RerankedPassages rerankedPassages =
                reranker.rerank(QUESTION, WeatherArticle.of(quoting(CATS, CATS)));

        assertThat(rerankedPassages.readerOutput().orElseThrow().pieces())
                .containsExactly(new ReaderOutput.Piece(0, 4, 0.4));
    }

    private static Candidate quoting(TextSpan span, TextSpan words) {
        var quotation = new Quotation(words, Kind.DIRECT, null, null, new Speaker("Ann", null));
        var passage = WeatherArticle.passage(WeatherArticle.article(quotation), span);
        return new Candidate(passage, 1, WeatherArticle.evidence(1, 1, 0.9));
    }

    /// As many passages as these are read, and no others.
    private void reads(double... answerabilities) {
        when(reader.read(any(), any(), any()))
                .thenAnswer(
                        call -> {
                            List<Excerpt> passages = call.getArgument(1);
                            assertThat(passages).hasSize(answerabilities.length);
                            read.addAll(passages);
                            asked = call.getArgument(0);
                            return outputs(answerabilities);
                        });
    }

    private static List<ReaderOutput> outputs(double... answerabilities) {
        return Arrays.stream(answerabilities)
                .mapToObj(one -> new ReaderOutput(one, one, List.of()))
                .toList();
    }
}
