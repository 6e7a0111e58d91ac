package dev.verbatim.group.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.catchup.Catchup.SharedLink;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/// A finder of the addresses shared in a chat, each listed once.
final class SharedLinks {

    private static final LinkExtractor EXTRACTOR =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW)).build();

    // Two that differ so lead to the same page.
    private static final Pattern INDIFFERENT =
            Pattern.compile("^https?://(?:www\\.)?|^www\\.|/$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCHEME = Pattern.compile("(?i)https?://");

    private SharedLinks() {}

    static List<SharedLink> in(List<ChatMessage> messages) {
        Map<String, SharedLink> links = new LinkedHashMap<>();
        for (ChatMessage message : messages) {
            Set<String> here = new LinkedHashSet<>();
            for (String url : urls(message)) {
                String key = INDIFFERENT.matcher(url).replaceAll("");
                if (here.add(key)) {
                    links.merge(
                            key,
                            new SharedLink(url, message, 1),
                            (first, _) ->
                                    new SharedLink(
                                            first.url(), first.message(), first.times() + 1));
                }
            }
        }
        return List.copyOf(links.values());
    }

    /// Those that Telegram marked, and those that are only in the text.
    private static List<String> urls(ChatMessage message) {
        List<String> urls = new ArrayList<>(message.links());
        String text = message.text();
        int read = 0;
        for (LinkSpan span : EXTRACTOR.extractLinks(text)) {
            attached(text.substring(read, span.getBeginIndex())).forEach(urls::add);
            urls.add(freed(text.substring(span.getBeginIndex(), span.getEndIndex())));
            read = span.getEndIndex();
        }
        attached(text.substring(read)).forEach(urls::add);
        return urls;
    }

    /// "like...http" might be a scheme of its own, to the library.
    private static String freed(String url) {
        Matcher scheme = SCHEME.matcher(url);
        return scheme.find() ? url.substring(scheme.start()) : url;
    }

    /// "see...http://example.org": the library misses a link that follows a word without a blank.
    private static Stream<String> attached(String text) {
        return SCHEME.matcher(text)
                .results()
                .map(scheme -> text.substring(scheme.start()))
                .flatMap(
                        from ->
                                StreamSupport.stream(
                                                EXTRACTOR.extractLinks(from).spliterator(), false)
                                        .filter(span -> span.getBeginIndex() == 0)
                                        .map(span -> from.substring(0, span.getEndIndex())));
    }
}
