package dev.verbatim.group.analysis;

import static java.util.Objects.requireNonNull;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.analysis.DialogueActFeatures.Context;
import dev.verbatim.language.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// *Fits* the [DialogueActClassifier] to the lines of `resources/dialogue-acts`, and measures it on
/// those of topics that it was not fitted to.
///
/// Arguments: the folder of the lines, and the folder to write the weights to.
public final class DialogueActTraining {

    /// The topics that are kept aside: about a fifth of the lines in each language.
    private static final Set<String> ASIDE =
            Set.of("street", "books", "haus", "двір", "двор", "barrio", "quartier", "via");

    private static final Map<Character, DialogueAct> ACTS =
            Map.of(
                    'd', DialogueAct.DECISION,
                    'c', DialogueAct.COMMITMENT,
                    'r', DialogueAct.REQUEST,
                    'q', DialogueAct.QUESTION,
                    'a', DialogueAct.ANSWER,
                    'g', DialogueAct.AGREEMENT,
                    'x', DialogueAct.REJECTION,
                    'k', DialogueAct.CORRECTION,
                    'j', DialogueAct.CHATTER,
                    'p', DialogueAct.PROPOSAL);

    /// How often, in our own chats, a message of an act follows a question, follows one of the same
    /// author, and is a reply, in the order of [DialogueAct]. The lines stand alone, so their
    /// context is drawn by these shares.
    private static final double[][] CONTEXTS = {
        {.15, .15, .1}, {.35, .15, .25}, {.1, .25, .1}, {.1, .2, .1}, {.6, .2, .3},
        {.5, .05, .25}, {.45, .1, .2}, {.1, .6, .1}, {.2, .15, .1}, {.3, .15, .1}
    };

    /// Copies of each line in which case, marks and context vary.
    private static final int COPIES = 6;

    private static final String[] MARKS = {". ", ", ", "! ", " "};

    private static final Set<DialogueAct> JOINED =
            EnumSet.of(
                    DialogueAct.DECISION,
                    DialogueAct.COMMITMENT,
                    DialogueAct.REQUEST,
                    DialogueAct.QUESTION,
                    DialogueAct.ANSWER,
                    DialogueAct.REJECTION,
                    DialogueAct.CHATTER);

    private static final int FITS = 5;
    private static final int PASSES = 6;
    private static final double RATE = 0.1;
    private static final double DECAY = 5e-4;

    private final Random random = new Random(7);

    /// A line that somebody wrote.
    private record Line(String language, String topic, DialogueAct act, String text) {}

    @SuppressWarnings("ArrayRecordComponent") // read in the innermost loop
    private record Example(int[] features, DialogueAct act) {}

    private DialogueActTraining() {}

