package dev.verbatim.reader;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.reader.ReadingComprehension.Excerpt;
import dev.verbatim.reader.ReadingComprehension.Inquiry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads with the model that comes with the program.
class PassageReaderIT {

    private static final String MEETING =
            "The weather was mild. The ministers meet in Brussels on Wednesday. Nobody objected.";
    private static final String DRILLS = "The drills involve fighter jets and refuelling aircraft.";
    private static final String WHERE = "Where do the ministers meet?";

    private static final PassageReader FOR_ANY_TEXT =
            PassageReader.open(ReaderSettings.local(true, ""), Path.of("target", "native"));

    @TempDir private static Path folder;

    @Test
    void distinguishesAnsweringFromOtherPassages() {
        try (var reader = reader()) {
            List<ReaderOutput> readings = read(reader, WHERE, DRILLS, MEETING);

            assertThat(readings).hasSize(2);
            assertThat(readings.get(1).answerability()).isGreaterThan(0);
            assertThat(readings.get(0).answerability()).isLessThan(0);
            assertThat(readings.get(1).margin()).isGreaterThan(readings.get(0).margin());
        }
    }

    @Test
    void locatesTheAnswer() {
        try (var reader = reader()) {
            ReaderOutput readerOutput = read(reader, WHERE, MEETING).getFirst();

            int start = MEETING.indexOf("Brussels");
            assertThat(readerOutput.shareIn(start, start + "Brussels".length())).isGreaterThan(0.5);
        }
    }

    @Test
    void offsetsAreThoseOfThePassageAfterAContext() {
        try (var reader = reader()) {
            var excerpt =
                    new Excerpt(
                            Locale.ENGLISH,
                            "NATO in Brussels 🙂. Ministers travel.",
                            MEETING,
                            List.of());

            ReaderOutput readerOutput =
                    reader.read(Inquiry.of(WHERE), List.of(excerpt), _ -> false).getFirst();

            int start = MEETING.indexOf("Brussels");
            assertThat(readerOutput.shareIn(start, start + "Brussels".length())).isGreaterThan(0.5);
            assertThat(readerOutput.pieces().getFirst().start()).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Das Wetter war mild. Die Minister treffen sich am Mittwoch in Brüssel. | Brüssel",
                "fr | Il faisait doux. Les ministres se réunissent mercredi à Bruxelles. | Bruxelles",
                "uk | Погода була тепла. Міністри зустрінуться в середу в Брюсселі. | Брюсселі"
            })
    void locatesTheAnswerInAPassageThatItReadAsAGloss(String language, String text, String answer) {
        var excerpt = new Excerpt(Locale.of(language), "", text, List.of());
        var asked = new Inquiry("…", WHERE);

        ReaderOutput output = FOR_ANY_TEXT.read(asked, List.of(excerpt), _ -> false).getFirst();

        int start = text.indexOf(answer);
        assertThat(output.shareIn(start, start + answer.length())).isGreaterThan(0.4);
        assertThat(output.shareIn(0, text.length())).isCloseTo(1, within(1e-6));
    }

    @Test
    void stopsReadingOnceItIsSure() {
        List<Excerpt> excerpts =
                Stream.of(DRILLS, MEETING, DRILLS, DRILLS, DRILLS)
                        .map(PassageReaderIT::english)
                        .toList();
        try (var reader = reader()) {
            assertThat(reader.read(Inquiry.of(WHERE), excerpts, PassageReaderIT::anyAnswers))
                    .hasSize(2);
            assertThat(reader.read(Inquiry.of(WHERE), excerpts, _ -> false)).hasSize(5);
        }
    }

