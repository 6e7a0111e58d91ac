package dev.verbatim.telegram.editors;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.format.FrontMatter;
import dev.verbatim.article.library.Submission;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.update.Incoming.ChannelPost;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// A post of a channel as an article: the channel is the publisher, its signature the author. A
/// post has no title, so its first line is taken, or the beginning of a longer one.
record ChannelPostArticle(ChannelPost post, String text) {

    private static final String FOLDER = "channels";
    private static final int MAX_TITLE = 120;
    private static final Pattern LINE_END = Pattern.compile("\n");

    /// The name that no other post has, also when its text is changed.
    String uniqueName() {
        return post.channel() + "-" + post.number();
    }

    String title() {
        String first = LINE_END.split(text.strip(), 2)[0];
        return MessageCatalog.onOneLine(Truncation.ellipsize(first, MAX_TITLE));
    }

    /// @param name of the file, without its extension
    Submission submission(String name) {
        String[] lines = LINE_END.split(text.strip(), 2);
        boolean titled = lines.length > 1 && lines[0].length() <= MAX_TITLE;
        String title = title();
        String body = titled ? lines[1].strip() : text.strip();
        return Submission.inFolders(
                List.of(FOLDER, post.channel()),
                name,
                ".txt",
                (FrontMatter.write(facts(title)) + "\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    private SequencedMap<String, String> facts(String title) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("title", title.isEmpty() ? post.channel() : title);
        facts.put("publisher", post.channel());
        facts.put("author", Objects.requireNonNullElse(post.signature(), ""));
        facts.put("published", LocalDate.ofInstant(post.date(), ZoneOffset.UTC).toString());
        facts.put("url", post.link());
        facts.values().removeIf(String::isBlank);
        return facts;
    }
}
