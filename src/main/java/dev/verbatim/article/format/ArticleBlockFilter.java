package dev.verbatim.article.format;

import dev.verbatim.article.format.HtmlBlockSplitter.HtmlBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// A filter for the blocks of an article's element that aren't its text: links to other stories,
/// what follows a heading such as "Related articles", and the labels above the first and below the
/// last paragraph.
final class ArticleBlockFilter {

    private static final Pattern ADDRESS = Pattern.compile("^\\s*+(?:https?://|www\\.)\\S++\\s*+$");

    private static final Set<String> TIMES = Set.of("time");
    private static final Set<String> LISTS = Set.of("li", "dd", "td", "pre", "blockquote");
    private static final int LEVELS = 4;

    private ArticleBlockFilter() {}

    static List<HtmlBlock> filter(List<HtmlBlock> blocks) {
        List<HtmlBlock> kept = blocks.stream().filter(ArticleBlockFilter::isText).toList();
        return trimmed(withoutOtherSections(kept));
    }

    private static boolean isText(HtmlBlock block) {
        boolean stray =
                block.isLink()
                        || isInside(block, TIMES)
                        || ADDRESS.matcher(block.words()).matches();
        return block.isHeading() || !stray;
    }

    /// Without headings of what isn't the article's, and what is below them up to the next heading
    /// that isn't one.
    private static List<HtmlBlock> withoutOtherSections(List<HtmlBlock> blocks) {
        List<HtmlBlock> kept = new ArrayList<>();
        boolean other = false;
        for (HtmlBlock block : blocks) {
            if (block.isHeading()) {
                other = BoilerplateFilter.isBoilerplate(block.words().strip());
            }
            if (!other) {
                kept.add(block);
            }
        }
        return kept;
    }

    private static List<HtmlBlock> trimmed(List<HtmlBlock> blocks) {
        int start = 0;
        while (start < blocks.size() && !blocks.get(start).isProse()) {
            start++;
        }
        if (start == blocks.size()) {
            return blocks;
        }
        while (start > 0 && blocks.get(start - 1).isHeading()) {
            start--;
        }
        int end = blocks.size();
        while (isLabel(blocks.get(end - 1))) {
            end--;
        }
        return blocks.subList(start, end);
    }

    private static boolean isLabel(HtmlBlock block) {
        return !block.isProse() && (block.isHeading() || !isInside(block, LISTS));
    }

    private static boolean isInside(HtmlBlock block, Set<String> tags) {
        Element element = block.element();
        for (int level = 0; level < LEVELS && element != null; level++) {
            if (tags.contains(element.normalName())) {
                return true;
            }
            element = element.parent();
        }
        return false;
    }
}
