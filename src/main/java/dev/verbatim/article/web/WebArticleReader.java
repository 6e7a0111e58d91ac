package dev.verbatim.article.web;

import dev.verbatim.article.Publication;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Submission;
import dev.verbatim.article.library.Submission.CheckResult;
import dev.verbatim.article.web.WebFetcher.FetchResult;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

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
        record Readable(Submission submission, CheckResult.Readable check) implements PageResult {}

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

    /// Reads the page at an address.
    public PageResult read(String address) {
        return switch (fetcher.fetch(address)) {
            case FetchResult.Fetched fetched -> read(fetched);
            case FetchResult.Failed failed ->
                    unreadable(address, failed.problem(), failed.advice());
            case FetchResult.NotModified _ ->
                    throw new IllegalStateException("an unconditional request");
        };
    }

    private static PageResult unreadable(String address, String problem, String advice) {
        return new PageResult.Unreadable(address + " " + problem + ". " + advice + ".");
    }

    private PageResult read(FetchResult.Fetched fetched) {
        return FetchedPage.of(fetched)
                .map(page -> read(fetched, page))
                .orElseGet(
                        () ->
                                unreadable(
                                        fetched.address(),
                                        "is " + FetchedPage.type(fetched) + " and no article",
                                        "Look at the address"));
    }

    private PageResult read(FetchResult.Fetched fetched, FetchedPage page) {
        HttpUrl address = withoutTracking(HttpUrl.get(fetched.address()));
        byte[] content = page.content(facts(address));
        Submission submission = submission(address, "", page, content);
        CheckResult check = submissions.check(submission);
        if (check instanceof CheckResult.Readable readable && readable.nameTaken()) {
            String hash = Integer.toHexString(address.toString().hashCode());
            submission = submission(address, "-" + hash, page, content);
            check = submissions.check(submission);
        }
        return switch (check) {
            case CheckResult.Readable readable -> new PageResult.Readable(submission, readable);
            case CheckResult.Unreadable(var error) ->
                    unreadable(fetched.address(), error.problem(), error.advice());
        };
    }

    private SequencedMap<String, String> facts(HttpUrl address) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        if (isLinkable(address)) {
            facts.put("url", address.uri().toString());
        }
        facts.put("fetched", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return facts;
    }

    // A few hosts have names that are no names by the standard of addresses.
    private static boolean isLinkable(HttpUrl address) {
        try {
            return Publication.parseUrl(address.uri().toString()).isAbsolute();
        } catch (URISyntaxException e) {
            return false; // then the article has no link
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

    private static Submission submission(
            HttpUrl address, String suffix, FetchedPage page, byte[] content) {
        List<String> folders = List.of(FOLDER, address.host());
        return Submission.inFolders(folders, name(address) + suffix, page.extension(), content);
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
