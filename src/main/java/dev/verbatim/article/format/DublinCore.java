package dev.verbatim.article.format;

import dev.verbatim.article.format.ZippedXml.Attributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts that office files and e-books keep as Dublin Core: title, authors, publisher,
/// language, and, of an e-book, the date of publication. The dates of an office file are those of
/// the file.
final class DublinCore implements ZippedXml.Handler {

    private final StringBuilder words = new StringBuilder();
    private final List<String> creators = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String publisher;
    private @Nullable String language;
    private @Nullable String date;

    private DublinCore() {}

    static ArticleMetadata read(ZippedXml file, String part) throws ArticleFormatException {
        var facts = new DublinCore();
        file.read(part, facts);
        return facts.metadata();
    }

    private ArticleMetadata metadata() {
        String authors = String.join(", ", creators.stream().distinct().toList());
        LocalDate published = date == null ? null : WrittenDate.parse(date).orElse(null);
        return new ArticleMetadata(
                title,
                publisher,
                authors.isEmpty() ? null : authors,
                published,
                null,
                language == null ? null : ArticleMetadata.parseLanguage(language).orElse(null),
                null);
    }

    @Override
    public void start(String element, Attributes attributes) {
        words.setLength(0);
    }

    @Override
    public void text(String text) {
        words.append(text);
    }

    @Override
    public void end(String element) {
        String value = Whitespace.squeezed(words.toString());
        words.setLength(0);
        if (value.isEmpty()) {
            return;
        }
        switch (element) {
            case "title" -> title = title == null ? value : title;
            case "creator" -> creators.add(value);
            case "publisher" -> publisher = value;
            case "language" -> language = value;
            // Only an e-book's: office files have "created" and, in OpenDocument, the last change
            // here.
            case "date" -> date = date == null ? value : date;
            default -> {}
        }
    }
}
