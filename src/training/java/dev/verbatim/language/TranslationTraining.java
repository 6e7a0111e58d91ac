package dev.verbatim.language;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A program that learns the translation tables from parallel sentences. Deterministic: the same
/// sentences give the same tables.
@Command(name = "translate", mixinStandardHelpOptions = true)
final class TranslationTraining implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(TranslationTraining.class);
    private static final Path FOLDER = Path.of("target", "training");

    /// What both directions together must give two words at least to count as translations.
    private static final double MIN_LINK = 0.05;

    /// How often each name of CLDR counts: enough to outweigh one unclear sentence.
    private static final int NAMES = 2;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Parallel sentences, gzipped: English, a tab, the other language, whose"
                            + " three-letter code the name begins with.")
    private List<Path> files = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often the probabilities are improved by each model.")
    private int rounds = 4;

    @Option(
            names = "--diagonal",
            paramLabel = "TENSION",
            description = "How strongly words near the diagonal are preferred; 0 is IBM Model 1.")
    private double diagonal = 4;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TranslationTraining()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(FOLDER);
        for (Path file : files) {
            Language language = language(file.getFileName().toString().substring(0, 3));
            byte[] table = table(ParallelText.read(file, language), language);
            String name = language.code() + ".table";
            Files.write(FOLDER.resolve(name), table);
            Files.writeString(
                    FOLDER.resolve(name + ".sha256"),
                    TranslationTable.sha256(table) + "  " + name + "\n");
            LOG.info("{}: {} kB", language.code(), table.length / 1024);
        }
        return 0;
    }

    private static Language language(String threeLetters) {
        return Language.withFile().stream()
                .filter(row -> row.locale().getISO3Language().equals(threeLetters))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no language is called " + threeLetters));
    }

    private byte[] table(ParallelText text, Language language) throws IOException {
        for (int i = 0; i < NAMES; i++) {
            addNames(text, language);
        }
        TranslationCounts toEnglish = TranslationCounts.between(text.other(), text.english());
        TranslationCounts fromEnglish = TranslationCounts.between(text.english(), text.other());
        count(text, toEnglish, fromEnglish);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            toEnglish.write(out);
            fromEnglish.write(out);
        }
        return bytes.toByteArray();
    }

    /// Two words translate each other as far as the models of both directions agree on it (Liang,
    /// Taskar and Klein, NAACL 2006).
    private void count(
            ParallelText text, TranslationCounts toEnglish, TranslationCounts fromEnglish) {
        WordAligner forth = fitted(text.other(), text.english());
        WordAligner back = fitted(text.english(), text.other());
        for (int i = 0; i < text.size(); i++) {
            double[][] links = links(forth.posteriors(i), back.posteriors(i), text.lengths(i));
            toEnglish.addAll(i, links);
            fromEnglish.addAll(i, transposed(links));
        }
    }

    /// How surely each word of the other language, by row, and each English one are linked.
    ///
    /// @param lengths of the English sentence and of the other one
    private static double[][] links(double[] forth, double[] back, int[] lengths) {
        double[][] links = new double[lengths[1]][lengths[0]];
        for (int other = 0; other < lengths[1]; other++) {
            for (int english = 0; english < lengths[0]; english++) {
                double link =
                        forth[english * (lengths[1] + 1) + other]
                                * back[other * (lengths[0] + 1) + english];
                links[other][english] = link < MIN_LINK ? 0 : link;
            }
        }
        return links;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < transposed.length; column++) {
                transposed[column][row] = matrix[row][column];
            }
        }
        return transposed;
    }

    private WordAligner fitted(ParallelText.Side from, ParallelText.Side to) {
        WordAligner aligner =
                new WordAligner(
                        from.stems(),
                        from.stemVocabulary().size(),
                        to.stems(),
                        to.stemVocabulary().size());
        aligner.fit(rounds, 0);
        if (diagonal > 0) {
            aligner.fit(rounds, diagonal);
        }
        return aligner;
    }

    /// The names of countries, languages, months and days that CLDR has in both languages.
    private static void addNames(ParallelText text, Language language) {
        ULocale english = ULocale.ENGLISH;
        ULocale other = ULocale.forLocale(language.locale());
        for (String country : Locale.getISOCountries()) {
            String place = "und-" + country;
            text.add(
                    ULocale.getDisplayCountry(place, english),
                    ULocale.getDisplayCountry(place, other));
        }
        for (String code : Locale.getISOLanguages()) {
            if (!ULocale.getDisplayLanguage(code, other).equals(code)) {
                text.add(
                        ULocale.getDisplayLanguage(code, english),
                        ULocale.getDisplayLanguage(code, other));
            }
        }
        addAll(text, months(english), months(other));
        addAll(
                text,
                DateFormatSymbols.getInstance(english).getWeekdays(),
                DateFormatSymbols.getInstance(other).getWeekdays());
    }

    private static String[] months(ULocale locale) {
        return DateFormatSymbols.getInstance(locale).getMonths();
    }

    private static void addAll(ParallelText text, String[] english, String[] other) {
        for (int i = 0; i < english.length; i++) {
            text.add(english[i], other[i]);
        }
    }
}
