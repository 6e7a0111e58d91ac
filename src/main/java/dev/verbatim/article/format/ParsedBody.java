package dev.verbatim.article.format;

import java.util.List;
import java.util.stream.Stream;

/// What a format makes of the part of a file that isn't front matter.
///
/// @param metadata what the body itself says about the publication
public record ParsedBody(ArticleMetadata metadata, List<TextBlock> blocks) {

    public ParsedBody {
        blocks = List.copyOf(blocks);
    }

    /// The blocks without boilerplate and without the title, where it stands once more on top.
    public List<TextBlock> article(String title) {
        List<TextBlock> own = blocks.stream().flatMap(ParsedBody::own).toList();
        boolean titled = !own.isEmpty() && own.getFirst().repeats(title);
        return titled ? own.subList(1, own.size()) : own;
    }

    /// What was taken for boilerplate and left out: whole blocks, and the ends of others.
    public List<String> omitted() {
        return blocks.stream()
                .map(ParsedBody::omitted)
                .filter(words -> !Whitespace.only(words))
                .map(Whitespace::squeezed)
                .toList();
    }

    private static String omitted(TextBlock block) {
        String words = block.words().strip();
        int kept = own(block).mapToInt(own -> own.words().length()).sum();
        return words.substring(Math.min(kept, words.length()));
    }

    private static Stream<TextBlock> own(TextBlock block) {
        TextBlock trimmed = block.trimmed();
        boolean empty =
                Whitespace.only(trimmed.words())
                        || BoilerplateFilter.isBoilerplate(trimmed.words());
        return empty ? Stream.empty() : Stream.of(trimmed);
    }
}
