package dev.verbatim.article.format;

import dev.verbatim.article.format.HtmlBlockSplitter.HtmlBlock;
import dev.verbatim.language.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The lines around the title of a page's article and before its text, where readers find who wrote
/// it and when. Elsewhere a page has dates and names of other stories, of readers, and of today.
final class TitleArea {

    private static final String CLUTTER =
            "nav, aside, footer, script, style, noscript, figure, figcaption, form, select, button";

    private static final int LINES = 15;
    private static final int LINES_ABOVE = 3;
    private static final int PARAGRAPHS = 2;
    private static final int LONG = 80;
    private static final int MAX_LABEL = 120;
    private static final int MAX_TIMES = 40;

    private static final Pattern UPDATED =
            Pattern.compile(
                    "(?<!\\p{L})(?:" + listed("page.updated") + ")(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DASH = Pattern.compile("\\s[–—-]{1,2}\\s");

    private final Document page;
    private final List<HtmlBlock> lines;

    private TitleArea(Document page, List<HtmlBlock> lines) {
        this.page = page;
        this.lines = lines;
    }

    private static String listed(String key) {
        return Language.withFile().stream()
                .flatMap(language -> language.file().list(key).stream())
                .collect(Collectors.joining("|"));
    }

    static TitleArea of(Document page, @Nullable Element heading) {
        Element start = heading == null ? page.selectFirst("article, main") : heading;
        List<HtmlBlock> blocks = HtmlBlockSplitter.blocksOf(page.body());
        int title = start == null ? -1 : indexOf(start, blocks);
        if (title < 0) {
            return new TitleArea(page, List.of());
        }
        List<HtmlBlock> lines = new ArrayList<>(above(blocks, title, heading));
        lines.addAll(below(blocks, title));
        return new TitleArea(
                page,
                lines.stream().filter(line -> line.element().closest(CLUTTER) == null).toList());
    }

    private static int indexOf(Element start, List<HtmlBlock> blocks) {
        Set<Element> inside = new HashSet<>();
        inside.addAll(start.getAllElements());
        int at = 0;
        while (at < blocks.size() && !inside.contains(blocks.get(at).element())) {
            at++;
        }
        return at < blocks.size() ? at : -1;
    }

    private static List<HtmlBlock> below(List<HtmlBlock> blocks, int title) {
        List<HtmlBlock> lines = new ArrayList<>();
        int paragraphs = 0;
        for (HtmlBlock block : blocks.subList(title, Math.min(blocks.size(), title + LINES))) {
            paragraphs += block.isProse() && block.length() >= LONG ? 1 : 0;
            if (paragraphs <= PARAGRAPHS) {
                lines.add(block);
            }
        }
        return lines;
    }

    // Only lines beside the heading: further up is the site's head, often with today's date.
    private static List<HtmlBlock> above(
            List<HtmlBlock> blocks, int title, @Nullable Element heading) {
        Element around = heading == null ? null : heading.parent();
        return blocks.subList(Math.max(0, title - LINES_ABOVE), title).stream()
                .filter(block -> around != null && !around.normalName().equals("body"))
                .filter(block -> block.element().parents().contains(around))
                .toList();
    }

    /// The names in a visible byline.
    List<String> authors() {
        return labels().map(block -> Byline.ofLabel(block.words()))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Stream<HtmlBlock> labels() {
        return lines.stream().filter(block -> block.length() <= MAX_LABEL && !block.isHeading());
    }

    /// The date of publication: that of a `<time>`, of a label, or of the dateline at the beginning
    /// of the text.
    Optional<LocalDate> published() {
        return Stream.of(ofTimes(), labels().map(block -> beforeUpdate(block.words())), dateline())
                .flatMap(texts -> texts)
                .flatMap(text -> PageDate.parse(text).stream())
                .findFirst();
    }

    private Stream<String> ofTimes() {
        return page.body().select("time[datetime]").stream()
                .limit(MAX_TIMES)
                .filter(time -> lines.stream().anyMatch(line -> isBeside(time, line.element())))
                .filter(TitleArea::isOfPublication)
                .map(time -> time.attr("datetime"));
    }

    private static boolean isBeside(Element time, Element line) {
        return time.equals(line) || line.equals(time.parent()) || time.equals(line.parent());
    }

    /// Whether a time isn't that of a change, by its own names and the words before it.
    static boolean isOfPublication(Element time) {
        Element parent = time.parent();
        String before = parent == null ? "" : PageTitle.text(parent);
        int at = before.indexOf(PageTitle.text(time));
        String names = time.className() + " " + time.attr("itemprop");
        boolean updated =
                (names.contains("updated") || names.contains("odified"))
                        && !names.contains("published");
        return !updated && !UPDATED.matcher(before.substring(0, Math.max(0, at))).find();
    }

    private static String beforeUpdate(String label) {
        Matcher updated = UPDATED.matcher(label);
        return updated.find() ? label.substring(0, updated.start()) : label;
    }

    private Stream<String> dateline() {
        return lines.stream()
                .filter(block -> block.length() > MAX_LABEL && !block.isHeading())
                .map(block -> block.words().substring(0, MAX_LABEL))
                .flatMap(
                        start -> {
                            Matcher dash = DASH.matcher(start);
                            return dash.find()
                                    ? Stream.of(start.substring(0, dash.start()))
                                    : Stream.empty();
                        });
    }
}
