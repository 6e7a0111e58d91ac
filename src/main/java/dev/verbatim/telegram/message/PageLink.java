package dev.verbatim.telegram.message;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A factory of links that open an article's page at a sentence, by a text fragment
/// (<https://wicg.github.io/scroll-to-text-fragment/>). A browser that doesn't support these, or
/// doesn't find the words, opens the page.
public final class PageLink {

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    // A long sentence is given by its beginning and its end: pages differ from articles in a
    // footnote or a link, and the link should stay short.
    private static final int MAX_WHOLE = 100;
    private static final int PART_LENGTH = 40;
    private static final int MAX_URL = 2000;

    private PageLink() {}

    /// The link to the page at a sentence.
    public static Optional<String> to(Passage passage, TextSpan sentence) {
        return to(passage.article().publication())
                .map(page -> at(page, sentence.of(passage.article().text())));
    }

    /// The link to the page; empty when the article has none, or none on the web.
    public static Optional<String> to(Publication publication) {
        return Optional.ofNullable(publication.url())
                .filter(PageLink::isWeb)
                .map(URI::toASCIIString)
                .filter(address -> address.length() <= MAX_URL);
    }

    /// The address that somebody wrote, if it can be opened in a browser.
    public static Optional<String> ofWritten(String url) {
        try {
            return Optional.of(new URI(url))
                    .filter(PageLink::isWeb)
                    .filter(_ -> url.length() <= MAX_URL)
                    .map(URI::toASCIIString);
        } catch (URISyntaxException e) {
            return Optional.empty(); // people write what they like
        }
    }

    private static boolean isWeb(URI url) {
        return ("https".equalsIgnoreCase(url.getScheme())
                        || "http".equalsIgnoreCase(url.getScheme()))
                && url.getHost() != null;
    }

    private static String at(String page, String sentence) {
        String words = BLANKS.matcher(sentence).replaceAll(" ").strip();
        if (page.contains(":~:") || words.isEmpty() || !isEncodable(words)) {
            return page;
        }
        String address = page + (page.contains("#") ? "" : "#") + ":~:text=" + directive(words);
        return address.length() <= MAX_URL ? address : page;
    }

    private static String directive(String words) {
        if (words.length() <= MAX_WHOLE) {
            return encoded(words);
        }
        var boundaries = BreakIterator.getWordInstance(Locale.ROOT);
        boundaries.setText(words);
        String beginning = words.substring(0, boundaries.following(PART_LENGTH)).strip();
        String end = words.substring(boundaries.preceding(words.length() - PART_LENGTH)).strip();
        return encoded(beginning) + "," + encoded(end);
    }

    /// Also encodes the dash, which has a meaning in a text fragment.
    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("-", "%2D");
    }

    private static boolean isEncodable(String words) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(words);
    }
}
