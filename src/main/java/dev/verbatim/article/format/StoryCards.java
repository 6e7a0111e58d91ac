package dev.verbatim.article.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A finder of the cards of other stories in a page: several elements side by side, each with a
/// heading that links to a page of the same site, and few words. A list of things elsewhere, each
/// with a link to a shop or a source, is no such list.
final class StoryCards {

    private static final String HEADINGS = "h2, h3, h4, h5, h6";
    private static final Set<String> CONTAINERS =
            Set.of("article", "div", "li", "section", "td", "body", "main");

    private static final int MAX_LENGTH = 400;
    private static final int MAX_CARDS = 500;
    private static final double MAX_SHARE = 0.5;

    private final Document page;
    private final TextDensity density;

    private StoryCards(Document page, TextDensity density) {
        this.page = page;
        this.density = density;
    }

    /// None when they hold half of the page's prose or more: they are what the page is about.
    static List<Element> in(Document page, TextDensity density) {
        List<Element> cards = new StoryCards(page, density).cards();
        int prose = cards.stream().mapToInt(density::prose).sum();
        return prose < MAX_SHARE * density.prose(page.body()) ? cards : List.of();
    }

    private List<Element> cards() {
        Map<Element, List<Element>> byParent = new LinkedHashMap<>();
        page.body().select(HEADINGS).stream()
                .limit(MAX_CARDS)
                .filter(this::linksToSite)
                .flatMap(heading -> card(heading).stream())
                .forEach(card -> siblings(card, byParent).add(card));
        return byParent.values().stream()
                .filter(side -> side.size() > 1)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Element> siblings(Element card, Map<Element, List<Element>> byParent) {
        Element parent = card.parent();
        return parent == null
                ? new ArrayList<>()
                : byParent.computeIfAbsent(parent, _ -> new ArrayList<>());
    }

    private boolean linksToSite(Element heading) {
        Element around = heading.closest("a[href]");
        Element link = around == null ? heading.selectFirst("a[href]") : around;
        return link != null
                && PageTitle.text(link).contains(PageTitle.text(heading))
                && isOfSite(link.attr("href").strip());
    }

    private boolean isOfSite(String address) {
        Optional<String> host = host(address);
        return host.isEmpty()
                || page.select("link[rel=canonical], meta[property=og:url]").stream()
                        .map(one -> one.attr("href") + one.attr("content"))
                        .anyMatch(own -> host(own).equals(host));
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<Element> card(Element heading) {
        Element card = heading;
        while (!CONTAINERS.contains(card.normalName()) && card.parent() != null) {
            card = card.parent();
        }
        boolean one = density.length(card) <= MAX_LENGTH && card.select(HEADINGS).size() == 1;
        return one && !card.normalName().equals("body") ? Optional.of(card) : Optional.empty();
    }
}
