package dev.verbatim.article.format;

import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.List;

/// The text of an article put together from its blocks, and where its paragraphs stand in it.
/// Between two blocks stands a blank line.
public record ArticleText(String text, List<TextSpan> paragraphs) {

    public static ArticleText of(List<TextBlock> blocks) {
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
}
