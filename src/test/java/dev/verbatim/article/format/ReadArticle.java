package dev.verbatim.article.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.verbatim.article.Article;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import java.nio.file.Path;
import java.util.List;

/// A reader of the content of a file, for tests of what is taken of it.
final class ReadArticle {

    private static final ArticleReader READER = new ArticleReader();

    private ReadArticle() {}

    static Article of(String name, String content) {
        return of(name, content.getBytes(UTF_8));
    }

    static Article of(String name, byte[] content) {
        return switch (READER.read(Path.of(name), content)) {
            case ReadResult.Read(Article article, _) -> article;
            case ReadResult.Refused(ValidationError error) -> throw new AssertionError(error);
        };
    }

    /// Why a file is refused.
    static String refusal(String name, byte[] content) {
        return switch (READER.read(Path.of(name), content)) {
            case ReadResult.Read read -> throw new AssertionError(read.article().text());
            case ReadResult.Refused(ValidationError error) -> error.toString();
        };
    }

    static List<String> paragraphs(Article article) {
        return article.paragraphs().stream()
                .map(paragraph -> paragraph.span().of(article.text()))
                .toList();
    }
}
