package dev.verbatim.article.format;

import java.util.List;
import java.util.stream.Stream;

/// What a format makes of the part of a file that isn't front matter.
///
/// @param imprint what the body itself says about the publication
public record Body(Imprint imprint, List<Block> blocks) {

    public Body {
        blocks = List.copyOf(blocks);
    }

    /// The blocks without boilerplate and without the title, where it stands once more on top.
    public List<Block> article(String title) {
        List<Block> own = blocks.stream().flatMap(Body::own).toList();
        boolean titled = !own.isEmpty() && own.getFirst().repeats(title);
        return titled ? own.subList(1, own.size()) : own;
    }

    /// What was taken for boilerplate and left out: whole blocks, and the ends of others.
    public List<String> leftOut() {
        return blocks.stream()
                .map(Body::leftOut)
                .filter(words -> !Blanks.only(words))
                .map(Blanks::squeezed)
                .toList();
    }

    private static String leftOut(Block block) {
        String words = block.words().strip();
        int kept = own(block).mapToInt(own -> own.words().length()).sum();
        return words.substring(Math.min(kept, words.length()));
    }

    private static Stream<Block> own(Block block) {
        Block trimmed = block.trimmed();
        boolean empty = Blanks.only(trimmed.words()) || Boilerplate.is(trimmed.words());
        return empty ? Stream.empty() : Stream.of(trimmed);
    }
}
