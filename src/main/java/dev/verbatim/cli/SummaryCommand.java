package dev.verbatim.cli;

import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import dev.verbatim.article.library.Submission;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.summary.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `summary`: sums up an article in sentences of its own.
@Command(
        name = "summary",
        description = {
            "Sums up an article in sentences of its own, word for word.",
            "",
            "With --json, one object goes to standard output, and nothing else. Offsets are UTF-16"
                    + " units of the article's text."
        })
final class SummaryCommand implements Callable<Integer> {

    private static final int MAX_IDS = 5;

    private final LazyApplication application;
    private final StandardStreams streams;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "ID|FILE",
            description = "An article that is served, or a .md, .txt or .html file.")
    private String idOrFile = "";

    @Option(
            names = "--sentences",
            paramLabel = "N",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int sentences = 3;

    @Option(names = "--json", description = "Write one JSON object, and nothing else.")
    private boolean json;

    SummaryCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        if (sentences < 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "Invalid value for option '--sentences': " + sentences + " is not at least 1");
        }
        Optional<Path> file = file();
        try (application) {
            Article article = file.isPresent() ? read(file.get()) : servedArticle();
            Summary summary = application.summarizer().summarize(article, sentences);
            streams.out()
                    .println(
                            json
                                    ? JsonLines.line(SummaryJson.of(summary))
                                    : application.answerText().format(summary));
        }
        return 0;
    }

    /// The argument as a file, if it has a file's name: ids have no such ending.
    private Optional<Path> file() {
        try {
            return Optional.of(Path.of(idOrFile))
                    .filter(
                            path ->
                                    Submission.accepts(path.toString())
                                            || Files.isRegularFile(path));
        } catch (InvalidPathException e) {
            return Optional.empty(); // no file can have such a name, but an article can
        }
    }

    private static Article read(Path file) {
        if (!Files.exists(file)) {
            throw new UnusableInputException(file + " does not exist.");
        }
        try {
            Path real = file.toRealPath();
            Path folder = Objects.requireNonNull(real.getParent());
            return switch (new ArticleReader().read(folder, real)) {
                case ReadResult.Read(Article article, _) -> article;
                case ReadResult.Refused(var why) ->
                        throw new UnusableInputException(why.toString());
            };
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableInputException(file + " can't be read: " + e.getMessage() + ".");
        }
    }

    private Article servedArticle() throws InterruptedException {
        List<ArticleInfo> listings = application.servedArticles();
        return application
                .article(idOrFile)
                .filter(_ -> listings.stream().anyMatch(one -> one.articleId().equals(idOrFile)))
                .orElseThrow(() -> new UnusableInputException(unknownArticle(listings)));
    }

    private String unknownArticle(List<ArticleInfo> listings) {
        String some =
                listings.stream()
                        .map(ArticleInfo::articleId)
                        .limit(MAX_IDS)
                        .collect(Collectors.joining(", "));
        String more = listings.size() > MAX_IDS ? ", …" : "";
        String served = listings.isEmpty() ? "None is served" : "Served are: " + some + more;
        return "No article or file is called \"" + idOrFile + "\". " + served + ".";
    }

    /// A summary as `--json` writes it. Programs rely on the names and their order. What is missing
    /// is written as `null`.
    private record SummaryJson(String articleId, String title, List<SentenceJson> sentences) {

        static SummaryJson of(Summary summary) {
            Article article = summary.article();
            return new SummaryJson(
                    article.id(),
                    article.publication().title(),
                    summary.sentences().stream().map(SentenceJson::of).toList());
        }
    }

    /// A sentence with its offsets in UTF-16 units of the article's text.
    private record SentenceJson(
            String text, int paragraph, int start, int end, @Nullable Speaker speaker) {

        static SentenceJson of(Summary.Sentence sentence) {
            Passage passage = sentence.passage();
            return new SentenceJson(
                    passage.text(),
                    passage.paragraph(),
                    passage.span().start(),
                    passage.span().end(),
                    sentence.speaker());
        }
    }
}
