package dev.verbatim.telegram;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a button asks for.
///
/// A button carries it as at most 64 bytes and keeps it for ever, so nothing in it points into the
/// memory of this process: what else is needed is in the message the button hangs on, and the one
/// that message replies to.
sealed interface Press {

    /// Show the passages that came nearest to the question.
    record Nearest() implements Press {}

    /// Show this page of the list of articles, counted from 0.
    record Articles(int page) implements Press {}

    /// A button that this version doesn't know.
    record Unknown() implements Press {}

    // Nine digits at most: more would not be a page, nor an int.
    Pattern ARTICLES = Pattern.compile("articles ([0-9]{1,9})");

    static Press of(String data) {
        Matcher articles = ARTICLES.matcher(data);
        if (articles.matches()) {
            return new Articles(Integer.parseInt(articles.group(1)));
        }
        return data.equals("nearest") ? new Nearest() : new Unknown();
    }

    default String data() {
        return switch (this) {
            case Nearest() -> "nearest";
            case Articles(int page) -> "articles " + page;
            case Unknown() -> "unknown";
        };
    }
}
