package dev.verbatim.benchmark;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.article.library.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes as many articles as are wanted of little text: runs of its words, which keep most of how
/// often words occur and stand together, and made-up rare words, because a larger collection has a
/// larger vocabulary. The same number always gives the same article.
public final class Splicer {

    private static final Path CONTENT = Path.of("content");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\n.*?\n---\n", Pattern.DOTALL);
    private static final int PARAGRAPHS = 12;
    private static final int SENTENCES = 4;
    private static final int RUNS = 4;
    private static final int LONGEST_RUN = 8;
    private static final int RARE_WORDS = 1_000_000;

    private final ArticleReader reader = new ArticleReader();
    private final Locale language;
    private final List<String> words;

    private Splicer(Stream<String> paragraphs, Locale language) {
        this.language = language;
        this.words = paragraphs.flatMap(BLANKS::splitAsStream).map(Splicer::bare).toList();
    }

    /// Splices the folder named by `-Dtexts`, or else `content/`.
    public static Splicer chosen() throws IOException {
        String folder = System.getProperty("texts", "");
        return folder.isBlank()
                ? new Splicer(contents(), Locale.ENGLISH)
                : new Splicer(QuestionFiles.paragraphs(Path.of(folder)), Locale.ENGLISH);
    }

    private static Stream<String> contents() throws IOException {
        try (Stream<Path> files = Files.list(CONTENT)) {
            List<Path> articles =
                    files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
            return Stream.of(Files.readString(articles.getFirst()))
                    .map(text -> FRONT_MATTER.matcher(text).replaceFirst(""))
                    .map(String::strip);
        }
    }

    /// The same words, but said to be of another language.
    public Splicer in(Locale other) {
        return new Splicer(words.stream(), other);
    }

    /// Sentences get their own full stops.
    private static String bare(String word) {
        return word.replaceAll("[.!?“”\"]+", "");
    }

    public Article article(int number) {
        SplittableRandom random = new SplittableRandom(number);
        Publication publication = Publication.titled(run(random) + " " + number).in(language);
        List<String> paragraphs =
                IntStream.range(0, PARAGRAPHS).mapToObj(_ -> paragraph(random)).toList();
        return QuestionFiles.article(reader, "article-" + number, publication, paragraphs);
    }

    /// An article as a file that can be served.
    public static String file(Article article) {
        Publication publication = article.publication();
        return "---\ntitle: \"%s\"\nlanguage: %s\n---\n\n%s\n"
                .formatted(
                        publication.title().replace("\\", "\\\\"),
                        publication.language().toLanguageTag(),
                        article.text());
    }

    private String paragraph(SplittableRandom random) {
        return String.join(
                " ",
                IntStream.rangeClosed(0, random.nextInt(SENTENCES, 2 * SENTENCES - 2))
                        .mapToObj(_ -> sentence(random))
                        .toList());
    }

    private String sentence(SplittableRandom random) {
        String runs =
                String.join(
                        " ",
                        IntStream.rangeClosed(0, random.nextInt(RUNS))
                                .mapToObj(_ -> run(random))
                                .toList());
        return "The " + runs + " " + rareWord(random) + ".";
    }

    private String run(SplittableRandom random) {
        int length = random.nextInt(3, LONGEST_RUN + 1);
        int start = random.nextInt(words.size() - length);
        return String.join(" ", words.subList(start, start + length));
    }

    /// By Zipf's law: the word of rank r about 1/r as often as the first.
    private static String rareWord(SplittableRandom random) {
        return "z" + Integer.toString((int) Math.pow(RARE_WORDS, random.nextDouble()), 26 + 10);
    }

    /// A question of the words of two runs.
    public String question(int number) {
        SplittableRandom random = new SplittableRandom(-1L - number);
        return "What did " + run(random) + " have to do with " + run(random) + "?";
    }
}
