package dev.verbatim.article.web;

import dev.verbatim.article.Publication;
import dev.verbatim.article.format.FrontMatter;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Submission;
import dev.verbatim.article.library.Submission.CheckResult;
import dev.verbatim.article.web.FetchResult.Fetched;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// A reader that fetches the page at an address and reads it as an article, ready to be filed under
/// the site's name. Thread-safe.
public final class WebArticleReader {

    private static final String FOLDER = "web";

    // What campaigns and social networks add, and no page needs.
    private static final Set<String> TRACKING =
            Set.of("fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "yclid");
    private static final String CAMPAIGN = "utm_";

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z]{2,5}$");
    private static final int SHORT_NAME = 4;

    private final WebFetcher fetcher;
    private final ArticleSubmissionService submissions;
    private final Clock clock;

    public WebArticleReader(WebFetcher fetcher, ArticleSubmissionService submissions, Clock clock) {
        this.fetcher = fetcher;
        this.submissions = submissions;
        this.clock = clock;
    }

    /// An outcome of reading a page.
    public sealed interface PageResult {

        /// It can be filed.
        ///
        /// @param submission to file it
        /// @param check what is in it
        record Prepared(Submission submission, CheckResult.Acceptable check)
                implements PageResult {}

        /// It can't be fetched or read.
        ///
        /// @param line with the address, what is wrong, and what to do
        record Unreadable(String line) implements PageResult {}
    }

    public boolean isEnabled() {
        return fetcher.isEnabled();
    }

    /// The address that a text consists of; empty for any other text.
    public static Optional<String> address(String text) {
        String word = text.strip();
        boolean isOneWord = word.chars().noneMatch(Character::isWhitespace);
        boolean isWeb = word.startsWith("http://") || word.startsWith("https://");
        return Optional.of(word).filter(_ -> isOneWord && isWeb);
    }

    /// Reads the page at an address, to be filed under its site's name.
    public PageResult read(String address) {
        return read(
                address,
                url -> new PageOrigin(List.of(FOLDER, url.host()), name(url), Map.of(), null));
    }

    /// Reads the page at an address, to be filed elsewhere.
    public PageResult read(String address, PageOrigin origin) {
        return read(address, _ -> origin);
    }

    /// Reads a text in HTML that came without a page around it.
    ///
    /// @param address of the article's page; empty when it has none
    public PageResult readText(String html, String address, PageOrigin origin) {
        Fetched text =
                new Fetched(
                        address,
                        "text/html; charset=utf-8",
                        ByteString.encodeUtf8(
                                "<article itemprop=\"articleBody\">" + html + "</article>"),
                        WebFetcher.Validators.NONE);
        return FetchedPage.of(text).map(page -> read(page, address, origin)).orElseThrow();
    }

    /// Fetches what is no article, such as a list of articles.
    public FetchResult fetch(String address, WebFetcher.Validators known) {
        return fetcher.fetch(address, known);
    }

    /// Where what was read is filed.
    public ArticleSubmissionService submissions() {
        return submissions;
    }

    public Clock clock() {
        return clock;
    }

    private PageResult read(String address, Function<HttpUrl, PageOrigin> origin) {
        return switch (fetcher.fetch(address)) {
            case Fetched fetched -> {
                HttpUrl url = withoutTracking(HttpUrl.get(fetched.address()));
                yield FetchedPage.of(fetched)
                        .map(page -> read(page, url.toString(), origin.apply(url)))
                        .orElseGet(() -> noArticle(fetched));
            }
            case FetchResult.Failed failed ->
                    unreadable(address, failed.problem(), failed.advice());
            case FetchResult.NotModified _ ->
                    throw new IllegalStateException("an unconditional request");
        };
    }

    private static PageResult noArticle(Fetched fetched) {
        String problem = "is " + FetchedPage.type(fetched) + " and no article";
        return unreadable(fetched.address(), problem, "Look at the address");
    }