    @Test
    void offsetsAreInUtf16UnitsAfterAnyText() {
        String before = "🙂 “Naïve” مرحبا 漢字 e\u0301: ";
        try (var reader = reader()) {
            ReaderOutput readerOutput = read(reader, WHERE, before + MEETING).getFirst();

            int start = before.length() + MEETING.indexOf("Brussels");
            assertThat(readerOutput.shareIn(start, start + "Brussels".length())).isGreaterThan(0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "🙂",
                "\uD83D",
                "a\uDE42b\u0000\u0007c",
                "ש\u0301\u200F",
                "x\uFFFF"
            })
    void readsAnyText(String text) {
        try (var reader = reader()) {
            ReaderOutput asked = read(reader, text, MEETING).getFirst();
            ReaderOutput said = read(reader, WHERE, text).getFirst();

            assertThat(asked.shareIn(0, MEETING.length())).isCloseTo(1, within(1e-6));
            assertThat(said.pieces())
                    .allMatch(
                            piece ->
                                    piece.start() >= 0
                                            && piece.start() <= piece.end()
                                            && piece.end() <= text.length());
        }
    }

    @Test
    void sharesOfTwoPartsAddUpToOne() {
        forAll(
                200,
                source ->
                        new CutPassage(
                                source.anyText(300), source.anyText(600), source.between(0, 600)),
                given -> {
                    String question = given.question();
                    String passage = given.passage();
                    int cut = Math.min(given.cut(), passage.length());

                    ReaderOutput readerOutput = read(FOR_ANY_TEXT, question, passage).getFirst();

                    double parts =
                            readerOutput.shareIn(0, cut)
                                    + readerOutput.shareIn(cut, passage.length());
                    assertThat(parts)
                            .isCloseTo(readerOutput.pieces().isEmpty() ? 0 : 1, within(1e-6));
                });
    }

    private record CutPassage(String question, String passage, int cut) {}

    @Test
    void unloadableModelReadsNothing() {
        var damaged =
                CompletableFuture.<OnnxReaderModel>failedFuture(
                        new IllegalStateException("damaged"));

        try (var reader = PassageReader.of(damaged, folder, 1, new ReadingCache(0))) {
            assertThat(read(reader, WHERE, MEETING)).isEmpty();
            assertThat(reader.questionsRejected()).isZero();
        }
    }

    @Test
    void longTextsAreTruncated() {
        String endless = (MEETING + " ").repeat(100);
        try (var reader = reader()) {
            ReaderOutput readerOutput = read(reader, endless, endless).getFirst();

            assertThat(readerOutput.pieces()).hasSizeBetween(200, 256);
            assertThat(readerOutput.shareIn(0, endless.length())).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void ofALongPassageThePartIsReadThatSharesTheQuestionsWords() {
        String before = (DRILLS + " ").repeat(20);
        try (var reader = reader()) {
            ReaderOutput readerOutput = read(reader, WHERE, before + MEETING).getFirst();

            int start = before.length() + MEETING.indexOf("Brussels");
            assertThat(readerOutput.shareIn(start, start + "Brussels".length())).isGreaterThan(0.5);
            assertThat(readerOutput.pieces().size()).isLessThan(256);
        }
    }

    @Test
    void disabledReaderReadsNothing() {
        try (var reader = PassageReader.open(ReaderSettings.local(false, "nowhere.onnx"), folder)) {
            assertThat(read(reader, WHERE, MEETING)).isEmpty();
            assertThat(reader.questionsRejected()).isZero();
        }
    }

    @Test
    void countsQuestionsAndTheirTime() {
        try (var reader = reader()) {
            read(reader, WHERE, MEETING);

            assertThat(reader.questionsRead()).isEqualTo(1);
            assertThat(reader.nanosRead()).isPositive();
        }
    }

    @Test
    void overloadedReaderRejectsAtOnce() throws InterruptedException {
        var network = new CompletableFuture<OnnxReaderModel>();
        var inside = new CountDownLatch(1);
        try (var reader = PassageReader.of(network, folder, 1, new ReadingCache(0))) {
            var first =
                    CompletableFuture.supplyAsync(
                            () -> {
                                inside.countDown();
                                return read(reader, WHERE, MEETING);
                            });
            inside.await();
            while (reader.questionsRead() == 0) {
                TimeUnit.MILLISECONDS.sleep(1);
            }

            List<ReaderOutput> second = read(reader, WHERE, MEETING);

            assertThat(second).isEmpty();
            assertThat(reader.questionsRejected()).isEqualTo(1);
            network.complete(OnnxReaderModel.bundled());
            assertThat(first.join()).hasSize(1);
            assertThat(read(reader, WHERE, MEETING)).hasSize(1);
        }
    }

    @Test
    void readsWithAConfiguredModel() throws IOException {
        Path own = folder.resolve("own.onnx");
        try (var ours = PassageReaderIT.class.getResourceAsStream("own-reader.onnx")) {
            Files.write(own, ours.readAllBytes());
        }

        try (var reader = PassageReader.open(ReaderSettings.local(true, own.toString()), folder)) {
            assertThat(read(reader, WHERE, MEETING)).hasSize(1);
        }
    }

    @Test
    void fileThatIsNoModelIsRejected() throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "no model");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                PassageReader.open(
                                        ReaderSettings.local(true, text.toString()), folder))
                .withMessageContaining("verbatim.reader.model: " + text + " is no ONNX model")
                .withMessageContaining("or leave it empty");
    }

    @Test
    void missingModelFileIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                PassageReader.open(
                                        ReaderSettings.local(true, "nowhere.onnx"), folder))
                .withMessageContaining("verbatim.reader.model: nowhere.onnx can't be read");
    }

    @Test
    void modelWithOtherInputsIsRejected() throws IOException {
        Path encoder = folder.resolve("encoder.onnx");
        try (var weights = PassageReaderIT.class.getResourceAsStream("/e5-small-v2-q.onnx")) {
            Files.write(encoder, weights.readAllBytes());
        }

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                PassageReader.open(
                                        ReaderSettings.local(true, encoder.toString()), folder))
                .withMessageContaining("has the inputs and outputs")
                .withMessageContaining("last_hidden_state");
    }

    private static boolean anyAnswers(List<ReaderOutput> outputs) {
        return outputs.stream().anyMatch(output -> output.answerability() > 0);
    }

    /// All of the passages, without context.
    private static List<ReaderOutput> read(
            PassageReader reader, String question, String... passages) {
        List<Excerpt> excerpts = Stream.of(passages).map(PassageReaderIT::english).toList();
        return reader.read(Inquiry.of(question), excerpts, _ -> false);
    }

    private static Excerpt english(String text) {
        return new Excerpt(Locale.ENGLISH, "", text, List.of());
    }

    private static PassageReader reader() {
        return PassageReader.open(ReaderSettings.local(true, ""), folder);
    }
}
