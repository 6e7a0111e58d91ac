package dev.verbatim.article.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A `key: value` line of front matter.
///
/// @param line of the file, counted from 1
record FrontMatterEntry(String key, int line, Node value) {

    boolean isEmpty() {
        return value.getTag().equals(Tag.NULL)
                || (value instanceof ScalarNode scalar && Whitespace.only(scalar.getValue()));
    }

    /// The value as it is written, on one line.
    String text() throws ArticleFormatException {
        if (value instanceof ScalarNode scalar) {
            return Whitespace.squeezed(scalar.getValue());
        }
        throw new ArticleFormatException(
                line,
                "\"" + key + "\" is not one line of text",
                "Write " + key + ": and the text, in quotes when it begins with a bracket");
    }

    LocalDate date() throws ArticleFormatException {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException e) {
            throw wrong("is not a date", "Write it as 2022-10-12");
        }
    }

    URI url() throws ArticleFormatException {
        try {
            return WebAddress.parse(text());
        } catch (URISyntaxException e) {
            throw wrong("is not a web address", "Write it as https://example.org/article");
        }
    }

    Locale language() throws ArticleFormatException {
        Optional<Locale> language = LanguageTag.parse(text());
        if (language.isEmpty()) {
            throw wrong("is not a language", "Write it as en, de or pt-BR");
        }
        return language.get();
    }

    private ArticleFormatException wrong(String problem, String advice)
            throws ArticleFormatException {
        return new ArticleFormatException(
                line,
                "\"" + key + ": " + ValidationError.abbreviate(text()) + "\" " + problem,
                advice);
    }
}
