package dev.verbatim.article.format;

import dev.verbatim.article.format.HtmlBlockSplitter.HtmlBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A filter for the blocks of an article's element that aren't its text: links to other stories,
/// what follows a heading such as "Related articles", and the labels above the first and below the
/// last paragraph.
final class ArticleBlockFilter {

    private static final Pattern ADDRESS = Pattern.compile("^\\s*+(?:https?://|www\\.)\\S++\\s*+$");

    private static final Set<String> TIMES = Set.of("time");
    private static final Set<String> LISTS = Set.of("li", "dd", "td", "pre", "blockquote");
    private static final Set<String> FIRST_LEVEL = Set.of("h1");
    private static final int LEVELS = 4;

    private ArticleBlockFilter() {}

    /// @param title of the article: of several stories in one element, only the one below it stays
    static List<HtmlBlock> filter(List<HtmlBlock> blocks, @Nullable String title) {
        List<HtmlBlock> kept =
                story(blocks, title).stream().filter(ArticleBlockFilter::isText).toList();
        return trimmed(withoutOtherSections(kept));
    }

    private static List<HtmlBlock> story(List<HtmlBlock> blocks, @Nullable String title) {
        List<Integer> starts =
                IntStream.range(0, blocks.size())
                        .filter(at -> isFirstLevel(blocks.get(at)))
                        .boxed()
                        .toList();
        for (int story = 0; starts.size() > 1 && story < starts.size(); story++) {
            int start = starts.get(story);
            int end = story + 1 < starts.size() ? starts.get(story + 1) : blocks.size();
            List<HtmlBlock> below = blocks.subList(start, end);
            boolean titled = Whitespace.squeezed(blocks.get(start).words()).equals(title);
            if (titled && below.stream().anyMatch(HtmlBlock::isProse)) {
                return below;
            }
        }
        return blocks;
    }

    private static boolean isFirstLevel(HtmlBlock block) {
        return block.isHeading() && isInside(block, FIRST_LEVEL);
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
        boolean text = block.isProse() || BoilerplateFilter.endsSentence(block.words().strip());
        return block.isHeading() || !(text || isInside(block, LISTS));
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
