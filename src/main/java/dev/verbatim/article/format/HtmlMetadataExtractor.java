package dev.verbatim.article.format;

import dev.verbatim.article.Publication;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// An extractor of what an HTML page says about its article: in JSON-LD, in its head, and where
/// readers see it. The editor didn't write it, so a value that can't be parsed counts as missing,
/// never as an error, and a date that may be of something else is left out.
final class HtmlMetadataExtractor {

    private static final List<String> DATES =
            List.of(
                    "article:published_time",
                    "article:published",
                    "article.published",
                    "og:published_time",
                    "og:article:published_time",
                    "datePublished",
                    "parsely-pub-date",
                    "sailthru.date",
                    "pubdate",
                    "bt:pubdate",
                    "publish-date",
                    "publish_date",
                    "publishdate",
                    "publication_date",
                    "publication-date",
                    "published-date",
                    "published_time",
                    "published_at",
                    "published",
                    "originalpublicationdate",
                    "article_date_original",
                    "cXenseParse:recs:publishtime",
                    "citation_publication_date",
                    "citation_online_date",
                    "citation_date",
                    "rnews:datePublished",
                    "DC.date.issued",
                    "dcterms.issued",
                    "DC.date.published",
                    "DC.date.created",
                    "dcterms.created",
                    "dcterms.date",
                    "DC.date",
                    "date.issued",
                    "date");

    private static final List<String> AUTHORS =
            List.of(
                    "author",
                    "article:author",
                    "article:author_name",
                    "og:article:author",
                    "parsely-author",
                    "sailthru.author",
                    "cXenseParse:author",
                    "citation_author",
                    "DC.creator",
                    "dcterms.creator",
                    "byl",
                    "authors");

    private static final String VISIBLE_AUTHORS =
            "[rel~=author], [itemprop=author] [itemprop=name], [itemprop=author]:not(:has(*))";
    private static final String VISIBLE_DATES =
            "[itemprop=datePublished], time[pubdate], time.published, time.entry-date";
    private static final String OTHERS =
            "nav, aside, footer, [class*=comment], [id*=comment], [class*=related], [class*=sidebar]";

    private static final Pattern DATE_IN_PATH =
            Pattern.compile("/((?:19|20)\\d\\d)/(\\d{1,2}|[a-z]{3})/(\\d{1,2})(?=/)");

    private static final int MAX_VALUES = 20;

    private final Document page;
    private final Map<String, List<String>> metas = new HashMap<>();
    private final JsonLdMetadata jsonLd;
    private final PageTitle title;
    private final TitleArea titleArea;

    private HtmlMetadataExtractor(Document page) {
        this.page = page;
        page.select("meta[content]").forEach(this::addMeta);
        this.jsonLd = JsonLdMetadata.of(page);
        this.title = PageTitle.of(page, givenTitles(), metas("og:site_name").toList());
        this.titleArea = TitleArea.of(page, title.heading());
    }

    static ArticleMetadata of(Document page) {
        return new HtmlMetadataExtractor(page).metadata();
    }

    private List<String> givenTitles() {
        String headline = jsonLd.article(null, url()).title();
        return Stream.of(metas("og:title"), Stream.ofNullable(headline), metas("twitter:title"))
                .flatMap(titles -> titles)
                .toList();
    }

    private ArticleMetadata metadata() {
        URI url = url();
        ArticleMetadata ofArticle = jsonLd.article(title.text(), url);
        return new ArticleMetadata(
                        title.text(),
                        null,
                        ofArticle.author(),
                        ofArticle.published(),
                        null,
                        null,
                        null)
                .or(
                        new ArticleMetadata(
                                null, publisher(), author(), published(), url, language(), null))
                .or(ofArticle)
                .or(new ArticleMetadata(null, title.site(), null, null, null, null, null));
    }

    private @Nullable String publisher() {
        return Stream.of("og:site_name", "publisher", "DC.publisher", "citation_publisher")
                .flatMap(this::metas)
                .filter(value -> !value.startsWith("http"))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String author() {
        return Stream.of(ofMetas(), visible(), titleArea.authors())
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .map(Byline::joined)
                .or(() -> Optional.ofNullable(jsonLd.page().author()))
                .orElse(null);
    }

    /// The authors in the first kind of field that has some.
    private List<String> ofMetas() {
        return AUTHORS.stream()
                .map(name -> names(metas(name)))
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElse(List.of());
    }

    private List<String> visible() {
        return names(
                page.select(VISIBLE_AUTHORS).stream()
                        .limit(MAX_VALUES)
                        .filter(author -> author.closest(OTHERS) == null)
                        .map(
                                author ->
                                        author.hasAttr("content")
                                                ? author.attr("content")
                                                : PageTitle.text(author)));
    }

    private static List<String> names(Stream<String> values) {
        return values.flatMap(value -> Byline.names(value).stream())
                .distinct()
                .limit(MAX_VALUES)
                .toList();
    }

    private @Nullable LocalDate published() {
        return Stream.<Stream<LocalDate>>of(
                        DATES.stream()
                                .flatMap(this::metas)
                                .flatMap(value -> PageDate.parse(value).stream()),
                        Stream.ofNullable(jsonLd.page().published()),
                        visibleDates(),
                        dateIn(url()).stream(),
                        titleArea.published().stream())
                .flatMap(dates -> dates)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// The marked date, if all that are marked are the same: those of other stories may be, too.
    private Stream<LocalDate> visibleDates() {
        List<LocalDate> dates =
                page.select(VISIBLE_DATES).stream()
                        .limit(MAX_VALUES)
                        .filter(date -> date.closest(OTHERS) == null)
                        .filter(TitleArea::isOfPublication)
                        .flatMap(date -> PageDate.parse(dateText(date)).stream())
                        .distinct()
                        .toList();
        return dates.size() == 1 ? dates.stream() : Stream.empty();
    }

    private static String dateText(Element date) {
        return Stream.of(date.attr("datetime"), date.attr("content"), PageTitle.text(date))
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse("");
    }

    private static Optional<LocalDate> dateIn(@Nullable URI url) {
        String path = url == null || url.getPath() == null ? "" : url.getPath();
        Matcher date = DATE_IN_PATH.matcher(path);
        return date.find()
                ? PageDate.parse(date.group(3) + " " + date.group(2) + " " + date.group(1))
                        .or(() -> PageDate.parse(date.group().substring(1)))
                : Optional.empty();
    }

    private @Nullable URI url() {
        Stream<String> canonical =
                page.select("link[rel=canonical]").stream().map(link -> link.attr("href").strip());
        return Stream.concat(canonical, metas("og:url"))
                .flatMap(value -> webAddress(value).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<URI> webAddress(String value) {
        try {
            return Optional.of(Publication.parseUrl(value));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private @Nullable Locale language() {
        return page.select("html[lang]").stream()
                .map(html -> html.attr("lang"))
                .flatMap(tag -> ArticleMetadata.parseLanguage(tag).stream())
                .findFirst()
                .orElse(null);
    }

    private void addMeta(Element meta) {
        String content = Whitespace.squeezed(meta.attr("content"));
        for (String attribute : List.of("property", "name", "itemprop")) {
            String name = meta.attr(attribute).toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !content.isEmpty()) {
                metas.computeIfAbsent(name, _ -> new ArrayList<>()).add(content);
            }
        }
    }

    private Stream<String> metas(String name) {
        return metas.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .limit(MAX_VALUES);
    }
}
