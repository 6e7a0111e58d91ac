package dev.verbatim.benchmark;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Articles and questions as `evaluate` takes them: `articles.jsonl` with `article_id`, `title` and
/// `paragraphs`, `questions.jsonl` with `question`.
public final class QuestionFiles {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BLANK_LINE = "\n\n";

    private QuestionFiles() {}

    public static Texts read(Path folder) throws IOException {
        ArticleReader reader = new ArticleReader();
        return new Texts(
                lines(folder.resolve("articles.jsonl")).map(line -> article(line, reader)).toList(),
                questions(folder));
    }

    /// The questions alone.
    static List<String> questions(Path folder) throws IOException {
        return lines(folder.resolve("questions.jsonl"))
                .map(line -> line.get("question").asString())
                .toList();
    }

    /// Every paragraph of a set's articles.
    public static Stream<String> paragraphs(Path folder) throws IOException {
        return lines(folder.resolve("articles.jsonl")).flatMap(line -> paragraphs(line).stream());
    }

    private static Stream<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree);
    }

    private static List<String> paragraphs(JsonNode article) {
        return article.get("paragraphs")
                .valueStream()
                .map(JsonNode::asString)
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    private static Article article(JsonNode line, ArticleReader reader) {
        return article(
                reader,
                line.get("article_id").asString(),
                Publication.titled(line.get("title").asString()),
                paragraphs(line));
    }

    /// An article of these paragraphs.
    public static Article article(String id, Publication publication, List<String> paragraphs) {
        return article(new ArticleReader(), id, publication, paragraphs);
    }

    static Article article(
            ArticleReader reader, String id, Publication publication, List<String> paragraphs) {
        List<TextSpan> spans = new ArrayList<>();
        int start = 0;
        for (String paragraph : paragraphs) {
            spans.add(new TextSpan(start, start + paragraph.length()));
            start += paragraph.length() + BLANK_LINE.length();
        }
        return reader.read(id, publication, String.join(BLANK_LINE, paragraphs), spans);
    }
}
