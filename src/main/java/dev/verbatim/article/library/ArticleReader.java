package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.format.ArticleFormat;
import dev.verbatim.article.format.ArticleFormatException;
import dev.verbatim.article.format.FrontMatter;
import dev.verbatim.article.format.ParsedBody;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.format.Whitespace;
import dev.verbatim.article.sentence.SentenceSplitter;
import dev.verbatim.article.speech.QuotationFinder;
import dev.verbatim.language.LanguageDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A reader that makes an [Article] of a file of the content folder, or of a text whose paragraphs
/// are known. Thread-safe.
public final class ArticleReader {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleReader.class);

    // What a parser builds is many times as large as the file; so many bytes are parsed at once.
    private static final Semaphore BYTES = new Semaphore(ContentFile.MAX_BYTES);

    private final SentenceSplitter splitter = new SentenceSplitter();
    private final QuotationFinder finder = new QuotationFinder();

    /// An article with the body it was parsed from, for checks of what parsing left out.
    record ParsedArticle(Article article, ParsedBody body) {}

    /// Reads one file.
    ///
    /// @param folder the content folder; a file whose real path is outside is refused
    /// @param file inside the folder
    /// @throws UncheckedIOException when the file can't be read at all
    public ReadResult read(Path folder, Path file) {
        return read(new ContentFile(folder, file));
    }

    /// @throws UncheckedIOException when the file can't be read at all
    ReadResult read(ContentFile file) {
        try {
            return read(file.name(), file.bytes(), file.facts());
        } catch (ArticleFormatException e) {
            return new ReadResult.Refused(e.in(file.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the content of a file that may be anywhere.
    ///
    /// @param name with no invisible characters; its extension says the format
    public ReadResult read(Path name, byte[] bytes) {
        return read(name, bytes, new byte[0]);
    }

    private ReadResult read(Path name, byte[] bytes, byte[] facts) {
        try {
            ParsedArticle parsed = parse(name, bytes, facts);
            Path placeOfFacts = facts.length == 0 ? name : ContentFile.factsOf(name);
            return new ReadResult.Read(
                    parsed.article(),
                    parsed.body().frontMatter().omitted().stream()
                            .map(fact -> fact.in(placeOfFacts))
                            .toList());
        } catch (ArticleFormatException e) {
            return new ReadResult.Refused(e.in(name));
        }
    }

    /// Parses the content of a file, or of a submission that may become one.
    ///
    /// @param name relative to the content folder, with no invisible characters
    /// @param facts that editors gave to a file which is kept as it came; empty for none
    ParsedArticle parse(Path name, byte[] bytes, byte[] facts) throws ArticleFormatException {
        ArticleFormat format = ArticleFormat.of(name).orElseThrow(ArticleReader::unknownFormat);
        ContentFile.checkSize(format, bytes.length);
        BYTES.acquireUninterruptibly(bytes.length);
        try {
            return parsed(name, format.parse(bytes, facts));
        } finally {
            BYTES.release(bytes.length);
        }
    }

    private ParsedArticle parsed(Path name, ParsedBody body) throws ArticleFormatException {
        logUnknownKeys(name, body.frontMatter());
        return new ParsedArticle(article(name, body), body);
    }

    private static ArticleFormatException unknownFormat() {
        return new ArticleFormatException(
                "is no kind of file that I read",
                "Save the article as one of these: " + ArticleFormat.listed());
    }

    private static void logUnknownKeys(Path name, FrontMatter frontMatter) {
        List<String> keys = frontMatter.unknownKeys();
        if (!keys.isEmpty()) {
            LOG.info("{}: not used of the front matter: {}", name, keys);
        }
    }

    private Article article(Path name, ParsedBody body) throws ArticleFormatException {
        Publication publication = body.publication();
        ParsedBody.ArticleText text = body.articleText(publication.title());
        if (text.paragraphs().isEmpty()) {
            throw new ArticleFormatException(
                    "has no text beside the title", "Write the article below it");
        }
        return read(ContentFile.id(name), publication, text.text(), text.paragraphs());
    }

    /// Makes an article of a text: detects the language when it isn't given, and finds sentences
    /// and quotations.
    ///
    /// @param paragraphs places in the text, in order; blank ones are left out
    public Article read(
            String id, Publication publication, String text, List<TextSpan> paragraphs) {
        Publication known = withLanguage(publication, text);
        Locale language = known.language();
        List<Paragraph> split =
                paragraphs.stream()
                        .filter(span -> !Whitespace.only(span.of(text)))
                        .map(span -> new Paragraph(span, splitter.split(text, span, language)))
                        .toList();
        return new Article(id, known, text, split, finder.find(text, split, language));
    }

    private Publication withLanguage(Publication publication, String text) {
        return publication.language().equals(Locale.ROOT)
                ? publication.in(LanguageDetector.detect(text))
                : publication;
    }

    /// An outcome of reading a file.
    public sealed interface ReadResult {

        /// An article that can be served.
        ///
        /// @param omitted facts that can't be used, and were left out
        record Read(Article article, List<ValidationError> omitted) implements ReadResult {

            public Read {
                omitted = List.copyOf(omitted);
            }
        }

        record Refused(ValidationError error) implements ReadResult {}
    }
}