    private static PageResult unreadable(String address, String problem, String advice) {
        return new PageResult.Unreadable(address + " " + problem + ". " + advice + ".");
    }

    private PageResult read(FetchedPage page, String address, PageOrigin origin) {
        SequencedMap<String, String> facts = facts(address);
        CheckResult check = submissions.check(submission(page, facts, origin, ""));
        missing(check, origin.facts()).forEach(facts::putIfAbsent);
        String suffix = isTaken(check) && origin.file() == null ? "-" + hash(address, origin) : "";
        Submission submission = submission(page, facts, origin, suffix);
        return switch (submissions.check(submission)) {
            case CheckResult.Acceptable readable -> new PageResult.Prepared(submission, readable);
            case CheckResult.Unreadable(var error) ->
                    unreadable(address, error.problem(), error.advice());
        };
    }

    private static boolean isTaken(CheckResult check) {
        return check instanceof CheckResult.Acceptable readable && readable.nameTaken();
    }

    private static String hash(String address, PageOrigin origin) {
        return Integer.toHexString(
                address.isEmpty() ? origin.facts().hashCode() : address.hashCode());
    }

    private static Submission submission(
            FetchedPage page,
            SequencedMap<String, String> facts,
            PageOrigin origin,
            String suffix) {
        byte[] content = page.content(facts);
        Submission submission =
                origin.file() == null
                        ? Submission.inFolders(
                                origin.folders(), origin.name() + suffix, page.extension(), content)
                        : Submission.at(origin.file(), content);
        return page.isKeptAsItCame()
                ? submission.withFacts(FrontMatter.write(facts).getBytes(StandardCharsets.UTF_8))
                : submission;
    }

    /// What is known from elsewhere and not said by the page.
    private static Map<String, String> missing(CheckResult check, Map<String, String> facts) {
        if (!(check instanceof CheckResult.Acceptable readable)) {
            return facts;
        }
        Publication publication = readable.article().publication();
        Map<String, @Nullable Object> said = new HashMap<>();
        said.put("title", publication.title());
        said.put("publisher", publication.publisher());
        said.put("author", publication.author());
        said.put("published", publication.published());
        Map<String, String> missing = new HashMap<>(facts);
        missing.keySet().removeIf(key -> said.get(key) != null);
        return missing;
    }

    private SequencedMap<String, String> facts(String address) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        linkable(address).ifPresent(link -> facts.put("url", link));
        facts.put("fetched", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return facts;
    }

    // A few hosts have names that are no names by the standard of addresses.
    private static Optional<String> linkable(String address) {
        try {
            return WebFetcher.parse(address)
                    .map(url -> url.uri().toString())
                    .filter(WebArticleReader::isUrl);
        } catch (IllegalStateException e) {
            return Optional.empty(); // then the article has no link
        }
    }

    private static boolean isUrl(String link) {
        try {
            return Publication.parseUrl(link).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static HttpUrl withoutTracking(HttpUrl address) {
        HttpUrl.Builder clean = address.newBuilder();
        for (String name : address.queryParameterNames()) {
            if (name.startsWith(CAMPAIGN) || TRACKING.contains(name)) {
                clean.removeAllQueryParameters(name);
            }
        }
        return clean.build();
    }

    /// The end of the address that tells the page from others of the site.
    private static String name(HttpUrl address) {
        List<String> path =
                address.pathSegments().stream().filter(part -> !part.isBlank()).toList();
        String query = address.query() == null ? "" : "-" + address.query();
        if (path.isEmpty()) {
            return address.host() + query;
        }
        String last = EXTENSION.matcher(path.getLast()).replaceFirst("");
        boolean tells = last.length() >= SHORT_NAME && last.chars().anyMatch(Character::isLetter);
        return (tells || path.size() == 1 ? last : path.get(path.size() - 2) + "-" + last) + query;
    }
}
