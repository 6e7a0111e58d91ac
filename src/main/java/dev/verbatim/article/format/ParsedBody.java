package dev.verbatim.article.format;

import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A file that a format has parsed.
///
/// @param metadata what the body itself says about the publication
/// @param frontMatter what the editor says above it
/// @param pageShare how much of a web page the blocks are; missing for other formats
public record ParsedBody(
        ArticleMetadata metadata,
        List<TextBlock> blocks,
        FrontMatter frontMatter,
        @Nullable PageShare pageShare) {

    private static final int LOOKED_FOR_TITLE = 6;

    public ParsedBody {
        blocks = List.copyOf(blocks);
    }

    ParsedBody(ArticleMetadata metadata, List<TextBlock> blocks) {
        this(metadata, blocks, FrontMatter.NONE, null);
    }

    ParsedBody below(FrontMatter frontMatter) {
        return new ParsedBody(metadata, blocks, frontMatter, pageShare);
    }

    /// What the front matter and, where it has nothing, the body say about the publication.
    public Publication publication() throws ArticleFormatException {
        ArticleMetadata known = frontMatter.metadata().or(metadata);
        if (known.title() == null && frontMatter.titleProblem().isPresent()) {
            throw frontMatter.titleProblem().get();
        }
        return known.publication();
    }

    /// How much of a page was taken as its article.
    ///
    /// @param percent of the page's words
    /// @param element that they were taken from, such as `div.content`
    public record PageShare(int percent, String element) {}

    /// The text of an article.
    ///
    /// @param text the blocks, with a blank line between two
    /// @param paragraphs the places of those that aren't headings
    public record ArticleText(String text, List<TextSpan> paragraphs) {}

    /// Joins the blocks, without boilerplate.
    ///
    /// @param title a first block that repeats it is left out
    public ArticleText articleText(String title) {
        List<TextBlock> kept = blocks.stream().flatMap(ParsedBody::kept).toList();
        int repeated = repeated(title, kept);
        return join(
                IntStream.range(0, kept.size())
                        .filter(index -> index != repeated)
                        .mapToObj(kept::get)
                        .toList());
    }

    /// The first block, or a heading below an editor's line such as the date; -1 when none repeats
    /// the title.
    private static int repeated(String title, List<TextBlock> blocks) {
        for (int index = 0; index < Math.min(blocks.size(), LOOKED_FOR_TITLE); index++) {
            TextBlock block = blocks.get(index);
            if ((index == 0 || block instanceof TextBlock.Heading) && block.repeats(title)) {
                return index;
            }
        }
        return -1;
    }

    private static ArticleText join(List<TextBlock> blocks) {
        StringBuilder text = new StringBuilder();
        List<TextSpan> paragraphs = new ArrayList<>();
        for (TextBlock block : blocks) {
            text.append(text.isEmpty() ? "" : "\n\n");
            int start = text.length();
            text.append(block.words());
            if (block instanceof TextBlock.Prose) {
                paragraphs.add(new TextSpan(start, text.length()));
            }
        }
        return new ArticleText(text.toString(), List.copyOf(paragraphs));
    }

    /// What was omitted as boilerplate: whole blocks, and the ends of others.
    public List<String> omitted() {
        return blocks.stream()
                .map(ParsedBody::omitted)
                .filter(words -> !Whitespace.only(words))
                .map(Whitespace::squeezed)
                .toList();
    }

    private static String omitted(TextBlock block) {
        String words = block.words().strip();
        int kept = kept(block).mapToInt(rest -> rest.words().length()).sum();
        return words.substring(Math.min(kept, words.length()));
    }

    private static Stream<TextBlock> kept(TextBlock block) {
        TextBlock trimmed = block.trimmed();
        String words = trimmed.words();
        boolean empty = Whitespace.only(words) || BoilerplateFilter.isBoilerplate(words);
        return empty ? Stream.empty() : Stream.of(trimmed);
    }

    /// A block of a body, with its words as they were written.
    sealed interface TextBlock {

        String words();

        /// Without surrounding blanks and, where it is quotable, without boilerplate at its end.
        TextBlock trimmed();

        /// A paragraph, list item or the like: words to quote.
        record Prose(String words) implements TextBlock {

            @Override
            public TextBlock trimmed() {
                return new Prose(BoilerplateFilter.withoutTrailingBoilerplate(words.strip()));
            }
        }

        /// A heading.
        record Heading(String words) implements TextBlock {

            @Override
            public TextBlock trimmed() {
                return new Heading(words.strip());
            }
        }

        /// Whether this block says only what the article's title says already.
        default boolean repeats(String title) {
            return Whitespace.squeezed(words()).equalsIgnoreCase(title);
        }
    }
}
