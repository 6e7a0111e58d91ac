package dev.verbatim.article.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.verbatim.article.web.FetchResult.Fetched;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// A parser of RSS and Atom feeds.
final class FeedParser {

    // The largest feeds have some thousand items with a dozen tags each.
    private static final int MAX_TAGS = 300_000;

    private static final int MAX_NAME = 60;

    private FeedParser() {}

    /// A feed.
    ///
    /// @param title empty when it has none
    /// @param items the newest first, each once
    record ParsedFeed(String title, List<Item> items) {

        ParsedFeed {
            items = List.copyOf(items);
        }
    }

    /// An item of a feed.
    ///
    /// @param key stays the same when the publisher corrects the item
    /// @param fingerprint changes when the publisher corrects the item
    /// @param link of the article's page; empty when it has none
    /// @param published when it was published or, where the feed doesn't say, last changed
    /// @param html what the feed has of its text; empty when it has nothing
    record Item(
            String key,
            String fingerprint,
            String title,
            String link,
            @Nullable Instant published,
            String author,
            String html) {

        /// The text without markup.
        String text() {
            return Jsoup.parseBodyFragment(html).text();
        }
    }

    /// @throws IOException when it is no feed
    static ParsedFeed parse(Fetched fetched) throws IOException {
        byte[] bytes = fetched.body().toByteArray();
        if (tags(bytes) > MAX_TAGS) {
            throw new IOException("has more than " + MAX_TAGS + " tags");
        }
        try (var reader =
                new XmlReader(new ByteArrayInputStream(bytes), fetched.contentType(), true)) {
            SyndFeed feed = new SyndFeedInput().build(reader);
            return new ParsedFeed(plain(feed.getTitle()), items(feed, fetched.address()));
        } catch (FeedException | RuntimeException | StackOverflowError e) {
            throw new IOException("is no feed in RSS or Atom", e);
        }
    }

    private static int tags(byte[] bytes) {
        int tags = 0;
        for (byte one : bytes) {
            tags += one == '<' ? 1 : 0;
        }
        return tags;
    }

    private static List<Item> items(SyndFeed feed, String address) {
        Set<String> ambiguous = ambiguousIds(feed);
        List<Item> items = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (SyndEntry entry : feed.getEntries()) {
            Item item = item(entry, address, ambiguous);
            if (keys.add(item.key())) {
                items.add(item);
            }
        }
        items.sort(
                Comparator.comparing(
                        Item::published, Comparator.nullsLast(Comparator.reverseOrder())));
        return items;
    }

    /// Some publishers give several items the same id, which then says nothing.
    private static Set<String> ambiguousIds(SyndFeed feed) {
        Set<String> seen = new HashSet<>();
        Set<String> ambiguous = new HashSet<>();
        for (SyndEntry entry : feed.getEntries()) {
            String id = Objects.requireNonNullElse(entry.getUri(), "");
            if (!seen.add(id)) {
                ambiguous.add(id);
            }
        }
        return ambiguous;
    }

    private static Item item(SyndEntry entry, String address, Set<String> ambiguous) {
        String id = Objects.requireNonNullElse(entry.getUri(), "").strip();
        String link = link(entry, address);
        String title = plain(entry.getTitle());
        String html = html(entry);
        Instant published =
                Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                        .filter(Objects::nonNull)
                        .map(Date::toInstant)
                        .findFirst()
                        .orElse(null);
        String key = id.isEmpty() || ambiguous.contains(id) ? link + "\n" + title : id;
        String state = title + "\n" + link + "\n" + entry.getUpdatedDate() + "\n" + html;
        return new Item(
                hash(key), hash(state), title, link, published, plain(entry.getAuthor()), html);
    }

    private static String link(SyndEntry entry, String address) {
        return Stream.of(entry.getLink(), entry.getUri())
                .flatMap(link -> resolved(link, address).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> resolved(@Nullable String link, String address) {
        if (link == null || link.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(address).resolve(link.strip()).toString())
                    .filter(url -> url.startsWith("http://") || url.startsWith("https://"));
        } catch (IllegalArgumentException e) {
            return Optional.of(link.strip()).filter(url -> url.startsWith("http"));
        }
    }

    /// The longest of what the feed has.
    private static String html(SyndEntry entry) {
        return Stream.concat(
                        entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(SyndContent::getValue)
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /// A line of a feed can be HTML.
    private static String plain(@Nullable String line) {
        return line == null ? "" : Jsoup.parseBodyFragment(line).text().strip();
    }

    /// A name for a folder.
    static String name(ParsedFeed feed, String address) {
        String name = feed.title().isEmpty() ? URI.create(address).getHost() : feed.title();
        return name.substring(0, Math.min(name.length(), MAX_NAME));
    }

    // 122 bits of a hash: no two will ever be the same by chance.
    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
