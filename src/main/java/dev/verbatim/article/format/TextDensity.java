package dev.verbatim.article.format;

import dev.verbatim.article.format.HtmlBlockSplitter.HtmlBlock;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/// The amounts of text in each element of a part of a page: of all of it, of prose, and of links.
/// Counted once, so that it takes linear time however deep elements are nested.
///
/// The score of an element is its prose less a little for each block that isn't. The element with
/// the highest score is the one that holds the article and little else: what a larger one has
/// besides lowers its score, and a smaller one lacks paragraphs. That text density finds the
/// article is the idea of Kohlschütter et al. (WSDM 2010); taking the best sum, of Sun et al.
/// (SIGIR 2011).
final class TextDensity {

    private static final Amounts NONE = new Amounts();

    private final Map<Element, Amounts> amounts = new HashMap<>();

    private TextDensity() {}

    static TextDensity of(Element part) {
        TextDensity density = new TextDensity();
        for (HtmlBlock block : HtmlBlockSplitter.blocksOf(part)) {
            density.amountsOf(block.element()).add(block);
        }
        part.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {}

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element && !element.equals(part)) {
                            density.addToParent(element);
                        }
                    }
                });
        return density;
    }

    private Amounts amountsOf(Element element) {
        return amounts.computeIfAbsent(element, _ -> new Amounts());
    }

    private void addToParent(Element element) {
        Amounts own = amounts.get(element);
        Element parent = element.parent();
        if (own != null && parent != null) {
            amountsOf(parent).add(own);
        }
    }

    /// How many characters of text there are.
    int length(Element element) {
        return amounts.getOrDefault(element, NONE).length;
    }

    /// How many characters of prose there are, outside links.
    int prose(Element element) {
        return amounts.getOrDefault(element, NONE).prose;
    }

    double score(Element element) {
        return amounts.getOrDefault(element, NONE).score;
    }

    /// The amounts of an element and all below it.
    private static final class Amounts {

        // In characters of prose. Several times as much makes articles lose lists and verse, and
        // much less lets them take menus.
        private static final int LABEL_COST = 10;
        private static final int LIST_ITEM_COST = 3;
        private static final int LINK_COST = 15;
        private static final double LINK_COST_PER_CHARACTER = 0.25;
        private static final int MAX_LINK_LENGTH = 100;

        private int length;
        private int prose;
        private double score;

        void add(HtmlBlock block) {
            length += block.length();
            prose += block.isProse() ? block.length() - block.linkLength() : 0;
            score += score(block);
        }

        private static double score(HtmlBlock block) {
            if (block.isProse()) {
                return block.length() - block.linkLength();
            }
            if (block.isMostlyLinks()) {
                int counted = Math.min(block.length(), MAX_LINK_LENGTH);
                return -LINK_COST - counted * LINK_COST_PER_CHARACTER;
            }
            if (block.isHeading()) {
                return 0;
            }
            return block.element().normalName().equals("li") ? -LIST_ITEM_COST : -LABEL_COST;
        }

        void add(Amounts other) {
            length += other.length;
            prose += other.prose;
            score += other.score;
        }
    }
}