    public static void main(String[] arguments) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Language language : Language.withFile()) {
            lines.addAll(read(Path.of(arguments[0], language.code() + ".txt"), language.code()));
        }
        var training = new DialogueActTraining();
        DialogueActClassifier part =
                training.fit(lines.stream().filter(line -> !ASIDE.contains(line.topic())).toList());
        System.out.println(
                report(part, lines.stream().filter(line -> ASIDE.contains(line.topic())).toList()));
        Path file = Path.of(arguments[1], DialogueActClassifier.RESOURCE);
        try (OutputStream out = Files.newOutputStream(file)) {
            training.fit(lines).write(out);
        }
    }

    private static List<Line> read(Path file, String language) throws IOException {
        List<Line> lines = new ArrayList<>();
        String topic = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("== ")) {
                topic = line.substring(3).split(" ", -1)[0];
            } else {
                lines.add(
                        new Line(
                                language,
                                topic,
                                requireNonNull(ACTS.get(line.charAt(0)), line),
                                line.substring(2)));
            }
        }
        return lines;
    }

    /// The mean of several fits: with so few lines each of them depends much on the order and on
    /// the copies.
    private DialogueActClassifier fit(List<Line> lines) {
        int acts = DialogueAct.values().length;
        float[][] mean = new float[DialogueActFeatures.COUNT][acts];
        for (int fit = 0; fit < FITS; fit++) {
            float[][] weights = fitOnce(lines);
            for (int feature = 0; feature < mean.length; feature++) {
                for (int act = 0; act < acts; act++) {
                    mean[feature][act] += weights[feature][act] / FITS;
                }
            }
        }
        return new DialogueActClassifier(mean);
    }

    private float[][] fitOnce(List<Line> lines) {
        List<Example> examples = new ArrayList<>();
        for (Line line : lines) {
            for (int copy = 0; copy < COPIES; copy++) {
                String text = copy == 0 ? line.text() : varied(longer(line, lines));
                examples.add(example(line, text));
            }
        }
        int acts = DialogueAct.values().length;
        float[][] weights = new float[DialogueActFeatures.COUNT][acts];
        float[][] squares = new float[DialogueActFeatures.COUNT][acts];
        var classifier = new DialogueActClassifier(weights);
        for (int pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(examples, random);
            for (Example example : examples) {
                step(classifier, example, weights, squares);
            }
        }
        return weights;
    }

    /// Stochastic gradient descent with a rate for each weight (AdaGrad).
    private static void step(
            DialogueActClassifier classifier,
            Example example,
            float[][] weights,
            float[][] squares) {
        double[] probabilities = classifier.probabilities(example.features());
        int right = List.of(DialogueAct.values()).indexOf(example.act());
        for (int act = 0; act < probabilities.length; act++) {
            double error = probabilities[act] - (act == right ? 1 : 0);
            for (int feature : example.features()) {
                double gradient = error + DECAY * weights[feature][act];
                squares[feature][act] += (float) (gradient * gradient);
                weights[feature][act] -=
                        (float) (RATE * gradient / Math.sqrt(1e-2 + squares[feature][act]));
            }
        }
    }

    /// With something said before or behind it, as people join in one message what they have to
    /// say: then length tells little.
    private String longer(Line line, List<Line> lines) {
        if (!JOINED.contains(line.act()) || random.nextInt(3) > 0) {
            return line.text();
        }
        DialogueAct more =
                line.act() == DialogueAct.CHATTER ? DialogueAct.CHATTER : DialogueAct.ANSWER;
        List<String> said =
                lines.stream()
                        .filter(other -> other.act() == more)
                        .filter(other -> other.language().equals(line.language()))
                        .map(Line::text)
                        .toList();
        String other = said.get(random.nextInt(said.size()));
        String end =
                line.act() == DialogueAct.QUESTION ? "? " : MARKS[random.nextInt(MARKS.length)];
        return random.nextInt(2) == 0
                ? line.text() + end + other
                : other + MARKS[random.nextInt(MARKS.length)] + line.text();
    }

    /// As others would type it: without capitals, marks or apostrophes, or with more of them.
    private String varied(String text) {
        String varied = text;
        if (random.nextInt(3) == 0) {
            varied = varied.toLowerCase(Locale.ROOT);
        }
        if (random.nextInt(4) == 0) {
            varied = Character.toUpperCase(varied.charAt(0)) + varied.substring(1);
        }
        if (random.nextInt(4) == 0) {
            varied = varied.replace("'", "");
        }
        if (random.nextInt(4) == 0) {
            varied = varied.replaceAll("[,.!:]", "");
        } else if (random.nextInt(4) == 0
                && Character.isLetter(varied.charAt(varied.length() - 1))) {
            varied += ".";
        }
        return varied.isBlank() ? text : varied;
    }

    private Example example(Line line, String text) {
        double[] shares = CONTEXTS[List.of(DialogueAct.values()).indexOf(line.act())];
        boolean sameAuthor = random.nextDouble() < shares[1];
        var context =
                new Context(
                        !sameAuthor && random.nextDouble() < shares[0],
                        sameAuthor,
                        random.nextDouble() < shares[2]);
        String asked =
                line.act() == DialogueAct.QUESTION && random.nextInt(2) == 0 && !text.endsWith("?")
                        ? text + "?"
                        : text;
        return new Example(DialogueActFeatures.of(analyzed(line, asked), context), line.act());
    }

    private static AnalyzedMessage analyzed(Line line, String text) {
        var message =
                new ChatMessage(
                        1,
                        0,
                        new Author("user1", "A", null),
                        Instant.EPOCH,
                        null,
                        text,
                        Set.of(),
                        List.of());
        CueLexicon lexicon =
                CueLexicon.all().stream()
                        .filter(one -> one.isOf(line.language()))
                        .findFirst()
                        .orElseThrow();
        return new AnalyzedMessage(0, message, new ChatParticipants(List.of(message)), lexicon);
    }

    private static String report(DialogueActClassifier classifier, List<Line> lines) {
        var report = new StringBuilder("| act |");
        List<String> languages = Language.withFile().stream().map(Language::code).toList();
        languages.forEach(language -> report.append(' ').append(language).append(" |"));
        for (DialogueAct act : DialogueAct.values()) {
            report.append("\n| ").append(act.name().toLowerCase(Locale.ROOT)).append(" |");
            for (String language : languages) {
                report.append(cell(classifier, lines, act, language));
            }
        }
        return report.toString();
    }

    /// Precision and recall in percent.
    private static String cell(
            DialogueActClassifier classifier, List<Line> lines, DialogueAct act, String language) {
        int found = 0;
        int right = 0;
        int marked = 0;
        for (Line line : lines) {
            if (line.language().equals(language)) {
                boolean is = line.act() == act;
                boolean says = best(classifier, line) == act;
                marked += is ? 1 : 0;
                found += says ? 1 : 0;
                right += is && says ? 1 : 0;
            }
        }
        return " %.0f / %.0f |"
                .formatted(100.0 * right / Math.max(1, found), 100.0 * right / Math.max(1, marked));
    }

    private static DialogueAct best(DialogueActClassifier classifier, Line line) {
        Map<DialogueAct, Double> distribution =
                classifier.distribution(
                        DialogueActFeatures.of(
                                analyzed(line, line.text()), new Context(false, false, false)));
        return Collections.max(distribution.entrySet(), Map.Entry.comparingByValue()).getKey();
    }
}
